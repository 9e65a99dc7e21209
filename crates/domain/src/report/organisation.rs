//! The organisation chart: what stands under what, and who makes a group or an organ.

use crate::plan::{Day, Node, NodeKind, Plan, Sheet, Unit, UnitKind};

/// How deep a chart goes; none goes as deep, and units may stand in a circle.
pub const DEEPEST: usize = 8;

/// The units under one; without it those under none that the plan knows.
pub fn below(plan: &Plan, parent: Option<Node>) -> Vec<Node> {
    (0..plan.units.len())
        .map(|i| Node::new(NodeKind::Unit, i))
        .filter(|node| {
            let over = plan.units[node.at()].parent.as_ref().and_then(|r| r.node);
            over.filter(|n| n.kind == NodeKind::Unit && n != node) == parent
        })
        .collect()
}

/// All units from the top, each with its depth. Those that stand under each other in a circle follow
/// at the end: none of them is lost.
pub fn levels(plan: &Plan) -> Vec<(usize, Node)> {
    let mut found = Vec::new();
    for root in below(plan, None) {
        descend(plan, root, 0, &mut found);
    }
    for i in 0..plan.units.len() {
        let node = Node::new(NodeKind::Unit, i);
        if !found.iter().any(|(_, known)| *known == node) {
            found.push((0, node));
        }
    }
    found
}

fn descend(plan: &Plan, node: Node, depth: usize, found: &mut Vec<(usize, Node)>) {
    found.push((depth, node));
    if depth < DEEPEST {
        for child in below(plan, Some(node)) {
            descend(plan, child, depth + 1, found);
        }
    }
}

/// Whether a unit stands beside the line: staff, working group, special agency.
pub fn is_aside(unit: &Unit) -> bool {
    let kind = unit.kind;
    matches!(
        kind,
        Some(UnitKind::Staff | UnitKind::Group | UnitKind::Agency)
    )
}

/// The sheets of who served in a unit for a part of the year only.
pub fn served_in_part(plan: &Plan, unit: Node) -> impl Iterator<Item = &Sheet> {
    let whole = |day: &Option<Day>, end: (i8, i8)| match day {
        Some(day) => day
            .date
            .is_some_and(|date| (date.month(), date.day()) == end),
        None => true,
    };
    plan.sheets.iter().filter(move |sheet| {
        let of = sheet.unit.as_ref().and_then(|r| r.node);
        of == Some(unit) && !(whole(&sheet.from, (1, 1)) && whole(&sheet.to, (12, 31)))
    })
}

/// The unit of a plan that is the same as one of another: by key, else by name.
pub fn same_unit<'p>(plan: &'p Plan, key: &str, title: &str) -> Option<(Node, &'p Unit)> {
    let units = || plan.units.iter().enumerate();
    let by_key = units().find(|(_, unit)| unit.id == key);
    let by_title =
        || units().find(|(_, unit)| !title.is_empty() && unit.title.as_deref() == Some(title));
    let (at, unit) = by_key.or_else(by_title)?;
    Some((Node::new(NodeKind::Unit, at), unit))
}
