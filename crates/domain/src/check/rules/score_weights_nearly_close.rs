use crate::check::Rule;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    name: "score-weights-nearly-close",
    severity: Severity::Note,
    page: include_str!("score_weights_nearly_close.md"),
    check: None,
};
