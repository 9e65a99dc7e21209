//! Colours of the body, made readable.

use crate::block::Look;
use crate::colour::{BLUE, readable};

/// Red, green, blue.
pub(crate) type Rgb = [u8; 3];

/// The colour of headings and of heads of tables, dark enough for white text on it.
pub(crate) fn main(look: &Look) -> Rgb {
    readable(look.colours.first().copied().unwrap_or(BLUE))
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
