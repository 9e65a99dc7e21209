//! The sheet of any other thing, from the schema: what is written of it, what stands in it, what
//! mentions it.

use domain::plan::Node;
use domain::report::outline::Outline;
use domain::report::stated::values_of;
use domain::target::field_of;
use serde_json::Value;

use super::objective::score_card;
use super::pieces::{Body, Part};
use super::related::{Mention, mentions};
use super::sheet::{Content, View};
use super::told::{field_label, path_label};
use crate::format::field::Shape;
use crate::web::part::{Cell, Column, Link, Row, Table};

/// Fields of running text.
const PROSE: [&str; 3] = ["description", "text", "result"];

/// What the sheet has.
pub fn content<'a>(view: &View<'a>) -> Content<'a> {
    let shown = view.shown;
    let t = shown.t;
    let thing = view.thing;
    let node = thing.node;
    let mut parts = Vec::new();
    let mut without: Vec<&str> = PROSE.to_vec();
    without.extend(["code"]);
    if !thing.kind.single {
        without.push("title");
    }
    let mut facts = view.other_facts(&without);
    facts.retain(|fact| !fact.told.is_empty());
    if let Some(part) = Part::facts(t.text("web-thing-data"), facts) {
        parts.push(part);
    }
    parts.extend(PROSE.iter().filter_map(|key| view.prose(key)));
    parts.extend(values(view));
    parts.extend(grid(view));
    let scored: Vec<Node> = match thing.kind.single {
        true => Vec::new(),
        false => Outline::of(shown.scores)
            .under(node)
            .iter()
            .map(|place| place.child)
            .collect(),
    };
    if !scored.is_empty() {
        parts.push(of_scored(view, &scored));
    }
    let found = match thing.kind.single {
        true => Vec::new(),
        false => mentions(shown.loaded, view.names, node),
    };
    let (below, about): (Vec<_>, Vec<_>) = found
        .into_iter()
        .filter(|mention| !scored.contains(&mention.by.node))
        .partition(Mention::stands_in_it);
    parts.extend(listed(view, "web-thing-below", below));
    parts.extend(listed(view, "web-thing-mentioned", about));
    if parts.is_empty() {
        parts.push(view.empty(
            "web-thing-nothing",
            view.edit("tutto", "web-thing-write").into_iter().collect(),
        ));
    }
    Content {
        kind: match thing.kind.single {
            true => t.text("web-thing-of-plan"),
            false => t.word("kind", node.kind.token()),
        },
        tags: Vec::new(),
        cards: match thing.kind.single {
            true => Vec::new(),
            false => score_card(shown, node).into_iter().collect(),
        },
        above: Vec::new(),
        tabs: vec![("dati", None)],
        parts,
    }
}

/// Its dated values.
fn values<'a>(view: &View<'a>) -> Option<Part<'a>> {
    let shown = view.shown;
    let t = shown.t;
    let values = values_of(shown.loaded.plan(), view.thing.node);
    if values.is_empty() || view.thing.kind.single {
        return None;
    }
    let rows = values.iter().map(|value| {
        let words = super::indicator::meaning(shown, view.thing.node, value);
        Row::of(vec![
            Cell::Text(path_label(t, view.thing.kind, &field_of(value))),
            match words {
                Some(words) => Cell::Two(value.text.clone(), words),
                None => Cell::Text(value.text.clone()),
            },
            value.note.clone().map_or(Cell::Nothing, Cell::Text),
        ])
    });
    let table = Table {
        t,
        caption: t.text("web-thing-values"),
        quiet: true,
        columns: vec![
            Column::words(t.text("web-thing-value")),
            Column::words(t.text("web-thing-as-typed-head")),
            Column::words(t.text("web-thing-beside")),
        ],
        rows: rows.collect(),
        totals: None,
        exports: Vec::new(),
    };
    Some(Part::titled(
        t.text("web-thing-values"),
        Body::Table(Box::new(table)),
    ))
}

/// Rows of cells, under their columns.
fn grid<'a>(view: &View<'a>) -> Option<Part<'a>> {
    let t = view.shown.t;
    let spec = view
        .thing
        .kind
        .fields
        .iter()
        .find(|spec| spec.shape == Shape::Grid)?;
    let stored = view.thing.fields.get(spec.key)?.as_array()?;
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let cells = |row: &Value| -> Vec<String> {
        row.as_array()
            .map_or_else(|| vec![text(row)], |cells| cells.iter().map(text).collect())
    };
    let width = stored.iter().map(|row| cells(row).len()).max()?;
    let heads: Vec<String> = match view.thing.fields.get("columns") {
        Some(Value::Array(heads)) => heads.iter().map(text).collect(),
        _ => Vec::new(),
    };
    let columns = (0..width).map(|at| {
        let head = heads.get(at).filter(|head| !head.trim().is_empty());
        Column::words(head.cloned().unwrap_or_else(|| (at + 1).to_string()))
    });
    let rows = stored.iter().map(|row| {
        let mut row: Vec<Cell<'a>> = cells(row).into_iter().map(Cell::Text).collect();
        row.resize_with(width, || Cell::Text(String::new()));
        Row::of(row)
    });
    let table = Table {
        t,
        caption: view.shown.title(view.thing.node),
        quiet: true,
        columns: columns.collect(),
        rows: rows.collect(),
        totals: None,
        exports: Vec::new(),
    };
    Some(Part::titled(
        field_label(t, view.thing.kind, spec),
        Body::Table(Box::new(table)),
    ))
}

/// What is scored under it, with weights.
fn of_scored<'a>(view: &View<'a>, below: &[Node]) -> Part<'a> {
    let shown = view.shown;
    let t = shown.t;
    let outline = Outline::of(shown.scores);
    let rows = below.iter().map(|node| {
        let places = outline.over(*node).iter();
        let weight = places
            .filter(|place| place.parent == view.thing.node)
            .find_map(|place| place.weight.as_ref());
        Row::of(vec![
            Cell::Link(shown.link(*node), Some(t.word("kind", node.kind.token()))),
            weight.map_or(Cell::Nothing, |weight| {
                Cell::Text(weight.format_plain(t.language.style()))
            }),
            Cell::Score(shown.figure(*node), shown.bar(*node)),
            Cell::Chip(shown.chip(*node)),
        ])
    });
    let table = Table {
        t,
        caption: t.text("web-thing-scored"),
        quiet: true,
        columns: vec![
            Column::words(t.text("web-thing-title")),
            Column::figures(t.text("web-thing-weight")),
            Column::figures(t.text("web-column-score")),
            Column::words(t.text("web-column-state")),
        ],
        rows: rows.collect(),
        totals: None,
        exports: Vec::new(),
    };
    Part::titled(t.text("web-thing-scored"), Body::Table(Box::new(table)))
}

/// Records that mention it, with the field in which they do.
fn listed<'a>(view: &View<'a>, title: &str, found: Vec<Mention<'_>>) -> Option<Part<'a>> {
    if found.is_empty() {
        return None;
    }
    let shown = view.shown;
    let t = shown.t;
    let rows = found.iter().map(|mention| {
        let name = super::edit::title_of(shown, view.names, &mention.by);
        let page = shown.address(&mention.by.page(""));
        let kind = match mention.by.kind.single {
            true => t.text("web-thing-of-plan"),
            false => t.word("kind", mention.by.node.kind.token()),
        };
        Row::of(vec![
            Cell::Link(Link::new(name, page), None),
            Cell::Text(kind),
            Cell::Text(field_label(t, mention.by.kind, mention.field)),
        ])
    });
    let table = Table {
        t,
        caption: t.text(title),
        quiet: true,
        columns: vec![
            Column::words(t.text("web-thing-title")),
            Column::words(t.text("web-thing-sort")),
            Column::words(t.text("web-thing-as")),
        ],
        rows: rows.collect(),
        totals: None,
        exports: Vec::new(),
    };
    Some(Part::titled(t.text(title), Body::Table(Box::new(table))))
}
