//! Who answers for what: every responsible's objectives with their weights.

use documents::block::{Block, Cell, FigureOf, Row, RowKind, Table};
use domain::number::Number;
use domain::plan::{Node, NodeKind};

use super::indicators::{Which, filled, weight, weight_of as of};
use crate::document::Edition;
use crate::document::edition::row;

/// One table for each responsible with objectives, then the functions of them all.
pub fn build(edition: &Edition<'_>) -> Vec<Block> {
    let plan = edition.plan;
    let mut blocks = Vec::new();
    for i in 0..plan.responsibles.len() {
        let holder = Node::new(NodeKind::Responsible, i);
        let x = &plan.responsibles[i];
        let table = table(edition, holder);
        let unit = x
            .unit
            .as_ref()
            .map(|r| edition.named(r))
            .unwrap_or_default();
        let total = x.stated_total.as_ref().map_or("", |q| q.text.as_str());
        let revised = x.stated_revised_total.as_ref();
        let facts: Vec<_> = [
            edition.fact("holder-functions", &x.functions.join(", ")),
            edition.fact("holder-unit", &unit),
            edition.fact("holder-total", total),
            edition.fact(
                "holder-revised-total",
                revised.map_or("", |q| q.text.as_str()),
            ),
            edition.fact("head-note", x.note.as_deref().unwrap_or_default()),
        ]
        .into_iter()
        .flatten()
        .collect();
        if table.is_none() && x.functions.is_empty() {
            continue;
        }
        blocks.push(edition.heading_of(2, holder, edition.title(holder)));
        if !facts.is_empty() {
            blocks.push(Block::Facts(facts));
        }
        blocks.extend(table);
    }
    blocks
}

fn table(edition: &Edition<'_>, holder: Node) -> Option<Block> {
    let mut nodes: Vec<Node> = Vec::new();
    for place in edition.outline.under(holder) {
        if !nodes.contains(&place.child) {
            nodes.push(place.child);
        }
    }
    if nodes.is_empty() {
        return None;
    }
    let cells: Vec<[Cell; 2]> = nodes
        .iter()
        .map(|node| [Which::First, Which::Revised].map(|w| of(edition, *node, &[Some(holder)], w)))
        .collect();
    let revised = cells.iter().any(|[_, after]| !after.text.is_empty());
    let mut rows: Vec<Row> = Vec::new();
    for (node, [before, after]) in nodes.iter().zip(&cells) {
        let parents: Vec<Option<Node>> = edition
            .outline
            .over(*node)
            .iter()
            .map(|place| place.parent)
            .filter(|parent| matches!(parent.kind, NodeKind::Area | NodeKind::Objective))
            .map(Some)
            .collect();
        let [code, title] = edition.code_and_title(*node);
        let level = (node.kind == NodeKind::Objective)
            .then(|| edition.plan.objectives[node.at()].level.as_ref())
            .flatten();
        let mut row = row([
            code,
            title,
            Cell::text(level.map(|r| edition.named(r)).unwrap_or_default()),
            weight(edition, *node, &parents),
            before.clone(),
        ]);
        if revised {
            row.cells.push(after.clone());
        }
        rows.push(row);
    }
    let sums = [0, 1].map(|column| sum(edition, cells.iter().map(|cells| &cells[column])));
    if sums.iter().any(Option::is_some) {
        let [before, after] = sums.map(Option::unwrap_or_default);
        let mut cells = vec![Cell::text(edition.say("holder-sum")).over(4), before];
        if revised {
            cells.push(after);
        }
        rows.push(Row {
            cells,
            kind: RowKind::Total,
        });
    }
    let mut columns = vec![
        edition.column("column-code", 9),
        edition.column("column-objective", 52),
        edition.column("head-level", 16),
        edition.figures("weight-in-tree", 12),
        edition.figures("weight-assigned", 12),
    ];
    if revised {
        columns.push(edition.figures("weight-after", 12));
    }
    Some(filled(Table {
        data: edition.say("part-assignment"),
        context: vec![(edition.say("head-responsible"), edition.title(holder))],
        caption: Some(edition.say_with("assignment-of", &[("of", &edition.title(holder))])),
        columns,
        row_heads: 2,
        rows,
        ..Table::default()
    }))
}

/// The sum of a column of weights; none where it has none, or one that is no figure.
fn sum<'c>(edition: &Edition<'_>, cells: impl Iterator<Item = &'c Cell>) -> Option<Cell> {
    let mut sum = None;
    for cell in cells.filter(|cell| !cell.text.is_empty()) {
        let Some(FigureOf::Percent(share)) = &cell.figure else {
            return None;
        };
        sum = Some(sum.unwrap_or(Number::ZERO) + share.clone());
    }
    let sum = sum?;
    Some(Cell::figure(
        format!("{}%", edition.number(&(&sum * &Number::HUNDRED))),
        FigureOf::Percent(sum),
    ))
}
