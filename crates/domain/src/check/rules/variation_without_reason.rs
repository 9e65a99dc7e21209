use crate::check::context::said;
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::{Node, NodeKind};

pub(super) const RULE: Rule = Rule {
    name: "variation-without-reason",
    severity: Severity::Note,
    page: include_str!("variation_without_reason.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for (i, variation) in c.plan.variations.iter().enumerate() {
        if said(&variation.reason).is_none() {
            say.at(Node::new(NodeKind::Variation, i)).field("reason");
        }
    }
}
