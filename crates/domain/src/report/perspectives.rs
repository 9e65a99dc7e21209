//! The objectives by perspective: the lanes of the strategy map and of the strategic dashboards.

use std::collections::BTreeSet;

use super::outline::Outline;
use crate::plan::{Node, NodeKind, Plan};

/// The topmost objectives of one perspective.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lane {
    /// The perspective; none for objectives that carry none of the plan's.
    pub perspective: Option<Node>,
    /// Its objectives, in the order of the tree.
    pub objectives: Vec<Node>,
}

/// Whether an objective says that it belongs to a perspective.
pub fn carries(plan: &Plan, objective: Node, perspective: Node) -> bool {
    plan.objectives.get(objective.at()).is_some_and(|x| {
        x.perspectives
            .iter()
            .any(|r| r.text.trim() == "*" || r.node == Some(perspective))
    })
}

/// Every perspective with the topmost objectives of the body's tree that carry it, then those that
/// carry none and stand under none that does. One objective may stand in several lanes.
pub fn lanes(plan: &Plan, outline: &Outline<'_>) -> Vec<Lane> {
    let roots: Vec<Node> = outline
        .tree(plan)
        .into_iter()
        .flat_map(|branch| branch.objectives)
        .collect();
    let mut lanes: Vec<Lane> = (0..plan.perspectives.len())
        .map(|i| Node::new(NodeKind::Perspective, i))
        .map(|perspective| Lane {
            perspective: Some(perspective),
            objectives: topmost(outline, &roots, &|node| carries(plan, node, perspective)),
        })
        .collect();
    let any = |node: Node| {
        (0..plan.perspectives.len())
            .any(|i| carries(plan, node, Node::new(NodeKind::Perspective, i)))
    };
    // A root whose objectives below carry perspectives is told by them.
    let rest: Vec<Node> = roots
        .iter()
        .copied()
        .filter(|root| {
            !outline
                .descendants(*root)
                .into_iter()
                .any(|(_, node)| any(node))
        })
        .collect();
    if !rest.is_empty() {
        lanes.push(Lane {
            perspective: None,
            objectives: rest,
        });
    }
    lanes
}

/// The first objectives on the way down from each root that are wanted, each once.
fn topmost(outline: &Outline<'_>, roots: &[Node], wanted: &dyn Fn(Node) -> bool) -> Vec<Node> {
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    let mut pending: Vec<Node> = roots.iter().rev().copied().collect();
    while let Some(node) = pending.pop() {
        if !seen.insert(node) {
            continue;
        }
        if wanted(node) {
            found.push(node);
        } else {
            let below = outline.children(node, NodeKind::Objective);
            pending.extend(below.into_iter().rev());
        }
    }
    found
}
