//! Objectives by relevance and by purpose, their economic value, and the matrix of the tree and the
//! perspectives.

use std::collections::BTreeSet;

use documents::block::{Block, Cell, Column, Row, RowKind, Table};
use domain::number::Number;
use domain::plan::{Node, NodeKind, Objective, Reference};
use domain::report::perspectives::carries;
use domain::score::value::{EconomicValue, economic_values};
use jiff::civil::Date;

use super::indicators::filled;
use super::tree::holders;
use crate::document::Edition;
use crate::document::edition::row;

/// All of them.
pub fn build(edition: &Edition<'_>) -> Vec<Block> {
    let plan = edition.plan;
    let mut blocks = Vec::new();
    let relevance = |x: &Objective| x.relevance.clone().into_iter().collect::<Vec<_>>();
    let relevances: Vec<Node> = nodes(NodeKind::Relevance, plan.relevances.len());
    let by_relevance = by_class(edition, &relevances, &relevance, "relevance", true);
    if !by_relevance.is_empty() {
        blocks.push(edition.heading(2, edition.say("by-relevance")));
        blocks.extend(scale(edition));
        blocks.extend(by_relevance);
    }
    let purposes: Vec<Node> = nodes(NodeKind::Purpose, plan.purposes.len());
    let by_purpose = by_class(
        edition,
        &purposes,
        &|x| x.purposes.clone(),
        "purpose",
        false,
    );
    if !by_purpose.is_empty() {
        blocks.push(edition.heading(2, edition.say("by-purpose")));
        blocks.extend(by_purpose);
    }
    let programmes: Vec<Node> = nodes(NodeKind::Programme, plan.programmes.len());
    let programme = |x: &Objective| x.programmes.clone();
    let by_programme = by_class(edition, &programmes, &programme, "programme", false);
    if !by_programme.is_empty() {
        blocks.push(edition.heading(2, edition.say("by-programme")));
        blocks.extend(by_programme);
    }
    if let Some(matrix) = matrix(edition) {
        blocks.push(edition.heading(2, edition.say("matrix")));
        blocks.push(matrix);
    }
    blocks
}

fn nodes(kind: NodeKind, count: usize) -> Vec<Node> {
    (0..count).map(|i| Node::new(kind, i)).collect()
}

/// The scale of relevance with its certifications, and the funds.
fn scale(edition: &Edition<'_>) -> Vec<Block> {
    let plan = edition.plan;
    let mut blocks = Vec::new();
    if !plan.relevances.is_empty() {
        let rows = plan.relevances.iter().map(|x| {
            row([
                Cell::text(x.title.clone().unwrap_or_default()),
                edition.quantity(Some(&x.coefficient)),
                Cell::text(x.description.clone().unwrap_or_default()),
                Cell::text(certified(edition, &x.certified)),
            ])
        });
        blocks.push(filled(Table {
            data: edition.say("data-relevance-scale"),
            caption: Some(edition.say("relevance-scale")),
            columns: vec![
                edition.column("head-relevance", 22),
                edition.figures("coefficient", 12),
                edition.column("relevance-for", 44),
                edition.column("certified", 22),
            ],
            row_heads: 1,
            rows: rows.collect(),
            ..Table::default()
        }));
    }
    if !plan.funds.is_empty() {
        let rows = plan.funds.iter().enumerate().map(|(i, x)| {
            let point = domain::score::value::point_value(plan, i);
            row([
                Cell::text(x.title.clone().unwrap_or_else(|| x.id.clone())),
                edition.quantity(x.stable_resources.as_ref()),
                edition.quantity(x.percentage.as_ref()),
                match (&x.point_value, point) {
                    (None, Some(point)) => edition.money(&point),
                    (printed, _) => edition.quantity(printed.as_ref()),
                },
                Cell::text(x.rule.clone().unwrap_or_default()),
            ])
        });
        blocks.push(filled(Table {
            data: edition.say("data-funds"),
            caption: Some(edition.say("funds")),
            columns: vec![
                edition.column("fund", 20),
                edition.figures("fund-resources", 16),
                edition.figures("fund-percentage", 10),
                edition.figures("fund-point", 14),
                edition.column("fund-rule", 36),
            ],
            row_heads: 1,
            rows: rows.collect(),
            ..Table::default()
        }));
    }
    blocks
}

/// Days of certification as people read them, or as typed.
fn certified(edition: &Edition<'_>, days: &[String]) -> String {
    let days: Vec<String> = days
        .iter()
        .map(|text| match text.trim().parse::<Date>() {
            Ok(day) => edition.day(day),
            Err(_) => text.clone(),
        })
        .collect();
    days.join("; ")
}

/// Objectives class by class, with their economic value where the class gives it.
fn by_class(
    edition: &Edition<'_>,
    classes: &[Node],
    of: &dyn Fn(&Objective) -> Vec<Reference>,
    key: &str,
    valued: bool,
) -> Vec<Block> {
    let plan = edition.plan;
    let all = nodes(NodeKind::Objective, plan.objectives.len());
    if all.iter().all(|n| of(&plan.objectives[n.at()]).is_empty()) {
        return Vec::new();
    }
    let values = match valued {
        true => economic_values(plan, edition.scores),
        false => Vec::new(),
    };
    let funds: Vec<usize> = (0..plan.funds.len())
        .filter(|fund| values.iter().any(|v| v.fund == *fund))
        .collect();
    let mut columns = vec![
        edition.column("column-code", 9),
        edition.column("column-objective", 46),
        edition.column("head-responsible", 22),
    ];
    columns.extend(funds.iter().map(|fund| {
        let fund = &plan.funds[*fund];
        let title = fund.title.clone().unwrap_or_else(|| fund.id.clone());
        Column::figures(edition.say_with("value-of-fund", &[("fund", &title)]), 13)
    }));
    let width = columns.len();
    let mut rows = Vec::new();
    let mut total = vec![Number::ZERO; funds.len()];
    let none: Vec<Node> = all
        .iter()
        .copied()
        .filter(|n| of(&plan.objectives[n.at()]).is_empty())
        .collect();
    let unknown = |r: &Reference| r.node.is_none_or(|n| !classes.contains(&n));
    let groups = classes
        .iter()
        .map(|class| {
            let members = all.iter().copied().filter(|n| {
                of(&plan.objectives[n.at()])
                    .iter()
                    .any(|r| r.node == Some(*class))
            });
            (edition.label(*class), members.collect::<Vec<Node>>())
        })
        .chain(std::iter::once((
            edition.say("class-undeclared"),
            all.iter()
                .copied()
                .filter(|n| of(&plan.objectives[n.at()]).iter().any(unknown))
                .collect(),
        )))
        .chain(std::iter::once((edition.say("class-none"), none)));
    for (title, members) in groups {
        if members.is_empty() {
            continue;
        }
        rows.push(Row {
            cells: vec![Cell::text(title).over(width)],
            kind: RowKind::Subhead,
        });
        for node in members {
            let [code, title] = edition.code_and_title(node);
            let mut cells = vec![code, title, Cell::text(holders(edition, node))];
            for (n, fund) in funds.iter().enumerate() {
                let of_fund = |v: &&EconomicValue| v.objective == node && v.fund == *fund;
                cells.push(match values.iter().find(of_fund) {
                    Some(value) => {
                        total[n] = &total[n] + &value.potential;
                        edition.money(&value.potential)
                    }
                    None => Cell::text("—"),
                });
            }
            rows.push(row(cells));
        }
    }
    if !funds.is_empty() {
        let mut cells = vec![Cell::text(edition.say("value-total")).over(3)];
        cells.extend(total.iter().map(|sum| edition.money(sum)));
        rows.push(Row {
            cells,
            kind: RowKind::Total,
        });
    }
    vec![Block::Table(Table {
        data: edition.say(&format!("data-by-{key}")),
        caption: Some(edition.say(&format!("by-{key}"))),
        columns,
        row_heads: 2,
        rows,
        ..Table::default()
    })]
}

/// Which objective of the tree carries which perspective.
fn matrix(edition: &Edition<'_>) -> Option<Block> {
    let plan = edition.plan;
    let perspectives = nodes(NodeKind::Perspective, plan.perspectives.len());
    if perspectives.is_empty() {
        return None;
    }
    let mut columns = vec![
        edition.column("column-code", 9),
        edition.column("column-objective", 50),
    ];
    columns.extend(
        perspectives
            .iter()
            .map(|node| Column::centred(edition.title(*node), 16)),
    );
    let width = columns.len();
    let mut rows = Vec::new();
    let mut told = BTreeSet::new();
    for branch in edition.outline.tree(plan) {
        if branch.objectives.is_empty() {
            continue;
        }
        if let Some(area) = branch.area {
            rows.push(Row {
                cells: vec![Cell::text(edition.label(area)).over(width)],
                kind: RowKind::Subhead,
            });
        }
        for root in &branch.objectives {
            for (_, node) in edition.outline.descendants(*root) {
                if !told.insert(node) {
                    continue;
                }
                let mut cells = Vec::from(edition.code_and_title(node));
                cells.extend(perspectives.iter().map(|perspective| {
                    Cell::text(match carries(plan, node, *perspective) {
                        true => edition.say("matrix-yes"),
                        false => "—".to_owned(),
                    })
                }));
                rows.push(row(cells));
            }
        }
    }
    if rows.is_empty() {
        return None;
    }
    Some(Block::Table(Table {
        data: edition.say("matrix"),
        caption: Some(edition.say("matrix")),
        columns,
        row_heads: 2,
        rows,
        ..Table::default()
    }))
}
