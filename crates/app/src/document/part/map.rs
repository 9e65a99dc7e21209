//! The strategy map: objectives by perspective with the arrows between them, and their table.

use std::collections::BTreeMap;

use documents::block::{Block, Cell, Inline, Table};
use documents::picture::{self, Arrow, ArrowKind, Card, CardPlace, Picture, Room};
use domain::plan::{LinkKind, Node, NodeKind};
use domain::report::perspectives::{Lane, lanes};

use super::drawing;
use super::tree::Way;
use crate::document::edition::row;
use crate::document::{Edition, Kind};

/// The map, where the plan has perspectives.
pub fn build(edition: &Edition<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let lanes = filled(edition);
    if lanes.iter().any(|lane| lane.perspective.is_some()) {
        blocks.push(map(edition, &lanes));
    }
    blocks.extend(links(edition));
    blocks
}

/// Cards of a lane that stand side by side on an upright page.
const MOST_UPRIGHT: usize = 3;

/// The map as a picture for a room, each card with its way; none where the plan has no perspectives.
pub fn walked(edition: &Edition<'_>, room: Room, way: &Way<'_>) -> Option<Picture> {
    let lanes: Vec<Lane> = filled(edition);
    let has_any = lanes.iter().any(|lane| lane.perspective.is_some());
    has_any.then(|| picture(edition, &lanes, room, way))
}

/// The perspectives that have objectives, and those objectives that have none.
fn filled(edition: &Edition<'_>) -> Vec<Lane> {
    let lanes = lanes(edition.plan, &edition.outline).into_iter();
    lanes.filter(|lane| !lane.objectives.is_empty()).collect()
}

fn picture(edition: &Edition<'_>, lanes: &[Lane], room: Room, way: &Way<'_>) -> Picture {
    let mut places: BTreeMap<Node, Vec<CardPlace>> = BTreeMap::new();
    let drawn = lanes.iter().enumerate().map(|(lane, x)| picture::Lane {
        title: match x.perspective {
            Some(node) => edition.title(node),
            None => edition.say("no-perspective"),
        },
        colour: None,
        cards: x
            .objectives
            .iter()
            .enumerate()
            .map(|(card, node)| {
                let place = CardPlace { lane, card };
                places.entry(*node).or_default().push(place);
                let code = edition.code(*node);
                Card {
                    code: (!code.is_empty()).then(|| code.to_owned()),
                    title: edition.title(*node),
                    state: match edition.kind {
                        Kind::Plan => None,
                        _ => super::tree::state(edition, *node),
                    },
                    href: way(*node),
                    ..Card::default()
                }
            })
            .collect(),
    });
    let drawn: Vec<picture::Lane> = drawn.collect();
    let mut arrows = Vec::new();
    for link in &edition.plan.links {
        let place = |r: &domain::plan::Reference| places.get(&r.node?)?.first().copied();
        if let (Some(from), Some(to)) = (place(&link.from), place(&link.to)) {
            let kind = match link.kind {
                LinkKind::Cause => ArrowKind::Cause,
                LinkKind::Related => ArrowKind::Related,
            };
            arrows.push(Arrow { from, to, kind });
        }
    }
    let mut legend = Vec::new();
    for (kind, key) in [
        (ArrowKind::Cause, "link-cause"),
        (ArrowKind::Related, "link-related"),
    ] {
        if arrows.iter().any(|arrow| arrow.kind == kind) {
            legend.push((kind, edition.say(key)));
        }
    }
    let count: usize = drawn.iter().map(|lane| lane.cards.len()).sum();
    let alt = edition.say_with(
        "map-alt",
        &[
            ("perspectives", &drawn.len().to_string()),
            ("objectives", &count.to_string()),
            ("arrows", &arrows.len().to_string()),
        ],
    );
    picture::strategy_map(&picture::StrategyMap {
        caption: drawing::caption("mappa", &edition.say("part-map"), &alt),
        room,
        lanes: drawn,
        arrows,
        legend,
        palette: drawing::palette(edition),
    })
}

fn map(edition: &Edition<'_>, lanes: &[Lane]) -> Block {
    let upright = lanes
        .iter()
        .all(|lane| lane.objectives.len() <= MOST_UPRIGHT);
    let room = match upright {
        true => Room::A4_PORTRAIT,
        false => Room::A4_LANDSCAPE,
    };
    let picture = picture(edition, lanes, room, &|_| None);
    let rows = lanes.iter().flat_map(|lane| {
        lane.objectives.iter().map(|node| {
            let perspective = lane
                .perspective
                .map_or_else(|| edition.say("no-perspective"), |node| edition.title(node));
            let [code, title] = edition.code_and_title(*node);
            row([Cell::text(perspective), code, title])
        })
    });
    drawing::figure(
        picture,
        Some(Table {
            data: edition.say("part-map"),
            caption: Some(edition.say("map-table")),
            columns: vec![
                edition.column("column-perspective", 28),
                edition.column("column-code", 8),
                edition.column("column-objective", 50),
            ],
            row_heads: 1,
            rows: rows.collect(),
            ..Table::default()
        }),
    )
}

/// The links between objectives: cause and effect, and those that are only related.
fn links(edition: &Edition<'_>) -> Option<Block> {
    let on_map = |r: &domain::plan::Reference| {
        r.node
            .is_none_or(|node| matches!(node.kind, NodeKind::Objective | NodeKind::Area))
    };
    let links: Vec<_> = edition
        .plan
        .links
        .iter()
        .filter(|link| on_map(&link.from) && on_map(&link.to))
        .collect();
    if links.is_empty() {
        return None;
    }
    let named = |r: &domain::plan::Reference| match r.node {
        Some(node) => Cell::inline(vec![edition.link(node)]),
        None => Cell::inline(vec![Inline::Text(r.text.clone())]),
    };
    let noted = links.iter().any(|link| link.note.is_some());
    let rows = links.iter().map(|link| {
        let kind = match link.kind {
            LinkKind::Cause => "link-cause",
            LinkKind::Related => "link-related",
        };
        let mut cells = vec![
            named(&link.from),
            Cell::text(edition.say(kind)),
            named(&link.to),
        ];
        if noted {
            cells.push(Cell::text(link.note.clone().unwrap_or_default()));
        }
        row(cells)
    });
    let mut columns = vec![
        edition.column("link-from", 34),
        edition.column("link-kind", 14),
        edition.column("link-to", 34),
    ];
    if noted {
        columns.push(edition.column("head-note", 20));
    }
    Some(Block::Table(Table {
        data: edition.say("data-links"),
        caption: Some(edition.say("links")),
        columns,
        row_heads: 1,
        rows: rows.collect(),
        ..Table::default()
    }))
}
