use jiff::civil::Date;

use crate::check::{Context, IndicatorAt, Rule, Say};
use crate::finding::Severity;
use crate::plan::{Role, Value};
use crate::target::{Actual, Target, ValueReading, field_of};

pub(super) const RULE: Rule = Rule {
    name: "deadline-later-than-before",
    severity: Severity::Note,
    page: include_str!("deadline_later_than_before.md"),
    check: Some(check),
};

/// So many days more are a later deadline, fewer another calendar.
const LATER: i32 = 30;

fn check(c: &Context<'_>, say: &mut Say) {
    for indicator in c.indicators() {
        let by_year = indicator.targets_by_year();
        let Some((_, target)) = by_year.first_key_value() else {
            continue;
        };
        let Target::ByDate(day) = *target.is else {
            continue;
        };
        let Some((value, before)) = last_done(&indicator) else {
            continue;
        };
        let later = day.year() > before.year()
            && i32::from(day.day_of_year()) > i32::from(before.day_of_year()) + LATER;
        if later {
            say.at(indicator.node)
                .field(field_of(target.value))
                .arg("target", target.value.text.trim())
                .arg("before", value.text.trim());
        }
    }
}

/// The last day on which it was done in an earlier year.
fn last_done<'p>(indicator: &IndicatorAt<'p>) -> Option<(&'p Value, Date)> {
    [Role::History, Role::Baseline]
        .into_iter()
        .flat_map(|role| indicator.values(role))
        .filter_map(|(value, reading)| match reading {
            ValueReading::Known(Some(Actual::Done(day))) => Some((value, *day)),
            _ => None,
        })
        .max_by_key(|(_, day)| *day)
}
