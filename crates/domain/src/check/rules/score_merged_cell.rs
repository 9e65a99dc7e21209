use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::{Period, Role};
use crate::target::{Target, field_of};

/// Scoring notices it where it scores the end of the year; the check looks at every year at once.
pub(super) const RULE: Rule = Rule {
    name: "score-merged-cell",
    severity: Severity::Warning,
    page: include_str!("score_merged_cell.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let mut ends: BTreeMap<i16, Date> = BTreeMap::new();
    let days = c.plan.checkpoint_days();
    for day in &days {
        ends.insert(day.year(), *day);
    }
    for indicator in c.indicators() {
        for (year, end) in &ends {
            let of_year = |period: &Period| period.year() == Some(*year);
            let stated = |role| {
                let values = indicator.values(role).map(|(value, _)| value);
                values.filter(|v| of_year(&v.period) && !v.text.trim().is_empty())
            };
            let written = || stated(Role::Target).chain(stated(Role::RevisedTarget));
            let at_the_end = |period: &Period| match period {
                Period::Day(day) => day >= end,
                _ => true,
            };
            if written().any(|v| at_the_end(&v.period)) {
                continue;
            }
            let interim = indicator.targets_in_the_end().iter().rev();
            let last = interim
                .filter(|t| of_year(&t.value.period))
                // A deadline says by itself when it ends.
                .filter(|t| !matches!(t.is, Target::ByDate(_)))
                .find(|t| t.day.is_some_and(|day| days.contains(&day)));
            if let Some((last, day)) = last.and_then(|last| Some((last, last.day?))) {
                say.at(indicator.node)
                    .field(field_of(last.value))
                    .arg("text", last.value.text.trim())
                    .arg("day", day.to_string());
            }
        }
    }
}
