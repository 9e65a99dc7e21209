use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use std::collections::HashSet;

use crate::plan::{Node, Role};

pub(super) const RULE: Rule = Rule {
    name: "horizon-without-targets",
    severity: Severity::Note,
    page: include_str!("horizon_without_targets.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let with: HashSet<i16> = c
        .plan
        .indicators
        .iter()
        .flat_map(|indicator| &indicator.values)
        .filter(|v| matches!(v.role, Role::Target | Role::RevisedTarget))
        .filter(|v| v.text.contains(char::is_alphanumeric))
        .filter_map(|v| v.period.year())
        .collect();
    let years = c
        .plan
        .heading
        .horizon
        .iter()
        .filter(|year| !with.contains(year));
    let without: Vec<String> = years.map(|year| format!("{year:04}")).collect();
    if !with.is_empty() && !without.is_empty() {
        say.at(Node::BODY)
            .field("horizon")
            .arg("years", without.join(", "));
    }
}
