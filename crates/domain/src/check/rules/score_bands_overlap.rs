use crate::check::Rule;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    name: "score-bands-overlap",
    severity: Severity::Error,
    page: include_str!("score_bands_overlap.md"),
    check: None,
};
