//! Comparators in signs and words (scoring.md §1, table of targets): `>=`, `almeno`, `non più di`,
//! `entro` …

use super::scan::{Comparison, Kind, Text};

/// A comparator found in a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Comparator {
    pub is: Comparison,
    /// Written as a sign (`>=`), not in words.
    pub sign: bool,
    /// `entro`: of a quantity, at most; of a day, the deadline.
    pub within: bool,
    /// The token after it.
    pub next: usize,
}

/// Whether `word` links a comparator to its number: `al`, `del`, `il` …
pub(super) fn links(word: &str) -> bool {
    matches!(
        word,
        "a" | "al"
            | "allo"
            | "alla"
            | "all"
            | "ai"
            | "agli"
            | "alle"
            | "ad"
            | "di"
            | "del"
            | "dello"
            | "della"
            | "dell"
            | "dei"
            | "degli"
            | "delle"
            | "il"
            | "lo"
            | "la"
            | "l"
            | "i"
            | "gli"
            | "le"
    )
}

/// The comparator at `i`, if one begins there.
pub(super) fn at(text: &Text, i: usize) -> Option<Comparator> {
    use Comparison::{Above, AtLeast, AtMost, Below, Equal};
    if let Kind::Comparison(is) = text.kind(i)? {
        return Some(Comparator {
            is: *is,
            sign: true,
            within: false,
            next: i + 1,
        });
    }
    let found = |is, taken| {
        Some(Comparator {
            is,
            sign: false,
            within: false,
            next: i + taken,
        })
    };
    match text.word(i) {
        "" => None,
        "almeno" | "minimo" | "minima" | "perlomeno" => found(AtLeast, 1),
        "massimo" | "massima" => found(AtMost, 1),
        "min" | "max" => {
            let is = if text.word(i) == "min" {
                AtLeast
            } else {
                AtMost
            };
            let dotted = matches!(text.kind(i + 1), Some(Kind::Dot));
            found(is, if dotted { 2 } else { 1 })
        }
        "al" if text.word(i + 1) == "massimo" => found(AtMost, 2),
        "al" if matches!(text.word(i + 1), "minimo" | "meno") => found(AtLeast, 2),
        "al" if text.says(i + 1, &["di", "sotto"]) => found(Below, 3),
        "al" if text.says(i + 1, &["di", "sopra"]) => found(Above, 3),
        "fino" | "sino" => found(AtMost, 1),
        "entro" => {
            let beyond = text.says(i + 1, &["e", "non", "oltre"]);
            Some(Comparator {
                is: AtMost,
                sign: false,
                within: true,
                next: i + if beyond { 4 } else { 1 },
            })
        }
        "oltre" | "sopra" => found(Above, 1),
        "sotto" => found(Below, 1),
        "circa" | "approssimativamente" => found(Comparison::About, 1),
        "ca" if matches!(text.kind(i + 1), Some(Kind::Dot)) => found(Comparison::About, 2),
        "esattamente" => found(Equal, 1),
        "non" => match text.word(i + 1) {
            "meno" | "minore" | "inferiore" | "sotto" => found(AtLeast, 2),
            "piu" | "maggiore" | "superiore" | "sopra" => found(AtMost, 2),
            "oltre" => Some(Comparator {
                is: AtMost,
                sign: false,
                within: true,
                next: i + 2,
            }),
            _ => None,
        },
        "piu" | "meno" => {
            let is = if text.word(i) == "piu" { Above } else { Below };
            matches!(text.word(i + 1), "di" | "del" | "dell" | "dei").then(|| found(is, 1))?
        }
        "maggiore" | "superiore" | "maggiori" | "superiori" => match text.word(i + 1) {
            "o" if matches!(text.word(i + 2), "uguale" | "pari") => found(AtLeast, 3),
            _ => found(Above, 1),
        },
        "minore" | "inferiore" | "minori" | "inferiori" => match text.word(i + 1) {
            "o" if matches!(text.word(i + 2), "uguale" | "pari") => found(AtMost, 3),
            _ => found(Below, 1),
        },
        "pari" | "uguale" if text.word(i + 1) == "o" => match text.word(i + 2) {
            "superiore" | "maggiore" => found(AtLeast, 3),
            "inferiore" | "minore" => found(AtMost, 3),
            _ => None,
        },
        "uguale" => found(Equal, 1),
        _ => None,
    }
}

/// Whether the word before a comparator turns it into a change of a change (`incremento non
/// superiore a`), and which way it points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Governor {
    Up,
    Down,
    Either,
}

/// Words that make a percentage a change on the baseline.
pub(super) fn governor(word: &str) -> Option<Governor> {
    const STEMS: [(&str, Governor); 17] = [
        ("increment", Governor::Up),
        ("aument", Governor::Up),
        ("crescit", Governor::Up),
        ("accresc", Governor::Up),
        ("espansion", Governor::Up),
        ("riduzion", Governor::Down),
        ("ridurre", Governor::Down),
        ("ridott", Governor::Down),
        ("riduc", Governor::Down),
        ("diminu", Governor::Down),
        ("decrement", Governor::Down),
        ("contrazion", Governor::Down),
        ("abbattiment", Governor::Down),
        ("calo", Governor::Down),
        ("risparmi", Governor::Down),
        ("variazion", Governor::Either),
        ("scostament", Governor::Either),
    ];
    // Only some letters can begin one.
    if !word.starts_with(['i', 'a', 'c', 'e', 'r', 'd', 'v', 's']) {
        return None;
    }
    STEMS
        .iter()
        .find(|(stem, _)| word.starts_with(stem))
        .map(|(_, g)| *g)
}
