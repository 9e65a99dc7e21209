use crate::check::Rule;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    name: "reading-direction-contradicted",
    severity: Severity::Warning,
    page: include_str!("reading_direction_contradicted.md"),
    check: None,
};
