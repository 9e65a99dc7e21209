use crate::check::Rule;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    name: "reading-year-assumed",
    severity: Severity::Note,
    page: include_str!("reading_year_assumed.md"),
    check: None,
};
