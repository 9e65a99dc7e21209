//! The results of those who answer for objectives: what each objective weighs for them, what it
//! brings, and the sum.

use documents::block::{Block, Cell, Fact, Inline, Row, RowKind, Table};
use domain::number::Number;
use domain::plan::{Node, NodeKind};
use domain::report::results::contributions;

use super::{outcome, results};
use crate::document::Edition;
use crate::document::edition::row;
use crate::printed;

/// The chapter: all of them in one table, then one by one.
pub fn build(edition: &Edition<'_>) -> Vec<Block> {
    let holders: Vec<Node> = (0..edition.plan.responsibles.len())
        .map(|i| Node::new(NodeKind::Responsible, i))
        .filter(|node| {
            let score = edition.scores.of(*node);
            score.is_some_and(|score| !contributions(score).is_empty())
        })
        .collect();
    if holders.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![
        edition.heading(2, edition.say("report-responsibles")),
        overview(edition, &holders),
    ];
    blocks.extend(results::chart(
        edition,
        "report-responsibles-picture",
        &holders,
    ));
    for node in holders {
        blocks.extend(one(edition, node));
    }
    blocks
}

fn overview(edition: &Edition<'_>, holders: &[Node]) -> Block {
    let rows = holders.iter().map(|node| {
        let score = edition.scores.of(*node);
        let found = score.map(contributions).unwrap_or_default();
        let weights: Vec<&Number> = found
            .iter()
            .filter_map(|c| c.term.weight.as_ref())
            .collect();
        let sum: Number = weights.iter().copied().sum();
        let count = Number::from_i64(i64::try_from(found.len()).unwrap_or(i64::MAX));
        let stated = edition.plan.responsibles[node.at()].stated_total.as_ref();
        row([
            Cell::inline(vec![edition.link(*node)]),
            Cell::figure(
                found.len().to_string(),
                documents::block::FigureOf::Number(count),
            ),
            match stated {
                Some(stated) => Cell::text(super::head::points(&stated.text)),
                None if is_weighted(edition, *node) => points(edition, &sum),
                None => Cell::text(""),
            },
            edition.score(*node),
            outcome::from_full(edition, score.and_then(|s| s.score.as_ref())),
            edition.percent(score.filter(|s| s.score.is_some()).map(|s| &s.coverage)),
            edition.standing(*node),
        ])
    });
    Block::Table(Table {
        data: edition.say("report-data-responsibles"),
        caption: Some(edition.say("report-responsibles-caption")),
        columns: vec![
            edition.column("report-responsible", 38),
            edition.figures("report-objectives-count", 9),
            edition.figures("report-weights", 9),
            edition.figures("report-score", 11),
            edition.figures("report-from-full", 12),
            edition.figures("report-coverage", 10),
            edition.column("report-standing", 15),
        ],
        row_heads: 1,
        rows: rows.collect(),
        ..Table::default()
    })
}

/// Whether the holder's objectives are assigned with weights; otherwise they count the same.
fn is_weighted(edition: &Edition<'_>, holder: Node) -> bool {
    let places = edition.outline.under(holder);
    places.iter().any(|place| place.weight.is_some())
}

/// A weight in points.
fn points(edition: &Edition<'_>, weight: &Number) -> Cell {
    let share = weight.checked_div(&Number::HUNDRED);
    Cell {
        figure: share.map(documents::block::FigureOf::Percent),
        ..Cell::text(format!("{}%", edition.number(weight)))
    }
}

fn one(edition: &Edition<'_>, node: Node) -> Vec<Block> {
    let Some(score) = edition.scores.of(node) else {
        return Vec::new();
    };
    let weighted = is_weighted(edition, node);
    let holder = &edition.plan.responsibles[node.at()];
    let mut facts = vec![Fact {
        label: edition.say("report-score"),
        value: vec![Inline::Strong(edition.score(node).text)],
    }];
    let unit = holder.unit.as_ref().map(|r| edition.named(r));
    facts.extend(edition.fact("report-holder-unit", &unit.unwrap_or_default()));
    facts.extend(edition.fact("report-functions", &holder.functions.join(", ")));
    let told = printed::reservations(edition.catalogue, score);
    facts.extend(edition.fact("report-reservations", &told.join("; ")));
    let found = contributions(score);
    let mut rows: Vec<Row> = found
        .iter()
        .map(|c| {
            let [code, title] = edition.code_and_title(c.term.child);
            let weight = match &c.term.weight {
                Some(weight) if weighted => points(edition, weight),
                _ => Cell::text(""),
            };
            row([
                code,
                title,
                weight,
                edition.score(c.term.child),
                edition.percent(c.share.as_ref()),
                edition.percent(c.brings.as_ref()),
                edition.standing(c.term.child),
            ])
        })
        .collect();
    let sum = |of: &dyn Fn(&domain::report::results::Contribution<'_>) -> Option<Number>| {
        let known: Vec<Number> = found.iter().filter_map(of).collect();
        (!known.is_empty()).then(|| known.iter().sum::<Number>())
    };
    let weights = sum(&|c| c.term.weight.clone()).filter(|_| weighted);
    let brings = sum(&|c| c.brings.clone());
    rows.push(Row {
        cells: vec![
            Cell::text(edition.say("report-total")).over(2),
            weights.map_or(Cell::text(""), |sum| points(edition, &sum)),
            Cell::text(""),
            edition.percent(sum(&|c| c.share.clone()).as_ref()),
            edition.percent(brings.as_ref()),
            Cell::text(""),
        ],
        kind: RowKind::Total,
    });
    vec![
        edition.heading_of(2, node, edition.label(node)),
        Block::Facts(facts),
        Block::Table(Table {
            data: edition.say("report-data-assigned"),
            context: vec![(edition.say("report-responsible"), edition.title(node))],
            caption: Some(edition.say_with("report-assigned-to", &[("of", &edition.title(node))])),
            columns: vec![
                edition.column("report-code", 8),
                edition.column("report-objective", 38),
                edition.figures("report-weight", 8),
                edition.figures("report-score", 11),
                edition.figures("report-share", 11),
                edition.figures("report-brings", 11),
                edition.column("report-standing", 15),
            ],
            row_heads: 2,
            rows,
            note: (!weighted).then(|| edition.say("report-equal-weights")),
            ..Table::default()
        }),
    ]
}
