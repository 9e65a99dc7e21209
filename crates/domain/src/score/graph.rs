//! What every node's score is made of, and the order in which to compute it.

use crate::finding::Finding;
use crate::number::Number;
use crate::plan::{Node, Plan};

use super::SCORED;
use super::derivation::PartRole;
use super::timeline::Timeline;
use super::views::Builder;

/// Positions of scored nodes in one list: by kind, then in the order of the plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Numbering {
    starts: [usize; SCORED.len() + 1],
}

impl Numbering {
    fn of(plan: &Plan) -> Numbering {
        let counts = [
            1,
            plan.areas.len(),
            plan.perspectives.len(),
            plan.programmes.len(),
            plan.purposes.len(),
            plan.objectives.len(),
            plan.actions.len(),
            plan.indicators.len(),
            plan.activities.len(),
            plan.responsibles.len(),
            plan.dashboards.len(),
            plan.sections.len(),
            plan.sheets.len(),
        ];
        let mut starts = [0; SCORED.len() + 1];
        for (i, count) in counts.iter().enumerate() {
            starts[i + 1] = starts[i] + count;
        }
        Numbering { starts }
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.starts[SCORED.len()]
    }

    /// The position of a node, if its kind is scored and it is there.
    pub(super) fn position(&self, node: Node) -> Option<usize> {
        let kind = SCORED.iter().position(|k| *k == node.kind)?;
        let position = self.starts[kind] + node.at();
        (position < self.starts[kind + 1]).then_some(position)
    }

    /// The node at a position.
    pub(super) fn node(&self, position: usize) -> Node {
        let kind = self.starts.partition_point(|start| *start <= position) - 1;
        Node::new(SCORED[kind], position - self.starts[kind])
    }
}

/// A child of a node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Edge {
    pub child: usize,
    /// The weight in force, in points as printed.
    pub weight: Option<Number>,
    /// The placement itself is a proposal.
    pub proposed: bool,
    /// A heading: shown, its indicators are counted one by one.
    pub heading: bool,
}

/// A weighted mean with its share, before anything is computed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Group {
    pub role: PartRole,
    pub share: Number,
    pub edges: Vec<Edge>,
}

/// What every node's score is made of, and an order in which children come before parents.
pub(super) struct Graph {
    pub numbering: Numbering,
    pub groups: Vec<Vec<Group>>,
    pub order: Vec<usize>,
}

impl Graph {
    pub(super) fn of(plan: &Plan, timeline: &Timeline, findings: &mut Vec<Finding>) -> Graph {
        let numbering = Numbering::of(plan);
        let mut groups = Builder::of(plan, timeline, &numbering, findings).groups(findings);
        let order = order(&numbering, &mut groups, findings);
        Graph {
            numbering,
            groups,
            order,
        }
    }
}

/// An order with children before parents. An edge that closes a cycle is reported and dropped.
fn order(
    numbering: &Numbering,
    groups: &mut [Vec<Group>],
    findings: &mut Vec<Finding>,
) -> Vec<usize> {
    #[derive(Clone, Copy, PartialEq)]
    enum Mark {
        Unseen,
        Open,
        Done,
    }
    let mut marks = vec![Mark::Unseen; groups.len()];
    let mut order = Vec::with_capacity(groups.len());
    let mut stack: Vec<(usize, usize, usize)> = Vec::new();
    for root in 0..groups.len() {
        if marks[root] != Mark::Unseen {
            continue;
        }
        marks[root] = Mark::Open;
        stack.push((root, 0, 0));
        while let Some((position, group, edge)) = stack.last_mut() {
            let Some(list) = groups[*position].get(*group) else {
                marks[*position] = Mark::Done;
                order.push(*position);
                stack.pop();
                continue;
            };
            let Some(next) = list.edges.get(*edge) else {
                *group += 1;
                *edge = 0;
                continue;
            };
            let child = next.child;
            match marks[child] {
                Mark::Done => *edge += 1,
                Mark::Unseen => {
                    *edge += 1;
                    marks[child] = Mark::Open;
                    stack.push((child, 0, 0));
                }
                Mark::Open => {
                    let (parent, group, edge) = (*position, *group, *edge);
                    groups[parent][group].edges.remove(edge);
                    findings.push(
                        Finding::error("score-cycle")
                            .at(numbering.node(child))
                            .field("parent"),
                    );
                }
            }
        }
    }
    order
}
