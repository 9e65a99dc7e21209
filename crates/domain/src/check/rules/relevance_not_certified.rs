use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use hashbrown::HashSet;

use crate::plan::{Node, NodeKind};

pub(super) const RULE: Rule = Rule {
    name: "relevance-not-certified",
    severity: Severity::Note,
    page: include_str!("relevance_not_certified.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let used: HashSet<Node> = c
        .objectives()
        .filter_map(|o| o.is.relevance.as_ref()?.node)
        .collect();
    for (i, relevance) in c.plan.relevances.iter().enumerate() {
        let node = Node::new(NodeKind::Relevance, i);
        if used.contains(&node) && relevance.certified.iter().all(|day| day.trim().is_empty()) {
            say.at(node).field("certified");
        }
    }
}
