use crate::check::Rule;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    name: "score-merged-cell",
    severity: Severity::Warning,
    page: include_str!("score_merged_cell.md"),
    check: None,
};
