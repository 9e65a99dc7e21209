//! `…/giudizi` and `…/giudizio/{record}`: what manager and OIV say of the figures, beside them, and
//! remarks. Never a part of a score.

use askama::Template;
use axum::http::StatusCode;
use domain::plan::{Node, NodeKind};
use domain::report::outline::Outline;
use serde_json::{Map, Value as Json, json};
use store::{AuditFilter, Change, NewRemark};

use super::value::{Place, seen};
use super::{Under, moment};
use crate::web::asked::{Asked, Who};
use crate::web::failure::Failure;
use crate::web::page::Page;
use crate::web::pages::author;
use crate::web::part::{
    Action, Bar, BigNumber, Cell, Column, Empty, Entry as Event, Field, History, Kind, Link, Look,
    Post, Row, Table, Tabs,
};
use crate::web::receive::Answer;
use crate::web::rights::{Right, Role};
use crate::web::scope::reaches;
use crate::web::shown::Shown;

/// Who judges.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Judge {
    Manager,
    Secretary,
    Oiv,
}

impl Judge {
    const ALL: [Judge; 3] = [Judge::Manager, Judge::Secretary, Judge::Oiv];

    /// What stands in the record as the source of the judgement.
    fn source(self) -> &'static str {
        match self {
            Judge::Manager => "dirigente",
            Judge::Secretary => "Segretario Generale",
            Judge::Oiv => "OIV",
        }
    }

    /// As whom somebody judges a thing; none where the person may not.
    fn of(under: &Under, who: &Who, node: Node) -> Option<Judge> {
        if !reaches(under.plan(), who, Right::Judge, node) {
            return None;
        }
        let roles = [
            (Role::Oiv, Judge::Oiv),
            (Role::SecretaryGeneral, Judge::Secretary),
            (Role::Manager, Judge::Manager),
        ];
        let found = roles.into_iter().find(|(role, _)| who.is(*role));
        found.map(|(_, judge)| judge)
    }
}

/// A judgement of a thing at the checkpoint, as the record keeps it.
struct Said {
    source: String,
    text: String,
    note: String,
}

/// The judgements that stand in a record, in their order.
fn judgements(now: Option<&Json>) -> Vec<Said> {
    let of = |value: &Json| match value {
        Json::Object(details) => {
            let get = |key: &str| {
                let text = details.get(key).and_then(Json::as_str);
                text.unwrap_or_default().to_owned()
            };
            Some(Said {
                source: get("source"),
                text: get("text"),
                note: get("note"),
            })
        }
        Json::String(text) => Some(Said {
            source: String::new(),
            text: text.clone(),
            note: String::new(),
        }),
        _ => None,
    };
    match now {
        Some(Json::Array(several)) => several.iter().filter_map(of).collect(),
        Some(one) => of(one).into_iter().collect(),
        None => Vec::new(),
    }
}

/// The judgements of a record with one judge's replaced; those of others stay as they are.
fn with(now: Option<&Json>, judge: Judge, text: &str, note: &str) -> Option<Json> {
    let mut several: Vec<Json> = match now {
        Some(Json::Array(several)) => several.clone(),
        Some(one) => vec![one.clone()],
        None => Vec::new(),
    };
    let of_judge =
        |value: &Json| value.get("source").and_then(Json::as_str) == Some(judge.source());
    let at = several.iter().position(of_judge).unwrap_or(several.len());
    several.retain(|value| !of_judge(value));
    if !(text.is_empty() && note.is_empty()) {
        let mut own = Map::new();
        own.insert("text".to_owned(), json!(text));
        if !note.is_empty() {
            own.insert("note".to_owned(), json!(note));
        }
        own.insert("source".to_owned(), json!(judge.source()));
        several.insert(at.min(several.len()), Json::Object(own));
    }
    match several.len() {
        0 => None,
        1 => several.pop(),
        _ => Some(Json::Array(several)),
    }
}

#[derive(Template)]
#[template(path = "monitoring/judgements.html")]
struct Judgements<'a> {
    page: Page<'a>,
    tabs: Tabs<'a>,
    table: Option<Table<'a>>,
    empty: Option<Empty>,
}

/// All objectives with their figure and what is said of it.
pub fn page(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let under = Under::of(asked)?;
    let t = asked.t;
    let shown = under.shown(t);
    let outline = Outline::of(&under.scores);
    let mut objectives: Vec<Node> = Vec::new();
    let tops = outline
        .tree(under.plan())
        .into_iter()
        .flat_map(|branch| branch.objectives);
    let apart = [false, true]
        .into_iter()
        .flat_map(|national| outline.apart(under.plan(), national));
    for top in tops.chain(apart) {
        for (_, node) in outline.descendants(top) {
            if !objectives.contains(&node) {
                objectives.push(node);
            }
        }
    }
    let remarks = asked
        .server
        .store
        .remarks(&under.loaded.body, under.loaded.id, None)?;
    let rows = objectives.iter().filter_map(|node| {
        let record = under.loaded.numbers.number(*node)?;
        let place = Place::of(&under.loaded, record, "judgements", under.day);
        let said = judgements(place.now.as_ref());
        let of = |judge: Judge| {
            let found = said.iter().find(|said| said.source == judge.source());
            match found {
                Some(said) if said.note.is_empty() => Cell::Text(said.text.clone()),
                Some(said) => Cell::Two(said.text.clone(), said.note.clone()),
                None => Cell::Nothing,
            }
        };
        let others: Vec<&str> = said
            .iter()
            .filter(|said| Judge::ALL.iter().all(|judge| judge.source() != said.source))
            .map(|said| said.text.as_str())
            .collect();
        let count = remarks
            .iter()
            .filter(|remark| remark.record == Some(record))
            .count();
        let href = under.address(&format!("giudizio/{record}"));
        let link = Link::new(shown.label(*node), href);
        let below = (!others.is_empty()).then(|| others.join("; "));
        Some(Row::of(vec![
            Cell::Link(link, below),
            Cell::Score(shown.figure(*node), shown.bar(*node)),
            Cell::Chip(shown.chip(*node)),
            of(Judge::Manager),
            of(Judge::Secretary),
            of(Judge::Oiv),
            match count {
                0 => Cell::Nothing,
                count => Cell::Text(count.to_string()),
            },
        ]))
    });
    let rows: Vec<Row<'_>> = rows.collect();
    let head = |name: &str| t.text(&format!("web-mon-column-{name}"));
    let label = t.text("web-mon-judgements");
    let is_empty = rows.is_empty();
    let table = Table {
        t,
        caption: t.text("web-mon-judgements-list"),
        quiet: true,
        columns: vec![
            Column::words(head("objective")),
            Column::figures(head("score")),
            Column::words(head("state")),
            Column::words(head("manager")),
            Column::words(head("secretary")),
            Column::words(head("oiv")),
            Column::figures(head("remarks")),
        ],
        rows,
        totals: None,
        exports: Vec::new(),
    };
    let page = Judgements {
        page: under.frame_below(asked, label.clone()),
        tabs: under.tabs(asked, &label, "giudizi"),
        table: (!is_empty).then_some(table),
        empty: is_empty.then(|| Empty {
            title: t.text("web-mon-judgements-none"),
            text: t.text("web-mon-judgements-none-text"),
            actions: Vec::new(),
        }),
    };
    Ok(Answer::page(page.render()?))
}

#[derive(Template)]
#[template(path = "monitoring/judgement.html")]
struct JudgementPage<'a> {
    page: Page<'a>,
    card: BigNumber<'a>,
    said: Vec<SaidShown>,
    form: Option<JudgeForm<'a>>,
    remarks: Option<History<'a>>,
    remark: Option<RemarkForm<'a>>,
    back: Link,
}

struct SaidShown {
    who: String,
    text: String,
    note: String,
}

struct JudgeForm<'a> {
    post: Post,
    title: String,
    fields: Vec<Field<'a>>,
    save: Action,
}

struct RemarkForm<'a> {
    post: Post,
    field: Field<'a>,
    save: Action,
}

/// The thing of the address: an objective or an indicator.
fn judged(asked: &Asked<'_>, under: &Under) -> Result<(i64, Node), Failure> {
    let (record, node) = under.loaded.node(asked.part("record"))?;
    match node.kind {
        NodeKind::Objective | NodeKind::Indicator => Ok((record, node)),
        _ => Err(Failure::NotFound),
    }
}

/// One thing: its figure, what is said of it, and what I say.
pub fn one(asked: &Asked<'_>) -> Result<Answer, Failure> {
    show(asked, &[])
}

fn show(asked: &Asked<'_>, wrong: &[(&str, &str)]) -> Result<Answer, Failure> {
    let under = Under::of(asked)?;
    let t = asked.t;
    let who = asked.person()?;
    let (record, node) = judged(asked, &under)?;
    let shown = under.shown(t);
    let place = Place::of(&under.loaded, record, "judgements", under.day);
    let said = judgements(place.now.as_ref());
    let error = |name: &str| {
        let found = wrong.iter().find(|(of, _)| *of == name);
        found.map(|(_, key)| t.text(key))
    };
    let frame = under.frame_below(asked, shown.label(node));
    let own = under.address(&format!("giudizio/{record}"));
    let form = Judge::of(&under, who, node).map(|judge| {
        let mine = said.iter().find(|said| said.source == judge.source());
        let value = |name: &str, kept: Option<&String>| match asked.form.get(name) {
            Some(typed) => typed.to_owned(),
            None => kept.cloned().unwrap_or_default(),
        };
        let mut text = Field::new(t, Kind::Long(2), "text", t.text("web-mon-judgement-text"));
        text.help = Some(t.text("web-mon-judgement-help"));
        let note = Field::new(t, Kind::Long(3), "note", t.text("web-mon-judgement-note"));
        let now = place.now.as_ref().map(Json::to_string).unwrap_or_default();
        JudgeForm {
            post: frame.post(own.clone(), &[("before", &now)]),
            title: t.with(
                "web-mon-judgement-as",
                &[("who", &judge_words(asked, judge.source()))],
            ),
            fields: vec![
                text.holding(value("text", mine.map(|said| &said.text)))
                    .wrong(error("text")),
                note.holding(value("note", mine.map(|said| &said.note))),
            ],
            save: Action::submit(t.text("web-mon-judgement-save"), Look::First),
        }
    });
    let remark = reaches(under.plan(), who, Right::Remark, node).then(|| RemarkForm {
        post: frame.post(format!("{own}/osservazione"), &[]),
        field: Field::new(t, Kind::Long(3), "remark", t.text("web-mon-remark"))
            .needed()
            .holding(asked.form.text("remark"))
            .wrong(error("remark")),
        save: Action::submit(t.text("web-mon-remark-save"), Look::Second),
    });
    let page = JudgementPage {
        card: card(&shown, node),
        said: said
            .iter()
            .map(|said| SaidShown {
                who: judge_words(asked, &said.source),
                text: said.text.clone(),
                note: said.note.clone(),
            })
            .collect(),
        form,
        remarks: history(asked, &under, record)?,
        remark,
        back: Link::new(t.text("web-mon-judgements"), under.address("giudizi")),
        page: frame,
    };
    let answer = Answer::page(page.render()?);
    Ok(match wrong.is_empty() {
        true => answer,
        false => answer.status(StatusCode::UNPROCESSABLE_ENTITY),
    })
}

fn judge_words(asked: &Asked<'_>, source: &str) -> String {
    let key = match source {
        "dirigente" => "web-mon-column-manager",
        "Segretario Generale" => "web-mon-column-secretary",
        "OIV" => "web-mon-column-oiv",
        "" => "web-mon-judgement-printed",
        other => return other.to_owned(),
    };
    asked.t.text(key)
}

fn card<'a>(shown: &Shown<'a>, node: Node) -> BigNumber<'a> {
    let bar: Bar = shown.bar(node);
    BigNumber {
        label: shown.t.text("web-mon-computed-score"),
        figure: shown.open_figure(node),
        bar: Some(bar),
        chip: Some(shown.chip(node)),
        change: None,
        link: Some(Link::new(
            shown.t.text("web-mon-to-sheet"),
            shown.page_of(node),
        )),
    }
}

/// Remarks on a thing and the judgements it had before, the last first.
fn history<'a>(
    asked: &Asked<'a>,
    under: &Under,
    record: i64,
) -> Result<Option<History<'a>>, Failure> {
    let t = asked.t;
    let (store, body, plan) = (&asked.server.store, &under.loaded.body, under.loaded.id);
    let mut found: Vec<(String, Event)> = Vec::new();
    for remark in store.remarks(body, plan, Some(record))? {
        let event = Event {
            when: moment(t, &remark.at),
            who: remark.author,
            what: remark.text,
            before: None,
            after: None,
            reason: None,
        };
        found.push((remark.at, event));
    }
    let filter = AuditFilter {
        plan: Some(plan),
        record: Some(record),
        action: Some("record-set".to_owned()),
        ..AuditFilter::default()
    };
    let field = format!("judgements.{}", under.day);
    for change in store.audit(body, &filter, 200)? {
        if change.field.as_deref() != Some(field.as_str()) {
            continue;
        }
        let words = |text: Option<String>| {
            let said = judgements(text.as_deref().and_then(seen).as_ref());
            let lines = said
                .iter()
                .map(|said| format!("{}: {}", judge_words(asked, &said.source), said.text));
            Some(lines.collect::<Vec<_>>().join("; ")).filter(|text| !text.is_empty())
        };
        let event = Event {
            when: moment(t, &change.at),
            who: change.author,
            what: t.text("web-mon-judgement-changed"),
            before: words(change.before),
            after: words(change.after),
            reason: change.reason,
        };
        found.push((change.at, event));
    }
    found.sort_by(|a, b| b.0.cmp(&a.0));
    Ok((!found.is_empty()).then(|| History {
        t,
        entries: found.into_iter().map(|(_, event)| event).collect(),
    }))
}

/// A judgement is written; an empty one is taken back.
pub fn judge(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let under = Under::of(asked)?;
    let (record, node) = judged(asked, &under)?;
    let judge = Judge::of(&under, asked.person()?, node).ok_or(Failure::Forbidden)?;
    let (text, note) = (asked.form.text("text"), asked.form.text("note"));
    if text.is_empty() && !note.is_empty() {
        return show(asked, &[("text", "web-mon-judgement-empty")]);
    }
    let place = Place::of(&under.loaded, record, "judgements", under.day);
    // Each judge has a part of the field: what another judge wrote meanwhile is no conflict.
    let seen = seen(asked.form.text("before"));
    let own = |value: Option<&Json>| {
        let said = judgements(value).into_iter();
        said.filter(|said| said.source == judge.source())
            .map(|said| (said.text, said.note))
            .collect::<Vec<_>>()
    };
    let address = under.address(&format!("giudizio/{record}"));
    let now = place.now.as_ref();
    let mine = own(now);
    if mine != own(seen.as_ref()) && mine != [(text.to_owned(), note.to_owned())] {
        let answer = show(asked, &[("text", "web-mon-judgement-conflict")])?;
        return Ok(answer.status(StatusCode::CONFLICT));
    }
    let change = place.change(now, with(now, judge, text, note));
    let Some(change) = change else {
        return Ok(Answer::to(address));
    };
    let applied = apply(asked, &under, change)?;
    let undo = applied
        .map(|batch| format!("&lotto={batch}"))
        .unwrap_or_default();
    Ok(Answer::to(format!("{address}?fatto=mon-judged{undo}")))
}

fn apply(asked: &Asked<'_>, under: &Under, change: Change) -> Result<Option<i64>, Failure> {
    let (store, body) = (&asked.server.store, &under.loaded.body);
    let applied = store.apply(body, under.loaded.id, &[change], &author(asked)?)?;
    Ok(applied.batch)
}

/// A remark is made; it stays.
pub fn remark(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let under = Under::of(asked)?;
    let (record, node) = judged(asked, &under)?;
    if !reaches(under.plan(), asked.person()?, Right::Remark, node) {
        return Err(Failure::Forbidden);
    }
    let text = asked.form.text("remark");
    if text.is_empty() {
        return show(asked, &[("remark", "web-field-empty")]);
    }
    let new = NewRemark {
        plan: under.loaded.id,
        record: Some(record),
        text,
    };
    let (store, body) = (&asked.server.store, &under.loaded.body);
    store.add_remark(body, &new, &author(asked)?)?;
    let address = under.address(&format!("giudizio/{record}"));
    Ok(Answer::to(format!("{address}?fatto=mon-remarked")))
}
