use crate::check::Rule;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    name: "reading-state-unknown",
    severity: Severity::Warning,
    page: include_str!("reading_state_unknown.md"),
    check: None,
};
