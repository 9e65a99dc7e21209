use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use hashbrown::HashSet;

use crate::check::ObjectiveAt;
use crate::plan::{Node, NodeKind};

pub(super) const RULE: Rule = Rule {
    name: "objective-without-responsible",
    severity: Severity::Warning,
    page: include_str!("objective_without_responsible.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let shares = c.plan.placements.iter().filter(|p| p.holder.is_some());
    let heads = c.plan.sections.iter().filter_map(|s| s.objective.as_ref());
    let named: HashSet<Node> = shares
        .filter_map(|p| p.child.node)
        .chain(heads.filter_map(|r| r.node))
        .collect();
    let mut own: HashSet<Node> = HashSet::new();
    let mut below: HashSet<Node> = HashSet::new();
    for objective in c.objectives() {
        if named.contains(&objective.node) || is_assigned(c, objective) {
            own.insert(objective.node);
            below.extend(c.ancestors(objective.node));
        }
    }
    for objective in c.objectives() {
        let node = objective.node;
        let answered = own.contains(&node)
            || below.contains(&node)
            || c.ancestors(node).iter().any(|above| own.contains(above));
        if !answered && !objective.is.national && !objective.is.agency {
            say.at(node);
        }
    }
}

fn is_assigned(c: &Context<'_>, objective: ObjectiveAt<'_>) -> bool {
    let is = objective.is;
    let written = |text: &Option<String>| text.as_deref().is_some_and(|t| !t.trim().is_empty());
    let owned = |node: &Node| {
        c.indicator(*node)
            .is_some_and(|indicator| written(&indicator.is.owner))
    };
    !is.responsibles.is_empty()
        || !is.units.is_empty()
        || is.weight_holder.is_some()
        || written(&is.responsible_text)
        || written(&is.units_text)
        || c.over(objective.node)
            .iter()
            .any(|o| o.kind == NodeKind::Responsible)
        || c.under(objective.node).iter().any(owned)
}
