use crate::check::health::Zone;
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::NodeKind;
use crate::target::field_of;

pub(super) const RULE: Rule = Rule {
    name: "target-in-attention-zone",
    severity: Severity::Warning,
    page: include_str!("target_in_attention_zone.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for indicator in c.indicators() {
        let Some(at) = indicator.is.health_index.as_ref().and_then(|r| r.node) else {
            continue;
        };
        let index = c
            .plan
            .health_indices
            .get(at.at())
            .filter(|_| at.kind == NodeKind::HealthIndex);
        let Some(index) = index else { continue };
        let Some(zone) = Zone::of(index) else {
            continue;
        };
        for target in indicator.targets_in_the_end() {
            let Some(figure) = target.figure() else {
                continue;
            };
            if zone.holds(&figure.number, figure.percent) {
                say.at(indicator.node)
                    .field(field_of(target.value))
                    .arg("target", target.value.text.trim())
                    .arg("index", c.short_label(at))
                    .arg(
                        "threshold",
                        index.threshold.as_deref().unwrap_or_default().trim(),
                    );
            }
        }
    }
}
