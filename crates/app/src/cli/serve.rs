//! `traguardo serve`: the office's server. `traguardo demo --serve`: the same on the examples.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::ArgMatches;
use store::Store;

use super::demo::EXAMPLES;
use super::{Outcome, Refusal, Session, output};
use crate::web::settings::{Database, Mistake, Settings};
use crate::web::{self, Server, ShownAccount, demo};

/// Where the data lie if nobody says.
pub(super) const FOLDER: &str = "traguardo-dati";

pub(super) fn run(session: &Session<'_>, matches: &ArgMatches) -> Result<Outcome, Refusal> {
    let settings = settings(session, matches, Path::new(FOLDER))?;
    let store = open(session, &settings)?;
    answer(session, settings, store, Vec::new())
}

/// The server on the examples.
pub(super) fn on_examples(
    session: &Session<'_>,
    matches: &ArgMatches,
    folder: &Path,
) -> Result<Outcome, Refusal> {
    let settings = settings(session, matches, &folder.join("dati"))?;
    let store = open(session, &settings)?;
    let now = jiff::Timestamp::now();
    let accounts = demo::fill(&store, session.catalogue, &EXAMPLES, now).map_err(|failure| {
        let cause = failure
            .for_log()
            .unwrap_or_else(|| failure.token())
            .to_owned();
        session.refuse("cli-database", &[("cause", &cause)])
    })?;
    answer(session, settings, store, accounts)
}

/// The settings of file, environment and command line.
pub(super) fn settings(
    session: &Session<'_>,
    matches: &ArgMatches,
    folder: &Path,
) -> Result<Settings, Refusal> {
    let path = |name: &str| {
        let given = matches.try_get_one::<OsString>(name).ok().flatten();
        given.map(PathBuf::from)
    };
    let environment = |name: &str| {
        let given = matches.try_get_one::<String>("listen").ok().flatten();
        match given {
            Some(listen) if name == "TRAGUARDO_LISTEN" => Some(listen.clone()),
            _ => std::env::var(name).ok(),
        }
    };
    let data = path("data").unwrap_or_else(|| folder.to_owned());
    let mut settings =
        Settings::read(path("config").as_deref(), environment, &data).map_err(|mistake| {
            match mistake {
                Mistake::File(cause) => session.refuse("cli-settings-file", &[("cause", &cause)]),
                Mistake::Unknown(name) => {
                    session.refuse("cli-settings-unknown", &[("name", &name)])
                }
                Mistake::Value(name, value) => {
                    session.refuse("cli-settings-value", &[("name", name), ("value", &value)])
                }
            }
        })?;
    if path("data").is_some() {
        settings.database = Database::Folder(data);
    }
    Ok(settings)
}

/// Opens the database of the settings.
pub(super) fn open(session: &Session<'_>, settings: &Settings) -> Result<Store, Refusal> {
    let place = match &settings.database {
        Database::Folder(folder) => folder.display().to_string(),
        Database::Postgres(address) => address.clone(),
    };
    Store::open(&place).map_err(|error| refused(session, &error))
}

/// What the database says, as a refusal.
pub(super) fn refused(session: &Session<'_>, error: &store::Error) -> Refusal {
    match error {
        store::Error::Newer { found, known } => session.refuse(
            "cli-database-newer",
            &[("found", found.as_str()), ("known", known.as_str())],
        ),
        store::Error::Full(_) => session.refuse("cli-database-full", &[]),
        other => session.refuse("cli-database", &[("cause", &other.to_string())]),
    }
}

fn answer(
    session: &Session<'_>,
    settings: Settings,
    store: Store,
    shown_accounts: Vec<ShownAccount>,
) -> Result<Outcome, Refusal> {
    web::run::log_to_stderr(&settings.log);
    let listen = settings.listen.to_string();
    let address = settings.address.clone();
    let server = Server::new(settings, store, shown_accounts);
    let has_accounts = !server.shown_accounts.is_empty();
    let catalogue = session.catalogue;
    let ready = move |bound: std::net::SocketAddr| {
        let address = address.unwrap_or_else(|| format!("http://{bound}"));
        let mut said = catalogue.with("cli-serving", &[("address", &address)]);
        if has_accounts {
            said.push('\n');
            said.push_str(&catalogue.with("cli-serving-demo", &[("password", demo::PASSWORD)]));
        }
        said.push('\n');
        output::print(&said);
    };
    match web::run::run(server, ready) {
        Ok(()) => Ok(Outcome::Fine),
        Err(error) => Err(session.refuse(
            "cli-cannot-listen",
            &[("address", &listen), ("cause", &error.to_string())],
        )),
    }
}
