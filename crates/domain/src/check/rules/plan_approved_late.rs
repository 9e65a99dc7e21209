use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::{Node, NodeKind};

pub(super) const RULE: Rule = Rule {
    name: "plan-approved-late",
    severity: Severity::Note,
    page: include_str!("plan_approved_late.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let Some(year) = c.plan.heading.year else {
        return;
    };
    let act = c
        .plan
        .heading
        .act
        .as_ref()
        .and_then(|r| r.node)
        .filter(|node| node.kind == NodeKind::Act)
        .and_then(|node| c.plan.acts.get(node.at()));
    let Some(day) = act.and_then(|act| act.date.as_ref()) else {
        return;
    };
    let late = day
        .date
        .is_some_and(|day| jiff::civil::Date::new(year, 1, 31).is_ok_and(|term| day > term));
    if late {
        say.at(Node::BODY)
            .field("act")
            .arg("year", format!("{year:04}"))
            .arg("date", day.text.trim());
    }
}
