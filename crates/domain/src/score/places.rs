//! Every place of every thing, under each parent: from the thing's own record and from the plan's
//! placements (scoring.md §4 *Weights*).

use hashbrown::HashMap;

use crate::finding::Finding;
use crate::number::{Number, Style};
use crate::plan::{Node, NodeKind, Placement, Plan, Quantity, Reference};

use super::graph::Numbering;
use super::timeline::Timeline;

/// The places of children under each parent.
pub(super) struct Places {
    /// For each parent, in order of writing; after [`Places::merged`] each child once.
    pub under: Vec<Vec<Place>>,
}

#[derive(Clone)]
pub(super) struct Place {
    pub child: Node,
    pub weight: Option<Number>,
    pub action: Option<Node>,
    pub proposed: bool,
}

/// Longest list of which each place is compared with all those before it.
const SHORT: usize = 64;

impl Places {
    /// No place yet, under any of so many parents.
    pub(super) fn none(parents: usize) -> Places {
        Places {
            under: vec![Vec::new(); parents],
        }
    }

    pub(super) fn add(&mut self, parent: usize, place: Place) {
        self.under[parent].push(place);
    }

    /// Each child once under each parent: its several placements add up.
    pub(super) fn merged(mut self) -> Places {
        for list in &mut self.under {
            merge(list);
        }
        self
    }
}

fn merge(list: &mut Vec<Place>) {
    if list.len() < 2 {
        return;
    }
    let mut merged: Vec<Place> = Vec::with_capacity(list.len());
    let mut known: HashMap<Node, usize> = HashMap::new();
    let short = list.len() <= SHORT;
    for place in list.drain(..) {
        let same = if short {
            merged.iter().position(|p| p.child == place.child)
        } else {
            let at = *known.entry(place.child).or_insert(merged.len());
            (at < merged.len()).then_some(at)
        };
        match same.and_then(|at| merged.get_mut(at)) {
            None => merged.push(place),
            Some(same) => same.also(place),
        }
    }
    *list = merged;
}

impl Place {
    fn also(&mut self, other: Place) {
        self.weight = match (self.weight.take(), other.weight) {
            (Some(a), Some(b)) => Some(a + b),
            (a, b) => a.or(b),
        };
        self.action = self.action.or(other.action);
        self.proposed &= other.proposed;
    }
}

/// A child without weight or action.
pub(super) fn bare(child: Node) -> Place {
    Place {
        child,
        weight: None,
        action: None,
        proposed: false,
    }
}

/// All the places of a plan, with the weights in force.
pub(super) fn places(plan: &Plan, timeline: &Timeline, numbering: &Numbering) -> Places {
    let mut places = Places::none(numbering.count());
    let mut put = |parent: Option<&Reference>, place: Place| {
        if let Some(parent) = parent.and_then(|r| r.node)
            && let Some(position) = numbering.position(parent)
            && parent != place.child
        {
            places.add(position, place);
        }
    };
    let plain = |kind, index, weight| Place {
        child: Node::new(kind, index),
        weight,
        action: None,
        proposed: false,
    };
    for (i, x) in plan.objectives.iter().enumerate() {
        let weight = timeline.weight(
            x.weight.as_ref(),
            x.revised_weight.as_ref(),
            x.variation.as_ref(),
        );
        put(x.parent.as_ref(), plain(NodeKind::Objective, i, weight));
    }
    for (i, x) in plan.actions.iter().enumerate() {
        let weight = timeline.weight(
            x.weight.as_ref(),
            x.revised_weight.as_ref(),
            x.variation.as_ref(),
        );
        put(x.parent.as_ref(), plain(NodeKind::Action, i, weight));
    }
    for (i, x) in plan.indicators.iter().enumerate() {
        let weight = timeline.weight(
            x.weight.as_ref(),
            x.revised_weight.as_ref(),
            x.variation.as_ref(),
        );
        let action = x.action.as_ref().and_then(|r| r.node);
        put(
            x.parent.as_ref(),
            Place {
                action,
                ..plain(NodeKind::Indicator, i, weight)
            },
        );
    }
    for (i, x) in plan.activities.iter().enumerate() {
        let weight = timeline.weight(x.weight.as_ref(), None, None);
        put(x.parent.as_ref(), plain(NodeKind::Activity, i, weight));
    }
    for (i, x) in plan.sections.iter().enumerate() {
        put(x.dashboard.as_ref(), plain(NodeKind::Section, i, None));
    }
    for x in &plan.placements {
        let Some(child) = x.child.node else { continue };
        let weight = timeline.weight(
            x.weight.as_ref(),
            x.revised_weight.as_ref(),
            x.variation.as_ref(),
        );
        let proposed = is_new(x) && !timeline.is_approved(x.variation.as_ref());
        let action = x.action.as_ref().and_then(|r| r.node);
        put(
            Some(&x.parent),
            Place {
                child,
                weight,
                action,
                proposed,
            },
        );
    }
    places.merged()
}

/// A placement that only a variation makes: it has no original weight, and a revised one.
fn is_new(placement: &Placement) -> bool {
    placement.weight.is_none() && placement.revised_weight.is_some()
}

/// Weights below 0, which count 0 and are reported.
pub(super) fn negative_weights(plan: &Plan, findings: &mut Vec<Finding>) {
    let mut check = |node: Node, field: &str, weight: &Option<Quantity>| {
        let number = weight.as_ref().and_then(|q| q.number.as_ref());
        if let Some(number) = number.filter(|n| n.is_negative()) {
            findings.push(
                Finding::error("score-negative-weight")
                    .at(node)
                    .field(field)
                    .arg("weight", number.format_plain(Style::ITALIAN)),
            );
        }
    };
    macro_rules! both {
        ($list:ident, $kind:ident) => {
            for (i, x) in plan.$list.iter().enumerate() {
                check(Node::new(NodeKind::$kind, i), "weight", &x.weight);
                check(
                    Node::new(NodeKind::$kind, i),
                    "revised_weight",
                    &x.revised_weight,
                );
            }
        };
    }
    both!(areas, Area);
    both!(objectives, Objective);
    both!(actions, Action);
    both!(indicators, Indicator);
    both!(placements, Placement);
    for (i, x) in plan.activities.iter().enumerate() {
        check(Node::new(NodeKind::Activity, i), "weight", &x.weight);
    }
}
