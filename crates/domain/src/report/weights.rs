//! The weights of a thing in all its places, as written: before and after variations.

use crate::plan::{Node, NodeKind, Plan, Quantity, Reference};

/// The weight of a thing under another, as the plan writes it.
#[derive(Clone, Copy, Debug)]
pub struct WeightIn<'p> {
    /// Under what; none where the name of it is not known.
    pub parent: Option<Node>,
    /// The weight as first approved.
    pub weight: Option<&'p Quantity>,
    /// The weight after a variation, approved or not.
    pub revised: Option<&'p Quantity>,
    /// Whose share it is.
    pub holder: Option<&'p Reference>,
    /// The variation.
    pub variation: Option<&'p Reference>,
}

/// Every place of an area, objective, action or indicator, its own record's first; several shares
/// under one parent are several places.
pub fn weights_of(plan: &Plan, node: Node) -> Vec<WeightIn<'_>> {
    let i = node.at();
    let resolved = |reference: &Option<Reference>| reference.as_ref().and_then(|r| r.node);
    let own = match node.kind {
        NodeKind::Area => plan.areas.get(i).map(|x| WeightIn {
            parent: Some(Node::BODY),
            weight: x.weight.as_ref(),
            revised: x.revised_weight.as_ref(),
            holder: None,
            variation: x.variation.as_ref(),
        }),
        NodeKind::Objective => plan.objectives.get(i).map(|x| WeightIn {
            parent: resolved(&x.parent),
            weight: x.weight.as_ref(),
            revised: x.revised_weight.as_ref(),
            holder: x.weight_holder.as_ref(),
            variation: x.variation.as_ref(),
        }),
        NodeKind::Action => plan.actions.get(i).map(|x| WeightIn {
            parent: resolved(&x.parent),
            weight: x.weight.as_ref(),
            revised: x.revised_weight.as_ref(),
            holder: None,
            variation: x.variation.as_ref(),
        }),
        NodeKind::Indicator => plan.indicators.get(i).map(|x| WeightIn {
            parent: resolved(&x.parent),
            weight: x.weight.as_ref(),
            revised: x.revised_weight.as_ref(),
            holder: None,
            variation: x.variation.as_ref(),
        }),
        _ => None,
    };
    let placed = plan
        .placements
        .iter()
        .filter(|p| p.child.node == Some(node))
        .map(|p| WeightIn {
            parent: p.parent.node,
            weight: p.weight.as_ref(),
            revised: p.revised_weight.as_ref(),
            holder: p.holder.as_ref(),
            variation: p.variation.as_ref(),
        });
    own.into_iter().chain(placed).collect()
}
