//! Colours of the body, made readable.

/// The blue of the Italian public administration's sites, for bodies that name no colour.
const BLUE: [u8; 3] = [0x00, 0x66, 0xcc];

/// What text on white, and white text, must reach.
const ENOUGH: f64 = 4.5;

/// The colours of a page as custom properties of CSS.
pub(super) fn properties(colours: &[[u8; 3]]) -> String {
    let first = darkened(colours.first().copied().unwrap_or(BLUE));
    let second = colours.get(1).copied().map_or(first, darkened);
    format!(
        ":root{{--first:{};--second:{};--deep:{};--tint:{};--line:{}}}\n",
        hex(first),
        hex(second),
        hex(mixed(first, [0x11, 0x1c, 0x2b], 45)),
        hex(mixed(first, [0xff; 3], 93)),
        hex(mixed(first, [0xc9, 0xd1, 0xd9], 85)),
    )
}

/// A colour as CSS writes it.
pub(super) fn hex([red, green, blue]: [u8; 3]) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// The colour, darker by as little as it takes to be read on white.
pub(super) fn darkened(colour: [u8; 3]) -> [u8; 3] {
    (0..=100)
        .map(|percent| mixed(colour, [0; 3], percent))
        .find(|&darker| on_white(darker) >= ENOUGH)
        .unwrap_or([0; 3])
}

/// `percent` of `other` in the colour.
fn mixed(colour: [u8; 3], other: [u8; 3], percent: u16) -> [u8; 3] {
    let [r, g, b] = [0, 1, 2].map(|i| {
        let sum = u16::from(colour[i]) * (100 - percent) + u16::from(other[i]) * percent;
        u8::try_from(sum / 100).unwrap_or(u8::MAX)
    });
    [r, g, b]
}

/// The contrast with white that WCAG defines.
fn on_white(colour: [u8; 3]) -> f64 {
    let [red, green, blue] = colour.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.040_45 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    });
    1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block::Mark;

    #[test]
    fn readable_colours_stay_as_they_are() {
        assert_eq!(darkened(BLUE), BLUE);
        assert_eq!(darkened([0; 3]), [0; 3]);
    }

    #[test]
    fn pale_colours_become_readable_and_no_darker() {
        for colour in [[0xff, 0xee, 0x00], [0xff; 3], [0x80, 0xc0, 0xff]] {
            let readable = on_white(darkened(colour));
            assert!((ENOUGH..4.7).contains(&readable), "{readable}");
        }
    }

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
            assert!(on_white(mark.colour()) >= ENOUGH, "{mark:?}");
        }
    }
}
