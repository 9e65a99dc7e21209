use crate::check::context::last_day;
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::Period;
use crate::target::field_of;

pub(super) const RULE: Rule = Rule {
    name: "actual-after-today",
    severity: Severity::Warning,
    page: include_str!("actual_after_today.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let Some(today) = c.today else { return };
    for indicator in c.indicators() {
        for (value, reading) in indicator.actuals() {
            let figure = reading.completion.is_some()
                || reading.mark.is_none() && !value.text.trim().is_empty();
            let stated = value.as_of.as_ref().and_then(|d| d.date).or(reading.as_of);
            // An actual of the current year is not yet of its last day.
            let own = matches!(value.period, Period::Day(_))
                .then(|| last_day(&value.period))
                .flatten();
            let Some(day) = stated.or(own).filter(|day| *day > today && figure) else {
                continue;
            };
            say.at(indicator.node)
                .field(field_of(value))
                .arg("day", day.strftime("%d/%m/%Y").to_string());
        }
    }
}
