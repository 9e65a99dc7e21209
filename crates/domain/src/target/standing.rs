//! What stands in a cell instead of an expectation: marks of no value, *observed*, *postponed*,
//! *undefined* (scoring.md §1).

use super::Mark;
use super::day;
use super::scan::{Comparison, Kind, Text};

/// The mark that is all the text says: nothing, dashes, `//`, `ND`. `> nd` counts too.
pub(super) fn mark(text: &Text) -> Option<Mark> {
    if text.raw.is_empty() {
        return Some(Mark::Blank);
    }
    let all =
        |f: fn(&Kind) -> bool| !text.tokens.is_empty() && text.tokens.iter().all(|t| f(&t.kind));
    if all(|k| matches!(k, Kind::Dash { .. })) {
        return Some(Mark::Dash);
    }
    if all(|k| matches!(k, Kind::Slash | Kind::Slashes)) {
        return Some(Mark::Slashes);
    }
    let start = usize::from(matches!(
        text.kind(0),
        Some(Kind::Comparison(Comparison::Above | Comparison::About))
    ));
    let next = not_available(text, start)?;
    text.ends(next).then_some(Mark::NotAvailable)
}

/// `ND`, `n.d.`, `N/D`, `n.a.` at `i`: the token after it.
fn not_available(text: &Text, i: usize) -> Option<usize> {
    match text.word(i) {
        "nd" | "np" => return Some(i + 1),
        "n" => {}
        _ => return None,
    }
    let parted = matches!(text.kind(i + 1), Some(Kind::Dot | Kind::Slash));
    (parted && matches!(text.word(i + 2), "d" | "a" | "p")).then_some(i + 3)
}

/// `ND vedi nota`: the value is elsewhere. Only a mention that closes with the place is one.
pub(super) fn elsewhere(text: &Text) -> bool {
    let start = usize::from(matches!(text.kind(0), Some(Kind::Comparison(_))));
    let refers = |i: usize| {
        matches!(text.word(i), "vedi" | "vedasi" | "cfr" | "v")
            || text.says(i, &["si", "veda"])
            || text.says(i, &["come", "da"])
            || text.says(i, &["si", "rinvia", "a"])
            || text.says(i, &["si", "rimanda", "a"])
    };
    match not_available(text, start) {
        Some(next) => {
            let open = usize::from(matches!(
                text.kind(next),
                Some(Kind::Open | Kind::Dash { .. } | Kind::Comma | Kind::Dot)
            ));
            refers(next + open) || refers(next)
        }
        None => refers(start) && text.word(start) != "v",
    }
}

/// `in attesa di definizione`, `da definire`, a reference to another place.
pub(super) fn undefined(text: &Text) -> bool {
    elsewhere(text)
        || text.says(0, &["in", "attesa"])
        || text.says(0, &["in", "corso", "di", "definizione"])
        || text.says(0, &["in", "via", "di", "definizione"])
        || (matches!(text.word(0), "da" | "non")
            && matches!(
                text.word(1),
                "definire"
                    | "definirsi"
                    | "stabilire"
                    | "determinare"
                    | "individuare"
                    | "definito"
                    | "definibile"
                    | "disponibile"
                    | "previsto"
                    | "applicabile"
                    | "determinato"
            )
            && text.ends(2))
}

/// `Rinvio al 2028`, `posticipato`.
pub(super) fn postponed(text: &Text) -> bool {
    let word = text.word(0);
    let stem = ["rinvi", "posticip", "differi", "slitt"]
        .iter()
        .any(|s| word.starts_with(s));
    if !stem {
        return false;
    }
    text.ends(1)
        || (matches!(text.word(1), "al" | "all" | "a" | "nel" | "nell")
            && (day::at(text, 2, Some(2000)).is_some()
                || text.number(2).is_some_and(|n| n.year.is_some())
                || matches!(
                    text.word(2),
                    "anno" | "esercizio" | "prossimo" | "nuovo" | "data"
                )
                || day::month(text.word(2)).is_some()))
}

/// `monitoraggio`, `rilevazione`, alone or with nothing but a time; what is monitored makes it a
/// described result.
pub(super) fn observed(text: &Text) -> bool {
    let start = usize::from(matches!(text.word(0), "solo" | "sola"));
    matches!(text.word(start), "monitoraggio" | "rilevazione")
        && (start + 1..text.len()).all(|i| time(text, i))
}

/// Whether the token at `i` says only when.
pub(super) fn time(text: &Text, i: usize) -> bool {
    match &text.tokens[i].kind {
        Kind::Word => {
            let word = text.word(i);
            day::month(word).is_some()
                || matches!(
                    word,
                    "al" | "nel"
                        | "nell"
                        | "del"
                        | "dell"
                        | "il"
                        | "in"
                        | "a"
                        | "di"
                        | "entro"
                        | "l"
                        | "la"
                        | "anno"
                        | "annuale"
                        | "annuali"
                        | "mensile"
                        | "trimestrale"
                        | "semestrale"
                        | "periodico"
                        | "periodica"
                        | "continuo"
                        | "corso"
                        | "semestre"
                        | "trimestre"
                        | "quadrimestre"
                        | "fine"
                        | "mese"
                        | "i"
                        | "ii"
                        | "iii"
                        | "iv"
                        | "primo"
                        | "secondo"
                        | "terzo"
                        | "quarto"
                )
        }
        Kind::Number(n) => n.year.is_some() || matches!(text.kind(i + 1), Some(Kind::Degree)),
        Kind::Date(_) | Kind::Pair(..) => true,
        Kind::Percent | Kind::Code => false,
        _ => true,
    }
}
