use crate::check::Rule;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    name: "reading-target-as-of",
    severity: Severity::Warning,
    page: include_str!("reading_target_as_of.md"),
    check: None,
};
