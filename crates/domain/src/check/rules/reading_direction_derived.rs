use crate::check::Rule;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    name: "reading-direction-derived",
    severity: Severity::Note,
    page: include_str!("reading_direction_derived.md"),
    check: None,
};
