//! The objectives to which several areas of the organisation contribute.

use documents::block::{Block, Cell, Inline, Table};
use domain::report::transversal::transversal;

use crate::document::Edition;
use crate::document::edition::row;

/// One table: the objective, who answers for it together, how it stands.
pub fn build(edition: &Edition<'_>) -> Vec<Block> {
    let found = transversal(edition.plan, &edition.outline);
    if found.is_empty() {
        return Vec::new();
    }
    let rows = found.iter().map(|x| {
        let [code, title] = edition.code_and_title(x.objective);
        let mut who = Vec::new();
        for node in &x.responsibles {
            if !who.is_empty() {
                who.push(Inline::Break);
            }
            who.push(Inline::Text(edition.label(*node)));
        }
        row([
            code,
            title,
            Cell::inline(who),
            edition.standing(x.objective),
        ])
    });
    vec![Block::Table(Table {
        data: edition.say("data-transversal"),
        caption: Some(edition.say("transversal-caption")),
        columns: vec![
            edition.column("short-code", 7),
            edition.column("short-title", 44),
            edition.column("head-responsible", 34),
            edition.column("results-outlook", 13),
        ],
        row_heads: 2,
        rows: rows.collect(),
        ..Table::default()
    })]
}
