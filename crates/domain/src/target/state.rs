//! States that free text says: non avviato, in corso, sospeso, in attesa, rinviato, completato
//! (scoring.md §1, *Actuals*).

use super::Progress;
use super::scan::Text;

/// Most words of a text that as a whole says a state; a longer one says it only at its start.
const SHORT: usize = 8;

/// The state that the text says, if it says one.
pub(super) fn read(text: &Text) -> Option<Progress> {
    let first = (0..text.len().min(4)).find(|i| !text.word(*i).is_empty())?;
    let words = (0..=SHORT + 1)
        .filter(|i| !text.word(*i).is_empty())
        .count();
    let short = text.len() <= 2 * SHORT && words <= SHORT;
    if let Some(state) = at_start(text, first) {
        return Some(state);
    }
    if !short {
        return None;
    }
    let stem = |i: usize, stems: &[&str]| stems.iter().any(|s| text.word(i).starts_with(s));
    let says =
        |stems: &[&str]| (0..text.len()).any(|i| stems.iter().any(|s| participle(text.word(i), s)));
    let any = |stems: &[&str]| (0..text.len()).any(|i| stem(i, stems));
    let negated = any(&[
        "non", "mai", "senza", "parzial", "parte", "verr", "sar", "dovr", "fase", "corso", "quasi",
        "prossim",
    ]);
    let word = |words: &[&str]| (0..text.len()).any(|i| words.contains(&text.word(i)));
    if says(&["sospes"]) && !word(&["non"]) {
        Some(Progress::Suspended)
    } else if (0..text.len()).any(|i| text.says(i, &["in", "attesa"])) {
        Some(Progress::Waiting)
    } else if says(&["rinviat", "posticipat"]) && !word(&["non"]) {
        Some(Progress::Postponed)
    } else if (0..text.len())
        .any(|i| text.says(i, &["in", "corso"]) || text.says(i, &["in", "fase", "di"]))
    {
        // `nel corso del 2024` is no state, and neither is `in corso d'anno`.
        (!word(&["anno"])).then_some(Progress::InProgress)
    } else if (0..text.len())
        .any(|i| text.word(i) == "non" && (i..i + 4).any(|n| starting(text.word(n))))
    {
        Some(Progress::NotStarted)
    } else if !negated && closes_with(text, &["avviat", "iniziat"]) {
        Some(Progress::InProgress)
    } else if !negated
        && (DONE.iter().any(|d| participle(text.word(first), d)) || closes_with(text, &DONE))
    {
        Some(Progress::Completed)
    } else {
        None
    }
}

const DONE: [&str; 22] = [
    "completat",
    "conclus",
    "realizzat",
    "ultimat",
    "terminat",
    "effettuat",
    "predispost",
    "eseguit",
    "raggiunt",
    "attuat",
    "attivat",
    "approvat",
    "pubblicat",
    "adottat",
    "acquistat",
    "installat",
    "stipulat",
    "redatt",
    "consegnat",
    "trasmess",
    "adempiut",
    "fatt",
];

fn starting(word: &str) -> bool {
    ["avviat", "iniziat", "attivat", "partit", "cominciat"]
        .iter()
        .any(|s| participle(word, s))
}

/// Whether `word` is the participle of `stem` in one of its four endings.
fn participle(word: &str, stem: &str) -> bool {
    matches!(word.strip_prefix(stem), Some("o" | "a" | "i" | "e"))
}

fn closes_with(text: &Text, stems: &[&str]) -> bool {
    let last = (0..text.len()).rev().find(|i| !text.word(*i).is_empty());
    last.is_some_and(|i| text.ends(i + 1) && stems.iter().any(|s| participle(text.word(i), s)))
}

/// A state that the first words say, whatever follows.
fn at_start(text: &Text, i: usize) -> Option<Progress> {
    let next = text.word(i + 1);
    match text.word(i) {
        "non" => {
            let after = if next == "ancora" {
                text.word(i + 2)
            } else {
                next
            };
            starting(after).then_some(Progress::NotStarted)
        }
        "da" if matches!(next, "avviare" | "iniziare" | "attivare") => Some(Progress::NotStarted),
        "in" if matches!(next, "corso" | "itinere" | "lavorazione" | "svolgimento") => {
            (!matches!(text.word(i + 2), "d" | "anno")).then_some(Progress::InProgress)
        }
        "in" if next == "fase" => Some(Progress::InProgress),
        "in" if next == "attesa" => Some(Progress::Waiting),
        "attivita" if next == "sospesa" => Some(Progress::Suspended),
        "avvio" | "inizio" => Some(Progress::InProgress),
        word if participle(word, "avviat") || participle(word, "iniziat") => {
            Some(Progress::InProgress)
        }
        word if participle(word, "sospes") => Some(Progress::Suspended),
        _ if super::standing::postponed(text) => Some(Progress::Postponed),
        _ => None,
    }
}

/// The state in a field that a person wrote; none where the words say none.
pub fn read_state(text: &str) -> Option<Progress> {
    read(&Text::of(text))
}
