use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::{Node, NodeKind};

pub(super) const RULE: Rule = Rule {
    name: "dashboard-empty",
    severity: Severity::Note,
    page: include_str!("dashboard_empty.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let holds = |node: Node| {
        c.under(node)
            .iter()
            .any(|n| n.kind == NodeKind::Indicator && c.in_force(*n))
    };
    for i in 0..c.plan.dashboards.len() {
        let node = Node::new(NodeKind::Dashboard, i);
        let sections = c.under(node).iter().filter(|n| n.kind == NodeKind::Section);
        if !holds(node) && sections.count() == 0 {
            say.at(node);
        }
    }
    for i in 0..c.plan.sections.len() {
        let node = Node::new(NodeKind::Section, i);
        if !holds(node) {
            say.at(node);
        }
    }
}
