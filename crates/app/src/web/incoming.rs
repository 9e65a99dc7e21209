//! A plan from a file onto one of the database: the changes that make the one of the other.

use std::collections::{BTreeMap, BTreeSet};

use domain::plan::Plan;
use serde_json::{Map, Value};
use store::{Change, Record};

use super::plans::Loaded;
use crate::format::difference::{Identified, identified};
use crate::format::schema::KINDS;
use crate::format::stored::{fields, value};

/// The changes that make a stored plan the same as another, records matched by kind and key. `rows`
/// are its records with their places, as the database has them now.
pub fn changes(loaded: &Loaded, rows: &[Record], new: &Plan) -> Vec<Change> {
    let (before, after) = (identified(loaded.plan()), identified(new));
    let numbers: BTreeMap<&str, i64> = before
        .iter()
        .filter_map(|one| Some((one.id.as_str(), number(loaded, one)?)))
        .collect();
    let old: BTreeMap<&str, &Identified> =
        before.iter().map(|one| (one.id.as_str(), one)).collect();
    let stays: BTreeSet<&str> = after.iter().map(|one| one.id.as_str()).collect();
    let mut changes = Vec::new();
    for one in &before {
        if !stays.contains(one.id.as_str())
            && let Some(record) = numbers.get(one.id.as_str())
        {
            changes.push(Change::Remove {
                record: *record,
                fields: None,
            });
        }
    }
    // A record that nothing could be made of is not in the plan: the file does not know it either.
    let known: BTreeSet<i64> = numbers.values().copied().collect();
    for row in rows.iter().filter(|row| !known.contains(&row.id)) {
        changes.push(Change::Remove {
            record: row.id,
            fields: None,
        });
    }
    for (kind, _) in KINDS.iter().enumerate() {
        let news: Vec<&Identified> = after.iter().filter(|one| one.record.kind == kind).collect();
        for one in &news {
            if let (Some(old), Some(record)) =
                (old.get(one.id.as_str()), numbers.get(one.id.as_str()))
            {
                sets(loaded, *record, old, one, &mut changes);
            }
        }
        arrange(rows, kind, &news, &numbers, &mut changes);
    }
    changes
}

/// The record of the database of which a thing was made.
fn number(loaded: &Loaded, one: &Identified) -> Option<i64> {
    let spec = KINDS[one.record.kind].spec();
    if spec.single {
        let mut records = loaded.records().iter();
        return records
            .find(|record| record.kind == spec.key)
            .map(|record| record.number);
    }
    loaded.numbers.number(spec.node_at(one.index))
}

/// The fields that differ.
fn sets(
    loaded: &Loaded,
    record: i64,
    old: &Identified,
    new: &Identified,
    changes: &mut Vec<Change>,
) {
    let stored = loaded.fields(record).unwrap_or_default();
    let of = |one: &Identified| -> Map<String, Value> {
        let entries = one.record.entries.iter();
        entries
            .map(|entry| (entry.key.clone(), value(&entry.item.datum)))
            .collect()
    };
    let (before, after) = (of(old), of(new));
    let mut set = |field: &str, after: Option<&Value>| {
        changes.push(Change::Set {
            record,
            field: field.to_owned(),
            before: stored.get(field).map(Value::to_string),
            after: after.map(Value::to_string),
        });
    };
    for (field, value) in &after {
        if before.get(field) != Some(value) {
            set(field, Some(value));
        }
    }
    for field in before.keys().filter(|field| !after.contains_key(*field)) {
        set(field, None);
    }
}

/// Adds what is new and puts all records of a kind in the order of the new plan. What stands in
/// order already at the beginning is left where it is; from the first that does not, each is put at
/// the end in its turn.
fn arrange(
    rows: &[Record],
    kind: usize,
    news: &[&Identified],
    numbers: &BTreeMap<&str, i64>,
    changes: &mut Vec<Change>,
) {
    let key = KINDS[kind].spec().key;
    let number = |one: &Identified| numbers.get(one.id.as_str()).copied();
    let wanted: Vec<Option<i64>> = news.iter().map(|one| number(one)).collect();
    let kept: BTreeSet<i64> = wanted.iter().flatten().copied().collect();
    let mut places: Vec<(i64, i64)> = rows
        .iter()
        .filter(|row| row.kind == key && kept.contains(&row.id))
        .map(|row| (row.position, row.id))
        .collect();
    places.sort_unstable();
    let in_order = places
        .iter()
        .zip(&wanted)
        .take_while(|((_, id), wanted)| Some(*id) == **wanted)
        .count();
    let all = rows.iter().filter(|row| row.kind == key);
    let mut last = all.map(|row| row.position).max().unwrap_or(0);
    for one in &news[in_order..] {
        match number(one) {
            Some(record) => changes.push(Change::Move {
                record,
                position: last,
            }),
            None => {
                last += 1;
                changes.push(Change::Add {
                    kind: key.to_owned(),
                    position: None,
                    fields: fields(&one.record.entries).to_string(),
                });
            }
        }
    }
}
