use crate::check::Rule;
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    name: "score-profile-does-not-close",
    severity: Severity::Warning,
    page: include_str!("score_profile_does_not_close.md"),
    check: None,
};
