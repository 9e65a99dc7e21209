//! What is to be collected at a checkpoint: the indicators and activities whose value somebody must
//! enter.

use crate::plan::{Node, NodeKind, Plan};
use crate::score::{Derivation, NodeScore, Reason, Scores, State};

/// The indicators and project activities that are due at the checkpoint of the scores, in the order
/// of the plan. An indicator that its activities measure is not among them: they are.
pub fn to_collect(plan: &Plan, scores: &Scores) -> Vec<Node> {
    let of_kind = |kind: NodeKind, count: usize| (0..count).map(move |i| Node::new(kind, i));
    of_kind(NodeKind::Indicator, plan.indicators.len())
        .filter(|node| !has_due_activities(plan, scores, *node))
        .chain(of_kind(NodeKind::Activity, plan.activities.len()))
        .filter(|node| scores.of(*node).is_some_and(is_due))
        .collect()
}

/// Whether a value is expected of a thing at the checkpoint.
fn is_due(score: &NodeScore) -> bool {
    match score.state {
        State::Measured | State::ToMeasure | State::Missing => true,
        // What is only observed, or cannot be judged yet, is measured all the same.
        State::NotEvaluable => !matches!(
            score.reason(),
            None | Some(
                Reason::NoTarget
                    | Reason::Undefined
                    | Reason::Postponed
                    | Reason::NoParts
                    | Reason::NoWeight
            )
        ),
        State::NotDue
        | State::Neutralised
        | State::Replaced
        | State::Removed
        | State::Unweighted
        | State::Proposed => false,
    }
}

fn has_due_activities(plan: &Plan, scores: &Scores, indicator: Node) -> bool {
    let is_leaf_of_parts = scores.of(indicator).is_some_and(
        |score| matches!(&score.derivation, Derivation::Leaf(leaf) if leaf.parts.is_some()),
    );
    is_leaf_of_parts
        && plan.activities.iter().enumerate().any(|(i, activity)| {
            activity.parent.as_ref().and_then(|parent| parent.node) == Some(indicator)
                && scores
                    .of(Node::new(NodeKind::Activity, i))
                    .is_some_and(is_due)
        })
}
