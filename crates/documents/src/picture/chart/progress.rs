//! A small bar for a line of a table: how far, and how far one should be.

use super::super::colour::{Colour, Palette};
use super::super::measure::{Weight, width as text_width};
use super::super::plane::Rect;
use super::super::svg::{Anchor, Paint, Svg, Type};
use super::super::wrap::{Setting, one_line};
use super::super::{Caption, Picture};
use super::{Figure, SMALL};

/// A progress bar.
#[derive(Debug, Clone, PartialEq)]
pub struct Progress {
    /// What the picture is called.
    pub caption: Caption,
    /// Width in points, figure included.
    pub width: f64,
    /// The reached share, 1 for all of it, with its printed figure.
    pub reached: Figure,
    /// The share that is expected by now: a tick.
    pub expected: Option<f64>,
    /// Colour of the filling; the document's without it.
    pub colour: Option<Colour>,
    /// The document's colours.
    pub palette: Palette,
}

/// Height of the picture: a line of a table.
const HIGH: f64 = 12.0;

/// Draws the bar with its figure at the right. More than all fills the bar and shows an arrow's
/// point; what is missing leaves an empty dashed bar.
pub fn progress(bar: &Progress) -> Picture {
    let width = if bar.width.is_finite() {
        bar.width.clamp(30.0, 2_000.0)
    } else {
        60.0
    };
    let palette = &bar.palette;
    let setting = Setting {
        width: width * 0.5,
        size: SMALL,
        weight: Weight::Regular,
    };
    let said = one_line(&bar.reached.label, setting);
    // Three figures and a sign have the same room in every row, so that bars end alike.
    let room =
        text_width(&said, SMALL, Weight::Regular).max(text_width("100%", SMALL, Weight::Regular));
    let room = if said.is_empty() { 0.0 } else { room + 5.0 };
    let field = Rect::new(0.5, 2.5, (width - room - 1.0).max(10.0), HIGH - 5.0);
    let colour = bar.colour.unwrap_or(palette.primary).ink();
    let mut svg = Svg::default();
    svg.rect(field, 0.0, Paint::fill(palette.grey.pale()));
    let edge = Paint::stroke(palette.rule(), 0.7);
    let look = Type::regular(SMALL, palette.text()).anchored(Anchor::End);
    let line = HIGH / 2.0 + look.drop();
    match bar.reached.drawable() {
        Some(share) => {
            let filled = Rect::new(
                field.x,
                field.y,
                field.width * share.clamp(0.0, 1.0),
                field.height,
            );
            svg.rect(filled, 0.0, Paint::fill(colour));
            if share > 1.0 {
                let (x, y) = (field.right(), HIGH / 2.0);
                let point = [(x - 5.0, y - 2.2), (x - 1.5, y), (x - 5.0, y + 2.2)];
                svg.polygon(&point, Paint::fill(Colour::WHITE));
            }
            svg.rect(field, 0.0, edge);
            svg.text((width, line), &said, look);
        }
        None => {
            svg.rect(field, 0.0, edge.dashed("2 2"));
            let look = Type {
                colour: palette.faint(),
                ..look
            };
            svg.text((width, line), &said, look);
        }
    }
    if let Some(share) = bar.expected.filter(|share| share.is_finite()) {
        let x = field.x + field.width * share.clamp(0.0, 1.0);
        let x = x.clamp(1.6, field.right() - 1.0);
        svg.rect(
            Rect::new(x - 1.6, 0.0, 3.2, HIGH),
            0.0,
            Paint::fill(Colour::WHITE),
        );
        svg.rect(
            Rect::new(x - 0.9, 0.0, 1.8, HIGH),
            0.0,
            Paint::fill(palette.text()),
        );
    }
    svg.finish(&bar.caption, width, HIGH)
}
