//! What is planned and scored: areas, objectives, actions, indicators, activities, dashboards, and
//! the weighted placements between them.

use super::{Quantity, Reference, Value};
use crate::target::{Direction, Nature, TargetKind};

/// A place of a thing under another, with what may differ in that place.
///
/// An area under the body, an objective under an objective, an indicator on a dashboard's section,
/// an objective assigned to a manager, a component of a person's sheet: all are placements.
/// Several placements of one child under one parent (40% + 10%, one per area) add up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Placement {
    /// Under what.
    pub parent: Reference,
    /// What.
    pub child: Reference,
    /// *Peso* in this place; none is not 0.
    pub weight: Option<Quantity>,
    /// The weight after a variation.
    pub revised_weight: Option<Quantity>,
    /// The variation that approves the revised weight, or this placement as a whole if it is new.
    pub variation: Option<Reference>,
    /// Whose share this weight is, where documents print one per area.
    pub holder: Option<Reference>,
    /// The action under which the child stands here.
    pub action: Option<Reference>,
    /// The target printed here, where it is not the indicator's own: shown, never scored.
    pub local_target: Option<String>,
    /// The source printed here, where it differs.
    pub local_source: Option<String>,
    /// The title printed here, where it differs.
    pub local_title: Option<String>,
    /// A remark.
    pub note: Option<String>,
}

/// State of a part of the plan with respect to its first approval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Status {
    /// As first approved.
    #[default]
    Original,
    /// Added by a variation.
    New,
    /// Substituted by another part.
    Replaced,
    /// Taken out.
    Removed,
}

/// *Area strategica*, the first level of the tree.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Area {
    /// Key.
    pub id: String,
    /// Printed code.
    pub code: Option<String>,
    /// Printed title.
    pub title: Option<String>,
    /// Other wordings of the title in the same document.
    pub other_titles: Vec<String>,
    /// Weight under the body.
    pub weight: Option<Quantity>,
    /// Weight under the body after a variation.
    pub revised_weight: Option<Quantity>,
    /// The variation that approves the revised weight.
    pub variation: Option<Reference>,
    /// Prose.
    pub description: Option<String>,
}

/// A label that objectives carry: perspective, programme, purpose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Label {
    /// Key.
    pub id: String,
    /// Printed code.
    pub code: Option<String>,
    /// Printed title.
    pub title: Option<String>,
    /// Prose.
    pub description: Option<String>,
}

impl Label {
    pub(super) fn name(&self) -> (&str, Option<&str>, Option<&str>) {
        (&self.id, self.code.as_deref(), self.title.as_deref())
    }
}

/// An objective of any level.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Objective {
    /// Key.
    pub id: String,
    /// Printed code; a label, not structure.
    pub code: Option<String>,
    /// Other codes by which the same document calls it.
    pub other_codes: Vec<String>,
    /// Printed title.
    pub title: Option<String>,
    /// Other wordings of the title in the same document.
    pub other_titles: Vec<String>,
    /// The level, as a key of the plan's levels.
    pub level: Option<Reference>,
    /// The objective (or area) it contributes to.
    pub parent: Option<Reference>,
    /// Weight under that parent.
    pub weight: Option<Quantity>,
    /// The same after a variation.
    pub revised_weight: Option<Quantity>,
    /// Whose share that weight is.
    pub weight_holder: Option<Reference>,
    /// Share of own indicators where there are contributing objectives too (`50%`).
    pub own_share: Option<Quantity>,
    /// Area it belongs to, as a label.
    pub area: Option<Reference>,
    /// Perspectives it belongs to; `*` for all of them.
    pub perspectives: Vec<Reference>,
    /// Programmes it belongs to.
    pub programmes: Vec<Reference>,
    /// Purposes it serves.
    pub purposes: Vec<Reference>,
    /// Who answers for it.
    pub responsibles: Vec<Reference>,
    /// Who answers, as printed, where it names no holder of the plan.
    pub responsible_text: Option<String>,
    /// Units that work on it.
    pub units: Vec<Reference>,
    /// Units that work on it, as printed, where that is not the name of a unit of the plan.
    pub units_text: Option<String>,
    /// *Missione* of the budget classification.
    pub mission: Option<String>,
    /// *Programma* of the budget classification.
    pub budget_programme: Option<String>,
    /// PIRA code.
    pub pira: Option<String>,
    /// *Rilevanza*: coefficient certified by the evaluation body.
    pub relevance: Option<Reference>,
    /// Economic value for managers, where printed.
    pub value_managers: Option<Quantity>,
    /// Economic value for staff, where printed.
    pub value_staff: Option<Quantity>,
    /// The act that excludes it from economic value.
    pub value_excluded: Option<Reference>,
    /// Planning document or line it descends from.
    pub descends_from: Option<String>,
    /// The norm that requires it.
    pub required_by: Option<String>,
    /// Years or months in which it is carried out, as printed (`2024-2026`, `12 mesi`).
    pub period: Option<String>,
    /// Prose: description.
    pub description: Option<String>,
    /// Prose: expected benefit.
    pub benefit: Option<String>,
    /// Prose: what is going to be done, where that is not a level of the tree ([`Action`]).
    pub planned_actions: Option<String>,
    /// Persons, units and time, as printed.
    pub effort_text: Option<String>,
    /// Effort as data.
    pub efforts: Vec<Effort>,
    /// Common to all bodies of the kind: a view of its own.
    pub national: bool,
    /// Of the special agency: a view of its own.
    pub agency: bool,
    /// Heading under which it is printed (`Nuovi indicatori a livello nazionale`).
    pub group: Option<String>,
    /// Condition under which it holds, or its alternative.
    pub condition: Option<String>,
    /// State with respect to the first approval.
    pub status: Status,
    /// What it replaces.
    pub replaces: Option<Reference>,
    /// The variation behind its status and revised weight.
    pub variation: Option<Reference>,
    /// *Sterilizzato*: why it is outside the body's control.
    pub neutralised: Option<String>,
    /// The variation that approves the neutralisation.
    pub neutralised_by: Option<Reference>,
    /// A remark.
    pub note: Option<String>,
    /// Judgements, overrides, the prose of monitorings and reports, and other dated values.
    pub values: Vec<Value>,
}

/// Persons on an objective or indicator.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Effort {
    /// The unit.
    pub unit: Option<Reference>,
    /// Category of staff.
    pub category: Option<String>,
    /// How many persons.
    pub persons: Option<Quantity>,
    /// Share of their time.
    pub time: Option<Quantity>,
}

/// An optional level between an objective (or a dashboard's section) and its indicators.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Action {
    /// Key.
    pub id: String,
    /// Printed code.
    pub code: Option<String>,
    /// Printed title.
    pub title: Option<String>,
    /// The objective or section it belongs to.
    pub parent: Option<Reference>,
    /// Weight under that parent.
    pub weight: Option<Quantity>,
    /// The same after a variation.
    pub revised_weight: Option<Quantity>,
    /// The variation that approves it.
    pub variation: Option<Reference>,
    /// What was done.
    pub result: Option<String>,
}

/// *Tipologia*; several at once are common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names are the glossary's")]
pub enum IndicatorType {
    Outcome,
    ExternalEffectiveness,
    Output,
    InternalEffectiveness,
    Effectiveness,
    Efficiency,
    Quality,
}

/// An indicator: one identity and one actual, however many places it stands in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Indicator {
    /// Key.
    pub id: String,
    /// Printed number in its objective.
    pub number: Option<String>,
    /// Printed name.
    pub name: Option<String>,
    /// Other wordings of the name in the same document.
    pub other_names: Vec<String>,
    /// The objective, section or dashboard it stands in first.
    pub parent: Option<Reference>,
    /// The action under which it stands there.
    pub action: Option<Reference>,
    /// Weight in that place.
    pub weight: Option<Quantity>,
    /// The same after a variation.
    pub revised_weight: Option<Quantity>,
    /// Types.
    pub types: Vec<IndicatorType>,
    /// Types as printed.
    pub type_text: Option<String>,
    /// Unit of measure.
    pub unit: Option<String>,
    /// Whether higher or lower is better, where written.
    pub direction: Option<Direction>,
    /// Cumulative or level, where written.
    pub nature: Option<Nature>,
    /// What its targets mean, where a person said so.
    pub target_kind: Option<TargetKind>,
    /// Achievement counts from the baseline (scoring.md §2, *baseline scaling*).
    pub from_baseline: bool,
    /// Algorithm.
    pub algorithm: Option<String>,
    /// Formula over other indicators and base quantities, for derived actuals.
    pub formula: Option<String>,
    /// Source of the data.
    pub source: Option<String>,
    /// Who enters the actuals.
    pub owner: Option<String>,
    /// How often it is measured.
    pub frequency: Option<String>,
    /// Period measured, where it is not the calendar year (`novembre–ottobre`).
    pub measured_period: Option<String>,
    /// What will prove the actual.
    pub expected_evidence: Option<String>,
    /// Measured by a sheet of activities.
    pub project: bool,
    /// Set nationally for all bodies of the kind.
    pub national: bool,
    /// Shown apart from strategic ones (*indicatore operativo*).
    pub operational: bool,
    /// Scopes a–g of art. 8 D.Lgs. 150/2009, dimensions of quality.
    pub legal_scopes: Vec<String>,
    /// The health index whose threshold concerns it.
    pub health_index: Option<Reference>,
    /// Persons.
    pub efforts: Vec<Effort>,
    /// State with respect to the first approval.
    pub status: Status,
    /// What it replaces.
    pub replaces: Option<Reference>,
    /// The variation behind its status, revised weight and revised targets.
    pub variation: Option<Reference>,
    /// *Sterilizzato*: why it is outside the body's control.
    pub neutralised: Option<String>,
    /// The variation that approves the neutralisation.
    pub neutralised_by: Option<Reference>,
    /// A remark.
    pub note: Option<String>,
    /// Baseline, history, targets, actuals and what else is dated.
    pub values: Vec<Value>,
}

/// An activity of a project, or a part of a composite indicator.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Activity {
    /// Key.
    pub id: String,
    /// Printed code.
    pub code: Option<String>,
    /// Printed title.
    pub title: Option<String>,
    /// The indicator it belongs to.
    pub parent: Option<Reference>,
    /// Weight in it.
    pub weight: Option<Quantity>,
    /// Unit of measure, for a part.
    pub unit: Option<String>,
    /// Direction, where written.
    pub direction: Option<Direction>,
    /// Who does it.
    pub owner: Option<String>,
    /// First day.
    pub start: Option<super::Day>,
    /// Last day.
    pub end: Option<super::Day>,
    /// A remark.
    pub note: Option<String>,
    /// Targets and actuals; without a target its completion is expected.
    pub values: Vec<Value>,
}

/// *Cruscotto*: the indicators that one service or manager answers for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dashboard {
    /// Key.
    pub id: String,
    /// Printed code.
    pub code: Option<String>,
    /// Printed title.
    pub title: Option<String>,
    /// Whose it is.
    pub holder: Option<Reference>,
}

/// A section of a dashboard; the objective that heads it receives nothing from it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// Key.
    pub id: String,
    /// Printed code.
    pub code: Option<String>,
    /// Printed title.
    pub title: Option<String>,
    /// The dashboard.
    pub dashboard: Option<Reference>,
    /// The objective that heads it.
    pub objective: Option<Reference>,
}

/// Kind of a [`Link`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum LinkKind {
    /// Arrow of the strategy map.
    #[default]
    Cause,
    /// An indicator that draws on another, which is not the same indicator.
    Related,
}

/// A link that carries no weight.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Link {
    /// From.
    pub from: Reference,
    /// To.
    pub to: Reference,
    /// What it says.
    pub kind: LinkKind,
    /// A remark.
    pub note: Option<String>,
}
