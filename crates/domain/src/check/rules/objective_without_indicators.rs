use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::NodeKind;

pub(super) const RULE: Rule = Rule {
    name: "objective-without-indicators",
    severity: Severity::Warning,
    page: include_str!("objective_without_indicators.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for objective in c.objectives() {
        let measured = c
            .under(objective.node)
            .iter()
            .any(|n| matches!(n.kind, NodeKind::Indicator | NodeKind::Objective) && c.in_force(*n));
        if !measured {
            say.at(objective.node);
        }
    }
}
