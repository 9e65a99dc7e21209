//! The results of every objective: indicators, contributing objectives, what was done, why it
//! differs from what was expected.

use documents::block::{Block, Cell, Fact, Inline, Row, RowKind, Table};
use domain::plan::{Node, NodeKind, Role};
use domain::report::results::contributions;
use domain::report::standings::{Group, by_area};

use super::{head, outcome, sections};
use crate::document::Edition;
use crate::document::edition::{anchor, row};
use crate::printed;

/// The chapter: group by group, objective by objective; then the indicators of no objective.
pub fn build(edition: &Edition<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for tally in by_area(edition.plan, &edition.outline, edition.scores) {
        let title = match tally.group {
            Group::Of(node) => {
                blocks.push(edition.heading_of(2, node, edition.label(node)));
                None
            }
            Group::Outside => Some("report-group-outside"),
            Group::Agency => Some("report-group-agency"),
            Group::National => Some("report-group-national"),
            Group::Dashboards => Some("report-group-dashboards"),
        };
        blocks.extend(title.map(|key| edition.heading(2, edition.say(key))));
        let mut told = Vec::new();
        for node in &tally.objectives {
            let indicators = edition.outline.indicators(*node);
            told.extend(indicators.iter().map(|(_, place)| place.child));
            blocks.extend(objective(edition, *node));
        }
        let rest: Vec<Node> = tally
            .indicators
            .into_iter()
            .filter(|node| !told.contains(node))
            .collect();
        blocks.extend(loose(edition, &rest));
    }
    blocks
}

fn objective(edition: &Edition<'_>, node: Node) -> Vec<Block> {
    let mut blocks = vec![
        edition.heading_of(3, node, edition.label(node)),
        Block::Facts(facts(edition, node)),
    ];
    blocks.extend(indicators(edition, node));
    blocks.extend(contributing(edition, node));
    blocks.extend(actions(edition, node));
    for (_, place) in edition.outline.indicators(node) {
        blocks.extend(activities(edition, node, place.child));
    }
    for (key, role) in [
        ("report-done", Role::Done),
        ("report-criticalities", Role::Criticality),
        ("report-causes", Role::Cause),
    ] {
        let narrative = edition.told(node, role, 4);
        if !narrative.is_empty() {
            blocks.push(edition.heading(4, edition.say(key)));
            blocks.extend(narrative);
        }
    }
    blocks.extend(sections::tables_of(edition, node));
    blocks
}

/// The score with the judgement beside it, which never enters it.
fn facts(edition: &Edition<'_>, node: Node) -> Vec<Fact> {
    let objective = &edition.plan.objectives[node.at()];
    let of = |key: &str, value: Vec<Inline>| Fact {
        label: edition.say(key),
        value,
    };
    let mut score = vec![
        Inline::Strong(edition.score(node).text),
        Inline::Text("  ".into()),
    ];
    score.extend(edition.standing(node).text);
    let mut facts = vec![of("report-score", score)];
    facts.extend(edition.fact("report-judgement", &outcome::judgements(edition, node)));
    facts.extend(edition.fact(
        "report-override",
        &outcome::overridden(edition, node).unwrap_or_default(),
    ));
    facts.extend(edition.fact("report-weight", &head::weights(edition, node)));
    let responsible = match &objective.responsible_text {
        Some(text) => text.clone(),
        None => edition.titles(&objective.responsibles),
    };
    facts.extend(edition.fact("report-responsible", &responsible));
    facts.extend(edition.fact(
        "report-period",
        objective.period.as_deref().unwrap_or_default(),
    ));
    if let Some(found) = edition.scores.of(node) {
        let told = printed::reservations(edition.catalogue, found);
        facts.extend(edition.fact("report-reservations", &told.join("; ")));
    }
    facts.push(of(
        "report-derivation",
        vec![Inline::Link {
            to: format!("#{}", derivation_anchor(node)),
            text: vec![Inline::Text(edition.say("report-derivation-link"))],
        }],
    ));
    facts
}

/// The anchor of the place in the appendix where a figure is derived.
pub fn derivation_anchor(node: Node) -> String {
    format!("calcolo-{}", anchor(node))
}

/// The results of an objective's indicators, those of an action under its name.
fn indicators(edition: &Edition<'_>, node: Node) -> Option<Block> {
    let found = edition.outline.indicators(node);
    let mut rows = Vec::new();
    let mut under = None;
    for (action, place) in &found {
        if *action != under {
            let title = match action {
                Some(action) => edition.label(*action),
                None => edition.say("report-other-indicators"),
            };
            rows.push(Row {
                cells: vec![Cell::text(title).over(COLUMNS)],
                kind: RowKind::Subhead,
            });
            under = *action;
        }
        rows.push(indicator(edition, place.child, edition.weight(place)));
    }
    results_table(edition, node, rows)
}

const COLUMNS: usize = 8;

fn indicator(edition: &Edition<'_>, node: Node, weight: Cell) -> Row {
    let mut cells = vec![
        Cell::text(edition.code(node)),
        outcome::titled(edition, node, outcome::remarks(edition, node)),
        weight,
        outcome::target(edition, node),
        outcome::actual(edition, node),
    ];
    cells.push(match edition.scores.of(node) {
        Some(score) => outcome::difference(edition, score),
        None => Cell::text("—"),
    });
    cells.push(edition.score(node));
    cells.push(edition.standing(node));
    row(cells)
}

fn results_table(edition: &Edition<'_>, of: Node, rows: Vec<Row>) -> Option<Block> {
    if rows.is_empty() {
        return None;
    }
    Some(Block::Table(Table {
        data: edition.say("report-data-indicators"),
        context: head::of_objective(edition, of),
        caption: Some(edition.say_with(
            "report-indicators-of",
            &[("of", &outcome::short(edition, of))],
        )),
        columns: vec![
            edition.column("report-number", 4),
            edition.column("report-indicator", 31),
            edition.figures("report-weight", 7),
            edition.column("report-target", 15),
            edition.column("report-actual", 14),
            edition.figures("report-deviation", 12),
            edition.figures("report-achievement", 10),
            edition.column("report-standing", 12),
        ],
        row_heads: 2,
        rows,
        ..Table::default()
    }))
}

/// Indicators that stand under no objective.
fn loose(edition: &Edition<'_>, nodes: &[Node]) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut groups: Vec<(Option<Node>, Vec<Node>)> = Vec::new();
    for node in nodes {
        let over = edition.outline.over(*node);
        let holder = over.iter().map(|p| p.parent).find(|parent| {
            matches!(
                parent.kind,
                NodeKind::Dashboard | NodeKind::Area | NodeKind::Section
            )
        });
        match groups.iter_mut().find(|(of, _)| *of == holder) {
            Some((_, list)) => list.push(*node),
            None => groups.push((holder, vec![*node])),
        }
    }
    for (holder, nodes) in groups {
        if let Some(holder) = holder {
            blocks.push(edition.heading_of(3, holder, edition.label(holder)));
        }
        let rows = nodes.iter().map(|node| {
            let over = edition.outline.over(*node);
            let place = over.iter().find(|p| Some(p.parent) == holder);
            indicator(
                edition,
                *node,
                place.map_or(Cell::text(""), |p| edition.weight(p)),
            )
        });
        blocks.extend(results_table(
            edition,
            holder.unwrap_or(Node::BODY),
            rows.collect(),
        ));
        for node in nodes {
            blocks.extend(activities(edition, node, node));
        }
    }
    blocks
}

/// What the objectives below bring.
fn contributing(edition: &Edition<'_>, node: Node) -> Option<Block> {
    let found = contributions(edition.scores.of(node)?);
    let rows: Vec<Row> = found
        .iter()
        .filter(|c| c.term.child.kind == NodeKind::Objective)
        .map(|c| {
            let [code, title] = edition.code_and_title(c.term.child);
            let over = edition.outline.over(c.term.child);
            let place = over.iter().find(|p| p.parent == node);
            row([
                code,
                title,
                place.map_or(Cell::text(""), |p| edition.weight(p)),
                edition.score(c.term.child),
                edition.percent(c.share.as_ref()),
                edition.percent(c.brings.as_ref()),
                edition.standing(c.term.child),
            ])
        })
        .collect();
    if rows.is_empty() {
        return None;
    }
    Some(Block::Table(Table {
        data: edition.say("report-data-contributing"),
        context: head::of_objective(edition, node),
        caption: Some(edition.say_with(
            "report-contributing-to",
            &[("of", &outcome::short(edition, node))],
        )),
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
        ..Table::default()
    }))
}

/// What was done of each action.
fn actions(edition: &Edition<'_>, node: Node) -> Option<Block> {
    let actions = edition.plan.actions.iter().enumerate();
    let rows: Vec<Row> = actions
        .filter(|(_, action)| action.parent.as_ref().and_then(|r| r.node) == Some(node))
        .filter(|(_, action)| action.result.is_some())
        .map(|(i, action)| {
            let it = Node::new(NodeKind::Action, i);
            row([
                Cell::text(edition.code(it)),
                Cell::text(action.title.clone().unwrap_or_default()),
                Cell::text(action.result.clone().unwrap_or_default()),
                edition.score(it),
            ])
        })
        .collect();
    if rows.is_empty() {
        return None;
    }
    Some(Block::Table(Table {
        data: edition.say("report-data-actions"),
        context: head::of_objective(edition, node),
        caption: Some(edition.say_with(
            "report-actions-of",
            &[("of", &outcome::short(edition, node))],
        )),
        columns: vec![
            edition.column("report-code", 8),
            edition.column("report-action", 36),
            edition.column("report-result", 44),
            edition.figures("report-score", 11),
        ],
        row_heads: 2,
        rows,
        ..Table::default()
    }))
}

/// The activities of a project, or the parts of a composite indicator.
fn activities(edition: &Edition<'_>, of: Node, indicator: Node) -> Option<Block> {
    let activities = edition.plan.activities.iter().enumerate();
    let rows: Vec<Row> = activities
        .filter(|(_, activity)| activity.parent.as_ref().and_then(|r| r.node) == Some(indicator))
        .map(|(i, activity)| {
            let it = Node::new(NodeKind::Activity, i);
            let weight = edition.outline.over(it).first().map(|p| edition.weight(p));
            let mut lines = Vec::new();
            for (key, text) in [
                ("report-owner", &activity.owner),
                ("report-note", &activity.note),
            ] {
                lines.extend(
                    text.as_ref()
                        .map(|text| edition.say_with(key, &[("text", text)])),
                );
            }
            let mut name = Cell::text(activity.title.clone().unwrap_or_default());
            for line in lines {
                name.text.extend([Inline::Break, Inline::Text(line)]);
            }
            row([
                Cell::text(edition.code(it)),
                name,
                weight.unwrap_or_else(|| Cell::text("")),
                outcome::target(edition, it),
                outcome::actual(edition, it),
                edition.score(it),
                edition.standing(it),
            ])
        })
        .collect();
    if rows.is_empty() {
        return None;
    }
    let mut context = match of.kind {
        NodeKind::Objective => head::of_objective(edition, of),
        _ => Vec::new(),
    };
    context.push((edition.say("report-indicator"), edition.title(indicator)));
    Some(Block::Table(Table {
        data: edition.say("report-data-activities"),
        context,
        caption: Some(
            edition.say_with("report-activities-of", &[("of", &edition.title(indicator))]),
        ),
        columns: vec![
            edition.column("report-number", 5),
            edition.column("report-activity", 38),
            edition.figures("report-weight", 8),
            edition.column("report-target", 16),
            edition.column("report-actual", 14),
            edition.figures("report-achievement", 10),
            edition.column("report-standing", 12),
        ],
        row_heads: 2,
        rows,
        ..Table::default()
    }))
}
