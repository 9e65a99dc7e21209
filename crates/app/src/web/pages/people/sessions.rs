//! The sessions of an account, and their end.

use store::Account;

use super::account::done;
use super::{Line, Lines, account, moment, post};
use crate::web::asked::Asked;
use crate::web::failure::Failure;
use crate::web::pages::author;
use crate::web::part::{Action, Look};
use crate::web::receive::Answer;

/// The sessions of an account; `to` is where a closing goes.
pub(super) fn lines(asked: &Asked<'_>, of: &Account, to: &str) -> Result<Lines, Failure> {
    let t = asked.t;
    let now = store::instant(asked.now);
    let all = asked.server.store.sessions(asked.part("body"), of.id)?;
    let alive: Vec<_> = all
        .into_iter()
        .filter(|session| session.expires > now)
        .collect();
    let own = asked.who.as_ref().map(|who| who.session.as_str());
    let items = alive.iter().map(|session| {
        let seen = moment(asked, &session.last_seen);
        let ends = moment(asked, &session.expires);
        let is_own = own == Some(session.digest.as_str());
        let key = if is_own {
            "web-sessions-this"
        } else {
            "web-sessions-one"
        };
        let hidden = [("sessione", session.digest.as_str())];
        let label = t.text("web-sessions-close");
        let mut action = Action::post(label, Look::Small, post(asked, to.to_owned(), &hidden));
        let begun = moment(asked, &session.created);
        action.about = Some(begun.clone());
        Line {
            text: t.with(key, &[("begun", &begun)]),
            below: t.with("web-sessions-seen", &[("seen", &seen), ("ends", &ends)]),
            quiet: false,
            actions: if is_own { Vec::new() } else { vec![action] },
        }
    });
    let items: Vec<Line> = items.collect();
    let all = post(asked, format!("{to}/tutte"), &[]);
    Ok(Lines {
        title: t.text("web-sessions-title"),
        help: None,
        none: t.text("web-sessions-none"),
        actions: match items.is_empty() {
            true => Vec::new(),
            false => vec![Action::post(
                t.text("web-sessions-close-all"),
                Look::Second,
                all,
            )],
        },
        items,
    })
}

/// Closes the session of the form, if it is one of the account.
pub(super) fn close_one(asked: &Asked<'_>, of: i64) -> Result<(), Failure> {
    let (store, body) = (&asked.server.store, asked.part("body"));
    let wanted = asked.form.text("sessione");
    let its = store.sessions(body, of)?;
    if its.iter().any(|session| session.digest == wanted) {
        store.close_session(body, wanted, &author(asked)?)?;
    }
    Ok(())
}

/// The administrator closes a session.
pub fn close(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let of = account(asked)?;
    close_one(asked, of.id)?;
    Ok(done(asked, of.id, "session-close"))
}

/// The administrator closes all sessions of an account (of his own, all others).
pub fn close_all(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let of = account(asked)?;
    let who = asked.person()?;
    let kept = (of.id == who.account).then_some(who.session.as_str());
    let (store, body) = (&asked.server.store, asked.part("body"));
    store.close_sessions(body, of.id, kept, &author(asked)?)?;
    Ok(done(asked, of.id, "session-close"))
}
