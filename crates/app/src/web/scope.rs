//! Whose a thing of the plan is: which units answer for it, and whether somebody's right reaches it.

use std::collections::BTreeSet;

use domain::plan::{Node, NodeKind, Plan, Reference};

use super::asked::Who;
use super::rights::{Reach, Right};

/// The units that enter the values of a thing: those that its owner names, else those that answer
/// for it.
pub fn owners(plan: &Plan, node: Node) -> BTreeSet<usize> {
    let (owner, above) = match node.kind {
        NodeKind::Indicator => {
            let indicator = &plan.indicators[node.at()];
            (indicator.owner.as_deref(), indicator.parent.as_ref())
        }
        NodeKind::Activity => {
            let activity = &plan.activities[node.at()];
            (activity.owner.as_deref(), activity.parent.as_ref())
        }
        _ => return answering(plan, node),
    };
    let named = owner.map(|owner| named_in(plan, owner)).unwrap_or_default();
    if !named.is_empty() {
        return named;
    }
    match above.and_then(|reference| reference.node) {
        // An indicator that stands in itself, or in what stands in it, belongs to nobody.
        Some(above) if above.kind != node.kind => owners(plan, above),
        _ => BTreeSet::new(),
    }
}

/// The units that answer for a thing: those of its responsibles and those that it names.
pub fn answering(plan: &Plan, node: Node) -> BTreeSet<usize> {
    let above = |reference: &Option<Reference>| {
        let above = reference.as_ref().and_then(|reference| reference.node);
        above
            .filter(|above| above.kind != node.kind)
            .map(|above| answering(plan, above))
            .unwrap_or_default()
    };
    match node.kind {
        NodeKind::Objective => {
            let objective = &plan.objectives[node.at()];
            let named = objective.units.iter().filter_map(unit_of);
            let heads = objective.responsibles.iter().filter_map(|r| r.node);
            let units: BTreeSet<usize> = heads
                .filter_map(|head| unit_of_responsible(plan, head))
                .chain(named)
                .collect();
            if !units.is_empty() {
                return units;
            }
            // One that names nobody may still be among what is assigned to somebody.
            let places = plan.placements.iter();
            let assigned = places.filter(|place| place.child.node == Some(node));
            assigned
                .filter_map(|place| unit_of_responsible(plan, place.parent.node?))
                .collect()
        }
        NodeKind::Indicator => above(&plan.indicators[node.at()].parent),
        NodeKind::Activity => above(&plan.activities[node.at()].parent),
        NodeKind::Action => above(&plan.actions[node.at()].parent),
        NodeKind::Section => above(&plan.sections[node.at()].dashboard),
        NodeKind::Dashboard => {
            let holder = plan.dashboards[node.at()].holder.as_ref();
            let holder = holder.and_then(|reference| reference.node);
            let unit = holder.and_then(|holder| match holder.kind {
                NodeKind::Unit => Some(holder.at()),
                _ => unit_of_responsible(plan, holder),
            });
            unit.into_iter().collect()
        }
        NodeKind::Responsible => unit_of_responsible(plan, node).into_iter().collect(),
        NodeKind::Unit => BTreeSet::from([node.at()]),
        NodeKind::Sheet => {
            let unit = plan.sheets[node.at()].unit.as_ref();
            unit.and_then(unit_of).into_iter().collect()
        }
        _ => BTreeSet::new(),
    }
}

fn unit_of(reference: &Reference) -> Option<usize> {
    reference
        .node
        .filter(|node| node.kind == NodeKind::Unit)
        .map(Node::at)
}

fn unit_of_responsible(plan: &Plan, node: Node) -> Option<usize> {
    if node.kind != NodeKind::Responsible {
        return None;
    }
    plan.responsibles[node.at()].unit.as_ref().and_then(unit_of)
}

/// The units that a text names, by their name or by the role of who heads them.
fn named_in(plan: &Plan, text: &str) -> BTreeSet<usize> {
    let text = text.to_lowercase();
    let names = |title: &Option<String>| {
        title
            .as_deref()
            .map(|title| title.trim().to_lowercase())
            .is_some_and(|title| !title.is_empty() && text.contains(&title))
    };
    let units = plan.units.iter().enumerate();
    let by_name = units
        .filter(|(_, unit)| names(&unit.title))
        .map(|(at, _)| at);
    let heads = plan.responsibles.iter().filter(|head| names(&head.title));
    let by_head = heads.filter_map(|head| head.unit.as_ref().and_then(unit_of));
    by_name.chain(by_head).collect()
}

/// The objective in which an indicator or an action stands.
pub fn objective_of(plan: &Plan, node: Node) -> Option<Node> {
    let above = |reference: &Option<Reference>| reference.as_ref().and_then(|r| r.node);
    let mut here = node;
    // Sections and actions stand between; what runs in a circle ends.
    for _ in 0..8 {
        here = match here.kind {
            NodeKind::Objective => return Some(here),
            NodeKind::Indicator => above(&plan.indicators[here.at()].parent)?,
            NodeKind::Action => above(&plan.actions[here.at()].parent)?,
            NodeKind::Activity => above(&plan.activities[here.at()].parent)?,
            _ => return None,
        };
    }
    None
}

/// The units that enter what stands in an objective; none where something in it is entered by nobody.
fn entering(plan: &Plan, objective: Node) -> BTreeSet<usize> {
    let indicators = (0..plan.indicators.len()).map(|i| Node::new(NodeKind::Indicator, i));
    let activities = (0..plan.activities.len()).map(|i| Node::new(NodeKind::Activity, i));
    let placed = |node: Node| {
        let mut places = plan.placements.iter();
        places.any(|p| p.parent.node == Some(objective) && p.child.node == Some(node))
    };
    let mut units = BTreeSet::new();
    for node in indicators.chain(activities) {
        if objective_of(plan, node) != Some(objective) && !placed(node) {
            continue;
        }
        let of = owners(plan, node);
        if of.is_empty() {
            return of;
        }
        units.extend(of);
    }
    units
}

/// Whether a unit is another, or stands below it in the organisation chart.
pub fn stands_in(plan: &Plan, unit: usize, above: usize) -> bool {
    let mut here = Some(unit);
    // A chart that runs in a circle ends after as many steps as it has units.
    for _ in 0..=plan.units.len() {
        match here {
            Some(at) if at == above => return true,
            Some(at) => here = plan.units[at].parent.as_ref().and_then(unit_of),
            None => return false,
        }
    }
    false
}

/// Whether somebody's right reaches a thing of the plan. An objective that names nobody is reached by
/// who heads everybody who enters what stands in it: with one head's values beside another's, it is for
/// those above both.
pub fn reaches(plan: &Plan, who: &Who, right: Right, node: Node) -> bool {
    if who.may_everywhere(right) {
        return true;
    }
    let (own, all) = (owners(plan, node), answering(plan, node));
    let is_nobodys = node.kind == NodeKind::Objective && all.is_empty();
    let inside = match is_nobodys {
        true => entering(plan, node),
        false => BTreeSet::new(),
    };
    who.units(right).any(|(key, reach)| {
        let Some(unit) = plan.units.iter().position(|unit| unit.id == key) else {
            return false;
        };
        match reach {
            Reach::Own => own.contains(&unit),
            Reach::Below if is_nobodys => {
                !inside.is_empty() && inside.iter().all(|of| stands_in(plan, *of, unit))
            }
            Reach::Below => own.iter().chain(&all).any(|of| stands_in(plan, *of, unit)),
            Reach::Body | Reach::Nothing => false,
        }
    })
}
