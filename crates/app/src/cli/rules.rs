//! `traguardo rules [NAME]`: the rules of the check, and the page of one.

use std::fmt::Write as _;

use clap::ArgMatches;
use domain::check::{RULES, Rule};
use domain::finding::Severity;

use super::{Outcome, Refusal, Session, output};
use crate::messages::Catalogue;
use crate::rule_page::RulePage;

pub(super) fn run(session: &Session<'_>, matches: &ArgMatches) -> Result<Outcome, Refusal> {
    let catalogue = session.catalogue;
    let markdown = matches.get_one::<String>("format").map(String::as_str) == Some("markdown");
    let text = match matches.get_one::<String>("name") {
        None if markdown => index(catalogue),
        None => list(catalogue),
        Some(name) => match Rule::named(name.trim()) {
            Some(rule) => page(catalogue, rule),
            None => {
                let near = near(name.trim());
                return Err(session.refuse("cli-unknown-rule", &[("name", name), ("near", &near)]));
            }
        },
    };
    output::print(&text);
    Ok(Outcome::Fine)
}

fn list(catalogue: &Catalogue) -> String {
    let width = RULES.iter().map(|r| r.name.len()).max().unwrap_or(0);
    let mut text = String::new();
    for rule in RULES {
        let severity = catalogue.word("cli-severity", rule.severity.token());
        let title = RulePage::of(rule, catalogue.language).title;
        let _ = writeln!(text, "{:<width$}  {severity:<11}  {title}", rule.name);
    }
    let count = RULES.len().to_string();
    let _ = writeln!(
        text,
        "\n{}",
        catalogue.with("rules-count", &[("count", &count)])
    );
    let _ = writeln!(text, "{}", catalogue.text("rules-format"));
    text
}

/// The manual's list of rules (docs/regole.md), worst first, each with its page.
fn index(catalogue: &Catalogue) -> String {
    let mut text = format!(
        "# {}\n\n{}\n",
        catalogue.text("rules-index-title"),
        catalogue.text("rules-index-text")
    );
    for severity in Severity::ALL.into_iter().rev() {
        let heading = catalogue.word("rules-index", severity.token());
        let _ = writeln!(text, "\n## {heading}\n");
        for rule in RULES.iter().filter(|rule| rule.severity == severity) {
            let title = RulePage::of(rule, catalogue.language).title;
            let file = rule.name.replace('-', "_");
            let _ = writeln!(
                text,
                "- [`{}`](../crates/domain/src/check/rules/{file}.md): {title}",
                rule.name
            );
        }
    }
    text
}

/// The page of a rule as a terminal shows it: name and severity above the Markdown.
pub(super) fn page(catalogue: &Catalogue, rule: &Rule) -> String {
    let severity = catalogue.word("cli-severity", rule.severity.token());
    format!("{} [{severity}]\n\n{}", rule.name, whole(catalogue, rule))
}

/// The page of a rule in Markdown: what it catches, the way out, the reason, the examples.
pub(super) fn whole(catalogue: &Catalogue, rule: &Rule) -> String {
    let page = RulePage::of(rule, catalogue.language);
    format!(
        "{}\n\n## {}\n\n{}\n\n{}",
        page.what,
        catalogue.text("rules-way-out"),
        catalogue.way_out(rule).unwrap_or_default(),
        page.text
    )
}

/// The rules whose names share most words with what was asked.
fn near(name: &str) -> String {
    let asked: Vec<&str> = name.split('-').filter(|word| word.len() > 2).collect();
    let alike = |rule: &Rule| {
        asked
            .iter()
            .filter(|word| rule.name.contains(**word))
            .count()
    };
    let mut rules: Vec<&Rule> = RULES.iter().copied().filter(|r| alike(r) > 0).collect();
    rules.sort_by_key(|rule| std::cmp::Reverse(alike(rule)));
    let names: Vec<&str> = rules.iter().take(5).map(|rule| rule.name).collect();
    if names.is_empty() {
        "—".to_owned()
    } else {
        names.join(", ")
    }
}
