//! What changed during the year: the register of variations, and the objectives they added.

use documents::block::{Block, Cell, Inline, Table};
use domain::plan::{Day, Node, NodeKind, Variation};
use domain::report::changes::{Change, What, changes, is_new};

use super::head::points;
use super::monitoring::sheet;
use crate::document::Edition;
use crate::document::edition::row;

/// Every variation: its cause, its way to approval, and what it changes.
pub fn build(edition: &Edition<'_>) -> Vec<Block> {
    let all = changes(edition.plan);
    let mut blocks = Vec::new();
    for (i, variation) in edition.plan.variations.iter().enumerate() {
        let node = Node::new(NodeKind::Variation, i);
        blocks.push(edition.heading_of(2, node, edition.label(node)));
        blocks.push(Block::Facts(way(edition, variation)));
        let own: Vec<Change<'_>> = all
            .iter()
            .filter(|change| change.variation == Some(node))
            .copied()
            .collect();
        let caption = edition.say_with("variation-caption", &[("of", &edition.label(node))]);
        let context = vec![(edition.say("head-variation"), edition.label(node))];
        match table(edition, &own, caption, context, false) {
            Some(table) => blocks.push(table),
            None => blocks.push(Block::text(edition.say("variation-nothing"))),
        }
    }
    let loose: Vec<Change<'_>> = all
        .iter()
        .filter(|change| change.variation.is_none())
        .copied()
        .collect();
    let caption = edition.say("variation-none-caption");
    if let Some(table) = table(edition, &loose, caption.clone(), Vec::new(), false) {
        blocks.push(edition.heading(2, edition.say("variation-none")));
        blocks.push(table);
    }
    blocks
}

/// Cause, who proposed it, opinion, approval and act.
fn way(edition: &Edition<'_>, variation: &Variation) -> Vec<documents::block::Fact> {
    let day = |day: &Option<Day>| match day {
        None => String::new(),
        Some(day) => day.date.map_or_else(|| day.text.clone(), |d| edition.day(d)),
    };
    let named = |r: &Option<domain::plan::Reference>| {
        r.as_ref().map(|r| edition.named(r)).unwrap_or_default()
    };
    let state = match &variation.approved {
        Some(approved) => match approved.date.zip(edition.scores.at) {
            Some((approved, at)) if approved > at => {
                edition.say_with("variation-approved-later", &[("day", &edition.day(approved))])
            }
            _ => edition.say_with("variation-approved", &[("day", &day(&variation.approved))]),
        },
        None => edition.say("variation-proposed-only"),
    };
    let facts = [
        edition.fact("variation-state", &state),
        edition.fact(
            "variation-reason",
            variation.reason.as_deref().unwrap_or_default(),
        ),
        edition.fact("variation-proposed-by", &named(&variation.proposed_by)),
        edition.fact("variation-proposed", &day(&variation.proposed)),
        edition.fact("variation-opinion", &day(&variation.opinion)),
        edition.fact("variation-act", &act(edition, variation)),
    ];
    facts.into_iter().flatten().collect()
}

/// The act as documents cite it: kind, organ, number and day.
fn act(edition: &Edition<'_>, variation: &Variation) -> String {
    let Some(reference) = &variation.act else {
        return String::new();
    };
    match reference.node.filter(|n| n.kind == NodeKind::Act) {
        Some(node) => cited(edition, node),
        None => reference.text.clone(),
    }
}

/// An act as documents cite it.
pub fn cited(edition: &Edition<'_>, node: Node) -> String {
    let Some(act) = edition.plan.acts.get(node.at()) else {
        return String::new();
    };
    let number = act
        .number
        .as_ref()
        .map(|number| edition.say_with("act-number", &[("number", number)]));
    let day = act.date.as_ref().map(|day| {
        let day = day.date.map_or_else(|| day.text.clone(), |d| edition.day(d));
        edition.say_with("act-day", &[("day", &day)])
    });
    let organ = act
        .organ
        .as_ref()
        .map(|organ| edition.say_with("act-organ", &[("organ", organ)]));
    let head: Vec<String> = [act.kind.clone(), organ, number, day]
        .into_iter()
        .flatten()
        .collect();
    let said: Vec<String> = [Some(head.join(" ")), act.subject.clone()]
        .into_iter()
        .flatten()
        .filter(|text| !text.trim().is_empty())
        .collect();
    said.join(" – ")
}

/// Changes one a row: of what, what it was, what it becomes.
pub fn table(
    edition: &Edition<'_>,
    changes: &[Change<'_>],
    caption: String,
    context: Vec<(String, String)>,
    with_variation: bool,
) -> Option<Block> {
    if changes.is_empty() {
        return None;
    }
    let mut columns = vec![
        edition.column("change-of", 34),
        edition.column("change-what", 16),
        edition.column("change-before", 18),
        edition.column("change-after", 18),
    ];
    if with_variation {
        columns.push(edition.column("head-variation", 18));
    }
    let rows = changes.iter().map(|change| {
        let [what, before, after] = told(edition, change);
        let mut cells = vec![of(edition, change.node, !with_variation), what, before, after];
        if with_variation {
            cells.push(match change.variation {
                Some(node) => Cell::inline(vec![edition.link(node)]),
                None => Cell::text(""),
            });
        }
        row(cells)
    });
    Some(Block::Table(Table {
        data: match with_variation {
            true => edition.say("data-proposals"),
            false => edition.say("data-variations"),
        },
        context,
        caption: Some(caption),
        columns,
        row_heads: 1,
        rows: rows.collect(),
        ..Table::default()
    }))
}

/// The thing that changes; an indicator with the objective it belongs to.
fn of(edition: &Edition<'_>, node: Node, with_parent: bool) -> Cell {
    let kind = edition.catalogue.word("kind", node.kind.token());
    let mut text = Vec::new();
    if node.kind == NodeKind::Indicator {
        let parent = edition.plan.indicators[node.at()]
            .parent
            .as_ref()
            .and_then(|r| r.node);
        if let Some(parent) = parent.filter(|_| with_parent) {
            text.push(edition.link(parent));
            text.push(Inline::Break);
        }
        text.push(Inline::Text(format!("{kind} {}", edition.label(node))));
    } else {
        text.push(Inline::Text(format!("{kind} ")));
        text.push(edition.link(node));
    }
    Cell::inline(text)
}

/// What changes, as it was, as it becomes.
fn told(edition: &Edition<'_>, change: &Change<'_>) -> [Cell; 3] {
    let value = |value: Option<&domain::plan::Value>| {
        let mut cell = edition.value(value);
        if let Some(note) = value.and_then(|v| v.note.as_ref()) {
            cell.text.push(Inline::Break);
            cell.text
                .push(Inline::Emphasis(vec![Inline::Text(note.clone())]));
        }
        cell
    };
    let weight = |q: Option<&domain::plan::Quantity>| {
        Cell::text(q.map(|q| points(&q.text)).unwrap_or_default())
    };
    match change.what {
        What::Target {
            period,
            before,
            after,
        } => [
            Cell::text(edition.say_with("change-target", &[("period", &edition.period(period))])),
            value(before),
            value(Some(after)),
        ],
        What::Weight {
            parent,
            before,
            after,
        } => {
            let code = parent.map(|node| edition.code(node)).unwrap_or_default();
            let what = match code {
                "" => edition.say("change-weight"),
                code => edition.say_with("change-weight-in", &[("of", code)]),
            };
            [Cell::text(what), weight(before), weight(Some(after))]
        }
        What::New(replaced) => [
            Cell::text(edition.say("change-new")),
            match replaced {
                Some(node) => Cell::inline(vec![edition.link(node)]),
                None => Cell::text(""),
            },
            Cell::text(""),
        ],
        What::Replaced => [
            Cell::text(edition.say("change-replaced")),
            Cell::text(""),
            Cell::text(""),
        ],
        What::Removed => [
            Cell::text(edition.say("change-removed")),
            Cell::text(""),
            Cell::text(""),
        ],
        What::Neutralised(reason) => [
            Cell::text(edition.say("change-neutralised")),
            Cell::text(""),
            Cell::text(reason),
        ],
    }
}

/// The objectives that variations added, one variation after the other, as the monitored ones are
/// told.
pub fn new_objectives(edition: &Edition<'_>) -> Vec<Block> {
    let plan = edition.plan;
    let new: Vec<Node> = (0..plan.objectives.len())
        .map(|i| Node::new(NodeKind::Objective, i))
        .filter(|node| is_new(plan, *node) && !plan.objectives[node.at()].national)
        .collect();
    let variation_of = |node: Node| {
        plan.objectives[node.at()]
            .variation
            .as_ref()
            .and_then(|r| r.node)
    };
    let mut groups: Vec<Option<Node>> = (0..plan.variations.len())
        .map(|i| Some(Node::new(NodeKind::Variation, i)))
        .collect();
    groups.push(None);
    let mut blocks = Vec::new();
    for group in groups {
        let of_group: Vec<Node> = new
            .iter()
            .copied()
            .filter(|node| variation_of(*node).filter(|v| v.kind == NodeKind::Variation) == group)
            .collect();
        if of_group.is_empty() {
            continue;
        }
        blocks.push(edition.heading(
            2,
            match group {
                Some(variation) => edition.title(variation),
                None => edition.say("new-without-variation"),
            },
        ));
        if let Some(variation) = group {
            blocks.push(Block::Paragraph(vec![
                Inline::Text(edition.say("new-by")),
                edition.link(variation),
            ]));
        }
        for node in of_group {
            blocks.extend(sheet(edition, node, 3));
        }
    }
    blocks
}
