//! The derivation of every figure, down to what somebody typed: for each objective its sum, its
//! parts with their weights, and for every indicator the arithmetic, the rule and the texts.

use documents::block::{Block, Cell, Heading, Inline, Row, RowKind, Table};
use domain::plan::{Node, NodeKind};
use domain::report::results::parts_of;
use domain::report::standings::{Group, by_area};
use domain::score::{LeftOut, PartRole, Term};

use super::objective_results::derivation_anchor;
use super::outcome::broken;
use super::{head, results};
use crate::document::Edition;
use crate::document::edition::row;
use crate::explanation::{Explanation, role_token};

/// The appendix.
pub fn build(edition: &Edition<'_>) -> Vec<Block> {
    if edition.scores.checkpoint.is_none() {
        return Vec::new();
    }
    let mut blocks = vec![Block::text(edition.say("report-derivations-means"))];
    blocks.push(edition.heading(2, edition.say("report-derivations-body")));
    blocks.extend(node(edition, Node::BODY, 3));
    for i in 0..edition.plan.areas.len() {
        blocks.extend(node(edition, Node::new(NodeKind::Area, i), 3));
    }
    for (title, objectives) in results::groups(edition) {
        blocks.push(edition.heading(2, title));
        for objective in objectives {
            blocks.extend(node(edition, objective, 3));
        }
    }
    blocks.extend(loose(edition));
    let holders: Vec<Block> = (0..edition.plan.responsibles.len())
        .map(|i| Node::new(NodeKind::Responsible, i))
        .filter(|holder| {
            let score = edition.scores.of(*holder);
            score.is_some_and(|s| parts_of(s).iter().any(|part| !part.terms.is_empty()))
        })
        .flat_map(|holder| node(edition, holder, 3))
        .collect();
    if !holders.is_empty() {
        blocks.push(edition.heading(2, edition.say("report-derivations-responsibles")));
        blocks.extend(holders);
    }
    blocks
}

/// The steps of a thing's own figure.
fn steps(edition: &Edition<'_>, node: Node) -> Vec<String> {
    Explanation::of(edition.readings, edition.scores, node, 0)
        .map(|explanation| explanation.steps(edition.plan, edition.catalogue))
        .unwrap_or_default()
}

/// One thing with what its figure is made of.
fn node(edition: &Edition<'_>, node: Node, level: u8) -> Vec<Block> {
    let Some(score) = edition.scores.of(node) else {
        return Vec::new();
    };
    let mut rows = Vec::new();
    let parts = parts_of(score);
    for part in parts {
        if part.role != PartRole::Whole && parts.len() > 1 {
            let name = edition.catalogue.word("part", role_token(part.role));
            let share = documents::block::plain(&edition.percent(Some(&part.share)).text);
            rows.push(subhead(
                edition.say_with("report-part", &[("part", &name), ("share", &share)]),
            ));
        }
        // What stands under a heading of this thing is counted here, one by one.
        for term in &part.terms {
            if term.left_out != Some(LeftOut::Heading) {
                child(edition, term, &mut rows);
            }
        }
    }
    let mut blocks = vec![Block::Heading(Heading {
        level,
        text: edition.label(node),
        id: derivation_anchor(node),
    })];
    let mut own = steps(edition, node);
    own.insert(
        0,
        format!(
            "{}: {}",
            edition.say("report-score"),
            documents::block::plain(&edition.score(node).text)
        ),
    );
    blocks.push(Block::Paragraph(broken(own)));
    if !rows.is_empty() {
        blocks.push(Block::Table(table(edition, node, rows)));
    }
    blocks
}

/// A child's row: its weight, its score or why it is left out, and how that came about; for what has
/// a place of its own in the appendix a link to it.
fn child(edition: &Edition<'_>, term: &Term, rows: &mut Vec<Row>) {
    let mut score = edition.percent(term.score.as_ref());
    if let Some(LeftOut::State(state)) = term.left_out {
        let word = edition.catalogue.word("state", state.token());
        score = Cell::text(
            edition
                .catalogue
                .with("explain-left-out", &[("state", &word)]),
        );
    }
    let weight = term.weight.as_ref().map_or(Cell::text(""), |weight| {
        Cell::text(weight.format_plain(edition.catalogue.language.style()))
    });
    let own_place = matches!(
        term.child.kind,
        NodeKind::Objective | NodeKind::Area | NodeKind::Responsible
    );
    let how = if own_place {
        let to = format!("#{}", derivation_anchor(term.child));
        let text = vec![Inline::Text(edition.say("report-derived-there"))];
        Cell::inline(vec![Inline::Link { to, text }])
    } else {
        Cell::inline(broken(steps(edition, term.child)))
    };
    rows.push(row([
        Cell::text(edition.label(term.child)),
        weight,
        score,
        how,
    ]));
    if own_place {
        return;
    }
    let below = edition
        .scores
        .of(term.child)
        .map(parts_of)
        .unwrap_or_default();
    for term in below.iter().flat_map(|part| &part.terms) {
        if term.left_out != Some(LeftOut::Heading) {
            child(edition, term, rows);
        }
    }
}

/// Indicators that stand under no objective: they enter dashboards only.
fn loose(edition: &Edition<'_>) -> Vec<Block> {
    let tallies = by_area(edition.plan, &edition.outline, edition.scores);
    let rows: Vec<Row> = tallies
        .iter()
        .filter(|tally| tally.group == Group::Dashboards)
        .flat_map(|tally| &tally.indicators)
        .map(|indicator| {
            let how = Cell::inline(broken(steps(edition, *indicator)));
            row([
                Cell::text(edition.label(*indicator)),
                Cell::text(""),
                edition.score(*indicator),
                how,
            ])
        })
        .collect();
    if rows.is_empty() {
        return Vec::new();
    }
    vec![
        edition.heading(2, edition.say("report-group-dashboards")),
        Block::Table(Table {
            caption: Some(edition.say("report-derivations-loose")),
            context: Vec::new(),
            ..table(edition, Node::BODY, rows)
        }),
    ]
}

const COLUMNS: usize = 4;

fn subhead(text: String) -> Row {
    Row {
        cells: vec![Cell::text(text).over(COLUMNS)],
        kind: RowKind::Subhead,
    }
}

fn table(edition: &Edition<'_>, of: Node, rows: Vec<Row>) -> Table {
    Table {
        data: edition.say("report-data-derivations"),
        context: head::of_objective(edition, of),
        caption: Some(edition.say_with(
            "report-derivation-of",
            &[("of", &super::outcome::short(edition, of))],
        )),
        columns: vec![
            edition.column("report-child", 30),
            edition.figures("report-weight", 7),
            edition.figures("report-score", 10),
            edition.column("report-how", 58),
        ],
        row_heads: 1,
        rows,
        ..Table::default()
    }
}
