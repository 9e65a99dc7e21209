//! Colours of the body, made readable.

use crate::block::Look;

/// Red, green, blue.
pub(crate) type Rgb = [u8; 3];

/// For a body without colours of its own.
const BLUE: Rgb = [0x00, 0x5c, 0xb3];

/// The least contrast of text (WCAG AA).
const LEAST_CONTRAST: f64 = 4.5;

/// The colour of headings and of heads of tables, dark enough for white text on it.
pub(crate) fn main(look: &Look) -> Rgb {
    readable(look.colours.first().copied().unwrap_or(BLUE))
}

/// The colour, darkened until white on it (and it on white) can be read.
pub(crate) fn readable(mut colour: Rgb) -> Rgb {
    while 1.05 / (luminance(colour) + 0.05) < LEAST_CONTRAST {
        colour = colour.map(|part| (f64::from(part) * 0.92) as u8);
    }
    colour
}

/// The colour thinned with white: one part of it in `parts`.
pub(crate) fn tint(colour: Rgb, parts: u16) -> Rgb {
    colour.map(|part| {
        let thin = 255 - (255 - u16::from(part)) / parts;
        u8::try_from(thin).unwrap_or(u8::MAX)
    })
}

/// As files of offices write it: `005CB3`.
pub(crate) fn hex([red, green, blue]: Rgb) -> String {
    format!("{red:02X}{green:02X}{blue:02X}")
}

fn luminance(colour: Rgb) -> f64 {
    let [red, green, blue] = colour.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.040_45 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}
