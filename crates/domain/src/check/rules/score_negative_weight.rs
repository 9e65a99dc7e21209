use crate::check::Rule;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    name: "score-negative-weight",
    severity: Severity::Error,
    page: include_str!("score_negative_weight.md"),
    check: None,
};
