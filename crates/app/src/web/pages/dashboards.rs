//! `/{body}/{plan}/cruscotti`: body, areas, perspectives, services and managers at a glance, and one
//! page each: the score with its explanation, how the indicators stand, the worst first.

use askama::Template;
use documents::block;
use domain::plan::{Node, NodeKind};
use domain::report::listing::View;
use domain::report::outline::Outline;
use domain::report::standings::{Standings, below, by_standing};
use domain::report::stated::{actual, expected, values_of};

use super::lists::standing_word;
use super::tree::responsible;
use super::{Looked, frame_of};
use crate::document::OF_DASHBOARDS;
use crate::web::asked::Asked;
use crate::web::export::{self, Both};
use crate::web::failure::Failure;
use crate::web::page::Page;
use crate::web::part::{
    Action, Actions, BigNumber, Cell, Column, Empty, Link, Look, Row, StandingsBar, Table,
};
use crate::web::receive::Answer;
use crate::web::rights::Right;
use crate::web::scope::objective_of;
use crate::web::shown::Shown;

#[derive(Template)]
#[template(path = "dashboards.html")]
struct Dashboards<'a> {
    page: Page<'a>,
    body: Entry<'a>,
    ways: Actions,
    groups: Vec<Group<'a>>,
    empty: Option<Empty>,
}

#[derive(Template)]
#[template(path = "dashboard.html")]
struct Dashboard<'a> {
    page: Page<'a>,
    of: Entry<'a>,
    facts: Vec<(String, String)>,
    ways: Actions,
    objectives: Option<Table<'a>>,
    indicators: Option<Table<'a>>,
    empty: Option<Empty>,
}

/// The things of one view.
struct Group<'a> {
    title: String,
    entries: Vec<Entry<'a>>,
}

/// A thing with its score and how what is measured below it stands.
struct Entry<'a> {
    card: BigNumber<'a>,
    standings: StandingsBar<'a>,
}

/// The views that have dashboards, in the order of the page.
const VIEWS: [(View, NodeKind); 6] = [
    (View::Areas, NodeKind::Area),
    (View::Perspectives, NodeKind::Perspective),
    (View::Dashboards, NodeKind::Dashboard),
    (View::Responsibles, NodeKind::Responsible),
    (View::Programmes, NodeKind::Programme),
    (View::Purposes, NodeKind::Purpose),
];

fn entry<'a>(shown: &Shown<'a>, outline: &Outline<'_>, node: Node) -> Entry<'a> {
    let (_, indicators) = below(outline, node);
    let is_body = node == Node::BODY;
    Entry {
        card: BigNumber {
            label: match is_body {
                true => shown.t.text("web-home-body"),
                false => shown.label(node),
            },
            figure: shown.open_figure(node),
            bar: Some(shown.bar(node)),
            chip: Some(shown.chip(node)),
            change: None,
            link: (!is_body)
                .then(|| shown.loaded.numbers.number(node))
                .flatten()
                .map(|number| {
                    let address = shown.address(&format!("cruscotti/{number}"));
                    Link::new(shown.t.text("web-dashboard-open"), address)
                }),
        },
        standings: StandingsBar {
            t: shown.t,
            standings: Standings::of(shown.scores, &indicators),
        },
    }
}

/// All of them.
pub fn list(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let t = asked.t;
    let looked = Looked::of(asked)?;
    let shown = looked.shown(t);
    let outline = Outline::of(shown.scores);
    let title = t.text("web-dashboards-title");
    let of_view = |kind: NodeKind| {
        let scored = shown.scores.nodes.iter().map(|score| score.node);
        let mut nodes: Vec<Node> = scored.filter(|node| node.kind == kind).collect();
        nodes.retain(|node| !outline.under(*node).is_empty());
        nodes
    };
    let tables = || {
        let rows = VIEWS.iter().flat_map(|(view, kind)| {
            let view = t.word("view", view.token());
            let shown = &shown;
            let outline = &outline;
            of_view(*kind).into_iter().map(move |node| {
                let score = shown.scores.of(node).and_then(|score| score.score.as_ref());
                let (objectives, indicators) = below(outline, node);
                let bar = StandingsBar {
                    t,
                    standings: Standings::of(shown.scores, &indicators),
                };
                vec![
                    Both::text(view.clone()).1,
                    Both::text(shown.code(node)).1,
                    Both::text(shown.title(node)).1,
                    Both::share(Cell::Nothing, shown.percent(score), score).1,
                    Both::count(objectives.len()).1,
                    Both::count(indicators.len()).1,
                    Both::text(bar.words()).1,
                ]
            })
        });
        let heads = [
            ("view", false),
            ("code", false),
            ("title", false),
            ("score", true),
            ("objectives", true),
            ("indicators", true),
            ("state", false),
        ];
        let heads = heads.map(|(name, figures)| {
            let head = t.text(&format!("web-reading-{name}"));
            match figures {
                true => block::Column::figures(head, 10),
                false => block::Column::text(head, 20),
            }
        });
        vec![export::table(title.clone(), heads.into(), rows.collect())]
    };
    if let Some(file) = export::file(asked, "cruscotti", title.clone(), tables)? {
        return Ok(file);
    }
    let groups: Vec<Group<'_>> = VIEWS
        .iter()
        .map(|(view, kind)| Group {
            title: t.word("view", view.token()),
            entries: of_view(*kind)
                .into_iter()
                .map(|node| entry(&shown, &outline, node))
                .collect(),
        })
        .filter(|group| !group.entries.is_empty())
        .collect();
    let exports = export::links(asked).into_iter();
    let mut ways: Vec<Action> = [
        ("lists-objectives", "obiettivi"),
        ("lists-indicators", "indicatori"),
    ]
    .map(|(key, page)| {
        let label = t.text(&format!("web-{key}"));
        Action::to(label, Look::Second, shown.address(page))
    })
    .into();
    ways.push(Action::to(
        t.text("web-comparison-title"),
        Look::Second,
        shown.address("confronto"),
    ));
    ways.extend(exports.map(|link| Action::to(link.text, Look::Small, link.href)));
    let page = Dashboards {
        body: entry(&shown, &outline, Node::BODY),
        ways: Actions { items: ways },
        empty: groups.is_empty().then(|| Empty {
            title: t.text("web-dashboards-nothing"),
            text: t.text("web-dashboards-nothing-text"),
            actions: Vec::new(),
        }),
        groups,
        page: frame_of(asked, &shown, "cruscotti", title),
    };
    Ok(Answer::page(page.render()?))
}

/// One of them.
pub fn one(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let t = asked.t;
    let looked = Looked::of(asked)?;
    let shown = looked.shown(t);
    let (number, node) = shown.loaded.node(asked.part("record"))?;
    if shown.scores.of(node).is_none() {
        return Ok(Answer::to(shown.address(&format!("scheda/{number}"))));
    }
    let outline = Outline::of(shown.scores);
    let (mut objectives, mut indicators) = below(&outline, node);
    by_standing(shown.scores, &mut objectives);
    by_standing(shown.scores, &mut indicators);
    let label = shown.label(node);
    let measured = measured(&shown, &outline, node, &indicators);
    let title = t.with("web-dashboard-title", &[("of", &label)]);
    let name = format!("cruscotto-{number}");
    let file = export::file(asked, &name, title.clone(), || {
        vec![export::table(
            t.text("web-reading-indicators"),
            measured_heads(&shown)
                .into_iter()
                .map(|column| match column.right {
                    true => block::Column::figures(column.head, 12),
                    false => block::Column::text(column.head, 24),
                })
                .collect(),
            measured
                .iter()
                .map(|row| row.iter().map(|cell| cell.1.clone()).collect())
                .collect(),
        )]
    })?;
    if let Some(file) = file {
        return Ok(file);
    }
    let mut ways = vec![Action::to(
        t.text("web-explained-sheet"),
        Look::Second,
        shown.page_of(node),
    )];
    if OF_DASHBOARDS.contains(&node.kind) && asked.may(Right::Produce) {
        let label = t.text("web-dashboard-document");
        let address = shown.address(&format!("documenti?genere=cruscotto&voce={number}"));
        ways.push(Action::to(label, Look::Second, address));
    }
    if node.kind == NodeKind::Dashboard && asked.may(Right::EditPlan) {
        let address = shown.address(&format!("cruscotti/componi/{number}"));
        ways.push(Action::to(
            t.text("web-dashboard-compose"),
            Look::Second,
            address,
        ));
    }
    let mut of = entry(&shown, &outline, node);
    of.card.link = None;
    of.card.label = t.word("kind", node.kind.token());
    let mut frame = frame_of(asked, &shown, "cruscotti", label);
    frame.crumbs.push(Link::new(
        t.text("web-dashboards-title"),
        shown.address("cruscotti"),
    ));
    let objectives = objectives_table(&shown, &outline, node, &objectives);
    let page = Dashboard {
        page: frame,
        of,
        facts: facts(&shown, node),
        ways: Actions { items: ways },
        empty: (objectives.is_none() && measured.is_empty()).then(|| Empty {
            title: t.text("web-dashboard-nothing"),
            text: t.text("web-dashboard-nothing-text"),
            actions: Vec::new(),
        }),
        objectives,
        indicators: (!measured.is_empty()).then(|| Table {
            t,
            caption: t.text("web-reading-indicators"),
            quiet: false,
            columns: measured_heads(&shown),
            rows: measured
                .into_iter()
                .map(|row| Row::of(row.into_iter().map(|cell| cell.0).collect()))
                .collect(),
            totals: None,
            exports: export::links(asked),
        }),
    };
    Ok(Answer::page(page.render()?))
}

/// Whose it is.
fn facts(shown: &Shown<'_>, node: Node) -> Vec<(String, String)> {
    let plan = shown.loaded.plan();
    let reference = match node.kind {
        NodeKind::Dashboard => plan.dashboards[node.at()].holder.as_ref(),
        NodeKind::Responsible => plan.responsibles[node.at()].unit.as_ref(),
        _ => None,
    };
    let named = reference.map(|reference| match reference.node {
        Some(node) => shown.label(node),
        None => reference.text.clone(),
    });
    let key = match node.kind {
        NodeKind::Dashboard => "web-reading-holder",
        _ => "web-reading-unit",
    };
    named
        .filter(|name| !name.trim().is_empty())
        .map(|name| (shown.t.text(key), name))
        .into_iter()
        .collect()
}

fn objectives_table<'a>(
    shown: &Shown<'a>,
    outline: &Outline<'_>,
    under: Node,
    objectives: &[Node],
) -> Option<Table<'a>> {
    let t = shown.t;
    let head = |name: &str| t.text(&format!("web-reading-{name}"));
    let rows: Vec<Row<'a>> = objectives
        .iter()
        .map(|node| {
            let weight = outline
                .over(*node)
                .iter()
                .find(|place| place.parent == under)
                .and_then(|place| place.weight.as_ref());
            let (_, indicators) = below(outline, *node);
            let standings = StandingsBar {
                t,
                standings: Standings::of(shown.scores, &indicators),
            };
            Row::of(vec![
                Cell::Link(
                    shown.link(*node),
                    Some(responsible(shown, *node)).filter(|text| !text.is_empty()),
                ),
                match weight {
                    Some(weight) => Cell::Text(weight.format_plain(t.language.style())),
                    None => Cell::Nothing,
                },
                Cell::Score(shown.figure(*node), shown.bar(*node)),
                Cell::Chip(shown.chip(*node)),
                Cell::Text(standings.words()),
            ])
        })
        .collect();
    (!rows.is_empty()).then(|| Table {
        t,
        caption: head("objectives"),
        quiet: false,
        columns: vec![
            Column::words(head("objective")),
            Column::figures(head("weight")),
            Column::figures(head("score")),
            Column::words(head("state")),
            Column::words(head("indicators")),
        ],
        rows,
        totals: None,
        exports: Vec::new(),
    })
}

/// The heads of a table of indicators.
pub fn measured_heads(shown: &Shown<'_>) -> Vec<Column> {
    let head = |name: &str| shown.t.text(&format!("web-reading-{name}"));
    vec![
        Column::words(head("indicator")),
        Column::words(head("objective")),
        Column::figures(head("weight")),
        Column::words(head("target")),
        Column::words(head("actual")),
        Column::figures(head("score")),
        Column::words(head("state")),
    ]
}

/// Indicators with what is expected and what was measured, one row each.
pub fn measured<'a>(
    shown: &Shown<'a>,
    outline: &Outline<'_>,
    under: Node,
    indicators: &[Node],
) -> Vec<Vec<Both<'a>>> {
    let t = shown.t;
    let plan = shown.loaded.plan();
    indicators
        .iter()
        .map(|node| {
            let values = values_of(plan, *node);
            let day = shown.scores.checkpoint;
            let target = day.and_then(|day| {
                let expected = expected(values, day);
                expected.revised.or(expected.target)
            });
            let measured = day.and_then(|day| actual(values, day));
            let places = outline.over(*node);
            let weight = places
                .iter()
                .find(|place| place.parent == under)
                .or_else(|| {
                    let mut places = places.iter();
                    places.find(|place| place.parent.kind == NodeKind::Objective)
                })
                .and_then(|place| place.weight.as_ref())
                .map(|weight| weight.format_plain(t.language.style()))
                .unwrap_or_default();
            let objective = objective_of(plan, *node);
            let score = shown
                .scores
                .of(*node)
                .and_then(|score| score.score.as_ref());
            let (chip, state) = (shown.chip(*node), standing_word(shown, *node));
            vec![
                Both::shown(Cell::Link(shown.link(*node), None), shown.label(*node)),
                match objective {
                    Some(objective) => Both::shown(
                        Cell::Link(
                            Link::new(short(shown, objective), shown.page_of(objective)),
                            None,
                        ),
                        shown.label(objective),
                    ),
                    None => Both::text(""),
                },
                Both::text(weight),
                Both::text(target.map(|value| value.text.clone()).unwrap_or_default()),
                Both::text(
                    measured
                        .map(|value| match value.text.trim().is_empty() {
                            true => value.state.clone().unwrap_or_default(),
                            false => value.text.clone(),
                        })
                        .unwrap_or_default(),
                ),
                Both::share(
                    Cell::Score(shown.figure(*node), shown.bar(*node)),
                    shown.percent(score),
                    score,
                ),
                Both::shown(Cell::Chip(chip), state),
            ]
        })
        .collect()
}

/// The code of a thing; its title where it has none.
fn short(shown: &Shown<'_>, node: Node) -> String {
    match shown.code(node) {
        code if code.is_empty() => shown.title(node),
        code => code,
    }
}
