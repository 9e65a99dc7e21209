use crate::check::{Context, IndicatorAt, Rule, Say};
use crate::finding::Severity;
use crate::plan::{NodeKind, Value};
use crate::target::{Target, field_of};

pub(super) const RULE: Rule = Rule {
    name: "target-postponed",
    severity: Severity::Warning,
    page: include_str!("target_postponed.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for indicator in c.indicators() {
        for target in indicator.targets() {
            let approved = target.revised && is_approved(c, &indicator, target.value);
            if *target.is == Target::Postponed && !approved {
                say.at(indicator.node)
                    .field(field_of(target.value))
                    .arg("target", target.value.text.trim());
            }
        }
    }
}

/// Whether the Board approved the variation behind a revised target.
fn is_approved(c: &Context<'_>, indicator: &IndicatorAt<'_>, value: &Value) -> bool {
    let variation = value.variation.as_ref().or(indicator.is.variation.as_ref());
    variation
        .and_then(|v| v.node)
        .filter(|node| node.kind == NodeKind::Variation)
        .and_then(|node| c.plan.variations.get(node.at()))
        .is_some_and(|variation| variation.approved.is_some())
}
