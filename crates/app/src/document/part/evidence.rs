//! The dossier of evidence: for every indicator what was promised, what was delivered, what is
//! missing.

use std::collections::BTreeSet;

use documents::block::{Block, Cell, FigureOf, Inline, Mark, Row, RowKind, Table};
use domain::number::Number;
use domain::plan::{Node, NodeKind};
use domain::report::evidence::{EvidenceRow, Proof, evidence};
use domain::report::standings::{Group, by_area};

use super::outcome;
use crate::document::Edition;
use crate::document::edition::row;

/// The chapter; nothing where the plan says nothing of evidence.
pub fn build(edition: &Edition<'_>) -> Vec<Block> {
    let of = |node: Node| evidence(edition.plan, edition.scores, node);
    let all: Vec<EvidenceRow<'_>> = (0..edition.plan.indicators.len())
        .filter_map(|i| of(Node::new(NodeKind::Indicator, i)))
        .collect();
    if all
        .iter()
        .all(|e| e.promised.is_none() && e.delivered.is_empty())
    {
        return Vec::new();
    }
    let mut blocks = vec![
        edition.heading(2, edition.say("report-evidence-count")),
        overview(edition, &all),
        edition.heading(2, edition.say("report-evidence-all")),
    ];
    let mut rows = Vec::new();
    for tally in by_area(edition.plan, &edition.outline, edition.scores) {
        let mut told = BTreeSet::new();
        for objective in &tally.objectives {
            let indicators = edition.outline.indicators(*objective);
            let found: Vec<EvidenceRow<'_>> = indicators
                .iter()
                .map(|(_, place)| place.child)
                .filter(|node| tally.indicators.contains(node) && told.insert(*node))
                .filter_map(of)
                .collect();
            if !found.is_empty() {
                let link = edition.link(*objective);
                rows.push(subhead(Cell::inline(vec![link])));
                rows.extend(found.iter().map(|e| one(edition, e)));
            }
        }
        let rest: Vec<Node> = tally
            .indicators
            .iter()
            .copied()
            .filter(|n| !told.contains(n))
            .collect();
        if !rest.is_empty() {
            let title = match tally.group {
                Group::Of(node) => edition.label(node),
                _ => edition.say("report-group-dashboards"),
            };
            rows.push(subhead(Cell::text(title)));
            rows.extend(rest.into_iter().filter_map(of).map(|e| one(edition, &e)));
        }
    }
    blocks.push(Block::Table(Table {
        data: edition.say("report-data-evidence"),
        caption: Some(edition.say("report-evidence-caption")),
        columns: vec![
            edition.column("report-number", 9),
            edition.column("report-indicator", 31),
            edition.column("report-promised", 26),
            edition.column("report-delivered", 26),
            edition.column("report-proof", 13),
        ],
        row_heads: 2,
        rows,
        ..Table::default()
    }));
    blocks
}

const COLUMNS: usize = 5;

fn subhead(cell: Cell) -> Row {
    Row {
        cells: vec![cell.over(COLUMNS)],
        kind: RowKind::Subhead,
    }
}

fn word(edition: &Edition<'_>, proof: Proof) -> (Mark, String) {
    match proof {
        Proof::Delivered => (Mark::Reached, edition.say("report-proof-delivered")),
        Proof::Missing => (Mark::NotReached, edition.say("report-proof-missing")),
        Proof::NotDue => (Mark::LeftOut, edition.say("report-proof-not-due")),
    }
}

fn one(edition: &Edition<'_>, e: &EvidenceRow<'_>) -> Row {
    let (mark, word) = word(edition, e.proof);
    let delivered = e
        .delivered
        .iter()
        .map(|(period, text)| match edition.period(period) {
            period if period.is_empty() => (*text).to_owned(),
            period => format!("{text} ({period})"),
        });
    row([
        Cell::text(match outcome::objective_of(edition, e.indicator) {
            Some(objective) if !edition.code(e.indicator).is_empty() => {
                format!(
                    "{}/{}",
                    outcome::short(edition, objective),
                    edition.code(e.indicator)
                )
            }
            _ => edition.code(e.indicator).to_owned(),
        }),
        Cell::text(edition.title(e.indicator)),
        Cell::text(e.promised.unwrap_or_default()),
        Cell::inline(outcome::broken(delivered)),
        Cell::inline(vec![Inline::Mark { mark, word }]),
    ])
}

/// How many are delivered, missing, not due.
fn overview(edition: &Edition<'_>, all: &[EvidenceRow<'_>]) -> Block {
    let count = |of: &dyn Fn(&&EvidenceRow<'_>) -> bool| {
        let n = all.iter().filter(of).count();
        let number = Number::from_i64(i64::try_from(n).unwrap_or(i64::MAX));
        Cell::figure(n.to_string(), FigureOf::Number(number))
    };
    let mut rows: Vec<Row> = [Proof::Delivered, Proof::Missing, Proof::NotDue]
        .into_iter()
        .map(|proof| {
            let (mark, word) = word(edition, proof);
            row([
                Cell::inline(vec![Inline::Mark { mark, word }]),
                count(&|e| e.proof == proof),
                count(&|e| e.proof == proof && e.promised.is_some()),
            ])
        })
        .collect();
    rows.push(Row {
        cells: vec![
            Cell::text(edition.say("report-total")),
            count(&|_| true),
            count(&|e| e.promised.is_some()),
        ],
        kind: RowKind::Total,
    });
    Block::Table(Table {
        data: edition.say("report-data-proofs"),
        caption: Some(edition.say("report-evidence-count-caption")),
        columns: vec![
            edition.column("report-proof", 24),
            edition.figures("report-indicators-count", 12),
            edition.figures("report-with-promise", 20),
        ],
        row_heads: 1,
        rows,
        ..Table::default()
    })
}
