use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use jiff::civil::Date;

use crate::check::wording::words;
use crate::plan::Period;
use crate::target::field_of;

pub(super) const RULE: Rule = Rule {
    name: "as-of-before-checkpoint",
    severity: Severity::Note,
    page: include_str!("as_of_before_checkpoint.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for indicator in c.indicators() {
        for (value, reading) in indicator.actuals() {
            let Period::Day(checkpoint) = value.period else {
                continue;
            };
            let stated = value.as_of.as_ref().and_then(|d| d.date);
            let as_of = stated
                .or(reading.as_of)
                .or_else(|| quarter(&value.text, checkpoint.year()))
                .filter(|day| *day < checkpoint);
            if let Some(as_of) = as_of
                && !value.provisional
                && (reading.actual.is_some() || reading.completion.is_some())
            {
                say.at(indicator.node)
                    .field(field_of(value))
                    .arg("as_of", as_of.strftime("%d/%m/%Y").to_string())
                    .arg("checkpoint", checkpoint.strftime("%d/%m/%Y").to_string());
            }
        }
    }
}

/// The end of the first quarter, where the text says that it is of then.
fn quarter(text: &str, year: i16) -> Option<Date> {
    let words = words(text);
    let of_first = words
        .list()
        .windows(2)
        .any(|two| matches!(two, [n, "trimestre"] if ["primo", "i", "1"].contains(n)));
    of_first.then(|| Date::new(year, 3, 31).ok()).flatten()
}
