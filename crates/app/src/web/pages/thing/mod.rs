//! `/{body}/{plan}/scheda/{record}`: the sheet of a thing, and what is done to it in place.

pub mod add;
pub mod duplicate;
pub mod edit;
mod fields;
mod generic;
mod groups;
mod history;
mod indicator;
pub mod inputs;
pub mod kinds;
mod objective;
pub mod order;
mod pieces;
mod pins;
pub mod read;
pub mod reading;
mod related;
pub mod remedy;
pub mod remove;
pub mod sheet;
pub mod told;
mod trend;
pub mod undo;

use domain::plan::{Node, NodeKind};
use serde_json::{Map, Value};

use crate::format::schema::{KINDS, KindSpec, kind_named};
use crate::web::asked::Asked;
use crate::web::failure::Failure;
use crate::web::plans::Loaded;
use crate::web::rights::Right;
use crate::web::scope::reaches;

/// A record of a plan as the thing that a page is about.
pub struct Thing<'l> {
    /// The plan.
    pub loaded: &'l Loaded,
    /// The record.
    pub number: i64,
    /// Its kind.
    pub kind: &'static KindSpec,
    /// The thing made of it; the body for the records that are its own.
    pub node: Node,
    /// What is stored of it.
    pub fields: Map<String, Value>,
}

impl<'l> Thing<'l> {
    /// The thing of a record.
    ///
    /// # Errors
    /// Not found, where there is none.
    pub fn of(loaded: &'l Loaded, number: &str) -> Result<Thing<'l>, Failure> {
        let number: i64 = number.parse().map_err(|_| Failure::NotFound)?;
        Thing::numbered(loaded, number).ok_or(Failure::NotFound)
    }

    /// The thing of a record, by its number.
    pub fn numbered(loaded: &'l Loaded, number: i64) -> Option<Thing<'l>> {
        let record = loaded.record(number)?;
        let kind = KINDS.get(kind_named(&record.kind)?)?.spec();
        let node = match kind.single {
            true => Node::BODY,
            false => loaded.numbers.node(number)?,
        };
        Some(Thing {
            loaded,
            number,
            kind,
            node,
            fields: loaded.fields(number)?,
        })
    }

    /// The page of the thing, or one below it (`modifica`), or a part of it (`?parte=storia`),
    /// without the plan's part of the address.
    pub fn page(&self, below: &str) -> String {
        match below {
            "" => format!("scheda/{}", self.number),
            below if below.starts_with('?') => format!("scheda/{}{below}", self.number),
            below => format!("scheda/{}/{below}", self.number),
        }
    }
}

/// Whether the asker may change a thing of the plan.
pub fn may_edit(asked: &Asked<'_>, loaded: &Loaded, node: Node) -> bool {
    let who = asked.who.as_ref();
    who.is_some_and(|who| reaches(loaded.plan(), who, Right::EditPlan, node))
}

/// Refuses who may not change a thing of the plan.
fn must_edit(asked: &Asked<'_>, loaded: &Loaded, node: Node) -> Result<(), Failure> {
    match may_edit(asked, loaded, node) {
        true => Ok(()),
        false => Err(Failure::Forbidden),
    }
}

/// The kind of records that make things of a kind.
fn kind_spec(kind: NodeKind) -> Option<&'static KindSpec> {
    let of = |spec: &&KindSpec| spec.node == kind && !spec.single;
    KINDS.iter().map(|kind| kind.spec()).find(of)
}
