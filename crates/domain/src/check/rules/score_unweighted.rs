use crate::check::Rule;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    name: "score-unweighted",
    severity: Severity::Error,
    page: include_str!("score_unweighted.md"),
    check: None,
};
