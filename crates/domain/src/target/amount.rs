//! Which numbers of a text are free, that is say how much is expected or was measured
//! (scoring.md §1, *Numbers*).

use super::comparator::{self, Comparator, Governor};
use super::day;
use super::quantity::{multiplier, number_sign, number_word, sign};
use super::scan::{Comparison, Kind, Text};
use super::{Bound, Figure};
use crate::number::Number;

/// A free number of a text.
#[derive(Clone, Debug)]
pub(super) struct Amount {
    pub figure: Figure,
    pub comparator: Option<Comparator>,
    /// It is a change because a word says so.
    pub governor: Option<Governor>,
    /// `+/-` stands before it.
    pub band: bool,
    /// A dot was read as decimal.
    pub dotted: bool,
    /// It follows *totale*.
    pub total: bool,
    /// What it is could be something else: `- 5`, `4/5`, `3-5`, `entro il 5`, a bare year.
    pub unclear: bool,
    /// It opens the text.
    pub opens: bool,
    /// First and next token: comparator, sign, number, percent sign.
    pub from: usize,
    pub next: usize,
    /// A bare number of four digits that could be a year.
    pub year: Option<i16>,
}

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
    let bound = match text.kind(i) {
        Some(Kind::Slash | Kind::Colon) => {
            !text.tokens[i].spaced
                && text
                    .number(i + 1)
                    .is_some_and(|_| !text.tokens[i + 1].spaced)
        }
        Some(Kind::Dash { .. }) => {
            text.number(i + 1).is_some()
                || matches!(text.kind(i + 1), Some(Kind::Code | Kind::Date(_)))
        }
        Some(Kind::Number(_) | Kind::Code | Kind::Dots) => true,
        Some(Kind::Word) => matches!(text.word(i), "su" | "x") && text.number(i + 1).is_some(),
        Some(Kind::Degree) => true,
        _ => false,
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
    /// The figure, with the unit that `text` writes beside it; beside a percent unit a bare number
    /// is percent points.
    pub fn figure(&self, text: &Text, percent_unit: bool, before: Option<usize>) -> Figure {
        let own = match before.or(self.currency.filter(|c| *c < self.unit_from)) {
            Some(unit) => Some(text.raw[text.tokens[unit].start..text.tokens[unit].end].to_owned()),
            None => unit(text, self.unit_from),
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

/// Longest unit kept, in bytes.
const LONGEST_UNIT: usize = 80;

/// The unit or remark that follows a number, from token `i` to the next break of the sentence.
fn unit(text: &Text, i: usize) -> Option<String> {
    let first = text.tokens.get(i)?;
    let mut end = first.start;
    for (n, token) in text.tokens.iter().enumerate().skip(i) {
        let breaks = match token.kind {
            Kind::Open
            | Kind::Close
            | Kind::Comma
            | Kind::Semicolon
            | Kind::Colon
            | Kind::Plus
            | Kind::PlusMinus
            | Kind::Comparison(_)
            | Kind::Dots => true,
            Kind::Dash { .. } => token.spaced,
            // A full stop; `dip.` and `gg.` go on.
            Kind::Dot => {
                let next = text.tokens.get(n + 1);
                let long = text.word(n.saturating_sub(1)).len() > 4;
                next.is_some_and(|t| t.spaced) && long
            }
            Kind::Word => tail_begins(text, n) || text.word(n) == "entro",
            _ => false,
        };
        if breaks || token.end - first.start > LONGEST_UNIT {
            break;
        }
        end = token.end;
    }
    let unit = text.raw[first.start..end]
        .trim()
        .trim_matches(['"', '“', '”', '«', '»', '*']);
    let unit: String =
        if unit.contains(|c: char| c.is_whitespace() && c != ' ') || unit.contains("  ") {
            unit.split_whitespace().collect::<Vec<_>>().join(" ")
        } else {
            unit.trim().to_owned()
        };
    unit.contains(char::is_alphanumeric).then_some(unit)
}

/// Whether an as-of tail begins at `i`: `dato al 30/6`, `al 31/05/2024`.
pub(super) fn tail_begins(text: &Text, i: usize) -> bool {
    let known = matches!(
        text.word(i),
        "dato"
            | "dati"
            | "rilevazione"
            | "rilevazioni"
            | "rilevato"
            | "rilevati"
            | "rilevata"
            | "rilevate"
            | "aggiornato"
            | "aggiornati"
            | "aggiornata"
            | "situazione"
    );
    let al = if known { i + 1 } else { i };
    matches!(text.word(al), "al" | "all") && day::at(text, al + 1, Some(2000)).is_some()
}

/// Words whose number is that of an act or a place in one, not a quantity.
fn act(text: &Text, i: usize) -> bool {
    (i.saturating_sub(4)..i).any(|n| {
        let word = text.word(n);
        const ACTS: [&str; 17] = [
            "deliber",
            "determin",
            "decret",
            "legge",
            "protocoll",
            "prot",
            "circolar",
            "circ",
            "artic",
            "art",
            "pec",
            "nota",
            "verbal",
            "ordin",
            "obiettiv",
            "regolament",
            "lgs",
        ];
        !word.is_empty() && ACTS.iter().any(|a| word.starts_with(a))
    })
}

/// A unit that may stand before its number.
fn leading_unit(word: &str) -> bool {
    matches!(
        word,
        "kwh" | "mwh" | "kw" | "mc" | "smc" | "kg" | "gg" | "giorni" | "ore" | "ton" | "mq"
    )
}

/// All free numbers of `text` from token `start` on, at most four: more make no difference.
pub(super) fn free(text: &Text, start: usize, percent_unit: bool) -> Vec<Amount> {
    let mut found: Vec<Amount> = Vec::new();
    let mut governor: Option<Governor> = None;
    let mut i = start;
    // `Kwh 659.206,67`
    let before = (start == 0 && leading_unit(text.word(0))).then_some(0);
    let opening = match before {
        Some(_) => 1 + usize::from(matches!(text.kind(1), Some(Kind::Dot | Kind::Colon))),
        None => start,
    };
    while i < text.len() && found.len() < 4 {
        let token = &text.tokens[i];
        if let Kind::Dot | Kind::Semicolon = token.kind
            && text.tokens.get(i + 1).is_some_and(|t| t.spaced)
        {
            governor = None;
        }
        if let Some(amount) = compared(text, i, percent_unit, governor) {
            i = amount.next;
            found.push(amount);
            continue;
        }
        if let Some(g) = comparator::governor(text.word(i)) {
            governor = Some(g);
        }
        let opens = i == opening && (before.is_none() || text.number(i).is_some());
        let extra = found.iter().any(|a| a.opens) && !token.inside && joined(text, i);
        let total = text.word(i).starts_with("total");
        let amount = if total {
            total_at(text, i)
        } else if opens {
            opening_at(text, i, before.is_some())
        } else if extra
            || governed_percent(text, i, governor)
            || (!token.inside && label_at(text, i))
        {
            plain(text, i, false).filter(|p| p.year.is_none() || p.percent)
        } else {
            None
        };
        let Some(p) = amount else {
            i += 1;
            continue;
        };
        // `n. 103` of an act is no quantity.
        if !opens && p.counted && act(text, i) {
            i = p.next;
            continue;
        }
        let after = trailing_governor(text, &p);
        let governed = governed_percent(text, i, governor)
            .then_some(governor)
            .flatten();
        found.push(Amount {
            figure: p.figure(text, percent_unit, before.filter(|_| opens)),
            comparator: None,
            governor: after.or(governed).filter(|_| p.percent),
            band: p.band,
            dotted: p.dotted,
            total,
            unclear: p.unclear,
            opens,
            from: i,
            next: p.next,
            year: p.year,
        });
        i = p.next.max(i + 1);
    }
    found
}

/// A number that opens the text.
fn opening_at(text: &Text, i: usize, after_unit: bool) -> Option<Plain> {
    let p = plain(text, i, true)?;
    // A unit before its number leaves no other after it.
    (!after_unit || text.ends(p.next) || !matches!(text.kind(p.next), Some(Kind::Word)))
        .then_some(p)
}

/// A comparator with its number.
fn compared(
    text: &Text,
    i: usize,
    percent_unit: bool,
    governor: Option<Governor>,
) -> Option<Amount> {
    let first = comparator::at(text, i)?;
    let mut comparator = first;
    let mut article = false;
    let mut n = first.next;
    // `pari ad almeno`, `> circa`, `di almeno il`; a second comparator is the one that counts.
    for _ in 0..3 {
        if comparator::links(text.word(n)) {
            article |= matches!(text.word(n), "il" | "lo" | "l" | "la");
            n += 1;
        } else if matches!(text.kind(n), Some(Kind::Open | Kind::Other | Kind::Colon)) {
            n += 1;
        }
    }
    // A day after `entro` is a deadline, not a quantity.
    if !first.sign && day_follows(text, n) {
        return None;
    }
    let p = plain(text, n, true)?;
    let about = first.is == Comparison::About;
    if about {
        comparator.is = Comparison::About;
    }
    let mut figure = p.figure(text, percent_unit, None);
    match first.is {
        Comparison::Above => figure.bound = Bound::Above,
        Comparison::Below => figure.bound = Bound::Below,
        Comparison::About => figure.bound = Bound::About,
        _ => {}
    }
    let bare = figure.unit.is_none() && !p.percent;
    // `entro il 5`, `entro 2024`
    let unclear = p.unclear || (first.within && bare && (article || p.year.is_some()));
    let several = i > 0 && {
        let linked =
            comparator::links(text.word(i - 1)) || matches!(text.word(i - 1), "da" | "in" | "per");
        let n = if linked { i.saturating_sub(2) } else { i - 1 };
        matches!(text.word(n), "e" | "ed" | "nonche" | "oppure" | "o")
    };
    let governor = governor.or_else(|| trailing_governor(text, &p));
    Some(Amount {
        figure,
        comparator: (!about).then_some(comparator),
        governor,
        band: p.band,
        dotted: p.dotted,
        total: false,
        unclear: unclear || several,
        opens: i == 0,
        from: i,
        next: p.next,
        year: None,
    })
}

fn day_follows(text: &Text, n: usize) -> bool {
    match text.kind(n) {
        Some(Kind::Date(_)) => true,
        Some(Kind::Pair(..)) => day::at(text, n, Some(2000)).is_some(),
        Some(Kind::Number(d)) => {
            let dotted_day = d.day_month.is_some()
                && !matches!(text.kind(n + 1), Some(Kind::Percent))
                && text.ends(n + 1);
            let month = (n + 1..n + 3).any(|m| day::month(text.word(m)).is_some());
            dotted_day || month
        }
        _ => false,
    }
}

/// Whether a number after this token adds to the one that opens the text: `e 50%`, `+ 4`, `, 2`,
/// `n. 130`, `con 100`, `+5`.
fn joined(text: &Text, i: usize) -> bool {
    if number_sign(text, i).is_some() {
        return true;
    }
    if sign(text, i).is_some() && text.number(i + 1).is_some() {
        return matches!(text.kind(i), Some(Kind::Plus)) || !text.tokens[i + 1].spaced;
    }
    let Some(previous) = i.checked_sub(1) else {
        return false;
    };
    matches!(
        text.kind(previous),
        Some(Kind::Plus | Kind::Comma | Kind::Semicolon)
    ) || (matches!(
        text.word(previous),
        "e" | "ed" | "o" | "oppure" | "con" | "piu"
    ) && (!text.tokens[previous].accented || text.word(previous) == "piu"))
}

/// `del 5%` after a word of change.
fn governed_percent(text: &Text, i: usize, governor: Option<Governor>) -> bool {
    governor.is_some()
        && i > 0
        && (matches!(text.word(i - 1), "del" | "dell" | "di" | "dello")
            || comparator::governor(text.word(i - 1)).is_some()
            || (sign(text, i).is_some() && !text.tokens[i].inside)
            || matches!(text.kind(i), Some(Kind::PlusMinus)))
        && plain(text, i, false).is_some_and(|p| p.percent)
}

/// `5% di incremento`, `10% in più`.
fn trailing_governor(text: &Text, p: &Plain) -> Option<Governor> {
    if !p.percent {
        return None;
    }
    let mut i = p.next;
    if text.word(i) == "in" {
        match text.word(i + 1) {
            "piu" => return Some(Governor::Up),
            "meno" => return Some(Governor::Down),
            _ => {}
        }
    }
    if matches!(text.word(i), "di" | "in" | "d") {
        i += 1;
    }
    comparator::governor(text.word(i))
}

/// `totale n. 163`, `totale 29`.
fn total_at(text: &Text, i: usize) -> Option<Plain> {
    let mut n = i + 1;
    for _ in 0..2 {
        let skipped = matches!(text.word(n), "di" | "pari" | "a" | "complessivo")
            || matches!(
                text.kind(n),
                Some(Kind::Colon | Kind::Comparison(Comparison::Equal))
            );
        n += usize::from(skipped);
    }
    plain(text, n, false)
}

/// `Partecipanti n. 1.011`, `Risultato: 12`: a label whose number closes the text.
fn label_at(text: &Text, i: usize) -> bool {
    let marked = number_sign(text, i).is_some() && i > 0;
    let after_colon =
        i > 0 && matches!(text.kind(i - 1), Some(Kind::Colon)) && !text.word(0).is_empty();
    (marked || after_colon) && plain(text, i, false).is_some_and(|p| closes(text, p.next))
}

/// Whether nothing follows but parentheses, an as-of tail and punctuation.
fn closes(text: &Text, mut i: usize) -> bool {
    while let Some(token) = text.tokens.get(i) {
        let passes = token.inside
            || matches!(token.kind, Kind::Open | Kind::Close | Kind::Dot)
            || matches!(token.kind, Kind::Currency);
        if tail_begins(text, i) {
            return true;
        }
        if !passes {
            return false;
        }
        i += 1;
    }
    true
}
