//! What was done that nobody planned: printed apart, and in no score.

use documents::block::{Block, Cell, FigureOf, Row, RowKind, Table};
use domain::number::Number;
use domain::plan::NodeKind;

use super::variations::cited;
use crate::document::Edition;
use crate::document::edition::row;

/// One table: what, who, with which result, at what cost, admitted by which act.
pub fn build(edition: &Edition<'_>) -> Vec<Block> {
    let unplanned = &edition.plan.unplanned;
    if unplanned.is_empty() {
        return Vec::new();
    }
    let cost = unplanned.iter().any(|x| x.cost.is_some());
    let act = unplanned.iter().any(|x| x.admitted_by.is_some());
    let mut columns = vec![
        edition.column("unplanned-what", 30),
        edition.column("head-responsible", 18),
        edition.column("unplanned-result", 28),
    ];
    if cost {
        columns.push(edition.figures("unplanned-cost", 11));
    }
    if act {
        columns.push(edition.column("unplanned-act", 16));
    }
    let mut rows: Vec<Row> = unplanned
        .iter()
        .map(|x| {
            let mut cells = vec![
                Cell::text(x.title.clone().unwrap_or_default()),
                Cell::text(
                    x.responsible
                        .as_ref()
                        .map(|r| edition.named(r))
                        .unwrap_or_default(),
                ),
                Cell::text(x.result.clone().unwrap_or_default()),
            ];
            if cost {
                cells.push(match &x.cost {
                    None => Cell::text(""),
                    Some(q) => Cell {
                        figure: q.number.clone().map(FigureOf::Money),
                        ..Cell::text(q.text.clone())
                    },
                });
            }
            if act {
                let text = x.admitted_by.as_ref().map(|r| match r.node {
                    Some(node) if node.kind == NodeKind::Act => cited(edition, node),
                    _ => edition.named(r),
                });
                cells.push(Cell::text(text.unwrap_or_default()));
            }
            row(cells)
        })
        .collect();
    let costs: Vec<&Number> = unplanned
        .iter()
        .filter_map(|x| x.cost.as_ref()?.number.as_ref())
        .collect();
    if costs.len() > 1 {
        let total: Number = costs.into_iter().sum();
        let mut cells = vec![
            Cell::text(edition.say("unplanned-total")).over(3),
            edition.money(&total),
        ];
        if act {
            cells.push(Cell::text(""));
        }
        rows.push(Row {
            cells,
            kind: RowKind::Total,
        });
    }
    vec![
        Block::text(edition.say("unplanned-why")),
        Block::Table(Table {
            data: edition.say("data-unplanned"),
            caption: Some(edition.say("unplanned-caption")),
            columns,
            row_heads: 1,
            rows,
            ..Table::default()
        }),
    ]
}
