use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use hashbrown::HashSet;

use crate::plan::{Node, NodeKind, Reference};

pub(super) const RULE: Rule = Rule {
    name: "responsible-without-objectives",
    severity: Severity::Note,
    page: include_str!("responsible_without_objectives.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let plan = c.plan;
    let one = |r: &Option<Reference>| r.as_ref().and_then(|r| r.node);
    let mut named: HashSet<Node> = HashSet::new();
    for objective in &plan.objectives {
        named.extend(objective.responsibles.iter().filter_map(|r| r.node));
        named.extend(one(&objective.weight_holder));
    }
    named.extend(plan.placements.iter().filter_map(|p| one(&p.holder)));
    named.extend(plan.dashboards.iter().filter_map(|d| one(&d.holder)));
    named.extend(plan.units.iter().filter_map(|u| one(&u.head)));
    named.extend(plan.unplanned.iter().filter_map(|u| one(&u.responsible)));
    for sheet in &plan.sheets {
        named.extend(one(&sheet.responsible));
        named.extend(one(&sheet.evaluator));
    }
    // A dashboard may be that of the unit which the responsible heads.
    let units: HashSet<Node> = plan
        .dashboards
        .iter()
        .filter_map(|d| one(&d.holder))
        .chain(
            plan.objectives
                .iter()
                .flat_map(|o| o.units.iter().filter_map(|r| r.node)),
        )
        .collect();
    for (i, responsible) in plan.responsibles.iter().enumerate() {
        let node = Node::new(NodeKind::Responsible, i);
        let by_unit = one(&responsible.unit).is_some_and(|unit| units.contains(&unit));
        if c.under(node).is_empty() && !named.contains(&node) && !by_unit {
            say.at(node);
        }
    }
}
