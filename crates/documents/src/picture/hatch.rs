//! Fillings that differ in black and white: lines cut to a rectangle, no pattern to refer to.

use std::fmt::Write;

use super::colour::Colour;
use super::plane::{Point, Rect};
use super::svg::{Paint, Svg, number};

/// How a bar is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hatch {
    Solid,
    Rising,
    Plain,
    Falling,
    Crossed,
    Upright,
}

impl Hatch {
    pub(crate) fn nth(n: usize) -> Hatch {
        const ALL: [Hatch; 6] = [
            Hatch::Solid,
            Hatch::Rising,
            Hatch::Plain,
            Hatch::Crossed,
            Hatch::Falling,
            Hatch::Upright,
        ];
        ALL[n % ALL.len()]
    }
}

impl Svg {
    /// A rectangle in the filling, outlined in its colour.
    pub(crate) fn hatched(&mut self, rect: Rect, hatch: Hatch, colour: Colour) {
        if hatch == Hatch::Solid {
            self.rect(rect, 0.0, Paint::fill(colour));
            return;
        }
        let pale = colour.mixed(Colour::WHITE, 0.8);
        self.rect(rect, 0.0, Paint::fill(pale));
        let d = strokes(rect, hatch);
        if !d.is_empty() {
            self.path(&d, Paint::stroke(colour, 0.9));
        }
        let edge = rect.inset(0.4);
        self.rect(edge, 0.0, Paint::default().and_stroke(colour, 0.8));
    }

    /// Only the lines, thin: a zone to be seen through.
    pub(crate) fn zone(&mut self, rect: Rect, colour: Colour) {
        self.rect(rect, 0.0, Paint::fill(colour.mixed(Colour::WHITE, 0.88)));
        let d = strokes(rect, Hatch::Rising);
        if !d.is_empty() {
            self.path(&d, Paint::stroke(colour.mixed(Colour::WHITE, 0.35), 0.5));
        }
    }
}

/// Distance of the lines, along an edge.
const STEP: f64 = 4.5;

fn strokes(rect: Rect, hatch: Hatch) -> String {
    let mut d = String::new();
    let mut add = |(a, b): (Point, Point)| {
        let _ = write!(
            d,
            "M{} {}L{} {}",
            number(a.0),
            number(a.1),
            number(b.0),
            number(b.1)
        );
    };
    if matches!(hatch, Hatch::Rising | Hatch::Crossed) {
        slanted(rect).for_each(&mut add);
    }
    if matches!(hatch, Hatch::Falling | Hatch::Crossed) {
        let mirror = |(x, y): Point| (rect.x + rect.right() - x, y);
        slanted(rect).for_each(|(a, b)| add((mirror(a), mirror(b))));
    }
    if hatch == Hatch::Upright {
        steps(rect.width).for_each(|s| add(((rect.x + s, rect.y), (rect.x + s, rect.bottom()))));
    }
    d
}

fn steps(length: f64) -> impl Iterator<Item = f64> {
    (1..=2_000)
        .map(|n| f64::from(n) * STEP)
        .take_while(move |s| *s < length)
}

/// Lines at 45 degrees, cut to the rectangle.
fn slanted(rect: Rect) -> impl Iterator<Item = (Point, Point)> {
    let Rect { width, height, .. } = rect;
    steps(width + height).map(move |s| {
        let start = if s <= height {
            (rect.x, rect.y + s)
        } else {
            (rect.x + s - height, rect.bottom())
        };
        let end = if s <= width {
            (rect.x + s, rect.y)
        } else {
            (rect.right(), rect.y + s - width)
        };
        (start, end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_leaves_its_rectangle() {
        let rect = Rect::new(10.0, 20.0, 33.0, 9.0);
        for ((a, b), (c, d)) in slanted(rect) {
            for (x, y) in [(a, b), (c, d)] {
                assert!((10.0..=43.0).contains(&x) && (20.0..=29.0).contains(&y));
            }
        }
        assert!(strokes(Rect::new(0.0, 0.0, 0.0, 0.0), Hatch::Crossed).is_empty());
    }
}
