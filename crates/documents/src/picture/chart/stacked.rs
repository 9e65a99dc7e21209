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

/// Draws the chart. Where a part is too narrow for its figure, all figures of the bar stand behind it
/// in brackets, in their order.
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

    let names: Vec<Vec<String>> = chart
        .categories
        .iter()
        .map(|name| wrap(name, regular(width * 0.36), 4))
        .collect();
    let label = names
        .iter()
        .flatten()
        .map(|line| said(line))
        .fold(0.0_f64, f64::max);
    let left = label + 10.0;
    let sums: Vec<f64> = (0..chart.categories.len())
        .map(|n| chart.parts.iter().filter_map(|part| value(part, n)).sum())
        .collect();
    let longest = sums.iter().fold(0.0_f64, |a, b| a.max(*b));
    let scale = |n: usize, right: f64| {
        let whole = if chart.shares { sums[n] } else { longest };
        Scale::new((0.0, whole), (left, right))
    };
    let right = right_end(chart, &sums, scale, (left, width));
    let text = Type::regular(SMALL, palette.text());
    for (n, lines) in names.iter().enumerate() {
        let scale = scale(n, right);
        let label_high = real(lines.len()) * STEP;
        let high = THICK.max(label_high);
        let baseline = y + (high - label_high) / 2.0 + STEP / 2.0 + text.drop();
        svg.lines((label, baseline), lines, STEP, text.anchored(Anchor::End));
        let bar_y = y + (high - THICK) / 2.0;
        let line = bar_y + THICK / 2.0 + text.drop();
        for (nth, (from, to), figure) in spans(chart, n, scale) {
            let bar = Rect::new(from, bar_y, to - from, THICK);
            svg.hatched(bar, Hatch::nth(nth), palette.nth(nth));
            let edge = [(to, bar_y), (to, bar_y + THICK)];
            svg.line(&edge, Paint::stroke(Colour::WHITE, 1.0));
            let wide = said(&figure.label);
            if wide + INNER > bar.width {
                continue;
            }
            let mut look = text.anchored(Anchor::Middle);
            if Hatch::nth(nth) == Hatch::Solid {
                look.colour = Colour::WHITE;
            } else {
                let x = bar.middle() - wide / 2.0 - 2.5;
                let plate = Rect::new(x, bar_y + 3.0, wide + 5.0, THICK - 6.0);
                svg.rect(plate, 1.5, Paint::fill(Colour::WHITE));
            }
            svg.text((bar.middle(), line), &figure.label, look);
        }
        let end = scale.at(sums[n]);
        let room = regular((width - end - 4.5).max(10.0));
        svg.text(
            (end + 5.0, line),
            &one_line(&tail(chart, n, scale), room),
            text,
        );
        if sums[n] == 0.0
            && chart
                .totals
                .get(n)
                .is_none_or(|total| total.trim().is_empty())
        {
            let mut figures = chart.parts.iter().filter_map(|part| part.figures.get(n));
            let missing = figures.find(|figure| figure.drawable().is_none());
            if let Some(figure) = missing {
                let faint = Type::regular(SMALL, palette.faint());
                svg.text((left + 4.0, line), &one_line(&figure.label, room), faint);
            }
        }
        y += high + BETWEEN;
    }
    svg.finish(&chart.caption, width, (y - BETWEEN + 2.0).max(10.0))
}

/// What a figure needs within its part, beside itself.
const INNER: f64 = 8.0;

fn regular(width: f64) -> Setting {
    Setting {
        width,
        size: SMALL,
        weight: Weight::Regular,
    }
}

fn said(text: &str) -> f64 {
    text_width(text, SMALL, Weight::Regular)
}

fn value(part: &Series, n: usize) -> Option<f64> {
    part.figures
        .get(n)
        .and_then(Figure::drawable)
        .filter(|value| *value >= 0.0)
}

/// The parts of the n-th bar that have an extent: number, ends, figure.
fn spans(chart: &Stacked, n: usize, scale: Scale) -> Vec<(usize, (f64, f64), &Figure)> {
    let mut taken = 0.0;
    let mut spans = Vec::new();
    for (nth, part) in chart.parts.iter().enumerate() {
        if let Some(value) = value(part, n).filter(|value| *value > 0.0) {
            let from = scale.at(taken);
            taken += value;
            spans.push((nth, (from, scale.at(taken)), &part.figures[n]));
        }
    }
    spans
}

/// What stands behind the n-th bar: its whole, and its figures if not each has its place inside.
fn tail(chart: &Stacked, n: usize, scale: Scale) -> String {
    let total = chart.totals.get(n).map_or("", |total| total.trim());
    let spans = spans(chart, n, scale);
    let fits = |(_, (from, to), figure): &(usize, (f64, f64), &Figure)| {
        said(&figure.label) + INNER <= to - from
    };
    if spans.iter().all(fits) {
        return total.to_owned();
    }
    let figures: Vec<&str> = spans
        .iter()
        .map(|(.., figure)| figure.label.trim())
        .collect();
    format!("{total} ({})", figures.join(" + "))
        .trim()
        .to_owned()
}

/// How far right the longest bar may reach so that what stands behind each has its room.
fn right_end(
    chart: &Stacked,
    sums: &[f64],
    scale: impl Fn(usize, f64) -> Scale,
    (left, width): (f64, f64),
) -> f64 {
    let mut right = width;
    for _ in 0..4 {
        let over = (0..sums.len())
            .map(|n| {
                let scale = scale(n, right);
                let room = said(&tail(chart, n, scale)).min(width * 0.3);
                scale.at(sums[n]) + 6.0 + room - width
            })
            .fold(0.0_f64, f64::max);
        right = (right - over).max(left + 20.0);
    }
    right
}
