use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::{Node, NodeKind};

pub(super) const RULE: Rule = Rule {
    name: "variation-changes-nothing",
    severity: Severity::Note,
    page: include_str!("variation_changes_nothing.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let cited = c.citations();
    for i in 0..c.plan.variations.len() {
        let node = Node::new(NodeKind::Variation, i);
        if !cited.contains_key(&node) {
            say.at(node).arg("variation", c.short_label(node));
        }
    }
}
