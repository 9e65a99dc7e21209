//! How the document came about: its chapters, the acts that the plan cites, the way of variations.

use documents::block::{Block, Cell, FigureOf, Table};
use domain::plan::{Act, Day};

use super::sections;
use crate::document::Edition;
use crate::document::edition::row;

/// The chapter.
pub fn build(edition: &Edition<'_>) -> Vec<Block> {
    let mut blocks = sections::chapters(edition, "process", 2);
    blocks.extend(acts(edition));
    blocks.extend(variations(edition));
    blocks
}

fn day(edition: &Edition<'_>, day: Option<&Day>) -> Cell {
    match day {
        None => Cell::text(""),
        Some(day) => match day.date {
            Some(date) => Cell::figure(edition.day(date), FigureOf::Day(date)),
            None => Cell::text(day.text.clone()),
        },
    }
}

fn acts(edition: &Edition<'_>) -> Vec<Block> {
    let mut blocks = cited(edition);
    if !blocks.is_empty() {
        blocks.insert(0, edition.heading(2, edition.say("report-acts")));
    }
    blocks
}

/// The acts that the plan cites, by date.
pub fn cited(edition: &Edition<'_>) -> Vec<Block> {
    if edition.plan.acts.is_empty() {
        return Vec::new();
    }
    let mut acts: Vec<_> = edition.plan.acts.iter().collect();
    // Those without a day come last.
    let day_of = |act: &Act| act.date.as_ref().and_then(|day| day.date);
    acts.sort_by_key(|act| (day_of(act).is_none(), day_of(act)));
    let rows = acts.into_iter().map(|act| {
        let text = |text: &Option<String>| Cell::text(text.clone().unwrap_or_default());
        row([
            day(edition, act.date.as_ref()),
            text(&act.organ),
            text(&act.kind),
            text(&act.number),
            text(&act.subject),
        ])
    });
    vec![Block::Table(Table {
        data: edition.say("report-data-acts"),
        caption: Some(edition.say("report-acts-caption")),
        columns: vec![
            edition.column("report-date", 11),
            edition.column("report-organ", 14),
            edition.column("report-act-kind", 16),
            edition.column("report-act-number", 9),
            edition.column("report-subject", 52),
        ],
        row_heads: 1,
        rows: rows.collect(),
        ..Table::default()
    })]
}

fn variations(edition: &Edition<'_>) -> Vec<Block> {
    if edition.plan.variations.is_empty() {
        return Vec::new();
    }
    let rows = edition.plan.variations.iter().map(|variation| {
        let act = variation.act.as_ref().map(|r| edition.named(r));
        let proposed_by = variation.proposed_by.as_ref().map(|r| edition.named(r));
        row([
            Cell::text(variation.title.clone().unwrap_or_default()),
            Cell::text(proposed_by.unwrap_or_default()),
            day(edition, variation.proposed.as_ref()),
            day(edition, variation.opinion.as_ref()),
            match &variation.approved {
                Some(_) => day(edition, variation.approved.as_ref()),
                None => Cell::text(edition.catalogue.word("state", "proposed")),
            },
            Cell::text(act.unwrap_or_default()),
        ])
    });
    vec![
        edition.heading(2, edition.say("report-variations")),
        Block::Table(Table {
            data: edition.say("report-data-variations"),
            caption: Some(edition.say("report-variations-caption")),
            columns: vec![
                edition.column("report-variation", 26),
                edition.column("report-proposed-by", 18),
                edition.column("report-proposed", 11),
                edition.column("report-opinion", 11),
                edition.column("report-approved", 11),
                edition.column("report-act", 26),
            ],
            row_heads: 1,
            rows: rows.collect(),
            ..Table::default()
        }),
    ]
}
