//! Who answers for what: units, holders, individual sheets. Roles, never persons' names.

use super::{Day, Quantity, Reference, Value};

/// Kind of a [`Unit`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names are the glossary's")]
pub enum UnitKind {
    Directorate,
    Service,
    Office,
    Staff,
    Agency,
    Group,
    Organ,
    Site,
}

/// A part of the organisation chart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unit {
    /// Key.
    pub id: String,
    /// Name.
    pub title: Option<String>,
    /// What it is.
    pub kind: Option<UnitKind>,
    /// The unit above.
    pub parent: Option<Reference>,
    /// Who heads it.
    pub head: Option<Reference>,
    /// Persons in it.
    pub persons: Option<Quantity>,
    /// Of a group or an organ: the units and roles that make it.
    pub members: Vec<Reference>,
    /// A remark.
    pub note: Option<String>,
}

/// A holder of objectives: manager, service, office or agency, called by its role.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Responsible {
    /// Key.
    pub id: String,
    /// Role (`Segretario Generale`).
    pub title: Option<String>,
    /// The unit headed or meant.
    pub unit: Option<Reference>,
    /// Named functions (`RPCT`).
    pub functions: Vec<String>,
    /// Total of assigned weights, where printed.
    pub stated_total: Option<Quantity>,
    /// The same after a variation.
    pub stated_revised_total: Option<Quantity>,
    /// A remark.
    pub note: Option<String>,
}

/// A person's sheet: shares of body, unit, objectives, behaviours (scoring.md §6).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Key.
    pub id: String,
    /// Role of the person evaluated.
    pub title: Option<String>,
    /// The method's profile whose shares it follows.
    pub profile: Option<Reference>,
    /// The unit.
    pub unit: Option<Reference>,
    /// The responsible whose assigned objectives are the individual ones.
    pub responsible: Option<Reference>,
    /// Who evaluates.
    pub evaluator: Option<Reference>,
    /// From when the person served, if not the whole year.
    pub from: Option<Day>,
    /// Until when.
    pub to: Option<Day>,
    /// Evaluation of behaviours at each checkpoint, as a percentage.
    pub values: Vec<Value>,
}
