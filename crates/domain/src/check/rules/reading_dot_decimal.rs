use crate::check::Rule;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    name: "reading-dot-decimal",
    severity: Severity::Note,
    page: include_str!("reading_dot_decimal.md"),
    check: None,
};
