//! The tables that a plan holds as printed (staff, budget, territory …).

use documents::block::{Align, Block, Cell, Column, FigureOf, Row, RowKind, Table};
use domain::number::Number;
use domain::plan::TableKind;

use super::charts;
use crate::document::Edition;

/// A table of the plan, with its day, source and remark under it, and its charts.
pub fn blocks(edition: &Edition<'_>, index: usize) -> Vec<Block> {
    let printed = &edition.plan.tables[index];
    let count = printed
        .rows
        .iter()
        .map(Vec::len)
        .chain([printed.columns.len()])
        .max()
        .unwrap_or(0);
    if count == 0 || printed.rows.is_empty() {
        return Vec::new();
    }
    let cell = |row: &[String], i: usize| row.get(i).map_or("", |text| text.trim()).to_owned();
    let columns = (0..count)
        .map(|i| {
            let texts: Vec<String> = printed.rows.iter().map(|row| cell(row, i)).collect();
            column(cell(&printed.columns, i), &texts, i == 0)
        })
        .collect::<Vec<Column>>();
    let rows = printed
        .rows
        .iter()
        .map(|row| Row {
            cells: (0..count)
                .map(|i| {
                    let text = cell(row, i);
                    let figure = (columns[i].align == Align::End)
                        .then(|| figure(&text))
                        .flatten();
                    Cell {
                        figure,
                        ..Cell::text(text)
                    }
                })
                .collect(),
            kind: if is_total(row) {
                RowKind::Total
            } else {
                RowKind::Data
            },
        })
        .collect();
    let title = printed.title.clone().unwrap_or_default();
    let mut blocks = vec![Block::Table(Table {
        data: edition.say(data_of(printed.kind)),
        context: vec![(edition.say("table-context"), title.clone())],
        caption: (!title.is_empty()).then_some(title),
        columns,
        row_heads: 1,
        rows,
        note: note(edition, index),
        ..Table::default()
    })];
    blocks.extend(charts::blocks(edition, index));
    blocks
}

/// The data set a kind of table belongs to.
fn data_of(kind: Option<TableKind>) -> &'static str {
    match kind {
        Some(TableKind::Staff) => "data-staff",
        Some(TableKind::Budget) => "data-budget",
        Some(TableKind::Shareholdings) => "data-shareholdings",
        Some(TableKind::Health) => "data-health-tables",
        Some(TableKind::Organs) => "data-organs",
        Some(TableKind::Territory) => "data-territory",
        Some(TableKind::Other) | None => "data-tables",
    }
}

/// Day, source and remark.
fn note(edition: &Edition<'_>, index: usize) -> Option<String> {
    let printed = &edition.plan.tables[index];
    let day = printed.date.as_ref().map(|day| {
        let day = day
            .date
            .map_or_else(|| day.text.clone(), |d| edition.day(d));
        edition.say_with("table-day", &[("day", &day)])
    });
    let source = printed
        .source
        .as_ref()
        .map(|source| edition.say_with("table-source", &[("source", source)]));
    let said: Vec<String> = [day, source, printed.note.clone()]
        .into_iter()
        .flatten()
        .collect();
    (!said.is_empty()).then(|| said.join(" "))
}

fn column(head: String, texts: &[String], first: bool) -> Column {
    let longest = texts
        .iter()
        .map(|text| text.chars().count())
        .max()
        .unwrap_or(0);
    let filled = texts.iter().filter(|text| !text.is_empty());
    let figures = filled.clone().filter(|text| figure(text).is_some()).count();
    if !first && figures > 0 && figures * 2 >= filled.count() {
        let width = longest.max(head.chars().count().min(16)).clamp(6, 24);
        Column::figures(head, u16::try_from(width).unwrap_or(24))
    } else {
        // Short texts are often one word, such as a date: it is not to be broken.
        let word = if longest <= 12 { longest + 2 } else { longest };
        let width = word.max(head.chars().count().min(24)).clamp(6, 48);
        Column::text(head, u16::try_from(width).unwrap_or(48))
    }
}

/// The figure that a cell as typed is, if it is nothing but a figure.
pub fn figure(text: &str) -> Option<FigureOf> {
    let text = text.trim();
    let (text, percent) = match text.strip_suffix('%') {
        Some(rest) => (rest.trim_end(), true),
        None => (text, false),
    };
    let (text, money) = match text.strip_prefix('€').or_else(|| text.strip_suffix('€')) {
        Some(rest) => (rest.trim(), true),
        None => (text, false),
    };
    let number = number(text)?;
    Some(if percent {
        FigureOf::Percent(number.checked_div(&Number::HUNDRED)?)
    } else if money {
        FigureOf::Money(number)
    } else {
        FigureOf::Number(number)
    })
}

/// A number as tables print them; a text with words in it is no figure.
fn number(text: &str) -> Option<Number> {
    if text.contains(char::is_alphabetic) {
        return None;
    }
    domain::target::read_number(text).0
}

/// Whether a row sums the others.
pub fn is_total(row: &[String]) -> bool {
    row.first().is_some_and(|text| {
        let text = text.trim().to_lowercase();
        text.starts_with("totale") || text.starts_with("total ")
    })
}
