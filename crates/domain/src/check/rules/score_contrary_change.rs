use crate::check::Rule;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    name: "score-contrary-change",
    severity: Severity::Warning,
    page: include_str!("score_contrary_change.md"),
    check: None,
};
