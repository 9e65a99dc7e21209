//! The sheet of every objective of the body's own tree, area by area.

use std::collections::BTreeSet;

use documents::block::{Block, Cell, Fact, Inline, Table};
use domain::number::Number;
use domain::plan::{Node, NodeKind, Quantity};
use domain::score::value::potential;

use super::head::{head, money, of_objective};
use super::indicators::{activities, evidence, filled, of_parent, short, weight};
use super::sections::tables_of;
use crate::document::Edition;
use crate::document::edition::row;

/// All sheets.
pub fn build(edition: &Edition<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    // One objective may stand in an area and under another objective: its sheet stands once.
    let mut told = BTreeSet::new();
    let branches = edition.outline.tree(edition.plan);
    for branch in &branches {
        if branch.objectives.is_empty() {
            continue;
        }
        match branch.area {
            Some(area) => {
                blocks.push(edition.heading_of(2, area, edition.label(area)));
                let x = &edition.plan.areas[area.at()];
                blocks.extend(edition.narrative(x.description.as_deref(), 2));
            }
            None => {
                let key = match branches.len() {
                    1 => "objectives-all",
                    _ => "outside-areas",
                };
                blocks.push(edition.heading(2, edition.say(key)));
            }
        }
        for root in &branch.objectives {
            for (depth, node) in edition.outline.descendants(*root) {
                if told.insert(node) {
                    blocks.extend(sheet(edition, node, deeper(3, depth)));
                }
            }
        }
    }
    blocks
}

/// The level of a heading so much deeper; headings go down to level 5, those below them to 6.
pub fn deeper(level: u8, depth: usize) -> u8 {
    u8::try_from(depth).map_or(5, |depth| level.saturating_add(depth).min(5))
}

/// Everything that the plan says of one objective, under a heading of `level`.
pub fn sheet(edition: &Edition<'_>, objective: Node, level: u8) -> Vec<Block> {
    let Some(x) = edition.plan.objectives.get(objective.at()) else {
        return Vec::new();
    };
    let mut blocks = vec![edition.heading_of(level, objective, edition.label(objective))];
    let mut facts = head(edition, objective);
    facts.extend(values(edition, objective));
    if !facts.is_empty() {
        blocks.push(Block::Facts(facts));
    }
    for (key, text) in [
        ("objective-description", &x.description),
        ("objective-benefit", &x.benefit),
        ("objective-actions", &x.planned_actions),
    ] {
        let text = edition.narrative(text.as_deref(), level + 1);
        if !text.is_empty() {
            blocks.push(edition.heading(level + 1, edition.say(key)));
            blocks.extend(text);
        }
    }
    blocks.extend(idle_actions(edition, objective));
    blocks.extend(contributing(edition, objective));
    blocks.extend(of_parent(edition, objective));
    for (_, place) in edition.outline.indicators(objective) {
        blocks.extend(activities(edition, place.child, objective));
    }
    blocks.extend(evidence(edition, objective));
    blocks.extend(money(edition, objective));
    blocks.extend(tables_of(edition, objective));
    if blocks.len() == 1 {
        blocks.push(Block::text(edition.say("objective-nothing")));
    }
    blocks
}

/// The economic value: as printed, and as relevance and funds give it.
fn values(edition: &Edition<'_>, objective: Node) -> Vec<Fact> {
    let plan = edition.plan;
    let x = &plan.objectives[objective.at()];
    let mut facts = Vec::new();
    let computed: Vec<(usize, [Number; 3])> = (0..plan.funds.len())
        .filter_map(|fund| Some((fund, potential(plan, fund, objective.at())?)))
        .collect();
    // What is printed is told where no fund gives the same.
    let told = |q: &&Quantity| {
        computed
            .iter()
            .any(|(_, [_, _, worth])| q.number.as_ref() == Some(worth))
    };
    for (key, printed) in [
        ("value-managers", &x.value_managers),
        ("value-staff", &x.value_staff),
    ] {
        let printed = printed.as_ref().filter(|q| !told(q));
        let text = printed.map_or("", |q| q.text.as_str());
        facts.extend(edition.fact(key, text));
    }
    for (fund, [point, coefficient, worth]) in &computed {
        let fund = &plan.funds[*fund];
        let title = fund.title.clone().unwrap_or_else(|| fund.id.clone());
        let money = |n: &Number| documents::block::plain(&edition.money(n).text);
        facts.push(Fact {
            label: edition.say_with("value-of-fund", &[("fund", &title)]),
            value: vec![Inline::Text(edition.say_with(
                "value-formula",
                &[
                    ("value", &money(worth)),
                    ("point", &money(point)),
                    ("coefficient", &edition.number(coefficient)),
                ],
            ))],
        });
    }
    let excluded = x.value_excluded.as_ref().map(|r| edition.named(r));
    facts.extend(edition.fact("value-excluded", &excluded.unwrap_or_default()));
    facts
}

/// Actions that head no indicator, as a list.
fn idle_actions(edition: &Edition<'_>, objective: Node) -> Option<Block> {
    let items: Vec<Vec<Block>> = edition
        .outline
        .children(objective, NodeKind::Action)
        .into_iter()
        .filter(|action| {
            edition
                .outline
                .children(*action, NodeKind::Indicator)
                .is_empty()
        })
        .map(|action| vec![Block::text(edition.label(action))])
        .collect();
    (!items.is_empty()).then_some(Block::List { from: None, items })
}

/// The objectives below, each with its weight: what an objective is made of beside its own
/// indicators.
fn contributing(edition: &Edition<'_>, objective: Node) -> Option<Block> {
    let below = edition.outline.children(objective, NodeKind::Objective);
    if below.is_empty() {
        return None;
    }
    let rows = below.iter().map(|node| {
        let [code, title] = edition.code_and_title(*node);
        let level = edition.plan.objectives[node.at()].level.as_ref();
        row([
            code,
            title,
            Cell::text(level.map(|r| edition.named(r)).unwrap_or_default()),
            weight(edition, *node, &[Some(objective)]),
        ])
    });
    Some(filled(Table {
        data: edition.say("data-contributing"),
        context: of_objective(edition, objective),
        caption: Some(edition.say_with(
            "contributing-caption",
            &[("of", &short(edition, objective))],
        )),
        columns: vec![
            edition.column("column-code", 9),
            edition.column("column-objective", 56),
            edition.column("head-level", 16),
            edition.figures("indicator-weight", 12),
        ],
        row_heads: 2,
        rows: rows.collect(),
        ..Table::default()
    }))
}
