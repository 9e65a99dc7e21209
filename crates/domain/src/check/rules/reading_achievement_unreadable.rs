use crate::check::Rule;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    name: "reading-achievement-unreadable",
    severity: Severity::Error,
    page: include_str!("reading_achievement_unreadable.md"),
    check: None,
};
