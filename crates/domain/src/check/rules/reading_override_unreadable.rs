use crate::check::Rule;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    name: "reading-override-unreadable",
    severity: Severity::Error,
    page: include_str!("reading_override_unreadable.md"),
    check: None,
};
