//! The monitored objectives: of each its head, what was done, its results, and what changes.

use std::collections::BTreeSet;

use documents::block::{AsideKind, Block, Cell, Fact, Inline, Table};
use domain::plan::{Node, NodeKind, Objective, Period, Role};
use domain::report::changes::{changes_of, is_new};
use domain::report::stated::of_role;
use domain::score::Derivation;

use super::head::{head, money, of_objective};
use super::standing::bullets;
use super::{indicator_results, sections, variations};
use crate::document::Edition;
use crate::document::edition::row;
use crate::printed;

/// The objectives of the body's tree, area by area; those that a variation added have a part of
/// their own, those of the special agency and the national ones too. Last, what stands on dashboards
/// and under no objective.
pub fn build(edition: &Edition<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    // One objective may stand in an area and under another objective: its sheet stands once.
    let mut told = BTreeSet::new();
    for branch in edition.outline.tree(edition.plan) {
        let objectives: Vec<Node> = branch
            .objectives
            .iter()
            .flat_map(|root| edition.outline.descendants(*root))
            .map(|(_, node)| node)
            .filter(|node| !is_new(edition.plan, *node) && told.insert(*node))
            .collect();
        if objectives.is_empty() {
            continue;
        }
        // Each area begins on a page of its own, as readers look for it; what stands between two such
        // pages is also set by itself, on another core.
        if !blocks.is_empty() {
            blocks.push(Block::PageBreak);
        }
        match branch.area {
            Some(area) => {
                let of = edition.label(area);
                blocks.push(edition.heading_of(
                    2,
                    area,
                    edition.say_with("area-of", &[("of", &of)]),
                ));
                let other_titles = edition.plan.areas[area.at()].other_titles.join("; ");
                let also_called = edition.fact("head-also-called", &other_titles);
                blocks.extend(also_called.map(|fact| Block::Facts(vec![fact])));
                let description = edition.plan.areas[area.at()].description.as_deref();
                blocks.extend(edition.narrative(description, 2));
            }
            None => blocks.push(edition.heading(2, edition.say("other-objectives"))),
        }
        if objectives.len() > 1 {
            let of = branch
                .area
                .map(|area| edition.label(area))
                .unwrap_or_default();
            blocks.push(in_short(edition, &of, &objectives));
        }
        for objective in objectives {
            blocks.extend(sheet(edition, objective, 3));
        }
    }
    blocks.extend(dashboards(edition));
    blocks
}

/// The objectives of the special agency.
pub fn agency(edition: &Edition<'_>) -> Vec<Block> {
    let objectives: Vec<Node> = edition
        .outline
        .apart(edition.plan, false)
        .into_iter()
        .flat_map(|root| edition.outline.descendants(root))
        .map(|(_, node)| node)
        .filter(|node| !is_new(edition.plan, *node))
        .collect();
    let mut blocks = Vec::new();
    if objectives.len() > 1 {
        blocks.push(in_short(edition, &edition.say("the-agency"), &objectives));
    }
    if !objectives.is_empty() {
        blocks.insert(0, edition.heading(2, edition.say("agency-objectives")));
    }
    for objective in objectives {
        blocks.extend(sheet(edition, objective, 3));
    }
    blocks
}

/// The objectives of an area, one a row.
fn in_short(edition: &Edition<'_>, of: &str, objectives: &[Node]) -> Block {
    let rows = objectives.iter().map(|node| {
        let [code, title] = edition.code_and_title(*node);
        row([
            code,
            title,
            edition.score(*node),
            coverage(edition, *node),
            edition.progress(*node),
            edition.standing(*node),
        ])
    });
    Block::Table(Table {
        data: edition.say("data-objectives"),
        context: vec![(edition.say("head-area"), of.to_owned())],
        caption: Some(edition.say_with("short-caption", &[("of", of), ("day", &edition.at())])),
        columns: vec![
            edition.column("short-code", 6),
            edition.column("short-title", 46),
            edition.figures("results-score", 9),
            edition.figures("short-coverage", 9),
            edition.figures("results-progress", 9),
            edition.column("results-outlook", 12),
        ],
        row_heads: 2,
        rows: rows.collect(),
        ..Table::default()
    })
}

/// The evaluated share of a thing's weight.
pub fn coverage(edition: &Edition<'_>, node: Node) -> Cell {
    edition.percent(edition.scores.of(node).map(|score| &score.coverage))
}

/// Everything that a monitoring tells of one objective, under a heading of `level`.
pub fn sheet(edition: &Edition<'_>, objective: Node, level: u8) -> Vec<Block> {
    let x = &edition.plan.objectives[objective.at()];
    let mut blocks = vec![edition.heading_of(level, objective, edition.label(objective))];
    let mut facts = head(edition, objective);
    facts.extend(standing(edition, objective));
    blocks.push(Block::Facts(facts));
    blocks.extend(money(edition, objective));
    let mut section = |key: &str, content: Vec<Block>| {
        if !content.is_empty() {
            let text = edition.say_with(key, &[("day", &edition.at())]);
            blocks.push(edition.heading(level + 1, text));
            blocks.extend(content);
        }
    };
    if is_new(edition.plan, objective) {
        let mut what = edition.narrative(x.description.as_deref(), level + 1);
        what.extend(edition.narrative(x.planned_actions.as_deref(), level + 1));
        section("sheet-description", what);
    }
    let mut done = edition.told(objective, Role::Done, level + 1);
    done.extend(actions(edition, objective));
    section("sheet-done", done);
    section("sheet-results", results(edition, objective, x));
    section(
        "sheet-criticalities",
        edition.told(objective, Role::Criticality, level + 1),
    );
    section(
        "sheet-deviation",
        edition.told(objective, Role::Cause, level + 1),
    );
    section(
        "sheet-proposals",
        proposals(edition, objective).into_iter().collect(),
    );
    blocks
}

/// Score, progress and outlook as facts.
fn standing(edition: &Edition<'_>, objective: Node) -> Vec<Fact> {
    let Some(score) = edition.scores.of(objective) else {
        return Vec::new();
    };
    let mut value = edition.score(objective).text;
    let reservations = printed::reservations(edition.catalogue, score);
    if !reservations.is_empty() {
        value.push(Inline::Text(format!(" ({})", reservations.join(", "))));
    }
    let fact = |key: &str, value: Vec<Inline>| Fact {
        label: edition.say_with(key, &[("day", &edition.at())]),
        value,
    };
    let mut facts = vec![fact("sheet-score", value)];
    if score.progress.is_some() {
        facts.push(fact("sheet-progress", edition.progress(objective).text));
    }
    facts.push(fact("sheet-outlook", edition.standing(objective).text));
    facts
}

/// The actions of an objective, where they are a level of the tree.
fn actions(edition: &Edition<'_>, objective: Node) -> Option<Block> {
    let places: Vec<_> = edition
        .outline
        .under(objective)
        .iter()
        .filter(|place| place.child.kind == NodeKind::Action)
        .collect();
    if places.is_empty() {
        return None;
    }
    let rows = places.iter().map(|place| {
        let result = edition.plan.actions[place.child.at()].result.clone();
        row([
            Cell::text(edition.code(place.child)),
            Cell::text(edition.title(place.child)),
            edition.weight(place),
            Cell::text(result.unwrap_or_default()),
            edition.score(place.child),
        ])
    });
    Some(Block::Table(Table {
        data: edition.say("data-actions"),
        context: of_objective(edition, objective),
        caption: Some(edition.say_with("actions-caption", &[("of", &edition.label(objective))])),
        columns: vec![
            edition.column("short-code", 6),
            edition.column("actions-action", 36),
            edition.figures("results-weight", 7),
            edition.column("actions-result", 36),
            edition.figures("results-score", 9),
        ],
        row_heads: 2,
        rows: rows.collect(),
        ..Table::default()
    }))
}

/// Indicators, contributing objectives, judgements, a picture, and the tables of this objective.
fn results(edition: &Edition<'_>, objective: Node, x: &Objective) -> Vec<Block> {
    let places = edition.outline.indicators(objective);
    let label = edition.label(objective);
    let mut blocks = judgement(edition, objective, x);
    blocks.extend(indicator_results::blocks(
        edition,
        &label,
        of_objective(edition, objective),
        &places,
    ));
    let nodes: Vec<Node> = places.iter().map(|(_, place)| place.child).collect();
    blocks.extend(bullets(edition, objective, &nodes));
    blocks.extend(contributing(edition, objective));
    blocks.extend(sections::tables_of(edition, objective));
    blocks
}

/// What the office says of the objective's attainment, beside the computed score.
fn judgement(edition: &Edition<'_>, objective: Node, x: &Objective) -> Vec<Block> {
    let mut blocks = Vec::new();
    let here = edition.scores.checkpoint.map(Period::Day);
    for value in of_role(&x.values, Role::Judgement) {
        if Some(&value.period) != here.as_ref() {
            continue;
        }
        let said = edition.say_with(
            "sheet-judgement",
            &[
                ("text", value.text.trim()),
                (
                    "score",
                    &documents::block::plain(&edition.score(objective).text),
                ),
            ],
        );
        blocks.push(Block::text(said));
        let field = domain::target::field_of(value);
        for finding in &edition.checked.findings {
            let here = std::iter::once(&finding.place)
                .chain(&finding.also)
                .any(|p| p.node == Some(objective) && p.field.as_deref() == Some(field.as_str()));
            if finding.rule == "judgement-contradicts" && here {
                let (message, _) = edition.catalogue.finding(finding);
                blocks.push(Block::Aside {
                    kind: AsideKind::Note,
                    label: edition.say("sheet-judgement-differs"),
                    blocks: vec![Block::text(message)],
                });
            }
        }
    }
    if let Some(score) = edition.scores.of(objective)
        && let Derivation::Mean(mean) = &score.derivation
        && let Some(given) = &mean.overridden
        && let Some(value) = x.values.get(given.value)
    {
        let computed = edition.percent(given.computed.as_ref());
        blocks.push(Block::text(edition.say_with(
            "sheet-override",
            &[
                ("value", value.text.trim()),
                ("computed", &documents::block::plain(&computed.text)),
                ("reason", value.note.as_deref().unwrap_or_default()),
            ],
        )));
    }
    blocks
}

/// The objectives that contribute to this one.
fn contributing(edition: &Edition<'_>, objective: Node) -> Option<Block> {
    let places: Vec<_> = edition
        .outline
        .under(objective)
        .iter()
        .filter(|place| place.child.kind == NodeKind::Objective)
        .collect();
    if places.is_empty() {
        return None;
    }
    let rows = places.iter().map(|place| {
        let [code, title] = edition.code_and_title(place.child);
        row([
            code,
            title,
            edition.weight(place),
            edition.score(place.child),
            edition.progress(place.child),
            edition.standing(place.child),
        ])
    });
    let of = edition.label(objective);
    Some(Block::Table(Table {
        data: edition.say("data-contributing"),
        context: of_objective(edition, objective),
        caption: Some(edition.say_with("contributing-caption", &[("of", &of)])),
        columns: vec![
            edition.column("short-code", 6),
            edition.column("short-title", 46),
            edition.figures("results-weight", 9),
            edition.figures("results-score", 9),
            edition.figures("results-progress", 9),
            edition.column("results-outlook", 12),
        ],
        row_heads: 2,
        rows: rows.collect(),
        ..Table::default()
    }))
}

/// What variations change of an objective and of its indicators.
fn proposals(edition: &Edition<'_>, objective: Node) -> Option<Block> {
    let mut nodes = vec![objective];
    nodes.extend(edition.outline.children(objective, NodeKind::Action));
    let places = edition.outline.indicators(objective);
    nodes.extend(places.iter().map(|(_, place)| place.child));
    let changes: Vec<_> = nodes
        .into_iter()
        .flat_map(|node| changes_of(edition.plan, node))
        .collect();
    let of = edition.label(objective);
    let caption = edition.say_with("proposals-caption", &[("of", &of)]);
    let context = of_objective(edition, objective);
    variations::table(edition, &changes, caption, context, true)
}

/// Indicators that stand on dashboards and under no objective, dashboard by dashboard.
fn dashboards(edition: &Edition<'_>) -> Vec<Block> {
    let of_objective = |indicator: Node| {
        edition.outline.over(indicator).iter().any(|place| {
            place.parent.kind == NodeKind::Objective
                || place.parent.kind == NodeKind::Action
                    && edition
                        .outline
                        .over(place.parent)
                        .iter()
                        .any(|above| above.parent.kind == NodeKind::Objective)
        })
    };
    let mut shown = BTreeSet::new();
    let mut blocks = Vec::new();
    let group = |edition: &Edition<'_>, node: Node, shown: &mut BTreeSet<Node>| {
        let places: Vec<_> = edition
            .outline
            .indicators(node)
            .into_iter()
            .filter(|(_, place)| !of_objective(place.child) && shown.insert(place.child))
            .collect();
        let label = edition.label(node);
        let context = vec![
            (edition.say("context-objective"), String::new()),
            (edition.say("context-title"), label.clone()),
        ];
        indicator_results::blocks(edition, &label, context, &places)
    };
    for i in 0..edition.plan.dashboards.len() {
        let dashboard = Node::new(NodeKind::Dashboard, i);
        let mut own = group(edition, dashboard, &mut shown);
        for section in edition.outline.children(dashboard, NodeKind::Section) {
            own.extend(group(edition, section, &mut shown));
        }
        if !own.is_empty() {
            blocks.push(edition.heading_of(3, dashboard, edition.label(dashboard)));
            blocks.extend(own);
        }
    }
    if !blocks.is_empty() {
        blocks.insert(0, edition.heading(2, edition.say("dashboards")));
        blocks.insert(1, Block::text(edition.say("dashboards-what")));
    }
    blocks
}
