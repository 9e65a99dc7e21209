use std::cmp::Ordering;

use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::Role;
use crate::target::{Actual, ValueReading, field_of};

pub(super) const RULE: Rule = Rule {
    name: "target-below-past-target",
    severity: Severity::Note,
    page: include_str!("target_below_past_target.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for indicator in c.indicators().filter(|i| c.sure_of_direction(i)) {
        let by_year = indicator.targets_by_year();
        let Some((year, target)) = by_year.first_key_value() else {
            continue;
        };
        let past = indicator.values(Role::PastTarget);
        let latest = past
            .filter_map(|(value, reading)| match reading {
                ValueReading::Known(Some(Actual::Figure(figure))) => {
                    let of = value.period.year().filter(|of| of < year)?;
                    Some((value, figure, of))
                }
                _ => None,
            })
            .max_by_key(|(_, _, of)| *of);
        if let Some((value, figure, of)) = latest
            && indicator.asks(target.is, figure) == Some(Ordering::Less)
        {
            say.at(indicator.node)
                .field(field_of(target.value))
                .arg("target", target.value.text.trim())
                .arg("past", value.text.trim())
                .arg("year", of.to_string());
        }
    }
}
