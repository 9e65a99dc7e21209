//! Bullets: what was reached as a bar, what was aimed at as a tick, what is alarming as a zone.

use super::super::colour::{Colour, Palette};
use super::super::hatch::Hatch;
use super::super::measure::{Weight, width as text_width};
use super::super::plane::Rect;
use super::super::svg::{Anchor, Paint, Svg, Type};
use super::super::wrap::{Setting, one_line, wrap};
use super::super::{Caption, Picture};
use super::legend::{Sample, legend};
use super::scale::{Scale, extent_from_zero};
use super::{Figure, SMALL, STEP, real, sane_width};

/// Actuals against targets, one below the other, each on a scale of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct Bullet {
    /// What the picture is called.
    pub caption: Caption,
    /// Width in points.
    pub width: f64,
    /// The rows.
    pub rows: Vec<BulletRow>,
    /// The legend's word for the bar; no legend entry where empty, also for the others.
    pub actual_word: String,
    /// The legend's word for the tick.
    pub target_word: String,
    /// The legend's word for the zone.
    pub zone_word: String,
    /// The document's colours.
    pub palette: Palette,
}

/// One actual against its target.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct BulletRow {
    /// What is measured.
    pub name: String,
    /// What was reached.
    pub actual: Figure,
    /// What was aimed at.
    pub target: Figure,
    /// The zone of attention, from and to; an end that is not finite is that of the scale.
    pub zone: Option<(f64, f64)>,
}

const HIGH: f64 = 20.0;
const BAR: f64 = 8.0;
const BETWEEN: f64 = 8.0;

/// Draws the rows: name, field with bar and tick, then the two figures.
pub fn bullet(chart: &Bullet) -> Picture {
    let width = sane_width(chart.width);
    let palette = &chart.palette;
    let (bar_colour, tick_colour) = (palette.primary.ink(), palette.text());
    let zone_colour = Colour::new(0xA6, 0x63, 0x00);
    let mut items = vec![
        (
            Sample::Bar(Hatch::Solid, bar_colour),
            chart.actual_word.clone(),
        ),
        (Sample::Tick(tick_colour), chart.target_word.clone()),
    ];
    if chart.rows.iter().any(|row| row.zone.is_some()) {
        items.push((Sample::Zone(zone_colour), chart.zone_word.clone()));
    }
    let mut svg = Svg::default();
    let mut y = legend(&mut svg, &items, (0.0, 0.0), width, palette) + 1.0;

    let regular = |width: f64| Setting {
        width,
        size: SMALL,
        weight: Weight::Regular,
    };
    let names: Vec<Vec<String>> = chart
        .rows
        .iter()
        .map(|row| wrap(&row.name, regular(width * 0.36), 3))
        .collect();
    let label = names
        .iter()
        .flatten()
        .map(|line| text_width(line, SMALL, Weight::Regular))
        .fold(0.0_f64, f64::max);
    let column = |figure: fn(&BulletRow) -> &Figure, weight: Weight| {
        chart
            .rows
            .iter()
            .map(|row| text_width(&figure(row).label, SMALL, weight))
            .fold(0.0_f64, f64::max)
            .min(width * 0.17)
    };
    let actual_wide = column(|row| &row.actual, Weight::Bold);
    let target_wide = column(|row| &row.target, Weight::Regular);
    let tick_gap = if target_wide > 0.0 { 16.0 } else { 0.0 };
    let left = label + 10.0;
    let right = (width - actual_wide - target_wide - tick_gap - 8.0).max(left + 20.0);
    let text = Type::regular(SMALL, palette.text());
    for (row, lines) in chart.rows.iter().zip(&names) {
        let label_high = real(lines.len()) * STEP;
        let high = HIGH.max(label_high);
        let middle = y + high / 2.0;
        let baseline = middle - label_high / 2.0 + STEP / 2.0 + text.drop();
        svg.lines((label, baseline), lines, STEP, text.anchored(Anchor::End));
        field(
            &mut svg,
            row,
            Rect::new(left, middle - HIGH / 2.0, right - left, HIGH),
            (bar_colour, tick_colour, zone_colour, palette),
        );
        let line = middle + text.drop();
        let actual = Setting {
            weight: Weight::Bold,
            ..regular(actual_wide + 0.5)
        };
        let actual_look = match row.actual.drawable() {
            Some(_) => Type::bold(SMALL, palette.text()),
            None => Type::regular(SMALL, palette.faint()),
        };
        let x = right + 8.0 + actual_wide;
        svg.text(
            (x, line),
            &one_line(&row.actual.label, actual),
            actual_look.anchored(Anchor::End),
        );
        let said = one_line(&row.target.label, regular(target_wide + 0.5));
        if !said.is_empty() {
            // The sign of the target before its figure, as in the legend.
            let tick = Rect::new(x + 7.0, middle - 4.0, 2.0, 8.0);
            svg.rect(tick, 0.0, Paint::fill(tick_colour));
            svg.text((x + 13.0, line), &said, text);
        }
        y += high + BETWEEN;
    }
    svg.finish(&chart.caption, width, (y - BETWEEN + 1.0).max(10.0))
}

fn field(
    svg: &mut Svg,
    row: &BulletRow,
    field: Rect,
    (bar, tick, zone, palette): (Colour, Colour, Colour, &Palette),
) {
    let ends = row.zone.iter().flat_map(|(from, to)| [*from, *to]);
    let figures = [&row.actual, &row.target].into_iter();
    let values = figures.filter_map(Figure::drawable).chain(ends);
    let (low, high) = extent_from_zero(values.filter(|value| value.is_finite()));
    let room = (high - low) * 0.08;
    let open = |end: Option<f64>| end.is_some_and(|end| !end.is_finite());
    let low = if low < 0.0 || open(row.zone.map(|zone| zone.0)) {
        low - room
    } else {
        low
    };
    let high = if high > 0.0 || open(row.zone.map(|zone| zone.1)) {
        high + room
    } else {
        high
    };
    let scale = Scale::new((low, high), (field.x, field.right()));
    svg.rect(field, 0.0, Paint::fill(palette.grey.pale()));
    if let Some((from, to)) = row.zone {
        let from = if from.is_finite() {
            scale.at(from)
        } else {
            field.x
        };
        let to = if to.is_finite() {
            scale.at(to)
        } else {
            field.right()
        };
        let zone_rect = Rect::new(from.min(to), field.y, (to - from).abs(), field.height);
        svg.zone(zone_rect, zone);
    }
    let middle = field.y + field.height / 2.0;
    let zero = scale.at(0.0);
    if let Some(value) = row.actual.drawable() {
        let end = scale.at(value);
        let rect = Rect::new(zero.min(end), middle - BAR / 2.0, (end - zero).abs(), BAR);
        svg.rect(rect, 0.0, Paint::fill(bar));
    }
    svg.line(
        &[(zero, field.y), (zero, field.bottom())],
        Paint::stroke(palette.rule(), 0.8),
    );
    if let Some(value) = row.target.drawable() {
        let x = scale.at(value);
        let halo = Rect::new(x - 2.25, field.y + 1.5, 4.5, field.height - 3.0);
        svg.rect(halo, 0.0, Paint::fill(Colour::WHITE));
        let mark = Rect::new(x - 1.25, field.y + 2.0, 2.5, field.height - 4.0);
        svg.rect(mark, 0.0, Paint::fill(tick));
    }
}
