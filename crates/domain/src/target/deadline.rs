//! `31/12/2022`, `entro il 30/06/2022`, `entro fine anno` (scoring.md §1): done no later than that
//! day.

use jiff::civil::Date;

use super::comparator;
use super::day::{self, Found};
use super::scan::{Comparison, Kind, Text};

/// A day by which something is expected.
pub(super) struct Deadline {
    pub day: Date,
    pub year_assumed: bool,
    pub next: usize,
    /// It may be a share of something (`4/5`), or no day is said.
    pub unclear: bool,
}

impl From<Found> for Deadline {
    fn from(found: Found) -> Self {
        Deadline {
            day: found.day,
            year_assumed: found.year_assumed,
            next: found.next,
            unclear: false,
        }
    }
}

/// The deadline that opens the text.
pub(super) fn opening(text: &Text, year: Option<i16>) -> Option<Deadline> {
    if let Some(deadline) = after_within(text, 0, year) {
        return Some(deadline);
    }
    let mut i = 0;
    while i < 3
        && (matches!(
            text.word(i),
            "scadenza" | "termine" | "data" | "il" | "al" | "del"
        ) || (i > 0 && matches!(text.kind(i), Some(Kind::Colon))))
    {
        i += 1;
    }
    let mut found: Deadline = match day::at(text, i, year) {
        // `30.6` that opens a text is a number.
        Some(_) if i == 0 && text.number(0).is_some_and(|n| n.day_month.is_some()) => return None,
        Some(found) => found.into(),
        None => return None,
    };
    // A share above one is no share: `31/12` is a day, `4/5` may be either.
    if let Some(Kind::Pair(a, b)) = text.kind(i) {
        found.unclear = i == 0 && a <= b;
    }
    Some(found)
}

/// A deadline later in the text (`avvio gara entro il 30/6`): where `entro` stands, and the day.
pub(super) fn later(text: &Text, year: Option<i16>) -> Option<(usize, Deadline)> {
    (1..text.len())
        .filter(|i| !text.tokens[*i].inside)
        .find_map(|i| after_within(text, i, year).map(|d| (i, d)))
}

/// `entro il 30/6`, `entro e non oltre il`, `entro giugno 2022`, `entro il 2022`, `entro fine anno`,
/// `entro il I semestre` at `i`.
fn after_within(text: &Text, i: usize, year: Option<i16>) -> Option<Deadline> {
    let comparator =
        comparator::at(text, i).filter(|c| c.within || (c.sign && c.is == Comparison::AtMost))?;
    let mut n = comparator.next;
    let mut skip = |words: &[&str]| {
        if words.contains(&text.word(n)) {
            n += 1;
        }
    };
    skip(&["il", "lo", "la", "l", "i", "le"]);
    skip(&["fine"]);
    skip(&["di", "del", "dell"]);
    skip(&["mese"]);
    skip(&["di"]);
    let dotted = text.number(n).is_some_and(|d| d.day_month.is_some());
    if let Some(found) = day::at(text, n, year)
        && (comparator.within || !dotted)
    {
        return Some(found.into());
    }
    if !comparator.within {
        return None;
    }
    let written = |n: usize| {
        let n = n + usize::from(matches!(text.word(n), "del" | "dell" | "di"));
        let n = n + usize::from(text.word(n) == "anno");
        match text.number(n).and_then(|d| d.year) {
            Some(y) => (Some(y), false, n + 1),
            None => (year, true, n),
        }
    };
    let last_of = |month: i8, from: usize| {
        let (year, year_assumed, next) = written(from);
        let day = Date::new(year?, month, 1).ok()?.last_of_month();
        Some(Deadline {
            day,
            year_assumed,
            next,
            unclear: false,
        })
    };
    if let Some(month) = day::month(text.word(n)) {
        return last_of(month, n + 1);
    }
    let bare_year = text.number(n).is_some_and(|d| d.year.is_some()) && text.ends(n + 1);
    if text.word(n) == "anno" || (bare_year && n > comparator.next) {
        return last_of(12, n);
    }
    let (ordinal, mut next) = ordinal(text, n)?;
    let months = match text.word(next) {
        "trimestre" => 3,
        "quadrimestre" => 4,
        "semestre" => 6,
        _ => return None,
    };
    next += 1;
    let month = ordinal * months;
    (month <= 12).then(|| last_of(month, next))?
}

fn ordinal(text: &Text, i: usize) -> Option<(i8, usize)> {
    let ordinal = match text.word(i) {
        "primo" | "i" => 1,
        "secondo" | "ii" => 2,
        "terzo" | "iii" => 3,
        "quarto" | "iv" => 4,
        _ => {
            let n = i8::try_from(text.number(i)?.value.to_i64()?).ok()?;
            let marked = matches!(text.kind(i + 1), Some(Kind::Degree));
            return ((1..=4).contains(&n) && marked).then_some((n, i + 2));
        }
    };
    Some((ordinal, i + 1))
}

/// Whether the text is only a time without deadline (`II semestre`): by then, or during it?
pub(super) fn only_a_time(text: &Text) -> bool {
    text.len() > 0
        && (0..text.len()).all(|i| super::standing::time(text, i))
        && (0..text.len()).any(|i| {
            matches!(
                text.word(i),
                "semestre" | "trimestre" | "quadrimestre" | "anno" | "mese"
            ) || day::month(text.word(i)).is_some()
        })
}

/// Whether the word before `i` is a participle that the deadline qualifies (`pervenute entro il`).
pub(super) fn qualifies(text: &Text, i: usize) -> bool {
    let Some(word) = i.checked_sub(1).map(|n| text.word(n)) else {
        return false;
    };
    let Some(stem) = word.strip_suffix(['o', 'a', 'i', 'e']) else {
        return false;
    };
    stem.len() > 3
        && ["at", "ut", "it", "es", "st"]
            .iter()
            .any(|s| stem.ends_with(s))
}
