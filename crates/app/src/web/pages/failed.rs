//! What is shown instead of a page: why, and what to do.

use askama::Template as _;
use axum::http::{Method, StatusCode, header};

use super::{frame, resend, sign_in};
use crate::web::asked::Asked;
use crate::web::failure::Failure;
use crate::web::page::Problem;
use crate::web::part::{Action, Actions, Look, Post};
use crate::web::receive::Answer;

/// The answer to a failure, with the reference under which it stands in the log. Who must sign in is
/// led there, and what was being sent goes along.
pub fn page(asked: &Asked<'_>, failure: &Failure, reference: Option<String>) -> Answer {
    let body = asked.part("body");
    if matches!(failure, Failure::SignIn) && !body.is_empty() {
        return sign_in_first(asked, body);
    }
    let t = asked.t;
    let token = failure.token();
    let seconds = match failure {
        Failure::TooMany(seconds) => seconds.to_string(),
        _ => String::new(),
    };
    let args = [("seconds", seconds.as_str())];
    let title = t.with(&format!("web-failure-{token}"), &args);
    let home = match &asked.who {
        Some(who) => format!("/{}", who.body),
        None => "/".to_owned(),
    };
    let again = again(asked, failure);
    let look = match again.is_some() {
        true => Look::Second,
        false => Look::First,
    };
    let mut actions = vec![Action::to(t.text("web-failure-home"), look, home)];
    let unsaved = again.map(|post| {
        let text = match asked.files.is_empty() {
            true => t.text("web-failure-unsaved"),
            false => t.text("web-failure-unsaved-file"),
        };
        let typed = resend::typed(&post.hidden);
        actions.insert(
            0,
            Action::post(t.text("web-failure-again"), Look::First, post),
        );
        (text, typed)
    });
    let page = Problem {
        page: frame(asked, "", title),
        status: failure.status().as_u16(),
        text: t.with(&format!("web-failure-{token}-help"), &args),
        unsaved,
        actions: Actions { items: actions },
        reference,
    };
    let html = page.render().unwrap_or_default();
    let answer = Answer::page(html).status(failure.status());
    match failure {
        Failure::Gone(_) => with_header(answer, header::RETRY_AFTER, "5"),
        Failure::TooMany(seconds) => with_header(answer, header::RETRY_AFTER, &seconds.to_string()),
        _ => answer,
    }
}

/// What sends a form again that the database could not take: all of it but its files, which no page can
/// hold, and none that carries a password.
fn again(asked: &Asked<'_>, failure: &Failure) -> Option<Post> {
    const SECRETS: [&str; 4] = ["password", "old", "new", "again"];
    let may_pass = matches!(failure, Failure::Gone(_) | Failure::Full(_));
    if asked.method != Method::POST || !may_pass {
        return None;
    }
    let fields = || asked.form.0.iter().filter(|(name, _)| name != "csrf");
    if fields().any(|(name, _)| SECRETS.contains(&name.as_str())) {
        return None;
    }
    let query = asked.query.with("", None);
    Some(Post {
        action: match query.is_empty() {
            true => asked.path.clone(),
            false => format!("{}?{query}", asked.path),
        },
        // Who it is cannot be looked up now; the form that was sent knows the session's own.
        csrf: asked.form.get("csrf").unwrap_or_default().to_owned(),
        hidden: fields().cloned().collect(),
    })
}

fn with_header(mut answer: Answer, name: header::HeaderName, value: &str) -> Answer {
    answer.headers.push((name, value.to_owned()));
    answer
}

/// To the page where one signs in: a link is followed afterwards, a form is sent afterwards.
fn sign_in_first(asked: &Asked<'_>, body: &str) -> Answer {
    let encoded = |name: &str, value: &str| {
        form_urlencoded::Serializer::new(String::new())
            .append_pair(name, value)
            .finish()
    };
    if asked.method == Method::POST && !asked.form.0.is_empty() {
        let page = sign_in::after_the_session(asked);
        return page.unwrap_or_else(|_| Answer::to(format!("/{body}/accesso")));
    }
    let query = asked.query.with("", None);
    let towards = match query.is_empty() {
        true => asked.path.clone(),
        false => format!("{}?{query}", asked.path),
    };
    let address = format!("/{body}/accesso?{}", encoded("verso", &towards));
    if asked.partial {
        // A part of a page cannot become the page where one signs in: the whole page goes there.
        let mut answer = Answer::page(String::new()).status(StatusCode::OK);
        answer
            .headers
            .push((header::HeaderName::from_static("hx-redirect"), address));
        return answer;
    }
    Answer::to(address)
}
