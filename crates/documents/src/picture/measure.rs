//! How wide a text is in the document's face.

use std::sync::LazyLock;

/// The two weights that pictures use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// Titillium Web Regular.
    Regular,
    /// Titillium Web Bold.
    Bold,
}

/// Characters up to here have their advance in the table; Latin, Greek, punctuation, currency.
const KNOWN: usize = 0x2300;

/// Widths in thousandths of the type size; 0 where the face has no glyph.
struct Advances(Vec<u16>);

static REGULAR: LazyLock<Advances> =
    LazyLock::new(|| advances(include_bytes!("../../fonts/TitilliumWeb-Regular.ttf")));
static BOLD: LazyLock<Advances> =
    LazyLock::new(|| advances(include_bytes!("../../fonts/TitilliumWeb-Bold.ttf")));

fn advances(face: &[u8]) -> Advances {
    let face = ttf_parser::Face::parse(face, 0).expect("the face in the source is whole");
    let em = u32::from(face.units_per_em());
    let width = |code: usize| {
        let character = u32::try_from(code).ok().and_then(char::from_u32)?;
        let advance = face.glyph_hor_advance(face.glyph_index(character)?)?;
        u16::try_from(u32::from(advance) * 1000 / em).ok()
    };
    Advances((0..KNOWN).map(|code| width(code).unwrap_or(0)).collect())
}

/// What the face lacks is drawn in another one: room for an ideograph.
const FOREIGN: f64 = 1.0;
/// A renderer may draw the whole line in the other face, which is wider than ours by so much.
const OTHER_FACE: f64 = 1.35;

fn table(weight: Weight) -> &'static [u16] {
    match weight {
        Weight::Regular => &REGULAR.0,
        Weight::Bold => &BOLD.0,
    }
}

/// How much wider than our face this text may be drawn: 1 where our face has all of it.
pub(crate) fn widening(text: &str, weight: Weight) -> f64 {
    let table = table(weight);
    let ours = |c: char| table.get(c as usize).is_some_and(|advance| *advance > 0);
    if text.chars().all(ours) {
        1.0
    } else {
        OTHER_FACE
    }
}

/// Width of one character in points, at a type size in points.
pub(crate) fn character(character: char, size: f64, weight: Weight) -> f64 {
    match table(weight).get(character as usize) {
        Some(&advance) if advance > 0 => f64::from(advance) / 1000.0 * size,
        _ => FOREIGN * size,
    }
}

/// Width of a text in our own face, whatever the renderer does with what it lacks.
pub(crate) fn own_width(text: &str, size: f64, weight: Weight) -> f64 {
    text.chars().map(|c| character(c, size, weight)).sum()
}

/// Width of a line of text in points, at a type size in points, without kerning. Where the face lacks
/// a character, such as ≤, the width that the line has at most in the face that replaces it.
pub fn width(text: &str, size: f64, weight: Weight) -> f64 {
    own_width(text, size, weight) * widening(text, weight)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_of_the_face_are_equally_wide() {
        let one = width("1", 10.0, Weight::Regular);
        for digit in ["0", "4", "7", "9"] {
            assert!((width(digit, 10.0, Weight::Regular) - one).abs() < 0.01);
        }
        assert!(width("Obiettivo", 10.0, Weight::Bold) > width("Obiettivo", 10.0, Weight::Regular));
    }

    #[test]
    fn what_the_face_lacks_has_room() {
        assert!(width("🦊", 10.0, Weight::Regular) >= 10.0);
    }
}
