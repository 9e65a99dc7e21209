//! `/{body}`: what awaits me, and how we stand.

use askama::Template;
use domain::finding::Severity;
use domain::plan::{Node, NodeKind};
use domain::report::outline::Outline;
use domain::report::standings::{Standing, Standings, worst_first};

use super::{day_asked, frame, frame_of};
use crate::web::asked::Asked;
use crate::web::failure::Failure;
use crate::web::page::Page;
use crate::web::part::{BigNumber, Cell, Column, Due, Empty, Link, Row, Table, Waiting, Weight};
use crate::web::receive::{Answer, today};
use crate::web::rights::Right;
use crate::web::scope::reaches;
use crate::web::shown::Shown;

#[derive(Template)]
#[template(path = "home.html")]
struct Home<'a> {
    page: Page<'a>,
    greeting: String,
    waiting: Waiting<'a>,
    cards: Vec<BigNumber<'a>>,
    worst: Option<Table<'a>>,
}

#[derive(Template)]
#[template(path = "nothing.html")]
struct Nothing<'a> {
    page: Page<'a>,
    empty: Empty,
}

/// Objectives shown as the worst.
const SHOWN: usize = 10;

/// The page.
pub fn page(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let who = asked.person()?;
    let (t, server) = (asked.t, asked.server);
    let plans = server.store.plans(&who.body)?;
    let newest = plans.iter().find(|plan| plan.archived.is_none());
    let Some(newest) = newest.filter(|_| who.may(Right::Read)) else {
        let page = Nothing {
            page: frame(asked, "home", t.text("web-home-title")),
            empty: Empty {
                title: t.text("web-home-nothing"),
                text: t.text("web-home-nothing-text"),
                actions: Vec::new(),
            },
        };
        return Ok(Answer::page(page.render()?));
    };
    let loaded = server.plans.get(&server.store, &who.body, newest.id)?;
    let at = day_asked(asked)?;
    let scores = loaded.scores(at);
    let shown = Shown {
        t,
        loaded: &loaded,
        scores: &scores,
        at,
    };
    let page = Home {
        page: frame_of(asked, &shown, "home", t.text("web-home-title")),
        greeting: t.with("web-home-greeting", &[("name", &who.name)]),
        waiting: waiting(asked, &shown),
        cards: cards(&shown),
        worst: worst(asked, &shown),
    };
    Ok(Answer::page(page.render()?))
}

/// What awaits me, the heaviest first.
fn waiting<'a>(asked: &Asked<'a>, shown: &Shown<'a>) -> Waiting<'a> {
    let t = asked.t;
    let mut items = Vec::new();
    if asked.may(Right::ReadFindings) {
        let checked = shown.loaded.checked(today(asked.now));
        for (severity, weight) in [
            (Severity::Error, Weight::Error),
            (Severity::Warning, Weight::Warning),
        ] {
            let count = checked
                .findings
                .iter()
                .filter(|f| f.severity == severity)
                .count();
            if count > 0 {
                let count = count.to_string();
                let key = format!("web-home-findings-{}", severity.token());
                let address = shown.address(&format!("verifica?gravita={}", severity.token()));
                items.push(Due {
                    what: Link::new(t.with(&key, &[("count", &count)]), address),
                    count,
                    note: None,
                    weight,
                });
            }
        }
    }
    Waiting {
        t,
        title: t.text("web-home-waiting"),
        items,
    }
}

/// Body and areas.
fn cards<'a>(shown: &Shown<'a>) -> Vec<BigNumber<'a>> {
    let areas = (0..shown.loaded.plan().areas.len()).map(|at| Node::new(NodeKind::Area, at));
    std::iter::once(Node::BODY)
        .chain(areas)
        .filter(|node| shown.scores.of(*node).is_some())
        .map(|node| BigNumber {
            label: match node {
                Node::BODY => shown.t.text("web-home-body"),
                _ => shown.label(node),
            },
            figure: shown.open_figure(node),
            bar: Some(shown.bar(node)),
            chip: Some(shown.chip(node)),
            change: None,
            link: None,
        })
        .collect()
}

/// The objectives that stand worst, among those for which the reader answers.
fn worst<'a>(asked: &Asked<'a>, shown: &Shown<'a>) -> Option<Table<'a>> {
    let t = asked.t;
    let who = asked.who.as_ref()?;
    let plan = shown.loaded.plan();
    let outline = Outline::of(shown.scores);
    let rows: Vec<Row<'a>> = worst_first(plan, shown.scores)
        .into_iter()
        .filter(|node| node.kind == NodeKind::Objective)
        .filter(|node| !who.may(Right::Confirm) || reaches(plan, who, Right::Confirm, *node))
        .take(SHOWN)
        .map(|node| {
            let indicators: Vec<Node> = outline
                .indicators(node)
                .into_iter()
                .map(|(_, place)| place.child)
                .collect();
            let standings = Standings::of(shown.scores, &indicators);
            let late = standings.count(Standing::Late) + standings.count(Standing::NotReached);
            Row::of(vec![
                Cell::Link(shown.link(node), None),
                Cell::Score(shown.figure(node), shown.bar(node)),
                Cell::Chip(shown.chip(node)),
                Cell::Text(late.to_string()),
                Cell::Text(standings.count(Standing::ToMeasure).to_string()),
            ])
        })
        .collect();
    if rows.is_empty() {
        return None;
    }
    let head = |name: &str| t.text(&format!("web-column-{name}"));
    Some(Table {
        t,
        caption: t.text("web-home-worst"),
        quiet: false,
        columns: vec![
            Column::words(head("objective")),
            Column::figures(head("score")),
            Column::words(head("state")),
            Column::figures(head("late")),
            Column::figures(head("to-measure")),
        ],
        rows,
        totals: None,
        exports: Vec::new(),
    })
}
