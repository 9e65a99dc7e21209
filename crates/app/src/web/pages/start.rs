//! `/`: which body? On an installation without any, the page that creates the first administrator.

use askama::Template;
use jiff::Timestamp;
use store::{AccountDetails, Author, NewGrant, Store};

use super::frame;
use crate::web::asked::{Asked, LANGUAGE_COOKIE};
use crate::web::failure::Failure;
use crate::web::page::{Door, Page};
use crate::web::part::{Action, Actions, Field, Kind, Link, Look, Post};
use crate::web::password;
use crate::web::receive::Answer;
use crate::web::rights::Role;

#[derive(Template)]
#[template(path = "bodies.html")]
struct Bodies<'a> {
    page: Page<'a>,
    bodies: Vec<Link>,
}

/// The bodies of the installation.
pub fn bodies(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let bodies = asked.server.store.bodies()?;
    if let Some(who) = &asked.who {
        return Ok(Answer::to(format!("/{}", who.body)));
    }
    match bodies.as_slice() {
        [] => Ok(Answer::to("/primo-avvio")),
        [only] => Ok(Answer::to(format!("/{}/accesso", only.id))),
        several => {
            let links = several
                .iter()
                .map(|body| Link::new(&body.name, format!("/{}/accesso", body.id)));
            let page = Bodies {
                bodies: links.collect(),
                page: frame(asked, "", asked.t.text("web-bodies-title")),
            };
            Ok(Answer::page(page.render()?))
        }
    }
}

/// The page that creates body and administrator, where there is none yet.
pub fn first(asked: &Asked<'_>) -> Result<Answer, Failure> {
    if !asked.server.store.bodies()?.is_empty() {
        return Err(Failure::NotFound);
    }
    show(asked, &[])
}

fn show(asked: &Asked<'_>, wrong: &[(&str, String)]) -> Result<Answer, Failure> {
    let t = asked.t;
    let length = asked.server.settings.password_length.to_string();
    let field = |kind: Kind, name: &str| {
        let typed = match kind {
            Kind::Secret(_) => "",
            _ => asked.form.get(name).unwrap_or_default(),
        };
        let error = wrong.iter().find(|(of, _)| *of == name);
        let label = t.text(&format!("web-first-{name}"));
        let help = t.find(&format!("web-first-{name}-help"), &[("length", &length)]);
        let mut field = Field::new(t, kind, name, label)
            .holding(typed)
            .wrong(error.map(|(_, said)| said.clone()))
            .needed();
        field.help = help;
        field
    };
    let page = Door {
        page: frame(asked, "", t.text("web-first-title")),
        text: t.text("web-first-text"),
        error: None,
        fields: vec![
            field(Kind::Text(Some("organization")), "body-name"),
            field(Kind::Text(None), "body"),
            field(Kind::Text(Some("name")), "name"),
            field(Kind::Text(Some("username")), "login"),
            field(Kind::Text(Some("email")), "mail"),
            field(Kind::Secret("new-password"), "password"),
        ],
        post: Post {
            action: "/primo-avvio".to_owned(),
            csrf: String::new(),
            hidden: Vec::new(),
        },
        actions: Actions {
            items: vec![Action::submit(t.text("web-first-create"), Look::First)],
        },
        aside: Vec::new(),
    };
    let answer = Answer::page(page.render()?);
    Ok(if wrong.is_empty() {
        answer
    } else {
        answer.status(axum::http::StatusCode::UNPROCESSABLE_ENTITY)
    })
}

/// Words of addresses that no body may be called by.
const TAKEN: [&str; 8] = [
    "accessibilita",
    "accesso",
    "healthz",
    "lingua",
    "metrics",
    "primo-avvio",
    "readyz",
    "risorse",
];

/// Whether a text can be the short name of a body: small letters, digits and hyphens.
pub fn is_short_name(text: &str) -> bool {
    (2..=40).contains(&text.len())
        && text
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
        && text.starts_with(|c: char| c.is_ascii_lowercase())
        && !TAKEN.contains(&text)
}

/// Somebody types what the page asks.
pub fn create(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let store = &asked.server.store;
    if !store.bodies()?.is_empty() {
        return Err(Failure::NotFound);
    }
    let t = asked.t;
    let text = |name: &str| asked.form.text(name);
    let secret = asked.form.get("password").unwrap_or_default();
    let mut wrong = Vec::new();
    for name in ["body-name", "name", "login"] {
        if text(name).is_empty() {
            wrong.push((name, t.text("web-field-empty")));
        }
    }
    if !is_short_name(text("body")) {
        wrong.push(("body", t.text("web-first-body-wrong")));
    }
    if let Some(said) = password_refused(asked, secret) {
        wrong.push(("password", said));
    }
    if !wrong.is_empty() {
        return show(asked, &wrong);
    }
    let first = Administrator {
        body: text("body"),
        body_name: text("body-name"),
        login: &text("login").to_lowercase(),
        name: text("name"),
        mail: Some(text("mail")).filter(|mail| !mail.is_empty()),
        password: secret,
    };
    first.create(store, asked.now)?;
    Ok(Answer::to(format!("/{}/accesso", first.body)))
}

/// Why a password cannot be taken.
pub fn password_refused(asked: &Asked<'_>, secret: &str) -> Option<String> {
    let length = asked.server.settings.password_length;
    let short = secret.chars().count() < length;
    let key = if short {
        "web-password-short"
    } else if secret.len() > password::LONGEST {
        "web-password-long"
    } else {
        return None;
    };
    Some(asked.t.with(key, &[("length", &length.to_string())]))
}

/// The first account of a body.
pub struct Administrator<'a> {
    /// Short name of the body.
    pub body: &'a str,
    /// Its name.
    pub body_name: &'a str,
    /// What to type to sign in.
    pub login: &'a str,
    /// The account's name.
    pub name: &'a str,
    /// Its address.
    pub mail: Option<&'a str>,
    /// Its password.
    pub password: &'a str,
}

impl Administrator<'_> {
    /// Creates the account, and the body if it is not there yet.
    ///
    /// # Errors
    /// What the database says.
    pub fn create(&self, store: &Store, now: Timestamp) -> Result<i64, Failure> {
        let author = Author {
            account: None,
            name: self.name,
            now,
            reason: None,
        };
        if !store.bodies()?.iter().any(|body| body.id == self.body) {
            store.add_body(self.body, self.body_name, &author)?;
        }
        let hash = password::hash(self.password).map_err(|e| Failure::Broken(e.to_string()))?;
        let details = AccountDetails {
            login: self.login,
            name: self.name,
            mail: self.mail,
            language: None,
        };
        let account = store.add_account(self.body, &details, Some(&hash), &author)?;
        let grant = NewGrant {
            role: Role::Administrator.token(),
            unit: "",
            valid_from: None,
            valid_until: None,
        };
        store.grant(self.body, account, &grant, &author)?;
        Ok(account)
    }
}

/// Another language, kept in a cookie; back to where one was.
pub fn language(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let chosen = crate::messages::Language::named(asked.query.text("lingua"));
    let back = asked.query.text("da");
    let back = if back.starts_with('/') && !back.starts_with("//") && !back.contains('\\') {
        back
    } else {
        "/"
    };
    let answer = Answer::to(back);
    Ok(match chosen {
        Some(language) => {
            let year = 365 * 24 * 3600;
            answer.with_cookie(asked.server, LANGUAGE_COOKIE, language.tag(), year)
        }
        None => answer,
    })
}
