use crate::check::{Context, ObjectiveAt, Rule, Say};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    name: "agency-without-relevance",
    severity: Severity::Note,
    page: include_str!("agency_without_relevance.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let valued = c
        .objectives()
        .any(|o| !o.is.agency && o.is.relevance.is_some());
    if !valued {
        return;
    }
    // A heading has no relevance of its own: only what holds indicators is looked at.
    let measured = |o: &ObjectiveAt<'_>| c.under(o.node).iter().any(|n| c.indicator(*n).is_some());
    for objective in c.objectives().filter(|o| o.is.agency).filter(measured) {
        if objective.is.relevance.is_none() && objective.is.value_excluded.is_none() {
            say.at(objective.node).field("relevance");
        }
    }
}
