use crate::check::IndicatorAt;
use crate::check::wording::folded;
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::{Node, NodeKind, Role};

pub(super) const RULE: Rule = Rule {
    name: "local-target-differs",
    severity: Severity::Warning,
    page: include_str!("local_target_differs.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for (i, placement) in c.plan.placements.iter().enumerate() {
        let child = placement.child.node.and_then(|node| c.indicator(node));
        let (Some(indicator), Some(local)) = (child, placement.local_target.as_deref()) else {
            continue;
        };
        let Some(own) = own_target(c, indicator) else {
            continue;
        };
        if !local.trim().is_empty() && !is_its_own(indicator, local) {
            say.at(Node::new(NodeKind::Placement, i))
                .field("local_target")
                .arg("local", local.trim())
                .arg("own", own.trim())
                .arg("indicator", c.label(indicator.node));
        }
    }
}

/// The target of the plan's year that holds in the end, as typed.
fn own_target<'p>(c: &Context<'p>, indicator: IndicatorAt<'p>) -> Option<&'p str> {
    let year = c.plan.year();
    let typed = |role| {
        indicator
            .values(role)
            .map(|(value, _)| value)
            .filter(move |v| v.period.year() == year && !v.text.trim().is_empty())
            .last()
    };
    typed(Role::RevisedTarget)
        .or_else(|| typed(Role::Target))
        .map(|value| value.text.as_str())
}

fn is_its_own(indicator: IndicatorAt<'_>, local: &str) -> bool {
    let local = squeezed(local);
    [Role::Target, Role::RevisedTarget].into_iter().any(|role| {
        indicator
            .values(role)
            .any(|(v, _)| squeezed(&v.text) == local)
    })
}

/// Without spaces and case, comparators in one spelling.
fn squeezed(text: &str) -> String {
    let text = folded(text)
        .replace("almeno", ">=")
        .replace("minimo", ">=")
        .replace('≥', ">=")
        .replace('≤', "<=")
        .replace("massimo", "<=")
        .replace("giorni", "gg");
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    text.trim_end_matches('.').to_owned()
}
