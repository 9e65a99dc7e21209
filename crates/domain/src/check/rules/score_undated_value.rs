use crate::check::Rule;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    name: "score-undated-value",
    severity: Severity::Warning,
    page: include_str!("score_undated_value.md"),
    check: None,
};
