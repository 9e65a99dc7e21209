//! `/{body}/persone`: who may sign in, and what each may do; `/{body}/profilo`: what is one's own.

mod account;
mod list;
mod profile;
mod roles;
mod sessions;

pub use account::{add, change, named, new, password, see, state};
pub use list::{lift, page};
pub use profile::{change_own, close_own, leave_everywhere, own, own_password};
pub use roles::{end, grant, remove};
pub use sessions::{close, close_all};

use askama::Template;
use askama::filters::HtmlSafe;
use store::{Account, Grant};

use crate::printed::day;
use crate::web::asked::Asked;
use crate::web::failure::Failure;
use crate::web::part::{Action, Actions, Choice, Field, Post};
use crate::web::receive::{clock, today};
use crate::web::rights::{FUNCTIONS, Role};

/// A form under its heading.
#[derive(Template)]
#[template(path = "people_form.html")]
struct Form<'a> {
    title: String,
    help: Option<String>,
    post: Post,
    fields: Vec<Field<'a>>,
    actions: Actions,
}
impl HtmlSafe for Form<'_> {}

/// Lines, each with its buttons.
#[derive(Template)]
#[template(path = "people_lines.html")]
struct Lines {
    title: String,
    help: Option<String>,
    /// What is said where there are none.
    none: String,
    items: Vec<Line>,
    /// What concerns all of them.
    actions: Vec<Action>,
}
impl HtmlSafe for Lines {}

/// One of them.
struct Line {
    text: String,
    below: String,
    quiet: bool,
    actions: Vec<Action>,
}

/// The account of the address.
fn account(asked: &Asked<'_>) -> Result<Account, Failure> {
    let number = asked
        .part("account")
        .parse()
        .map_err(|_| Failure::NotFound)?;
    Ok(asked.server.store.account(asked.part("body"), number)?)
}

/// The units for which a role can be given: those of the newest plan.
fn units(asked: &Asked<'_>) -> Result<Vec<Choice>, Failure> {
    let (server, body) = (asked.server, asked.part("body"));
    let plans = server.store.plans(body)?;
    let Some(newest) = plans.into_iter().find(|plan| plan.archived.is_none()) else {
        return Ok(Vec::new());
    };
    let loaded = server.plans.get(&server.store, body, newest.id)?;
    let units = loaded
        .plan()
        .units
        .iter()
        .filter(|unit| !unit.id.is_empty());
    Ok(units
        .map(|unit| {
            let title = unit
                .title
                .as_deref()
                .filter(|title| !title.trim().is_empty());
            Choice::new(&unit.id, title.unwrap_or(&unit.id))
        })
        .collect())
}

/// The roles and functions that can be given.
fn roles(asked: &Asked<'_>) -> Vec<Choice> {
    let tokens = Role::ALL.map(Role::token).into_iter().chain(FUNCTIONS);
    tokens
        .map(|token| Choice::new(token, asked.t.word("role", token)))
        .collect()
}

/// A role with its unit, in words.
fn role_in_words(asked: &Asked<'_>, grant: &Grant, units: &[Choice]) -> String {
    let role = asked.t.word("role", &grant.role);
    if grant.unit.is_empty() {
        return role;
    }
    let unit = units.iter().find(|unit| unit.value == grant.unit);
    let unit = unit.map_or(grant.unit.as_str(), |unit| &unit.text);
    format!("{role} – {unit}")
}

/// From when until when a role holds, in words.
fn time_in_words(asked: &Asked<'_>, grant: &Grant) -> String {
    let printed = |text: &Option<String>| {
        let text = text.as_deref()?;
        let date = text.parse().ok();
        Some(date.map_or_else(|| text.to_owned(), |date| day(date, asked.t.language)))
    };
    let (from, until) = (printed(&grant.valid_from), printed(&grant.valid_until));
    let args = [
        ("from", from.as_deref().unwrap_or_default()),
        ("until", until.as_deref().unwrap_or_default()),
    ];
    let key = match (from.is_some(), until.is_some()) {
        (true, true) => "web-people-time-from-until",
        (true, false) => "web-people-time-from",
        (false, true) => "web-people-time-until",
        (false, false) => "web-people-time-always",
    };
    asked.t.with(key, &args)
}

/// Whether a role holds today.
fn is_in_force(asked: &Asked<'_>, grant: &Grant) -> bool {
    grant.is_in_force(&today(asked.now).to_string())
}

/// Whether a body would still have an administrator who can enter, without this account, or
/// without this role.
fn has_administrator_without(
    asked: &Asked<'_>,
    account: Option<i64>,
    grant: Option<i64>,
) -> Result<bool, Failure> {
    let (store, body) = (&asked.server.store, asked.part("body"));
    let active: Vec<i64> = store
        .accounts(body)?
        .iter()
        .filter(|of| of.is_active() && Some(of.id) != account)
        .map(|of| of.id)
        .collect();
    let grants = store.grants(body, None)?;
    Ok(grants.iter().any(|of| {
        of.role == Role::Administrator.token()
            && Some(of.id) != grant
            && of.valid_until.is_none()
            && is_in_force(asked, of)
            && active.contains(&of.account)
    }))
}

/// A moment of the database, as people read it.
pub(super) fn moment(asked: &Asked<'_>, text: &str) -> String {
    let Ok(moment) = text.parse::<jiff::Timestamp>() else {
        return text.to_owned();
    };
    let zoned = moment.to_zoned(clock());
    let date = day(zoned.date(), asked.t.language);
    format!("{date} {}", zoned.strftime("%H:%M"))
}

/// A post of this page's session.
fn post(asked: &Asked<'_>, action: String, hidden: &[(&str, &str)]) -> Post {
    let hidden = hidden.iter();
    Post {
        action,
        csrf: asked
            .who
            .as_ref()
            .map(|who| who.csrf.clone())
            .unwrap_or_default(),
        hidden: hidden
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect(),
    }
}
