//! The sheet of every objective of the body's own tree, area by area.

use documents::block::{Block, Fact, Inline};
use domain::number::Number;
use domain::plan::{Node, NodeKind};
use domain::score::value::economic_values;

use super::head::{head, money};
use super::indicators::{activities, evidence, of_parent};
use super::sections::tables_of;
use crate::document::Edition;

/// All sheets.
pub fn build(edition: &Edition<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
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
                blocks.extend(sheet(edition, node, deeper(3, depth)));
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
    for (key, printed) in [
        ("value-managers", &x.value_managers),
        ("value-staff", &x.value_staff),
    ] {
        let text = printed.as_ref().map_or("", |q| q.text.as_str());
        facts.extend(edition.fact(key, text));
    }
    for value in economic_values(plan, edition.scores) {
        if value.objective != objective {
            continue;
        }
        let fund = &plan.funds[value.fund];
        let title = fund.title.clone().unwrap_or_else(|| fund.id.clone());
        let money = |n: &Number| documents::block::plain(&edition.money(n).text);
        facts.push(Fact {
            label: edition.say_with("value-of-fund", &[("fund", &title)]),
            value: vec![Inline::Text(edition.say_with(
                "value-formula",
                &[
                    ("value", &money(&value.potential)),
                    ("point", &money(&value.point)),
                    ("coefficient", &edition.number(&value.coefficient)),
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
