use crate::check::Rule;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    name: "score-weights-do-not-close",
    severity: Severity::Warning,
    page: include_str!("score_weights_do_not_close.md"),
    check: None,
};
