//! How indicators and objectives stand at the date of the document, as tables and bullets.

use documents::block::{Block, Cell, FigureOf, Inline, Row, Table};
use documents::picture;
use domain::number::Number;
use domain::plan::Node;
use domain::report::measured::{Against, against};
use domain::report::stated;

use super::drawing::{self, figure as figure_block};
use super::indicators::{Detail, name, national_note};
use crate::document::Edition;
use crate::document::edition::row;

/// Indicators with what is expected at the checkpoint and at the end of the year, what was
/// measured, and what follows.
pub fn of_indicators(
    edition: &Edition<'_>,
    indicators: &[Node],
    context: Vec<(String, String)>,
    of: &str,
) -> Option<Block> {
    if indicators.is_empty() {
        return None;
    }
    let scores = edition.scores;
    let interim = scores
        .checkpoint
        .filter(|day| Some(*day) != scores.year_end);
    let mut columns = vec![
        edition.column("indicator-number", 5),
        edition.column("indicator", 38),
    ];
    for day in interim.iter().chain(&scores.year_end) {
        let role = edition.say_with("target-at", &[("day", &edition.day(*day))]);
        columns.push(documents::block::Column::centred(role, 12));
    }
    columns.extend([
        edition.centred("column-actual", 16),
        edition.figures("column-score", 10),
        edition.figures("column-progress", 10),
        edition.column("column-standing", 14),
    ]);
    let rows: Vec<Row> = indicators
        .iter()
        .map(|node| {
            let values = stated::values_of(edition.plan, *node);
            let mut cells = vec![
                Cell::text(edition.code(*node)),
                name(edition, *node, Detail::Name),
            ];
            for day in interim.iter().chain(&scores.year_end) {
                let expected = stated::expected(values, *day);
                let mut cell = edition.value(expected.target);
                if expected.revised.is_some() {
                    if !cell.text.is_empty() {
                        cell.text.push(Inline::Break);
                    }
                    let revised = edition.say("role-revised-target");
                    cell.text.push(Inline::Text(format!("{revised} ")));
                    cell.text.extend(edition.value(expected.revised).text);
                }
                cells.push(cell);
            }
            let actual = scores
                .checkpoint
                .and_then(|day| stated::actual(values, day));
            cells.extend([
                edition.value(actual),
                edition.score(*node),
                edition.progress(*node),
                edition.standing(*node),
            ]);
            row(cells)
        })
        .collect();
    Some(Block::Table(Table {
        data: edition.say("data-standing"),
        context,
        caption: Some(edition.say_with("standing-of", &[("of", of)])),
        columns,
        row_heads: 2,
        rows,
        note: national_note(edition, indicators),
        ..Table::default()
    }))
}

/// Objectives under a thing, with their weights there and how they stand.
pub fn of_objectives(edition: &Edition<'_>, parent: Node, objectives: &[Node]) -> Option<Block> {
    if objectives.is_empty() {
        return None;
    }
    let rows = objectives.iter().map(|node| {
        let [code, title] = edition.code_and_title(*node);
        let place = edition
            .outline
            .over(*node)
            .iter()
            .find(|p| p.parent == parent);
        row([
            code,
            title,
            place.map_or_else(|| Cell::text(""), |place| edition.weight(place)),
            edition.score(*node),
            edition.progress(*node),
            edition.standing(*node),
        ])
    });
    Some(Block::Table(Table {
        data: edition.say("data-standing-objectives"),
        context: vec![(edition.say("context-under"), edition.label(parent))],
        caption: Some(
            edition.say_with("standing-objectives-of", &[("of", &edition.label(parent))]),
        ),
        columns: vec![
            edition.column("column-code", 8),
            edition.column("column-objective", 46),
            edition.figures("indicator-weight", 8),
            edition.figures("column-score", 10),
            edition.figures("column-progress", 10),
            edition.column("column-standing", 14),
        ],
        row_heads: 2,
        rows: rows.collect(),
        ..Table::default()
    }))
}

/// Actuals against the targets of the year, where both are figures.
pub fn bullets(edition: &Edition<'_>, indicators: &[Node], id: &str) -> Option<Block> {
    let drawn: Vec<(Node, Against)> = indicators
        .iter()
        .filter_map(|node| {
            let figures = against(edition.plan, edition.readings, edition.scores, *node)?;
            Some((*node, figures))
        })
        .collect();
    if drawn.is_empty() {
        return None;
    }
    let printed = |number: &Number, percent: bool| match percent {
        true => format!("{}%", edition.number(number)),
        false => edition.number(number),
    };
    let figure = |number: &Number, percent: bool| {
        picture::Figure::new(drawing::real(number), printed(number, percent))
    };
    let rows = drawn.iter().map(|(node, against)| picture::BulletRow {
        name: edition.label(*node),
        actual: figure(&against.actual.number, against.actual.percent),
        target: figure(&against.target.number, against.target.percent),
        zone: None,
    });
    let caption = edition.say("bullets");
    let alt = edition.say_with("bullets-alt", &[("count", &drawn.len().to_string())]);
    let picture = picture::bullet(&picture::Bullet {
        caption: drawing::caption(format!("bullet-{id}"), &caption, &alt),
        width: drawing::WIDTH,
        rows: rows.collect(),
        actual_word: edition.say("column-actual"),
        target_word: edition.say("column-target"),
        zone_word: String::new(),
        palette: drawing::palette(edition),
    });
    let data = drawn.iter().map(|(node, against)| {
        let cell = |number: &Number, percent: bool| {
            let figure = match percent {
                true => number.checked_div(&Number::HUNDRED).map(FigureOf::Percent),
                false => Some(FigureOf::Number(number.clone())),
            };
            Cell {
                figure,
                ..Cell::text(printed(number, percent))
            }
        };
        row([
            Cell::text(edition.label(*node)),
            cell(&against.actual.number, against.actual.percent),
            cell(&against.target.number, against.target.percent),
        ])
    });
    Some(figure_block(
        picture,
        Some(Table {
            data: caption.clone(),
            caption: Some(caption),
            columns: vec![
                edition.column("indicator", 50),
                edition.figures("column-actual", 14),
                edition.figures("column-target", 14),
            ],
            row_heads: 1,
            rows: data.collect(),
            ..Table::default()
        }),
    ))
}
