use crate::check::context::number_of;
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    name: "weight-zero",
    severity: Severity::Note,
    page: include_str!("weight_zero.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for objective in c.objectives() {
        if number_of(&objective.is.weight).is_some_and(|n| n.is_zero()) {
            say.at(objective.node).field("weight");
        }
    }
    for indicator in c.indicators() {
        if number_of(&indicator.is.weight).is_some_and(|n| n.is_zero()) {
            say.at(indicator.node).field("weight");
        }
    }
}
