use crate::check::context::said;
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    name: "pira-missing",
    severity: Severity::Warning,
    page: include_str!("pira_missing.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    // National objectives and the agency's are not in the body's budget classification.
    let own = || c.objectives().filter(|o| !o.is.national && !o.is.agency);
    let with = own().filter(|o| said(&o.is.pira).is_some()).count();
    let without = own().count() - with;
    if with < 3 || without * 3 > with {
        return;
    }
    for objective in own().filter(|o| said(&o.is.pira).is_none()) {
        say.at(objective.node).field("pira");
    }
}
