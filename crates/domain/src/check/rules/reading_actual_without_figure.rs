use crate::check::Rule;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    name: "reading-actual-without-figure",
    severity: Severity::Warning,
    page: include_str!("reading_actual_without_figure.md"),
    check: None,
};
