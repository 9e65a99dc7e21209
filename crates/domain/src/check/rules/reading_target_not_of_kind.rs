use crate::check::Rule;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    name: "reading-target-not-of-kind",
    severity: Severity::Error,
    page: include_str!("reading_target_not_of_kind.md"),
    check: None,
};
