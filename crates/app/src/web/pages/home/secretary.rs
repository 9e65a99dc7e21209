//! The Secretary General's home: how does the body stand, what changed?

use domain::plan::{Node, NodeKind, Role as Of};
use domain::report::health::indices;
use domain::report::standings::{Standing, by_standing};
use domain::report::stated::{actual, of_role, values_of};

use super::{Content, Here, card, things};
use crate::web::failure::Failure;
use crate::web::part::{Cell, Column, Link, Row, Table, Weight};
use crate::web::receive::today;

/// Rows of a home's table.
const ROWS: usize = 10;

pub(super) fn add(here: &Here<'_>, content: &mut Content) -> Result<(), Failure> {
    let shown = here.shown;
    for (campaign, entries) in &here.campaigns {
        let sent = entries.iter().filter(|entry| entry.step == "sent").count();
        let page = shown.address(&format!("monitoraggio/{}/da-confermare", campaign.id));
        content.due(
            Weight::Warning,
            sent,
            Link::new(here.count("to-confirm", sent), page),
            None,
        );
    }
    let mut objectives = super::of_kind(here, NodeKind::Objective);
    objectives.retain(|node| {
        let standing = shown
            .scores
            .of(*node)
            .map_or(Standing::LeftOut, Standing::of);
        matches!(standing, Standing::Late | Standing::NotReached)
    });
    let late = objectives.len();
    content.due(
        Weight::Warning,
        late,
        Link::new(
            here.count("late-objectives", late),
            shown.address("obiettivi?ordine=state"),
        ),
        None,
    );
    let checked = shown.loaded.checked(today(here.asked.now));
    let errors = checked.findings.iter();
    let errors = errors
        .filter(|finding| finding.severity == domain::finding::Severity::Error)
        .count();
    content.due(
        Weight::Error,
        errors,
        Link::new(
            here.count("findings-error", errors),
            shown.address("verifica?gravita=error"),
        ),
        None,
    );
    let areas = super::of_kind(here, NodeKind::Area);
    let nodes = std::iter::once(Node::BODY).chain(areas);
    let cards = nodes.filter(|node| shown.scores.of(*node).is_some());
    content.cards(
        here.asked.t.text("web-home-standing"),
        cards.map(|node| card(here, node)).collect(),
    )?;
    by_standing(shown.scores, &mut objectives);
    objectives.truncate(ROWS);
    let title = here.asked.t.text("web-home-worst");
    let table = things(here, "objective", title.clone(), &objectives);
    content.table(title, table)?;
    let holders = super::of_kind(here, NodeKind::Responsible);
    let title = here.say("managers");
    let table = things(here, "responsible", title.clone(), &holders);
    content.table(title, table)?;
    content.table(here.say("national"), national(here))?;
    content.table(here.say("health"), health(here))
}

fn text(text: Option<&str>) -> Cell<'static> {
    match text.map(str::trim).filter(|text| !text.is_empty()) {
        Some(text) => Cell::Text(text.to_owned()),
        None => Cell::Nothing,
    }
}

/// National indicators against the mean of the cluster.
fn national<'a>(here: &Here<'a>) -> Option<Table<'a>> {
    let (shown, t) = (here.shown, here.asked.t);
    let plan = shown.loaded.plan();
    let rows: Vec<Row<'a>> = plan
        .indicators
        .iter()
        .enumerate()
        .filter(|(_, indicator)| indicator.national)
        .take(ROWS)
        .map(|(at, _)| {
            let node = Node::new(NodeKind::Indicator, at);
            let values = values_of(plan, node);
            let measured = shown.scores.checkpoint.and_then(|day| actual(values, day));
            let mean = of_role(values, Of::ClusterMean).max_by_key(|value| value.period.year());
            Row::of(vec![
                Cell::Link(shown.link(node), None),
                text(measured.map(|value| value.text.as_str())),
                text(mean.map(|value| value.text.as_str())),
                Cell::Chip(shown.chip(node)),
            ])
        })
        .collect();
    let head = |name: &str| t.text(&format!("web-reading-{name}"));
    (!rows.is_empty()).then(|| Table {
        t,
        caption: here.say("national"),
        quiet: true,
        columns: vec![
            Column::words(head("indicator")),
            Column::words(head("actual")),
            Column::words(head("cluster-mean")),
            Column::words(head("state")),
        ],
        rows,
        totals: None,
        exports: Vec::new(),
    })
}

/// The indices of financial health, those that call for attention first.
fn health<'a>(here: &Here<'a>) -> Option<Table<'a>> {
    let (shown, t) = (here.shown, here.asked.t);
    let found = indices(shown.loaded.plan());
    let mut rows: Vec<(bool, Row<'a>)> = found
        .iter()
        .enumerate()
        .map(|(at, index)| {
            let node = Node::new(NodeKind::HealthIndex, at);
            let last = index.years.last();
            let alarming = last.is_some_and(|last| last.alarming);
            let key = match (last, alarming) {
                (None, _) => "health-unknown",
                (_, true) => "health-alarming",
                (_, false) => "health-fine",
            };
            let row = Row {
                cells: vec![
                    Cell::Link(shown.link(node), None),
                    match last {
                        Some(last) => Cell::Two(last.value.text.clone(), last.year.to_string()),
                        None => Cell::Nothing,
                    },
                    text(index.cluster_mean.map(|value| value.text.as_str())),
                    Cell::Text(here.say(key)),
                ],
                stands_out: alarming,
            };
            (!alarming, row)
        })
        .collect();
    rows.sort_by_key(|(fine, _)| *fine);
    let head = |name: &str| t.text(&format!("web-reading-{name}"));
    (!rows.is_empty()).then(|| Table {
        t,
        caption: here.say("health"),
        quiet: true,
        columns: vec![
            Column::words(head("index")),
            Column::words(head("value")),
            Column::words(head("cluster-mean")),
            Column::words(head("state")),
        ],
        rows: rows.into_iter().map(|(_, row)| row).collect(),
        totals: None,
        exports: Vec::new(),
    })
}
