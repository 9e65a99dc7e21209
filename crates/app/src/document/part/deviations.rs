//! Where results differ from targets: every indicator that fell short, the worst first, with its
//! cause; then those that are not evaluated, with the reason.

use std::collections::BTreeSet;

use documents::block::{Block, Cell, Inline, Table};
use domain::plan::{Node, NodeKind, Reference, Role};
use domain::report::results::{has_results, shortfalls};
use domain::report::stated::{told, values_of};
use domain::score::State;

use super::{outcome, results};
use crate::document::Edition;
use crate::document::edition::row;

/// Bars that a reader can still compare.
const MOST_BARS: usize = 20;

/// The chapter.
pub fn build(edition: &Edition<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let found: Vec<Node> = shortfalls(edition.scores).iter().map(|s| s.node).collect();
    let evaluated = edition.scores.nodes.iter().filter(|s| {
        s.node.kind == NodeKind::Indicator && matches!(s.state, State::Measured | State::Missing)
    });
    let evaluated = evaluated.count().to_string();
    if has_results(edition.scores) {
        let args = [("count", found.len().to_string()), ("evaluated", evaluated)];
        let args = args.each_ref().map(|(name, text)| (*name, text.as_str()));
        blocks.push(edition.heading(2, edition.say("report-short")));
        blocks.push(Block::text(edition.say_with("report-short-count", &args)));
        let shown: Vec<Node> = found.iter().copied().take(MOST_BARS).collect();
        blocks.extend(results::chart(edition, "report-short-picture", &shown));
        blocks.extend(table(edition, &found));
    }
    blocks.extend(left_out(edition));
    blocks
}

fn table(edition: &Edition<'_>, nodes: &[Node]) -> Option<Block> {
    if nodes.is_empty() {
        return None;
    }
    let rows = nodes.iter().map(|node| {
        let difference = match edition.scores.of(*node) {
            Some(score) => outcome::difference(edition, score),
            None => Cell::text("—"),
        };
        row([
            objective(edition, *node),
            Cell::text(edition.title(*node)),
            outcome::target(edition, *node),
            outcome::actual(edition, *node),
            difference,
            edition.score(*node),
            cause(edition, *node),
        ])
    });
    Some(Block::Table(Table {
        data: edition.say("report-data-deviations"),
        caption: Some(edition.say("report-short-caption")),
        columns: vec![
            edition.column("report-objective-short", 8),
            edition.column("report-indicator", 25),
            edition.column("report-target", 13),
            edition.column("report-actual", 12),
            edition.figures("report-deviation", 12),
            edition.figures("report-achievement", 9),
            edition.column("report-cause", 26),
        ],
        row_heads: 2,
        rows: rows.collect(),
        ..Table::default()
    }))
}

/// The objective of an indicator by its code, with a link; its dashboard where it has none.
pub fn objective(edition: &Edition<'_>, indicator: Node) -> Cell {
    let holder = outcome::objective_of(edition, indicator).or_else(|| {
        let over = edition.outline.over(indicator);
        over.iter()
            .map(|p| p.parent)
            .find(|n| n.kind == NodeKind::Dashboard)
    });
    match holder {
        None => Cell::text(""),
        Some(node) => {
            let mut link = edition.link(node);
            if let Inline::Link { text, .. } = &mut link {
                *text = vec![Inline::Text(outcome::short(edition, node))];
            }
            Cell::inline(vec![link])
        }
    }
}

/// Why an indicator fell short, as far as anybody wrote it: at its actual, at the indicator, at its
/// objective, in the variation that touches it.
fn cause(edition: &Edition<'_>, node: Node) -> Cell {
    let indicator = &edition.plan.indicators[node.at()];
    let mut said: Vec<String> = Vec::new();
    let actual = outcome::actual_value(edition, node).and_then(|value| value.note.clone());
    let day = edition.scores.checkpoint;
    let objective = outcome::objective_of(edition, node)
        .into_iter()
        .flat_map(|node| told(values_of(edition.plan, node), Role::Cause, day))
        .map(str::to_owned);
    let missing = edition.scores.of(node).and_then(|s| s.reason());
    said.extend(missing.map(|reason| edition.catalogue.word("reason", reason.token())));
    said.extend(actual);
    said.extend(indicator.note.clone());
    said.extend(objective);
    said.extend(variation_reason(edition, indicator.variation.as_ref()));
    let mut seen = BTreeSet::new();
    said.retain(|text| !text.trim().is_empty() && seen.insert(text.trim().to_owned()));
    Cell::inline(outcome::broken(
        said.iter().map(|text| text.trim().to_owned()),
    ))
}

fn variation_reason(edition: &Edition<'_>, variation: Option<&Reference>) -> Option<String> {
    let node = variation?.node.filter(|n| n.kind == NodeKind::Variation)?;
    edition.plan.variations.get(node.at())?.reason.clone()
}

/// Indicators that are in no score, with what is known of them.
fn left_out(edition: &Edition<'_>) -> Vec<Block> {
    let rows: Vec<_> = edition
        .scores
        .nodes
        .iter()
        .filter(|s| s.node.kind == NodeKind::Indicator)
        .filter(|s| !matches!(s.state, State::Measured | State::Missing))
        .map(|s| {
            let indicator = &edition.plan.indicators[s.node.at()];
            let mut reasons: Vec<String> = Vec::new();
            reasons.extend(
                s.reason()
                    .map(|r| edition.catalogue.word("reason", r.token())),
            );
            reasons.extend(indicator.neutralised.clone());
            let by = [&indicator.neutralised_by, &indicator.variation];
            let by = by.into_iter().flatten().map(|r| edition.named(r));
            reasons.extend(by);
            let note = outcome::actual_value(edition, s.node).and_then(|v| v.note.clone());
            reasons.extend(note);
            let mut seen = BTreeSet::new();
            reasons.retain(|text| seen.insert(text.clone()));
            row([
                objective(edition, s.node),
                Cell::text(edition.title(s.node)),
                outcome::target(edition, s.node),
                match values_of(edition.plan, s.node).is_empty() {
                    true => Cell::text(""),
                    false => outcome::actual(edition, s.node),
                },
                Cell::text(edition.catalogue.word("state", s.state.token())),
                Cell::inline(outcome::broken(reasons)),
            ])
        })
        .collect();
    if rows.is_empty() {
        return Vec::new();
    }
    vec![
        edition.heading(2, edition.say("report-left-out")),
        Block::text(edition.say("report-left-out-means")),
        Block::Table(Table {
            data: edition.say("report-data-left-out"),
            caption: Some(edition.say("report-left-out-caption")),
            columns: vec![
                edition.column("report-objective-short", 8),
                edition.column("report-indicator", 30),
                edition.column("report-target", 16),
                edition.column("report-actual", 14),
                edition.column("report-state", 13),
                edition.column("report-reason", 24),
            ],
            row_heads: 2,
            rows,
            ..Table::default()
        }),
    ]
}
