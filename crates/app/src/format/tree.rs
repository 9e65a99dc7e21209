//! The shape that TOML and JSON share: named single records, named lists of records, and lists of
//! records inside the record they belong to.

use domain::finding::Finding;

use super::datum::{At, Datum, Entry, Item, Record};
use super::draft::{Found, Located};
use super::schema::{KINDS, kind_named, nearest, nested_in};

/// The version of the plan file's form, written as `format = 1`.
pub const FORMAT: &str = "1";

/// The records of a tree; what has no place in the schema is named.
pub fn records(root: Vec<Entry>) -> (Vec<Found>, Vec<Located>) {
    let mut reader = Reader::default();
    for entry in root {
        if entry.key == "format" {
            reader.version(&entry);
            continue;
        }
        if entry.key == "$schema" {
            continue;
        }
        match kind_named(&entry.key) {
            Some(kind) => reader.list(kind, entry.item, None),
            None => {
                let kinds: Vec<&str> = KINDS.iter().map(|k| k.spec().key).collect();
                reader.say(
                    Finding::warning("format-unknown-kind")
                        .arg("text", super::field::shortened(&entry.key))
                        .arg("known", nearest(&entry.key, &kinds)),
                    entry.item.at,
                );
            }
        }
    }
    (reader.found, reader.findings)
}

#[derive(Default)]
struct Reader {
    found: Vec<Found>,
    findings: Vec<Located>,
}

impl Reader {
    fn say(&mut self, finding: Finding, at: At) {
        self.findings.push(Located { finding, at });
    }

    fn version(&mut self, entry: &Entry) {
        let text = entry.item.datum.text().unwrap_or_default();
        if text != FORMAT {
            let finding = Finding::warning("format-other-version")
                .arg("text", super::field::shortened(text))
                .arg("known", FORMAT);
            self.say(finding, entry.item.at.clone());
        }
    }

    /// One or more records of a kind, and those inside them.
    fn list(&mut self, kind: usize, item: Item, holder: Option<usize>) {
        let items = match item.datum {
            Datum::List(items) => items,
            _ => vec![item],
        };
        for item in items {
            match item.datum {
                Datum::Map(entries) => self.record(kind, entries, item.at, holder),
                _ => {
                    let key = KINDS[kind].spec().key;
                    self.say(
                        Finding::error("format-not-a-record").arg("kind", key),
                        item.at,
                    );
                }
            }
        }
    }

    fn record(&mut self, kind: usize, entries: Vec<Entry>, at: At, holder: Option<usize>) {
        let spec = KINDS[kind].spec();
        let position = self.found.len();
        let record = Record {
            kind,
            at,
            entries: Vec::with_capacity(entries.len()),
        };
        self.found.push(Found { record, holder });
        for entry in entries {
            let nested = (spec.field(&entry.key).is_none())
                .then(|| nested_in(spec.node, &entry.key))
                .flatten()
                .filter(|_| !spec.single);
            match nested {
                Some(inner) => self.list(inner, entry.item, Some(position)),
                None => self.found[position].record.entries.push(entry),
            }
        }
    }
}

/// A record with the records that stand inside it, for writing.
#[derive(Debug)]
pub struct Branch {
    /// The record, without the field that names its holder.
    pub record: Record,
    /// What stands inside it, by key of the list.
    pub inside: Vec<(&'static str, Vec<Branch>)>,
}

/// Puts each record inside the one it belongs to, where that is plain to see.
pub fn nest(records: Vec<Record>) -> Vec<Branch> {
    let keys = super::draft::keys_of(&records);
    let holders = super::draft::holders(records.iter().zip(&keys));
    let mut branches: Vec<Option<Branch>> = records
        .into_iter()
        .map(|record| {
            Some(Branch {
                record,
                inside: Vec::new(),
            })
        })
        .collect();
    // A holder always stands before what it holds: from the last to the first, each is complete
    // when it is put inside its own holder; the order inside is turned round at the end.
    for i in (0..branches.len()).rev() {
        let Some(holder) = holders[i] else { continue };
        let Some(mut branch) = branches[i].take() else {
            continue;
        };
        let Some(nest) = KINDS[branch.record.kind].spec().nest else {
            continue;
        };
        branch.record.entries.retain(|e| e.key != nest.owner);
        branch
            .inside
            .iter_mut()
            .for_each(|(_, list)| list.reverse());
        if let Some(holder) = &mut branches[holder] {
            match holder.inside.iter_mut().find(|(key, _)| *key == nest.key) {
                Some((_, list)) => list.push(branch),
                None => holder.inside.push((nest.key, vec![branch])),
            }
        }
    }
    let mut branches: Vec<Branch> = branches.into_iter().flatten().collect();
    for branch in &mut branches {
        branch
            .inside
            .iter_mut()
            .for_each(|(_, list)| list.reverse());
    }
    for branch in &mut branches {
        order_inside(branch);
    }
    branches
}

/// Lists inside a record in the order of the schema.
fn order_inside(branch: &mut Branch) {
    branch
        .inside
        .sort_by_key(|(_, list)| list.first().map(|b| b.record.kind));
    for (_, list) in &mut branch.inside {
        list.iter_mut().for_each(order_inside);
    }
}
