use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::{Node, PlanKind};

pub(super) const RULE: Rule = Rule {
    name: "resources-absent",
    severity: Severity::Note,
    page: include_str!("resources_absent.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let plan = c.plan;
    let is_plan = plan.heading.kind == Some(PlanKind::Plan) && plan.body.kind.is_some();
    if is_plan && plan.budget_lines.is_empty() && c.objectives().nth(2).is_some() {
        say.at(Node::BODY);
    }
}
