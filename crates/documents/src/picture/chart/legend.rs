//! Legends: a sample and a word, side by side, in as many lines as the width asks for.

use super::super::colour::{Colour, Palette};
use super::super::hatch::Hatch;
use super::super::mark::Shape;
use super::super::measure::{Weight, width as text_width};
use super::super::plane::Rect;
use super::super::svg::{Paint, Svg, Type};
use super::super::wrap::{Setting, one_line};
use super::SMALL;

/// What stands before a word of a legend.
#[derive(Debug, Clone, Copy)]
pub(super) enum Sample {
    Bar(Hatch, Colour),
    Line(Option<&'static str>, f64, Option<Shape>, Colour),
    Zone(Colour),
    Tick(Colour),
}

const SAMPLE: f64 = 20.0;

impl Sample {
    fn width(self) -> f64 {
        match self {
            Sample::Tick(_) => 5.0,
            _ => SAMPLE,
        }
    }
}

const ROW: f64 = 13.0;

/// Draws the legend from the upper left point; returns how high it is, with the space below it.
pub(super) fn legend(
    svg: &mut Svg,
    items: &[(Sample, String)],
    (left, top): (f64, f64),
    width: f64,
    palette: &Palette,
) -> f64 {
    let setting = Setting {
        width: (width - SAMPLE - 5.0).max(20.0),
        size: SMALL,
        weight: Weight::Regular,
    };
    let (mut x, mut y, mut any) = (left, top, false);
    for (sample, word) in items {
        let word = one_line(word, setting);
        if word.is_empty() {
            continue;
        }
        let wide = sample.width() + 5.0 + text_width(&word, SMALL, Weight::Regular);
        if any && x + wide > left + width {
            x = left;
            y += ROW;
        }
        any = true;
        let middle = y + ROW / 2.0;
        draw_sample(svg, *sample, x, middle);
        let look = Type::regular(SMALL, palette.text());
        svg.text(
            (x + sample.width() + 5.0, middle + look.drop()),
            &word,
            look,
        );
        x += wide + 16.0;
    }
    if any { y + ROW + 6.0 - top } else { 0.0 }
}

fn draw_sample(svg: &mut Svg, sample: Sample, x: f64, middle: f64) {
    let field = Rect::new(x, middle - 4.5, SAMPLE, 9.0);
    match sample {
        Sample::Bar(hatch, colour) => svg.hatched(field, hatch, colour),
        Sample::Zone(colour) => svg.zone(field, colour),
        Sample::Tick(colour) => {
            let tick = Rect::new(x + 1.25, middle - 5.5, 2.5, 11.0);
            svg.rect(tick, 0.0, Paint::fill(colour));
        }
        Sample::Line(dash, width, shape, colour) => {
            let mut pen = Paint::stroke(colour, width);
            pen.dash = dash;
            svg.line(&[(x, middle), (x + SAMPLE, middle)], pen);
            if let Some(shape) = shape {
                svg.mark(
                    (x + SAMPLE / 2.0, middle),
                    6.5,
                    shape,
                    colour,
                    Colour::WHITE,
                );
            }
        }
    }
}
