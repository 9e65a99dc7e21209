use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use hashbrown::HashSet;

use crate::plan::{Node, NodeKind, Status};

pub(super) const RULE: Rule = Rule {
    name: "replaced-without-successor",
    severity: Severity::Note,
    page: include_str!("replaced_without_successor.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let (objectives, indicators) = (&c.plan.objectives, &c.plan.indicators);
    let successors: HashSet<Node> = objectives
        .iter()
        .filter_map(|o| o.replaces.as_ref())
        .chain(indicators.iter().filter_map(|i| i.replaces.as_ref()))
        .filter_map(|r| r.node)
        .collect();
    let all = objectives
        .iter()
        .enumerate()
        .map(|(i, o)| (Node::new(NodeKind::Objective, i), o.status))
        .chain(
            indicators
                .iter()
                .enumerate()
                .map(|(i, x)| (Node::new(NodeKind::Indicator, i), x.status)),
        );
    for (node, status) in all {
        if status == Status::Replaced && !successors.contains(&node) {
            say.at(node);
        }
    }
}
