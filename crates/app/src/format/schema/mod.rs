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
use super::field::{FieldValue, Reading, Shape};

/// One field of the records of type `T`.
pub struct Field<T> {
    /// What files and messages know of it.
    pub spec: FieldSpec,
    write: fn(&T) -> Option<Datum>,
    read: fn(&mut T, &super::datum::Item, &mut Reading<'_>),
    references: fn(&mut T, &mut dyn FnMut(&mut Reference)),
}

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
    /// Adds a record (or fills the only one) and says what could not be used.
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
        for entry in &record.entries {
            match self.fields.iter().find(|f| f.spec.key == entry.key) {
                Some(field) => {
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
                        .arg("text", entry.key.clone())
                        .arg("kind", self.spec.key)
                        .arg("known", nearest(&entry.key, &known));
                    findings.push((finding, entry.item.at.clone()));
                }
            }
        }
        for (finding, _) in &mut findings {
            finding.place.node = Some(node);
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

/// The known name most like an unknown one, for "did you mean"; all of them where none is like it.
fn nearest(unknown: &str, known: &[&str]) -> String {
    let wanted = unknown.to_lowercase();
    let close = known.iter().copied().find(|k| {
        let shared = k
            .chars()
            .zip(wanted.chars())
            .take_while(|(a, b)| a == b)
            .count();
        shared >= 3 || k.contains(wanted.as_str())
    });
    close.map_or_else(|| known.join(", "), str::to_owned)
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
