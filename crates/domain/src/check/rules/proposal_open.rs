use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::{Node, NodeKind};

pub(super) const RULE: Rule = Rule {
    name: "proposal-open",
    severity: Severity::Note,
    page: include_str!("proposal_open.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let cited = c.citations();
    for (i, variation) in c.plan.variations.iter().enumerate() {
        let node = Node::new(NodeKind::Variation, i);
        let count = cited.get(&node).copied().unwrap_or_default();
        if variation.approved.is_none() && count > 0 {
            say.at(node)
                .field("approved")
                .arg("count", count.to_string());
        }
    }
}
