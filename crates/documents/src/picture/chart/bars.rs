//! Bars, single or in groups, lying or standing.

use super::super::colour::Palette;
use super::super::hatch::Hatch;
use super::super::measure::{Weight, width as text_width};
use super::super::plane::Rect;
use super::super::svg::{Anchor, Paint, Svg, Type};
use super::super::wrap::{Setting, one_line, wrap};
use super::super::{Caption, Picture};
use super::legend::{Sample, legend};
use super::scale::{Scale, extent_from_zero};
use super::{Figure, SMALL, STEP, Series, real, sane_width};

/// Which way bars run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// From left to right, categories below each other: for long names.
    Lying,
    /// Upwards, categories side by side. Where figures would not fit side by side, bars lie.
    Standing,
}

/// A bar chart. Every bar has its figure printed at its end; there is no axis to read off.
#[derive(Debug, Clone, PartialEq)]
pub struct Bars {
    /// What the picture is called.
    pub caption: Caption,
    /// Width in points.
    pub width: f64,
    /// Which way the bars run.
    pub direction: Direction,
    /// Names of the categories.
    pub categories: Vec<String>,
    /// One or more series; a legend is printed for more than one.
    pub series: Vec<Series>,
    /// The document's colours.
    pub palette: Palette,
}

/// Draws the chart.
pub fn bars(chart: &Bars) -> Picture {
    let width = sane_width(chart.width);
    let mut svg = Svg::default();
    let top = if chart.series.len() > 1 {
        let items: Vec<(Sample, String)> = chart
            .series
            .iter()
            .enumerate()
            .map(|(n, series)| (sample(n, &chart.palette), series.name.clone()))
            .collect();
        legend(&mut svg, &items, (0.0, 0.0), width, &chart.palette)
    } else {
        0.0
    };
    let widest = figures(chart)
        .map(|figure| text_width(&figure.label, SMALL, Weight::Regular))
        .fold(0.0_f64, f64::max);
    let each = width / real(chart.categories.len().max(1));
    let slots = real(chart.series.len().max(1));
    let standing = chart.direction == Direction::Standing
        && (widest + 4.0) * slots + 10.0 <= each
        && each >= 48.0;
    let bottom = if standing {
        stand(&mut svg, chart, width, top)
    } else {
        // Names, figures at the left and figures at the right leave room for the bars.
        let below = figures(chart).any(|figure| figure.drawable().is_some_and(|v| v < 0.0));
        let most = if below { 0.2 } else { 0.3 };
        lie(&mut svg, chart, width, top, widest.min(width * most))
    };
    svg.finish(&chart.caption, width, bottom.max(top).max(10.0))
}

fn sample(n: usize, palette: &Palette) -> Sample {
    Sample::Bar(Hatch::nth(n), palette.nth(n))
}

fn figures(chart: &Bars) -> impl Iterator<Item = &Figure> {
    chart
        .series
        .iter()
        .flat_map(|series| series.figures.iter().take(chart.categories.len()))
}

const THICK: f64 = 11.0;
const BETWEEN_BARS: f64 = 3.0;
const BETWEEN_GROUPS: f64 = 9.0;

fn lie(svg: &mut Svg, chart: &Bars, width: f64, top: f64, widest: f64) -> f64 {
    let most = width * 0.4;
    let named = |name: &String| {
        let setting = Setting {
            width: most,
            size: SMALL,
            weight: Weight::Regular,
        };
        wrap(name, setting, 4)
    };
    let names: Vec<Vec<String>> = chart.categories.iter().map(named).collect();
    let label = names
        .iter()
        .flatten()
        .map(|line| text_width(line, SMALL, Weight::Regular))
        .fold(0.0_f64, f64::max);
    let (low, high) = extent_from_zero(figures(chart).filter_map(Figure::drawable));
    // Figures of bars to the left need room there, but no more than they reach beyond the names.
    let below = figures(chart)
        .filter(|figure| figure.drawable().is_some_and(|value| value < 0.0))
        .map(|figure| text_width(&figure.label, SMALL, Weight::Regular) + 5.0)
        .fold(0.0_f64, f64::max)
        .min(widest + 5.0);
    let left = label + 10.0 + below;
    let right = (width - widest - 6.0).max(left + 20.0);
    let scale = Scale::new((low, high), (left, right));
    let zero = scale.at(0.0);
    let slots = real(chart.series.len().max(1));
    let bars_high = slots * (THICK + BETWEEN_BARS) - BETWEEN_BARS;
    let mut y = top + 2.0;
    let first = y;
    let text = Type::regular(SMALL, chart.palette.text());
    let setting = Setting {
        width: widest + 0.5,
        size: SMALL,
        weight: Weight::Regular,
    };
    for (n, lines) in names.iter().enumerate() {
        let label_high = real(lines.len()) * STEP;
        let high = bars_high.max(label_high);
        let baseline = y + (high - label_high) / 2.0 + STEP / 2.0 + text.drop();
        svg.lines((label, baseline), lines, STEP, text.anchored(Anchor::End));
        let mut bar_y = y + (high - bars_high) / 2.0;
        for (nth, series) in chart.series.iter().enumerate() {
            if let Some(figure) = series.figures.get(n) {
                let colour = chart.palette.nth(nth);
                let said = one_line(&figure.label, setting);
                let line = bar_y + THICK / 2.0 + text.drop();
                if let Some(value) = figure.drawable() {
                    let end = scale.at(value);
                    let bar = Rect::new(zero.min(end), bar_y, (end - zero).abs(), THICK);
                    svg.hatched(bar, Hatch::nth(nth), colour);
                    if value < 0.0 {
                        svg.text((end - 4.0, line), &said, text.anchored(Anchor::End));
                    } else {
                        svg.text((end + 4.0, line), &said, text);
                    }
                } else {
                    let faint = Type::regular(SMALL, chart.palette.faint());
                    svg.text((zero + 4.0, line), &said, faint);
                }
            }
            bar_y += THICK + BETWEEN_BARS;
        }
        y += high + BETWEEN_GROUPS;
    }
    let bottom = (y - BETWEEN_GROUPS + 2.0).max(first);
    if bottom > first {
        let pen = Paint::stroke(chart.palette.rule(), 0.8);
        svg.line(&[(zero, first - 2.0), (zero, bottom)], pen);
    }
    bottom
}

/// Height of the field in which standing bars stand.
const FIELD: f64 = 130.0;

fn stand(svg: &mut Svg, chart: &Bars, width: f64, top: f64) -> f64 {
    let each = width / real(chart.categories.len().max(1));
    let (low, high) = extent_from_zero(figures(chart).filter_map(Figure::drawable));
    let below = if low < 0.0 { 14.0 } else { 0.0 };
    let scale = Scale::new((low, high), (top + 14.0 + FIELD, top + 14.0));
    let zero = scale.at(0.0);
    let base = top + 14.0 + FIELD + below;
    let slots = real(chart.series.len().max(1));
    let widest = figures(chart)
        .map(|figure| text_width(&figure.label, SMALL, Weight::Regular))
        .fold(0.0_f64, f64::max);
    // Bars of a group stand together, as close as their figures allow.
    let slot = ((each - 10.0) / slots).min((widest + 5.0).max(33.0));
    let thick = (slot - 3.0).min(30.0);
    let text = Type::regular(SMALL, chart.palette.text()).anchored(Anchor::Middle);
    let setting = Setting {
        width: each - 8.0,
        size: SMALL,
        weight: Weight::Regular,
    };
    let mut deepest = base;
    for (n, name) in chart.categories.iter().enumerate() {
        let middle = (real(n) + 0.5) * each;
        for (nth, series) in chart.series.iter().enumerate() {
            let Some(figure) = series.figures.get(n) else {
                continue;
            };
            let x = middle + (real(nth) + 0.5 - slots / 2.0) * slot;
            if let Some(value) = figure.drawable() {
                let end = scale.at(value);
                let bar = Rect::new(x - thick / 2.0, zero.min(end), thick, (zero - end).abs());
                svg.hatched(bar, Hatch::nth(nth), chart.palette.nth(nth));
                let y = if value < 0.0 { end + 9.5 } else { end - 4.0 };
                svg.text((x, y), &figure.label, text);
            } else {
                let faint = Type {
                    colour: chart.palette.faint(),
                    ..text
                };
                svg.text((x, zero - 4.0), &figure.label, faint);
            }
        }
        let lines = wrap(name, setting, 4);
        svg.lines((middle, base + 12.0), &lines, STEP, text);
        deepest = deepest.max(base + 6.0 + real(lines.len()) * STEP);
    }
    let pen = Paint::stroke(chart.palette.rule(), 0.8);
    svg.line(&[(0.0, zero), (width, zero)], pen);
    deepest + 2.0
}
