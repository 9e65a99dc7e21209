//! Efficiency and results of the budget: the chapters with their tables, the resources of
//! objectives line by line, the health indices at the end of the year, the base quantities.

use documents::block::{Block, Cell, FigureOf, Inline, Mark, Row, RowKind, Table};
use domain::number::Number;
use domain::plan::{BudgetLine, Flow};
use domain::report::health::indices;

use super::sections;
use crate::document::Edition;
use crate::document::edition::row;

/// The chapter.
pub fn build(edition: &Edition<'_>) -> Vec<Block> {
    let mut blocks = sections::chapters(edition, "efficiency", 2);
    blocks.extend(health(edition));
    blocks.extend(resources(edition));
    blocks.extend(quantities(edition));
    blocks
}

/// Every index with the year's value beside the one before and the mean of similar bodies.
fn health(edition: &Edition<'_>) -> Vec<Block> {
    let found = indices(edition.plan);
    let year = edition
        .scores
        .checkpoint
        .map(|day| day.year())
        .or(edition.plan.year());
    let (Some(year), false) = (year, found.is_empty()) else {
        return Vec::new();
    };
    let rows = found.iter().map(|over| {
        let of = |wanted: i16| over.years.iter().find(|y| y.year == wanted);
        let value =
            |wanted: i16| of(wanted).map_or(Cell::text(""), |y| edition.value(Some(y.value)));
        let (mark, key) = match of(year) {
            None => (Mark::ToMeasure, "report-health-unknown"),
            Some(y) if y.alarming => (Mark::NotReached, "report-health-alarming"),
            Some(_) => (Mark::Reached, "report-health-fine"),
        };
        let standing = match over.limit {
            None => Cell::text(""),
            Some(_) => Cell::inline(vec![Inline::Mark {
                mark,
                word: edition.say(key),
            }]),
        };
        let mut name = Cell::text(over.index.title.clone().unwrap_or_default());
        if let Some(formula) = &over.index.formula {
            name.text
                .extend([Inline::Break, Inline::Text(formula.clone())]);
        }
        row([
            name,
            value(year - 1),
            value(year),
            edition.value(over.cluster_mean),
            Cell::text(over.index.threshold.clone().unwrap_or_default()),
            standing,
        ])
    });
    vec![
        edition.heading(2, edition.say("report-health")),
        Block::Table(Table {
            data: edition.say("report-data-health"),
            caption: Some(
                edition.say_with("report-health-caption", &[("year", &year.to_string())]),
            ),
            columns: vec![
                edition.column("report-index", 38),
                documents::block::Column::figures((year - 1).to_string(), 10),
                documents::block::Column::figures(year.to_string(), 10),
                edition.figures("report-cluster-mean", 12),
                edition.column("report-threshold", 14),
                edition.column("report-standing", 17),
            ],
            row_heads: 1,
            rows: rows.collect(),
            ..Table::default()
        }),
    ]
}

/// Every budget line once, however many objectives it serves.
fn resources(edition: &Edition<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (flow, key) in [
        (Flow::Cost, "report-costs"),
        (Flow::Revenue, "report-revenue"),
    ] {
        let lines: Vec<&BudgetLine> = edition
            .plan
            .budget_lines
            .iter()
            .filter(|line| line.flow == flow)
            .collect();
        if lines.is_empty() {
            continue;
        }
        if blocks.is_empty() {
            blocks.push(edition.heading(2, edition.say("report-resources")));
        }
        let mut rows: Vec<Row> = lines.iter().map(|line| resource(edition, line)).collect();
        let amounts = lines
            .iter()
            .filter_map(|line| line.amount.as_ref()?.number.as_ref());
        let sum: Number = amounts.sum();
        rows.push(Row {
            cells: vec![
                Cell::text(edition.say("report-total")).over(4),
                edition.money(&sum),
            ],
            kind: RowKind::Total,
        });
        blocks.push(Block::Table(Table {
            data: edition.say("report-data-resources"),
            context: vec![(edition.say("report-flow"), edition.say(key))],
            caption: Some(edition.say(&format!("{key}-caption"))),
            columns: vec![
                edition.column("report-item", 40),
                edition.column("report-serves", 14),
                edition.column("report-account", 10),
                edition.column("report-programme", 24),
                edition.figures("report-amount", 15),
            ],
            row_heads: 1,
            rows,
            note: Some(edition.say("report-once")),
            ..Table::default()
        }));
    }
    blocks
}

fn resource(edition: &Edition<'_>, line: &BudgetLine) -> Row {
    let year = line.year.map(|y| y.to_string());
    let item = [&line.item, &year, &line.note];
    let item: Vec<&str> = item.into_iter().flatten().map(String::as_str).collect();
    let serves = line
        .objectives
        .iter()
        .chain(&line.indicators)
        .map(|r| match r.node {
            Some(node) if node.kind == domain::plan::NodeKind::Objective => {
                super::outcome::short(edition, node)
            }
            _ => r.text.clone(),
        });
    let account = [&line.account, &line.centre];
    let account: Vec<&str> = account.into_iter().flatten().map(String::as_str).collect();
    let programme = line.programme.as_ref().map(|r| edition.named(r));
    row([
        Cell::text(item.join(" – ")),
        Cell::text(serves.collect::<Vec<_>>().join(", ")),
        Cell::text(account.join(" ")),
        Cell::text(programme.unwrap_or_default()),
        match &line.amount {
            None => Cell::text(""),
            Some(q) => Cell {
                figure: q.number.clone().map(FigureOf::Money),
                ..Cell::text(q.text.clone())
            },
        },
    ])
}

/// Base quantities and budget items with their values by year or scenario.
fn quantities(edition: &Edition<'_>) -> Vec<Block> {
    if edition.plan.quantities.is_empty() {
        return Vec::new();
    }
    let mut rows = Vec::new();
    for quantity in &edition.plan.quantities {
        for value in &quantity.values {
            let text = |text: &Option<String>| Cell::text(text.clone().unwrap_or_default());
            let printed = edition.value(Some(value));
            rows.push(row([
                text(&quantity.title),
                text(&quantity.scenario),
                text(&quantity.unit),
                Cell::text(edition.period(&value.period)),
                Cell {
                    figure: super::printed_table::figure(&value.text),
                    ..printed
                },
                text(&quantity.source),
            ]));
        }
    }
    if rows.is_empty() {
        return Vec::new();
    }
    vec![
        edition.heading(2, edition.say("report-quantities")),
        Block::Table(Table {
            data: edition.say("report-data-quantities"),
            caption: Some(edition.say("report-quantities-caption")),
            columns: vec![
                edition.column("report-quantity", 31),
                edition.column("report-scenario", 17),
                edition.column("report-unit-head", 12),
                edition.column("report-period", 12),
                edition.figures("report-value", 14),
                edition.column("report-source", 18),
            ],
            row_heads: 1,
            rows,
            ..Table::default()
        }),
    ]
}
