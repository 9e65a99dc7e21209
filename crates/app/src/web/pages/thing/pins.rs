//! Keys that follow from code and place change when those do. Whoever is mentioned by its key keeps
//! it: the key is then written in its record, in the same batch.

use domain::plan::NodeKind;
use hashbrown::{HashMap, HashSet};
use serde_json::{Map, Value};
use store::Change;

use super::related::texts;
use crate::format::draft::Mentions;
use crate::format::schema::{KINDS, kind_named};
use crate::format::stored::{self, Numbers, Stored};
use crate::web::asked::Asked;
use crate::web::failure::Failure;
use crate::web::plans::Loaded;

/// The changes, and those that keep the keys that something mentions.
pub fn keeping_keys(
    asked: &Asked<'_>,
    loaded: &Loaded,
    mut changes: Vec<Change>,
) -> Result<Vec<Change>, Failure> {
    if !changes.iter().any(|change| may_move_keys(loaded, change)) {
        return Ok(changes);
    }
    let (_, records) = asked.server.store.load(&loaded.body, loaded.id)?;
    let after = after(records, &changes);
    let draft = stored::read(&after);
    let numbers = Numbers::of(&draft);
    let key_now = |number: i64| {
        let node = loaded.numbers.node(number)?;
        Some((node, loaded.plan().name_of(node).key))
    };
    let moved: Vec<(i64, &str)> = after
        .iter()
        .filter(|record| !has_id(record))
        .filter_map(|record| {
            let (node, key) = key_now(record.number)?;
            let then = draft.plan.name_of(numbers.node(record.number)?).key;
            let with_keys = kind_named(&record.kind).is_some_and(|at| KINDS[at].spec().has_id());
            (with_keys && then != key && node.kind != NodeKind::Body)
                .then_some((record.number, key))
        })
        .collect();
    if moved.is_empty() {
        return Ok(changes);
    }
    let mentioned = mentioned(loaded);
    let matters = |number: i64| {
        let node = loaded.numbers.node(number);
        // Rights are given for units by their keys, outside the plan.
        node.is_some_and(|node| node.kind == NodeKind::Unit || mentioned.contains(&number))
    };
    // Keys by ordinal take each other's places: all that moved keep theirs, or none.
    if moved.iter().any(|(number, _)| matters(*number)) {
        changes.extend(moved.into_iter().map(|(record, key)| Change::Set {
            record,
            field: "id".to_owned(),
            before: None,
            after: Some(Value::String(key.to_owned()).to_string()),
        }));
    }
    Ok(changes)
}

fn has_id(record: &Stored) -> bool {
    let fields: Result<Map<String, Value>, _> = serde_json::from_str(&record.fields);
    fields.is_ok_and(|fields| fields.contains_key("id"))
}

/// Whether a change can give another key to a thing that is there already.
fn may_move_keys(loaded: &Loaded, change: &Change) -> bool {
    match change {
        Change::Set { record, field, .. } => {
            let kind = loaded
                .record(*record)
                .and_then(|record| kind_named(&record.kind));
            kind.is_some_and(|at| {
                let spec = KINDS[at].spec();
                let owner = spec.nest.map(|nest| nest.owner);
                spec.key_from.contains(&field.as_str()) || owner == Some(field.as_str())
            })
        }
        Change::Add { position, .. } => position.is_some(),
        Change::Remove { .. } | Change::Move { .. } => true,
    }
}

/// The records as they will be.
fn after(records: Vec<store::Record>, changes: &[Change]) -> Vec<Stored> {
    let mut records: Vec<(i64, Stored)> = records
        .into_iter()
        .map(|record| {
            let stored = Stored {
                number: record.id,
                kind: record.kind,
                fields: record.fields,
            };
            (record.position, stored)
        })
        .collect();
    for change in changes {
        match change {
            Change::Set {
                record,
                field,
                after,
                ..
            } => {
                let Some((_, stored)) = records.iter_mut().find(|(_, s)| s.number == *record)
                else {
                    continue;
                };
                if let Ok(mut fields) = serde_json::from_str::<Map<String, Value>>(&stored.fields)
                    && !field.contains('.')
                {
                    match after
                        .as_ref()
                        .and_then(|after| serde_json::from_str(after).ok())
                    {
                        Some(value) => fields.insert(field.clone(), value),
                        None => fields.remove(field),
                    };
                    stored.fields = Value::Object(fields).to_string();
                }
            }
            Change::Add {
                kind,
                position: Some(place),
                fields,
            } => {
                let number = -i64::try_from(records.len()).unwrap_or(i64::MAX);
                shift(&mut records, kind, |at| at >= *place, 1);
                let stored = Stored {
                    number,
                    kind: kind.clone(),
                    fields: fields.clone(),
                };
                records.push((*place, stored));
            }
            Change::Add { .. } => {}
            Change::Remove { record, .. } => records.retain(|(_, s)| s.number != *record),
            Change::Move { record, position } => {
                let found = records.iter().find(|(_, s)| s.number == *record);
                let Some((now, kind)) = found.map(|(at, s)| (*at, s.kind.clone())) else {
                    continue;
                };
                if *position < now {
                    shift(&mut records, &kind, |at| at >= *position && at < now, 1);
                } else {
                    shift(&mut records, &kind, |at| at > now && at <= *position, -1);
                }
                if let Some(moved) = records.iter_mut().find(|(_, s)| s.number == *record) {
                    moved.0 = *position;
                }
            }
        }
    }
    records.sort_by(|(a, x), (b, y)| (&x.kind, a).cmp(&(&y.kind, b)));
    records.into_iter().map(|(_, stored)| stored).collect()
}

fn shift(records: &mut [(i64, Stored)], kind: &str, which: impl Fn(i64) -> bool, by: i64) {
    for (place, stored) in records {
        if stored.kind == kind && which(*place) {
            *place += by;
        }
    }
}

/// The records of everything that is mentioned.
fn mentioned(loaded: &Loaded) -> HashSet<i64> {
    let names = Mentions::of(loaded.plan());
    let mut found = HashSet::new();
    // The same texts come again and again.
    let mut known: HashMap<(&'static str, String), Option<i64>> = HashMap::new();
    for record in loaded.records() {
        let Some(kind) = kind_named(&record.kind).map(|at| KINDS[at].spec()) else {
            continue;
        };
        let Some(fields) = loaded.fields(record.number) else {
            continue;
        };
        for field in kind.fields.iter().filter(|field| !field.targets.is_empty()) {
            let Some(value) = fields.get(field.key) else {
                continue;
            };
            for text in texts(field, value) {
                let number = known
                    .entry((field.key, text.to_owned()))
                    .or_insert_with(|| {
                        let node = names.meant(text, field.targets)?;
                        loaded.numbers.number(node)
                    });
                found.extend(*number);
            }
        }
    }
    found
}

/// A key that no thing of a kind has, made of a text.
pub fn free_key(loaded: &Loaded, kind: &str, text: &str) -> String {
    let mut plain = String::new();
    for c in text.to_lowercase().chars() {
        let c = match c {
            'à' | 'á' => 'a',
            'è' | 'é' => 'e',
            'ì' | 'í' => 'i',
            'ò' | 'ó' => 'o',
            'ù' | 'ú' => 'u',
            c if c.is_ascii_alphanumeric() => c,
            _ => '-',
        };
        if c != '-' || (!plain.is_empty() && !plain.ends_with('-')) {
            plain.push(c);
        }
        if plain.len() >= 40 {
            break;
        }
    }
    let plain = match plain.trim_end_matches('-') {
        "" => kind,
        plain => plain,
    };
    let taken: HashSet<&str> = loaded
        .records()
        .iter()
        .filter(|record| record.kind == kind)
        .filter_map(|record| {
            let node = loaded.numbers.node(record.number)?;
            Some(loaded.plan().name_of(node).key)
        })
        .collect();
    let tails = std::iter::once(plain.to_owned()).chain((2..).map(|n| format!("{plain}-{n}")));
    let mut free = tails.filter(|key| !taken.contains(key.as_str()));
    free.next().unwrap_or_else(|| plain.to_owned())
}
