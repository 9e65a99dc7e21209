//! The trend of an indicator: what was measured, aimed at and expected over time, and what similar
//! bodies reach, as a picture and as the table of its numbers.

use std::collections::BTreeMap;

use documents::picture::{self, Caption, Colour, Figure, Line, LineKind, Palette, Trend};
use domain::number::Number;
use domain::plan::{Node, Period, Plan, Role, Value};
use domain::report::stated::values_of;
use domain::target::{Actual, Target, TargetReading, ValueReading};
use jiff::civil::Date;

use crate::printed::day;
use crate::web::part::{Cell, Chart, Column, Row, Table};
use crate::web::shown::Shown;

/// A figure of a moment; whether it is in percent points.
type Point = (Number, bool);

/// The lines of the picture, in the order of the legend.
const LINES: [(LineKind, &str, &[Role]); 4] = [
    (
        LineKind::Actual,
        "web-thing-line-actual",
        &[Role::Actual, Role::History, Role::Baseline],
    ),
    (
        LineKind::Target,
        "web-thing-line-target",
        &[Role::RevisedTarget, Role::Target],
    ),
    (
        LineKind::ClusterMean,
        "web-thing-line-mean",
        &[Role::ClusterMean],
    ),
    (
        LineKind::Forecast,
        "web-thing-line-forecast",
        &[Role::Forecast],
    ),
];

/// The trend of an indicator; none where fewer than two moments can be drawn.
pub fn chart<'a>(shown: &Shown<'a>, node: Node) -> Option<Chart<'a>> {
    let plan = shown.loaded.plan();
    let lines = lines(shown, node);
    let (percent, moments) = drawn(&lines)?;
    let t = shown.t;
    let printed = |number: &Number| {
        let number = number.format_plain(t.language.style());
        match percent {
            true => format!("{number}%"),
            false => number,
        }
    };
    let named = |moment: &Date| match (moment.month(), moment.day()) {
        (12, 31) => moment.year().to_string(),
        _ => day(*moment, t.language),
    };
    let mut told = Vec::new();
    let mut pictured = Vec::new();
    let mut columns = vec![Column::words(t.text("web-thing-moment"))];
    let mut rows: Vec<Vec<Cell<'a>>> = moments
        .iter()
        .map(|moment| vec![Cell::Text(named(moment))])
        .collect();
    for (kind, key, points) in &lines {
        let of = |moment: &Date| points.get(moment).filter(|(_, of)| *of == percent);
        if !moments.iter().any(|moment| of(moment).is_some()) {
            continue;
        }
        let name = t.text(key);
        let said: Vec<String> = moments
            .iter()
            .filter_map(|moment| Some(format!("{} {}", named(moment), printed(&of(moment)?.0))))
            .collect();
        told.push(format!("{name}: {}", said.join(", ")));
        columns.push(Column::figures(name.clone()));
        for (row, moment) in rows.iter_mut().zip(&moments) {
            row.push(of(moment).map_or(Cell::Nothing, |(number, _)| Cell::Text(printed(number))));
        }
        pictured.push(Line {
            name,
            kind: *kind,
            figures: moments
                .iter()
                .map(|moment| match of(moment) {
                    Some((number, _)) => Figure::new(real(number), printed(number)),
                    None => Figure::missing(""),
                })
                .collect(),
        });
    }
    let title = t.with("web-thing-trend", &[("of", &shown.label(node))]);
    let picture = picture::trend(&Trend {
        caption: Caption {
            id: "andamento".to_owned(),
            title: title.clone(),
            description: format!("{}.", told.join("; ")),
        },
        width: 640.0,
        field: 170.0,
        years: moments.iter().map(named).collect(),
        lines: pictured,
        ticks: Vec::new(),
        palette: palette(plan),
    });
    Some(Chart {
        t,
        data: Table {
            t,
            caption: title.clone(),
            quiet: true,
            columns,
            rows: rows.into_iter().map(Row::of).collect(),
            totals: None,
            exports: Vec::new(),
        },
        title,
        svg: picture.svg,
    })
}

/// The figures of each line by moment.
fn lines(shown: &Shown<'_>, node: Node) -> Vec<(LineKind, &'static str, BTreeMap<Date, Point>)> {
    let loaded = shown.loaded;
    let values = values_of(loaded.plan(), node);
    let read = loaded.readings.indicators.get(node.at());
    let read = read.map_or(&[][..], |reading| reading.values.as_slice());
    let year = loaded.plan().year();
    let lines = LINES.into_iter().map(|(kind, key, roles)| {
        let mut points = BTreeMap::new();
        // The first role that says something of a moment has the word.
        for role in roles {
            let own = values
                .iter()
                .zip(read)
                .filter(|(value, _)| value.role == *role);
            for (value, reading) in own {
                if let (Some(moment), Some(point)) = (moment(value, year), figure(reading)) {
                    points.entry(moment).or_insert(point);
                }
            }
        }
        (kind, key, points)
    });
    lines.collect()
}

/// The day of a value; what came before the plan is of the year before.
fn moment(value: &Value, year: Option<i16>) -> Option<Date> {
    match value.period {
        Period::Day(day) => Some(day),
        Period::Year(year) => Date::new(year, 12, 31).ok(),
        Period::Unsaid if value.role == Role::Baseline => Date::new(year? - 1, 12, 31).ok(),
        Period::Unsaid | Period::Named(_) => None,
    }
}

fn figure(reading: &ValueReading) -> Option<Point> {
    let figure = match reading {
        ValueReading::Actual(read) if !read.ambiguous => match &read.actual {
            Some(Actual::Figure(figure)) => figure,
            _ => return None,
        },
        ValueReading::Known(Some(Actual::Figure(figure))) => figure,
        ValueReading::Target(TargetReading::Read(
            Target::AtLeast(figure) | Target::AtMost(figure) | Target::Exactly(figure),
        )) => figure,
        _ => return None,
    };
    Some((figure.number.clone(), figure.percent))
}

/// The sort of figure that most points are, and the moments at which there is one.
fn drawn(lines: &[(LineKind, &'static str, BTreeMap<Date, Point>)]) -> Option<(bool, Vec<Date>)> {
    let points = || lines.iter().flat_map(|(_, _, points)| points);
    let of_percent = points().filter(|(_, (_, percent))| *percent).count();
    let percent = of_percent * 2 > points().count();
    let own = points().filter(|(_, (_, of))| *of == percent);
    let mut moments: Vec<Date> = own.map(|(moment, _)| *moment).collect();
    moments.sort_unstable();
    moments.dedup();
    (moments.len() >= 2).then_some((percent, moments))
}

/// A figure to draw; printing never goes through it.
fn real(number: &Number) -> f64 {
    number.to_decimal().parse().unwrap_or(f64::NAN)
}

/// The body's colours, where it has its own.
fn palette(plan: &Plan) -> Palette {
    let own = plan
        .body
        .colours
        .iter()
        .find_map(|text| Colour::from_hex(text));
    Palette {
        primary: own.unwrap_or(Palette::default().primary),
        ..Palette::default()
    }
}
