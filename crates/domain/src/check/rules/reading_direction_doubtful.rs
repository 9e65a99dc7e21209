use crate::check::Rule;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    name: "reading-direction-doubtful",
    severity: Severity::Warning,
    page: include_str!("reading_direction_doubtful.md"),
    check: None,
};
