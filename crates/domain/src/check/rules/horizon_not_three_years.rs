use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::{Node, PlanKind};

pub(super) const RULE: Rule = Rule {
    name: "horizon-not-three-years",
    severity: Severity::Warning,
    page: include_str!("horizon_not_three_years.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let heading = &c.plan.heading;
    let mut years = heading.horizon.clone();
    years.sort_unstable();
    years.dedup();
    let is_plan = matches!(heading.kind, None | Some(PlanKind::Plan));
    if is_plan && !years.is_empty() && years.len() < 3 {
        let printed: Vec<String> = years.iter().map(|year| format!("{year:04}")).collect();
        say.at(Node::BODY)
            .field("horizon")
            .arg("count", years.len().to_string())
            .arg("years", printed.join(", "));
    }
}
