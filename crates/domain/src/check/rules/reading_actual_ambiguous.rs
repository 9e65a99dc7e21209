use crate::check::Rule;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    name: "reading-actual-ambiguous",
    severity: Severity::Error,
    page: include_str!("reading_actual_ambiguous.md"),
    check: None,
};
