//! The findings of the check that the body lets stand, with their reasons.

use documents::block::{Block, Cell, FigureOf, Inline, Table};
use domain::number::Number;
use domain::report::silences::silences;

use crate::document::Edition;
use crate::document::edition::row;

/// The list for the evaluation body.
pub fn build(edition: &Edition<'_>) -> Vec<Block> {
    let found = silences(edition.plan, edition.checked);
    if found.is_empty() {
        return Vec::new();
    }
    let rows = found.iter().map(|silence| {
        let about = match silence.about {
            Some(node) => Cell::inline(vec![edition.link(node)]),
            None => Cell::text(edition.say("accepted-whole")),
        };
        let count = silence.count.to_string();
        let number = i64::try_from(silence.count).unwrap_or(i64::MAX);
        row([
            Cell::inline(vec![Inline::Code(silence.rule.to_owned())]),
            about,
            Cell::text(silence.reason),
            Cell::text(silence.decided_by.unwrap_or_default()),
            Cell::text(silence.date.unwrap_or_default()),
            Cell::figure(count, FigureOf::Number(Number::from_i64(number))),
        ])
    });
    vec![
        Block::text(edition.say("silences-intro")),
        Block::Table(Table {
            data: edition.say("part-silences"),
            caption: Some(edition.say("part-silences")),
            columns: vec![
                edition.column("accepted-rule", 16),
                edition.column("accepted-about", 22),
                edition.column("accepted-reason", 32),
                edition.column("accepted-who", 14),
                edition.column("accepted-when", 10),
                edition.figures("accepted-count", 9),
            ],
            row_heads: 1,
            rows: rows.collect(),
            ..Table::default()
        }),
    ]
}
