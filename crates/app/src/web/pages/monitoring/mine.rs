//! `…/mie`: exactly what is asked of me. `…/da-confermare`: what others sent to me.

use askama::Template;
use store::{Entry, Step as Stage};

use super::value::{Place, Typed};
use super::{Step, Under, moment};
use crate::web::asked::Asked;
use crate::web::failure::Failure;
use crate::web::page::Page;
use crate::web::pages::author;
use crate::web::part::{
    Action, Actions, Cell, Column, Empty, Field, Kind, Link, Look, Post, Progress, Row, Table, Tabs,
};
use crate::web::receive::Answer;

#[derive(Template)]
#[template(path = "monitoring/mine.html")]
struct Mine<'a> {
    page: Page<'a>,
    lead: String,
    tabs: Tabs<'a>,
    progress: Option<Progress<'a>>,
    returned: Option<Table<'a>>,
    due: Option<Table<'a>>,
    done: Option<Table<'a>>,
    empty: Option<Empty>,
}

/// What is asked of me.
pub fn page(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let under = Under::of(asked)?;
    let t = asked.t;
    let who = asked.person()?;
    let mine: Vec<&Entry> = under
        .entries
        .iter()
        .filter(|entry| under.is_mine(who, entry))
        .collect();
    let with = |steps: &[Step]| -> Vec<&Entry> {
        let chosen = mine.iter().filter(|entry| steps.contains(&Step::of(entry)));
        chosen.copied().collect()
    };
    let sent = with(&[Step::Sent, Step::Confirmed]);
    let label = t.text("web-mon-mine");
    let due = under.due().map_or_else(
        || under.campaign.due.clone(),
        |due| crate::printed::day(due, t.language),
    );
    let lead = match under.campaign.is_open() {
        true => t.with("web-mon-mine-lead", &[("due", &due)]),
        false => t.text("web-mon-closed-notice"),
    };
    let page = Mine {
        page: under.frame_below(asked, label.clone()),
        lead,
        tabs: under.tabs(asked, &label, "mie"),
        progress: (!mine.is_empty()).then(|| Progress {
            t,
            label: Link::new(t.text("web-mon-mine-progress"), under.address("mie")),
            done: sent.len(),
            total: mine.len(),
            note: None,
        }),
        returned: listed(asked, &under, "returned", with(&[Step::Returned])),
        due: listed(asked, &under, "due", with(&[Step::Due, Step::Entered])),
        done: listed(asked, &under, "done", sent),
        empty: mine.is_empty().then(|| Empty {
            title: t.text("web-mon-mine-none"),
            text: t.text("web-mon-mine-none-text"),
            actions: vec![Action::to(
                t.text("web-mon-tab-stato"),
                Look::Second,
                under.address(""),
            )],
        }),
    };
    Ok(Answer::page(page.render()?))
}

fn listed<'a>(
    asked: &Asked<'a>,
    under: &'a Under,
    name: &str,
    entries: Vec<&Entry>,
) -> Option<Table<'a>> {
    if entries.is_empty() {
        return None;
    }
    let t = asked.t;
    let shown = under.shown(t);
    let rows = entries.into_iter().map(|entry| {
        let node = under.node(entry);
        let place = Place::of(&under.loaded, entry.record, "results", under.day);
        let typed = Typed::stored(place.now.as_ref());
        let href = under.address(&format!("voce/{}", entry.record));
        let above = under.above(node).map(|above| shown.label(above));
        let last = under
            .last_year(node)
            .map(|(period, text)| Cell::Two(text, period));
        let value = match typed.text.is_empty() {
            true => typed.state.clone(),
            false => typed.text.clone(),
        };
        let step = match &entry.comment {
            Some(comment) if Step::of(entry) == Step::Returned => {
                Cell::Two(Step::of(entry).words(t), comment.clone())
            }
            _ => Cell::Text(Step::of(entry).words(t)),
        };
        Row {
            cells: vec![
                Cell::Link(Link::new(shown.label(node), href), above),
                Cell::Text(under.target(t, node)),
                last.unwrap_or(Cell::Nothing),
                match value.is_empty() {
                    true => Cell::Nothing,
                    false => Cell::Text(value),
                },
                match typed.says_something() {
                    true => Cell::Figure(shown.figure(node)),
                    false => Cell::Nothing,
                },
                step,
            ],
            stands_out: Step::of(entry) == Step::Returned || under.is_late(asked, entry),
        }
    });
    let head = |name: &str| t.text(&format!("web-mon-column-{name}"));
    Some(Table {
        t,
        caption: t.text(&format!("web-mon-mine-{name}")),
        quiet: false,
        columns: vec![
            Column::words(head("thing")),
            Column::words(head("target")),
            Column::words(head("last-year")),
            Column::words(head("actual")),
            Column::figures(head("achievement")),
            Column::words(head("step")),
        ],
        rows: rows.collect(),
        totals: None,
        exports: Vec::new(),
    })
}

#[derive(Template)]
#[template(path = "monitoring/to_confirm.html")]
struct ToConfirm<'a> {
    page: Page<'a>,
    tabs: Tabs<'a>,
    table: Option<Table<'a>>,
    post: Post,
    actions: Actions,
    empty: Option<Empty>,
}

/// What was sent and waits for me.
pub fn to_confirm(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let under = Under::of(asked)?;
    let t = asked.t;
    let who = asked.person()?;
    let shown = under.shown(t);
    let sent: Vec<&Entry> = under
        .entries
        .iter()
        .filter(|entry| under.may_confirm(who, entry) && Step::of(entry) == Step::Sent)
        .collect();
    let rows = sent.iter().map(|entry| {
        let node = under.node(entry);
        let place = Place::of(&under.loaded, entry.record, "results", under.day);
        let typed = Typed::stored(place.now.as_ref());
        let href = under.address(&format!("voce/{}", entry.record));
        let label = t.with("web-mon-choose", &[("thing", &shown.label(node))]);
        let mut chosen = Field::new(t, Kind::Yes, format!("r-{}", entry.record), label);
        chosen.value = "yes".to_owned();
        let above = under.above(node).map(|above| shown.label(above));
        let value = match typed.text.is_empty() {
            true => typed.state.clone(),
            false => typed.text.clone(),
        };
        Row::of(vec![
            Cell::Link(Link::new(shown.label(node), href), above),
            Cell::Text(under.target(t, node)),
            Cell::Two(value, typed.note.clone()),
            Cell::Figure(shown.figure(node)),
            Cell::Two(entry.changed_by.clone(), moment(t, &entry.changed_at)),
            Cell::Field(Box::new(chosen)),
        ])
    });
    let head = |name: &str| t.text(&format!("web-mon-column-{name}"));
    let table = Table {
        t,
        caption: t.text("web-mon-to-confirm-list"),
        quiet: true,
        columns: vec![
            Column::words(head("thing")),
            Column::words(head("target")),
            Column::words(head("actual")),
            Column::figures(head("achievement")),
            Column::words(head("sent-by")),
            Column::words(head("choose")),
        ],
        rows: rows.collect(),
        totals: None,
        exports: Vec::new(),
    };
    let label = t.text("web-mon-to-confirm");
    let frame = under.frame_below(asked, label.clone());
    let page = ToConfirm {
        post: frame.post(under.address("da-confermare"), &[]),
        page: frame,
        tabs: under.tabs(asked, &label, "da-confermare"),
        table: (!sent.is_empty()).then_some(table),
        actions: Actions {
            items: vec![Action::submit(
                t.text("web-mon-confirm-chosen"),
                Look::First,
            )],
        },
        empty: sent.is_empty().then(|| Empty {
            title: t.text("web-mon-to-confirm-none"),
            text: t.text("web-mon-to-confirm-none-text"),
            actions: Vec::new(),
        }),
    };
    Ok(Answer::page(page.render()?))
}

/// Those that were chosen are confirmed together.
pub fn confirm(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let under = Under::of(asked)?;
    let who = asked.person()?;
    let mut stages = Vec::new();
    for entry in &under.entries {
        if asked.form.text(&format!("r-{}", entry.record)).is_empty() {
            continue;
        }
        if !under.may_confirm(who, entry) {
            return Err(Failure::Forbidden);
        }
        stages.push(Stage {
            record: entry.record,
            from: Step::Sent.token(),
            to: Step::Confirmed.token(),
            comment: None,
        });
    }
    let address = under.address("da-confermare");
    if stages.is_empty() {
        return Ok(Answer::to(address));
    }
    asked.server.store.enter(
        &under.loaded.body,
        under.campaign.id,
        &[],
        &stages,
        &author(asked)?,
    )?;
    Ok(Answer::to(format!("{address}?fatto=mon-confirmed")))
}
