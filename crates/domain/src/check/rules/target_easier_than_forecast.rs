use std::cmp::Ordering;

use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::Role;
use crate::target::{Actual, ValueReading, field_of};

pub(super) const RULE: Rule = Rule {
    name: "target-easier-than-forecast",
    severity: Severity::Note,
    page: include_str!("target_easier_than_forecast.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for indicator in c.indicators().filter(|i| c.sure_of_direction(i)) {
        let by_year = indicator.targets_by_year();
        for (value, reading) in indicator.values(Role::Forecast) {
            let ValueReading::Known(Some(Actual::Figure(figure))) = reading else {
                continue;
            };
            let target = value.period.year().and_then(|year| by_year.get(&year));
            if let Some(target) = target
                && indicator.asks(target.is, figure) == Some(Ordering::Less)
            {
                say.at(indicator.node)
                    .field(field_of(target.value))
                    .arg("target", target.value.text.trim())
                    .arg("forecast", value.text.trim());
            }
        }
    }
}
