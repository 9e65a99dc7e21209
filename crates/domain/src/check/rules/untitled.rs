use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::{Node, NodeKind};

pub(super) const RULE: Rule = Rule {
    name: "untitled",
    severity: Severity::Warning,
    page: include_str!("untitled.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let plan = c.plan;
    for (kind, count) in [
        (NodeKind::Area, plan.areas.len()),
        (NodeKind::Perspective, plan.perspectives.len()),
        (NodeKind::Objective, plan.objectives.len()),
        (NodeKind::Action, plan.actions.len()),
        (NodeKind::Indicator, plan.indicators.len()),
    ] {
        for i in 0..count {
            let node = Node::new(kind, i);
            let title = plan.name_of(node).title.unwrap_or_default();
            if title.trim().is_empty() && c.in_force(node) {
                say.at(node);
            }
        }
    }
}
