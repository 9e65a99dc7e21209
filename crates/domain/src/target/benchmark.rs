//! `superiore alla media nazionale` (scoring.md §1): at least, or at most, a named series.

use super::comparator::{self, links};
use super::scan::{Comparison, Text};

/// Whether the value must lie above (or below) a series.
pub(super) fn read(text: &Text) -> Option<bool> {
    let start = (0..text.len().min(3)).find(|i| comparator::at(text, *i).is_some())?;
    if start > 0
        && !matches!(
            text.word(0),
            "valore" | "risultato" | "dato" | "in" | "livello"
        )
    {
        return None;
    }
    let comparator = comparator::at(text, start)?;
    let mut i = comparator.next;
    while links(text.word(i)) {
        i += 1;
    }
    if text.word(i) == "valore" {
        i += 1;
        while links(text.word(i)) {
            i += 1;
        }
    }
    if !matches!(
        text.word(i),
        "media" | "medio" | "mediana" | "benchmark" | "cluster"
    ) {
        return None;
    }
    match comparator.is {
        Comparison::AtLeast | Comparison::Above => Some(true),
        Comparison::AtMost | Comparison::Below => Some(false),
        Comparison::Equal | Comparison::About => None,
    }
}
