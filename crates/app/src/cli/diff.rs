//! `traguardo diff OLD NEW`: what changes between two plans, field by field.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use clap::ArgMatches;
use domain::plan::Plan;
use serde_json::{Value, json};

use super::score::pretty;
use super::{Outcome, Refusal, Session, findings, input, output};
use crate::format::datum::{Datum, Record};
use crate::format::draft::{keys_of, records};
use crate::format::schema::KINDS;
use crate::messages::Catalogue;

/// A difference: the thing, the field (none for the whole thing), before and after.
struct Difference {
    id: String,
    title: String,
    field: Option<String>,
    before: Option<String>,
    after: Option<String>,
}

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

/// A record's fields as flat texts, by name; a value has one for each period.
type Flat = BTreeMap<String, String>;

fn flat(record: &Record) -> Flat {
    let mut fields = Flat::new();
    for entry in &record.entries {
        flatten(entry.key.clone(), &entry.item.datum, &mut fields);
    }
    fields
}

fn flatten(name: String, datum: &Datum, fields: &mut Flat) {
    match datum {
        Datum::Text(text) => {
            fields.insert(name, text.clone());
        }
        Datum::List(items) => {
            let texts: Vec<&str> = items.iter().filter_map(|i| i.datum.text()).collect();
            if texts.len() == items.len() {
                fields.insert(name, texts.join("; "));
                return;
            }
            for (i, item) in items.iter().enumerate() {
                flatten(format!("{name}.{}", i + 1), &item.datum, fields);
            }
        }
        Datum::Map(entries) => {
            for entry in entries {
                let inner = if entry.key.is_empty() || entry.key == "text" {
                    name.clone()
                } else {
                    format!("{name}.{}", entry.key)
                };
                flatten(inner, &entry.item.datum, fields);
            }
        }
    }
}

/// The records of a plan by identity, in order: `kind:key`, or what a placement puts where.
fn identified(plan: &Plan) -> Vec<(String, String, Flat)> {
    let records = records(plan);
    let keys = keys_of(&records);
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    records
        .iter()
        .zip(keys)
        .map(|(record, key)| {
            let spec = KINDS[record.kind].spec();
            let field = |name| record.text(name).unwrap_or_default();
            let key = match spec.key {
                _ if spec.single => String::new(),
                "placement" => format!("{} < {}", field("child"), field("parent")),
                "link" => format!("{} > {}", field("from"), field("to")),
                "checkpoint" => field("date").to_owned(),
                "relevance" => field("coefficient").to_owned(),
                "band" => format!("{} {}", field("level"), field("from")),
                _ => key,
            };
            let mut id = if key.is_empty() {
                spec.key.to_owned()
            } else {
                format!("{}:{key}", spec.key)
            };
            let copies = seen.entry(id.clone()).or_default();
            *copies += 1;
            if *copies > 1 {
                let _ = write!(id, "~{copies}");
            }
            let title = record
                .text("title")
                .or_else(|| record.text("name"))
                .unwrap_or_default();
            (id, title.to_owned(), flat(record))
        })
        .collect()
}

fn differences(old: &Plan, new: &Plan) -> Vec<Difference> {
    let (before, after) = (identified(old), identified(new));
    let old_fields: BTreeMap<&str, &Flat> = before
        .iter()
        .map(|(id, _, fields)| (id.as_str(), fields))
        .collect();
    let new_ids: std::collections::BTreeSet<&str> =
        after.iter().map(|(id, ..)| id.as_str()).collect();
    let mut found = Vec::new();
    for (id, title, _) in before
        .iter()
        .filter(|(id, ..)| !new_ids.contains(id.as_str()))
    {
        found.push(Difference {
            id: id.clone(),
            title: title.clone(),
            field: None,
            before: Some(title.clone()),
            after: None,
        });
    }
    for (id, title, fields) in &after {
        let Some(old) = old_fields.get(id.as_str()) else {
            found.push(Difference {
                id: id.clone(),
                title: title.clone(),
                field: None,
                before: None,
                after: Some(title.clone()),
            });
            continue;
        };
        let names: std::collections::BTreeSet<&String> = old.keys().chain(fields.keys()).collect();
        for name in names {
            let (before, after) = (old.get(name), fields.get(name));
            if before != after {
                found.push(Difference {
                    id: id.clone(),
                    title: title.clone(),
                    field: Some(name.clone()),
                    before: before.cloned(),
                    after: after.cloned(),
                });
            }
        }
    }
    found
}

fn as_text(catalogue: &Catalogue, differences: &[Difference]) -> String {
    let mut out = String::new();
    if differences.is_empty() {
        let _ = writeln!(out, "{}", catalogue.text("diff-same"));
        return out;
    }
    let (mut added, mut removed, mut changed) = (0u32, 0u32, 0u32);
    let mut last = "";
    for difference in differences {
        let quoted = |text: &Option<String>| match text {
            Some(text) => format!("«{text}»"),
            None => catalogue.text("diff-nothing"),
        };
        match (&difference.field, &difference.before) {
            (None, Some(_)) => {
                removed += 1;
                let word = catalogue.text("diff-removed");
                let _ = writeln!(out, "- {} {} ({word})", difference.id, difference.title);
            }
            (None, None) => {
                added += 1;
                let word = catalogue.text("diff-added");
                let _ = writeln!(out, "+ {} {} ({word})", difference.id, difference.title);
            }
            (Some(field), before) => {
                if last != difference.id {
                    changed += 1;
                    let _ = writeln!(out, "~ {} {}", difference.id, difference.title);
                }
                let (before, after) = (quoted(before), quoted(&difference.after));
                let _ = writeln!(out, "    {field}: {before} → {after}");
            }
        }
        last = &difference.id;
    }
    let args = [added.to_string(), removed.to_string(), changed.to_string()];
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
