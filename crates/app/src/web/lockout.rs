//! Wrong passwords: counted, and where they lock a login its holder is told by mail.
//!
//! Whether anybody has the login that was typed, an answer says neither by its words nor by the time it
//! takes: who is told, and whether, is found out after it was given.

use jiff::Timestamp;
use store::{Author, Store, Throttle};

use super::Server;
use super::asked::Asked;
use super::failure::Failure;
use super::mail::{Errand, Letter, send};
use super::password::{FOR_ADDRESS, FOR_LOGIN};
use super::receive::clock;
use super::settings::Settings;
use crate::messages::{Catalogue, Language};

/// Counts a wrong password for a login of the body of the address.
///
/// # Errors
/// What the database says.
pub fn wrong_for_login(asked: &Asked<'_>, login: &str) -> Result<(), Failure> {
    let Some(until) = count(asked, "login", login, &FOR_LOGIN)? else {
        return Ok(());
    };
    let Server {
        settings, store, ..
    } = asked.server;
    if settings.mail.is_none() {
        return Ok(());
    }
    let (settings, store) = (settings.clone(), store.clone());
    let (body, login) = (asked.part("body").to_owned(), login.to_owned());
    std::thread::Builder::new()
        .name("mail".to_owned())
        .spawn(move || {
            if let Err(error) = tell(&settings, &store, &body, &login, until) {
                tracing::error!(%error, "the holder of a login was not told that it is locked");
            }
        })
        .map_err(|error| Failure::Broken(error.to_string()))?;
    Ok(())
}

/// Counts a wrong password from the address of who asks.
///
/// # Errors
/// What the database says.
pub fn wrong_from_address(asked: &Asked<'_>) -> Result<(), Failure> {
    count(asked, "address", &asked.address.to_string(), &FOR_ADDRESS)?;
    Ok(())
}

/// Counts a failure; until when it locks, if it is the one that begins to.
fn count(
    asked: &Asked<'_>,
    kind: &str,
    name: &str,
    throttle: &Throttle,
) -> Result<Option<Timestamp>, Failure> {
    let by = asked.t.text("web-lock-author");
    let author = Author {
        account: None,
        name: &by,
        now: asked.now,
        reason: None,
    };
    let store = &asked.server.store;
    let counted = store.note_failure(asked.part("body"), kind, name, throttle, &author)?;
    let until = counted.locked_until.and_then(|until| until.parse().ok());
    Ok(until.filter(|_| counted.failures == throttle.failures))
}

/// Writes to the holder of a login, where there is one who can be written to.
fn tell(
    settings: &Settings,
    store: &Store,
    body: &str,
    login: &str,
    until: Timestamp,
) -> store::Result<()> {
    let Some(mail) = &settings.mail else {
        return Ok(());
    };
    let account = store.account_by_login(body, login)?;
    let Some(account) = account.filter(|account| account.is_active()) else {
        return Ok(());
    };
    let Some(to) = account.mail.filter(|to| !to.is_empty()) else {
        return Ok(());
    };
    let chosen = account.language.as_deref().and_then(Language::named);
    let t = Catalogue::new(chosen.unwrap_or(settings.language));
    let bodies = store.bodies()?.into_iter();
    let of = bodies.filter(|of| of.id == body).map(|of| of.name).next();
    let until = until.to_zoned(clock());
    let (day, hour) = (
        crate::printed::day(until.date(), t.language),
        until.strftime("%H:%M").to_string(),
    );
    let args = [
        ("name", account.name.as_str()),
        ("body", of.as_deref().unwrap_or(body)),
        ("login", login),
        ("day", &day),
        ("hour", &hour),
    ];
    let paragraphs = [
        "web-lock-mail-greeting",
        "web-lock-mail-what",
        "web-lock-mail-do",
    ];
    let letter = Letter {
        account: account.id,
        to,
        subject: t.with("web-lock-mail-subject", &args),
        text: paragraphs.map(|key| t.with(key, &args)).join("\n\n"),
    };
    let errand = Errand {
        body: body.to_owned(),
        account: None,
        name: t.text("web-lock-author"),
        cause: "lock".to_owned(),
    };
    send(store, mail, &[letter], &errand);
    Ok(())
}
