//! Colours of a body made readable.

/// The public administration's blue, where a body says no colour.
pub const BLUE: [u8; 3] = [0x00, 0x59, 0xb3];

/// Contrast of a colour on white (WCAG 2.1, 1.4.3): from 1 to 21.
pub fn contrast_on_white(colour: [u8; 3]) -> f64 {
    let part = |c: u8| {
        let c = f64::from(c) / 255.0;
        if c <= 0.04045 {
            c / 12.92
        } else {
            ((c + 0.055) / 1.055).powf(2.4)
        }
    };
    let [r, g, b] = colour.map(part);
    1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05)
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
