//! Commands and their arguments, described in the user's language; clap's complaints in it too.

use std::ffi::OsString;

use anstream::eprintln;
use clap::builder::{PossibleValuesParser, StyledStr};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, Error};
use domain::finding::Severity;
use domain::report::listing::View;

use super::findings::print_refusal;
use super::{Outcome, Refusal};
use crate::messages::{Catalogue, Language};

/// The language asked for by `--lang`, before anything else is read.
pub(super) fn language_asked(args: &[OsString]) -> Option<Language> {
    let mut args = args.iter().filter_map(|a| a.to_str());
    while let Some(arg) = args.next() {
        match arg.strip_prefix("--lang") {
            Some("") => return args.next().and_then(Language::named),
            Some(rest) => return Language::named(rest.strip_prefix('=')?),
            None if arg == "--" => return None,
            None => {}
        }
    }
    None
}

/// The whole command line.
pub(super) fn command(catalogue: &Catalogue) -> Command {
    let text = |key: &str| catalogue.text(key);
    let template = format!(
        "{{about-with-newline}}\n{} {{usage}}\n\n{{all-args}}\n{{after-help}}",
        text("cli-usage")
    );
    let mut root = Command::new("traguardo")
        .version(env!("CARGO_PKG_VERSION"))
        .about(text("cli-about"))
        .after_help(text("cli-after"))
        .override_usage(text("cli-usage-of"))
        .help_template(template.clone())
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommand_help_heading(text("cli-commands"))
        .subcommand_value_name(text("cli-commands").to_uppercase())
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(help_flag(catalogue))
        .arg(language_flag(catalogue))
        .arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .help(text("cli-version"))
                .help_heading(text("cli-options")),
        );
    for sub in commands(catalogue) {
        let sub = sub
            .help_template(template.clone())
            .disable_help_flag(true)
            .disable_version_flag(true);
        root = root.subcommand(sub.arg(help_flag(catalogue)));
    }
    root
}

fn help_flag(catalogue: &Catalogue) -> Arg {
    Arg::new("help")
        .short('h')
        .long("help")
        .action(ArgAction::Help)
        .help(catalogue.text("cli-help"))
        .help_heading(catalogue.text("cli-options"))
}

fn language_flag(catalogue: &Catalogue) -> Arg {
    Arg::new("lang")
        .long("lang")
        .global(true)
        .value_name("it|en")
        .value_parser(["it", "en"])
        .hide_possible_values(true)
        .help(catalogue.text("cli-arg-lang"))
        .help_heading(catalogue.text("cli-options"))
}

fn commands(catalogue: &Catalogue) -> Vec<Command> {
    let text = |key: &str| catalogue.text(key);
    let named = |name: &'static str| {
        Command::new(name)
            .about(text(&format!("cli-{name}")))
            .long_about(text(&format!("cli-{name}-long")))
            .override_usage(text(&format!("cli-{name}-usage")))
    };
    let place = |name: &'static str, shown: &'static str, key: &str| {
        Arg::new(name)
            .value_name(shown)
            .required(true)
            .value_parser(clap::value_parser!(OsString))
            .help(text(key))
            .help_heading(text("cli-arguments"))
    };
    let option = |name: &'static str, shown: &'static str| {
        Arg::new(name)
            .long(name)
            .value_name(shown)
            .help(text(&format!("cli-arg-{name}")))
            .help_heading(text("cli-options"))
    };
    let choice = |name: &'static str, values: Vec<&'static str>| {
        let shown = values.join("|");
        option(name, "…")
            .value_name(StyledStr::from(shown).to_string())
            .value_parser(PossibleValuesParser::new(values))
            .hide_possible_values(true)
    };
    let severities = || {
        Severity::ALL
            .iter()
            .rev()
            .map(|s| s.token())
            .collect::<Vec<_>>()
    };
    let judged = |command: Command| {
        command
            .arg(choice("deny", severities()))
            .arg(choice("show", severities()))
    };
    // The settings of a server, and where its data are.
    let kept = |command: Command| {
        command
            .arg(option("config", "FILE").value_parser(clap::value_parser!(OsString)))
            .arg(option("data", "DIR").value_parser(clap::value_parser!(OsString)))
    };
    // The word after a command that knows one so far.
    let only = |command: &'static str, word: &'static str| {
        Arg::new("what")
            .value_name(word)
            .required(true)
            .value_parser(PossibleValuesParser::new([word]))
            .hide_possible_values(true)
            .help(text(&format!("cli-arg-{command}")))
            .help_heading(text("cli-arguments"))
    };
    let views: Vec<&'static str> = View::ALL.iter().map(|view| view.token()).collect();
    vec![
        judged(
            named("check")
                .arg(
                    place("plan", "PLAN", "cli-arg-plan")
                        .action(ArgAction::Append)
                        .num_args(1..),
                )
                .arg(
                    choice("format", vec!["text", "json", "sarif"])
                        .default_value("text")
                        .hide_default_value(true),
                )
                .arg(flag(catalogue, "explain"))
                .arg(flag(catalogue, "fix")),
        ),
        named("rules")
            .arg(
                Arg::new("name")
                    .value_name("NAME")
                    .help(text("cli-arg-rule"))
                    .help_heading(text("cli-arguments")),
            )
            .arg(
                choice("format", vec!["text", "markdown"])
                    .default_value("text")
                    .hide_default_value(true),
            ),
        judged(
            named("score")
                .arg(place("plan", "PLAN", "cli-arg-plan"))
                .arg(option("at", "DATE"))
                .arg(choice("view", views).action(ArgAction::Append))
                .arg(
                    choice("format", vec!["text", "json", "csv"])
                        .default_value("text")
                        .hide_default_value(true),
                ),
        ),
        judged(
            named("explain")
                .arg(place("plan", "PLAN", "cli-arg-plan"))
                .arg(
                    Arg::new("node")
                        .value_name("NODE")
                        .required(true)
                        .help(text("cli-arg-node"))
                        .help_heading(text("cli-arguments")),
                )
                .arg(option("at", "DATE"))
                .arg(
                    choice("format", vec!["text", "json"])
                        .default_value("text")
                        .hide_default_value(true),
                )
                .arg(option("depth", "N").value_parser(clap::value_parser!(usize))),
        ),
        judged(
            named("convert")
                .arg(place("in", "IN", "cli-arg-in"))
                .arg(place("out", "OUT", "cli-arg-out"))
                .arg(flag(catalogue, "force")),
        ),
        named("template")
            .arg(place("out", "OUT.xlsx", "cli-arg-out-xlsx"))
            .arg(flag(catalogue, "force")),
        judged(
            named("diff")
                .arg(place("old", "OLD", "cli-arg-old"))
                .arg(place("new", "NEW", "cli-arg-new"))
                .arg(
                    choice("format", vec!["text", "json"])
                        .default_value("text")
                        .hide_default_value(true),
                ),
        ),
        named("document")
            .arg(
                Arg::new("kind")
                    .value_name("KIND")
                    .required(true)
                    .value_parser(PossibleValuesParser::new(super::document::WANTED))
                    .hide_possible_values(true)
                    .help(text("cli-arg-kind"))
                    .help_heading(text("cli-arguments")),
            )
            .arg(place("plan", "PLAN", "cli-arg-plan"))
            .arg(
                option("output", "OUT")
                    .short('o')
                    .required(true)
                    .value_parser(clap::value_parser!(OsString)),
            )
            .arg(option("node", "NODE"))
            .arg(option("at", "DATE"))
            .arg(option("from", "DATE"))
            .arg(option("with", "PLAN").value_parser(clap::value_parser!(OsString)))
            .arg(flag(catalogue, "draft"))
            .arg(flag(catalogue, "force")),
        named("demo")
            .arg(option("dir", "DIR").value_parser(clap::value_parser!(OsString)))
            .arg(flag(catalogue, "serve"))
            .arg(option("listen", "HOST:PORT")),
        kept(named("serve")).arg(option("listen", "HOST:PORT")),
        kept(named("audit").arg(only("audit", "verify"))).arg(option("body", "BODY")),
        kept(named("admin").arg(only("admin", "create")))
            .arg(option("body", "BODY").required(true))
            .arg(option("login", "LOGIN").required(true))
            .arg(option("name", "NAME"))
            .arg(option("body-name", "NAME"))
            .arg(option("mail", "ADDRESS")),
        kept(named("backup").arg(place("file", "FILE", "cli-arg-backup")))
            .arg(flag(catalogue, "force")),
        kept(named("restore").arg(place("file", "FILE", "cli-arg-backup"))),
        named("schema"),
    ]
}

fn flag(catalogue: &Catalogue, name: &'static str) -> Arg {
    Arg::new(name)
        .long(name)
        .action(ArgAction::SetTrue)
        .help(catalogue.text(&format!("cli-arg-{name}")))
        .help_heading(catalogue.text("cli-options"))
}

/// Prints clap's complaint in the user's language, or the help or version that was asked for.
pub(super) fn explain_error(catalogue: &Catalogue, error: &Error) -> Outcome {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let _ = error.print();
            return Outcome::Fine;
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let _ = error.print();
            return Outcome::Unusable;
        }
        _ => {}
    }
    let context = |kind| error.get(kind).map(plain).unwrap_or_default();
    let argument = context(ContextKind::InvalidArg);
    let message = match error.kind() {
        ErrorKind::UnknownArgument => {
            catalogue.with("cli-unknown-argument", &[("argument", &argument)])
        }
        ErrorKind::InvalidSubcommand => catalogue.with(
            "cli-unknown-command",
            &[("argument", &context(ContextKind::InvalidSubcommand))],
        ),
        ErrorKind::MissingSubcommand => catalogue.text("cli-missing-command"),
        ErrorKind::MissingRequiredArgument => {
            catalogue.with("cli-missing-argument", &[("argument", &argument)])
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let value = context(ContextKind::InvalidValue);
            if value.is_empty() {
                catalogue.with("cli-missing-argument", &[("argument", &argument)])
            } else {
                let args = [("value", value.as_str()), ("argument", argument.as_str())];
                catalogue.with("cli-bad-value", &args)
            }
        }
        ErrorKind::ArgumentConflict | ErrorKind::TooManyValues => {
            catalogue.with("cli-too-many-values", &[("argument", &argument)])
        }
        _ => error
            .to_string()
            .lines()
            .next()
            .unwrap_or_default()
            .to_owned(),
    };
    let suggestion = [
        ContextKind::SuggestedArg,
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedValue,
    ]
    .into_iter()
    .filter_map(|kind| error.get(kind).map(nearest))
    .find(|s| !s.is_empty());
    let allowed = context(ContextKind::ValidValue);
    let help = match suggestion {
        Some(suggestion) => catalogue.with("cli-did-you-mean", &[("suggestion", &suggestion)]),
        None if !allowed.is_empty() => {
            catalogue.with("cli-allowed-values", &[("values", &allowed)])
        }
        None => catalogue.with("cli-see-help", &[("command", "traguardo")]),
    };
    print_refusal(
        catalogue,
        &Refusal {
            message,
            help: Some(help),
        },
    );
    if error.kind() == ErrorKind::MissingSubcommand {
        eprintln!();
        let _ = command(catalogue).print_help();
    }
    Outcome::Unusable
}

/// The last of clap's suggestions, which is the most similar.
fn nearest(value: &ContextValue) -> String {
    match value {
        ContextValue::Strings(texts) => texts.last().cloned().unwrap_or_default(),
        other => plain(other),
    }
}

fn plain(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join(", "),
        other => other.to_string(),
    }
}
