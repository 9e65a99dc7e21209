//! Scores: what each thing of a plan has achieved at a date, with the derivation of every figure
//! (scoring.md §2–§6).
//!
//! [`score`] is a pure function of plan, readings and date. The way through: [`timeline`] says
//! which checkpoint is meant and what is in force; [`places`], [`forest`] and [`views`] say what
//! every score is made of, and [`graph`] in which order; [`rollup`] walks it once. For an indicator,
//! [`due`] finds target and actual, [`question`] the formula of [`rule`], and [`leaf`] concludes, from
//! its [`parts`] where it has any.

mod bands;
mod derivation;
mod due;
mod forest;
mod graph;
mod leaf;
mod outlook;
mod parts;
mod places;
mod question;
mod rollup;
mod rule;
mod timeline;
pub mod value;
mod views;

use jiff::civil::Date;

use crate::finding::Finding;
use crate::number::Number;
use crate::plan::{Node, NodeKind, Plan};
use crate::target::Readings;

pub use derivation::{
    Derivation, Leaf, LeftOut, Mean, Override, Part, PartRole, TargetFrom, Term, recompute,
};
pub use rule::{Inputs, Rule};
pub use timeline::{Counted, Timeline};

/// Where a thing stands at the date asked (the table of scoring.md §3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// Due, with a usable actual; or a node with a score.
    Measured,
    /// *Da rilevare*: due, no actual, checkpoint open.
    ToMeasure,
    /// Due, no usable actual, checkpoint closed: counts 0.
    Missing,
    /// No target at that checkpoint.
    NotDue,
    /// *Sterilizzato*.
    Neutralised,
    /// Undefined, postponed, observed, ambiguous, unresolved, or no target in the year.
    NotEvaluable,
    /// Substituted by an approved variation.
    Replaced,
    /// Taken out by an approved variation.
    Removed,
    /// Siblings have weights, this has none.
    Unweighted,
    /// *Proposta*: new, and not approved yet.
    Proposed,
}

impl State {
    /// All of them.
    pub const ALL: [State; 10] = [
        State::Measured,
        State::ToMeasure,
        State::Missing,
        State::NotDue,
        State::Neutralised,
        State::NotEvaluable,
        State::Replaced,
        State::Removed,
        State::Unweighted,
        State::Proposed,
    ];

    /// The machine token.
    pub fn token(self) -> &'static str {
        match self {
            State::Measured => "measured",
            State::ToMeasure => "to_measure",
            State::Missing => "missing",
            State::NotDue => "not_due",
            State::Neutralised => "neutralised",
            State::NotEvaluable => "not_evaluable",
            State::Replaced => "replaced",
            State::Removed => "removed",
            State::Unweighted => "unweighted",
            State::Proposed => "proposed",
        }
    }
}

/// Why a figure is missing or a part is left out, where the state does not say it all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    /// Nothing was entered.
    NoActual,
    /// *Non confrontabile*: a percent against a plain number, an answer against a figure.
    NotComparable,
    /// *Manca la data*: done, but nobody says when.
    NoDate,
    /// *Da giudicare*: a person must say whether the described result was reached.
    ToJudge,
    /// A state is no value where a figure is expected.
    StateOnly,
    /// A lower (or upper) bound proves nothing here.
    BoundProvesNothing,
    /// The actual reads in more than one way.
    AmbiguousActual,
    /// A change needs the value from which it starts.
    NoBaseline,
    /// No target anywhere in the year.
    NoTarget,
    /// The target reads in more than one way.
    AmbiguousTarget,
    /// The target only asks to observe.
    Observed,
    /// The target was postponed.
    Postponed,
    /// The target is still to be defined.
    Undefined,
    /// The series to compare with has no value yet.
    NoSeries,
    /// Parts are expected and there are none.
    NoParts,
    /// All weights are 0.
    NoWeight,
}

impl Reason {
    /// All of them.
    pub const ALL: [Reason; 16] = [
        Reason::NoActual,
        Reason::NotComparable,
        Reason::NoDate,
        Reason::ToJudge,
        Reason::StateOnly,
        Reason::BoundProvesNothing,
        Reason::AmbiguousActual,
        Reason::NoBaseline,
        Reason::NoTarget,
        Reason::AmbiguousTarget,
        Reason::Observed,
        Reason::Postponed,
        Reason::Undefined,
        Reason::NoSeries,
        Reason::NoParts,
        Reason::NoWeight,
    ];

    /// The machine token.
    pub fn token(self) -> &'static str {
        match self {
            Reason::NoActual => "no_actual",
            Reason::NotComparable => "not_comparable",
            Reason::NoDate => "no_date",
            Reason::ToJudge => "to_judge",
            Reason::StateOnly => "state_only",
            Reason::BoundProvesNothing => "bound_proves_nothing",
            Reason::AmbiguousActual => "ambiguous_actual",
            Reason::NoBaseline => "no_baseline",
            Reason::NoTarget => "no_target",
            Reason::AmbiguousTarget => "ambiguous_target",
            Reason::Observed => "observed",
            Reason::Postponed => "postponed",
            Reason::Undefined => "undefined",
            Reason::NoSeries => "no_series",
            Reason::NoParts => "no_parts",
            Reason::NoWeight => "no_weight",
        }
    }
}

/// Whether a thing is on course for the end of its year (scoring.md §3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outlook {
    /// *Raggiunto*.
    Reached,
    /// *In linea*.
    OnCourse,
    /// *In ritardo*.
    Late,
    /// *Da rilevare*.
    ToMeasure,
    /// *Non raggiunto*, at the last checkpoint.
    NotReached,
}

impl Outlook {
    /// All of them.
    pub const ALL: [Outlook; 5] = [
        Outlook::Reached,
        Outlook::OnCourse,
        Outlook::Late,
        Outlook::ToMeasure,
        Outlook::NotReached,
    ];

    /// The machine token.
    pub fn token(self) -> &'static str {
        match self {
            Outlook::Reached => "reached",
            Outlook::OnCourse => "on_course",
            Outlook::Late => "late",
            Outlook::ToMeasure => "to_measure",
            Outlook::NotReached => "not_reached",
        }
    }
}

/// The score of one node. Scores, coverage and progress are fractions: 1 is 100%.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NodeScore {
    /// Whose it is.
    pub node: Node,
    /// What goes up to its parents; none where nothing is evaluated.
    pub score: Option<Number>,
    /// An evaluator's value acts here or below.
    pub overridden: bool,
    /// Where one does, the score without it; none where nothing else is evaluated.
    pub without_overrides: Option<Number>,
    /// Where it stands.
    pub state: State,
    /// Some part of it is missing.
    pub incomplete: bool,
    /// Some part of it may still change, or is still to be measured.
    pub provisional: bool,
    /// Evaluated share of its weight.
    pub coverage: Number,
    /// Progress against the end of the year.
    pub progress: Option<Number>,
    /// Outlook for the end of the year.
    pub outlook: Option<Outlook>,
    /// How the score came to be.
    pub derivation: Derivation,
}

/// A place of a node in a view, as scored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScoredPlacement {
    /// Under what.
    pub parent: Node,
    /// What.
    pub child: Node,
    /// The weight in force, in points as printed; none where there is none.
    pub weight: Option<Number>,
    /// It enters the parent's score.
    pub counted: bool,
}

/// The scores of a whole plan at a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scores {
    /// The date asked; none where the plan has no checkpoint at all.
    pub at: Option<Date>,
    /// The checkpoint that it means; none before the first.
    pub checkpoint: Option<Date>,
    /// The last checkpoint of its calendar year.
    pub year_end: Option<Date>,
    /// One for every node that can be scored, by kind and then in the order of the plan.
    pub nodes: Vec<NodeScore>,
    /// Every place, in the order of the parents.
    pub placements: Vec<ScoredPlacement>,
    /// What is to be said of the figures.
    pub findings: Vec<Finding>,
    numbering: graph::Numbering,
}

impl Scores {
    /// The score of `node`, if its kind is scored.
    pub fn of(&self, node: Node) -> Option<&NodeScore> {
        self.nodes.get(self.numbering.position(node)?)
    }
}

/// The kinds of nodes that have a score, in the order of [`Scores::nodes`].
pub const SCORED: [NodeKind; 13] = [
    NodeKind::Body,
    NodeKind::Area,
    NodeKind::Perspective,
    NodeKind::Programme,
    NodeKind::Purpose,
    NodeKind::Objective,
    NodeKind::Action,
    NodeKind::Indicator,
    NodeKind::Activity,
    NodeKind::Responsible,
    NodeKind::Dashboard,
    NodeKind::Section,
    NodeKind::Sheet,
];

/// Scores a plan at a date; without one, at the latest checkpoint that holds an actual, else at the
/// first (scoring.md §3).
pub fn score(plan: &Plan, readings: &Readings, at: Option<Date>) -> Scores {
    score_counting(plan, readings, at, Counted::InForce)
}

/// Like [`score`], with other variations than those in force.
pub fn score_counting(
    plan: &Plan,
    readings: &Readings,
    at: Option<Date>,
    counted: Counted,
) -> Scores {
    let mut findings = Vec::new();
    let timeline = Timeline::of(plan, readings, at, counted, &mut findings);
    let graph = graph::Graph::of(plan, &timeline, &mut findings);
    let (nodes, placements) = rollup::roll_up(plan, readings, &timeline, &graph, &mut findings);
    Scores {
        at: timeline.asked,
        checkpoint: timeline.checkpoint.map(|i| timeline.days[i]),
        year_end: timeline.year_end.map(|i| timeline.days[i]),
        nodes,
        placements,
        findings,
        numbering: graph.numbering,
    }
}
