//! Lines over the years: actuals, targets, the mean of similar bodies, thresholds and forecasts.

use super::super::colour::{Colour, Palette};
use super::super::mark::Shape;
use super::super::measure::{Weight, width as text_width};
use super::super::plane::{Point, Rect};
use super::super::svg::{Anchor, Paint, Svg, Type};
use super::super::wrap::{Setting, one_line};
use super::super::{Caption, Picture};
use super::legend::{Sample, legend};
use super::scale::{Scale, extent};
use super::{Figure, SMALL, STEP, real, sane_width};

/// Lines over years or other periods of equal length.
#[derive(Debug, Clone, PartialEq)]
pub struct Trend {
    /// What the picture is called.
    pub caption: Caption,
    /// Width in points.
    pub width: f64,
    /// Height of the field of lines, in points, without legend and years.
    pub field: f64,
    /// The years, from left to right.
    pub years: Vec<String>,
    /// The lines; the first is drawn above the others.
    pub lines: Vec<Line>,
    /// Lines of the axis with their printed figures, from [`ticks`](crate::picture::ticks); may be
    /// empty.
    pub ticks: Vec<Figure>,
    /// The document's colours.
    pub palette: Palette,
}

/// A line of a trend.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Its name, for the legend.
    pub name: String,
    /// What it is.
    pub kind: LineKind,
    /// A figure for each year, missing ones leave a gap. A threshold has one figure for all years.
    pub figures: Vec<Figure>,
}

/// What a line is, which decides how it is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineKind {
    /// What was measured: full, with circles.
    Actual,
    /// What was aimed at: full and thin, with diamonds.
    Target,
    /// The mean of similar bodies: thin, with triangles.
    ClusterMean,
    /// A level not to be passed: dashed, over all years.
    Threshold,
    /// What is expected: dotted, with rings. It starts at the last actual if its year before is one.
    Forecast,
}

/// How a line is drawn.
struct Pen {
    dash: Option<&'static str>,
    width: f64,
    shape: Option<Shape>,
    colour: Colour,
}

fn pen(kind: LineKind, palette: &Palette) -> Pen {
    let red = Colour::new(0xCC, 0x33, 0x4D);
    let (dash, width, shape, colour) = match kind {
        LineKind::Actual => (None, 2.0, Some(Shape::Circle), palette.primary.ink()),
        LineKind::Target => (None, 1.0, Some(Shape::Diamond), palette.text()),
        LineKind::ClusterMean => (Some("6 2"), 1.0, Some(Shape::TriangleUp), palette.faint()),
        LineKind::Threshold => (Some("4 3"), 1.2, None, red),
        LineKind::Forecast => (
            Some("1.2 2.6"),
            1.6,
            Some(Shape::Ring),
            palette.primary.ink(),
        ),
    };
    Pen {
        dash,
        width,
        shape,
        colour,
    }
}

/// Draws the chart. Figures are printed at their points as far as they find a free place near them,
/// those of the first line first.
pub fn trend(chart: &Trend) -> Picture {
    let width = sane_width(chart.width);
    let high = if chart.field.is_finite() {
        chart.field.clamp(60.0, 2_000.0)
    } else {
        140.0
    };
    let palette = &chart.palette;
    let mut svg = Svg::default();
    let items: Vec<(Sample, String)> = chart
        .lines
        .iter()
        .map(|line| {
            let pen = pen(line.kind, palette);
            (
                Sample::Line(pen.dash, pen.width, pen.shape, pen.colour),
                line.name.clone(),
            )
        })
        .collect();
    let top = legend(&mut svg, &items, (0.0, 0.0), width, palette) + 8.0;
    let setting = |width: f64| Setting {
        width,
        size: SMALL,
        weight: Weight::Regular,
    };
    let axis = chart
        .ticks
        .iter()
        .filter(|tick| tick.drawable().is_some())
        .map(|tick| text_width(&tick.label, SMALL, Weight::Regular))
        .fold(0.0_f64, f64::max)
        .min(width * 0.25);
    let left = if axis > 0.0 { axis + 6.0 } else { 0.0 };
    let field = Rect::new(left, top, width - left, high);
    let values = chart.lines.iter().flat_map(|line| &line.figures);
    let (low, most) = extent(values.chain(&chart.ticks).filter_map(Figure::drawable));
    // Without ticks the figures keep off the edges.
    let room = if chart.ticks.is_empty() {
        ((most - low) * 0.12).max(low.abs() * 0.02)
    } else {
        0.0
    };
    let scale = Scale::new((low - room, most + room), (field.bottom(), field.y));
    let each = field.width / real(chart.years.len().max(1));
    let at = |n: usize| field.x + (real(n) + 0.5) * each;

    let text = Type::regular(SMALL, palette.text());
    let hair = palette.grey.mixed(Colour::WHITE, 0.7);
    let mut printed: Vec<f64> = Vec::new();
    for tick in &chart.ticks {
        let Some(value) = tick.drawable() else {
            continue;
        };
        let y = scale.at(value);
        svg.line(&[(field.x, y), (width, y)], Paint::stroke(hair, 0.5));
        if printed.iter().any(|other| (other - y).abs() < STEP) {
            continue;
        }
        printed.push(y);
        let said = one_line(&tick.label, setting(axis + 0.5));
        let look = Type::regular(SMALL, palette.faint()).anchored(Anchor::End);
        svg.text((axis, y + look.drop()), &said, look);
    }
    let foot = Paint::stroke(palette.rule(), 0.8);
    svg.line(&[(field.x, field.bottom()), (width, field.bottom())], foot);
    let yearly = years_apart(&chart.years, each);
    for (n, year) in chart.years.iter().enumerate() {
        let x = at(n);
        let end = field.bottom();
        svg.line(&[(x, end), (x, end + 3.0)], foot);
        if n % yearly == 0 {
            // Centred below its place, and within the picture.
            let room = (each * real(yearly) - 2.0).min(2.0 * x.min(width - x));
            let year = one_line(year, setting(room));
            svg.text((x, end + 13.0), &year, text.anchored(Anchor::Middle));
        }
    }

    let places: Vec<Vec<Option<Point>>> = chart
        .lines
        .iter()
        .map(|line| placed(line, chart.years.len(), &at, scale))
        .collect();
    for (n, line) in chart.lines.iter().enumerate().rev() {
        stroke(&mut svg, chart, &places, n, field, scale, line);
    }
    label(&mut svg, chart, &places, field, scale);
    svg.finish(&chart.caption, width, field.bottom() + 18.0)
}

/// Every how many years one is printed, so that they do not touch.
fn years_apart(years: &[String], each: f64) -> usize {
    let widest = years
        .iter()
        .map(|year| text_width(year, SMALL, Weight::Regular))
        .fold(0.0_f64, f64::max)
        .min(120.0);
    ((widest + 6.0) / each.max(0.1)).ceil().clamp(1.0, 1_000.0) as usize
}

fn placed(
    line: &Line,
    years: usize,
    at: &impl Fn(usize) -> f64,
    scale: Scale,
) -> Vec<Option<Point>> {
    (0..years)
        .map(|n| {
            let value = line.figures.get(n)?.drawable()?;
            Some((at(n), scale.at(value)))
        })
        .collect()
}

/// The level of a threshold.
fn level(line: &Line) -> Option<(f64, &Figure)> {
    line.figures
        .iter()
        .find_map(|figure| figure.drawable().map(|value| (value, figure)))
}

fn stroke(
    svg: &mut Svg,
    chart: &Trend,
    places: &[Vec<Option<Point>>],
    n: usize,
    field: Rect,
    scale: Scale,
    line: &Line,
) {
    let look = pen(line.kind, &chart.palette);
    let mut paint = Paint::stroke(look.colour, look.width);
    paint.dash = look.dash;
    if line.kind == LineKind::Threshold {
        if let Some((value, _)) = level(line) {
            let y = scale.at(value);
            svg.line(&[(field.x, y), (field.right(), y)], paint);
        }
        return;
    }
    let mut points = places[n].clone();
    if line.kind == LineKind::Forecast {
        join_to_actual(&mut points, chart, places);
    }
    for run in points.split(Option::is_none) {
        let run: Vec<Point> = run.iter().copied().flatten().collect();
        if run.len() > 1 {
            svg.line(&run, paint);
        }
    }
    for at in places[n].iter().flatten() {
        if let Some(shape) = look.shape {
            svg.circle(*at, 4.0, Paint::fill(Colour::WHITE));
            svg.mark(*at, 6.5, shape, look.colour, Colour::WHITE);
        }
    }
}

/// A forecast goes on from the actual of the year before its first.
fn join_to_actual(points: &mut [Option<Point>], chart: &Trend, places: &[Vec<Option<Point>>]) {
    let Some(before) = points
        .iter()
        .position(Option::is_some)
        .and_then(|first| first.checked_sub(1))
    else {
        return;
    };
    let actual = chart
        .lines
        .iter()
        .position(|line| line.kind == LineKind::Actual);
    if let Some(actual) = actual {
        points[before] = places[actual][before];
    }
}

/// Room for a printed figure.
const LONGEST: f64 = 110.0;

/// Prints figures where they neither meet each other nor a marker.
fn label(svg: &mut Svg, chart: &Trend, places: &[Vec<Option<Point>>], field: Rect, scale: Scale) {
    let around = |(x, y): Point, r: f64| Rect::new(x - r, y - r, 2.0 * r, 2.0 * r);
    let mut taken: Vec<Rect> = places
        .iter()
        .zip(&chart.lines)
        .filter(|(_, line)| line.kind != LineKind::Threshold)
        .flat_map(|(points, _)| points.iter().flatten())
        .map(|at| around(*at, 3.4))
        .collect();
    let bounds = Rect::new(field.x, field.y - 8.0, field.width, field.height + 7.0);
    let mut say = |svg: &mut Svg, text: &str, colour: Colour, places: &[(f64, f64)]| {
        let setting = Setting {
            width: bounds.width.min(LONGEST),
            size: SMALL,
            weight: Weight::Regular,
        };
        let text = &one_line(text, setting);
        let wide = text_width(text, SMALL, Weight::Regular);
        let free = places.iter().find_map(|(middle, y)| {
            let low = bounds.x + wide / 2.0;
            let middle = middle.clamp(low, (bounds.right() - wide / 2.0).max(low));
            let rect = Rect::new(middle - wide / 2.0 - 1.0, y - 4.3, wide + 2.0, 8.6);
            let inside = rect.y >= bounds.y && rect.bottom() <= bounds.bottom();
            (inside && !taken.iter().any(|other| other.meets(rect))).then_some((middle, *y, rect))
        });
        if let Some((x, y, rect)) = free {
            taken.push(rect);
            svg.rect(rect.inset(0.6), 1.0, Paint::fill(Colour::WHITE));
            let look = Type::regular(SMALL, colour).anchored(Anchor::Middle);
            svg.text((x, y + look.drop()), text, look);
        }
    };
    for (line, points) in chart.lines.iter().zip(places) {
        let colour = pen(line.kind, &chart.palette).colour;
        if line.kind == LineKind::Threshold {
            if let Some((value, figure)) = level(line) {
                let y = scale.at(value);
                let wide = text_width(&figure.label, SMALL, Weight::Regular) / 2.0;
                let (right, left) = (field.right() - wide, field.x + wide + 2.0);
                let places = [
                    (right, y - 7.0),
                    (right, y + 7.0),
                    (left, y - 7.0),
                    (left, y + 7.0),
                ];
                say(svg, &figure.label, colour, &places);
            }
            continue;
        }
        for (figure, at) in line.figures.iter().zip(points) {
            let Some((x, y)) = *at else { continue };
            let aside = text_width(&figure.label, SMALL, Weight::Regular) / 2.0 + 6.5;
            let places = [
                (x, y - 9.5),
                (x, y + 9.5),
                (x + aside, y),
                (x - aside, y),
                (x, y - 18.0),
                (x, y + 18.0),
            ];
            say(svg, &figure.label, colour, &places);
        }
    }
    for (n, point) in places.first().into_iter().flatten().enumerate() {
        // A gap of the first line says why.
        let figure = chart.lines[0].figures.get(n);
        let missing = figure.filter(|figure| figure.drawable().is_none());
        let threshold = chart.lines[0].kind == LineKind::Threshold;
        if let (None, Some(figure), false) = (point, missing, threshold) {
            let x = field.x + (real(n) + 0.5) * field.width / real(chart.years.len());
            let colour = chart.palette.faint();
            let text = figure.label.trim();
            if !text.is_empty() {
                say(svg, text, colour, &[(x, field.bottom() - 6.0)]);
            }
        }
    }
}
