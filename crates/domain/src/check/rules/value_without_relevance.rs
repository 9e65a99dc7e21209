use crate::check::{Context, Rule, Say};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    name: "value-without-relevance",
    severity: Severity::Note,
    page: include_str!("value_without_relevance.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for objective in c.objectives().filter(|o| o.is.relevance.is_none()) {
        if objective.is.value_managers.is_some() {
            say.at(objective.node).field("value_managers");
        } else if objective.is.value_staff.is_some() {
            say.at(objective.node).field("value_staff");
        }
    }
}
