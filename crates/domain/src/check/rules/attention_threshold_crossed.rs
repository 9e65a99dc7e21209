use crate::check::health::{Zone, latest};
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::{Node, NodeKind};
use crate::target::field_of;

pub(super) const RULE: Rule = Rule {
    name: "attention-threshold-crossed",
    severity: Severity::Warning,
    page: include_str!("attention_threshold_crossed.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for (i, index) in c.plan.health_indices.iter().enumerate() {
        let Some(zone) = Zone::of(index) else {
            continue;
        };
        let Some(value) = latest(index).filter(|v| zone.holds_text(&v.text)) else {
            continue;
        };
        say.at(Node::new(NodeKind::HealthIndex, i))
            .field(field_of(value))
            .arg("period", value.period.to_string())
            .arg("value", value.text.trim())
            .arg(
                "threshold",
                index.threshold.as_deref().unwrap_or_default().trim(),
            );
    }
}
