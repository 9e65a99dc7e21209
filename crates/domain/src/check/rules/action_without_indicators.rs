use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use hashbrown::HashSet;

use crate::plan::{Node, NodeKind};

pub(super) const RULE: Rule = Rule {
    name: "action-without-indicators",
    severity: Severity::Note,
    page: include_str!("action_without_indicators.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let plan = c.plan;
    let used: HashSet<Node> = plan
        .indicators
        .iter()
        .filter_map(|i| i.action.as_ref())
        .chain(plan.placements.iter().filter_map(|p| p.action.as_ref()))
        .filter_map(|r| r.node)
        .collect();
    for (i, action) in plan.actions.iter().enumerate() {
        let node = Node::new(NodeKind::Action, i);
        let done = action.result.is_some() || !c.under(node).is_empty();
        if !used.is_empty() && !used.contains(&node) && !done {
            say.at(node);
        }
    }
}
