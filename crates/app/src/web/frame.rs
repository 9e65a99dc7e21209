//! What stands around the content of every page: body, plan, person, navigation.

use domain::finding::Severity;

use super::asked::Asked;
use super::page::{NavEntry, Notice, Page, PlanBar, Search, Turn, Who as PersonBar};
use super::part::{Action, Link, Look, Post, Weight};
use super::receive::today;
use super::rights::Right;
use super::shown::Shown;
use crate::messages::Language;

/// The frame of a page that is about no plan.
pub fn frame<'a>(asked: &Asked<'a>, here: &'static str, title: String) -> Page<'a> {
    let t = asked.t;
    let body = asked.who.as_ref().map(|who| {
        let bodies = asked.server.store.bodies().unwrap_or_default();
        let found = bodies.into_iter().find(|body| body.id == who.body);
        let name = found.map_or_else(|| who.body.clone(), |body| body.name);
        Link::new(name, format!("/{}", who.body))
    });
    let who = asked.who.as_ref().map(|who| {
        let roles = who
            .grants
            .iter()
            .map(|(role, _)| t.word("role", role.token()));
        PersonBar {
            name: who.name.clone(),
            roles: roles.collect::<Vec<_>>().join(", "),
            menu: vec![Link::new(
                t.text("web-account"),
                format!("/{}/profilo", who.body),
            )],
            leave: Post {
                action: format!("/{}/uscita", who.body),
                csrf: who.csrf.clone(),
                hidden: Vec::new(),
            },
        }
    });
    let query = asked.query.with("", None);
    let from = match query.is_empty() {
        true => asked.path.clone(),
        false => format!("{}?{query}", asked.path),
    };
    let turn = |language: Language, name: &str| Turn {
        here: t.language == language,
        link: Link::new(
            name,
            format!(
                "/lingua?{}",
                address_pairs(&[("lingua", language.tag()), ("da", &from)])
            ),
        ),
    };
    Page {
        t,
        title,
        here,
        nav: navigation(
            asked,
            newest_plan(asked).as_ref().map(|address| address as _),
        ),
        body,
        plan: None,
        who,
        crumbs: Vec::new(),
        notices: done(asked).into_iter().collect(),
        search: None,
        languages: vec![
            turn(Language::Italian, "Italiano"),
            turn(Language::English, "English"),
        ],
        foot: vec![Link::new(
            t.text("web-foot-accessibility"),
            "/accessibilita",
        )],
        csrf: asked
            .who
            .as_ref()
            .map(|who| who.csrf.clone())
            .unwrap_or_default(),
    }
}

/// Pairs as they stand in an address.
pub fn address_pairs(pairs: &[(&str, &str)]) -> String {
    form_urlencoded::Serializer::new(String::new())
        .extend_pairs(pairs)
        .finish()
}

/// The frame of a page about a plan.
pub fn frame_of<'a>(
    asked: &Asked<'a>,
    shown: &Shown<'_>,
    here: &'static str,
    title: String,
) -> Page<'a> {
    let t = asked.t;
    let loaded = shown.loaded;
    let mut page = frame(asked, here, title);
    let heading = &loaded.plan().heading;
    let called = heading
        .title
        .clone()
        .unwrap_or_else(|| t.text("web-plan-untitled"));
    let plans = asked.server.store.plans(&loaded.body).unwrap_or_default();
    let may_check = asked.may(Right::ReadFindings);
    let findings = may_check.then(|| {
        let checked = loaded.checked(today(asked.now));
        let serious = checked
            .findings
            .iter()
            .filter(|f| f.severity != Severity::Note);
        let count = serious.count().to_string();
        Link::new(
            t.with("web-findings-count", &[("count", &count)]),
            shown.address("verifica"),
        )
    });
    page.crumbs = vec![Link::new(called.clone(), shown.address("albero"))];
    page.nav = navigation(asked, Some(&|page| shown.address(page)));
    page.search = Some(Search {
        action: format!("/{}/{}/cerca", loaded.body, loaded.id),
        text: asked.query.text("q").to_owned(),
    });
    page.plan = Some(PlanBar {
        plan: Link::new(called, shown.address("albero")),
        plans: plans
            .into_iter()
            .filter(|plan| plan.archived.is_none())
            .map(|plan| Turn {
                here: plan.id == loaded.id,
                link: Link::new(
                    if plan.title.is_empty() {
                        plan.year.to_string()
                    } else {
                        plan.title
                    },
                    format!("/{}/{}/albero", loaded.body, plan.id),
                ),
            })
            .collect(),
        checkpoints: checkpoints(asked, shown),
        findings,
    });
    page
}

/// The checkpoints of the plan's year as addresses of this page.
fn checkpoints(asked: &Asked<'_>, shown: &Shown<'_>) -> Vec<Turn> {
    let here = shown.at.or(shown.scores.checkpoint);
    let dates = shown.loaded.plan().checkpoint_days();
    let turns = dates.into_iter().map(|date| Turn {
        here: here == Some(date),
        link: Link::new(
            shown.day(date),
            format!(
                "{}?{}",
                asked.path,
                asked.query.with("al", Some(&date.to_string()))
            ),
        ),
    });
    turns.collect()
}

/// What was just done, with the way back: a page that changes something leads to one that says so.
fn done(asked: &Asked<'_>) -> Option<Notice> {
    let token = asked.query.get("fatto")?;
    let text = asked.t.find(&format!("web-done-{token}"), &[])?;
    let who = asked.who.as_ref()?;
    let batch = asked
        .query
        .get("lotto")
        .and_then(|batch| batch.parse::<i64>().ok());
    let undo = batch.map(|batch| {
        let post = Post {
            action: format!("/{}/annulla", who.body),
            csrf: who.csrf.clone(),
            hidden: vec![
                ("lotto".to_owned(), batch.to_string()),
                ("da".to_owned(), asked.path.clone()),
            ],
        };
        Action::post(asked.t.text("web-undo"), Look::Small, post)
    });
    Some(Notice {
        weight: Weight::Success,
        text,
        action: undo,
    })
}

/// The addresses of the newest plan of the body, where the page is about none.
fn newest_plan(asked: &Asked<'_>) -> Option<impl Fn(&str) -> String + use<>> {
    let who = asked.who.as_ref()?;
    let plans = asked.server.store.plans(&who.body).ok()?;
    let newest = plans.iter().find(|plan| plan.archived.is_none())?;
    let base = format!("/{}/{}", who.body, newest.id);
    Some(move |page: &str| format!("{base}/{page}"))
}

/// The address of a page of a plan.
type AddressOf<'a> = &'a dyn Fn(&str) -> String;

/// The entries that a person may use.
fn navigation(asked: &Asked<'_>, plan: Option<AddressOf<'_>>) -> Vec<NavEntry> {
    let Some(who) = &asked.who else {
        return Vec::new();
    };
    let t = asked.t;
    let entry = |name: &'static str, href: String| NavEntry {
        name,
        link: Link::new(t.text(&format!("web-nav-{name}")), href),
        waiting: None,
    };
    let mut entries = vec![entry("home", format!("/{}", who.body))];
    if let Some(address) = plan
        && who.may(Right::Read)
    {
        entries.push(entry("albero", address("albero")));
        entries.push(entry("cruscotti", address("cruscotti")));
        if who.may(Right::EditPlan) {
            entries.push(entry("pesi", address("pesi")));
        } else {
            entries.push(entry("pesi", address("assegnazione")));
        }
        entries.push(entry("organizzazione", address("organizzazione")));
        entries.push(entry("monitoraggio", address("monitoraggio")));
        if who.may(Right::ReadFindings) {
            entries.push(entry("verifica", address("verifica")));
        }
        entries.push(entry("documenti", address("documenti")));
    }
    if who.may(Right::ReadLog) {
        entries.push(entry("registro", format!("/{}/registro", who.body)));
    }
    if who.may(Right::KeepAccounts) {
        entries.push(entry("persone", format!("/{}/persone", who.body)));
    }
    entries
}
