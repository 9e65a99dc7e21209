//! The roles of an account: given, ended, taken away.

use jiff::civil::Date;
use store::{Account, Author, NewGrant};

use super::account::{Wrong, done, show};
use super::{
    Form, Line, Lines, account, has_administrator_without, is_in_force, post, role_in_words,
    time_in_words, units,
};
use crate::web::asked::Asked;
use crate::web::failure::Failure;
use crate::web::pages::author;
use crate::web::part::{Action, Actions, Choice, Field, Kind, Look};
use crate::web::receive::{Answer, today};
use crate::web::rights::{FUNCTIONS, Role};

/// The roles of an account, those in force first.
pub(super) fn lines(asked: &Asked<'_>, of: &Account) -> Result<Lines, Failure> {
    let (t, body) = (asked.t, asked.part("body"));
    let mut grants = asked.server.store.grants(body, Some(of.id))?;
    grants.sort_by_key(|grant| !is_in_force(asked, grant));
    let units = units(asked)?;
    let items = grants.iter().map(|grant| {
        let text = role_in_words(asked, grant, &units);
        let button = |what: &str, look: Look| {
            let to = format!("/{body}/persone/{}/ruoli/{}/{what}", of.id, grant.id);
            let label = t.text(&format!("web-people-role-{what}"));
            let mut action = Action::post(label, look, post(asked, to, &[]));
            action.about = Some(text.clone());
            action
        };
        let mut actions = Vec::new();
        if is_in_force(asked, grant) && grant.valid_until.is_none() {
            actions.push(button("fine", Look::Small));
        }
        actions.push(button("togli", Look::Small));
        Line {
            below: time_in_words(asked, grant),
            quiet: !is_in_force(asked, grant),
            actions,
            text,
        }
    });
    Ok(Lines {
        title: t.text("web-people-roles"),
        help: Some(t.text("web-people-roles-help")),
        none: t.text("web-people-roles-none"),
        items: items.collect(),
        actions: Vec::new(),
    })
}

/// The form that gives an account a role.
pub(super) fn form<'a>(
    asked: &Asked<'a>,
    of: &Account,
    wrong: &Wrong,
) -> Result<Form<'a>, Failure> {
    let (t, body) = (asked.t, asked.part("body"));
    let mut fields = fields(asked, wrong)?;
    if asked.who.as_ref().is_some_and(|who| who.account == of.id) {
        fields.push(field(asked, wrong, Kind::Text(None), "reason"));
    }
    Ok(Form {
        title: t.text("web-people-role-title"),
        help: None,
        post: post(asked, format!("/{body}/persone/{}/ruoli", of.id), &[]),
        fields,
        actions: Actions {
            items: vec![Action::submit(t.text("web-people-role-give"), Look::Second)],
        },
    })
}

fn field<'a>(asked: &Asked<'a>, wrong: &Wrong, kind: Kind, name: &str) -> Field<'a> {
    let t = asked.t;
    let error = wrong.iter().find(|(of, _)| *of == name);
    let mut field = Field::new(t, kind, name, t.text(&format!("web-people-{name}")))
        .holding(asked.form.text(name))
        .wrong(error.map(|(_, said)| said.clone()));
    field.help = t.find(&format!("web-people-{name}-help"), &[]);
    field
}

/// The fields of a role.
pub(super) fn fields<'a>(asked: &Asked<'a>, wrong: &Wrong) -> Result<Vec<Field<'a>>, Failure> {
    let t = asked.t;
    let mut of_roles = vec![Choice::new("", t.text("web-people-choose"))];
    of_roles.extend(super::roles(asked));
    let mut of_units = vec![Choice::new("", t.text("web-people-whole-body"))];
    of_units.extend(units(asked)?);
    Ok(vec![
        field(asked, wrong, Kind::One(of_roles), "role").needed(),
        field(asked, wrong, Kind::One(of_units), "unit"),
        field(asked, wrong, Kind::Day, "from"),
        field(asked, wrong, Kind::Day, "until"),
    ])
}

/// A role as typed.
pub(super) struct Typed {
    role: String,
    unit: String,
    from: Option<String>,
    until: Option<String>,
    reason: Option<String>,
}

impl Typed {
    /// As the database takes it.
    pub(super) fn grant(&self) -> NewGrant<'_> {
        NewGrant {
            role: &self.role,
            unit: &self.unit,
            valid_from: self.from.as_deref(),
            valid_until: self.until.as_deref(),
        }
    }
}

/// The role that was typed for an account, or what is wrong with it.
pub(super) fn typed(
    asked: &Asked<'_>,
    of: Option<i64>,
    wrong: &mut Wrong,
) -> Result<Option<Typed>, Failure> {
    let (t, form) = (asked.t, &asked.form);
    let before = wrong.len();
    let filled = |name: &str| Some(form.text(name).to_owned()).filter(|text| !text.is_empty());
    let role = filled("role").unwrap_or_default();
    if role.is_empty() {
        wrong.push(("role", t.text("web-field-empty")));
    } else if Role::of_token(&role).is_none() {
        wrong.push(("role", t.text("web-people-role-unknown")));
    }
    let unit = filled("unit").unwrap_or_default();
    if !unit.is_empty() && !units(asked)?.iter().any(|of| of.value == unit) {
        wrong.push(("unit", t.text("web-people-unit-unknown")));
    }
    // A manager or owner without a unit would answer for the whole body without anybody saying so.
    let needs_unit = [Role::Manager, Role::IndicatorOwner].map(Role::token);
    if unit.is_empty() && needs_unit.contains(&role.as_str()) && !units(asked)?.is_empty() {
        wrong.push(("unit", t.text("web-people-unit-needed")));
    }
    let mut date = |name: &'static str| {
        let text = filled(name)?;
        match text.parse::<Date>() {
            Ok(date) => Some(date.to_string()),
            Err(_) => {
                wrong.push((name, t.text("web-people-day-wrong")));
                None
            }
        }
    };
    let (from, until) = (date("from"), date("until"));
    if let (Some(from), Some(until)) = (&from, &until)
        && until < from
    {
        wrong.push(("until", t.text("web-people-until-before")));
    }
    let reason = filled("reason");
    // Who gives himself more than the keeping of accounts says why.
    let own = of.is_some() && asked.who.as_ref().map(|who| who.account) == of;
    let gives_data = role != Role::Administrator.token() && !FUNCTIONS.contains(&role.as_str());
    if own && gives_data && reason.is_none() {
        wrong.push(("reason", t.text("web-people-reason-needed")));
    }
    Ok((wrong.len() == before).then_some(Typed {
        role,
        unit,
        from,
        until,
        reason,
    }))
}

/// Somebody gives an account a role.
pub fn grant(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let of = account(asked)?;
    let mut wrong = Wrong::new();
    let Some(role) = typed(asked, Some(of.id), &mut wrong)? else {
        return show(asked, &wrong);
    };
    let author = Author {
        reason: role.reason.as_deref(),
        ..author(asked)?
    };
    let (store, body) = (&asked.server.store, asked.part("body"));
    store.grant(body, of.id, &role.grant(), &author)?;
    Ok(done(asked, of.id, "grant-add"))
}

/// The role of the address, if it is one of the account.
fn of_address(asked: &Asked<'_>, of: &Account) -> Result<i64, Failure> {
    let number: i64 = asked.part("grant").parse().map_err(|_| Failure::NotFound)?;
    let grants = asked.server.store.grants(asked.part("body"), Some(of.id))?;
    let found = grants.iter().any(|grant| grant.id == number);
    found.then_some(number).ok_or(Failure::NotFound)
}

/// What is said instead, if a role is the last that keeps the accounts.
fn refused(asked: &Asked<'_>, grant: i64) -> Result<Option<Answer>, Failure> {
    if has_administrator_without(asked, None, Some(grant))? {
        return Ok(None);
    }
    let said = asked.t.text("web-people-last-administrator");
    show(asked, &vec![("form", said)]).map(Some)
}

/// Somebody ends a role: yesterday was its last day.
pub fn end(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let of = account(asked)?;
    let grant = of_address(asked, &of)?;
    if let Some(refused) = refused(asked, grant)? {
        return Ok(refused);
    }
    let yesterday = today(asked.now)
        .yesterday()
        .unwrap_or(Date::MIN)
        .to_string();
    let (store, body) = (&asked.server.store, asked.part("body"));
    store.end_grant(body, grant, &yesterday, &author(asked)?)?;
    Ok(done(asked, of.id, "grant-end"))
}

/// Somebody takes away a role given by mistake.
pub fn remove(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let of = account(asked)?;
    let grant = of_address(asked, &of)?;
    if let Some(refused) = refused(asked, grant)? {
        return Ok(refused);
    }
    let (store, body) = (&asked.server.store, asked.part("body"));
    store.remove_grant(body, grant, &author(asked)?)?;
    Ok(done(asked, of.id, "grant-remove"))
}
