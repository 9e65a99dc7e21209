//! Small shapes that tell states and series apart without colour.

use super::colour::Colour;
use super::plane::{Point, Rect};
use super::svg::{Paint, Svg};

/// A small shape: the sign of a state or the marker of a series.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Shape {
    /// A filled circle.
    Circle,
    /// A filled square.
    Square,
    /// A filled triangle, point up.
    TriangleUp,
    /// A filled triangle, point down.
    TriangleDown,
    /// A filled diamond.
    Diamond,
    /// A cross of two strokes.
    Cross,
    /// An empty circle.
    Ring,
    /// A circle with a check mark in it.
    Check,
    /// A short bar.
    Dash,
}

impl Svg {
    /// A shape around a point, as wide as `size`; `ground` is what it lies on.
    pub(crate) fn mark(
        &mut self,
        at: Point,
        size: f64,
        shape: Shape,
        colour: Colour,
        ground: Colour,
    ) {
        let (x, y) = at;
        let r = size / 2.0;
        let full = Paint::fill(colour);
        match shape {
            Shape::Circle => self.circle(at, r, full),
            Shape::Square => {
                let side = size * 0.88;
                self.rect(
                    Rect::new(x - side / 2.0, y - side / 2.0, side, side),
                    0.0,
                    full,
                );
            }
            Shape::TriangleUp => self.polygon(
                &[(x, y - r), (x + r, y + r * 0.8), (x - r, y + r * 0.8)],
                full,
            ),
            Shape::TriangleDown => self.polygon(
                &[(x, y + r), (x + r, y - r * 0.8), (x - r, y - r * 0.8)],
                full,
            ),
            Shape::Diamond => {
                let r = r * 1.1;
                self.polygon(&[(x, y - r), (x + r, y), (x, y + r), (x - r, y)], full);
            }
            Shape::Cross => {
                let (r, pen) = (r * 0.8, Paint::stroke(colour, size * 0.24));
                self.line(&[(x - r, y - r), (x + r, y + r)], pen);
                self.line(&[(x - r, y + r), (x + r, y - r)], pen);
            }
            Shape::Ring => {
                let paint = Paint::fill(ground).and_stroke(colour, size * 0.18);
                self.circle(at, r * 0.85, paint);
            }
            Shape::Check => {
                self.circle(at, r, full);
                self.line(
                    &[
                        (x - r * 0.5, y),
                        (x - r * 0.1, y + r * 0.4),
                        (x + r * 0.5, y - r * 0.4),
                    ],
                    Paint::stroke(ground, size * 0.16),
                );
            }
            Shape::Dash => self.rect(
                Rect::new(x - r, y - size * 0.14, size, size * 0.28),
                0.0,
                full,
            ),
        }
    }
}
