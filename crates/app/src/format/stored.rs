//! The plan as records of the database: one JSON object of fields each, with the names of the file.

use std::sync::Arc;

use domain::finding::Place;
use domain::plan::{Node, Plan};
use hashbrown::HashMap;
use serde_json::{Map, Value};

use super::datum::{At, Datum, Entry, Item, Record};
use super::draft::{Draft, Found, assemble, records};
use super::schema::{KINDS, kind_named};

/// A record of a plan as the database keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// Its number in the plan, given once.
    pub number: i64,
    /// Machine name of its kind.
    pub kind: String,
    /// Its fields: a JSON object of texts, lists and objects.
    pub fields: String,
}

/// The records of a plan, in the order of the schema: machine name of the kind, and fields.
pub fn write(plan: &Plan) -> Vec<(&'static str, String)> {
    records(plan)
        .iter()
        .map(|record| {
            let kind = KINDS[record.kind].spec().key;
            (kind, fields(&record.entries).to_string())
        })
        .collect()
}

/// Named values as JSON; texts stay texts.
pub fn fields(entries: &[Entry]) -> Value {
    let pairs = entries
        .iter()
        .map(|entry| (entry.key.clone(), value(&entry.item.datum)));
    Value::Object(pairs.collect())
}

/// A datum as JSON.
pub fn value(datum: &Datum) -> Value {
    match datum {
        Datum::Text(text) => Value::String(text.clone()),
        Datum::List(items) => items.iter().map(|item| value(&item.datum)).collect(),
        Datum::Map(entries) => fields(entries),
    }
}

/// A plan from its records, given in order. A record of a kind that this program does not know, or
/// whose fields are not an object, is passed over: an import never writes one.
pub fn read(stored: &[Stored]) -> Draft {
    let found = stored.iter().filter_map(|stored| {
        let kind = kind_named(&stored.kind)?;
        let Ok(Value::Object(fields)) = serde_json::from_str(&stored.fields) else {
            return None;
        };
        let entries = fields.into_iter().map(|(key, value)| {
            let at = At::Record {
                number: stored.number,
                field: Arc::from(key.as_str()),
            };
            let datum = datum(value, &at);
            Entry {
                key,
                item: Item { datum, at },
            }
        });
        let record = Record {
            kind,
            at: At::Record {
                number: stored.number,
                field: Arc::from(""),
            },
            entries: entries.collect(),
        };
        Some(Found {
            record,
            holder: None,
        })
    });
    assemble(found.collect(), Vec::new())
}

fn datum(value: Value, at: &At) -> Datum {
    let item = |value: Value| Item {
        datum: datum(value, at),
        at: at.clone(),
    };
    match value {
        Value::Object(fields) => {
            let entries = fields.into_iter().map(|(key, value)| Entry {
                key,
                item: item(value),
            });
            Datum::Map(entries.collect())
        }
        Value::Array(values) => Datum::List(values.into_iter().map(item).collect()),
        Value::String(text) => Datum::Text(text),
        Value::Null => Datum::default(),
        Value::Bool(_) | Value::Number(_) => Datum::Text(value.to_string()),
    }
}

/// Which record each thing of the plan was made of, and the other way round.
#[derive(Debug, Default)]
pub struct Numbers {
    of: HashMap<Node, i64>,
    node: HashMap<i64, Node>,
}

impl Numbers {
    /// The numbers of a plan read by [`read`].
    pub fn of(draft: &Draft) -> Numbers {
        let mut numbers = Numbers::default();
        for kind in KINDS.iter().filter(|kind| !kind.spec().single) {
            for index in 0..kind.len(&draft.plan) {
                let node = kind.spec().node_at(index);
                if let At::Record { number, .. } = draft.place(&of_thing(node)) {
                    numbers.of.insert(node, number);
                    numbers.node.insert(number, node);
                }
            }
        }
        numbers
    }

    /// The record of a thing; none for the body, which is several.
    pub fn number(&self, node: Node) -> Option<i64> {
        self.of.get(&node).copied()
    }

    /// The thing of a record; none where it is one of the body's own.
    pub fn node(&self, number: i64) -> Option<Node> {
        self.node.get(&number).copied()
    }
}

fn of_thing(node: Node) -> Place {
    Place {
        node: Some(node),
        field: None,
    }
}

/// One field of a record's JSON; `results.2025-06-30` is a name inside it.
pub fn field<'v>(fields: &'v Map<String, Value>, path: &str) -> Option<&'v Value> {
    match path.split_once('.') {
        Some((head, rest)) => fields.get(head)?.as_object()?.get(rest),
        None => fields.get(path),
    }
}
