//! `/{body}/{plan}/albero`: areas, objectives and indicators as an indented table.

use std::collections::BTreeSet;

use askama::Template;
use domain::plan::{Node, NodeKind};
use domain::report::outline::Outline;

use super::{day_asked, frame_of, plan};
use crate::web::asked::Asked;
use crate::web::failure::Failure;
use crate::web::page::Page;
use crate::web::part::{Link, Tree, TreeRow};
use crate::web::receive::Answer;
use crate::web::shown::Shown;

#[derive(Template)]
#[template(path = "tree.html")]
struct TreePage<'a> {
    page: Page<'a>,
    tree: Tree<'a>,
    map: Link,
    all: Link,
}

/// The page.
pub fn page(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let loaded = plan(asked)?;
    let at = day_asked(asked)?;
    let scores = loaded.scores(at);
    let shown = Shown {
        t: asked.t,
        loaded: &loaded,
        scores: &scores,
        at,
    };
    let rows = rows(&shown);
    let page = TreePage {
        page: frame_of(asked, &shown, "albero", asked.t.text("web-tree-page")),
        tree: Tree {
            t: asked.t,
            caption: asked.t.text("web-tree-caption"),
            rows,
        },
        map: Link::new(
            asked.t.text("web-tree-picture"),
            shown.address("albero/figura"),
        ),
        all: Link::new(asked.t.text("web-tree-all"), shown.address("voci")),
    };
    Ok(Answer::page(page.render()?))
}

/// The rows of the tree: areas, objectives and indicators.
pub fn rows<'a>(shown: &Shown<'a>) -> Vec<TreeRow<'a>> {
    let plan = shown.loaded.plan();
    let outline = Outline::of(shown.scores);
    let mut rows = Vec::new();
    for branch in outline.tree(plan) {
        let mut depth = 1;
        if let Some(area) = branch.area {
            rows.push(row(
                shown,
                &outline,
                area,
                None,
                1,
                !branch.objectives.is_empty(),
            ));
            depth = 2;
        }
        for top in branch.objectives {
            push(
                shown,
                &outline,
                top,
                branch.area,
                depth,
                &mut rows,
                &mut BTreeSet::new(),
            );
        }
    }
    rows
}

/// An objective, what contributes to it, and its indicators.
fn push<'a>(
    shown: &Shown<'a>,
    outline: &Outline<'_>,
    node: Node,
    above: Option<Node>,
    level: usize,
    rows: &mut Vec<TreeRow<'a>>,
    met: &mut BTreeSet<Node>,
) {
    if !met.insert(node) {
        return;
    }
    let below = outline.children(node, NodeKind::Objective);
    let indicators = outline.indicators(node);
    let branch = !below.is_empty() || !indicators.is_empty();
    rows.push(row(shown, outline, node, above, level, branch));
    for (_, place) in indicators {
        rows.push(row(
            shown,
            outline,
            place.child,
            Some(node),
            level + 1,
            false,
        ));
    }
    for child in below {
        push(shown, outline, child, Some(node), level + 1, rows, met);
    }
}

fn row<'a>(
    shown: &Shown<'a>,
    outline: &Outline<'_>,
    node: Node,
    above: Option<Node>,
    level: usize,
    branch: bool,
) -> TreeRow<'a> {
    let plan = shown.loaded.plan();
    let place = outline
        .over(node)
        .iter()
        .find(|place| above.is_none_or(|above| place.parent == above));
    let weight = place.and_then(|place| place.weight.as_ref());
    let kind = match node.kind {
        NodeKind::Objective => {
            let level = plan.objectives[node.at()].level.as_ref();
            level.map_or_else(
                || shown.t.word("kind", node.kind.token()),
                |level| match level.node {
                    Some(level) => shown.title(level),
                    None => level.text.clone(),
                },
            )
        }
        _ => shown.t.word("kind", node.kind.token()),
    };
    TreeRow {
        level,
        branch,
        open: level == 1,
        kind,
        code: shown.code(node),
        title: Link::new(shown.title(node), shown.page_of(node)),
        responsible: responsible(shown, node),
        weight: weight
            .map(|weight| weight.format_plain(shown.t.language.style()))
            .unwrap_or_default(),
        figure: shown.figure(node),
        bar: shown.bar(node),
        chip: shown.chip(node),
    }
}

/// Who answers for a thing, as written.
pub fn responsible(shown: &Shown<'_>, node: Node) -> String {
    let plan = shown.loaded.plan();
    match node.kind {
        NodeKind::Objective => {
            let objective = &plan.objectives[node.at()];
            let named: Vec<String> = objective
                .responsibles
                .iter()
                .map(|reference| match reference.node {
                    Some(node) => shown.title(node),
                    None => reference.text.clone(),
                })
                .collect();
            if !named.is_empty() {
                return named.join(", ");
            }
            if let Some(text) = &objective.responsible_text {
                return text.clone();
            }
            let places = shown.scores.placements.iter();
            let holders = places
                .filter(|place| place.child == node && place.parent.kind == NodeKind::Responsible)
                .map(|place| shown.title(place.parent));
            holders.collect::<Vec<_>>().join(", ")
        }
        NodeKind::Indicator => plan.indicators[node.at()].owner.clone().unwrap_or_default(),
        _ => String::new(),
    }
}
