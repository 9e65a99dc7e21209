//! The financial health of the body: indices with their history, thresholds told in words, pictures.

use std::collections::BTreeSet;

use documents::block::{AsideKind, Block, Cell, Column, Inline, Table};
use documents::picture::LineKind;
use domain::plan::{Node, NodeKind, Period, Role, TableKind};
use domain::report::health::{IndexOverYears, YearValue, indices};
use domain::report::measured::over_years;

use super::national_indicators::{Point, picture, whole_years};
use super::sections;
use crate::document::Edition;
use crate::document::edition::{anchor, row};

/// A table of all indices, what crosses its threshold, a picture of each, and the plan's own tables.
pub fn build(edition: &Edition<'_>) -> Vec<Block> {
    let found = indices(edition.plan);
    let mut blocks = Vec::new();
    if !found.is_empty() {
        blocks.push(table(edition, &found));
        if found.iter().any(|index| index.limit.is_some()) {
            blocks.push(alarms(edition, &found));
        }
        for (i, index) in found.iter().enumerate() {
            blocks.extend(over_time(edition, i, index));
        }
    }
    blocks.extend(sections::loose_tables(edition, TableKind::Health));
    blocks
}

fn table(edition: &Edition<'_>, found: &[IndexOverYears<'_>]) -> Block {
    let years: BTreeSet<i16> = found
        .iter()
        .flat_map(|index| index.years.iter().map(|value| value.year))
        .collect();
    let has = |field: fn(&IndexOverYears<'_>) -> bool| found.iter().any(field);
    let means = has(|x| x.cluster_mean.is_some());
    let thresholds = has(|x| x.index.threshold.is_some());
    let limits = has(|x| x.limit.is_some());
    let mut forecasts: Vec<&Period> = Vec::new();
    for forecast in found.iter().flat_map(|x| &x.forecasts) {
        if !forecasts.contains(&&forecast.value.period) {
            forecasts.push(&forecast.value.period);
        }
    }
    forecasts.sort_by_key(|period| period.year());
    let mut columns = vec![edition.column("health-index", 30)];
    columns.extend(
        years
            .iter()
            .map(|year| Column::figures(year.to_string(), 8)),
    );
    columns.extend(forecasts.iter().map(|period| {
        let head = match period {
            Period::Named(name) => name.clone(),
            _ => edition.role(Role::Forecast, period),
        };
        Column::figures(head, 11)
    }));
    if means {
        columns.push(edition.figures("national-mean", 11));
    }
    if thresholds {
        columns.push(edition.column("health-threshold", 12));
    }
    if limits {
        columns.push(edition.column("health-state", 13));
    }
    let rows = found.iter().map(|x| {
        let mut name = vec![Inline::Strong(vec![Inline::Text(
            x.index.title.clone().unwrap_or_else(|| x.index.id.clone()),
        )])];
        for text in [&x.index.kind, &x.index.formula].into_iter().flatten() {
            name.push(Inline::Break);
            name.push(Inline::Text(text.clone()));
        }
        let mut cells = vec![Cell::inline(name)];
        for year in &years {
            let value = x.years.iter().find(|value| value.year == *year);
            cells.push(of_year(edition, value));
        }
        for period in &forecasts {
            let value = x.forecasts.iter().find(|v| v.value.period == **period);
            cells.push(of_year(edition, value));
        }
        if means {
            let mut cell = edition.value(x.cluster_mean);
            let of: Vec<String> = [
                x.index.cluster.clone(),
                x.cluster_mean.map(|mean| edition.period(&mean.period)),
            ]
            .into_iter()
            .flatten()
            .filter(|text| !text.is_empty())
            .collect();
            if !cell.text.is_empty() && !of.is_empty() {
                cell.text.push(Inline::Break);
                cell.text.push(Inline::Text(of.join(", ")));
            }
            cells.push(cell);
        }
        if thresholds {
            cells.push(Cell::text(x.index.threshold.clone().unwrap_or_default()));
        }
        let state = match (x.limit.is_some(), x.years.last()) {
            (false, _) | (_, None) => "",
            (true, Some(latest)) if latest.alarming => "health-attention",
            _ => "health-well",
        };
        if limits {
            cells.push(match state {
                "" => Cell::text(""),
                key => Cell::text(edition.say(key)),
            });
        }
        row(cells)
    });
    let rows = rows.collect();
    Block::Table(Table {
        data: edition.say("data-health"),
        caption: Some(edition.say("health-caption")),
        columns,
        row_heads: 1,
        rows,
        note: limits.then(|| edition.say("health-note")),
        ..Table::default()
    })
}

/// A value, marked where it lies in the zone of attention.
fn of_year(edition: &Edition<'_>, value: Option<&YearValue<'_>>) -> Cell {
    let mut cell = edition.value(value.map(|value| value.value));
    if value.is_some_and(|value| value.alarming) {
        cell.text.push(Inline::Text(" !".to_owned()));
    }
    cell
}

/// Which indices crossed their threshold, and in which years.
fn alarms(edition: &Edition<'_>, found: &[IndexOverYears<'_>]) -> Block {
    let items: Vec<Vec<Block>> = found
        .iter()
        .filter_map(|x| {
            let years: Vec<String> = x
                .years
                .iter()
                .chain(&x.forecasts)
                .filter(|value| value.alarming)
                .map(|value| format!("{} ({})", value.year, value.value.text.trim()))
                .collect();
            (!years.is_empty()).then(|| {
                vec![Block::text(edition.say_with(
                    "health-crossed",
                    &[
                        ("of", x.index.title.as_deref().unwrap_or(&x.index.id)),
                        (
                            "threshold",
                            x.index.threshold.as_deref().unwrap_or_default(),
                        ),
                        ("years", &years.join(", ")),
                    ],
                ))]
            })
        })
        .collect();
    if items.is_empty() {
        return Block::text(edition.say("health-none-crossed"));
    }
    Block::Aside {
        kind: AsideKind::Note,
        label: edition.say("health-attention"),
        blocks: vec![Block::List { from: None, items }],
    }
}

/// The picture of an index with three figures at least.
fn over_time(edition: &Edition<'_>, i: usize, x: &IndexOverYears<'_>) -> Option<Block> {
    let points = |values: &[YearValue<'_>]| -> Vec<Point> {
        values
            .iter()
            .filter_map(|value| {
                Some(Point {
                    year: value.year,
                    interim: false,
                    number: value.number.clone()?,
                    percent: value.value.text.contains('%'),
                })
            })
            .collect()
    };
    let percent = points(&x.years).first()?.percent;
    let same = |mut points: Vec<Point>| -> Vec<Point> {
        points.retain(|point| point.percent == percent);
        points
    };
    let actuals = same(points(&x.years));
    if actuals.len() < 3 {
        return None;
    }
    let means = whole_years(over_years(&x.index.values, Role::ClusterMean));
    let lines = vec![
        ("trend-actual", LineKind::Actual, actuals),
        ("trend-mean", LineKind::ClusterMean, same(means)),
        (
            "trend-forecast",
            LineKind::Forecast,
            same(points(&x.forecasts)),
        ),
    ];
    let node = Node::new(NodeKind::HealthIndex, i);
    let title = edition.say_with("trend-title", &[("of", &edition.label(node))]);
    Some(picture(
        edition,
        &format!("trend-{}", anchor(node)),
        &title,
        lines,
        x.limit.as_ref(),
    ))
}
