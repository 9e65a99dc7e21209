//! Three years at a glance: area by area, every objective with its indicators and the targets of each
//! year.

use std::collections::BTreeSet;

use documents::block::{Block, Cell, Column, Inline, Row, RowKind, Table};
use domain::plan::{Node, NodeKind};
use domain::report::changes::is_new;
use domain::report::standings::{Group, by_area};
use domain::report::stated::expected_of_year;

use super::indicator_results::expectation;
use crate::document::Edition;

/// One table for each area; those of the special agency after them.
pub fn build(edition: &Edition<'_>) -> Vec<Block> {
    let years = years(edition);
    if years.is_empty() {
        return Vec::new();
    }
    let mut blocks = Vec::new();
    for tally in by_area(edition.plan, &edition.outline, edition.scores) {
        let of = match tally.group {
            Group::Of(area) => edition.say_with("area-of", &[("of", &edition.label(area))]),
            Group::Outside => edition.say("other-objectives"),
            Group::Agency => edition.say("the-agency"),
            // They have a part of their own.
            Group::National | Group::Dashboards => continue,
        };
        let objectives: Vec<Node> = tally
            .objectives
            .into_iter()
            .filter(|node| !is_new(edition.plan, *node))
            .collect();
        if !objectives.is_empty() {
            blocks.push(edition.heading(2, of.clone()));
            blocks.push(table(edition, &of, &objectives, &years));
        }
    }
    blocks
}

/// The years of the horizon; where none is written, those of the targets of indicators.
fn years(edition: &Edition<'_>) -> Vec<i16> {
    let horizon = &edition.plan.heading.horizon;
    if !horizon.is_empty() {
        return horizon.clone();
    }
    let from = edition.plan.year();
    let years: BTreeSet<i16> = edition
        .plan
        .checkpoint_days()
        .into_iter()
        .map(|day| day.year())
        .filter(|year| from.is_none_or(|from| *year >= from))
        .collect();
    years.into_iter().collect()
}

fn table(edition: &Edition<'_>, of: &str, objectives: &[Node], years: &[i16]) -> Block {
    let mut columns = vec![
        edition.column("context-objective", 7),
        edition.column("results-number", 4),
        edition.column("results-indicator", 42),
    ];
    columns.extend(years.iter().map(|year| {
        Column::text(
            edition.say_with("years-target", &[("year", &year.to_string())]),
            17,
        )
    }));
    let mut rows = Vec::new();
    for objective in objectives {
        rows.push(Row {
            cells: vec![head(edition, *objective).over(columns.len())],
            kind: RowKind::Subhead,
        });
        for (_, place) in edition.outline.indicators(*objective) {
            let x = &edition.plan.indicators[place.child.at()];
            let variation = x.variation.as_ref().and_then(|r| r.node);
            let mut cells = vec![
                Cell::text(edition.code(*objective)),
                Cell::text(edition.code(place.child)),
                Cell::text(edition.title(place.child)),
            ];
            cells.extend(
                years.iter().map(|year| {
                    expectation(edition, expected_of_year(&x.values, *year), variation)
                }),
            );
            rows.push(Row {
                cells,
                kind: RowKind::Data,
            });
        }
    }
    Block::Table(Table {
        data: edition.say("data-years"),
        context: vec![(edition.say("head-area"), of.to_owned())],
        caption: Some(edition.say_with("years-caption", &[("of", of)])),
        columns,
        row_heads: 3,
        rows,
        ..Table::default()
    })
}

/// The objective's level and name, linked to its sheet.
fn head(edition: &Edition<'_>, objective: Node) -> Cell {
    let level = edition.plan.objectives[objective.at()]
        .level
        .as_ref()
        .and_then(|r| r.node.filter(|n| n.kind == NodeKind::Level))
        .map(|level| format!("{} ", edition.title(level)));
    let mut text: Vec<Inline> = level.into_iter().map(Inline::Text).collect();
    text.push(edition.link(objective));
    Cell::inline(text)
}
