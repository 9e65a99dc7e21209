use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::{Node, NodeKind};

pub(super) const RULE: Rule = Rule {
    name: "variation-without-act",
    severity: Severity::Warning,
    page: include_str!("variation_without_act.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for (i, variation) in c.plan.variations.iter().enumerate() {
        if variation.approved.is_some() && variation.act.is_none() {
            say.at(Node::new(NodeKind::Variation, i)).field("act");
        }
    }
}
