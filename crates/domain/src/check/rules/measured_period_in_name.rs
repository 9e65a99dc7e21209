use jiff::civil::Date;

use crate::check::wording::Words;
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::target::MONTHS;

pub(super) const RULE: Rule = Rule {
    name: "measured-period-in-name",
    severity: Severity::Note,
    page: include_str!("measured_period_in_name.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for indicator in c.indicators() {
        let written = indicator.is.measured_period.as_deref().unwrap_or_default();
        if !written.trim().is_empty() {
            continue;
        }
        if let Some((from, to)) = period(indicator.words()) {
            say.at(indicator.node)
                .field("name")
                .arg("from", from.strftime("%d/%m/%Y").to_string())
                .arg("to", to.strftime("%d/%m/%Y").to_string());
        }
    }
}

/// The period that a name says (`dal 1 dicembre 2025 al 30 novembre 2026`, `novembre 2025-ottobre
/// 2026`), unless it is a calendar year.
fn period(words: &Words) -> Option<(Date, Date)> {
    let mut days = (0..words.len()).filter_map(|i| day_at(words, i));
    let ((from, whole), (to, _)) = (days.next()?, days.next()?);
    let (None, true) = (days.next(), from < to) else {
        return None;
    };
    // Days must be led by *dal*, or they are two days and no period.
    let leads = whole || words.contains("dal") || words.contains("dall");
    let calendar = from == from.first_of_year() && to.month() == 12 && from.year() == to.year();
    (leads && !calendar).then_some((from, to.last_of_month().min(to)))
}

/// `1 dicembre 2025`, `16 3 2026` or `novembre 2025` at word `i`, and whether it is a whole month.
fn day_at(words: &Words, i: usize) -> Option<(Date, bool)> {
    let number = |i: usize| words.get(i).filter(|w| w.len() <= 2)?.parse::<i8>().ok();
    let year = |i: usize| {
        let word = words.get(i).filter(|w| w.len() == 4)?;
        word.parse::<i16>()
            .ok()
            .filter(|y| (2000..2100).contains(y))
    };
    if let Some(month) = month(words.get(i)?) {
        let before = i.checked_sub(1).and_then(number);
        let day = before.unwrap_or(1);
        return Some((Date::new(year(i + 1)?, month, day).ok()?, before.is_none()));
    }
    let (day, month) = (number(i)?, number(i + 1)?);
    Some((Date::new(year(i + 2)?, month, day).ok()?, false))
}

fn month(word: &str) -> Option<i8> {
    let at = MONTHS.iter().position(|m| *m == word)?;
    i8::try_from(at + 1).ok()
}
