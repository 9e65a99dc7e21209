//! What whoever keeps an installation does from the terminal: `audit verify`, `admin create`,
//! `backup`, `restore`.

use std::ffi::OsString;
use std::io::{BufRead as _, IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use clap::ArgMatches;
use store::{BackupSummary, Store, check_backup};

use super::serve::{FOLDER, open, refused, settings};
use super::waiting::Waiting;
use super::{Outcome, Refusal, Session, output};
use crate::web::failure::Failure;
use crate::web::pages::log::flaw_token;
use crate::web::pages::start::{Administrator, is_short_name};
use crate::web::password::LONGEST;
use crate::web::settings::{Database, Settings};

/// The database that is there already: nobody wants an empty one made of a mistyped name.
fn existing(session: &Session<'_>, matches: &ArgMatches) -> Result<Store, Refusal> {
    let settings = settings(session, matches, Path::new(FOLDER))?;
    if let Database::Folder(folder) = &settings.database
        && !folder.join("traguardo.db").is_file()
    {
        let path = folder.display().to_string();
        return Err(session.refuse("cli-no-data", &[("path", &path)]));
    }
    open(session, &settings)
}

pub(super) fn audit(session: &Session<'_>, matches: &ArgMatches) -> Result<Outcome, Refusal> {
    let catalogue = session.catalogue;
    let store = existing(session, matches)?;
    let said = |error: store::Error| refused(session, &error);
    let wanted = matches.get_one::<String>("body");
    let bodies: Vec<String> = match wanted {
        Some(body) => vec![body.clone()],
        None => store
            .bodies()
            .map_err(said)?
            .into_iter()
            .map(|body| body.id)
            .collect(),
    };
    if bodies.is_empty() {
        output::print(&format!("{}\n", catalogue.text("cli-audit-nobody")));
    }
    let mut outcome = Outcome::Fine;
    for body in bodies {
        let verdict = store.verify(&body).map_err(said)?;
        let count = verdict.verified.to_string();
        let line = match verdict.flaw {
            None => catalogue.with(
                "cli-audit-whole",
                &[
                    ("body", &body),
                    ("count", &count),
                    ("digest", &verdict.digest),
                ],
            ),
            Some(flaw) => {
                outcome = Outcome::Denied;
                let key = format!("log-flaw-{}", flaw_token(flaw.kind));
                let number = flaw.number.to_string();
                let what = catalogue.with(&key, &[("number", &number), ("count", &count)]);
                catalogue.with("cli-audit-flaw", &[("body", &body), ("what", &what)])
            }
        };
        output::print(&format!("{line}\n"));
    }
    Ok(outcome)
}

pub(super) fn admin(session: &Session<'_>, matches: &ArgMatches) -> Result<Outcome, Refusal> {
    let text = |name: &str| {
        matches
            .get_one::<String>(name)
            .map_or("", String::as_str)
            .trim()
    };
    let settings = settings(session, matches, Path::new(FOLDER))?;
    let (body, login) = (text("body"), text("login").to_lowercase());
    if !is_short_name(body) {
        return Err(session.refuse("cli-admin-body", &[("body", body)]));
    }
    let store = open(session, &settings)?;
    let said = |error: store::Error| refused(session, &error);
    if store
        .account_by_login(body, &login)
        .map_err(said)?
        .is_some()
    {
        let args = [("body", body), ("login", &login)];
        return Err(session.refuse("cli-admin-taken", &args));
    }
    let password = password(session, &settings)?;
    let or = |text: &'static str, other: &str| -> String {
        let given = matches
            .get_one::<String>(text)
            .map_or("", String::as_str)
            .trim();
        if given.is_empty() { other } else { given }.to_owned()
    };
    let first = Administrator {
        body,
        body_name: &or("body-name", body),
        login: &login,
        name: &or("name", &login),
        mail: Some(text("mail")).filter(|mail| !mail.is_empty()),
        password: &password,
    };
    first
        .create(&store, jiff::Timestamp::now())
        .map_err(|failure| failed(session, &failure))?;
    let address = settings
        .address
        .unwrap_or_else(|| format!("http://{}", settings.listen));
    let address = format!("{address}/{body}/accesso");
    let args = [
        ("login", login.as_str()),
        ("body", body),
        ("address", &address),
    ];
    output::print(&format!(
        "{}\n",
        session.catalogue.with("cli-admin-done", &args)
    ));
    Ok(Outcome::Fine)
}

fn failed(session: &Session<'_>, failure: &Failure) -> Refusal {
    let cause = failure
        .for_log()
        .unwrap_or_else(|| failure.token())
        .to_owned();
    session.refuse("cli-database", &[("cause", &cause)])
}

/// A password: typed twice on the terminal without being seen, or one line of the standard input.
fn password(session: &Session<'_>, settings: &Settings) -> Result<String, Refusal> {
    let length = settings.password_length.to_string();
    let asks = std::io::stdin().is_terminal();
    let first = if asks {
        let _unseen = Unseen::begin();
        let first = line(
            &session
                .catalogue
                .with("cli-admin-password", &[("length", &length)]),
        );
        let again = line(&session.catalogue.text("cli-admin-again"));
        if first != again {
            return Err(session.refuse("cli-admin-different", &[]));
        }
        first
    } else {
        line("")
    };
    let Some(password) = first.filter(|typed| !typed.is_empty()) else {
        return Err(session.refuse("cli-admin-no-password", &[]));
    };
    let key = if password.chars().count() < settings.password_length {
        "web-password-short"
    } else if password.len() > LONGEST {
        "web-password-long"
    } else {
        return Ok(password);
    };
    Err(session.refuse(key, &[("length", &length)]))
}

/// Asks for a line on the terminal, or takes one that comes.
fn line(asked: &str) -> Option<String> {
    if !asked.is_empty() {
        let mut terminal = std::io::stderr().lock();
        let _ = write!(terminal, "{asked} ").and_then(|()| terminal.flush());
    }
    let mut line = String::new();
    let read = std::io::stdin().lock().read_line(&mut line).ok()?;
    if !asked.is_empty() {
        let _ = writeln!(std::io::stderr().lock());
    }
    (read > 0).then(|| line.trim_end_matches(['\r', '\n']).to_owned())
}

/// As long as it lives, what is typed on the terminal is not shown. `stty` tells the terminal so:
/// doing it ourselves would take unsafe code, or a library for this alone.
struct Unseen;

impl Unseen {
    fn begin() -> Unseen {
        Unseen::tell("-echo");
        Unseen
    }

    fn tell(what: &str) {
        let mut stty = Command::new("stty");
        let stty = stty.arg(what).stdin(Stdio::inherit());
        // Where there is none, the password is seen as it is typed.
        let _ = stty.stdout(Stdio::null()).stderr(Stdio::null()).status();
    }
}

impl Drop for Unseen {
    fn drop(&mut self) {
        Unseen::tell("echo");
    }
}

fn file(matches: &ArgMatches) -> PathBuf {
    matches
        .get_one::<OsString>("file")
        .map(PathBuf::from)
        .unwrap_or_default()
}

fn rows(summary: &BackupSummary) -> u64 {
    summary.tables.iter().map(|table| table.rows).sum()
}

pub(super) fn backup(session: &Session<'_>, matches: &ArgMatches) -> Result<Outcome, Refusal> {
    let path = file(matches);
    let shown = path.display().to_string();
    output::refuse_overwriting(session, &path, matches.get_flag("force"))?;
    let store = existing(session, matches)?;
    // Written beside it first: a backup that fails takes no older one with it.
    let mut beside = path.clone().into_os_string();
    beside.push(".nuovo");
    let beside = PathBuf::from(beside);
    let written = {
        let _waiting = Waiting::on(session.catalogue.text("cli-working-backup"), true);
        store.backup(&beside).and_then(|_| check_backup(&beside))
    };
    let cannot =
        |cause: &str| session.refuse("cli-cannot-write", &[("path", &shown), ("cause", cause)]);
    let summary = written.map_err(|error| {
        let _ = std::fs::remove_file(&beside);
        match error {
            store::Error::Gone(_) | store::Error::Newer { .. } => refused(session, &error),
            other => cannot(&other.to_string()),
        }
    })?;
    std::fs::rename(&beside, &path).map_err(|error| cannot(&error.to_string()))?;
    let size = std::fs::metadata(&path).map_or(0, |found| found.len().div_ceil(1024));
    let line = session.catalogue.with(
        "cli-backup-done",
        &[
            ("path", &shown),
            ("rows", &rows(&summary).to_string()),
            ("tables", &summary.tables.len().to_string()),
            ("size", &size.to_string()),
        ],
    );
    output::print(&format!("{line}\n"));
    Ok(Outcome::Fine)
}

pub(super) fn restore(session: &Session<'_>, matches: &ArgMatches) -> Result<Outcome, Refusal> {
    let path = file(matches);
    let shown = path.display().to_string();
    let damaged = |error: &store::Error| match error {
        store::Error::NotFound("backup") => {
            session.refuse("cli-backup-damaged", &[("cause", &shown)])
        }
        store::Error::Damaged(cause) | store::Error::Refused(cause) => {
            session.refuse("cli-backup-damaged", &[("cause", cause)])
        }
        other => refused(session, other),
    };
    // Before a database is made for it.
    check_backup(&path).map_err(|error| damaged(&error))?;
    let settings = settings(session, matches, Path::new(FOLDER))?;
    let store = open(session, &settings)?;
    if !store
        .bodies()
        .map_err(|error| refused(session, &error))?
        .is_empty()
    {
        return Err(session.refuse("cli-restore-full", &[]));
    }
    let restored = {
        let _waiting = Waiting::on(session.catalogue.text("cli-working-restore"), true);
        store.restore(&path)
    };
    let summary = restored.map_err(|error| damaged(&error))?;
    let count = rows(&summary).to_string();
    let args = [("path", shown.as_str()), ("rows", &count)];
    output::print(&format!(
        "{}\n",
        session.catalogue.with("cli-restore-done", &args)
    ));
    Ok(Outcome::Fine)
}
