//! `/{body}/accesso`: who are you? And the way out.

use askama::Template as _;
use axum::http::StatusCode;
use jiff::{SignedDuration, Timestamp};
use store::{AuditFilter, Author, NewSession};

use crate::messages::Language;
use crate::web::asked::{Asked, COOKIE, LANGUAGE_COOKIE, csrf_of, digest, secret};
use crate::web::failure::Failure;
use crate::web::frame::frame;
use crate::web::lockout;
use crate::web::page::Door;
use crate::web::part::{Action, Actions, Field, Kind, Link, Look, Post};
use crate::web::password::{LONGEST, is_right};
use crate::web::receive::Answer;

/// The page.
pub fn ask(asked: &Asked<'_>) -> Result<Answer, Failure> {
    if asked
        .who
        .as_ref()
        .is_some_and(|who| who.body == asked.part("body"))
    {
        return Ok(Answer::to(format!("/{}", asked.part("body"))));
    }
    show(asked, None)
}

/// The page, with what went wrong; the status is that of a refusal.
fn show(asked: &Asked<'_>, refused: Option<String>) -> Result<Answer, Failure> {
    let typed = |name: &str| {
        let typed = asked.form.get(name).or_else(|| asked.query.get(name));
        typed.unwrap_or_default().to_owned()
    };
    let (towards, unsent) = (typed("verso"), typed("da-inviare"));
    let was_refused = refused.is_some();
    let answer = door(asked, refused, typed("login"), towards, unsent)?;
    Ok(if was_refused {
        answer.status(StatusCode::UNPROCESSABLE_ENTITY)
    } else {
        answer
    })
}

/// The page for a form that came after its session had ended: it is sent again afterwards.
pub fn after_the_session(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let said = Some(asked.t.text("web-sign-in-ended"));
    let unsent = asked.form.with("csrf", None);
    let answer = door(asked, said, String::new(), asked.path.clone(), unsent)?;
    Ok(answer.status(StatusCode::UNAUTHORIZED))
}

fn door(
    asked: &Asked<'_>,
    error: Option<String>,
    login: String,
    towards: String,
    unsent: String,
) -> Result<Answer, Failure> {
    let (t, body) = (asked.t, asked.part("body"));
    let bodies = asked.server.store.bodies()?;
    let found = bodies.into_iter().find(|of| of.id == body);
    let found = found.ok_or(Failure::NotFound)?;
    let field = |kind: Kind, name: &str| {
        Field::new(t, kind, name, t.text(&format!("web-sign-in-{name}"))).needed()
    };
    let mut page = frame(asked, "", t.text("web-sign-in-title"));
    page.body = Some(Link::new(found.name, format!("/{body}")));
    let ready = asked.server.shown_accounts.iter();
    let ready = ready.filter(|account| account.body == body).map(|account| {
        let role = t.word("role", account.role.token());
        t.with(
            "web-sign-in-ready",
            &[("role", &role), ("login", &account.login)],
        )
    });
    let mut aside: Vec<String> = ready.collect();
    if !aside.is_empty() {
        let password = crate::web::demo::PASSWORD;
        aside.insert(0, t.with("web-sign-in-demo", &[("password", password)]));
    }
    let page = Door {
        page,
        text: t.text("web-sign-in-text"),
        error,
        fields: vec![
            field(Kind::Text(Some("username")), "login").holding(login),
            field(Kind::Secret("current-password"), "password"),
        ],
        post: Post {
            action: format!("/{body}/accesso"),
            csrf: String::new(),
            hidden: vec![
                ("verso".to_owned(), towards),
                ("da-inviare".to_owned(), unsent),
            ],
        },
        actions: Actions {
            items: vec![Action::submit(t.text("web-sign-in-enter"), Look::First)],
        },
        aside,
    };
    Ok(Answer::page(page.render()?))
}

/// Somebody types login and password.
pub fn enter(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let (store, body, now) = (&asked.server.store, asked.part("body"), asked.now);
    let login: String = asked
        .form
        .text("login")
        .to_lowercase()
        .chars()
        .take(120)
        .collect();
    let password = asked.form.get("password").unwrap_or_default();
    let address = asked.address.to_string();
    for (kind, name) in [("login", login.as_str()), ("address", address.as_str())] {
        let attempt = store.attempt(body, kind, name)?;
        if let Some(until) = attempt
            .filter(|a| a.is_locked(now))
            .and_then(|a| a.locked_until)
        {
            let minutes = minutes_until(&until, now);
            let said = asked.t.with("web-sign-in-locked", &[("minutes", &minutes)]);
            return show(asked, Some(said));
        }
    }
    let account = store.account_by_login(body, &login)?;
    let usable = account.filter(|account| account.is_active() && !account.is_locked(now));
    let kept = usable
        .as_ref()
        .and_then(|account| account.password.as_deref());
    let right = password.len() <= LONGEST && is_right(password, kept);
    let Some(account) = usable.filter(|_| right) else {
        lockout::wrong_for_login(asked, &login)?;
        lockout::wrong_from_address(asked)?;
        return show(asked, Some(asked.t.text("web-sign-in-refused")));
    };
    store.forget_failures(body, "login", &login)?;
    let secret = secret().map_err(|error| Failure::Broken(error.to_string()))?;
    let settings = &asked.server.settings;
    let (limit, idle) = (settings.session_limit, settings.session_idle);
    let limit_seconds = i64::try_from(limit.as_secs()).unwrap_or(i64::MAX);
    let expires = now.checked_add(SignedDuration::from_secs(limit_seconds));
    let session = NewSession {
        digest: &digest(secret.as_bytes()),
        account: account.id,
        expires: expires.unwrap_or(Timestamp::MAX),
        idle_seconds: i64::try_from(idle.as_secs()).unwrap_or(i64::MAX),
    };
    let author = Author {
        account: Some(account.id),
        name: &account.name,
        now,
        reason: None,
    };
    store.open_session(body, &session, &author)?;
    let towards = asked.form.text("verso");
    let unsent = asked.form.get("da-inviare").unwrap_or_default();
    let answer = if is_ours(towards, body) && !unsent.is_empty() {
        super::resend::page(asked, &csrf_of(&secret), towards, unsent)?
    } else if is_ours(towards, body) {
        Answer::to(towards)
    } else if was_given_a_password(asked, account.id)? {
        Answer::to(format!("/{body}/profilo?fatto=password-given"))
    } else {
        Answer::to(format!("/{body}"))
    };
    let value = format!("{body}.{secret}");
    let answer = answer.with_cookie(asked.server, COOKIE, &value, limit.as_secs());
    Ok(
        match account.language.as_deref().and_then(Language::named) {
            Some(language) => answer.with_cookie(
                asked.server,
                LANGUAGE_COOKIE,
                language.tag(),
                limit.as_secs(),
            ),
            None => answer,
        },
    )
}

/// Whether the present password was given by somebody else, and is to be changed.
fn was_given_a_password(asked: &Asked<'_>, account: i64) -> Result<bool, Failure> {
    let filter = AuditFilter {
        record: Some(account),
        action: Some("account-password".to_owned()),
        ..AuditFilter::default()
    };
    let last = asked.server.store.audit(asked.part("body"), &filter, 1)?;
    let by = last.first().map(|entry| entry.account);
    Ok(by.is_some_and(|by| by.is_some_and(|by| by != account)))
}

/// Whether an address leads to a page of the body: nobody is sent elsewhere after signing in.
fn is_ours(towards: &str, body: &str) -> bool {
    towards
        .strip_prefix('/')
        .and_then(|rest| rest.strip_prefix(body))
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?']))
        && !towards.contains(['\\', '\r', '\n'])
}

fn minutes_until(until: &str, now: Timestamp) -> String {
    let left = until
        .parse::<Timestamp>()
        .map(|until| until.duration_since(now).as_mins() + 1)
        .unwrap_or(1);
    left.max(1).to_string()
}

/// The way out.
pub fn leave(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let who = asked.person()?;
    let author = super::author(asked)?;
    asked
        .server
        .store
        .close_session(&who.body, &who.session, &author)?;
    let to = format!("/{}/accesso", who.body);
    Ok(Answer::to(to).with_cookie(asked.server, COOKIE, "", 0))
}
