//! `/{body}/{plan}/documenti`: what can be produced, for which date, and what is missing for it;
//! documents in the making, and those that are kept.

use std::sync::{Arc, Mutex, PoisonError};

use askama::Template;
use axum::http::{StatusCode, header};
use documents::block::Look as House;
use domain::plan::{Node, NodeKind};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use store::{Author, NewDocument, Store};

use super::logo::{self, LogoForm};
use super::{Looked, edition, frame_of};
use crate::document::{Edition, Form, Kind, OF_DASHBOARDS, Side, colours, document};
use crate::messages::{Catalogue, Language};
use crate::web::asked::{Asked, secret};
use crate::web::failure::Failure;
use crate::web::page::Page;
use crate::web::part::{
    Action, Actions, Cell, Choice, Column, Empty, Field, Kind as Of, Link, Look, Post, Row, Step,
    StepState, Stepper, Table,
};
use crate::web::plans::Loaded;
use crate::web::receive::{Answer, clock, today};
use crate::web::rights::Right;
use crate::web::shown::Shown;

#[derive(Template)]
#[template(path = "documents.html")]
struct DocumentsPage<'a> {
    page: Page<'a>,
    at: String,
    offered: Vec<Offered>,
    produce: Option<Produce<'a>>,
    running: Vec<Link>,
    kept: Option<Table<'a>>,
    logo: Option<LogoForm<'a>>,
    empty: Option<Empty>,
}

/// A kind of document as it is offered: what it is, and which of its parts the plan has nothing for.
struct Offered {
    title: String,
    text: String,
    parts: Option<Parts>,
    /// The way to them.
    ask: Option<Link>,
    way: Option<Action>,
}

/// How many of its parts have content, and those that have none.
struct Parts {
    count: String,
    missing: Vec<(String, String)>,
}

fn parts(edition: &Edition<'_>) -> Parts {
    let parts = edition.kind.parts();
    let missing: Vec<(String, String)> = parts
        .iter()
        .filter(|part| (part.build)(edition).is_empty())
        .map(|part| {
            (
                edition.say(&format!("part-{}", part.name)),
                edition.say(&format!("missing-{}", part.name)),
            )
        })
        .collect();
    let there = (parts.len() - missing.len()).to_string();
    let args = [("there", there.as_str()), ("all", &parts.len().to_string())];
    Parts {
        count: edition.catalogue.with("web-documents-parts", &args),
        missing,
    }
}

/// The form that orders a document.
struct Produce<'a> {
    post: Post,
    fields: Vec<Field<'a>>,
    button: Action,
}

#[derive(Template)]
#[template(path = "document_progress.html")]
struct ProgressPage<'a> {
    page: Page<'a>,
    title: String,
    stepper: Stepper<'a>,
    failed: Option<String>,
    /// The address that is asked again until the document is there.
    again: Option<String>,
    ways: Actions,
}

/// The kinds that are offered by name: the word in the address, which is the command line's.
const KINDS: [&str; 6] = [
    "piano",
    "monitoraggio",
    "relazione",
    "scheda",
    "cruscotto",
    "confronto",
];

/// What is ordered.
#[derive(Clone, Debug)]
struct Order {
    kind: String,
    format: String,
    thing: Option<i64>,
    at: Option<Date>,
    from: Option<Date>,
    with: Option<i64>,
    draft: bool,
}

/// How far a document in the making is: kept with what its author has under way, so that any
/// instance can tell.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Making {
    plan: i64,
    title: String,
    step: usize,
    failed: Option<String>,
    kept: Option<i64>,
}

/// The steps of a document in the making.
const STEPS: [&str; 4] = ["waiting", "composing", "setting", "keeping"];

/// A document that has not moved for so long was interrupted.
const LONGEST: SignedDuration = SignedDuration::from_mins(5);

/// Where what is in the making is kept.
fn drawer(token: &str) -> String {
    format!("documenti/{token}")
}

/// Documents are set one at a time: it takes a processor and memory.
static SETTING: Mutex<()> = Mutex::new(());

/// The page.
pub fn page(asked: &Asked<'_>) -> Result<Answer, Failure> {
    show(asked, None)
}

/// The page, with what is wrong with a field of one of its forms.
pub fn show(asked: &Asked<'_>, wrong: Option<(&str, String)>) -> Result<Answer, Failure> {
    let t = asked.t;
    let looked = Looked::of(asked)?;
    let shown = looked.shown(t);
    let who = asked.person()?;
    let kept = kept(&shown, asked)?;
    let may = asked.may(Right::Produce);
    let at = shown.scores.at.map(|at| shown.day(at));
    let is_empty = shown.loaded.plan().objectives.is_empty() && kept.is_none();
    let refused = wrong.is_some();
    let page = DocumentsPage {
        page: frame_of(asked, &shown, "documenti", t.text("web-documents-title")),
        at: at.map_or_else(String::new, |at| {
            t.with("web-documents-at", &[("day", &at)])
        }),
        offered: match is_empty {
            true => Vec::new(),
            false => offered(asked, &shown, may),
        },
        produce: (may && !is_empty).then(|| Produce {
            post: Post {
                action: shown.address("documenti"),
                csrf: who.csrf.clone(),
                hidden: Vec::new(),
            },
            fields: fields(asked, &shown, wrong.as_ref()),
            button: Action::submit(t.text("web-documents-produce"), Look::First),
        }),
        running: running(asked, &shown)?,
        logo: match who.may_everywhere(Right::EditPlan) {
            true => {
                let of_logo = wrong.filter(|(name, _)| *name == "logo");
                Some(logo::form(asked, &shown, of_logo.map(|(_, said)| said))?)
            }
            false => None,
        },
        empty: (kept.is_none()).then(|| Empty {
            title: t.text("web-documents-nothing"),
            text: t.text("web-documents-nothing-text"),
            actions: Vec::new(),
        }),
        kept,
    };
    let answer = Answer::page(page.render()?);
    Ok(match refused {
        true => answer.status(StatusCode::UNPROCESSABLE_ENTITY),
        false => answer,
    })
}

/// The three great documents, with the parts for which the plan has nothing.
fn offered(asked: &Asked<'_>, shown: &Shown<'_>, may: bool) -> Vec<Offered> {
    let t = asked.t;
    let checked = shown.loaded.checked(today(asked.now));
    [Kind::Plan, Kind::Monitoring, Kind::Report]
        .into_iter()
        .map(|kind| {
            let edition = edition(shown, kind, &checked, None);
            let word = kind.token();
            // Every part is made to see whether it has content: only where somebody asks.
            let wanted = [asked.query.text("manca"), said(asked, "genere")].contains(&word);
            Offered {
                title: edition.title_of_document(),
                text: t.text(&format!("web-documents-{word}")),
                parts: wanted.then(|| parts(&edition)),
                ask: (!wanted).then(|| {
                    let query = asked.query.with("manca", Some(word));
                    Link::new(
                        t.text("web-documents-missing"),
                        format!("{}?{query}", asked.path),
                    )
                }),
                way: may.then(|| {
                    let address = shown.address(&format!("documenti?genere={word}"));
                    let label = t.text("web-documents-choose");
                    let mut action = Action::to(label, Look::Small, format!("{address}#produci"));
                    action.about = Some(edition.title_of_document());
                    action
                }),
            }
        })
        .collect()
}

/// What was typed, else what the address says.
fn said<'q>(asked: &'q Asked<'_>, name: &str) -> &'q str {
    match asked.form.get(name) {
        Some(text) => text.trim(),
        None => asked.query.text(name),
    }
}

fn fields<'a>(
    asked: &Asked<'a>,
    shown: &Shown<'a>,
    wrong: Option<&(&str, String)>,
) -> Vec<Field<'a>> {
    let t = asked.t;
    let plan = shown.loaded.plan();
    let error = |name: &str| {
        let wrong = wrong.filter(|(of, _)| *of == name);
        wrong.map(|(_, said)| said.clone())
    };
    let kinds = KINDS.map(|kind| Choice::new(kind, t.text(&format!("web-documents-kind-{kind}"))));
    let forms = Form::ALL.map(|form| {
        let ending = form.ending();
        Choice::new(ending, t.text(&format!("web-documents-form-{ending}")))
    });
    let day = |day: Date| Choice::new(day.to_string(), shown.day(day));
    let days: Vec<Choice> = plan.checkpoint_days().into_iter().map(day).collect();
    let none = Choice::new("", t.text("web-documents-no-thing"));
    let mut things = vec![none];
    let kinds_of_things = [NodeKind::Objective].into_iter().chain(OF_DASHBOARDS);
    for kind in kinds_of_things {
        let scored = shown.scores.nodes.iter().map(|score| score.node);
        for node in scored.filter(|node| node.kind == kind) {
            if let Some(number) = shown.loaded.numbers.number(node) {
                let word = t.word("kind", kind.token());
                let text = format!("{word}: {}", shown.label(node));
                things.push(Choice::new(number.to_string(), text));
            }
        }
    }
    let mut earlier = vec![Choice::new("", t.text("web-comparison-last"))];
    earlier.extend(plan.checkpoint_days().into_iter().map(day));
    let mut with = vec![Choice::new("", t.text("web-comparison-same"))];
    let plans = asked.server.store.plans(&shown.loaded.body);
    for plan in plans.unwrap_or_default() {
        if plan.id != shown.loaded.id && plan.archived.is_none() {
            with.push(Choice::new(plan.id.to_string(), plan.title));
        }
    }
    let chosen = |name: &str, otherwise: &str| match said(asked, name) {
        "" => otherwise.to_owned(),
        text => text.to_owned(),
    };
    let at = shown.scores.at.or(shown.scores.checkpoint);
    let at = at.map(|at| at.to_string()).unwrap_or_default();
    let mut fields = vec![
        Field::new(
            t,
            Of::One(kinds.into()),
            "genere",
            t.text("web-documents-kind"),
        )
        .holding(chosen("genere", "piano"))
        .wrong(error("genere")),
        Field::new(
            t,
            Of::One(forms.into()),
            "formato",
            t.text("web-documents-form"),
        )
        .holding(chosen("formato", "pdf"))
        .wrong(error("formato")),
    ];
    if !days.is_empty() {
        fields.push(
            Field::new(t, Of::One(days), "data", t.text("web-documents-day"))
                .holding(chosen("data", &at))
                .wrong(error("data")),
        );
    }
    fields.push(
        Field::new(t, Of::One(things), "voce", t.text("web-documents-thing"))
            .helped(t.text("web-documents-thing-help"))
            .holding(said(asked, "voce"))
            .wrong(error("voce")),
    );
    fields.push(
        Field::new(t, Of::One(earlier), "da", t.text("web-documents-from"))
            .helped(t.text("web-documents-from-help"))
            .holding(said(asked, "da"))
            .wrong(error("da")),
    );
    if with.len() > 1 {
        fields.push(
            Field::new(t, Of::One(with), "con", t.text("web-comparison-with"))
                .holding(said(asked, "con"))
                .wrong(error("con")),
        );
    }
    fields.push(
        Field::new(t, Of::Yes, "bozza", t.text("web-documents-draft"))
            .helped(t.text("web-documents-draft-help"))
            .holding(asked.form.text("bozza")),
    );
    fields
}

/// The documents that are kept, the newest first.
fn kept<'a>(shown: &Shown<'a>, asked: &Asked<'a>) -> Result<Option<Table<'a>>, Failure> {
    let t = asked.t;
    let loaded = shown.loaded;
    let documents = asked.server.store.documents(&loaded.body, loaded.id)?;
    let rows: Vec<Row<'a>> = documents
        .into_iter()
        .map(|document| {
            let (body, id) = (&loaded.body, loaded.id);
            let address = format!("/{body}/{id}/documenti/{}", document.id);
            let day = document.at_date.parse().map(|day| shown.day(day));
            let made: Option<Timestamp> = document.created.parse().ok();
            let made = made.map_or(document.created.clone(), |at| moment(shown, at));
            let kind = t.find(&format!("web-documents-kind-{}", document.kind), &[]);
            let stale = document.revision != loaded.revision;
            Row::of(vec![
                Cell::Link(
                    Link::new(document.file_name, address),
                    Some(kind.unwrap_or(document.kind)),
                ),
                Cell::Text(day.unwrap_or(document.at_date)),
                Cell::Two(
                    document.revision.to_string(),
                    match stale {
                        true => t.text("web-documents-changed-since"),
                        false => t.text("web-documents-current"),
                    },
                ),
                Cell::Two(made, document.author),
                Cell::Text(document.digest),
            ])
        })
        .collect();
    let head = |name: &str| t.text(&format!("web-reading-{name}"));
    Ok((!rows.is_empty()).then(|| Table {
        t,
        caption: t.text("web-documents-kept"),
        quiet: true,
        columns: vec![
            Column::words(head("document")),
            Column::words(head("day")),
            Column::words(head("revision")),
            Column::words(head("made")),
            Column::words(head("digest")),
        ],
        rows,
        totals: None,
        exports: Vec::new(),
    }))
}

/// A moment as people read it.
pub fn moment(shown: &Shown<'_>, at: Timestamp) -> String {
    let here = at.to_zoned(clock());
    format!(
        "{} {:02}:{:02}",
        shown.day(here.date()),
        here.hour(),
        here.minute()
    )
}

/// Documents of this plan that the asker has in the making.
fn running(asked: &Asked<'_>, shown: &Shown<'_>) -> Result<Vec<Link>, Failure> {
    let who = asked.person()?;
    let drafts = asked.server.store.drafts(&who.body, who.account)?;
    let links = drafts.into_iter().filter_map(|draft| {
        let token = draft.page.strip_prefix("documenti/")?;
        let making: Making = serde_json::from_str(&draft.content).ok()?;
        let here = making.plan == shown.loaded.id && making.kept.is_none();
        here.then(|| {
            let address = shown.address(&format!("documenti/in-corso/{token}"));
            Link::new(making.title, address)
        })
    });
    Ok(links.collect())
}

/// Orders a document: it is made behind, and a page tells how far it is.
pub fn produce(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let t = asked.t;
    let looked = Looked::of(asked)?;
    let shown = looked.shown(t);
    let who = asked.person()?;
    let form = |name: &str| asked.form.text(name);
    let order = match order(asked, &shown) {
        Ok(order) => order,
        Err((field, key)) => return show(asked, Some((field, t.text(key)))),
    };
    // Another plan is looked for where the asker is told that there is none.
    let with = match order.with {
        Some(_) => Some(super::comparison::other(
            asked,
            &looked.loaded,
            form("con"),
        )?),
        None => None,
    };
    let token = secret().map_err(|error| Failure::Broken(error.to_string()))?;
    let token = token[..24].to_owned();
    let kind = t.text(&format!("web-documents-kind-{}", order.kind));
    let title = match order
        .thing
        .and_then(|number| shown.loaded.numbers.node(number))
    {
        Some(node) => format!("{kind}: {} ({})", shown.label(node), order.format),
        None => format!("{kind} ({})", order.format),
    };
    let job = Job {
        store: asked.server.store.clone(),
        body: who.body.clone(),
        account: who.account,
        author: who.name.clone(),
        language: t.language,
        loaded: Arc::clone(&looked.loaded),
        with,
        today: today(asked.now),
        token: token.clone(),
        order,
        making: Making {
            plan: shown.loaded.id,
            title,
            step: 0,
            failed: None,
            kept: None,
        },
    };
    job.note()?;
    let started = std::thread::Builder::new()
        .name("document".to_owned())
        .spawn(move || job.run());
    started.map_err(|error| Failure::Broken(error.to_string()))?;
    Ok(Answer::to(
        shown.address(&format!("documenti/in-corso/{token}")),
    ))
}

/// What the form orders, or the field that is wrong with what to say there.
fn order(asked: &Asked<'_>, shown: &Shown<'_>) -> Result<Order, (&'static str, &'static str)> {
    let form = |name: &str| asked.form.text(name);
    let kind = form("genere");
    if !KINDS.contains(&kind) {
        return Err(("genere", "web-documents-wrong"));
    }
    let format = Form::named(form("formato")).ok_or(("formato", "web-documents-wrong"))?;
    let day = |name: &'static str| match form(name) {
        "" => Ok(None),
        text => text
            .parse::<Date>()
            .map(Some)
            .map_err(|_| (name, "web-documents-wrong")),
    };
    let thing = match form("voce") {
        "" => None,
        number => Some(
            shown
                .loaded
                .node(number)
                .map_err(|_| ("voce", "web-documents-wrong"))?,
        ),
    };
    let wanted: &[NodeKind] = match kind {
        "scheda" => &[NodeKind::Objective],
        "cruscotto" => &OF_DASHBOARDS,
        _ => &[],
    };
    let thing = match (wanted.is_empty(), thing) {
        (true, _) => None,
        (false, Some((number, node))) if wanted.contains(&node.kind) => Some(number),
        (false, Some(_)) => return Err(("voce", "web-documents-other-thing")),
        (false, None) => return Err(("voce", "web-documents-which")),
    };
    let (from, with) = match kind {
        "confronto" => {
            let with = form("con");
            let with = match with {
                "" => None,
                number => Some(number.parse().map_err(|_| ("con", "web-documents-wrong"))?),
            };
            (day("da")?, with)
        }
        _ => (None, None),
    };
    if kind == "confronto" && from.is_none() && with.is_none() {
        return Err(("da", "web-documents-from-which"));
    }
    Ok(Order {
        kind: kind.to_owned(),
        format: format.ending().to_owned(),
        thing,
        at: day("data")?,
        from,
        with,
        draft: form("bozza") == "yes",
    })
}

/// A document in the making, with all that it takes.
struct Job {
    store: Store,
    body: String,
    account: i64,
    author: String,
    language: Language,
    loaded: Arc<Loaded>,
    with: Option<Arc<Loaded>>,
    today: Date,
    token: String,
    order: Order,
    making: Making,
}

impl Job {
    /// Says how far it is.
    fn note(&self) -> Result<(), Failure> {
        let content = serde_json::to_string(&self.making)
            .map_err(|error| Failure::Broken(error.to_string()))?;
        let page = drawer(&self.token);
        let now = Timestamp::now();
        let store = &self.store;
        Ok(store.keep_draft(&self.body, self.account, &page, &content, now)?)
    }

    fn at(&mut self, step: usize) -> Result<(), Failure> {
        self.making.step = step;
        self.note()
    }

    fn run(mut self) {
        let _turn = SETTING.lock().unwrap_or_else(PoisonError::into_inner);
        match self.make() {
            Ok(number) => self.making.kept = Some(number),
            Err(failure) => {
                if let Some(said) = failure.for_log() {
                    tracing::error!(said, "a document was not made");
                }
                self.making.failed = Some(failure.token().to_owned());
            }
        }
        if let Err(failure) = self.note() {
            tracing::error!(
                failure = failure.token(),
                "how far a document is was not noted"
            );
        }
    }

    fn make(&mut self) -> Result<i64, Failure> {
        self.at(1)?;
        let order = self.order.clone();
        let loaded = Arc::clone(&self.loaded);
        let catalogue = Catalogue::new(self.language);
        let scores = loaded.scores(order.at);
        let thing = order.thing.and_then(|number| loaded.numbers.node(number));
        let kind = kind(&order.kind, thing).ok_or(Failure::NotFound)?;
        let form = Form::named(&order.format).ok_or(Failure::NotFound)?;
        let earlier = self.with.clone().unwrap_or_else(|| Arc::clone(&loaded));
        let old = earlier.scores(order.from);
        let side = Side {
            plan: earlier.plan(),
            readings: &earlier.readings,
            scores: &old,
        };
        let shown = Shown {
            t: &catalogue,
            loaded: &loaded,
            scores: &scores,
            at: order.at,
        };
        let checked = loaded.checked(self.today);
        let other = (kind == Kind::Comparison).then_some(&side);
        let mut edition = edition(&shown, kind, &checked, other);
        edition.draft = order.draft;
        let house = House {
            colours: colours(loaded.plan()),
            logo: logo::of_plan(&self.store, &loaded, &catalogue)?,
        };
        let document = document(&edition, house);
        self.at(2)?;
        let content = form.write(&document).map_err(Failure::Broken)?;
        self.at(3)?;
        let at = order.at.or(scores.at).unwrap_or(self.today).to_string();
        let name = file_name(&shown, &order, thing, &at);
        let author = Author {
            account: Some(self.account),
            name: &self.author,
            now: Timestamp::now(),
            reason: None,
        };
        let new = NewDocument {
            plan: loaded.id,
            kind: &order.kind,
            format: &order.format,
            at_date: &at,
            revision: loaded.revision,
            file_name: &name,
            content: &content,
        };
        Ok(self.store.keep_document(&self.body, &new, &author)?)
    }
}

fn kind(word: &str, thing: Option<Node>) -> Option<Kind> {
    Some(match word {
        "piano" => Kind::Plan,
        "monitoraggio" => Kind::Monitoring,
        "relazione" => Kind::Report,
        "scheda" => Kind::Sheet(thing?),
        "cruscotto" => Kind::Dashboard(thing?),
        "confronto" => Kind::Comparison,
        _ => return None,
    })
}

/// `monitoraggio-2025-06-30.pdf`; with the code of the thing where it is of one.
fn file_name(shown: &Shown<'_>, order: &Order, thing: Option<Node>, at: &str) -> String {
    let code: String = thing
        .map(|node| shown.code(node))
        .unwrap_or_default()
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || *c == '.')
        .collect();
    let mut name = order.kind.clone();
    if !code.is_empty() {
        name.push('-');
        name.push_str(code.trim_matches('.'));
    }
    if order.draft {
        name.push_str("-bozza");
    }
    format!("{name}-{at}.{}", order.format)
}

/// How far a document is; the way to it as soon as it is there.
pub fn progress(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let t = asked.t;
    let looked = Looked::of(asked)?;
    let shown = looked.shown(t);
    let who = asked.person()?;
    let store = &asked.server.store;
    let page = drawer(asked.part("making"));
    let draft = store.draft(&who.body, who.account, &page)?;
    let draft = draft.ok_or(Failure::NotFound)?;
    let making: Making = serde_json::from_str(&draft.content).map_err(|_| Failure::NotFound)?;
    if making.kept.is_some() {
        store.drop_draft(&who.body, who.account, &page)?;
        let (body, id) = (&shown.loaded.body, shown.loaded.id);
        let address = format!("/{body}/{id}/documenti?fatto=document");
        return Ok(match asked.partial {
            // A partial update of the page of progress leads the whole page on.
            true => {
                let mut answer = Answer::page(String::new());
                let name = axum::http::HeaderName::from_static("hx-redirect");
                answer.headers.push((name, address));
                answer
            }
            false => Answer::to(address),
        });
    }
    let moved: Option<Timestamp> = draft.at.parse().ok();
    let stopped = moved.is_some_and(|moved| asked.now.duration_since(moved) > LONGEST);
    let failed = match &making.failed {
        Some(token) => Some(t.text(&format!("web-failure-{token}-help"))),
        None if stopped => Some(t.text("web-documents-stopped")),
        None => None,
    };
    if failed.is_some() {
        store.drop_draft(&who.body, who.account, &page)?;
    }
    let steps = STEPS.iter().enumerate().map(|(at, step)| Step {
        name: t.text(&format!("web-documents-step-{step}")),
        state: match (at.cmp(&making.step), &failed) {
            (std::cmp::Ordering::Less, _) => StepState::Done,
            (std::cmp::Ordering::Equal, None) => StepState::Here,
            (std::cmp::Ordering::Equal, Some(_)) => StepState::Back,
            (std::cmp::Ordering::Greater, _) => StepState::Ahead,
        },
        note: None,
    });
    let back = Action::to(
        t.text("web-documents-back"),
        Look::Second,
        shown.address("documenti"),
    );
    let mut frame = frame_of(asked, &shown, "documenti", t.text("web-documents-making"));
    frame.crumbs.push(Link::new(
        t.text("web-documents-title"),
        shown.address("documenti"),
    ));
    let page = ProgressPage {
        page: frame,
        title: making.title,
        stepper: Stepper {
            t,
            steps: steps.collect(),
        },
        again: failed.is_none().then(|| asked.path.clone()),
        failed,
        ways: Actions { items: vec![back] },
    };
    Ok(Answer::page(page.render()?))
}

/// A kept document as a file.
pub fn download(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let looked = Looked::of(asked)?;
    let number: i64 = asked
        .part("document")
        .parse()
        .map_err(|_| Failure::NotFound)?;
    let store = &asked.server.store;
    let (document, content) = store.document_content(&looked.loaded.body, number)?;
    if document.plan != looked.loaded.id {
        return Err(Failure::NotFound);
    }
    let media = match document.format.as_str() {
        "png" => "image/png",
        "svg" => "image/svg+xml",
        format => Form::named(format).map_or("application/octet-stream", Form::media),
    };
    let mut answer = Answer::file(&document.file_name, media, content);
    if document.kind == store::LOGO {
        let alone = "default-src 'none'; sandbox".to_owned();
        answer
            .headers
            .push((header::CONTENT_SECURITY_POLICY, alone));
    }
    Ok(answer)
}
