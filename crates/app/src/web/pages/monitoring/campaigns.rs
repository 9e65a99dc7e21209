//! `/{body}/{plan}/monitoraggio`: the campaigns of a plan, and the opening of one.

use std::collections::BTreeSet;

use askama::Template;
use axum::http::StatusCode;
use domain::plan::{Node, NodeKind};
use domain::report::collected::to_collect;
use jiff::civil::Date;
use serde_json::Value as Json;
use store::{Campaign, Change, Grant, NewEntry, Step as Stage};

use super::value::{Place, Typed};
use super::{Step, campaign_title};
use crate::web::asked::Asked;
use crate::web::failure::Failure;
use crate::web::frame::frame_of;
use crate::web::page::Page;
use crate::web::pages::{author, plan};
use crate::web::part::{
    Action, Actions, Cell, Choice, Column, Empty, Field, Kind, Link, Look, Post, Row, Table,
};
use crate::web::plans::Loaded;
use crate::web::receive::{Answer, today};
use crate::web::rights::{Right, Role};
use crate::web::scope::owners;
use crate::web::shown::Shown;

#[derive(Template)]
#[template(path = "monitoring/campaigns.html")]
struct Campaigns<'a> {
    page: Page<'a>,
    empty: Option<Empty>,
    table: Option<Table<'a>>,
    national: Link,
    form: Option<Opening<'a>>,
}

struct Opening<'a> {
    post: Post,
    fields: Vec<Field<'a>>,
    actions: Actions,
}

/// The page.
pub fn page(asked: &Asked<'_>) -> Result<Answer, Failure> {
    show(asked, &[])
}

fn show(asked: &Asked<'_>, wrong: &[(&str, &str)]) -> Result<Answer, Failure> {
    let t = asked.t;
    let loaded = plan(asked)?;
    let scores = loaded.scores(None);
    let shown = Shown {
        t,
        loaded: &loaded,
        scores: &scores,
        at: None,
    };
    let store = &asked.server.store;
    let campaigns = store.campaigns(&loaded.body, loaded.id)?;
    let may_run = asked.may(Right::RunCampaigns);
    let free = free_days(&loaded, &campaigns);
    let form = (may_run && !free.is_empty()).then(|| opening(asked, &loaded, &free, wrong));
    let empty = campaigns.is_empty().then(|| Empty {
        title: t.text("web-mon-none"),
        text: t.text(match (may_run, free.is_empty()) {
            (true, false) => "web-mon-none-office",
            (true, true) => "web-mon-none-days",
            (false, _) => "web-mon-none-others",
        }),
        actions: Vec::new(),
    });
    let table = match campaigns.is_empty() {
        true => None,
        false => Some(listed(asked, &loaded, &campaigns)?),
    };
    let page = Campaigns {
        page: frame_of(asked, &shown, "monitoraggio", t.text("web-mon-campaigns")),
        empty,
        table,
        national: Link::new(t.text("web-mon-national"), shown.address("nazionali")),
        form,
    };
    let answer = Answer::page(page.render()?);
    Ok(match wrong.is_empty() {
        true => answer,
        false => answer.status(StatusCode::UNPROCESSABLE_ENTITY),
    })
}

/// The checkpoints that have no campaign yet.
fn free_days(loaded: &Loaded, campaigns: &[Campaign]) -> Vec<Date> {
    let taken = |day: &Date| campaigns.iter().any(|of| of.checkpoint == day.to_string());
    let days = loaded.plan().checkpoint_days().into_iter();
    days.filter(|day| !taken(day)).collect()
}

fn listed<'a>(
    asked: &Asked<'a>,
    loaded: &Loaded,
    campaigns: &[Campaign],
) -> Result<Table<'a>, Failure> {
    let t = asked.t;
    let head = |name: &str| t.text(&format!("web-mon-column-{name}"));
    let today = today(asked.now);
    let mut rows = Vec::new();
    for campaign in campaigns {
        let mut entries = asked.server.store.entries(&loaded.body, campaign.id)?;
        entries.retain(|entry| loaded.numbers.node(entry.record).is_some());
        let count = |wanted: &dyn Fn(Step) -> bool| {
            let found = entries.iter().filter(|entry| wanted(Step::of(entry)));
            found.count()
        };
        let missing = count(&Step::is_writable);
        let due: Option<Date> = campaign.due.parse().ok();
        let is_late = campaign.is_open() && missing > 0 && due.is_some_and(|due| due < today);
        let address = format!(
            "/{}/{}/monitoraggio/{}",
            loaded.body, loaded.id, campaign.id
        );
        let state = match (campaign.is_open(), is_late) {
            (true, true) => "web-mon-state-late",
            (true, false) => "web-mon-state-open",
            (false, _) => "web-mon-state-closed",
        };
        rows.push(Row {
            cells: vec![
                Cell::Link(
                    Link::new(campaign_title(t, loaded, campaign), address),
                    None,
                ),
                Cell::Text(due.map_or_else(
                    || campaign.due.clone(),
                    |due| crate::printed::day(due, t.language),
                )),
                Cell::Text(t.text(state)),
                Cell::Text(entries.len().to_string()),
                Cell::Text(missing.to_string()),
                Cell::Text(count(&|step| step == Step::Sent).to_string()),
                Cell::Text(count(&|step| step == Step::Confirmed).to_string()),
            ],
            stands_out: is_late,
        });
    }
    Ok(Table {
        t,
        caption: t.text("web-mon-list"),
        quiet: true,
        columns: vec![
            Column::words(head("campaign")),
            Column::words(head("due")),
            Column::words(head("state")),
            Column::figures(head("asked")),
            Column::figures(head("missing")),
            Column::figures(head("to-confirm")),
            Column::figures(head("confirmed")),
        ],
        rows,
        totals: None,
        exports: Vec::new(),
    })
}

fn opening<'a>(
    asked: &Asked<'a>,
    loaded: &Loaded,
    free: &[Date],
    wrong: &[(&str, &str)],
) -> Opening<'a> {
    let t = asked.t;
    let error = |name: &str| {
        let found = wrong.iter().find(|(of, _)| *of == name);
        found.map(|(_, key)| t.text(key))
    };
    // What is asked next is the first checkpoint that is not long past, else the last.
    let next = free
        .iter()
        .find(|day| **day >= today(asked.now))
        .or(free.last());
    let chosen = match asked.form.text("checkpoint") {
        "" => next.map(Date::to_string).unwrap_or_default(),
        typed => typed.to_owned(),
    };
    let choices = free.iter().map(|day| {
        let count = to_collect(loaded.plan(), &loaded.scores(Some(*day))).len();
        let printed = crate::printed::day(*day, t.language);
        Choice::new(
            day.to_string(),
            t.with(
                "web-mon-open-choice",
                &[("day", &printed), ("count", &count.to_string())],
            ),
        )
    });
    let field = |kind: Kind, name: &str| {
        let mut field = Field::new(t, kind, name, t.text(&format!("web-mon-open-{name}"))).needed();
        field.help = t.find(&format!("web-mon-open-{name}-help"), &[]);
        field.wrong(error(name))
    };
    Opening {
        post: Post {
            action: format!("/{}/{}/monitoraggio", loaded.body, loaded.id),
            csrf: asked
                .who
                .as_ref()
                .map(|who| who.csrf.clone())
                .unwrap_or_default(),
            hidden: Vec::new(),
        },
        fields: vec![
            field(Kind::One(choices.collect()), "checkpoint").holding(chosen),
            field(Kind::Day, "due").holding(asked.form.text("due")),
        ],
        actions: Actions {
            items: vec![Action::submit(t.text("web-mon-open"), Look::First)],
        },
    }
}

/// A campaign is opened.
pub fn open(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let loaded = plan(asked)?;
    let store = &asked.server.store;
    let campaigns = store.campaigns(&loaded.body, loaded.id)?;
    let free = free_days(&loaded, &campaigns);
    let day: Option<Date> = asked.form.text("checkpoint").parse().ok();
    let due: Option<Date> = asked.form.text("due").parse().ok();
    let mut wrong = Vec::new();
    let day = day.filter(|day| free.contains(day));
    if day.is_none() {
        wrong.push(("checkpoint", "web-mon-open-checkpoint-wrong"));
    }
    match (day, due) {
        (_, None) => wrong.push(("due", "web-mon-not-a-day")),
        (Some(day), Some(due)) if due < day => wrong.push(("due", "web-mon-open-due-early")),
        _ => {}
    }
    let asked_things = day
        .map(|day| to_collect(loaded.plan(), &loaded.scores(Some(day))))
        .unwrap_or_default();
    if day.is_some() && asked_things.is_empty() {
        wrong.push(("checkpoint", "web-mon-open-nothing"));
    }
    let (Some(day), Some(due), true) = (day, due, wrong.is_empty()) else {
        return show(asked, &wrong);
    };
    let grants = store.grants(&loaded.body, None)?;
    let accounts = store.accounts(&loaded.body)?;
    let active: BTreeSet<i64> = accounts
        .iter()
        .filter(|account| account.is_active())
        .map(|account| account.id)
        .collect();
    let today = today(asked.now).to_string();
    let entries: Vec<(i64, String, Option<i64>)> = asked_things
        .into_iter()
        .filter_map(|node| {
            let record = loaded.numbers.number(node)?;
            let assignee = one_owner(&loaded, node, &grants, &active, &today);
            Some((record, owner_named(&loaded, node), assignee))
        })
        .collect();
    let new: Vec<NewEntry<'_>> = entries
        .iter()
        .map(|(record, owner, assignee)| NewEntry {
            record: *record,
            owner,
            assignee: *assignee,
        })
        .collect();
    let author = author(asked)?;
    let (checkpoint, due) = (day.to_string(), due.to_string());
    let id = store.open_campaign(&loaded.body, loaded.id, &checkpoint, &due, &new, &author)?;
    // What the plan already says of that day is entered; the checkpoint takes values again.
    let there: Vec<Stage<'_>> = entries
        .iter()
        .filter(|(record, ..)| {
            let place = Place::of(&loaded, *record, "results", day);
            Typed::stored(place.now.as_ref()).says_something()
        })
        .map(|(record, ..)| Stage {
            record: *record,
            from: Step::Due.token(),
            to: Step::Entered.token(),
            comment: None,
        })
        .collect();
    let changes: Vec<Change> = entry_of_checkpoint(&loaded, day, "open")
        .into_iter()
        .collect();
    if !(there.is_empty() && changes.is_empty()) {
        store.enter(&loaded.body, id, &changes, &there, &author)?;
    }
    Ok(Answer::to(format!(
        "/{}/{}/monitoraggio/{id}?fatto=mon-opened",
        loaded.body, loaded.id
    )))
}

/// The one account that enters the values of a thing: the owner of its units, if it is only one.
fn one_owner(
    loaded: &Loaded,
    node: Node,
    grants: &[Grant],
    active: &BTreeSet<i64>,
    today: &str,
) -> Option<i64> {
    let plan = loaded.plan();
    let units: Vec<&str> = owners(plan, node)
        .into_iter()
        .filter_map(|unit| plan.units.get(unit).map(|unit| unit.id.as_str()))
        .collect();
    let found: BTreeSet<i64> = grants
        .iter()
        .filter(|grant| grant.role == Role::IndicatorOwner.token())
        .filter(|grant| units.contains(&grant.unit.as_str()) && active.contains(&grant.account))
        .filter(|grant| grant.is_in_force(today))
        .map(|grant| grant.account)
        .collect();
    let only = found.len() == 1;
    found.into_iter().next().filter(|_| only)
}

/// Who answers for a thing: the names of its units, else what the plan says.
fn owner_named(loaded: &Loaded, node: Node) -> String {
    let plan = loaded.plan();
    let units: Vec<String> = owners(plan, node)
        .into_iter()
        .filter_map(|unit| plan.units.get(unit)?.title.clone())
        .collect();
    if !units.is_empty() {
        return units.join(", ");
    }
    let said = match node.kind {
        NodeKind::Indicator => plan.indicators[node.at()].owner.clone(),
        NodeKind::Activity => plan.activities[node.at()].owner.clone(),
        _ => None,
    };
    said.unwrap_or_default()
}

/// The change that opens or closes a checkpoint of the plan for values; none where it is so already.
pub fn entry_of_checkpoint(loaded: &Loaded, day: Date, to: &str) -> Option<Change> {
    let checkpoints = loaded.plan().checkpoints.iter().enumerate();
    let mut of_day = checkpoints.filter(|(_, checkpoint)| checkpoint.date.date == Some(day));
    let (at, _) = of_day.next()?;
    let record = loaded.numbers.number(Node::new(NodeKind::Checkpoint, at))?;
    let before = loaded.fields(record)?.get("entry").cloned();
    let after = Json::String(to.to_owned());
    (before.as_ref() != Some(&after)).then(|| Change::Set {
        record,
        field: "entry".to_owned(),
        before: before.map(|before| before.to_string()),
        after: Some(after.to_string()),
    })
}
