//! Objectives to which several areas of the organisation contribute.

use std::collections::BTreeSet;

use crate::plan::{Node, NodeKind, Plan};
use crate::report::outline::Outline;
use crate::report::weights::weights_of;

/// An objective and those who answer for it together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transversal {
    /// The objective.
    pub objective: Node,
    /// The responsibles, at least two.
    pub responsibles: Vec<Node>,
}

/// The objectives of the tree that have several responsibles, in the order of the tree.
pub fn transversal(plan: &Plan, outline: &Outline<'_>) -> Vec<Transversal> {
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for branch in outline.tree(plan) {
        let objectives = branch
            .objectives
            .iter()
            .flat_map(|root| outline.descendants(*root));
        for (_, objective) in objectives {
            let responsibles = responsibles(plan, objective);
            if responsibles.len() > 1 && seen.insert(objective) {
                found.push(Transversal {
                    objective,
                    responsibles,
                });
            }
        }
    }
    found
}

/// Who answers for an objective, each once: those it names, then those who hold it.
fn responsibles(plan: &Plan, objective: Node) -> Vec<Node> {
    let named = plan
        .objectives
        .get(objective.at())
        .into_iter()
        .flat_map(|x| &x.responsibles)
        .filter_map(|r| r.node);
    let holders = weights_of(plan, objective);
    let holders = holders.into_iter().filter_map(|place| place.parent);
    let mut seen = BTreeSet::new();
    named
        .chain(holders)
        .filter(|node| node.kind == NodeKind::Responsible && seen.insert(*node))
        .collect()
}
