//! What variations change, one by one: targets, weights, what is new, replaced or taken out.

use jiff::civil::Date;

use super::stated::{of_role, values_of};
use super::weights::weights_of;
use crate::plan::{Node, NodeKind, Period, Plan, Quantity, Reference, Role, Status, Value};

/// One change of one thing.
#[derive(Clone, Copy, Debug)]
pub struct Change<'p> {
    /// Of what.
    pub node: Node,
    /// By which variation; none where it is not said.
    pub variation: Option<Node>,
    /// What changes.
    pub what: What<'p>,
}

/// What changes.
#[derive(Clone, Copy, Debug)]
pub enum What<'p> {
    /// A target of a period.
    Target {
        /// The period.
        period: &'p Period,
        /// As first approved; none where there was none.
        before: Option<&'p Value>,
        /// As varied.
        after: &'p Value,
    },
    /// A weight.
    Weight {
        /// Under what.
        parent: Option<Node>,
        /// As first approved.
        before: Option<&'p Quantity>,
        /// As varied.
        after: &'p Quantity,
    },
    /// It is new, possibly in the place of another.
    New(Option<Node>),
    /// Another takes its place.
    Replaced,
    /// It is taken out.
    Removed,
    /// It no longer counts, for this reason.
    Neutralised(&'p str),
}

/// Everything that variations change, in the order of the plan.
pub fn changes(plan: &Plan) -> Vec<Change<'_>> {
    let kinds = [
        (NodeKind::Area, plan.areas.len()),
        (NodeKind::Objective, plan.objectives.len()),
        (NodeKind::Action, plan.actions.len()),
        (NodeKind::Indicator, plan.indicators.len()),
    ];
    kinds
        .into_iter()
        .flat_map(|(kind, count)| (0..count).map(move |i| Node::new(kind, i)))
        .flat_map(|node| changes_of(plan, node))
        .collect()
}

/// What variations change of one thing.
pub fn changes_of(plan: &Plan, node: Node) -> Vec<Change<'_>> {
    let mut found = Vec::new();
    let own = own_of(plan, node);
    let variation = resolved(own.variation);
    match own.status {
        Status::Original => {}
        Status::New => found.push(Change {
            node,
            variation,
            what: What::New(resolved(own.replaces)),
        }),
        Status::Replaced => found.push(Change {
            node,
            variation,
            what: What::Replaced,
        }),
        Status::Removed => found.push(Change {
            node,
            variation,
            what: What::Removed,
        }),
    }
    for place in weights_of(plan, node) {
        if let Some(after) = place.revised {
            found.push(Change {
                node,
                variation: resolved(place.variation),
                what: What::Weight {
                    parent: place.parent,
                    before: place.weight,
                    after,
                },
            });
        }
    }
    let values = values_of(plan, node);
    for after in of_role(values, Role::RevisedTarget) {
        let before = of_role(values, Role::Target).find(|v| v.period == after.period);
        found.push(Change {
            node,
            variation: resolved(after.variation.as_ref()).or(variation),
            what: What::Target {
                period: &after.period,
                before,
                after,
            },
        });
    }
    if let Some(reason) = own.neutralised {
        found.push(Change {
            node,
            variation: resolved(own.neutralised_by),
            what: What::Neutralised(reason),
        });
    }
    found
}

/// Whether the change that a reference names is approved at a day.
pub fn is_approved(plan: &Plan, variation: Option<Node>, at: Option<Date>) -> bool {
    variation
        .filter(|n| n.kind == NodeKind::Variation)
        .and_then(|n| plan.variations.get(n.at())?.approved.as_ref()?.date)
        .is_some_and(|day| at.is_none_or(|at| day <= at))
}

/// Whether a thing was added by a variation.
pub fn is_new(plan: &Plan, node: Node) -> bool {
    own_of(plan, node).status == Status::New
}

fn resolved(reference: Option<&Reference>) -> Option<Node> {
    reference.and_then(|r| r.node)
}

/// What a record says of its own variation.
#[derive(Default)]
struct Own<'p> {
    status: Status,
    replaces: Option<&'p Reference>,
    variation: Option<&'p Reference>,
    neutralised: Option<&'p str>,
    neutralised_by: Option<&'p Reference>,
}

fn own_of(plan: &Plan, node: Node) -> Own<'_> {
    match node.kind {
        NodeKind::Objective => plan.objectives.get(node.at()).map(|x| Own {
            status: x.status,
            replaces: x.replaces.as_ref(),
            variation: x.variation.as_ref(),
            neutralised: x.neutralised.as_deref(),
            neutralised_by: x.neutralised_by.as_ref(),
        }),
        NodeKind::Indicator => plan.indicators.get(node.at()).map(|x| Own {
            status: x.status,
            replaces: x.replaces.as_ref(),
            variation: x.variation.as_ref(),
            neutralised: x.neutralised.as_deref(),
            neutralised_by: x.neutralised_by.as_ref(),
        }),
        _ => None,
    }
    .unwrap_or_default()
}
