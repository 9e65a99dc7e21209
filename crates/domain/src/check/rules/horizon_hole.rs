use std::collections::BTreeSet;

use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::Role;
use crate::target::{TargetReading, ValueReading};

pub(super) const RULE: Rule = Rule {
    name: "horizon-hole",
    severity: Severity::Note,
    page: include_str!("horizon_hole.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let horizon = c.horizon();
    if horizon.len() < 3 {
        return;
    }
    for indicator in c.indicators() {
        let roles = [Role::Target, Role::RevisedTarget].into_iter();
        let years: BTreeSet<i16> = roles
            .flat_map(|role| indicator.values(role))
            .filter(|(_, r)| !matches!(r, ValueReading::Target(TargetReading::None(_))))
            .filter_map(|(value, _)| value.period.year())
            .filter(|year| horizon.contains(year))
            .collect();
        // A project ends with its last target.
        let end = years.last().filter(|_| indicator.is.project);
        let missing: Vec<String> = horizon
            .iter()
            .filter(|year| !years.contains(year) && end.is_none_or(|end| *year < end))
            .map(i16::to_string)
            .collect();
        if years.len() > 1 && !missing.is_empty() {
            say.at(indicator.node)
                .field("targets")
                .arg("years", missing.join(", "));
        }
    }
}
