use crate::check::Rule;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    name: "reading-target-described",
    severity: Severity::Warning,
    page: include_str!("reading_target_described.md"),
    check: None,
};
