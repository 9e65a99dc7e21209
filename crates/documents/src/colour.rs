//! Colours of a body made readable.

use crate::picture::Colour;

/// The public administration's blue, where a body says no colour.
pub const BLUE: [u8; 3] = [0x00, 0x59, 0xb3];

/// Contrast of a colour on white (WCAG 2.1, 1.4.3): from 1 to 21.
pub fn contrast_on_white([red, green, blue]: [u8; 3]) -> f64 {
    Colour::new(red, green, blue).contrast(Colour::WHITE)
}

/// The colour, darkened as far as it takes to be read on white and to carry white text (4.5:1).
pub fn readable(mut colour: [u8; 3]) -> [u8; 3] {
    while contrast_on_white(colour) < 4.5 {
        colour = colour.map(|part| (u16::from(part) * 95 / 100) as u8);
    }
    colour
}

/// A pale tint of the colour, on which black and the colour itself are read.
pub fn pale(colour: [u8; 3]) -> [u8; 3] {
    colour.map(|part| 255 - (255 - part) / 14)
}
