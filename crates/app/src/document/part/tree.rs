//! The tree of performance: pictures, and a table of areas and objectives.

use documents::block::{Block, Cell, Inline, Mark, Table};
use documents::picture::{self, Card, Picture, Room, Shape, State};
use domain::plan::{Node, NodeKind};
use domain::report::outline::Branch;

use super::drawing;
use super::indicators::{filled, weight};
use crate::document::edition::row;
use crate::document::{Edition, Kind};

/// The tree; in a monitoring with how everything stands.
pub fn build(edition: &Edition<'_>) -> Vec<Block> {
    let plan = edition.plan;
    let branches: Vec<Branch> = edition.outline.tree(plan);
    if branches.iter().all(|branch| branch.objectives.is_empty()) {
        return Vec::new();
    }
    let mut blocks = Vec::new();
    if let Some(target) = &plan.heading.body_target {
        let fact = edition.fact("body-target", &target.text);
        blocks.extend(fact.map(|fact| Block::Facts(vec![fact])));
    }
    // One picture on an upright page is read best; a larger tree takes pages on their side.
    let mut pictures = pictures(edition, &branches, Room::A4_PORTRAIT, &nowhere);
    if pictures.len() > 1 {
        pictures = self::pictures(edition, &branches, Room::A4_LANDSCAPE, &nowhere);
    }
    let figures = pictures.into_iter();
    blocks.extend(figures.map(|picture| drawing::figure(picture, None)));
    blocks.push(table(edition, &branches));
    blocks
}

/// Whether figures of the date stand in it.
fn with_results(edition: &Edition<'_>) -> bool {
    edition.kind != Kind::Plan
}

/// Where a card of the tree leads.
pub type Way<'w> = dyn Fn(Node) -> Option<String> + 'w;

fn nowhere(_: Node) -> Option<String> {
    None
}

/// The tree as pictures for a room, each card with its way; none where there are no objectives.
pub fn walked(edition: &Edition<'_>, room: Room, way: &Way<'_>) -> Vec<Picture> {
    let branches: Vec<Branch> = edition.outline.tree(edition.plan);
    if branches.iter().all(|branch| branch.objectives.is_empty()) {
        return Vec::new();
    }
    pictures(edition, &branches, room, way)
}

fn pictures(edition: &Edition<'_>, branches: &[Branch], room: Room, way: &Way<'_>) -> Vec<Picture> {
    let drawn = |node: &Node| drawn(edition, *node, 0, way);
    let areas = branches.iter().filter_map(|branch| {
        let area = branch.area?;
        Some(picture::Branch {
            card: Card {
                href: way(area),
                ..card(edition, area, &[Some(Node::BODY)])
            },
            colour: None,
            children: branch.objectives.iter().map(drawn).collect(),
        })
    });
    let others = branches
        .iter()
        .filter(|branch| branch.area.is_none())
        .flat_map(|branch| branch.objectives.iter().map(drawn));
    let title = edition.say("part-tree");
    let count: usize = branches
        .iter()
        .flat_map(|branch| &branch.objectives)
        .map(|root| edition.outline.descendants(*root).len())
        .sum();
    let areas: Vec<picture::Branch> = areas.collect();
    let alt = edition.say_with(
        "tree-alt",
        &[
            ("areas", &areas.len().to_string()),
            ("objectives", &count.to_string()),
        ],
    );
    picture::tree(&picture::Tree {
        caption: drawing::caption("albero", &title, &alt),
        room,
        body: Card {
            title: edition.plan.body.name.clone().unwrap_or_default(),
            state: with_results(edition)
                .then(|| state(edition, Node::BODY))
                .flatten(),
            href: way(Node::BODY),
            ..Card::default()
        },
        areas,
        objectives: others.collect(),
        palette: drawing::palette(edition),
    })
}

/// How deep a picture goes; no plan goes as deep.
const DEEPEST: usize = 8;

fn drawn(edition: &Edition<'_>, node: Node, depth: usize, way: &Way<'_>) -> picture::Branch {
    let below = match depth < DEEPEST {
        true => edition.outline.children(node, NodeKind::Objective),
        false => Vec::new(),
    };
    let parents: Vec<Option<Node>> = edition
        .outline
        .over(node)
        .iter()
        .map(|place| place.parent)
        .filter(|parent| matches!(parent.kind, NodeKind::Area | NodeKind::Objective))
        .map(Some)
        .collect();
    picture::Branch {
        card: Card {
            href: way(node),
            ..card(edition, node, &parents[..parents.len().min(1)])
        },
        colour: None,
        children: below
            .into_iter()
            .map(|child| drawn(edition, child, depth + 1, way))
            .collect(),
    }
}

fn card(edition: &Edition<'_>, node: Node, parents: &[Option<Node>]) -> Card {
    let code = edition.code(node);
    let note = documents::block::plain(&weight(edition, node, parents).text).replace('\n', " ");
    Card {
        code: (!code.is_empty()).then(|| code.to_owned()),
        title: edition.title(node),
        lines: Vec::new(),
        note: (!note.is_empty()).then_some(note),
        state: with_results(edition)
            .then(|| state(edition, node))
            .flatten(),
        href: None,
    }
}

/// How a thing stands, as cards show it.
pub fn state(edition: &Edition<'_>, node: Node) -> Option<State> {
    let standing = edition.standing(node);
    let Some(Inline::Mark { mark, word }) = standing.text.first() else {
        return None;
    };
    let score = edition.scores.of(node)?.score.as_ref();
    let [red, green, blue] = mark.colour();
    Some(State {
        word: word.clone(),
        shape: match mark {
            Mark::Reached => Shape::Circle,
            Mark::OnCourse => Shape::TriangleUp,
            Mark::Late => Shape::TriangleDown,
            Mark::NotReached => Shape::Square,
            Mark::ToMeasure => Shape::Ring,
            Mark::LeftOut => Shape::Dash,
        },
        colour: picture::Colour::new(red, green, blue),
        share: score.map(drawing::real),
        figure: score
            .map(|_| documents::block::plain(&edition.score(node).text))
            .unwrap_or_default(),
    })
}

fn table(edition: &Edition<'_>, branches: &[Branch]) -> Block {
    let plan = edition.plan;
    let results = with_results(edition);
    let nodes = || {
        branches
            .iter()
            .flat_map(|branch| &branch.objectives)
            .flat_map(|root| edition.outline.descendants(*root))
            .map(|(_, node)| &plan.objectives[node.at()])
    };
    let leveled = nodes().any(|x| x.level.is_some());
    let perspectives = nodes().any(|x| !x.perspectives.is_empty());
    let mut columns = vec![
        edition.column("column-code", 7),
        edition.column("column-title", 34),
    ];
    for (there, key, width) in [
        (leveled, "head-level", 12),
        (true, "head-responsible", 16),
        (perspectives, "column-perspective", 16),
    ] {
        if there {
            columns.push(edition.column(key, width));
        }
    }
    columns.push(edition.figures("indicator-weight", 7));
    if results {
        columns.push(edition.figures("column-score", 8));
        columns.push(edition.column("column-standing", 11));
    }
    let mut rows = Vec::new();
    let mut add = |node: Node, depth: usize, parents: &[Option<Node>]| {
        let objective = (node.kind == NodeKind::Objective).then(|| &plan.objectives[node.at()]);
        let [code, mut title] = edition.code_and_title(node);
        if objective.is_none() {
            title = Cell::inline(vec![Inline::Strong(title.text)]);
        }
        title
            .text
            .insert(0, Inline::Text("\u{2003}".repeat(depth.min(6))));
        let mut cells = vec![code, title];
        if leveled {
            let level = objective.and_then(|x| x.level.as_ref());
            cells.push(Cell::text(level.map_or_else(
                || match objective {
                    None => edition.say("head-area"),
                    Some(_) => String::new(),
                },
                |r| edition.named(r),
            )));
        }
        cells.push(Cell::text(holders(edition, node)));
        if perspectives {
            cells.push(Cell::text(objective.map_or_else(String::new, |x| {
                if x.perspectives.iter().any(|r| r.text.trim() == "*") {
                    edition.say("head-all-perspectives")
                } else {
                    edition.titles(&x.perspectives)
                }
            })));
        }
        cells.push(weight(edition, node, parents));
        if results {
            cells.push(edition.score(node));
            cells.push(edition.standing(node));
        }
        rows.push(row(cells));
    };
    for branch in branches {
        let from = match branch.area {
            Some(area) => {
                add(area, 0, &[Some(Node::BODY)]);
                1
            }
            None => 0,
        };
        for root in &branch.objectives {
            let mut path: Vec<Node> = Vec::new();
            for (depth, node) in edition.outline.descendants(*root) {
                path.truncate(depth);
                let parent = path.last().copied().or(branch.area).or(Some(Node::BODY));
                add(node, from + depth, &[parent]);
                path.push(node);
            }
        }
    }
    filled(Table {
        data: edition.say("part-tree"),
        caption: Some(edition.say("tree-table")),
        columns,
        row_heads: 2,
        rows,
        ..Table::default()
    })
}

/// Who answers for an objective, by role.
pub fn holders(edition: &Edition<'_>, node: Node) -> String {
    let Some(x) = (node.kind == NodeKind::Objective)
        .then(|| edition.plan.objectives.get(node.at()))
        .flatten()
    else {
        return String::new();
    };
    if let Some(text) = &x.responsible_text {
        return text.clone();
    }
    if !x.responsibles.is_empty() {
        return edition.titles(&x.responsibles);
    }
    let held: Vec<String> = edition
        .outline
        .over(node)
        .iter()
        .filter(|place| place.parent.kind == NodeKind::Responsible)
        .map(|place| edition.title(place.parent))
        .collect();
    held.join(", ")
}
