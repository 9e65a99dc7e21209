use crate::check::Rule;
use crate::finding::Severity;

/// Noticed where findings and silences are held against each other.
pub(super) const RULE: Rule = Rule {
    name: "silence-unused",
    severity: Severity::Warning,
    page: include_str!("silence_unused.md"),
    check: None,
};
