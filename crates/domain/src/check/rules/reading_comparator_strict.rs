use crate::check::Rule;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    name: "reading-comparator-strict",
    severity: Severity::Note,
    page: include_str!("reading_comparator_strict.md"),
    check: None,
};
