use crate::check::Rule;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    name: "score-weight-not-from-value",
    severity: Severity::Warning,
    page: include_str!("score_weight_not_from_value.md"),
    check: None,
};
