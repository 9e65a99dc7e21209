//! How indicators and objectives stand at the date of the document, as tables and bullets.

use documents::block::{Block, Cell, Inline, Row, Table};
use documents::picture;
use domain::plan::Node;
use domain::report::measured::{Against, against};
use domain::report::stated;
use domain::target::Figure;

use super::drawing;
use super::indicators::{Detail, name, national_note};
use crate::document::Edition;
use crate::document::edition::{anchor, row};

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

/// Actuals of a thing's indicators against the targets of the year, where both are figures of two at
/// least; the table of the results holds the same.
pub fn bullets(edition: &Edition<'_>, of: Node, indicators: &[Node]) -> Option<Block> {
    let found: Vec<(Node, Against)> = indicators
        .iter()
        .filter_map(|node| {
            let pair = against(edition.plan, edition.readings, edition.scores, *node)?;
            Some((*node, pair))
        })
        .collect();
    if found.len() < 2 {
        return None;
    }
    let printed = |figure: &Figure| {
        let number = edition.number(&figure.number);
        match figure.percent {
            true => format!("{number}%"),
            false => number,
        }
    };
    let drawn =
        |figure: &Figure| picture::Figure::new(drawing::real(&figure.number), printed(figure));
    let rows = found.iter().map(|(node, pair)| picture::BulletRow {
        name: edition.label(*node),
        actual: drawn(&pair.actual),
        target: drawn(&pair.target),
        zone: None,
    });
    let said: Vec<String> = found
        .iter()
        .map(|(node, pair)| {
            edition.say_with(
                "bullet-row",
                &[
                    ("of", &edition.label(*node)),
                    ("actual", &printed(&pair.actual)),
                    ("target", &printed(&pair.target)),
                ],
            )
        })
        .collect();
    let title = edition.say_with("bullet-title", &[("of", &edition.label(of))]);
    let picture = picture::bullet(&picture::Bullet {
        caption: drawing::caption(
            format!("bullet-{}", anchor(of)),
            &title,
            &format!("{}.", said.join("; ")),
        ),
        width: drawing::WIDTH,
        rows: rows.collect(),
        actual_word: edition.say("bullet-actual"),
        target_word: edition.say("bullet-target"),
        zone_word: String::new(),
        palette: drawing::palette(edition),
    });
    Some(drawing::figure(picture, None))
}
