//! `/{body}/persone/{account}`: one account, with its roles and sessions; and a new one.

use askama::Template;
use axum::http::StatusCode;
use store::{Account, AccountDetails, Author};

use super::{Form, Lines, account, has_administrator_without, list, post, roles, sessions};
use crate::messages::Language;
use crate::web::asked::Asked;
use crate::web::failure::Failure;
use crate::web::page::{Notice, Page};
use crate::web::pages::{author, frame};
use crate::web::part::{Action, Actions, Choice, Field, Kind, Link, Look, Weight};
use crate::web::password;
use crate::web::receive::Answer;

#[derive(Template)]
#[template(path = "people_account.html")]
struct AccountPage<'a> {
    page: Page<'a>,
    details: Form<'a>,
    roles: Lines,
    role: Form<'a>,
    sessions: Lines,
    password: Form<'a>,
    state: Form<'a>,
}

#[derive(Template)]
#[template(path = "people_new.html")]
struct NewPage<'a> {
    page: Page<'a>,
    form: Form<'a>,
}

#[derive(Template)]
#[template(path = "people_password.html")]
struct PasswordPage<'a> {
    page: Page<'a>,
    text: String,
    login: String,
    secret: String,
    actions: Actions,
}

/// What is wrong with a form: the field, and what to say beside it.
pub(super) type Wrong = Vec<(&'static str, String)>;

/// The page.
pub fn see(asked: &Asked<'_>) -> Result<Answer, Failure> {
    show(asked, &Wrong::new())
}

/// The page, with what is wrong with the form that was sent.
pub(super) fn show(asked: &Asked<'_>, wrong: &Wrong) -> Result<Answer, Failure> {
    let (t, body) = (asked.t, asked.part("body"));
    let of = account(asked)?;
    let here = format!("/{body}/persone/{}", of.id);
    let mut page = frame(asked, "persone", of.name.clone());
    page.crumbs = vec![Link::new(
        t.text("web-people-title"),
        format!("/{body}/persone"),
    )];
    if !of.is_active() {
        page.notices.push(Notice {
            weight: Weight::Note,
            text: t.text("web-people-is-disabled"),
            action: None,
        });
    }
    for (field, said) in wrong {
        if *field == "form" {
            page.notices.push(Notice {
                weight: Weight::Error,
                text: said.clone(),
                action: None,
            });
        }
    }
    let (turn, look) = match of.is_active() {
        true => ("disable", Look::Danger),
        false => ("enable", Look::Second),
    };
    let page = AccountPage {
        details: Form {
            title: t.text("web-people-details"),
            help: None,
            post: post(asked, here.clone(), &[]),
            fields: details(asked, Some(&of), wrong, true),
            actions: Actions {
                items: vec![Action::submit(t.text("web-people-save"), Look::First)],
            },
        },
        roles: roles::lines(asked, &of)?,
        role: roles::form(asked, &of, wrong)?,
        sessions: sessions::lines(asked, &of, &format!("{here}/sessioni"))?,
        password: Form {
            title: t.text("web-people-password"),
            help: Some(t.text("web-people-password-help")),
            post: post(asked, format!("{here}/password"), &[]),
            fields: Vec::new(),
            actions: Actions {
                items: vec![Action::submit(
                    t.text("web-people-password-make"),
                    Look::Second,
                )],
            },
        },
        state: Form {
            title: t.text(&format!("web-people-{turn}")),
            help: Some(t.text(&format!("web-people-{turn}-help"))),
            post: post(asked, format!("{here}/stato"), &[("stato", turn)]),
            fields: Vec::new(),
            actions: Actions {
                items: vec![Action::submit(t.text(&format!("web-people-{turn}")), look)],
            },
        },
        page,
    };
    let answer = Answer::page(page.render()?);
    Ok(match wrong.is_empty() {
        true => answer,
        false => answer.status(StatusCode::UNPROCESSABLE_ENTITY),
    })
}

/// The fields of what is written of an account: as typed, else as kept.
pub(super) fn details<'a>(
    asked: &Asked<'a>,
    of: Option<&Account>,
    wrong: &Wrong,
    with_login: bool,
) -> Vec<Field<'a>> {
    let t = asked.t;
    let languages = vec![
        Choice::new("", t.text("web-people-language-any")),
        Choice::new(Language::Italian.tag(), "Italiano"),
        Choice::new(Language::English.tag(), "English"),
    ];
    let kept = |name: &str| {
        let of = of?;
        match name {
            "name" => Some(of.name.clone()),
            "login" => Some(of.login.clone()),
            "mail" => of.mail.clone(),
            _ => of.language.clone(),
        }
    };
    let field = |kind: Kind, name: &'static str| {
        let typed = asked.form.get(name).map(str::to_owned);
        let error = wrong.iter().find(|(of, _)| *of == name);
        let mut field = Field::new(t, kind, name, t.text(&format!("web-people-{name}")))
            .holding(typed.or_else(|| kept(name)).unwrap_or_default())
            .wrong(error.map(|(_, said)| said.clone()));
        field.help = t.find(&format!("web-people-{name}-help"), &[]);
        field
    };
    let mut fields = vec![field(Kind::Text(Some("name")), "name").needed()];
    if with_login {
        fields.push(field(Kind::Text(Some("off")), "login").needed());
    }
    fields.push(field(Kind::Text(Some("email")), "mail"));
    fields.push(field(Kind::One(languages), "language"));
    fields
}

/// What was typed of an account.
pub(super) struct Typed {
    login: String,
    name: String,
    mail: Option<String>,
    language: Option<String>,
}

impl Typed {
    /// What the form says; the login is the one given, where the form does not ask for it.
    pub(super) fn of(asked: &Asked<'_>, login: Option<&str>) -> Typed {
        let text = |name: &str| Some(asked.form.text(name).to_owned()).filter(|s| !s.is_empty());
        let login = login.map_or_else(|| asked.form.text("login").to_lowercase(), str::to_owned);
        Typed {
            login,
            name: text("name").unwrap_or_default(),
            mail: text("mail"),
            language: text("language").filter(|tag| Language::named(tag).is_some()),
        }
    }

    /// As the database takes it.
    pub(super) fn details(&self) -> AccountDetails<'_> {
        AccountDetails {
            login: &self.login,
            name: &self.name,
            mail: self.mail.as_deref(),
            language: self.language.as_deref(),
        }
    }

    /// What is wrong with it, for the account of this number.
    pub(super) fn wrong(&self, asked: &Asked<'_>, of: Option<i64>) -> Result<Wrong, Failure> {
        let (t, body) = (asked.t, asked.part("body"));
        let mut wrong = Wrong::new();
        let too_long = |text: &str| text.chars().count() > 120;
        if self.name.is_empty() {
            wrong.push(("name", t.text("web-field-empty")));
        } else if too_long(&self.name) {
            wrong.push(("name", t.text("web-people-too-long")));
        }
        if self.login.is_empty() {
            wrong.push(("login", t.text("web-field-empty")));
        } else if too_long(&self.login) || self.login.contains(char::is_whitespace) {
            wrong.push(("login", t.text("web-people-login-wrong")));
        } else {
            let found = asked.server.store.account_by_login(body, &self.login)?;
            if found.is_some_and(|found| Some(found.id) != of) {
                wrong.push(("login", t.text("web-people-login-taken")));
            }
        }
        if let Some(mail) = &self.mail
            && mail.parse::<lettre::Address>().is_err()
        {
            wrong.push(("mail", t.text("web-people-mail-wrong")));
        }
        Ok(wrong)
    }
}

/// Somebody writes something else of an account.
pub fn change(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let of = account(asked)?;
    let typed = Typed::of(asked, None);
    let wrong = typed.wrong(asked, Some(of.id))?;
    if !wrong.is_empty() {
        return show(asked, &wrong);
    }
    let (store, body) = (&asked.server.store, asked.part("body"));
    store.change_account(body, of.id, &typed.details(), &author(asked)?)?;
    Ok(done(asked, of.id, "account-change"))
}

/// To the page of an account, with what was done.
pub(super) fn done(asked: &Asked<'_>, account: i64, token: &str) -> Answer {
    let body = asked.part("body");
    Answer::to(format!("/{body}/persone/{account}?fatto={token}"))
}

/// The page of a new account.
pub fn new(asked: &Asked<'_>) -> Result<Answer, Failure> {
    show_new(asked, &Wrong::new())
}

fn show_new(asked: &Asked<'_>, wrong: &Wrong) -> Result<Answer, Failure> {
    let (t, body) = (asked.t, asked.part("body"));
    let mut page = frame(asked, "persone", t.text("web-people-new"));
    page.crumbs = vec![Link::new(
        t.text("web-people-title"),
        format!("/{body}/persone"),
    )];
    let mut fields = details(asked, None, wrong, true);
    fields.extend(roles::fields(asked, wrong)?);
    let page = NewPage {
        page,
        form: Form {
            title: t.text("web-people-new-title"),
            help: Some(t.text("web-people-new-help")),
            post: post(asked, format!("/{body}/persone/nuova"), &[]),
            fields,
            actions: Actions {
                items: vec![
                    Action::submit(t.text("web-people-create"), Look::First),
                    Action::to(
                        t.text("web-cancel"),
                        Look::Second,
                        format!("/{body}/persone"),
                    ),
                ],
            },
        },
    };
    let answer = Answer::page(page.render()?);
    Ok(match wrong.is_empty() {
        true => answer,
        false => answer.status(StatusCode::UNPROCESSABLE_ENTITY),
    })
}

/// Somebody adds an account; its first password is shown.
pub fn add(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let (store, body) = (&asked.server.store, asked.part("body"));
    let typed = Typed::of(asked, None);
    let mut wrong = typed.wrong(asked, None)?;
    let role = roles::typed(asked, None, &mut wrong)?;
    let Some(role) = role.filter(|_| wrong.is_empty()) else {
        return show_new(asked, &wrong);
    };
    let author = author(asked)?;
    let added = store.add_account(body, &typed.details(), None, &author)?;
    store.grant(body, added, &role.grant(), &author)?;
    let of = store.account(body, added)?;
    show_password(asked, &of, &author)
}

/// Somebody gives an account a new password.
pub fn password(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let of = account(asked)?;
    show_password(asked, &of, &author(asked)?)
}

/// Makes a password and shows it, this once.
fn show_password(asked: &Asked<'_>, of: &Account, author: &Author<'_>) -> Result<Answer, Failure> {
    let (t, body, store) = (asked.t, asked.part("body"), &asked.server.store);
    let secret = password::made(asked.server.settings.password_length)
        .map_err(|error| Failure::Broken(error.to_string()))?;
    let hash = password::hash(&secret).map_err(|e| Failure::Broken(e.to_string()))?;
    let who = asked.person()?;
    let kept = (of.id == who.account).then_some(who.session.as_str());
    store.set_password(body, of.id, &hash, kept, author)?;
    let mut page = frame(asked, "persone", t.text("web-people-password-title"));
    page.crumbs = vec![
        Link::new(t.text("web-people-title"), format!("/{body}/persone")),
        Link::new(&of.name, format!("/{body}/persone/{}", of.id)),
    ];
    let page = PasswordPage {
        page,
        text: t.with("web-people-password-text", &[("name", &of.name)]),
        login: of.login.clone(),
        secret,
        actions: Actions {
            items: vec![Action::to(
                t.text("web-people-password-kept"),
                Look::First,
                format!("/{body}/persone/{}", of.id),
            )],
        },
    };
    Ok(Answer::page(page.render()?))
}

/// Somebody lets an account be used, or not.
pub fn state(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let of = account(asked)?;
    let active = match asked.form.text("stato") {
        "enable" => true,
        "disable" => false,
        _ => return Err(Failure::Unusable("unreadable")),
    };
    if !active && !has_administrator_without(asked, Some(of.id), None)? {
        let said = asked.t.text("web-people-last-administrator");
        return show(asked, &vec![("form", said)]);
    }
    let (store, body) = (&asked.server.store, asked.part("body"));
    store.set_active(body, of.id, active, &author(asked)?)?;
    let token = if active {
        "account-enable"
    } else {
        "account-disable"
    };
    Ok(done(asked, of.id, token))
}

/// Somebody gives the body another name.
pub fn named(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let (store, body) = (&asked.server.store, asked.part("body"));
    let name = asked.form.text("body-name");
    if name.is_empty() {
        return list::show(asked, Some(asked.t.text("web-field-empty")));
    }
    store.rename_body(body, name, &author(asked)?)?;
    Ok(Answer::to(format!("/{body}/persone?fatto=body-rename")))
}
