use std::collections::HashSet;

use jiff::civil::Date;

use crate::check::context::last_day;
use crate::check::{Context, IndicatorAt, Rule, Say};
use crate::finding::Severity;
use crate::plan::{Node, Role};
use crate::target::{Target, field_of};

pub(super) const RULE: Rule = Rule {
    name: "year-end-target-missing",
    severity: Severity::Note,
    page: include_str!("year_end_target_missing.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let days: HashSet<Date> = c.plan.checkpoint_days().into_iter().collect();
    let merged: HashSet<Option<Node>> = c
        .said("score-merged-cell")
        .into_iter()
        .map(|place| place.node)
        .collect();
    for indicator in c.indicators() {
        if indicator.is.project || merged.contains(&Some(indicator.node)) {
            continue;
        }
        let by_year = indicator.targets_by_year();
        let open = by_year.iter().find(|(year, target)| {
            let Ok(end) = Date::new(**year, 12, 31) else {
                return false;
            };
            let interim = target.day.is_some_and(|day| day < end);
            // What is due by a day is due then.
            let dated = matches!(target.is, Target::ByDate(_) | Target::Postponed);
            interim && !dated && days.contains(&end) && !is_written(&indicator, end)
        });
        if let Some((_, target)) = open {
            say.at(indicator.node).field(field_of(target.value));
        }
    }
}

/// Whether something stands at the end of the year, if only a dash.
fn is_written(indicator: &IndicatorAt<'_>, end: Date) -> bool {
    [Role::Target, Role::RevisedTarget].into_iter().any(|role| {
        indicator
            .values(role)
            .any(|(value, _)| last_day(&value.period) == Some(end) && !value.text.trim().is_empty())
    })
}
