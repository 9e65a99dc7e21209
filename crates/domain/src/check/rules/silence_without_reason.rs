use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::{Node, NodeKind};

pub(super) const RULE: Rule = Rule {
    name: "silence-without-reason",
    severity: Severity::Warning,
    page: include_str!("silence_without_reason.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for (i, silence) in c.plan.silences.iter().enumerate() {
        let reason = silence.reason.as_deref().unwrap_or_default();
        if reason.trim().is_empty() {
            say.at(Node::new(NodeKind::Silence, i))
                .field("reason")
                .arg("rule", silence.rule.as_deref().unwrap_or_default().trim());
        }
    }
}
