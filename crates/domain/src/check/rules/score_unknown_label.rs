use crate::check::Rule;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    name: "score-unknown-label",
    severity: Severity::Warning,
    page: include_str!("score_unknown_label.md"),
    check: None,
};
