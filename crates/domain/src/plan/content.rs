//! What stands around the objectives: acts, variations, money, tables, prose.

use super::{Day, PlanKind, Quantity, Reference, Value};

/// An organ's act.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Act {
    /// Key.
    pub id: String,
    /// Organ (`Giunta`).
    pub organ: Option<String>,
    /// Kind (`deliberazione`).
    pub kind: Option<String>,
    /// Number.
    pub number: Option<String>,
    /// Day.
    pub date: Option<Day>,
    /// Subject.
    pub subject: Option<String>,
}

/// A change of the plan during the year, with its cause and its way to approval.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Variation {
    /// Key.
    pub id: String,
    /// Name.
    pub title: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// Who proposes it.
    pub proposed_by: Option<Reference>,
    /// When it was proposed.
    pub proposed: Option<Day>,
    /// When the evaluation body gave its opinion.
    pub opinion: Option<Day>,
    /// When the Board approved it; without this day it is a proposal.
    pub approved: Option<Day>,
    /// The act.
    pub act: Option<Reference>,
}

/// A step of the relevance scale.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Relevance {
    /// Coefficient (5, 3, 1).
    pub coefficient: Quantity,
    /// Name (`Rilevanza alta`).
    pub title: Option<String>,
    /// Which objectives it is for.
    pub description: Option<String>,
    /// When the evaluation body certified the scale.
    pub certified: Vec<String>,
}

/// The fund that gives economic value to objectives, for one category of staff.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fund {
    /// Category: `managers` or `staff`.
    pub id: String,
    /// Name.
    pub title: Option<String>,
    /// Stable resources, in euro.
    pub stable_resources: Option<Quantity>,
    /// Share of them that makes one point (`2%`).
    pub percentage: Option<Quantity>,
    /// Value of a point where printed, in euro.
    pub point_value: Option<Quantity>,
    /// The rule as printed.
    pub rule: Option<String>,
}

/// Cost or revenue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Flow {
    /// *Costi, oneri, investimenti*.
    #[default]
    Cost,
    /// *Ricavi, proventi*.
    Revenue,
}

/// A budget line; may serve several indicators and objectives, and then counts once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BudgetLine {
    /// Key.
    pub id: String,
    /// Objectives it serves.
    pub objectives: Vec<Reference>,
    /// Indicators it serves.
    pub indicators: Vec<Reference>,
    /// Amount in euro; none where the document says only "no cost" or names a source.
    pub amount: Option<Quantity>,
    /// Cost or revenue.
    pub flow: Flow,
    /// Account.
    pub account: Option<String>,
    /// Budget centre.
    pub centre: Option<String>,
    /// Line, point, project, as printed.
    pub item: Option<String>,
    /// Year of the resources where it is not the plan's.
    pub year: Option<i16>,
    /// The programme that funds it.
    pub programme: Option<Reference>,
    /// A remark (`IVA inclusa`, `nessun costo`).
    pub note: Option<String>,
}

/// A programme that funds budget lines (20% increase of the annual fee, equalisation fund …).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FundingProgramme {
    /// Key.
    pub id: String,
    /// Name.
    pub title: Option<String>,
    /// Its own years.
    pub years: Vec<i16>,
    /// How it is reported.
    pub note: Option<String>,
}

/// *Indice di salute economico-finanziaria*.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HealthIndex {
    /// Key.
    pub id: String,
    /// Name.
    pub title: Option<String>,
    /// Kind (`Sostenibilità economica`).
    pub kind: Option<String>,
    /// Formula from budget items.
    pub formula: Option<String>,
    /// Threshold of attention (`se < 100%`).
    pub threshold: Option<String>,
    /// The cluster its mean refers to.
    pub cluster: Option<String>,
    /// History and cluster mean.
    pub values: Vec<Value>,
}

/// What a [`Table`] is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names are the glossary's")]
pub enum TableKind {
    Staff,
    Budget,
    Shareholdings,
    Health,
    Organs,
    Territory,
    Other,
}

/// A printed table: cells as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Key.
    pub id: String,
    /// What it is about.
    pub kind: Option<TableKind>,
    /// Printed title.
    pub title: Option<String>,
    /// The chapter, or the objective's page, in which it is printed.
    pub chapter: Option<Reference>,
    /// The day the figures refer to.
    pub date: Option<Day>,
    /// Source.
    pub source: Option<String>,
    /// Column heads.
    pub columns: Vec<String>,
    /// Rows of cells.
    pub rows: Vec<Vec<String>>,
    /// A remark.
    pub note: Option<String>,
}

/// Prose of the document, or a section of the integrated plan that is not an objective.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chapter {
    /// Key.
    pub id: String,
    /// Heading.
    pub title: Option<String>,
    /// The chapter it belongs to.
    pub parent: Option<Reference>,
    /// Subject (`pari opportunità`, `lavoro agile`, `formazione`).
    pub theme: Option<String>,
    /// The documents that print it; all of them if empty.
    pub documents: Vec<PlanKind>,
    /// Markdown.
    pub text: Option<String>,
}

/// An action of such a section.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Measure {
    /// Key.
    pub id: String,
    /// The chapter.
    pub chapter: Option<Reference>,
    /// Name.
    pub title: Option<String>,
    /// Who does it.
    pub owner: Option<String>,
    /// When.
    pub period: Option<String>,
    /// How it stands.
    pub state: Option<String>,
    /// A remark.
    pub note: Option<String>,
    /// Figures and other dated values.
    pub values: Vec<Value>,
}

/// Something done that nobody planned: printed apart, not scored until admitted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unplanned {
    /// Key.
    pub id: String,
    /// What.
    pub title: Option<String>,
    /// Who did it.
    pub responsible: Option<Reference>,
    /// Result.
    pub result: Option<String>,
    /// Cost in euro.
    pub cost: Option<Quantity>,
    /// The act that admits it.
    pub admitted_by: Option<Reference>,
}

/// A base quantity (`imprese attive`) or budget item, by date and scenario.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BaseQuantity {
    /// Key.
    pub id: String,
    /// Name.
    pub title: Option<String>,
    /// Unit of measure.
    pub unit: Option<String>,
    /// Scenario (`preventivo`, `preventivo aggiornato`, `preconsuntivo`, `consuntivo`).
    pub scenario: Option<String>,
    /// Source.
    pub source: Option<String>,
    /// Its values.
    pub values: Vec<Value>,
}

/// A register of dated items, from which actuals are counted or summed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Register {
    /// Key.
    pub id: String,
    /// Name.
    pub title: Option<String>,
    /// Column heads; the first is the day.
    pub columns: Vec<String>,
    /// Items.
    pub rows: Vec<Vec<String>>,
}

/// A finding of the check that the body has looked at and lets stand, with its reason.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Silence {
    /// Name of the rule.
    pub rule: Option<String>,
    /// The thing of which it is silent; none for the whole plan.
    pub about: Option<Reference>,
    /// The field of it, where only one is meant (`targets.2024-12-31`).
    pub field: Option<String>,
    /// Why; without a reason nothing is silenced.
    pub reason: Option<String>,
    /// Who decided, as a role.
    pub decided_by: Option<String>,
    /// When.
    pub date: Option<Day>,
}
