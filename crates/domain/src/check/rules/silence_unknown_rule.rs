use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::{Node, NodeKind};

pub(super) const RULE: Rule = Rule {
    name: "silence-unknown-rule",
    severity: Severity::Warning,
    page: include_str!("silence_unknown_rule.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for (i, silence) in c.plan.silences.iter().enumerate() {
        let name = silence.rule.as_deref().unwrap_or_default().trim();
        if Rule::named(name).is_none() {
            say.at(Node::new(NodeKind::Silence, i))
                .field("rule")
                .arg("rule", name);
        }
    }
}
