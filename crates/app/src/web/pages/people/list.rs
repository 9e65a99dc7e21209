//! `/{body}/persone`: the accounts, and what is locked.

use askama::Template;
use store::{Account, Grant};

use super::{Form, Line, Lines, is_in_force, moment, post, role_in_words, roles, units};
use crate::web::asked::Asked;
use crate::web::failure::Failure;
use crate::web::page::Page;
use crate::web::pages::{author, frame};
use crate::web::part::{
    Action, Actions, Cell, Choice, Column, Field, Filters, Kind, Link, Look, Row, Table,
};
use crate::web::receive::Answer;

#[derive(Template)]
#[template(path = "people.html")]
struct People<'a> {
    page: Page<'a>,
    actions: Actions,
    locks: Option<Lines>,
    filters: Filters<'a>,
    table: Table<'a>,
    name: Form<'a>,
}

/// How an account stands; the ones that wait for somebody first.
fn state(asked: &Asked<'_>, account: &Account, locked: &[String]) -> &'static str {
    if !account.is_active() {
        "disabled"
    } else if account.is_locked(asked.now) || locked.contains(&account.login) {
        "locked"
    } else if account.password.is_none() {
        "no-password"
    } else {
        "active"
    }
}

const STATES: [&str; 4] = ["active", "locked", "no-password", "disabled"];

/// The page, or the list as a file.
pub fn page(asked: &Asked<'_>) -> Result<Answer, Failure> {
    show(asked, None)
}

/// The page, with what is wrong with the body's name.
pub(super) fn show(asked: &Asked<'_>, name_wrong: Option<String>) -> Result<Answer, Failure> {
    let (t, store, body) = (asked.t, &asked.server.store, asked.part("body"));
    let accounts = store.accounts(body)?;
    let all = accounts.len();
    let grants = store.grants(body, None)?;
    let units = units(asked)?;
    let locks = store.locks(body, asked.now)?;
    let of_logins = locks.iter().filter(|lock| lock.kind == "login");
    let locked: Vec<String> = of_logins.map(|lock| lock.name.clone()).collect();
    let (text, role, wanted) = (
        asked.query.text("q").to_lowercase(),
        asked.query.text("ruolo"),
        asked.query.text("stato"),
    );
    let has = |grant: &&Grant, of: &Account| grant.account == of.id && is_in_force(asked, grant);
    let listed: Vec<(&Account, Vec<&Grant>, &str)> = accounts
        .iter()
        .map(|of| {
            let its = grants.iter().filter(|grant| has(grant, of)).collect();
            (of, its, state(asked, of, &locked))
        })
        .filter(|(of, its, state): &(_, Vec<&Grant>, _)| {
            let mail = of.mail.as_deref().unwrap_or_default();
            let found = [of.name.as_str(), of.login.as_str(), mail];
            found.iter().any(|part| part.to_lowercase().contains(&text))
                && (role.is_empty() || its.iter().any(|grant| grant.role == role))
                && (wanted.is_empty() || *state == wanted)
        })
        .collect();
    if asked.query.get("formato") == Some("csv") {
        return as_file(asked, &listed, &units);
    }
    let count = listed.len().to_string();
    let rows = listed.into_iter().map(|(of, its, state)| {
        let its: Vec<String> = its
            .iter()
            .map(|g| role_in_words(asked, g, &units))
            .collect();
        let page = Link::new(&of.name, format!("/{body}/persone/{}", of.id));
        let roles = match its.is_empty() {
            true => Cell::Nothing,
            false => Cell::Text(its.join("; ")),
        };
        Row {
            cells: vec![
                Cell::Link(page, Some(of.login.clone())),
                roles,
                of.mail.clone().map_or(Cell::Nothing, Cell::Text),
                Cell::Text(t.text(&format!("web-people-state-{state}"))),
            ],
            stands_out: state == "locked",
        }
    });
    let head = |name: &str| Column::words(t.text(&format!("web-people-column-{name}")));
    let table = Table {
        t,
        caption: t.text("web-people-caption"),
        quiet: true,
        columns: ["name", "roles", "mail", "state"].map(head).into(),
        rows: rows.collect(),
        totals: None,
        exports: vec![Link::new(
            "CSV",
            format!(
                "{}?{}",
                asked.path,
                asked.query.with("formato", Some("csv"))
            ),
        )],
    };
    let bodies = store.bodies()?;
    let called = bodies.into_iter().find(|of| of.id == body);
    let typed = asked.form.get("body-name").map(str::to_owned);
    let called = typed.or(called.map(|of| of.name)).unwrap_or_default();
    let was_wrong = name_wrong.is_some();
    let page = People {
        page: frame(asked, "persone", t.text("web-people-title")),
        actions: Actions {
            items: vec![Action::to(
                t.text("web-people-new"),
                Look::First,
                format!("/{body}/persone/nuova"),
            )],
        },
        locks: (!locks.is_empty()).then(|| Lines {
            title: t.text("web-people-locks"),
            help: Some(t.text("web-people-locks-help")),
            none: String::new(),
            items: locks
                .iter()
                .map(|lock| {
                    let until = lock.locked_until.as_deref().unwrap_or_default();
                    let hidden = [("tipo", lock.kind.as_str()), ("nome", lock.name.as_str())];
                    let lift = post(asked, format!("/{body}/persone/blocchi"), &hidden);
                    let mut action = Action::post(t.text("web-people-lift"), Look::Small, lift);
                    action.about = Some(lock.name.clone());
                    let kind = t.text(&format!("web-people-lock-{}", lock.kind));
                    let failures = lock.failures.to_string();
                    let until = moment(asked, until);
                    let args = [("failures", failures.as_str()), ("until", until.as_str())];
                    Line {
                        text: format!("{kind} {}", lock.name),
                        below: t.with("web-people-locked", &args),
                        quiet: false,
                        actions: vec![action],
                    }
                })
                .collect(),
            actions: Vec::new(),
        }),
        filters: filters(asked, &count, all),
        table,
        name: Form {
            title: t.text("web-body-title"),
            help: Some(t.text("web-body-help")),
            post: post(asked, format!("/{body}/ente"), &[]),
            fields: vec![
                Field::new(
                    t,
                    Kind::Text(Some("organization")),
                    "body-name",
                    t.text("web-first-body-name"),
                )
                .holding(called)
                .wrong(name_wrong)
                .needed(),
            ],
            actions: Actions {
                items: vec![Action::submit(t.text("web-people-save"), Look::Second)],
            },
        },
    };
    let answer = Answer::page(page.render()?);
    Ok(match was_wrong {
        true => answer.status(axum::http::StatusCode::UNPROCESSABLE_ENTITY),
        false => answer,
    })
}

fn filters<'a>(asked: &Asked<'a>, count: &str, all: usize) -> Filters<'a> {
    let t = asked.t;
    let any = || vec![Choice::new("", t.text("web-people-any"))];
    let mut of_roles = any();
    of_roles.extend(roles(asked));
    let mut of_states = any();
    of_states.extend(
        STATES.map(|state| Choice::new(state, t.text(&format!("web-people-state-{state}")))),
    );
    let field = |kind: Kind, name: &str| {
        let label = t.text(&format!("web-people-filter-{name}"));
        Field::new(t, kind, name, label).holding(asked.query.text(name))
    };
    let active = ["q", "ruolo", "stato"].into_iter().filter_map(|name| {
        let value = asked.query.text(name);
        let choices = match name {
            "ruolo" => roles(asked),
            "stato" => STATES
                .map(|s| Choice::new(s, t.text(&format!("web-people-state-{s}"))))
                .into(),
            _ => Vec::new(),
        };
        let word = choices.into_iter().find(|choice| choice.value == value);
        let word = word.map_or_else(|| value.to_owned(), |choice| choice.text);
        let without = format!("{}?{}", asked.path, asked.query.with(name, None));
        (!value.is_empty()).then(|| Link::new(word, without))
    });
    Filters {
        t,
        action: asked.path.clone(),
        active: active.collect(),
        fields: vec![
            field(Kind::Text(None), "q"),
            field(Kind::One(of_roles), "ruolo"),
            field(Kind::One(of_states), "stato"),
        ],
        hidden: Vec::new(),
        count: t.with(
            "web-people-count",
            &[("count", count), ("all", &all.to_string())],
        ),
    }
}

fn as_file(
    asked: &Asked<'_>,
    listed: &[(&Account, Vec<&Grant>, &str)],
    units: &[Choice],
) -> Result<Answer, Failure> {
    let t = asked.t;
    let heads = ["name", "login", "mail", "roles", "state"]
        .map(|name| t.text(&format!("web-people-column-{name}")));
    let rows = listed.iter().map(|(of, its, state)| {
        let its: Vec<String> = its.iter().map(|g| role_in_words(asked, g, units)).collect();
        vec![
            of.name.clone(),
            of.login.clone(),
            of.mail.clone().unwrap_or_default(),
            its.join("; "),
            t.text(&format!("web-people-state-{state}")),
        ]
    });
    let name = format!("{}-persone.csv", asked.part("body"));
    crate::web::pages::log::as_csv(&name, &heads, rows)
}

/// Ends a lock before its time.
pub fn lift(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let (body, form) = (asked.part("body"), &asked.form);
    let store = &asked.server.store;
    store.lift_lock(body, form.text("tipo"), form.text("nome"), &author(asked)?)?;
    Ok(Answer::to(format!("/{body}/persone?fatto=lock-lift")))
}
