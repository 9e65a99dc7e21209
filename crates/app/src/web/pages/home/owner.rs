//! The home of who enters values: what must I enter, by when?

use askama::Template as _;
use domain::plan::{Node, NodeKind, Role as Of};
use domain::report::standings::by_standing;
use domain::report::stated::{actual, expected, of_role, values_of};
use store::{Campaign, Entry};

use super::{Content, Here, Section};
use crate::web::failure::Failure;
use crate::web::part::{Cell, Column, Link, Row, Table, Weight};
use crate::web::rights::Right;
use crate::web::scope::reaches;

/// Rows of a home's table.
const ROWS: usize = 30;

pub(super) fn add(here: &Here<'_>, content: &mut Content) -> Result<(), Failure> {
    let plan = here.shown.loaded.plan();
    let mine = |node: Node| reaches(plan, here.who, Right::Enter, node);
    for (campaign, entries) in &here.campaigns {
        let own: Vec<&Entry> = entries
            .iter()
            .filter(|entry| match entry.assignee {
                Some(account) => account == here.who.account,
                None => here.node(entry).is_some_and(mine),
            })
            .collect();
        let page = |name: &str| {
            here.shown
                .address(&format!("monitoraggio/{}/{name}", campaign.id))
        };
        let at = |step: &str| own.iter().filter(|entry| entry.step == step).count();
        let by = here
            .asked
            .t
            .with("web-home-by", &[("day", &here.due(campaign))]);
        let returned = at("returned");
        content.due(
            Weight::Error,
            returned,
            Link::new(here.count("returned", returned), page("mie")),
            Some(by.clone()),
        );
        let due = at("due") + at("entered");
        content.due(
            match here.is_over(campaign) {
                true => Weight::Error,
                false => Weight::Warning,
            },
            due,
            Link::new(here.count("due", due), page("mie")),
            Some(by),
        );
        if let Some(table) = entered(here, campaign, &own) {
            content.sections.push(Section {
                title: here.say("to-enter"),
                text: None,
                cards: false,
                pieces: vec![table.render()?],
                ways: vec![Link::new(here.say("enter-all"), page("mie"))],
            });
        }
    }
    let mut indicators: Vec<Node> = super::of_kind(here, NodeKind::Indicator);
    indicators.retain(|node| mine(*node));
    by_standing(here.shown.scores, &mut indicators);
    if indicators.is_empty() {
        content.sections.push(Section {
            title: here.say("my-indicators"),
            text: Some(here.say("my-indicators-none")),
            cards: false,
            pieces: Vec::new(),
            ways: vec![Link::new(
                here.asked.t.text("web-lists-indicators"),
                here.shown.address("indicatori"),
            )],
        });
        return Ok(());
    }
    content.table(here.say("my-indicators"), Some(table(here, &indicators)))
}

/// What an indicator was before the plan's year, as written: the last of its history.
fn last_year(here: &Here<'_>, node: Node) -> String {
    let values = values_of(here.shown.loaded.plan(), node);
    let last = of_role(values, Of::History).max_by_key(|value| value.period.year());
    let last = last.or_else(|| of_role(values, Of::Baseline).last());
    last.map(|value| value.text.clone()).unwrap_or_default()
}

fn text(text: String) -> Cell<'static> {
    match text.trim().is_empty() {
        true => Cell::Nothing,
        false => Cell::Text(text),
    }
}

/// What is due, what was sent back first.
fn entered<'a>(here: &Here<'a>, campaign: &Campaign, own: &[&Entry]) -> Option<Table<'a>> {
    let t = here.asked.t;
    let order = |entry: &Entry| match entry.step.as_str() {
        "returned" => 0,
        "due" => 1,
        "entered" => 2,
        "sent" => 3,
        _ => 4,
    };
    let mut own: Vec<&Entry> = own
        .iter()
        .copied()
        .filter(|entry| order(entry) < 3)
        .collect();
    own.sort_by_key(|entry| order(entry));
    let day = campaign.checkpoint.parse().ok();
    let rows = own.iter().take(ROWS).filter_map(|entry| {
        let node = here.node(entry)?;
        let values = values_of(here.shown.loaded.plan(), node);
        let wanted = day.map(|day| expected(values, day)).unwrap_or_default();
        let wanted = wanted.revised.or(wanted.target);
        let page = format!("monitoraggio/{}/voce/{}", campaign.id, entry.record);
        let link = Link::new(here.shown.label(node), here.shown.address(&page));
        Some(Row {
            stands_out: entry.step == "returned",
            cells: vec![
                Cell::Link(link, entry.comment.clone()),
                text(wanted.map(|value| value.text.clone()).unwrap_or_default()),
                text(last_year(here, node)),
                Cell::Two(
                    t.text(&format!("web-home-step-{}", entry.step)),
                    here.due(campaign),
                ),
            ],
        })
    });
    let rows: Vec<Row<'a>> = rows.collect();
    let head = |name: &str| t.text(&format!("web-reading-{name}"));
    (!rows.is_empty()).then(|| Table {
        t,
        caption: here.say("to-enter"),
        quiet: true,
        columns: vec![
            Column::words(head("indicator")),
            Column::words(head("target")),
            Column::words(head("last-year")),
            Column::words(head("step")),
        ],
        rows,
        totals: None,
        exports: Vec::new(),
    })
}

/// My indicators, the worst first.
fn table<'a>(here: &Here<'a>, indicators: &[Node]) -> Table<'a> {
    let (shown, t) = (here.shown, here.asked.t);
    let rows = indicators.iter().take(ROWS).map(|node| {
        let values = values_of(shown.loaded.plan(), *node);
        let day = shown.scores.checkpoint;
        let wanted = day.map(|day| expected(values, day)).unwrap_or_default();
        let wanted = wanted.revised.or(wanted.target);
        let measured = day.and_then(|day| actual(values, day));
        Row::of(vec![
            Cell::Link(shown.link(*node), None),
            text(last_year(here, *node)),
            text(wanted.map(|value| value.text.clone()).unwrap_or_default()),
            text(measured.map(|value| value.text.clone()).unwrap_or_default()),
            Cell::Score(shown.figure(*node), shown.bar(*node)),
            Cell::Chip(shown.chip(*node)),
        ])
    });
    let head = |name: &str| t.text(&format!("web-reading-{name}"));
    Table {
        t,
        caption: here.say("my-indicators"),
        quiet: true,
        columns: vec![
            Column::words(head("indicator")),
            Column::words(head("last-year")),
            Column::words(head("target")),
            Column::words(head("actual")),
            Column::figures(head("score")),
            Column::words(head("state")),
        ],
        rows: rows.collect(),
        totals: None,
        exports: Vec::new(),
    }
}
