//! The schema of a plan file: for every kind of record one table of its fields, from which the
//! readers, the writers, the JSON Schema, the workbook's template and the reference page follow.
//!
//! To add a field: the field in the domain's type, one line in the table of its kind.

mod choices;
mod kinds;

use std::sync::LazyLock;

use domain::finding::Finding;
use domain::plan::{Node, NodeKind, Plan, Reference};

use super::datum::{At, Datum, Entry, Record};
use super::field::{FieldValue, Reading, Shape, shortened};

/// One field of the records of type `T`.
pub struct Field<T> {
    /// What files and messages know of it.
    pub spec: FieldSpec,
    write: fn(&T) -> Option<Datum>,
    read: fn(&mut T, &super::datum::Item, &mut Reading<'_>),
    references: Visits<T>,
}

/// Visits the references in a field of `T`.
type Visits<T> = fn(&mut T, &mut dyn FnMut(&mut Reference));

/// What files and messages know of a field.
#[derive(Clone, Debug)]
pub struct FieldSpec {
    /// Machine name, in TOML and JSON.
    pub key: &'static str,
    /// Italian head of the workbook's column.
    pub header: &'static str,
    /// What to write there, in Italian; empty where the head says it all.
    pub help: &'static str,
    /// What it may hold.
    pub shape: Shape,
    /// For references: the kinds that may be meant, the likeliest first.
    pub targets: &'static [NodeKind],
}

/// Where the records of a kind may stand inside those of another, in TOML and JSON.
#[derive(Clone, Copy, Debug)]
pub struct Nest {
    /// The kinds that may hold them.
    pub parents: &'static [NodeKind],
    /// The name of the list in the holder (`indicator` in `[[objective.indicator]]`).
    pub key: &'static str,
    /// The field that names the holder when the record stands by itself.
    pub owner: &'static str,
}

/// A kind of record, whatever the type behind it.
pub trait KindTable: Sync + Send {
    /// What files know of it.
    fn spec(&self) -> &KindSpec;
    /// How many records of it a plan holds.
    fn len(&self, plan: &Plan) -> usize;
    /// The record at `index` as files write it.
    fn write(&self, plan: &Plan, index: usize) -> Vec<Entry>;
    /// Adds a record (or fills the only one) and says what could not be used. One that holds
    /// nothing, not even a key, is not added.
    fn read(&self, plan: &mut Plan, record: &Record) -> Vec<(Finding, At)>;
    /// Visits every reference of the record at `index` with its field.
    fn references(
        &self,
        plan: &mut Plan,
        index: usize,
        visit: &mut dyn FnMut(&FieldSpec, &mut Reference),
    );
    /// Gives the record at `index` its key, where the kind has keys.
    fn set_id(&self, plan: &mut Plan, index: usize, id: &str);
}

/// What files know of a kind of record.
#[derive(Clone, Debug)]
pub struct KindSpec {
    /// Machine name (`objective`).
    pub key: &'static str,
    /// Italian name of the workbook's sheet.
    pub sheet: &'static str,
    /// What the sheet is for, in Italian.
    pub help: &'static str,
    /// The kind of the nodes it makes; the body for the single records.
    pub node: NodeKind,
    /// There is only one of it.
    pub single: bool,
    /// Fields whose text gives the key where no `id` is written, first that is there.
    pub key_from: &'static [&'static str],
    /// Where it may stand.
    pub nest: Option<Nest>,
    /// Its fields, in the order of writing.
    pub fields: Vec<FieldSpec>,
}

impl KindSpec {
    /// Whether its records have keys of their own.
    pub fn has_id(&self) -> bool {
        self.fields.first().is_some_and(|f| f.key == "id")
    }

    /// The field of that machine name.
    pub fn field(&self, key: &str) -> Option<&FieldSpec> {
        self.fields.iter().find(|f| f.key == key)
    }

    /// The node of its record at `index`.
    pub fn node_at(&self, index: usize) -> Node {
        if self.single {
            Node::BODY
        } else {
            Node::new(self.node, index)
        }
    }
}

/// The schema: every kind of record, in the order in which files write them.
pub static KINDS: LazyLock<Vec<Box<dyn KindTable>>> = LazyLock::new(kinds::all);

/// The position in the schema of the kind with that machine name.
pub fn kind_named(key: &str) -> Option<usize> {
    KINDS.iter().position(|k| k.spec().key == key)
}

/// The position in the schema of the kind whose records make nodes of `node`.
pub fn kind_of(node: NodeKind) -> Option<usize> {
    KINDS
        .iter()
        .position(|k| k.spec().node == node && !k.spec().single)
}

/// The kind of record that may stand in `parent` under `key`.
pub fn nested_in(parent: NodeKind, key: &str) -> Option<usize> {
    KINDS.iter().position(|k| {
        k.spec()
            .nest
            .is_some_and(|nest| nest.key == key && nest.parents.contains(&parent))
    })
}

/// The records of one type.
struct Table<T> {
    spec: KindSpec,
    fields: Vec<Field<T>>,
    list: fn(&Plan) -> &[T],
    list_mut: fn(&mut Plan) -> &mut [T],
    /// Adds an empty record; none where there is only one.
    push: Option<fn(&mut Plan)>,
    /// Takes back the last one.
    pop: fn(&mut Plan),
    /// Where the key is.
    id: Option<fn(&mut T) -> &mut String>,
}

impl<T> KindTable for Table<T> {
    fn spec(&self) -> &KindSpec {
        &self.spec
    }

    fn len(&self, plan: &Plan) -> usize {
        (self.list)(plan).len()
    }

    fn write(&self, plan: &Plan, index: usize) -> Vec<Entry> {
        let Some(record) = (self.list)(plan).get(index) else {
            return Vec::new();
        };
        self.fields
            .iter()
            .filter_map(|f| Some(Entry::new(f.spec.key, (f.write)(record)?)))
            .collect()
    }

    fn read(&self, plan: &mut Plan, record: &Record) -> Vec<(Finding, At)> {
        if let Some(push) = self.push {
            push(plan);
        }
        let list = (self.list_mut)(plan);
        let node = self.spec.node_at(list.len().saturating_sub(1));
        let Some(target) = list.last_mut() else {
            return Vec::new();
        };
        let mut findings = Vec::new();
        let mut seen = vec![false; self.fields.len()];
        for entry in &record.entries {
            match self.fields.iter().position(|f| f.spec.key == entry.key) {
                Some(position) if seen[position] => {
                    let finding = Finding::error("format-repeated-field")
                        .field(entry.key.clone())
                        .arg("field", entry.key.clone())
                        .arg("kind", self.spec.key);
                    findings.push((finding, entry.item.at.clone()));
                }
                Some(position) => {
                    seen[position] = true;
                    let field = &self.fields[position];
                    let mut reading = Reading {
                        field: field.spec.key,
                        findings: Vec::new(),
                    };
                    (field.read)(target, &entry.item, &mut reading);
                    findings.append(&mut reading.findings);
                }
                None => {
                    let known: Vec<&str> = self.fields.iter().map(|f| f.spec.key).collect();
                    let finding = Finding::warning("format-unknown-field")
                        .field(entry.key.clone())
                        .arg("text", shortened(&entry.key))
                        .arg("kind", self.spec.key)
                        .arg("known", nearest(&entry.key, &known));
                    findings.push((finding, entry.item.at.clone()));
                }
            }
        }
        for (finding, _) in &mut findings {
            finding.place.node = Some(node);
        }
        let nothing = self.fields.iter().all(|f| (f.write)(target).is_none());
        if nothing && self.push.is_some() && self.id.is_none() {
            (self.pop)(plan);
            let finding = Finding::warning("format-empty-record").arg("kind", self.spec.key);
            findings.push((finding, record.at.clone()));
        }
        findings
    }

    fn references(
        &self,
        plan: &mut Plan,
        index: usize,
        visit: &mut dyn FnMut(&FieldSpec, &mut Reference),
    ) {
        if let Some(record) = (self.list_mut)(plan).get_mut(index) {
            for field in &self.fields {
                (field.references)(record, &mut |reference| visit(&field.spec, reference));
            }
        }
    }

    fn set_id(&self, plan: &mut Plan, index: usize, id: &str) {
        if let Some(place) = self.id
            && let Some(record) = (self.list_mut)(plan).get_mut(index)
        {
            id.clone_into(place(record));
        }
    }
}

/// What [`nearest`] says where no known name is like the unknown one.
pub const NO_NAME: &str = "none";

/// The known names most like an unknown one, three at most, for "did you mean"; [`NO_NAME`] where
/// none is like it.
pub fn nearest(unknown: &str, known: &[&str]) -> String {
    const LONGEST: usize = 60;
    let wanted: Vec<char> = unknown.to_lowercase().chars().take(LONGEST + 1).collect();
    if wanted.len() > LONGEST {
        return NO_NAME.to_owned();
    }
    let mut close: Vec<(usize, &str)> = known
        .iter()
        .filter_map(|name| {
            let letters: Vec<char> = name.to_lowercase().chars().collect();
            let begins = wanted.len() >= 4 && letters.starts_with(&wanted)
                || letters.len() >= 4 && wanted.starts_with(&letters);
            let steps = if begins {
                1
            } else {
                distance(&wanted, &letters)
            };
            (steps <= wanted.len().min(letters.len()) / 3).then_some((steps, *name))
        })
        .collect();
    close.sort_by_key(|(steps, _)| *steps);
    let names: Vec<&str> = close.into_iter().map(|(_, name)| name).take(3).collect();
    if names.is_empty() {
        return NO_NAME.to_owned();
    }
    names.join(", ")
}

/// How many letters must be put in, left out, changed or swapped to make one word of the other.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let changed = above[j] + usize::from(x != y);
            let mut least = changed.min(above[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *x == b[j - 1] && a[i - 1] == *y {
                least = least.min(before[j - 1] + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut above, row);
    }
    above.last().copied().unwrap_or_default()
}

fn shape_of<T, V: FieldValue>(_: fn(&T) -> &V) -> Shape {
    V::shape()
}

/// One field: its place in the record, its machine name where it differs, its Italian head and
/// help, and for references the kinds that may be meant.
macro_rules! field {
    ($t:ty, $name:ident, $header:literal $(, $help:literal)?) => {
        field!(@ $t, $name, stringify!($name), $header, concat!("" $(, $help)?), &[])
    };
    ($t:ty, $name:ident => [$($kind:ident),*], $header:literal $(, $help:literal)?) => {
        field!(@ $t, $name, stringify!($name), $header, concat!("" $(, $help)?),
            &[$(domain::plan::NodeKind::$kind),*])
    };
    (@ $t:ty, $name:ident, $key:expr, $header:literal, $help:expr, $targets:expr) => {
        $crate::format::schema::Field::<$t> {
            spec: $crate::format::schema::FieldSpec {
                key: $key,
                header: $header,
                help: $help,
                shape: $crate::format::schema::shape_of(|x: &$t| &x.$name),
                targets: $targets,
            },
            write: |x| x.$name.write(),
            read: |x, item, reading| x.$name.read(item, reading),
            references: |x, visit| x.$name.references(visit),
        }
    };
}

/// The values of one role: a field of the records that have `values`.
macro_rules! values {
    ($t:ty, $role:ident, $key:literal, $header:literal $(, $help:literal)?) => {
        $crate::format::schema::Field::<$t> {
            spec: $crate::format::schema::FieldSpec {
                key: $key,
                header: $header,
                help: concat!("" $(, $help)?),
                shape: $crate::format::field::Shape::Values,
                targets: &[domain::plan::NodeKind::Variation],
            },
            write: |x| $crate::format::field::write_values(&x.values, domain::plan::Role::$role),
            read: |x, item, reading| $crate::format::field::read_values(
                &mut x.values, domain::plan::Role::$role, item, reading),
            references: |x, visit| {
                for value in &mut x.values {
                    if value.role == domain::plan::Role::$role
                        && let Some(variation) = &mut value.variation
                    {
                        visit(variation);
                    }
                }
            },
        }
    };
}

use {field, values};
