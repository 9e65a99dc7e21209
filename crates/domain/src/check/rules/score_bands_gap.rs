use crate::check::Rule;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    name: "score-bands-gap",
    severity: Severity::Error,
    page: include_str!("score_bands_gap.md"),
    check: None,
};
