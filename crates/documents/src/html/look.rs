//! Colours of the body, made readable.

use crate::colour::{BLUE, pale, readable};

/// The colours of a page as custom properties of CSS.
pub(super) fn properties(colours: &[[u8; 3]]) -> String {
    let first = readable(colours.first().copied().unwrap_or(BLUE));
    let deep = mixed(first, [0x11, 0x1c, 0x2b], 45);
    let second = colours.get(1).copied().map_or(deep, readable);
    format!(
        ":root{{--first:{};--second:{};--deep:{};--tint:{};--line:{}}}\n",
        hex(first),
        hex(second),
        hex(deep),
        hex(pale(first)),
        hex(mixed(first, [0xc9, 0xd1, 0xd9], 85)),
    )
}

/// A colour as CSS writes it.
pub(super) fn hex([red, green, blue]: [u8; 3]) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// `percent` of `other` in the colour.
fn mixed(colour: [u8; 3], other: [u8; 3], percent: u16) -> [u8; 3] {
    let [r, g, b] = [0, 1, 2].map(|i| {
        let sum = u16::from(colour[i]) * (100 - percent) + u16::from(other[i]) * percent;
        u8::try_from(sum / 100).unwrap_or(u8::MAX)
    });
    [r, g, b]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block::Mark;
    use crate::colour::contrast_on_white;

    #[test]
    fn marks_are_readable() {
        for mark in [
            Mark::Reached,
            Mark::OnCourse,
            Mark::Late,
            Mark::NotReached,
            Mark::ToMeasure,
            Mark::LeftOut,
        ] {
            assert!(contrast_on_white(mark.colour()) >= 4.5, "{mark:?}");
        }
    }

    #[test]
    fn colours_of_a_page_are_readable() {
        assert!(properties(&[]).starts_with(":root{--first:#0059b3;"));
        assert!(!properties(&[[0xff; 3], [0xff; 3]]).contains("#ffffff"));
    }
}
