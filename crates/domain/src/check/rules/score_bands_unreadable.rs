use crate::check::Rule;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    name: "score-bands-unreadable",
    severity: Severity::Error,
    page: include_str!("score_bands_unreadable.md"),
    check: None,
};
