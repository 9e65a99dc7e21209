//! Which numbers of a text are free, that is say how much is expected or was measured
//! (scoring.md §1, *Numbers*).

use super::comparator::{self, Comparator, Governor};
use super::day;
use super::plain::{Plain, plain};
use super::quantity::{number_sign, sign};
use super::scan::{Comparison, Kind, Text};
use super::unit::{tail_begins, unit};
use super::{Bound, Figure};

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
    /// Where its unit begins, if it follows the number.
    unit_from: Option<usize>,
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
        let extra = !found.is_empty() && !token.inside && joined(text, i);
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
            unit_from: p.unit_after(before.filter(|_| opens)),
        });
        i = p.next.max(i + 1);
    }
    // The unit of a number ends where the next one begins.
    for n in 1..found.len() {
        let next = found[n].from;
        let previous = &mut found[n - 1];
        if let Some(from) = previous.unit_from {
            let mut to = next;
            while to > from
                && matches!(
                    text.word(to - 1),
                    "e" | "ed" | "o" | "con" | "piu" | "oppure"
                )
            {
                to -= 1;
            }
            previous.figure.unit = unit(text, from, to);
            previous.figure.percent |= percent_unit && previous.figure.unit.is_none();
        }
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
    if day_follows(text, n, first.sign) {
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
        unit_from: p.unit_after(None),
    })
}

/// Whether a day stands at `n`; after a sign `30.6` is a number.
fn day_follows(text: &Text, n: usize, sign: bool) -> bool {
    match text.kind(n) {
        Some(Kind::Date(_)) => true,
        Some(Kind::Pair(..)) => day::at(text, n, Some(2000)).is_some(),
        Some(Kind::Number(d)) => {
            let dotted_day = !sign
                && d.day_month.is_some()
                && !matches!(text.kind(n + 1), Some(Kind::Percent))
                && text.ends(n + 1);
            let month = day::names_month(text, n + 1);
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
