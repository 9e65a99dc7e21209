//! What changes between two plans: record by record, field by field.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use domain::plan::Plan;

use super::datum::{Datum, Record};
use super::draft::{keys_of, records};
use super::schema::KINDS;

/// A difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The thing: `kind:key`.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The field, with its period; none for the whole thing.
    pub field: Option<String>,
    /// The text before; none where there was none.
    pub before: Option<String>,
    /// The text after; none where there is none.
    pub after: Option<String>,
}

/// How many things are only in one plan, and how many differ.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Only in the new plan.
    pub added: usize,
    /// Only in the old plan.
    pub removed: usize,
    /// In both, with differences.
    pub changed: usize,
}

impl Summary {
    /// The summary of some differences.
    pub fn of(differences: &[Difference]) -> Summary {
        let mut summary = Summary::default();
        let mut changed = BTreeSet::new();
        for difference in differences {
            match (&difference.field, &difference.before) {
                (None, Some(_)) => summary.removed += 1,
                (None, None) => summary.added += 1,
                (Some(_), _) => {
                    changed.insert(&difference.id);
                }
            }
        }
        summary.changed = changed.len();
        summary
    }
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

/// A record with its identity: `kind:key`, or what a placement puts where.
pub struct Identified {
    /// The identity, given once in its plan.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its place among the records of its kind.
    pub index: usize,
    /// The record.
    pub record: Record,
}

/// The records of a plan with their identities, in the order of the schema.
pub fn identified(plan: &Plan) -> Vec<Identified> {
    let records = records(plan);
    let keys = keys_of(&records);
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    records
        .into_iter()
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
                .unwrap_or_default()
                .to_owned();
            let count = counts.entry(record.kind).or_default();
            let index = *count;
            *count += 1;
            Identified {
                id,
                title,
                index,
                record,
            }
        })
        .collect()
}

/// What changes from one plan to another: first what goes, then what comes and changes, in the order
/// of the new plan.
pub fn differences(old: &Plan, new: &Plan) -> Vec<Difference> {
    let (before, after) = (identified(old), identified(new));
    let old_fields: BTreeMap<&str, Flat> = before
        .iter()
        .map(|one| (one.id.as_str(), flat(&one.record)))
        .collect();
    let new_ids: BTreeSet<&str> = after.iter().map(|one| one.id.as_str()).collect();
    let mut found = Vec::new();
    let gone = before
        .iter()
        .filter(|one| !new_ids.contains(one.id.as_str()));
    for one in gone {
        found.push(Difference {
            id: one.id.clone(),
            title: one.title.clone(),
            field: None,
            before: Some(one.title.clone()),
            after: None,
        });
    }
    for one in &after {
        let Some(old) = old_fields.get(one.id.as_str()) else {
            found.push(Difference {
                id: one.id.clone(),
                title: one.title.clone(),
                field: None,
                before: None,
                after: Some(one.title.clone()),
            });
            continue;
        };
        let fields = flat(&one.record);
        let names: BTreeSet<&String> = old.keys().chain(fields.keys()).collect();
        for name in names {
            let (before, after) = (old.get(name), fields.get(name));
            if before != after {
                found.push(Difference {
                    id: one.id.clone(),
                    title: one.title.clone(),
                    field: Some(name.clone()),
                    before: before.cloned(),
                    after: after.cloned(),
                });
            }
        }
    }
    found
}
