//! `/{body}/profilo`: one's own name, mail, language, password and sessions.

use askama::Template;
use axum::http::StatusCode;
use store::Account;

use super::account::{Typed, Wrong, details};
use super::{Form, Line, Lines, is_in_force, post, role_in_words, sessions, time_in_words, units};
use crate::messages::Language;
use crate::web::asked::{Asked, COOKIE, LANGUAGE_COOKIE};
use crate::web::failure::Failure;
use crate::web::lockout;
use crate::web::page::Page;
use crate::web::pages::start::password_refused;
use crate::web::pages::{author, frame};
use crate::web::part::{Action, Actions, Field, Kind, Look};
use crate::web::password::{self, LONGEST};
use crate::web::receive::Answer;

#[derive(Template)]
#[template(path = "profile.html")]
struct Profile<'a> {
    page: Page<'a>,
    details: Form<'a>,
    password: Form<'a>,
    roles: Lines,
    sessions: Lines,
}

fn own_account(asked: &Asked<'_>) -> Result<Account, Failure> {
    let who = asked.person()?;
    Ok(asked.server.store.account(&who.body, who.account)?)
}

/// The page.
pub fn own(asked: &Asked<'_>) -> Result<Answer, Failure> {
    show(asked, &Wrong::new())
}

fn show(asked: &Asked<'_>, wrong: &Wrong) -> Result<Answer, Failure> {
    let (t, body) = (asked.t, asked.part("body"));
    let of = own_account(asked)?;
    let here = format!("/{body}/profilo");
    let length = asked.server.settings.password_length.to_string();
    let secret = |name: &str, purpose: &'static str| {
        let error = wrong.iter().find(|(of, _)| *of == name);
        let label = t.text(&format!("web-profile-{name}"));
        Field::new(t, Kind::Secret(purpose), name, label)
            .wrong(error.map(|(_, said)| said.clone()))
            .needed()
    };
    let units = units(asked)?;
    let grants = asked.server.store.grants(body, Some(of.id))?;
    let held = grants.iter().filter(|grant| is_in_force(asked, grant));
    let roles = held.map(|grant| Line {
        text: role_in_words(asked, grant, &units),
        below: time_in_words(asked, grant),
        quiet: false,
        actions: Vec::new(),
    });
    let mut mine = sessions::lines(asked, &of, &format!("{here}/sessioni"))?;
    mine.help = Some(t.text("web-sessions-own-help"));
    for action in &mut mine.actions {
        action.label = t.text("web-sessions-leave-all");
    }
    let page = Profile {
        page: frame(asked, "profilo", t.text("web-account")),
        details: Form {
            title: t.text("web-profile-details"),
            help: Some(t.with("web-profile-login", &[("login", &of.login)])),
            post: post(asked, here.clone(), &[]),
            fields: details(asked, Some(&of), wrong, false),
            actions: Actions {
                items: vec![Action::submit(t.text("web-people-save"), Look::First)],
            },
        },
        password: Form {
            title: t.text("web-profile-password"),
            help: None,
            post: post(asked, format!("{here}/password"), &[]),
            fields: vec![
                secret("old", "current-password"),
                secret("new", "new-password")
                    .helped(t.with("web-first-password-help", &[("length", &length)])),
                secret("again", "new-password"),
            ],
            actions: Actions {
                items: vec![Action::submit(
                    t.text("web-profile-password-change"),
                    Look::Second,
                )],
            },
        },
        roles: Lines {
            title: t.text("web-people-roles"),
            help: Some(t.text("web-profile-roles-help")),
            none: t.text("web-people-roles-none"),
            items: roles.collect(),
            actions: Vec::new(),
        },
        sessions: mine,
    };
    let answer = Answer::page(page.render()?);
    Ok(match wrong.is_empty() {
        true => answer,
        false => answer.status(StatusCode::UNPROCESSABLE_ENTITY),
    })
}

/// Somebody writes something else of himself.
pub fn change_own(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let of = own_account(asked)?;
    let typed = Typed::of(asked, Some(&of.login));
    let wrong = typed.wrong(asked, Some(of.id))?;
    if !wrong.is_empty() {
        return show(asked, &wrong);
    }
    let details = typed.details();
    let (store, body) = (&asked.server.store, asked.part("body"));
    store.change_account(body, of.id, &details, &author(asked)?)?;
    let answer = Answer::to(format!("/{body}/profilo?fatto=account-change"));
    Ok(match details.language.and_then(Language::named) {
        Some(language) => {
            let year = 365 * 24 * 3600;
            answer.with_cookie(asked.server, LANGUAGE_COOKIE, language.tag(), year)
        }
        None => answer,
    })
}

/// Somebody wants another password, and knows the one he has.
pub fn own_password(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let (t, store) = (asked.t, &asked.server.store);
    let (body, form) = (asked.part("body"), &asked.form);
    let (of, who) = (own_account(asked)?, asked.person()?);
    let text = |name: &str| form.get(name).unwrap_or_default();
    let tried = store.attempt(body, "login", &of.login)?;
    let is_locked = tried.is_some_and(|tried| tried.is_locked(asked.now));
    let mut wrong = Wrong::new();
    let old = text("old");
    if is_locked {
        wrong.push(("old", t.text("web-profile-old-locked")));
    } else if old.len() > LONGEST || !password::is_right(old, of.password.as_deref()) {
        lockout::wrong_for_login(asked, &of.login)?;
        wrong.push(("old", t.text("web-profile-old-wrong")));
    }
    if let Some(said) = password_refused(asked, text("new")) {
        wrong.push(("new", said));
    } else if text("new") != text("again") {
        wrong.push(("again", t.text("web-profile-again-wrong")));
    }
    if !wrong.is_empty() {
        return show(asked, &wrong);
    }
    let hash = password::hash(text("new")).map_err(|e| Failure::Broken(e.to_string()))?;
    store.set_password(body, of.id, &hash, Some(&who.session), &author(asked)?)?;
    Ok(Answer::to(format!("/{body}/profilo?fatto=password-change")))
}

/// Somebody closes one of his sessions (`sessione`).
pub fn close_own(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let who = asked.person()?;
    sessions::close_one(asked, who.account)?;
    Ok(Answer::to(format!(
        "/{}/profilo?fatto=session-close",
        who.body
    )))
}

/// Somebody leaves everywhere, here too.
pub fn leave_everywhere(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let who = asked.person()?;
    let store = &asked.server.store;
    store.close_sessions(&who.body, who.account, None, &author(asked)?)?;
    let to = format!("/{}/accesso", who.body);
    Ok(Answer::to(to).with_cookie(asked.server, COOKIE, "", 0))
}
