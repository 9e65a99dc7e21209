//! After signing in again: what was being sent when the session had ended, to be sent once more.

use askama::Template;

use super::frame;
use super::thing::inputs::BEFORE;
use crate::web::asked::{Asked, Pairs};
use crate::web::failure::Failure;
use crate::web::page::Page;
use crate::web::part::{Action, Actions, Look, Post};
use crate::web::receive::Answer;

#[derive(Template)]
#[template(path = "resend.html")]
struct Resend<'a> {
    page: Page<'a>,
    typed: Vec<(String, String)>,
    actions: Actions,
}

/// The page: what was typed, and the button that sends it. The new session's token goes with it.
pub fn page(asked: &Asked<'_>, csrf: &str, towards: &str, unsent: &str) -> Result<Answer, Failure> {
    let fields = Pairs::of(unsent).0.into_iter();
    let fields: Vec<(String, String)> = fields.filter(|(name, _)| name != "csrf").collect();
    let post = Post {
        action: towards.to_owned(),
        csrf: csrf.to_owned(),
        hidden: fields.clone(),
    };
    let page = Resend {
        page: frame(asked, "", asked.t.text("web-resend-title")),
        typed: typed(&fields),
        actions: Actions {
            items: vec![
                Action::post(asked.t.text("web-resend-send"), Look::First, post),
                Action::to(asked.t.text("web-resend-leave"), Look::Second, towards),
            ],
        },
    };
    Ok(Answer::page(page.render()?))
}

/// What a person typed among the fields of a form: what it carries along to compare with was not.
pub fn typed(fields: &[(String, String)]) -> Vec<(String, String)> {
    let carried = |name: &str| name.starts_with(BEFORE) || name.starts_with("before");
    let typed = fields.iter();
    typed
        .filter(|(name, value)| !value.is_empty() && !carried(name))
        .cloned()
        .collect()
}
