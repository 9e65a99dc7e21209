use crate::check::Rule;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    name: "score-not-comparable",
    severity: Severity::Error,
    page: include_str!("score_not_comparable.md"),
    check: None,
};
