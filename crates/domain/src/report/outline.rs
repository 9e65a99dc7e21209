//! The things of a plan in the order in which documents and pages go through them.

use std::collections::{BTreeMap, BTreeSet};

use crate::plan::{Node, NodeKind, Plan};
use crate::score::{ScoredPlacement, Scores};

/// What stands under what, at the date of the scores.
pub struct Outline<'s> {
    under: BTreeMap<Node, Vec<&'s ScoredPlacement>>,
    over: BTreeMap<Node, Vec<&'s ScoredPlacement>>,
}

/// The objectives of one area, from the top of the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Branch {
    /// The area; none for objectives outside all of them.
    pub area: Option<Node>,
    /// Its topmost objectives.
    pub objectives: Vec<Node>,
}

impl<'s> Outline<'s> {
    /// The outline of a scored plan.
    pub fn of(scores: &'s Scores) -> Outline<'s> {
        let mut under: BTreeMap<Node, Vec<&ScoredPlacement>> = BTreeMap::new();
        let mut over: BTreeMap<Node, Vec<&ScoredPlacement>> = BTreeMap::new();
        for place in &scores.placements {
            under.entry(place.parent).or_default().push(place);
            over.entry(place.child).or_default().push(place);
        }
        Outline { under, over }
    }

    /// The places under a thing, in the plan's order.
    pub fn under(&self, parent: Node) -> &[&'s ScoredPlacement] {
        self.under.get(&parent).map_or(&[], Vec::as_slice)
    }

    /// The places in which a thing stands.
    pub fn over(&self, child: Node) -> &[&'s ScoredPlacement] {
        self.over.get(&child).map_or(&[], Vec::as_slice)
    }

    /// The children of one kind, each once.
    pub fn children(&self, parent: Node, kind: NodeKind) -> Vec<Node> {
        let mut seen = BTreeSet::new();
        self.under(parent)
            .iter()
            .map(|place| place.child)
            .filter(|child| child.kind == kind && seen.insert(*child))
            .collect()
    }

    /// The indicators of an objective, action, section or dashboard with the action that heads
    /// them there, each once: those of actions in the order of the actions, then the others.
    pub fn indicators(&self, parent: Node) -> Vec<(Option<Node>, &'s ScoredPlacement)> {
        let mut seen = BTreeSet::new();
        let mut found = Vec::new();
        for action in self.children(parent, NodeKind::Action) {
            for place in self.under(action) {
                // The place under the parent tells the weight there; the action's own place may not.
                let own = self
                    .under(parent)
                    .iter()
                    .find(|p| p.child == place.child)
                    .copied();
                if place.child.kind == NodeKind::Indicator && seen.insert(place.child) {
                    found.push((Some(action), own.unwrap_or(*place)));
                }
            }
        }
        for place in self.under(parent) {
            if place.child.kind == NodeKind::Indicator && seen.insert(place.child) {
                found.push((None, *place));
            }
        }
        found
    }

    /// The objectives of the body's own tree, area by area; those of the special agency and those
    /// common to all bodies of the kind are not among them. One that stands in an area and also
    /// contributes to another objective is met twice on the way down.
    pub fn tree(&self, plan: &Plan) -> Vec<Branch> {
        let apart = |node: Node| {
            let objective = &plan.objectives[node.at()];
            objective.agency || objective.national
        };
        let all: Vec<Node> = (0..plan.objectives.len())
            .map(|i| Node::new(NodeKind::Objective, i))
            .filter(|node| !apart(*node))
            .collect();
        let top = |node: Node| {
            !self
                .over(node)
                .iter()
                .any(|p| p.parent.kind == NodeKind::Objective && !apart(p.parent))
        };
        let mut placed = BTreeSet::new();
        let mut branches: Vec<Branch> = (0..plan.areas.len())
            .map(|i| {
                let area = Node::new(NodeKind::Area, i);
                let objectives = self.children(area, NodeKind::Objective).into_iter();
                let objectives = objectives.filter(|n| !apart(*n) && placed.insert(*n));
                Branch {
                    objectives: objectives.collect(),
                    area: Some(area),
                }
            })
            .collect();
        let mut rest: Vec<Node> = all
            .iter()
            .copied()
            .filter(|node| top(*node) && !placed.contains(node))
            .collect();
        // Objectives that contribute to each other in a circle have no top: none of them is lost.
        let mut reached: BTreeSet<Node> = BTreeSet::new();
        let tops = branches.iter().flat_map(|b| &b.objectives).chain(&rest);
        for top in tops {
            reached.extend(self.descendants(*top).into_iter().map(|(_, node)| node));
        }
        for node in all {
            if !reached.contains(&node) {
                reached.extend(self.descendants(node).into_iter().map(|(_, node)| node));
                rest.push(node);
            }
        }
        if !rest.is_empty() {
            branches.push(Branch {
                area: None,
                objectives: rest,
            });
        }
        branches
    }

    /// An objective and all those that contribute to it, parents first, each once, with its depth.
    pub fn descendants(&self, objective: Node) -> Vec<(usize, Node)> {
        let mut found = Vec::new();
        self.descend(objective, 0, &mut BTreeSet::new(), &mut found);
        found
    }

    fn descend(
        &self,
        node: Node,
        depth: usize,
        seen: &mut BTreeSet<Node>,
        found: &mut Vec<(usize, Node)>,
    ) {
        if !seen.insert(node) {
            return;
        }
        found.push((depth, node));
        for child in self.children(node, NodeKind::Objective) {
            self.descend(child, depth + 1, seen, found);
        }
    }

    /// The objectives of the special agency, and those common to all bodies of the kind, topmost
    /// ones only.
    pub fn apart(&self, plan: &Plan, national: bool) -> Vec<Node> {
        let chosen = |node: Node| {
            let objective = &plan.objectives[node.at()];
            if national {
                objective.national
            } else {
                objective.agency && !objective.national
            }
        };
        (0..plan.objectives.len())
            .map(|i| Node::new(NodeKind::Objective, i))
            .filter(|node| {
                let under_such = self
                    .over(*node)
                    .iter()
                    .any(|place| place.parent.kind == NodeKind::Objective && chosen(place.parent));
                chosen(*node) && !under_such
            })
            .collect()
    }
}
