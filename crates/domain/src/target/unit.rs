//! The unit or remark that follows a number, and the as-of tail that ends it (scoring.md §1).

use super::comparator;
use super::day;
use super::scan::{Kind, Text};

/// Longest unit kept, in bytes.
const LONGEST_UNIT: usize = 80;

/// The unit or remark that follows a number, from token `i` to the next break of the sentence.
pub(super) fn unit(text: &Text, i: usize, to: usize) -> Option<String> {
    let first = text.tokens[..to.min(text.len())].get(i)?;
    let mut end = first.start;
    for (n, token) in text.tokens[..to.min(text.len())].iter().enumerate().skip(i) {
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
            Kind::Word => {
                let al = n + usize::from(AS_OF.contains(&text.word(n)));
                let numeric = !matches!(text.kind(al + 1), Some(Kind::Word) | None);
                text.word(n) == "entro" || (matches!(text.word(al), "al" | "all") && numeric)
            }
            _ => false,
        };
        if breaks || token.end - first.start > LONGEST_UNIT {
            break;
        }
        end = token.end;
    }
    let written = |c: char| c.is_alphanumeric() || matches!(c, '€' | '$' | '£' | '‰');
    let mut unit = text.raw[first.start..end].trim_start_matches(|c: char| !written(c));
    // A unit ends with no article, preposition, conjunction or sign.
    loop {
        unit = unit.trim_end_matches(|c: char| !written(c) && c != '.');
        // A dot belongs to the word that it ends; one that stands alone ends the sentence.
        if let Some(before) = unit.strip_suffix('.')
            && !before.ends_with(written)
        {
            unit = before;
            continue;
        }
        let last = unit.rsplit(|c: char| !written(c)).next().unwrap_or("");
        let small = last.to_ascii_lowercase();
        let hangs = comparator::links(&small)
            || matches!(small.as_str(), "e" | "ed" | "o" | "con" | "per" | "da");
        if last.is_empty() || !hangs {
            break;
        }
        unit = &unit[..unit.len() - last.len()];
    }
    let unit: String =
        if unit.contains(|c: char| c.is_whitespace() && c != ' ') || unit.contains("  ") {
            unit.split_whitespace().collect::<Vec<_>>().join(" ")
        } else {
            unit.trim().to_owned()
        };
    unit.contains(written).then_some(unit)
}

/// Words that announce the day of a figure.
const AS_OF: [&str; 13] = [
    "dato",
    "dati",
    "rilevazione",
    "rilevazioni",
    "rilevato",
    "rilevati",
    "rilevata",
    "rilevate",
    "aggiornato",
    "aggiornati",
    "aggiornata",
    "aggiornate",
    "situazione",
];

/// Whether an as-of tail begins at `i`: `dato al 30/6`, `al 31/05/2024`.
pub(super) fn tail_begins(text: &Text, i: usize) -> bool {
    let known = AS_OF.contains(&text.word(i));
    let al = if known { i + 1 } else { i };
    matches!(text.word(al), "al" | "all") && day::at(text, al + 1, Some(2000)).is_some()
}
