use crate::check::Rule;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    name: "score-derived-checkpoints",
    severity: Severity::Note,
    page: include_str!("score_derived_checkpoints.md"),
    check: None,
};
