//! `traguardo diff OLD NEW`: what changes between two plans, field by field.

use std::fmt::Write as _;

use clap::ArgMatches;
use serde_json::{Value, json};

use super::score::pretty;
use super::{Outcome, Refusal, Session, findings, input, output};
use crate::format::difference::{Difference, Summary, differences};
use crate::messages::Catalogue;

pub(super) fn run(session: &Session<'_>, matches: &ArgMatches) -> Result<Outcome, Refusal> {
    let old = input::read(session, &input::path_of(matches, "old"))?;
    let new = input::read(session, &input::path_of(matches, "new"))?;
    let differences = differences(&old.draft.plan, &new.draft.plan);
    let text = match matches.get_one::<String>("format").map(String::as_str) {
        Some("json") => {
            let list: Vec<Value> = differences
                .iter()
                .map(|d| {
                    json!({
                        "id": d.id, "title": d.title, "field": d.field,
                        "before": d.before, "after": d.after,
                    })
                })
                .collect();
            pretty(&json!({ "old": old.path, "new": new.path, "differences": list }))
        }
        _ => as_text(session.catalogue, &differences),
    };
    output::print(&text);
    let first = findings::report(session, &old.path, &old.draft.findings);
    let second = findings::report(session, &new.path, &new.draft.findings);
    Ok(if first == Outcome::Fine {
        second
    } else {
        first
    })
}

fn as_text(catalogue: &Catalogue, differences: &[Difference]) -> String {
    let mut out = String::new();
    if differences.is_empty() {
        let _ = writeln!(out, "{}", catalogue.text("diff-same"));
        return out;
    }
    let mut last = "";
    for difference in differences {
        let quoted = |text: &Option<String>| match text {
            Some(text) => format!("«{text}»"),
            None => catalogue.text("diff-nothing"),
        };
        match (&difference.field, &difference.before) {
            (None, Some(_)) => {
                let word = catalogue.text("diff-removed");
                let _ = writeln!(out, "- {} {} ({word})", difference.id, difference.title);
            }
            (None, None) => {
                let word = catalogue.text("diff-added");
                let _ = writeln!(out, "+ {} {} ({word})", difference.id, difference.title);
            }
            (Some(field), before) => {
                if last != difference.id {
                    let _ = writeln!(out, "~ {} {}", difference.id, difference.title);
                }
                let (before, after) = (quoted(before), quoted(&difference.after));
                let _ = writeln!(out, "    {field}: {before} → {after}");
            }
        }
        last = &difference.id;
    }
    let summary = Summary::of(differences);
    let args = [summary.added, summary.removed, summary.changed].map(|count| count.to_string());
    let summary = catalogue.with(
        "diff-summary",
        &[
            ("added", &args[0]),
            ("removed", &args[1]),
            ("changed", &args[2]),
        ],
    );
    let _ = writeln!(out, "{summary}");
    out
}
