//! What stands in what, and what mentions what: from the records themselves.

use domain::plan::{Node, NodeKind};
use serde_json::Value;

use super::Thing;
use crate::format::draft::Mentions;
use crate::format::field::{Shape, VALUE_DETAILS};
use crate::format::schema::{FieldSpec, KINDS, KindSpec, kind_named};
use crate::web::plans::Loaded;

/// A record that mentions a thing.
pub struct Mention<'l> {
    /// The record, as a thing.
    pub by: Thing<'l>,
    /// The field in which it does.
    pub field: &'static FieldSpec,
}

impl Mention<'_> {
    /// Whether the record stands inside the thing that it mentions.
    pub fn stands_in_it(&self) -> bool {
        stands_in(self.by.kind, self.field.key)
    }

    /// Whether the record is nothing without the thing: a place, an arrow, an accepted finding.
    pub fn is_about_it(&self) -> bool {
        matches!(
            self.by.node.kind,
            NodeKind::Placement | NodeKind::Link | NodeKind::Silence
        )
    }
}

/// Whether a field of a kind says in what its things stand.
fn stands_in(kind: &KindSpec, key: &str) -> bool {
    let owner = kind.nest.map(|nest| nest.owner);
    owner == Some(key) || (key == "parent" && kind.node != NodeKind::Placement)
}

/// Every mention of a thing.
pub fn mentions<'l>(loaded: &'l Loaded, names: &Mentions, node: Node) -> Vec<Mention<'l>> {
    let mut found = Vec::new();
    for record in loaded.records() {
        let Some(kind) = kind_named(&record.kind).map(|at| KINDS[at].spec()) else {
            continue;
        };
        let may = |field: &&FieldSpec| field.targets.contains(&node.kind);
        if !kind.fields.iter().any(|field| may(&field)) {
            continue;
        }
        let Some(by) = Thing::numbered(loaded, record.number) else {
            continue;
        };
        let fields: Vec<&'static FieldSpec> = kind
            .fields
            .iter()
            .filter(may)
            .filter(|field| {
                let texts = by.fields.get(field.key).map(|value| texts(field, value));
                let mut texts = texts.unwrap_or_default().into_iter();
                texts.any(|text| names.meant(text, field.targets) == Some(node))
            })
            .collect();
        if let Some(field) = fields.first() {
            found.push(Mention { by, field });
        }
    }
    found
}

/// The texts by which a field mentions things.
pub fn texts<'v>(field: &FieldSpec, value: &'v Value) -> Vec<&'v str> {
    let inside = |value: &'v Value, key: &str| match value {
        Value::Array(items) => items.iter().filter_map(|item| item.get(key)).collect(),
        Value::Object(_) => value.get(key).into_iter().collect(),
        _ => Vec::new(),
    };
    let found: Vec<&Value> = match (&field.shape, value) {
        (Shape::Details(_), value) => inside(value, "unit"),
        (Shape::Values, Value::Object(values)) => {
            let bare = values
                .keys()
                .all(|key| VALUE_DETAILS.iter().any(|(of, _)| of == key));
            match bare {
                true => inside(value, "variation"),
                false => values
                    .values()
                    .flat_map(|value| inside(value, "variation"))
                    .collect(),
            }
        }
        (Shape::Values, value) => inside(value, "variation"),
        (_, Value::Array(items)) => items.iter().collect(),
        (_, value) => vec![value],
    };
    found.into_iter().filter_map(Value::as_str).collect()
}

/// In what a thing stands, as its record says.
pub fn holder(thing: &Thing<'_>, names: &Mentions) -> Option<Node> {
    let field = thing
        .kind
        .fields
        .iter()
        .find(|field| stands_in(thing.kind, field.key))?;
    let text = thing.fields.get(field.key)?.as_str()?;
    names.meant(text, field.targets)
}

/// The things of the same kind that stand in the same thing, in order.
pub fn siblings<'l>(thing: &Thing<'l>, names: &Mentions) -> Vec<i64> {
    let over = holder(thing, names);
    let same = thing
        .loaded
        .records()
        .iter()
        .filter(|record| record.kind == thing.kind.key);
    same.filter_map(|record| Thing::numbered(thing.loaded, record.number))
        .filter(|other| holder(other, names) == over)
        .map(|other| other.number)
        .collect()
}

/// Everything that stands in a thing, and in what stands in it.
pub fn below<'l>(loaded: &'l Loaded, names: &Mentions, node: Node) -> Vec<Thing<'l>> {
    let mut found: Vec<Thing<'l>> = Vec::new();
    let mut next = vec![node];
    while let Some(node) = next.pop() {
        for mention in mentions(loaded, names, node) {
            let known = found.iter().any(|thing| thing.number == mention.by.number);
            if mention.stands_in_it() && !mention.is_about_it() && !known {
                next.push(mention.by.node);
                found.push(mention.by);
            }
        }
    }
    found
}
