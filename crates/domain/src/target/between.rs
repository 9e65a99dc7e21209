//! `tra 0,8 e 1`, `0.8..1`, `da 3 a 5` (scoring.md §1).

use super::Figure;
use super::comparator;
use super::plain::{self, Plain};
use super::scan::{Kind, Text};

/// A range found in a text.
pub(super) struct Range {
    pub low: Figure,
    pub high: Figure,
    pub dotted: bool,
    /// The low end is above the high one, or it may be a change from one to the other.
    pub unclear: bool,
    /// Tokens it takes.
    pub from: usize,
    pub next: usize,
}

/// The first range of the text.
pub(super) fn read(text: &Text, percent_unit: bool) -> Option<Range> {
    (0..text.len()).find_map(|i| at(text, i, percent_unit))
}

fn at(text: &Text, i: usize, percent_unit: bool) -> Option<Range> {
    let word = text.word(i);
    let (low, high, leads) = match word {
        "tra" | "fra" => {
            let low = number(text, article(text, i + 1))?;
            let and = past_unit(text, &low, &["e", "ed"])?;
            (low, number(text, article(text, and + 1))?, false)
        }
        "da" | "dal" | "dall" => {
            let low = number(text, article(text, i + 1))?;
            let to = past_unit(text, &low, &["a", "al", "all", "ad"])?;
            (low, number(text, article(text, to + 1))?, true)
        }
        _ => {
            let low = number(text, i)?;
            if !matches!(text.kind(low.next), Some(Kind::Dots)) {
                return None;
            }
            let high = number(text, low.next + 1)?;
            (low, high, false)
        }
    };
    let governed = (0..i).any(|n| {
        comparator::governor(text.word(n)).is_some()
            || ["passa", "port", "pass"]
                .iter()
                .any(|s| text.word(n).starts_with(s))
    });
    let mut range = Range {
        low: low.figure(text, percent_unit, None),
        high: high.figure(text, percent_unit, None),
        dotted: low.dotted || high.dotted,
        unclear: (leads && governed) || low.band || high.band || high.unclear,
        from: i,
        next: high.next,
    };
    range.low.unit = None;
    // `tra 90 e 100%`: one sign for both.
    range.low.percent |= range.high.percent && range.high.unit.is_none();
    if percent_unit && range.high.unit.is_some() && !low.percent {
        range.low.percent = range.high.percent;
    }
    range.unclear |=
        range.low.number > range.high.number || range.low.percent != range.high.percent;
    Some(range)
}

fn number(text: &Text, i: usize) -> Option<Plain> {
    plain::plain(text, i, true)
}

fn article(text: &Text, i: usize) -> usize {
    i + usize::from(comparator::links(text.word(i)))
}

/// Where the word between the two ends stands; a unit of one word may come before it.
fn past_unit(text: &Text, low: &Plain, words: &[&str]) -> Option<usize> {
    (low.next..low.next + 2)
        .find(|n| words.contains(&text.word(*n)))
        .filter(|n| {
            *n == low.next || matches!(text.kind(low.next), Some(Kind::Word | Kind::Currency))
        })
}
