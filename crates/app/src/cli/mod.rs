//! The command line: what each command takes, in the user's language, and how it ends.

mod arguments;
mod check;
mod convert;
mod demo;
mod diff;
mod document;
mod explain;
mod findings;
mod input;
mod keeping;
mod output;
mod rules;
mod schema;
mod score;
mod serve;
mod template;
mod waiting;

pub use demo::EXAMPLES;
pub(crate) use findings::place_words;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::ArgMatches;
use domain::finding::{Finding, Severity};

use crate::messages::{Catalogue, Language};

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Status 0.
    Fine,
    /// Status 1: findings at or above `--deny`.
    Denied,
    /// Status 2: unusable input.
    Unusable,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> ExitCode {
        match outcome {
            Outcome::Fine => ExitCode::SUCCESS,
            Outcome::Denied => ExitCode::from(1),
            Outcome::Unusable => ExitCode::from(2),
        }
    }
}

/// Something that ends a command: a message and its way out.
#[derive(Debug)]
pub struct Refusal {
    /// What went wrong.
    pub message: String,
    /// What to do.
    pub help: Option<String>,
}

/// What every command may look at.
struct Session<'a> {
    /// Messages in the user's language.
    catalogue: &'a Catalogue,
    /// The language asked for on the command line, which machine formats follow too.
    asked: Option<Language>,
    /// Findings that end the command with status 1.
    deny: Option<Severity>,
    /// Findings that are printed.
    show: Severity,
}

impl Session<'_> {
    /// A refusal whose message is `key` and whose way out is `key-help`.
    fn refuse(&self, key: &str, args: &[(&str, &str)]) -> Refusal {
        Refusal {
            message: self.catalogue.with(key, args),
            help: self.catalogue.find(&format!("{key}-help"), args),
        }
    }

    /// A refusal that says what a finding says.
    fn refuse_for(&self, finding: &Finding) -> Refusal {
        let (message, help) = self.catalogue.finding(finding);
        Refusal { message, help }
    }
}

/// Runs the program with these arguments.
pub fn run(args: Vec<OsString>) -> Outcome {
    let asked = arguments::language_asked(&args);
    let language = asked.unwrap_or_else(language_of_locale);
    let catalogue = Catalogue::new(language);
    let matches = match arguments::command(&catalogue).try_get_matches_from(args) {
        Ok(matches) => matches,
        Err(error) => return arguments::explain_error(&catalogue, &error),
    };
    let severity = |name| {
        matches
            .subcommand()
            .and_then(|(_, m)| m.try_get_one::<String>(name).ok().flatten())
            .and_then(|token| Severity::ALL.into_iter().find(|s| s.token() == token))
    };
    let session = Session {
        catalogue: &catalogue,
        asked,
        deny: severity("deny"),
        show: severity("show").unwrap_or(Severity::Warning),
    };
    match dispatch(&session, &matches) {
        Ok(outcome) => outcome,
        Err(refusal) => {
            findings::print_refusal(&catalogue, &refusal);
            Outcome::Unusable
        }
    }
}

fn dispatch(session: &Session<'_>, matches: &ArgMatches) -> Result<Outcome, Refusal> {
    match matches.subcommand() {
        Some(("check", m)) => check::run(session, m),
        Some(("rules", m)) => rules::run(session, m),
        Some(("score", m)) => score::run(session, m),
        Some(("explain", m)) => explain::run(session, m),
        Some(("convert", m)) => convert::run(session, m),
        Some(("template", m)) => template::run(session, m),
        Some(("diff", m)) => diff::run(session, m),
        Some(("document", m)) => document::run(session, m),
        Some(("demo", m)) => demo::run(session, m),
        Some(("serve", m)) => serve::run(session, m),
        Some(("audit", m)) => keeping::audit(session, m),
        Some(("admin", m)) => keeping::admin(session, m),
        Some(("backup", m)) => keeping::backup(session, m),
        Some(("restore", m)) => keeping::restore(session, m),
        Some(("schema", _)) => schema::run(session),
        _ => Ok(Outcome::Unusable),
    }
}

/// Italian, unless the locale says English.
fn language_of_locale() -> Language {
    ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()))
        .and_then(|locale| Language::named(&locale))
        .unwrap_or_default()
}
