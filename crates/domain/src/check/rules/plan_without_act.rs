use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::{Node, PlanKind};

pub(super) const RULE: Rule = Rule {
    name: "plan-without-act",
    severity: Severity::Note,
    page: include_str!("plan_without_act.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let heading = &c.plan.heading;
    if heading.kind == Some(PlanKind::Plan) && heading.act.is_none() {
        say.at(Node::BODY).field("act");
    }
}
