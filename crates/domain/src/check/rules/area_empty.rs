use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use hashbrown::HashSet;

use crate::plan::{Node, NodeKind};

pub(super) const RULE: Rule = Rule {
    name: "area-empty",
    severity: Severity::Note,
    page: include_str!("area_empty.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let used: HashSet<Node> = c
        .objectives()
        .filter_map(|o| o.is.area.as_ref()?.node)
        .collect();
    let holds = |node: Node| used.contains(&node) || c.under(node).iter().any(|n| c.in_force(*n));
    let areas = || (0..c.plan.areas.len()).map(|i| Node::new(NodeKind::Area, i));
    if areas().any(holds) {
        for node in areas().filter(|node| !holds(*node)) {
            say.at(node);
        }
    }
}
