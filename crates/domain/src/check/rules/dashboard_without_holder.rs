use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::{Node, NodeKind};

pub(super) const RULE: Rule = Rule {
    name: "dashboard-without-holder",
    severity: Severity::Note,
    page: include_str!("dashboard_without_holder.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for (i, dashboard) in c.plan.dashboards.iter().enumerate() {
        let held = dashboard.holder.as_ref();
        if held.is_none_or(|holder| holder.text.trim().is_empty()) {
            say.at(Node::new(NodeKind::Dashboard, i));
        }
    }
}
