//! A number with what is written around it: `N.`, currency, sign, multiplier, percent sign
//! (scoring.md §1, *Numbers*).

use super::day;
use super::quantity::{multiplier, number_sign, number_word, sign};
use super::scan::{Comparison, Kind, Text};
use super::unit::unit;
use super::{Bound, Figure};
use crate::number::Number;

/// A number with sign and percent, without comparator.
pub(super) struct Plain {
    pub number: Number,
    pub percent: bool,
    pub signed: bool,
    pub band: bool,
    pub about: bool,
    pub dotted: bool,
    pub unclear: bool,
    pub year: Option<i16>,
    pub next: usize,
    /// A currency stands before or after it.
    pub currency: Option<usize>,
    /// `N.` stands before it.
    pub counted: bool,
    /// Where its unit begins.
    pub unit_from: usize,
}

/// The number at `i`, after `N.`, currency and sign. Number words count if `words`.
pub(super) fn plain(text: &Text, mut i: usize, words: bool) -> Option<Plain> {
    let start = i;
    let (mut about, mut counted, mut currency) = (false, false, None);
    for _ in 0..4 {
        match text.kind(i)? {
            Kind::Comparison(Comparison::About) => about = true,
            Kind::Currency => currency = Some(i),
            Kind::Word if matches!(text.word(i), "euro" | "eur") => currency = Some(i),
            Kind::Word if text.word(i) == "circa" => about = true,
            Kind::Word => {
                let Some(taken) = number_sign(text, i) else {
                    break;
                };
                counted = true;
                i += taken;
                continue;
            }
            _ => break,
        }
        i += 1;
    }
    let (mut signed, mut negative, mut band, mut unclear) = (false, false, false, false);
    match text.kind(i)? {
        Kind::PlusMinus => {
            band = true;
            i += 1;
        }
        Kind::Plus | Kind::Dash { .. } => {
            let dash = matches!(text.kind(i), Some(Kind::Dash { minus: false }));
            let glued = i > 0
                && !text.tokens[i].spaced
                && matches!(text.kind(i - 1), Some(Kind::Number(_) | Kind::Word));
            if glued {
                return None;
            }
            signed = true;
            negative = sign(text, i) == Some(-1);
            i += 1;
            // A dash with a space may be a sign or open a line of a list.
            unclear = dash && text.tokens.get(i).is_some_and(|t| t.spaced) && i == 1;
        }
        _ => {}
    }
    let (mut number, dotted, coded, year) = match text.kind(i)? {
        Kind::Number(n) => (n.value.clone(), n.dotted, n.coded, n.year),
        Kind::Word if words && !signed => {
            let n = number_word(text.word(i))?;
            if text.word(i + 1) == "diligence" {
                return None;
            }
            (Number::from(n), false, false, None)
        }
        _ => return None,
    };
    let bare_start = i == start;
    i += 1;
    // `31 marzo` is a day.
    if day::names_month(text, i) {
        return None;
    }
    unclear |= coded;
    if let Some(times) = multiplier(text.word(i)) {
        number = number * Number::from(times);
        i += 1;
        if matches!(text.word(i), "di" | "d") && matches!(text.word(i + 1), "euro") {
            i += 1;
        }
    }
    let mut percent = false;
    if matches!(text.kind(i), Some(Kind::Percent)) || text.word(i) == "percento" {
        percent = true;
        i += 1;
    } else if text.says(i, &["per", "cento"]) {
        percent = true;
        i += 2;
    }
    let unit_from = i;
    if matches!(text.kind(i), Some(Kind::Currency)) || matches!(text.word(i), "euro" | "eur") {
        currency = Some(i);
    }
    // `4/5`, `1:3`, `10:30`, `3-5`, `3 x 5`, `3 su 5`: another number bound to this one.
    let numeric = |i: usize| {
        matches!(
            text.kind(i),
            Some(Kind::Number(_) | Kind::Code | Kind::Pair(..) | Kind::Date(_))
        )
    };
    let joins = |i: &usize| {
        matches!(
            text.kind(*i),
            Some(
                Kind::Slash
                    | Kind::Slashes
                    | Kind::Colon
                    | Kind::Dot
                    | Kind::Dash { .. }
                    | Kind::Percent
                    | Kind::Currency
                    | Kind::Degree
                    | Kind::Other,
            )
        )
    };
    let bound = match text.kind(i) {
        Some(Kind::Dots | Kind::Degree) => true,
        Some(Kind::Word) => matches!(text.word(i), "su" | "x") && numeric(i + 1),
        _ => numeric(i + (i..i + 4).take_while(joins).count()),
    };
    if negative {
        number = -number;
    }
    Some(Plain {
        number,
        percent,
        signed,
        band,
        about,
        dotted,
        unclear: unclear || bound,
        year: year.filter(|_| bare_start && !percent && text.ends(i)),
        next: i,
        currency,
        counted,
        unit_from,
    })
}

impl Plain {
    /// Where the unit begins, unless one stands before the number.
    pub fn unit_after(&self, before: Option<usize>) -> Option<usize> {
        let leads = before.is_some() || self.currency.is_some_and(|c| c < self.unit_from);
        (!leads).then_some(self.unit_from)
    }

    /// The figure, with the unit that `text` writes beside it; beside a percent unit a bare number
    /// is percent points.
    pub fn figure(&self, text: &Text, percent_unit: bool, before: Option<usize>) -> Figure {
        let own = match before.or(self.currency.filter(|c| *c < self.unit_from)) {
            Some(unit) => Some(text.raw[text.tokens[unit].start..text.tokens[unit].end].to_owned()),
            None => unit(text, self.unit_from, text.len()),
        };
        let percent = self.percent || (percent_unit && own.is_none());
        Figure {
            number: self.number.clone(),
            percent,
            unit: own,
            bound: if self.about {
                Bound::About
            } else {
                Bound::Exact
            },
            signed: self.signed,
        }
    }
}
