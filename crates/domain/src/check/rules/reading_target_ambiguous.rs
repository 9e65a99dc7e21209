use crate::check::Rule;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    name: "reading-target-ambiguous",
    severity: Severity::Error,
    page: include_str!("reading_target_ambiguous.md"),
    check: None,
};
