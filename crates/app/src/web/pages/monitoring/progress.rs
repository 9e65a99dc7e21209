//! `/{body}/{plan}/monitoraggio/{campaign}`: how complete a campaign is, who is at which step, what
//! is missing; its closing and reopening.

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use axum::http::StatusCode;
use domain::plan::Node;
use jiff::civil::Date;
use store::{AuditFilter, Author, Entry};

use super::campaigns::entry_of_checkpoint;
use super::{Step, Under, harmless, moment};
use crate::web::asked::Asked;
use crate::web::failure::Failure;
use crate::web::page::{Confirm, Page};
use crate::web::pages::author;
use crate::web::part::{
    Action, Actions, Cell, Choice, Column, Due, Event, Field, Filters, Findings, Kind, Link, Look,
    Progress, Row, Table, Tabs, Timeline, Waiting, Weight,
};
use crate::web::receive::{Answer, today};
use crate::web::rights::Right;

#[derive(Template)]
#[template(path = "monitoring/campaign.html")]
struct CampaignPage<'a> {
    page: Page<'a>,
    lead: String,
    tabs: Tabs<'a>,
    waiting: Waiting<'a>,
    whole: Progress<'a>,
    areas: Vec<Progress<'a>>,
    people: Table<'a>,
    filters: Filters<'a>,
    entries: Table<'a>,
    findings: Option<Findings<'a>>,
    timeline: Timeline,
    actions: Option<Actions>,
}

/// The page.
pub fn page(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let under = Under::of(asked)?;
    let t = asked.t;
    let may_run = asked.may(Right::RunCampaigns);
    let label = under.title(t);
    let page = CampaignPage {
        page: under.frame(asked, label.clone()),
        lead: lead(asked, &under),
        tabs: under.tabs(asked, &label, "stato"),
        waiting: waiting(asked, &under),
        whole: progress(asked, &under, t.text("web-mon-whole"), "", &|_| true),
        areas: areas(asked, &under),
        people: people(asked, &under),
        filters: filters(asked, &under),
        entries: entries(asked, &under),
        findings: findings(asked, &under),
        timeline: timeline(asked, &under)?,
        actions: may_run.then(|| {
            let button = |name: &str, look: Look| {
                let label = t.text(&format!("web-mon-{name}"));
                Action::to(label, look, under.address(name))
            };
            Actions {
                items: match under.campaign.is_open() {
                    true => vec![
                        button("scadenza", Look::Second),
                        button("chiudi", Look::Danger),
                    ],
                    false => vec![button("riapri", Look::Second)],
                },
            }
        }),
    };
    Ok(Answer::page(page.render()?))
}

fn lead(asked: &Asked<'_>, under: &Under) -> String {
    let t = asked.t;
    let due = under.due().map_or_else(
        || under.campaign.due.clone(),
        |due| crate::printed::day(due, t.language),
    );
    match under.campaign.is_open() {
        true => t.with("web-mon-lead-open", &[("due", &due)]),
        false => {
            let at = under.campaign.closed_at.as_deref().unwrap_or_default();
            let who = under.campaign.closed_by.as_deref().unwrap_or_default();
            t.with(
                "web-mon-lead-closed",
                &[("at", &moment(t, at)), ("who", who)],
            )
        }
    }
}

/// What awaits the reader, then what is wrong with the whole.
fn waiting<'a>(asked: &Asked<'a>, under: &Under) -> Waiting<'a> {
    let t = asked.t;
    let mut items = Vec::new();
    let mut add = |name: &str, count: usize, href: String, weight: Weight| {
        if count > 0 {
            let count = count.to_string();
            items.push(Due {
                what: Link::new(
                    t.with(&format!("web-mon-waits-{name}"), &[("count", &count)]),
                    href,
                ),
                count,
                note: None,
                weight,
            });
        }
    };
    let count = |wanted: &dyn Fn(&&Entry) -> bool| under.entries.iter().filter(wanted).count();
    if let Some(who) = &asked.who {
        let mine = |entry: &Entry| under.campaign.is_open() && under.is_mine(who, entry);
        let returned = count(&|entry| mine(entry) && Step::of(entry) == Step::Returned);
        add("returned", returned, under.address("mie"), Weight::Error);
        let due =
            count(&|entry| mine(entry) && matches!(Step::of(entry), Step::Due | Step::Entered));
        let weight = match under.due().is_some_and(|due| due < today(asked.now)) {
            true => Weight::Error,
            false => Weight::Warning,
        };
        add("due", due, under.address("mie"), weight);
        let sent = count(&|entry| under.may_confirm(who, entry) && Step::of(entry) == Step::Sent);
        add(
            "sent",
            sent,
            under.address("da-confermare"),
            Weight::Warning,
        );
        if who.may(Right::RunCampaigns) {
            let late = count(&|entry| under.is_late(asked, entry));
            add("late", late, under.address("solleciti"), Weight::Error);
            let nobody = count(&|entry| entry.assignee.is_none() && entry.owner.is_empty());
            let href = format!("{}?persona=", under.address(""));
            add("nobody", nobody, href, Weight::Warning);
        }
    }
    Waiting {
        t,
        title: t.text("web-mon-waiting"),
        items,
    }
}

/// Done, in the progress of a campaign, is what has been sent or confirmed.
fn is_done(entry: &Entry) -> bool {
    !Step::of(entry).is_writable()
}

fn progress<'a>(
    asked: &Asked<'a>,
    under: &Under,
    label: String,
    query: &str,
    wanted: &dyn Fn(&Entry) -> bool,
) -> Progress<'a> {
    let of: Vec<&Entry> = under.entries.iter().filter(|entry| wanted(entry)).collect();
    let late = of
        .iter()
        .filter(|entry| under.is_late(asked, entry))
        .count();
    let confirmed = of.iter().filter(|entry| Step::of(entry) == Step::Confirmed);
    let confirmed = confirmed.count().to_string();
    let note = match late {
        0 => asked
            .t
            .with("web-mon-progress-confirmed", &[("count", &confirmed)]),
        late => asked.t.with(
            "web-mon-progress-late",
            &[("count", &confirmed), ("late", &late.to_string())],
        ),
    };
    Progress {
        t: asked.t,
        label: Link::new(label, format!("{}{query}#voci", under.address(""))),
        done: of.iter().filter(|entry| is_done(entry)).count(),
        total: of.len(),
        note: Some(note),
    }
}

fn areas<'a>(asked: &Asked<'a>, under: &Under) -> Vec<Progress<'a>> {
    let shown = under.shown(asked.t);
    let mut by_area: BTreeMap<Option<Node>, usize> = BTreeMap::new();
    for entry in &under.entries {
        *by_area.entry(under.area(under.node(entry))).or_default() += 1;
    }
    let mut areas: Vec<Option<Node>> = by_area.into_keys().collect();
    areas.sort_by_key(|area| (area.is_none(), *area));
    areas
        .into_iter()
        .map(|area| {
            let (label, query) = match area {
                Some(area) => {
                    let number = shown.loaded.numbers.number(area).unwrap_or_default();
                    (shown.label(area), format!("?area={number}"))
                }
                None => (asked.t.text("web-mon-no-area"), "?area=0".to_owned()),
            };
            progress(asked, under, label, &query, &|entry| {
                under.area(under.node(entry)) == area
            })
        })
        .collect()
}

/// Each person or unit with what is done and missing, the most missing first.
fn people<'a>(asked: &Asked<'a>, under: &Under) -> Table<'a> {
    let t = asked.t;
    let may_run = asked.may(Right::RunCampaigns);
    let mut by_person: BTreeMap<String, Vec<&Entry>> = BTreeMap::new();
    for entry in &under.entries {
        by_person
            .entry(under.person(t, entry))
            .or_default()
            .push(entry);
    }
    let mut of: Vec<(String, Vec<&Entry>)> = by_person.into_iter().collect();
    let missing = |entries: &[&Entry]| entries.iter().filter(|entry| !is_done(entry)).count();
    of.sort_by_key(|(name, entries)| (std::cmp::Reverse(missing(entries)), name.clone()));
    let rows = of.into_iter().map(|(person, entries)| {
        let late = entries
            .iter()
            .filter(|entry| under.is_late(asked, entry))
            .count();
        let count = |step: Step| {
            let found = entries
                .iter()
                .filter(|entry| Step::of(entry) == step)
                .count();
            Cell::Text(found.to_string())
        };
        let query = crate::web::frame::address_pairs(&[("persona", person.as_str())]);
        let link = Link::new(&person, format!("{}?{query}#voci", under.address("")));
        let mut cells = vec![Cell::Link(link, None)];
        cells.extend(Step::ALL.map(count));
        cells.push(Cell::Text(late.to_string()));
        if may_run {
            let remind = under.campaign.is_open() && missing(&entries) > 0;
            cells.push(match remind {
                true => Cell::Link(
                    Link::new(
                        t.text("web-mon-remind"),
                        format!("{}?{query}", under.address("solleciti")),
                    ),
                    None,
                ),
                false => Cell::Nothing,
            });
        }
        Row {
            cells,
            stands_out: late > 0,
        }
    });
    let mut columns = vec![Column::words(t.text("web-mon-column-person"))];
    columns.extend(Step::ALL.map(|step| Column::figures(step.words(t))));
    columns.push(Column::figures(t.text("web-mon-column-late")));
    if may_run {
        columns.push(Column::words(t.text("web-mon-column-reminder")));
    }
    Table {
        t,
        caption: t.text("web-mon-people"),
        quiet: false,
        columns,
        rows: rows.collect(),
        totals: None,
        exports: Vec::new(),
    }
}

/// The entries that the filters of the address leave.
fn chosen<'u>(asked: &Asked<'_>, under: &'u Under) -> Vec<&'u Entry> {
    let query = &asked.query;
    let area: Option<i64> = query.text("area").parse().ok();
    let of = |entry: &&Entry| {
        let in_area = area.is_none_or(|wanted| {
            let area = under.area(under.node(entry));
            let number = area.and_then(|area| under.loaded.numbers.number(area));
            number.unwrap_or_default() == wanted
        });
        let step = query.text("passo");
        let person = query.get("persona");
        let said = match under.person(asked.t, entry) {
            _ if entry.assignee.is_none() && entry.owner.is_empty() => String::new(),
            said => said,
        };
        let by_person = person.is_none_or(|wanted| {
            wanted == said || wanted == under.person(asked.t, entry) || wanted == "*"
        });
        in_area
            && by_person
            && (step.is_empty()
                || step == entry.step
                || (step == "late" && under.is_late(asked, entry)))
    };
    under.entries.iter().filter(of).collect()
}

fn filters<'a>(asked: &Asked<'a>, under: &Under) -> Filters<'a> {
    let t = asked.t;
    let shown = under.shown(t);
    let all = || Choice::new("", t.text("web-mon-all"));
    let mut areas: BTreeSet<Node> = BTreeSet::new();
    let mut without = false;
    let mut people: BTreeSet<String> = BTreeSet::new();
    for entry in &under.entries {
        match under.area(under.node(entry)) {
            Some(area) => {
                areas.insert(area);
            }
            None => without = true,
        }
        people.insert(under.person(t, entry));
    }
    let mut area_choices = vec![all()];
    area_choices.extend(areas.into_iter().filter_map(|area| {
        let number = under.loaded.numbers.number(area)?;
        Some(Choice::new(number.to_string(), shown.label(area)))
    }));
    if without {
        area_choices.push(Choice::new("0", t.text("web-mon-no-area")));
    }
    let mut person_choices = vec![Choice::new("*", t.text("web-mon-all"))];
    person_choices.extend(
        people
            .into_iter()
            .map(|name| Choice::new(name.clone(), name)),
    );
    let mut step_choices = vec![all()];
    step_choices.extend(Step::ALL.map(|step| Choice::new(step.token(), step.words(t))));
    step_choices.push(Choice::new("late", t.text("web-mon-column-late")));
    let query = &asked.query;
    let field = |name: &str, choices: Vec<Choice>, value: &str| {
        let label = t.text(&format!("web-mon-filter-{name}"));
        Field::new(t, Kind::One(choices), name, label).holding(value)
    };
    let mut person = query.get("persona").unwrap_or("*").to_owned();
    if person.is_empty() {
        person = t.text("web-mon-nobody");
    }
    let active = ["area", "persona", "passo"]
        .into_iter()
        .filter(|name| !matches!(query.get(name), None | Some("*")))
        .filter(|name| *name == "persona" || !query.text(name).is_empty())
        .map(|name| {
            let rest = query.with(name, None);
            Link::new(
                t.text(&format!("web-mon-filter-{name}")),
                format!("{}?{rest}#voci", under.address("")),
            )
        })
        .collect();
    let count = chosen(asked, under).len().to_string();
    Filters {
        t,
        action: under.address(""),
        fields: vec![
            field("area", area_choices, query.text("area")),
            field("persona", person_choices, &person),
            field("passo", step_choices, query.text("passo")),
        ],
        hidden: Vec::new(),
        active,
        count: t.with(
            "web-mon-count",
            &[("count", &count), ("all", &under.entries.len().to_string())],
        ),
    }
}

fn entries<'a>(asked: &Asked<'a>, under: &'a Under) -> Table<'a> {
    let t = asked.t;
    let shown = under.shown(t);
    let mut found = chosen(asked, under);
    found.sort_by_key(|entry| (Step::of(entry), under.node(entry)));
    let rows = found.into_iter().map(|entry| {
        let node = under.node(entry);
        let above = under.above(node).map(|above| shown.label(above));
        let typed = super::value::Place::of(&under.loaded, entry.record, "results", under.day);
        let typed = super::value::Typed::stored(typed.now.as_ref());
        let value = match typed.text.is_empty() {
            true => typed.state,
            false => typed.text,
        };
        // The figure as it would read once it is scored: the door to its explanation.
        let score = shown.scores.of(node).and_then(|score| score.score.as_ref());
        let href = under.address(&format!("voce/{}", entry.record));
        Row {
            cells: vec![
                Cell::Link(Link::new(shown.label(node), href), above),
                Cell::Text(under.person(t, entry)),
                Cell::Text(under.target(t, node)),
                if value.is_empty() {
                    Cell::Nothing
                } else {
                    Cell::Text(value)
                },
                match score {
                    Some(_) if typed_is_there(under, entry) => Cell::Figure(shown.figure(node)),
                    _ => Cell::Nothing,
                },
                match &entry.comment {
                    Some(comment) if Step::of(entry) == Step::Returned => {
                        Cell::Two(Step::of(entry).words(t), comment.clone())
                    }
                    _ => Cell::Text(Step::of(entry).words(t)),
                },
            ],
            stands_out: under.is_late(asked, entry) || Step::of(entry) == Step::Returned,
        }
    });
    let head = |name: &str| t.text(&format!("web-mon-column-{name}"));
    let query = asked.query.with("", None);
    Table {
        t,
        caption: t.text("web-mon-entries"),
        quiet: true,
        columns: vec![
            Column::words(head("thing")),
            Column::words(head("person")),
            Column::words(head("target")),
            Column::words(head("actual")),
            Column::figures(head("achievement")),
            Column::words(head("step")),
        ],
        rows: rows.collect(),
        totals: None,
        exports: vec![Link::new(
            "CSV",
            format!("{}?{query}", under.address("voci.csv")),
        )],
    }
}

fn typed_is_there(under: &Under, entry: &Entry) -> bool {
    let place = super::value::Place::of(&under.loaded, entry.record, "results", under.day);
    super::value::Typed::stored(place.now.as_ref()).says_something()
}

/// `…/voci.csv`: the entries that the filters leave, for a spreadsheet.
pub fn export(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let under = Under::of(asked)?;
    let t = asked.t;
    let shown = under.shown(t);
    let mut writer = csv::WriterBuilder::new()
        .delimiter(b';')
        .from_writer(Vec::new());
    let broken = |error: csv::Error| Failure::Broken(error.to_string());
    let heads = [
        "thing",
        "above",
        "person",
        "target",
        "actual",
        "achievement",
        "step",
        "as-of",
        "note",
    ];
    writer
        .write_record(heads.map(|name| t.text(&format!("web-mon-column-{name}"))))
        .map_err(broken)?;
    for entry in chosen(asked, &under) {
        let node = under.node(entry);
        let place = super::value::Place::of(&under.loaded, entry.record, "results", under.day);
        let typed = super::value::Typed::stored(place.now.as_ref());
        let above = under.above(node).map(|above| shown.label(above));
        let score = shown.scores.of(node).and_then(|score| score.score.as_ref());
        let score = score.filter(|_| typed.says_something());
        let cells = [
            shown.label(node),
            above.unwrap_or_default(),
            under.person(t, entry),
            under.target(t, node),
            typed.text,
            score
                .map(|score| shown.percent(Some(score)))
                .unwrap_or_default(),
            Step::of(entry).words(t),
            typed.as_of,
            typed.note,
        ];
        writer
            .write_record(cells.iter().map(|cell| harmless(cell)))
            .map_err(broken)?;
    }
    // Spreadsheets tell UTF-8 by its mark.
    let mut bytes = "\u{FEFF}".as_bytes().to_vec();
    bytes.extend(writer.into_inner().unwrap_or_default());
    let name = format!("{}-{}.csv", t.text("web-mon-file"), under.day);
    Ok(Answer::file(&name, "text/csv; charset=utf-8", bytes))
}

/// What the check says of the values of this campaign.
fn findings<'a>(asked: &Asked<'a>, under: &'a Under) -> Option<Findings<'a>> {
    if !asked.may(Right::ReadFindings) {
        return None;
    }
    let t = asked.t;
    let shown = under.shown(t);
    let nodes: BTreeSet<Node> = under
        .entries
        .iter()
        .map(|entry| under.node(entry))
        .collect();
    let field = format!("results.{}", under.day);
    let checked = under.loaded.checked(today(asked.now));
    let items: Vec<_> = checked
        .findings
        .iter()
        .filter(|finding| finding.place.node.is_some_and(|node| nodes.contains(&node)))
        .filter(|finding| {
            finding
                .place
                .field
                .as_deref()
                .is_some_and(|of| of.starts_with(&field))
        })
        .map(|finding| {
            let mut noticed = shown.noticed(finding, None);
            let record = finding
                .place
                .node
                .and_then(|node| under.loaded.numbers.number(node));
            if let (Some(record), Some(node)) = (record, finding.place.node) {
                let href = format!("{}#f-text", under.address(&format!("voce/{record}")));
                noticed.place = Some(Link::new(shown.label(node), href));
            }
            noticed
        })
        .collect();
    (!items.is_empty()).then_some(Findings { t, items })
}

/// The days of the campaign, and what was done with it.
fn timeline(asked: &Asked<'_>, under: &Under) -> Result<Timeline, Failure> {
    let t = asked.t;
    let day = |date: Date| crate::printed::day(date, t.language);
    let here = under.address("");
    let mut events: Vec<(String, Event)> = Vec::new();
    let mut add = |at: String, printed: String, key: &str, note: Option<String>, weight: Weight| {
        events.push((
            at,
            Event {
                day: printed,
                title: Link::new(t.text(&format!("web-mon-event-{key}")), here.clone()),
                note,
                weight,
            },
        ));
    };
    let checkpoint = under.day;
    add(
        checkpoint.to_string(),
        day(checkpoint),
        "checkpoint",
        None,
        Weight::Note,
    );
    if let Some(due) = under.due() {
        let weight = match due < today(asked.now) && under.campaign.is_open() {
            true => Weight::Warning,
            false => Weight::Note,
        };
        add(due.to_string(), day(due), "due", None, weight);
    }
    let filter = AuditFilter {
        plan: Some(under.loaded.id),
        ..AuditFilter::default()
    };
    let of = format!("campaign {}", under.campaign.id);
    for action in ["open", "close", "reopen", "due"] {
        let filter = AuditFilter {
            action: Some(format!("campaign-{action}")),
            ..filter.clone()
        };
        for found in asked.server.store.audit(&under.loaded.body, &filter, 50)? {
            if found.field.as_deref() != Some(of.as_str()) {
                continue;
            }
            let note = match &found.reason {
                Some(reason) => t.with(
                    "web-mon-event-by-reason",
                    &[("who", &found.author), ("reason", reason)],
                ),
                None => t.with("web-mon-event-by", &[("who", &found.author)]),
            };
            let key = match action {
                "open" => "opened",
                "close" => "closed",
                "reopen" => "reopened",
                _ => "due-changed",
            };
            add(
                found.at.clone(),
                moment(t, &found.at),
                key,
                Some(note),
                Weight::Success,
            );
        }
    }
    events.sort_by(|a, b| a.0.cmp(&b.0));
    Ok(Timeline {
        events: events.into_iter().map(|(_, event)| event).collect(),
    })
}

/// A page that asks before the campaign changes: `chiudi`, `riapri` or `scadenza`.
fn ask(
    asked: &Asked<'_>,
    under: &Under,
    name: &str,
    error: Option<String>,
) -> Result<Answer, Failure> {
    let t = asked.t;
    let words = |of: &str| t.text(&format!("web-mon-{name}{of}"));
    let missing = under.entries.iter().filter(|entry| !is_done(entry)).count();
    let sent = under
        .entries
        .iter()
        .filter(|entry| Step::of(entry) == Step::Sent);
    let (missing, sent) = (missing.to_string(), sent.count().to_string());
    let mut consequences = Vec::new();
    let mut fields = Vec::new();
    let is_wrong = error.is_some();
    match name {
        "chiudi" => {
            let args = [("missing", missing.as_str()), ("sent", sent.as_str())];
            for key in ["missing", "sent", "frozen"] {
                consequences.push(t.with(&format!("web-mon-chiudi-{key}"), &args));
            }
        }
        "riapri" => {
            consequences.push(words("-log"));
            let field = Field::new(t, Kind::Long(3), "reason", words("-reason"));
            let typed = asked.form.text("reason");
            fields.push(field.needed().holding(typed).wrong(error));
        }
        _ => {
            let typed = match asked.form.text("due") {
                "" => under.campaign.due.as_str(),
                typed => typed,
            };
            let field = Field::new(t, Kind::Day, "due", t.text("web-mon-open-due"));
            fields.push(field.needed().holding(typed).wrong(error));
        }
    }
    let frame = under.frame_below(asked, words(""));
    let look = match name {
        "chiudi" => Look::Danger,
        _ => Look::First,
    };
    let page = Confirm {
        post: frame.post(under.address(name), &[]),
        page: frame,
        text: t.with(
            &format!("web-mon-{name}-text"),
            &[("campaign", &under.title(t))],
        ),
        consequences,
        fields,
        actions: Actions {
            items: vec![
                Action::submit(words("-yes"), look),
                Action::to(t.text("web-cancel"), Look::Second, under.address("")),
            ],
        },
    };
    let answer = Answer::page(page.render()?);
    Ok(match is_wrong {
        true => answer.status(StatusCode::UNPROCESSABLE_ENTITY),
        false => answer,
    })
}

/// `…/chiudi`: whether to close it.
pub fn ask_close(asked: &Asked<'_>) -> Result<Answer, Failure> {
    ask(asked, &Under::of(asked)?, "chiudi", None)
}

/// `…/riapri`: whether to open it again, and why.
pub fn ask_reopen(asked: &Asked<'_>) -> Result<Answer, Failure> {
    ask(asked, &Under::of(asked)?, "riapri", None)
}

/// `…/scadenza`: another day by which everything is to be entered.
pub fn ask_due(asked: &Asked<'_>) -> Result<Answer, Failure> {
    ask(asked, &Under::of(asked)?, "scadenza", None)
}

/// The campaign is closed; its checkpoint takes no values any more.
pub fn close(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let under = Under::of(asked)?;
    let (store, body, id) = (&asked.server.store, &under.loaded.body, under.campaign.id);
    let author = author(asked)?;
    let marked = entry_of_checkpoint(&under.loaded, under.day, "closed");
    store.close_campaign(body, id, marked.as_slice(), &author)?;
    Ok(Answer::to(format!(
        "{}?fatto=mon-closed",
        under.address("")
    )))
}

/// The campaign is opened again, for a reason.
pub fn reopen(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let under = Under::of(asked)?;
    let reason = asked.form.text("reason");
    if reason.is_empty() {
        let said = asked.t.text("web-mon-riapri-reason-empty");
        return ask(asked, &under, "riapri", Some(said));
    }
    if under.campaign.is_open() {
        return Err(Failure::Unusable("already-open"));
    }
    let (store, body, id) = (&asked.server.store, &under.loaded.body, under.campaign.id);
    let author = Author {
        reason: Some(reason),
        ..author(asked)?
    };
    let marked = entry_of_checkpoint(&under.loaded, under.day, "open");
    store.reopen_campaign(body, id, marked.as_slice(), &author)?;
    Ok(Answer::to(format!(
        "{}?fatto=mon-reopened",
        under.address("")
    )))
}

/// Another day by which everything is to be entered.
pub fn set_due(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let under = Under::of(asked)?;
    let due: Option<Date> = asked.form.text("due").parse().ok();
    let wrong = match due {
        None => Some("web-mon-not-a-day"),
        Some(due) if due < under.day => Some("web-mon-open-due-early"),
        Some(_) => None,
    };
    if let Some(key) = wrong {
        return ask(asked, &under, "scadenza", Some(asked.t.text(key)));
    }
    let due = due.unwrap_or(under.day).to_string();
    let store = &asked.server.store;
    store.set_due(&under.loaded.body, under.campaign.id, &due, &author(asked)?)?;
    Ok(Answer::to(format!("{}?fatto=mon-due", under.address(""))))
}
