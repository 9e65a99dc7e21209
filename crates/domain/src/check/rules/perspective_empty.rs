use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use hashbrown::HashSet;

use crate::plan::{Node, NodeKind};

pub(super) const RULE: Rule = Rule {
    name: "perspective-empty",
    severity: Severity::Note,
    page: include_str!("perspective_empty.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let used: HashSet<Node> = c
        .objectives()
        .flat_map(|o| o.is.perspectives.iter().filter_map(|r| r.node))
        .collect();
    let holds = |node: Node| used.contains(&node) || !c.under(node).is_empty();
    let all = || (0..c.plan.perspectives.len()).map(|i| Node::new(NodeKind::Perspective, i));
    if all().any(holds) {
        for node in all().filter(|node| !holds(*node)) {
            say.at(node);
        }
    }
}
