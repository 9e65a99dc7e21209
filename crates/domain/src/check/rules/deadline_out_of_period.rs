use jiff::civil::Date;

use crate::check::context::last_day;
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::Period;
use crate::target::{Target, field_of};

pub(super) const RULE: Rule = Rule {
    name: "deadline-out-of-period",
    severity: Severity::Warning,
    page: include_str!("deadline_out_of_period.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for indicator in c.indicators() {
        for target in indicator.targets_in_the_end() {
            let Target::ByDate(day) = target.is else {
                continue;
            };
            if let Some(when) = outside(*day, &target.value.period) {
                say.at(indicator.node)
                    .field(field_of(target.value))
                    .arg("target", target.value.text.trim())
                    .arg("period", target.value.period.to_string())
                    .arg("when", when);
            }
        }
    }
}

fn outside(day: Date, period: &Period) -> Option<&'static str> {
    if day > last_day(period)? {
        Some("after")
    } else if day.year() < period.year()? {
        Some("before")
    } else {
        None
    }
}
