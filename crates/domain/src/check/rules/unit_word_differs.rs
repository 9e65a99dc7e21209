use crate::check::{Context, IndicatorAt, Rule, Say, wording};
use crate::finding::Severity;
use crate::plan::{Role, Value};
use crate::target::{Actual, Figure, Target, TargetReading, ValueReading, field_of};

pub(super) const RULE: Rule = Rule {
    name: "unit-word-differs",
    severity: Severity::Note,
    page: include_str!("unit_word_differs.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for indicator in c.indicators() {
        let units = units(&indicator);
        let Some((first, said)) = units.first() else {
            continue;
        };
        let other = units
            .iter()
            .skip(1)
            .find(|(_, unit)| !wording::same_unit(said, unit) || misspelt(said, unit));
        if let Some((value, unit)) = other {
            say.at(indicator.node)
                .field(field_of(value))
                .arg("one", *said)
                .arg("other", *unit)
                .also(indicator.node, Some(&field_of(first)));
        }
    }
}

/// The words after the counts of baseline, targets and actuals.
fn units<'p>(indicator: &IndicatorAt<'p>) -> Vec<(&'p Value, &'p str)> {
    let values = indicator.is.values.iter().zip(&indicator.reading.values);
    values
        .filter_map(|(value, reading)| {
            let figure: &Figure = match reading {
                ValueReading::Target(TargetReading::Read(
                    Target::AtLeast(f) | Target::AtMost(f) | Target::Exactly(f),
                )) => f,
                ValueReading::Known(Some(Actual::Figure(f))) if value.role == Role::Baseline => f,
                ValueReading::Actual(reading) => match &reading.actual {
                    Some(Actual::Figure(f)) => f,
                    _ => return None,
                },
                _ => return None,
            };
            let unit = figure.unit.as_deref().filter(|_| !figure.percent)?;
            wording::content_words(unit)
                .iter()
                .any(|w| w.len() > 2 && w.chars().all(char::is_alphabetic))
                .then_some((value, unit))
        })
        .collect()
}

/// The same words but for one letter inside one of them: `istanze`, `stanze`.
fn misspelt(one: &str, other: &str) -> bool {
    let (one, other) = (wording::content_words(one), wording::content_words(other));
    let mut pairs = one.iter().zip(other.iter()).filter(|(a, b)| a != b);
    let (Some((a, b)), None) = (pairs.next(), pairs.next()) else {
        return false;
    };
    one.len() == other.len() && a.len().min(b.len()) > 4 && one_letter_apart(a, b)
}

/// One letter more, less or other, not the last: that one is number and gender.
fn one_letter_apart(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let before = one
        .iter()
        .zip(other.iter())
        .take_while(|(a, b)| a == b)
        .count();
    let after = one
        .iter()
        .rev()
        .zip(other.iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    let longer = one.len().max(other.len());
    let shorter = one.len().min(other.len());
    longer - shorter <= 1 && after > 0 && before + after + 1 >= longer
}
