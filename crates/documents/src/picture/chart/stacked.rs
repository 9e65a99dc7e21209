//! Bars made of parts: staff by gender or category, resources by source.

use super::super::colour::{Colour, Palette};
use super::super::hatch::Hatch;
use super::super::measure::{Weight, width as text_width};
use super::super::plane::Rect;
use super::super::svg::{Anchor, Paint, Svg, Type};
use super::super::wrap::{Setting, one_line, wrap};
use super::super::{Caption, Picture};
use super::legend::{Sample, legend};
use super::scale::Scale;
use super::{Figure, SMALL, STEP, Series, real, sane_width};

/// Lying bars whose parts follow each other. Figures below zero have no place in a whole and are
/// treated as missing.
#[derive(Debug, Clone, PartialEq)]
pub struct Stacked {
    /// What the picture is called.
    pub caption: Caption,
    /// Width in points.
    pub width: f64,
    /// Names of the bars.
    pub categories: Vec<String>,
    /// The parts, from left to right.
    pub parts: Vec<Series>,
    /// The whole of each bar as printed behind it; may be empty.
    pub totals: Vec<String>,
    /// Whether every bar is as long as the others, so that shares are compared.
    pub shares: bool,
    /// The document's colours.
    pub palette: Palette,
}

const THICK: f64 = 17.0;
const BETWEEN: f64 = 9.0;

/// Draws the chart. A part too narrow for its figure has it above the bar, with the others that do
/// not fit, in their order.
pub fn stacked(chart: &Stacked) -> Picture {
    let width = sane_width(chart.width);
    let palette = &chart.palette;
    let mut svg = Svg::default();
    let items: Vec<(Sample, String)> = chart
        .parts
        .iter()
        .enumerate()
        .map(|(n, part)| {
            (
                Sample::Bar(Hatch::nth(n), palette.nth(n)),
                part.name.clone(),
            )
        })
        .collect();
    let mut y = legend(&mut svg, &items, (0.0, 0.0), width, palette) + 2.0;

    let regular = |width: f64| Setting {
        width,
        size: SMALL,
        weight: Weight::Regular,
    };
    let names: Vec<Vec<String>> = chart
        .categories
        .iter()
        .map(|name| wrap(name, regular(width * 0.36), 4))
        .collect();
    let widest = |lines: &mut dyn Iterator<Item = &String>| {
        lines
            .map(|line| text_width(line, SMALL, Weight::Regular))
            .fold(0.0_f64, f64::max)
    };
    let label = widest(&mut names.iter().flatten());
    let total = widest(&mut chart.totals.iter()).min(width * 0.25);
    let left = label + 10.0;
    let right = (width - total - 6.0).max(left + 20.0);
    let sums: Vec<f64> = (0..chart.categories.len())
        .map(|n| chart.parts.iter().filter_map(|part| value(part, n)).sum())
        .collect();
    let longest = sums.iter().fold(0.0_f64, |a, b| a.max(*b));
    let text = Type::regular(SMALL, palette.text());
    for (n, lines) in names.iter().enumerate() {
        let whole = if chart.shares { sums[n] } else { longest };
        let scale = Scale::new((0.0, whole), (left, right));
        let label_high = real(lines.len()) * STEP;
        let high = THICK.max(label_high);
        let baseline = y + (high - label_high) / 2.0 + STEP / 2.0 + text.drop();
        svg.lines((label, baseline), lines, STEP, text.anchored(Anchor::End));
        let bar_y = y + (high - THICK) / 2.0;
        let line = bar_y + THICK / 2.0 + text.drop();
        let mut taken = 0.0;
        for (nth, part) in chart.parts.iter().enumerate() {
            let Some(value) = value(part, n).filter(|value| *value > 0.0) else {
                continue;
            };
            let (from, to) = (scale.at(taken), scale.at(taken + value));
            taken += value;
            let bar = Rect::new(from, bar_y, to - from, THICK);
            svg.hatched(bar, Hatch::nth(nth), palette.nth(nth));
            svg.line(
                &[(to, bar_y), (to, bar_y + THICK)],
                Paint::stroke(Colour::WHITE, 1.0),
            );
            let figure = &part.figures[n].label;
            let wide = text_width(figure, SMALL, Weight::Regular);
            if wide + 9.0 <= bar.width {
                plate(&mut svg, bar, wide, (nth, palette));
                let ink = if nth == 0 { Colour::WHITE } else { text.colour };
                let look = Type {
                    colour: if Hatch::nth(nth) == Hatch::Solid {
                        Colour::WHITE
                    } else {
                        ink
                    },
                    ..text.anchored(Anchor::Middle)
                };
                svg.text((bar.middle(), line), figure, look);
            }
        }
        let missing = chart
            .parts
            .iter()
            .filter_map(|part| part.figures.get(n))
            .find(|figure| figure.drawable().is_none());
        let end = scale.at(taken);
        if let Some(said) = chart.totals.get(n).filter(|said| !said.trim().is_empty()) {
            svg.text(
                (end + 5.0, line),
                &one_line(said, regular(total + 0.5)),
                text,
            );
        } else if let Some(figure) = missing.filter(|_| taken == 0.0) {
            let faint = Type::regular(SMALL, palette.faint());
            let room = regular((width - left - 5.0).max(20.0));
            svg.text((left + 4.0, line), &one_line(&figure.label, room), faint);
        }
        y += high + BETWEEN;
    }
    svg.finish(&chart.caption, width, (y - BETWEEN + 2.0).max(10.0))
}

fn value(part: &Series, n: usize) -> Option<f64> {
    part.figures
        .get(n)
        .and_then(Figure::drawable)
        .filter(|value| *value >= 0.0)
}

/// A white ground for a figure within a hatched part.
fn plate(svg: &mut Svg, bar: Rect, wide: f64, (nth, palette): (usize, &Palette)) {
    if Hatch::nth(nth) == Hatch::Solid {
        return;
    }
    let _ = palette;
    let plate = Rect::new(
        bar.middle() - wide / 2.0 - 2.5,
        bar.y + 3.0,
        wide + 5.0,
        THICK - 6.0,
    );
    svg.rect(plate, 1.5, Paint::fill(Colour::WHITE));
}
