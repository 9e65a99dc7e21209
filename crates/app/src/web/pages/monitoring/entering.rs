//! `/{body}/{plan}/monitoraggio/{campaign}/voce/{record}`: one value, its evidence and its steps.

use askama::Template;
use axum::http::StatusCode;
use domain::plan::{Node, NodeKind};
use domain::target::state_words;
use serde_json::Value as Json;
use store::{Change, Conflict as Differs, Evidence, Proofs, Step as Stage};

use super::evidence::{ACCEPTED, Kept};
use super::preview::Preview;
use super::quantities::{Asked as Quantities, Computed};
use super::value::{FIELDS, Place, Typed, seen};
use super::{Step, Under, moment, stepper};
use crate::web::asked::{Asked, Who};
use crate::web::failure::Failure;
use crate::web::page::{Notice, Page};
use crate::web::pages::author;
use crate::web::part::{
    Action, Actions, Choice, Clash, Conflict, Field, Figure, Findings, Kind, Link, Look, Post,
    Stepper, Way, Weight,
};
use crate::web::receive::{Answer, today};
use crate::web::rights::Right;

#[derive(Template)]
#[template(path = "monitoring/entry.html")]
struct EntryPage<'a> {
    page: Page<'a>,
    stepper: Stepper<'a>,
    facts: Vec<(String, String)>,
    figure: Option<Figure<'a>>,
    form: Option<Form<'a>>,
    value: Vec<(String, String)>,
    files: Vec<FileShown>,
    deciding: Option<Deciding<'a>>,
    assigning: Option<Assigning<'a>>,
    findings: Option<Findings<'a>>,
    ways: Vec<Link>,
}

struct Form<'a> {
    post: Post,
    value: Vec<Field<'a>>,
    quantities: Option<QuantityFields<'a>>,
    about: Vec<Field<'a>>,
    evidence: Vec<Field<'a>>,
    steps: Vec<String>,
    actions: Actions,
}

struct QuantityFields<'a> {
    formula: String,
    fields: Vec<Field<'a>>,
    said: Vec<String>,
    compute: Action,
}

struct FileShown {
    name: String,
    link: String,
    size: String,
    digest: String,
    said: String,
    remove: Option<Action>,
}

struct Deciding<'a> {
    confirm: Option<Action>,
    back: Post,
    comment: Field<'a>,
    send_back: Action,
}

struct Assigning<'a> {
    post: Post,
    field: Field<'a>,
    save: Action,
}

/// What a form page is made with, beside what is stored.
#[derive(Default)]
struct Sent {
    typed: Option<Typed>,
    before: Option<Option<Json>>,
    quantities: Option<Quantities>,
    wrong: Vec<(String, String)>,
    notice: Option<String>,
}

/// The page.
pub fn page(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let under = Under::of(asked)?;
    show(asked, &under, Sent::default())
}

fn show(asked: &Asked<'_>, under: &Under, sent: Sent) -> Result<Answer, Failure> {
    let t = asked.t;
    let who = asked.person()?;
    let entry = under.entry_asked(asked)?;
    let node = under.node(entry);
    let shown = under.shown(t);
    let place = Place::of(&under.loaded, entry.record, "results", under.day);
    let stored = Typed::stored(place.now.as_ref());
    let files =
        asked
            .server
            .store
            .evidence(&under.loaded.body, under.loaded.id, Some(entry.record))?;
    let period = under.day.to_string();
    let files: Vec<Evidence> = files
        .into_iter()
        .filter(|file| file.removed.is_none() && file.period == period)
        .collect();
    let is_writable = under.is_writable(who, entry);
    let failed = !sent.wrong.is_empty();
    let mut page = under.frame_below(asked, shown.label(node));
    if Step::of(entry) == Step::Returned
        && let Some(comment) = &entry.comment
    {
        page.notices.push(Notice {
            weight: Weight::Error,
            text: t.with(
                "web-mon-returned",
                &[("who", &entry.changed_by), ("comment", comment)],
            ),
            action: None,
        });
    }
    if !under.campaign.is_open() {
        page.notices.push(Notice {
            weight: Weight::Note,
            text: t.text("web-mon-closed-notice"),
            action: None,
        });
    }
    if let Some(text) = &sent.notice {
        page.notices.push(Notice {
            weight: Weight::Warning,
            text: text.clone(),
            action: None,
        });
    }
    let form = is_writable.then(|| form(asked, under, node, &place, sent));
    let page = EntryPage {
        page,
        stepper: stepper(t, entry),
        facts: facts(asked, under, node),
        figure: stored.says_something().then(|| shown.open_figure(node)),
        value: match form.is_some() {
            true => Vec::new(),
            false => said(asked, &stored),
        },
        form,
        files: listed(asked, under, entry.record, &files, is_writable),
        deciding: deciding(asked, under, entry),
        assigning: assigning(asked, under, entry),
        findings: findings(asked, under, node),
        ways: ways(asked, under, node, entry.record),
    };
    let answer = Answer::page(page.render()?);
    Ok(match failed {
        true => answer.status(StatusCode::UNPROCESSABLE_ENTITY),
        false => answer,
    })
}

/// What must be known to enter it well: target, last year, definition.
fn facts(asked: &Asked<'_>, under: &Under, node: Node) -> Vec<(String, String)> {
    let t = asked.t;
    let plan = under.plan();
    let mut facts = Vec::new();
    let mut add = |name: &str, text: Option<String>| {
        if let Some(text) = text.filter(|text| !text.trim().is_empty()) {
            facts.push((t.text(&format!("web-mon-fact-{name}")), text));
        }
    };
    let shown = under.shown(t);
    add("above", under.above(node).map(|above| shown.label(above)));
    add("target", Some(under.target(t, node)));
    let last = under
        .last_year(node)
        .map(|(period, text)| t.with("web-mon-last-year", &[("period", &period), ("text", &text)]));
    add("last-year", last);
    match node.kind {
        NodeKind::Indicator => {
            let indicator = &plan.indicators[node.at()];
            add("unit", indicator.unit.clone());
            add("algorithm", indicator.algorithm.clone());
            add("source", indicator.source.clone());
            add("expected-evidence", indicator.expected_evidence.clone());
        }
        NodeKind::Activity => {
            let activity = &plan.activities[node.at()];
            add("unit", activity.unit.clone());
            let day = |day: &Option<domain::plan::Day>| day.as_ref().map(|day| day.text.clone());
            add("start", day(&activity.start));
            add("end", day(&activity.end));
        }
        _ => {}
    }
    let entry = under.loaded.numbers.number(node);
    let entry = entry.and_then(|record| under.entry(record).ok());
    add("person", entry.map(|entry| under.person(t, entry)));
    facts
}

/// The value as it stands, where it cannot be written.
fn said(asked: &Asked<'_>, typed: &Typed) -> Vec<(String, String)> {
    let t = asked.t;
    FIELDS
        .iter()
        .filter_map(|field| {
            let text = match *field {
                "provisional" => typed.provisional.then(|| t.text("web-mon-yes")),
                field => Some(typed.get(field)).filter(|text| !text.is_empty()),
            };
            Some((t.text(&format!("web-mon-field-{}", dashed(field))), text?))
        })
        .collect()
}

fn dashed(field: &str) -> String {
    field.replace('_', "-")
}

/// One field of a value.
pub fn field_of<'a>(asked: &Asked<'a>, name: &str, field: &str, typed: &Typed) -> Field<'a> {
    let t = asked.t;
    let kind = match field {
        "text" => Kind::Text(None),
        "as_of" => Kind::Text(None),
        "completion" => Kind::Figure,
        "provisional" => Kind::Yes,
        "state" => Kind::One(states(asked, &typed.state)),
        _ => Kind::Long(3),
    };
    let dashed = dashed(field);
    let mut made = Field::new(t, kind, name, t.text(&format!("web-mon-field-{dashed}")));
    made.help = t.find(&format!("web-mon-field-{dashed}-help"), &[]);
    made.holding(typed.get(field))
}

/// The states that are understood, and the one that is written.
fn states(asked: &Asked<'_>, typed: &str) -> Vec<Choice> {
    use domain::target::Progress;
    let known = [
        Progress::NotStarted,
        Progress::InProgress,
        Progress::Suspended,
        Progress::Waiting,
        Progress::Postponed,
        Progress::Completed,
    ];
    let mut choices = vec![Choice::new("", asked.t.text("web-mon-no-state"))];
    choices.extend(known.map(|state| Choice::new(state_words(state), state_words(state))));
    if !choices.iter().any(|choice| choice.value == typed) {
        choices.push(Choice::new(typed, typed));
    }
    choices
}

fn form<'a>(asked: &Asked<'a>, under: &Under, node: Node, place: &Place, sent: Sent) -> Form<'a> {
    let t = asked.t;
    let typed = sent
        .typed
        .unwrap_or_else(|| Typed::stored(place.now.as_ref()));
    let before = sent.before.unwrap_or_else(|| place.now.clone());
    let error = |name: &str| {
        let found = sent.wrong.iter().find(|(of, _)| of == name);
        found.map(|(_, said)| said.clone())
    };
    let own = under.address(&format!("voce/{}", place.record));
    let preview = typed
        .says_something()
        .then(|| Preview::of(under, node, typed.value(under.day, before.as_ref())));
    let field = |name: &str| field_of(asked, name, name, &typed).wrong(error(name));
    let mut text = field("text");
    text.reader = Some(format!("{own}/lettura"));
    text.read = preview
        .as_ref()
        .filter(|_| !typed.text.is_empty())
        .map(|preview| preview.read(t, under.day));
    let quantities = sent
        .quantities
        .or_else(|| Quantities::of(under, node))
        .map(|quantities| {
            let computed = quantities.computed(t);
            QuantityFields {
                formula: quantities.formula.clone(),
                fields: quantities.fields(asked, &sent.wrong),
                said: match computed {
                    Computed::Figure { arithmetic, text } => vec![t.with(
                        "web-mon-computed",
                        &[("arithmetic", &arithmetic), ("text", &text)],
                    )],
                    Computed::Nothing(said) => vec![said],
                },
                compute: Action {
                    label: t.text("web-mon-compute"),
                    look: Look::Second,
                    icon: None,
                    way: Way::Submit("passo", "compute".to_owned()),
                    about: None,
                },
            }
        });
    let mut files = Field::new(
        t,
        Kind::Files(ACCEPTED, limits(asked)),
        "file",
        t.text("web-mon-field-file"),
    );
    files.error = error("file");
    let submit = |name: &str, look: Look| Action {
        label: t.text(&format!("web-mon-{name}")),
        look,
        icon: None,
        way: Way::Submit("passo", name.to_owned()),
        about: None,
    };
    let entry = under.entry(place.record).ok();
    let mut hidden = vec![
        (
            "before".to_owned(),
            before.as_ref().map(Json::to_string).unwrap_or_default(),
        ),
        (
            "visto".to_owned(),
            entry.map(|entry| entry.step.clone()).unwrap_or_default(),
        ),
    ];
    if let Some(asking) = &quantities {
        hidden.extend(asking.fields.iter().map(|field| {
            let record = field.name.trim_start_matches("q-");
            let seen = Quantities::seen(under, record);
            (
                format!("qb-{record}"),
                asked
                    .form
                    .get(&format!("qb-{record}"))
                    .map_or(seen, str::to_owned),
            )
        }));
    }
    Form {
        post: Post {
            action: own,
            csrf: asked
                .who
                .as_ref()
                .map(|who| who.csrf.clone())
                .unwrap_or_default(),
            hidden,
        },
        value: vec![text],
        quantities,
        about: vec![
            field("as_of"),
            field("state"),
            field("completion"),
            field("provisional"),
        ],
        evidence: vec![field("note"), field("evidence"), files],
        steps: preview.map(|preview| preview.steps(t)).unwrap_or_default(),
        actions: Actions {
            items: vec![submit("send", Look::First), submit("save", Look::Second)],
        },
    }
}

/// What may be uploaded, in words.
fn limits(asked: &Asked<'_>) -> String {
    let megabytes = asked.server.settings.largest_upload / (1024 * 1024);
    asked
        .t
        .with("web-mon-limits", &[("megabytes", &megabytes.to_string())])
}

fn listed(
    asked: &Asked<'_>,
    under: &Under,
    record: i64,
    files: &[Evidence],
    is_writable: bool,
) -> Vec<FileShown> {
    let t = asked.t;
    let csrf = asked
        .who
        .as_ref()
        .map(|who| who.csrf.clone())
        .unwrap_or_default();
    let own = under.address(&format!("voce/{record}/prove"));
    files
        .iter()
        .map(|file| FileShown {
            name: file.file_name.clone(),
            link: format!("{own}/{}", file.id),
            size: super::evidence::size_words(t, file.size),
            digest: file.digest.clone(),
            said: super::said_at(t, &file.author, &file.at),
            remove: is_writable.then(|| {
                let post = Post {
                    action: format!("{own}/{}/togli", file.id),
                    csrf: csrf.clone(),
                    hidden: Vec::new(),
                };
                let mut action = Action::post(t.text("web-mon-file-remove"), Look::Small, post);
                action.about = Some(file.file_name.clone());
                action
            }),
        })
        .collect()
}

fn deciding<'a>(asked: &Asked<'a>, under: &Under, entry: &store::Entry) -> Option<Deciding<'a>> {
    let t = asked.t;
    let who = asked.who.as_ref()?;
    let step = Step::of(entry);
    if !under.may_confirm(who, entry) || !matches!(step, Step::Sent | Step::Confirmed) {
        return None;
    }
    let post = |decision: &str| Post {
        action: under.address(&format!("voce/{}/passo", entry.record)),
        csrf: who.csrf.clone(),
        hidden: vec![
            ("visto".to_owned(), entry.step.clone()),
            ("decisione".to_owned(), decision.to_owned()),
        ],
    };
    let mut comment = Field::new(t, Kind::Long(2), "comment", t.text("web-mon-comment")).needed();
    comment.help = Some(t.text("web-mon-comment-help"));
    if asked.form.get("comment").is_some() && asked.form.text("comment").is_empty() {
        comment.error = Some(t.text("web-mon-comment-empty"));
    }
    let comment = comment.holding(asked.form.text("comment"));
    Some(Deciding {
        confirm: (step == Step::Sent)
            .then(|| Action::post(t.text("web-mon-confirm"), Look::First, post("confirmed"))),
        back: post("returned"),
        comment,
        send_back: Action::submit(t.text("web-mon-send-back"), Look::Second),
    })
}

fn assigning<'a>(asked: &Asked<'a>, under: &Under, entry: &store::Entry) -> Option<Assigning<'a>> {
    let t = asked.t;
    let who = asked.who.as_ref()?;
    if !who.may(Right::RunCampaigns) || !under.campaign.is_open() {
        return None;
    }
    let mut choices = vec![Choice::new("", t.text("web-mon-assign-unit"))];
    choices.extend(
        under
            .accounts
            .iter()
            .filter(|account| account.is_active())
            .map(|account| Choice::new(account.id.to_string(), account.name.clone())),
    );
    let chosen = entry.assignee.map(|id| id.to_string()).unwrap_or_default();
    let label = t.text("web-mon-assign");
    Some(Assigning {
        post: Post {
            action: under.address(&format!("voce/{}/affida", entry.record)),
            csrf: who.csrf.clone(),
            hidden: Vec::new(),
        },
        field: Field::new(t, Kind::One(choices), "assignee", label).holding(chosen),
        save: Action::submit(t.text("web-mon-assign-save"), Look::Second),
    })
}

fn findings<'a>(asked: &Asked<'a>, under: &'a Under, node: Node) -> Option<Findings<'a>> {
    let t = asked.t;
    let shown = under.shown(t);
    let here = under.loaded.numbers.number(node);
    let field = format!("results.{}", under.day);
    let checked = under.loaded.checked(today(asked.now));
    let items: Vec<_> = checked
        .findings
        .iter()
        .filter(|finding| finding.place.node == Some(node))
        .filter(|finding| {
            finding
                .place
                .field
                .as_deref()
                .is_some_and(|of| of.starts_with(&field))
        })
        .map(|finding| shown.noticed(finding, here))
        .collect();
    (!items.is_empty()).then_some(Findings { t, items })
}

fn ways(asked: &Asked<'_>, under: &Under, node: Node, record: i64) -> Vec<Link> {
    let t = asked.t;
    let shown = under.shown(t);
    let mut ways = vec![Link::new(t.text("web-mon-to-sheet"), shown.page_of(node))];
    if node.kind == NodeKind::Indicator {
        let address = under.address(&format!("giudizio/{record}"));
        ways.push(Link::new(t.text("web-mon-to-judgements"), address));
    }
    ways
}

/// `…/lettura?text=…`: what a typed text means, and what it would achieve.
pub fn reading(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let under = Under::of(asked)?;
    let entry = under.entry_asked(asked)?;
    let node = under.node(entry);
    let place = Place::of(&under.loaded, entry.record, "results", under.day);
    let mut typed = Typed::stored(place.now.as_ref());
    // The field that asks may have any name; it alone is sent.
    let text = asked.query.get("text").or_else(|| {
        let first = asked.query.0.first();
        first.map(|(_, value)| value.as_str())
    });
    typed.put("text", text.unwrap_or_default());
    if typed.text.is_empty() {
        return Ok(Answer::page(String::new()));
    }
    let preview = Preview::of(&under, node, typed.value(under.day, place.now.as_ref()));
    Ok(Answer::page(preview.read(asked.t, under.day).render()?))
}

/// Whether a value may be written now; the failure says why not.
pub fn writable(under: &Under, who: &Who, entry: &store::Entry) -> Result<(), Failure> {
    if !under.may_enter(who, entry) {
        return Err(Failure::Forbidden);
    }
    if !under.campaign.is_open() {
        return Err(Failure::Unusable("frozen"));
    }
    if !Step::of(entry).is_writable() {
        return Err(Failure::Unusable("already-sent"));
    }
    Ok(())
}

/// The step to which saving or sending leads, where it leads to another.
pub fn next_step(now: Step, typed: &Typed, send: bool) -> Option<Step> {
    let to = match (send, now, typed.says_something()) {
        (true, ..) => Step::Sent,
        (false, Step::Due, true) => Step::Entered,
        (false, Step::Entered, false) => Step::Due,
        (false, now, _) => now,
    };
    (to != now).then_some(to)
}

/// A value is saved, or sent.
pub fn save(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let under = Under::of(asked)?;
    let who = asked.person()?;
    let entry = under.entry_asked(asked)?;
    writable(&under, who, entry)?;
    let (t, node) = (asked.t, under.node(entry));
    let place = Place::of(&under.loaded, entry.record, "results", under.day);
    let before = seen(asked.form.text("before"));
    let mut typed = match asked.form.get("scelta") {
        Some(_) => settled(asked, &place),
        None => Typed::sent(&asked.form, ""),
    };
    let quantities = Quantities::of(&under, node).map(|of| of.sent(&asked.form));
    let what = asked.form.text("passo");
    let mut source = None;
    if let Some(quantities) = &quantities {
        quantities.fill(&under, node, t, &mut typed, &mut source, what == "compute");
    }
    let keep = |typed: Typed, wrong: Vec<(String, String)>| Sent {
        typed: Some(typed),
        before: Some(before.clone()),
        quantities: quantities.clone(),
        wrong,
        notice: None,
    };
    if asked.form.get("read").is_some() || what == "compute" {
        return show(asked, &under, keep(typed, Vec::new()));
    }
    let mut wrong: Vec<(String, String)> = typed
        .mistakes()
        .into_iter()
        .map(|(field, key)| (field.to_owned(), t.text(key)))
        .collect();
    if let Some(quantities) = &quantities {
        wrong.extend(quantities.mistakes(t));
    }
    let send = what == "send";
    if send && !typed.says_something() {
        wrong.push(("text".to_owned(), t.text("web-mon-send-empty")));
    }
    let kept = Kept::of(asked);
    if let Err(said) = &kept {
        wrong.push(("file".to_owned(), said.clone()));
    }
    let (Ok(kept), true) = (kept, wrong.is_empty()) else {
        return show(asked, &under, keep(typed, wrong));
    };
    let without_files = typed.clone();
    for file in &kept {
        if !typed.evidence.lines().any(|line| line == file.name) {
            let line = match typed.evidence.is_empty() {
                true => file.name.clone(),
                false => format!("{}\n{}", typed.evidence, file.name),
            };
            typed.put("evidence", &line);
        }
    }
    let author = author(asked)?;
    let mut after = typed.onto(before.as_ref());
    if let (Some(Json::Object(details)), Some(source)) = (&mut after, &source) {
        details.insert("source".to_owned(), Json::String(source.clone()));
    } else if let (Some(Json::String(text)), Some(source)) = (&after, &source) {
        after = Some(serde_json::json!({ "text": text, "source": source }));
    }
    let mut changes: Vec<Change> = place.change(before.as_ref(), after).into_iter().collect();
    if let Some(quantities) = &quantities {
        changes.extend(quantities.changes(&under, &asked.form));
    }
    let stage = next_step(Step::of(entry), &typed, send).map(|to| Stage {
        record: entry.record,
        from: match asked.form.text("visto") {
            "" => entry.step.as_str(),
            seen => seen,
        },
        to: to.token(),
        comment: entry.comment.as_deref().filter(|_| to == Step::Entered),
    });
    let store = &asked.server.store;
    let stages: Vec<Stage<'_>> = stage.into_iter().collect();
    let (body, id) = (&under.loaded.body, under.campaign.id);
    let period = under.day.to_string();
    let proofs = Proofs {
        added: &super::evidence::of_value(&under, entry.record, &period, &kept),
        removed: &[],
    };
    match store.enter_with(body, id, &changes, &stages, &proofs, &author) {
        Ok(_) if send => Ok(Answer::to(format!(
            "{}?fatto=mon-sent",
            under.address("mie")
        ))),
        Ok(applied) => {
            let own = under.address(&format!("voce/{}", entry.record));
            let undo = applied.batch;
            let undo = undo.filter(|_| stages.is_empty() && kept.is_empty());
            let undo = undo
                .map(|batch| format!("&lotto={batch}"))
                .unwrap_or_default();
            Ok(Answer::to(format!("{own}?fatto=mon-saved{undo}")))
        }
        Err(store::Error::Conflict(conflicts)) => {
            let under = Under::of(asked)?;
            let typed = &without_files;
            conflict(asked, &under, typed, &kept, before.as_ref(), &conflicts)
        }
        Err(error) => Err(error.into()),
    }
}

/// What a person chose of two versions, field by field.
fn settled(asked: &Asked<'_>, place: &Place) -> Typed {
    let theirs = Typed::stored(place.now.as_ref());
    let mut typed = theirs.clone();
    for field in FIELDS {
        if asked.form.text(field) == "mine" {
            typed.put(
                field,
                asked.form.get(&format!("{field}-mine")).unwrap_or_default(),
            );
        }
    }
    typed
}

#[derive(Template)]
#[template(path = "monitoring/conflict.html")]
struct ConflictPage<'a> {
    page: Page<'a>,
    conflict: Conflict<'a>,
}

/// Two versions of the same value, to be chosen from.
fn conflict(
    asked: &Asked<'_>,
    under: &Under,
    typed: &Typed,
    files: &[Kept<'_>],
    before: Option<&Json>,
    conflicts: &[Differs],
) -> Result<Answer, Failure> {
    let t = asked.t;
    let entry = under.entry_asked(asked)?;
    let place = Place::of(&under.loaded, entry.record, "results", under.day);
    let theirs = Typed::stored(place.now.as_ref());
    let was = Typed::stored(before);
    let by = conflicts.iter().find_map(|conflict| {
        let at = conflict.at.as_deref().map(|at| moment(t, at));
        Some(t.with(
            "web-mon-by-at",
            &[
                ("who", conflict.author.as_deref()?),
                ("at", &at.unwrap_or_default()),
            ],
        ))
    });
    let differing: Vec<&str> = FIELDS
        .into_iter()
        .filter(|field| theirs.get(field) != typed.get(field))
        .collect();
    // No browser sends a file again by itself: who brought it must know that it was not kept.
    let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
    let lost =
        (!names.is_empty()).then(|| t.with("web-mon-file-again", &[("names", &names.join(", "))]));
    if differing.is_empty() || !under.is_writable(asked.person()?, entry) {
        let said = [Some(t.text("web-mon-moved-on")), lost];
        let said: Vec<String> = said.into_iter().flatten().collect();
        let sent = Sent {
            typed: Some(typed.clone()),
            before: Some(place.now.clone()),
            notice: Some(said.join(" ")),
            ..Sent::default()
        };
        let answer = show(asked, under, sent)?;
        return Ok(answer.status(StatusCode::CONFLICT));
    }
    let mut frame = under.frame_below(asked, under.shown(t).label(under.node(entry)));
    frame.notices.extend(lost.map(|text| Notice {
        weight: Weight::Warning,
        text,
        action: None,
    }));
    let stored = place.now.as_ref().map(Json::to_string).unwrap_or_default();
    let mut hidden: Vec<(String, String)> = vec![
        ("before".to_owned(), stored),
        ("visto".to_owned(), entry.step.clone()),
        ("scelta".to_owned(), "yes".to_owned()),
        ("passo".to_owned(), asked.form.text("passo").to_owned()),
    ];
    for (name, value) in &asked.form.0 {
        if name.starts_with("q-") || name.starts_with("qb-") {
            hidden.push((name.clone(), value.clone()));
        }
    }
    let fields = differing.iter().map(|field| Clash {
        name: (*field).to_owned(),
        label: t.text(&format!("web-mon-field-{}", dashed(field))),
        before: was.get(field),
        mine: typed.get(field),
        theirs: theirs.get(field),
    });
    let page = ConflictPage {
        conflict: Conflict {
            t,
            who: by.unwrap_or_else(|| t.text("web-mon-somebody")),
            fields: fields.collect(),
            post: Post {
                action: under.address(&format!("voce/{}", entry.record)),
                csrf: frame.csrf.clone(),
                hidden,
            },
            cancel: under.address(&format!("voce/{}", entry.record)),
        },
        page: frame,
    };
    Ok(Answer::page(page.render()?).status(StatusCode::CONFLICT))
}

/// The manager confirms a value, or sends it back with a comment.
pub fn decide(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let under = Under::of(asked)?;
    let who = asked.person()?;
    let entry = under.entry_asked(asked)?;
    if !under.campaign.is_open() {
        return Err(Failure::Unusable("frozen"));
    }
    if !under.may_confirm(who, entry) {
        return Err(Failure::Forbidden);
    }
    let (now, comment) = (Step::of(entry), asked.form.text("comment"));
    let to = match (asked.form.text("decisione"), now) {
        ("confirmed", Step::Sent) => Step::Confirmed,
        ("returned", Step::Sent | Step::Confirmed) => Step::Returned,
        _ => {
            let sent = Sent {
                notice: Some(asked.t.text("web-mon-moved-on")),
                ..Sent::default()
            };
            return Ok(show(asked, &under, sent)?.status(StatusCode::CONFLICT));
        }
    };
    if to == Step::Returned && comment.is_empty() {
        let answer = show(asked, &under, Sent::default())?;
        return Ok(answer.status(StatusCode::UNPROCESSABLE_ENTITY));
    }
    let stage = Stage {
        record: entry.record,
        from: now.token(),
        to: to.token(),
        comment: Some(comment).filter(|comment| !comment.is_empty()),
    };
    let store = &asked.server.store;
    store.enter(
        &under.loaded.body,
        under.campaign.id,
        &[],
        &[stage],
        &author(asked)?,
    )?;
    let done = match to {
        Step::Confirmed => "mon-confirmed",
        _ => "mon-sent-back",
    };
    Ok(Answer::to(format!(
        "{}?fatto={done}",
        under.address("da-confermare")
    )))
}

/// The office gives an entry to an account, or back to its unit.
pub fn assign(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let under = Under::of(asked)?;
    let entry = under.entry_asked(asked)?;
    let chosen = asked.form.text("assignee");
    let assignee: Option<i64> = chosen.parse().ok();
    let known = assignee.is_none_or(|id| under.accounts.iter().any(|account| account.id == id));
    if !known || (assignee.is_none() && !chosen.is_empty()) {
        return Err(Failure::NotFound);
    }
    asked.server.store.assign(
        &under.loaded.body,
        under.campaign.id,
        entry.record,
        assignee,
        &author(asked)?,
    )?;
    let own = under.address(&format!("voce/{}", entry.record));
    Ok(Answer::to(format!("{own}?fatto=mon-assigned")))
}
