//! Colours, and whether they can be told apart.

/// An opaque colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour {
    /// Red, 0 to 255.
    pub red: u8,
    /// Green, 0 to 255.
    pub green: u8,
    /// Blue, 0 to 255.
    pub blue: u8,
}

impl Colour {
    /// White.
    pub const WHITE: Colour = Colour::new(255, 255, 255);
    /// Black.
    pub const BLACK: Colour = Colour::new(0, 0, 0);

    /// A colour by its parts.
    pub const fn new(red: u8, green: u8, blue: u8) -> Colour {
        Colour { red, green, blue }
    }

    /// Reads `#0066CC`, `0066CC` or `#06C`.
    pub fn from_hex(text: &str) -> Option<Colour> {
        let digits: Vec<u8> = text
            .trim()
            .trim_start_matches('#')
            .chars()
            .map(|c| c.to_digit(16).and_then(|d| u8::try_from(d).ok()))
            .collect::<Option<_>>()?;
        match digits[..] {
            [r, g, b] => Some(Colour::new(r * 17, g * 17, b * 17)),
            [r, s, g, h, b, c] => Some(Colour::new(r * 16 + s, g * 16 + h, b * 16 + c)),
            _ => None,
        }
    }

    /// As SVG writes it.
    pub fn hex(self) -> String {
        format!("#{:02X}{:02X}{:02X}", self.red, self.green, self.blue)
    }

    /// This colour with a `share` (0 to 1) of another in it.
    pub fn mixed(self, other: Colour, share: f64) -> Colour {
        let part = |a: u8, b: u8| {
            let mixed = f64::from(a) + (f64::from(b) - f64::from(a)) * share.clamp(0.0, 1.0);
            mixed.round() as u8
        };
        Colour::new(
            part(self.red, other.red),
            part(self.green, other.green),
            part(self.blue, other.blue),
        )
    }

    /// A pale ground of this colour, for dark text upon it.
    pub fn pale(self) -> Colour {
        self.mixed(Colour::WHITE, 0.92)
    }

    fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.040_45 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }

    /// Contrast of two colours, 1 to 21, as WCAG computes it.
    pub fn contrast(self, other: Colour) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// This colour, darkened just as far as it takes to stand out from `ground` by `ratio`.
    pub fn against(self, ground: Colour, ratio: f64) -> Colour {
        (0..=20)
            .map(|step| self.mixed(Colour::BLACK, f64::from(step) / 20.0))
            .find(|colour| colour.contrast(ground) >= ratio)
            .unwrap_or(Colour::BLACK)
    }

    /// This colour, dark enough for text on white and for white text on it.
    pub(crate) fn ink(self) -> Colour {
        self.against(Colour::WHITE, 4.5)
    }
}

/// The colours of a document, those of the Italian public administration unless the body has its own.
#[derive(Debug, Clone, PartialEq)]
pub struct Palette {
    /// The body's colour: bars, boxes and lines of the first rank.
    pub primary: Colour,
    /// Text and axes.
    pub dark: Colour,
    /// Secondary text and thin lines.
    pub grey: Colour,
    /// Colours of series, strategic areas and perspectives, in their order; repeated if there are more.
    pub series: Vec<Colour>,
}

impl Default for Palette {
    fn default() -> Palette {
        let blue = Colour::new(0x00, 0x66, 0xCC);
        let dark = Colour::new(0x17, 0x32, 0x4D);
        let grey = Colour::new(0x5A, 0x76, 0x8A);
        let green = Colour::new(0x00, 0x80, 0x55);
        let amber = Colour::new(0xA6, 0x63, 0x00);
        let red = Colour::new(0xCC, 0x33, 0x4D);
        Palette {
            primary: blue,
            dark,
            grey,
            series: vec![blue, green, amber, red, grey, dark],
        }
    }
}

impl Palette {
    /// The colour of the n-th series, dark enough for text.
    pub(crate) fn nth(&self, n: usize) -> Colour {
        match self.series.len() {
            0 => self.primary.ink(),
            len => self.series[n % len].ink(),
        }
    }

    /// Text of the first rank on white.
    pub(crate) fn text(&self) -> Colour {
        self.dark.against(Colour::WHITE, 7.0)
    }

    /// Text of the second rank, readable also on a pale ground.
    pub(crate) fn faint(&self) -> Colour {
        self.grey.against(Colour::WHITE, 5.5)
    }

    /// Thin lines that carry a meaning.
    pub(crate) fn rule(&self) -> Colour {
        self.grey.against(Colour::WHITE, 3.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_is_read_as_it_is_written() {
        let blue = Colour::new(0, 0x66, 0xCC);
        assert_eq!(Colour::from_hex("#06C"), Some(blue));
        assert_eq!(Colour::from_hex(&blue.hex()), Some(blue));
        assert_eq!(Colour::from_hex("blu"), None);
        assert_eq!(Colour::from_hex("#è0è0è0"), None);
    }

    #[test]
    fn a_bodys_light_colour_becomes_readable() {
        for hex in ["#FFFF00", "#00FFCC", "#FFFFFF", "#0066CC"] {
            let colour = Colour::from_hex(hex).expect("a colour");
            assert!(colour.ink().contrast(Colour::WHITE) >= 4.5, "{hex}");
        }
        let palette = Palette::default();
        assert!(palette.faint().contrast(palette.primary.pale()) >= 4.5);
    }
}
