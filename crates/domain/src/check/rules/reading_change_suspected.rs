use crate::check::Rule;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    name: "reading-change-suspected",
    severity: Severity::Warning,
    page: include_str!("reading_change_suspected.md"),
    check: None,
};
