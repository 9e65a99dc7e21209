//! The sheet of one objective by itself: what is planned, how it stands at the date, and why.

use documents::block::{Block, Fact, Inline};
use domain::plan::{Node, NodeKind, Role};

use super::objectives;
use super::standing::{bullets, of_indicators, of_objectives};
use crate::document::{Edition, Kind};
use crate::explanation::Explanation;

/// The sheet that the edition is of.
pub fn build(edition: &Edition<'_>) -> Vec<Block> {
    let Kind::Sheet(objective) = edition.kind else {
        return Vec::new();
    };
    if objective.kind != NodeKind::Objective {
        return Vec::new();
    }
    let mut blocks = objectives::sheet(edition, objective, 1);
    let results = results(edition, objective);
    if !results.is_empty() {
        blocks.push(edition.heading(2, results_title(edition)));
        blocks.extend(results);
    }
    blocks
}

/// The head over figures at the date.
pub fn results_title(edition: &Edition<'_>) -> String {
    match edition.scores.at {
        Some(_) => edition.say_with("results-at", &[("day", &edition.at())]),
        None => edition.say("results-now"),
    }
}

/// Score, indicators and texts at the date.
fn results(edition: &Edition<'_>, objective: Node) -> Vec<Block> {
    let mut blocks = Vec::new();
    if let Some(score) = edition.scores.of(objective) {
        blocks.push(Block::Facts(vec![
            fact(edition, "column-score", edition.score(objective).text),
            fact(edition, "column-progress", edition.progress(objective).text),
            fact(edition, "column-standing", edition.standing(objective).text),
        ]));
        let said = crate::printed::reservations(edition.catalogue, score);
        if !said.is_empty() {
            blocks.push(Block::text(said.join(", ")));
        }
    }
    let indicators: Vec<Node> = edition
        .outline
        .indicators(objective)
        .into_iter()
        .map(|(_, place)| place.child)
        .collect();
    blocks.extend(of_indicators(
        edition,
        &indicators,
        super::head::of_objective(edition, objective),
        &super::indicators::short(edition, objective),
    ));
    blocks.extend(bullets(edition, objective, &indicators));
    let below = edition.outline.children(objective, NodeKind::Objective);
    blocks.extend(of_objectives(edition, objective, &below));
    for (key, role) in [
        ("objective-done", Role::Done),
        ("objective-criticalities", Role::Criticality),
        ("objective-deviation", Role::Cause),
    ] {
        let text = edition.told(objective, role, 3);
        if !text.is_empty() {
            blocks.push(edition.heading(3, edition.say(key)));
            blocks.extend(text);
        }
    }
    // Where nothing is evaluated there is no figure to explain.
    let scored = edition
        .scores
        .of(objective)
        .is_some_and(|s| s.score.is_some());
    let explained = Explanation::of(edition.readings, edition.scores, objective, usize::MAX);
    if let Some(explained) = explained.filter(|_| scored) {
        let lines = explained.text(edition.plan, edition.catalogue);
        if !lines.trim().is_empty() {
            blocks.push(edition.heading(3, edition.say("explanation")));
            blocks.push(Block::Preformatted(lines));
        }
    }
    blocks
}

fn fact(edition: &Edition<'_>, key: &str, value: Vec<Inline>) -> Fact {
    Fact {
        label: edition.say(key),
        value,
    }
}
