//! Yes and no (scoring.md §1): `SI`, `sì`, `SI (predisposizione)`; `SI/NO` means SI.

use super::scan::{Kind, Text};

/// The answer that opens the text, and the token after it.
pub(super) fn read(text: &Text) -> Option<(bool, usize)> {
    let yes = match text.word(0) {
        "si" | "yes" => true,
        "no" => false,
        _ => return None,
    };
    if yes && matches!(text.kind(1), Some(Kind::Slash | Kind::Dash { .. })) && text.word(2) == "no"
    {
        return Some((true, 3));
    }
    // "Si provvede a …" is no answer; "SI predisposizione" and "sì, con relazione" are.
    let stands_out = match text.kind(1) {
        Some(Kind::Word | Kind::Number(_)) => {
            let shout = |s: &str| s.chars().all(|c| !c.is_lowercase());
            let word = &text.tokens[0];
            (yes && word.accented) || (shout(&text.raw[word.start..word.end]) && !shout(text.raw))
        }
        _ => true,
    };
    stands_out.then_some((yes, 1))
}
