use crate::check::Rule;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    name: "score-cycle",
    severity: Severity::Error,
    page: include_str!("score_cycle.md"),
    check: None,
};
