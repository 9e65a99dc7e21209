//! `…/griglia`: all values of a campaign in one table, written as in a spreadsheet.

use askama::Template;
use serde_json::Value as Json;
use store::{Change, Entry, Step as Stage};

use super::entering::next_step;
use super::preview::Preview;
use super::value::{Place, Typed, seen};
use super::{Step, Under};
use crate::messages::Catalogue;
use crate::web::asked::{Asked, Who};
use crate::web::failure::Failure;
use crate::web::page::{Notice, Page};
use crate::web::pages::author;
use crate::web::part::{Action, Actions, Empty, Icon, Link, Look, Post, Tabs, Weight};
use crate::web::receive::Answer;

/// The fields of a value that are columns of the grid.
pub const COLUMNS: [&str; 4] = ["text", "as_of", "state", "note"];

#[derive(Template)]
#[template(path = "monitoring/grid.html")]
struct GridPage<'a> {
    page: Page<'a>,
    tabs: Tabs<'a>,
    heads: Vec<String>,
    rows: Vec<GridRow<'a>>,
    post: Post,
    actions: Actions,
    download: Link,
    upload: Post,
    is_open: bool,
    empty: Option<Empty>,
}

struct GridRow<'a> {
    record: i64,
    label: Link,
    above: String,
    target: String,
    last: String,
    cells: Vec<GridCell>,
    is_writable: bool,
    said: SaidOfRow<'a>,
    cell_address: String,
    vals: String,
}

struct GridCell {
    name: String,
    label: String,
    value: String,
}

/// What became of a row: below its cells, and the answer when one of them was saved.
#[derive(Template)]
#[template(path = "monitoring/grid_said.html")]
struct SaidOfRow<'a> {
    t: &'a Catalogue,
    record: i64,
    before: String,
    step: String,
    outcome: Outcome,
    reading: String,
    achievement: String,
    /// What is announced to who does not see the page; none when nothing happened.
    announce: Option<String>,
}

impl askama::filters::HtmlSafe for SaidOfRow<'_> {}

impl SaidOfRow<'_> {
    fn icon(&self) -> Icon {
        Icon(match self.outcome {
            Outcome::Saved => "check-circle",
            Outcome::Wrong(_) => "close-circle",
            Outcome::Quiet => "info-circle",
        })
    }
}

/// What became of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Outcome {
    /// Nothing was done.
    Quiet,
    /// It was saved.
    Saved,
    /// It was not saved: why.
    Wrong(String),
}

/// The entries of somebody's grid: those asked of me, or all that I may enter.
fn rows_of<'u>(under: &'u Under, who: &Who) -> Vec<&'u Entry> {
    let mine: Vec<&Entry> = under
        .entries
        .iter()
        .filter(|entry| under.is_mine(who, entry))
        .collect();
    if !mine.is_empty() {
        return mine;
    }
    let may = under
        .entries
        .iter()
        .filter(|entry| under.may_enter(who, entry));
    may.collect()
}

/// The page.
pub fn page(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let under = Under::of(asked)?;
    show(asked, &under, &[])
}

/// The page with what became of rows: the record, the outcome, and the text to keep.
fn show(
    asked: &Asked<'_>,
    under: &Under,
    done: &[(i64, Outcome, Typed)],
) -> Result<Answer, Failure> {
    let t = asked.t;
    let who = asked.person()?;
    let shown = under.shown(t);
    let rows: Vec<GridRow<'_>> = rows_of(under, who)
        .into_iter()
        .map(|entry| {
            let node = under.node(entry);
            let place = Place::of(&under.loaded, entry.record, "results", under.day);
            let of_row = done.iter().find(|(record, ..)| *record == entry.record);
            let typed = match of_row {
                Some((_, Outcome::Wrong(_), typed)) => typed.clone(),
                _ => Typed::stored(place.now.as_ref()),
            };
            let is_writable = under.is_writable(who, entry);
            let outcome = of_row.map_or(Outcome::Quiet, |(_, outcome, _)| outcome.clone());
            let label = shown.label(node);
            let cells = COLUMNS.iter().map(|column| GridCell {
                name: format!("v-{}-{column}", entry.record),
                label: t.with(
                    "web-mon-cell",
                    &[
                        (
                            "column",
                            &t.text(&format!("web-mon-column-{}", head_of(column))),
                        ),
                        ("thing", &label),
                    ],
                ),
                value: typed.get(column),
            });
            GridRow {
                record: entry.record,
                label: Link::new(
                    label.clone(),
                    under.address(&format!("voce/{}", entry.record)),
                ),
                above: under
                    .above(node)
                    .map(|above| shown.label(above))
                    .unwrap_or_default(),
                target: under.target(t, node),
                last: under
                    .last_year(node)
                    .map(|(_, text)| text)
                    .unwrap_or_default(),
                cells: cells.collect(),
                is_writable,
                said: said_of(asked, under, entry, &place, outcome, false),
                cell_address: under.address("griglia/cella"),
                vals: serde_json::json!({
                    "record": entry.record.to_string(),
                    "csrf": who.csrf,
                })
                .to_string(),
            }
        })
        .collect();
    let label = t.text("web-mon-tab-griglia");
    let mut frame = under.frame_below(asked, label.clone());
    let failed = done
        .iter()
        .filter(|(_, outcome, _)| matches!(outcome, Outcome::Wrong(_)))
        .count();
    if failed > 0 {
        frame.notices.push(Notice {
            weight: Weight::Error,
            text: t.with("web-mon-grid-failed", &[("count", &failed.to_string())]),
            action: None,
        });
    }
    let page = GridPage {
        tabs: under.tabs(asked, &label, "griglia"),
        heads: COLUMNS
            .iter()
            .map(|column| t.text(&format!("web-mon-column-{}", head_of(column))))
            .collect(),
        empty: rows.is_empty().then(|| Empty {
            title: t.text("web-mon-mine-none"),
            text: t.text("web-mon-mine-none-text"),
            actions: Vec::new(),
        }),
        rows,
        post: frame.post(under.address("griglia"), &[]),
        actions: Actions {
            items: vec![Action::submit(t.text("web-mon-grid-save"), Look::First)],
        },
        download: Link::new(
            t.text("web-mon-grid-download"),
            under.address("griglia.xlsx"),
        ),
        upload: frame.post(under.address("griglia/cartella"), &[]),
        is_open: under.campaign.is_open(),
        page: frame,
    };
    let answer = Answer::page(page.render()?);
    Ok(match failed {
        0 => answer,
        _ => answer.status(axum::http::StatusCode::UNPROCESSABLE_ENTITY),
    })
}

/// The head of a column in the catalogue.
fn head_of(column: &str) -> &str {
    match column {
        "text" => "actual",
        "as_of" => "as-of",
        "state" => "progress",
        other => other,
    }
}

fn said_of<'a>(
    asked: &Asked<'a>,
    under: &Under,
    entry: &Entry,
    place: &Place,
    outcome: Outcome,
    is_answer: bool,
) -> SaidOfRow<'a> {
    let t = asked.t;
    let node = under.node(entry);
    let stored = Typed::stored(place.now.as_ref());
    let (mut reading, mut achievement) = (String::new(), String::new());
    if stored.says_something() {
        let shown = under.shown(t);
        achievement = match shown.scores.of(node) {
            Some(score) if score.score.is_some() => shown.percent(score.score.as_ref()),
            Some(score) => score
                .reason()
                .map(|reason| t.word("reason", reason.token()))
                .unwrap_or_default(),
            None => String::new(),
        };
        if is_answer {
            let value = stored.value(under.day, place.now.as_ref());
            let preview = Preview::of(under, node, value);
            reading = preview
                .reading(under.day)
                .unwrap_or_else(|| t.text("web-mon-not-read"));
        }
    }
    let announce = is_answer.then(|| match &outcome {
        Outcome::Saved => t.with(
            "web-mon-cell-saved",
            &[("thing", &under.shown(t).label(node))],
        ),
        Outcome::Wrong(said) => said.clone(),
        Outcome::Quiet => String::new(),
    });
    SaidOfRow {
        t,
        record: entry.record,
        before: place.now.as_ref().map(Json::to_string).unwrap_or_default(),
        step: Step::of(entry).words(t),
        outcome,
        reading,
        achievement,
        announce: announce.filter(|text| !text.is_empty()),
    }
}

/// What a form says of a row: what was seen, and what is to stand there. None where it says nothing.
fn sent(asked: &Asked<'_>, record: i64) -> Option<(Option<Json>, Typed)> {
    asked.form.get(&format!("v-{record}-text"))?;
    let before = seen(asked.form.text(&format!("before-{record}")));
    let mut typed = Typed::stored(before.as_ref());
    for column in COLUMNS {
        if let Some(text) = asked.form.get(&format!("v-{record}-{column}")) {
            typed.put(column, text);
        }
    }
    Some((before, typed))
}

/// A row to be saved.
struct Wanted<'u> {
    entry: &'u Entry,
    typed: Typed,
    change: Change,
    to: Option<Step>,
}

/// Saves rows, all that can be: what somebody else changed meanwhile is told, the rest is kept.
fn keep(
    asked: &Asked<'_>,
    under: &Under,
    rows: Vec<(&Entry, Option<Json>, Typed)>,
) -> Result<Vec<(i64, Outcome, Typed)>, Failure> {
    let t = asked.t;
    let who = asked.person()?;
    let author = author(asked)?;
    let mut outcomes = Vec::new();
    let mut wanted: Vec<Wanted<'_>> = Vec::new();
    for (entry, before, typed) in rows {
        let place = Place::of(&under.loaded, entry.record, "results", under.day);
        if let Some((_, key)) = typed.mistakes().first() {
            outcomes.push((entry.record, Outcome::Wrong(t.text(key)), typed));
            continue;
        }
        let Some(change) = place.change(before.as_ref(), typed.onto(before.as_ref())) else {
            continue;
        };
        super::entering::writable(under, who, entry)?;
        let to = next_step(Step::of(entry), &typed, false);
        wanted.push(Wanted {
            entry,
            typed,
            change,
            to,
        });
    }
    while !wanted.is_empty() {
        let changes: Vec<Change> = wanted.iter().map(|row| row.change.clone()).collect();
        let stages: Vec<Stage<'_>> = wanted
            .iter()
            .filter_map(|row| {
                Some(Stage {
                    record: row.entry.record,
                    from: &row.entry.step,
                    to: row.to?.token(),
                    comment: row.entry.comment.as_deref(),
                })
            })
            .collect();
        let (store, body) = (&asked.server.store, &under.loaded.body);
        match store.enter(body, under.campaign.id, &changes, &stages, &author) {
            Ok(_) => {
                let saved = wanted.drain(..);
                outcomes.extend(saved.map(|row| (row.entry.record, Outcome::Saved, row.typed)));
            }
            Err(store::Error::Conflict(conflicts)) => {
                let count = wanted.len();
                wanted.retain(|row| {
                    let found = conflicts
                        .iter()
                        .find(|conflict| conflict.record == row.entry.record);
                    let Some(conflict) = found else {
                        return true;
                    };
                    let there = conflict.stored.as_deref().and_then(seen);
                    let theirs = Typed::stored(there.as_ref());
                    let said = t.with(
                        "web-mon-cell-conflict",
                        &[
                            ("who", conflict.author.as_deref().unwrap_or_default()),
                            ("text", &theirs.text),
                        ],
                    );
                    outcomes.push((row.entry.record, Outcome::Wrong(said), row.typed.clone()));
                    false
                });
                if wanted.len() == count {
                    return Err(Failure::Conflict(conflicts));
                }
            }
            Err(error) => return Err(error.into()),
        }
    }
    Ok(outcomes)
}

/// All rows are saved with one form.
pub fn save(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let under = Under::of(asked)?;
    let rows = under.entries.iter().filter_map(|entry| {
        let (before, typed) = sent(asked, entry.record)?;
        Some((entry, before, typed))
    });
    let outcomes = keep(asked, &under, rows.collect())?;
    let is_wrong = |outcome: &Outcome| matches!(outcome, Outcome::Wrong(_));
    if outcomes.iter().any(|(_, outcome, _)| is_wrong(outcome)) {
        let under = Under::of(asked)?;
        return show(asked, &under, &outcomes);
    }
    Ok(Answer::to(format!(
        "{}?fatto=mon-saved",
        under.address("griglia")
    )))
}

/// One row is saved as soon as a cell of it is left.
pub fn save_cell(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let under = Under::of(asked)?;
    let record: i64 = asked
        .form
        .text("record")
        .parse()
        .map_err(|_| Failure::NotFound)?;
    let entry = under.entry(record)?;
    let (mut before, mut typed) = sent(asked, record).ok_or(Failure::NotFound)?;
    // Two cells of a row left in quick succession: the second did not see yet what I saved with the
    // first.
    let place = Place::of(&under.loaded, record, "results", under.day);
    if place.now != before && saved_by_me(asked, &under, &place)? {
        before = place.now.clone();
        let mut on_top = Typed::stored(before.as_ref());
        for column in COLUMNS {
            on_top.put(column, &typed.get(column));
        }
        typed = on_top;
    }
    let outcomes = keep(asked, &under, vec![(entry, before, typed)])?;
    let outcome = outcomes.into_iter().next().map(|(_, outcome, _)| outcome);
    let under = Under::of(asked)?;
    let entry = under.entry(record)?;
    let place = Place::of(&under.loaded, record, "results", under.day);
    let said = said_of(
        asked,
        &under,
        entry,
        &place,
        outcome.unwrap_or(Outcome::Quiet),
        true,
    );
    Ok(Answer::page(said.render()?))
}

/// Whether the last to change a value was the person who asks.
fn saved_by_me(asked: &Asked<'_>, under: &Under, place: &Place) -> Result<bool, Failure> {
    let filter = store::AuditFilter {
        plan: Some(under.loaded.id),
        record: Some(place.record),
        action: Some("record-set".to_owned()),
        ..store::AuditFilter::default()
    };
    let path = place.path();
    let changes = asked.server.store.audit(&under.loaded.body, &filter, 20)?;
    let last = changes
        .iter()
        .find(|change| change.field.as_deref() == Some(path.as_str()));
    Ok(last.is_some_and(|change| {
        change.account == Some(asked.who.as_ref().map_or(-1, |who| who.account))
    }))
}
