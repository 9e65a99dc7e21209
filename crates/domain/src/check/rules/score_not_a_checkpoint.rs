use crate::check::Rule;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    name: "score-not-a-checkpoint",
    severity: Severity::Warning,
    page: include_str!("score_not_a_checkpoint.md"),
    check: None,
};
