//! What people write as targets and actuals, and what it means (scoring.md §1).

mod actual;
mod amount;
mod answer;
mod benchmark;
mod between;
mod canonical;
mod comparator;
mod day;
mod deadline;
mod direction;
mod expected;
mod nature;
mod of_plan;
mod plain;
mod quantity;
mod scan;
mod setting;
mod standing;
mod state;
mod tell;
mod unit;

use jiff::civil::Date;

use crate::finding::Finding;
use crate::number::Number;

pub use actual::{read_actual, read_known, read_override};
pub use canonical::{
    MONTHS, actual_reading_words, actual_words, day_words, figure_words, mark_words, number_words,
    state_words, target_reading_words, target_words,
};
pub use day::read_day;
pub use expected::read_target;
pub use of_plan::field_of;
pub use quantity::read_number;
pub use setting::{Remark, Setting};
pub use state::read_state;

use scan::Comparison;

/// Whether a higher or a lower value is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Direction {
    Higher,
    Lower,
}

/// Whether an indicator grows through the year or is a level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Nature {
    /// Counts, amounts, completion: half of the year's target at 30/6 is on course.
    Cumulative,
    /// Rates, means, delays: half of the target at 30/6 is a miss.
    Level,
}

/// What a target means (the table of scoring.md §1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names are the design's")]
pub enum TargetKind {
    AtLeast,
    AtMost,
    Exactly,
    Between,
    Change,
    YesNo,
    ByDate,
    Milestone,
    Benchmark,
    Completion,
    AllOf,
    Observed,
    Postponed,
    Undefined,
}

/// How sure a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Bound {
    /// As written.
    #[default]
    Exact,
    /// `~`, `circa`.
    About,
    /// `> 907`: a lower bound.
    Above,
    /// `< 5`: an upper bound.
    Below,
}

/// A figure with its unit. A percent figure holds percent points: `70%` is 70.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The number.
    pub number: Number,
    /// Percent points.
    pub percent: bool,
    /// The unit or remark that follows it, as typed.
    pub unit: Option<String>,
    /// How sure it is.
    pub bound: Bound,
    /// It carries a sign, `+` or `-`.
    pub signed: bool,
}

/// A target with its meaning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// Actual ≥ value.
    AtLeast(Figure),
    /// Actual ≤ value.
    AtMost(Figure),
    /// Actual = value.
    Exactly(Figure),
    /// low ≤ actual ≤ high.
    Between(Figure, Figure),
    /// Relative change on the baseline, as a fraction (−15% is −3/20); `band`: `+/- x%`.
    Change {
        /// Expected change.
        by: Number,
        /// The change must stay within ± `by`.
        band: bool,
    },
    /// The stated answer.
    YesNo(bool),
    /// Done no later than that day.
    ByDate(Date),
    /// A described result, judged by a person.
    Milestone,
    /// At least (or at most) the latest value of the named series known at the checkpoint.
    Benchmark {
        /// Above, or below, the series.
        above: bool,
    },
    /// Weighted mean of the parts, or at least this declared completion (percent points).
    Completion(Number),
    /// Every part has target and actual.
    AllOf,
    /// No threshold: left out, value shown.
    Observed,
    /// Left out, dated, needs an approved act.
    Postponed,
    /// Not evaluable.
    Undefined,
}

/// Marks that mean "no value", each its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mark {
    /// Nothing typed.
    Blank,
    /// `-`, `–`, `-------`.
    Dash,
    /// `//`.
    Slashes,
    /// `ND`, `n.d.`.
    NotAvailable,
}

/// What a target cell turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TargetReading {
    /// No target there.
    None(Mark),
    /// It means this.
    Read(Target),
    /// It reads in more than one way: not scored until a reading is written.
    Ambiguous,
}

/// State of an activity or milestone, as an actual.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names are the design's")]
pub enum Progress {
    NotStarted,
    InProgress,
    Suspended,
    Waiting,
    Postponed,
    Completed,
}

/// An actual with its meaning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actual {
    /// A measured figure.
    Figure(Figure),
    /// An answer.
    YesNo(bool),
    /// The day on which it was done.
    Done(Date),
    /// A percentage of achievement marked as such by a person, as a fraction.
    Achievement(Number),
    /// Text that says a described result was reached, or not, is a person's to judge.
    Text,
}

/// What an actual cell turned out to be.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct ActualReading {
    /// The value, if there is one.
    pub actual: Option<Actual>,
    /// The mark that says there is none.
    pub mark: Option<Mark>,
    /// The state, if the text or its field says one.
    pub state: Option<Progress>,
    /// Declared completion, as a fraction.
    pub completion: Option<Number>,
    /// The day to which it refers, where it is said.
    pub as_of: Option<Date>,
    /// It may still change: marked so, or approximate.
    pub provisional: bool,
    /// More than one reading: not scored until one is written.
    pub ambiguous: bool,
}

/// From where a derived property comes; anything but [`Origin::Written`] is a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names are the design's, in its order")]
pub enum Origin {
    Written,
    Comparator,
    ChangeSign,
    HealthThreshold,
    Unit,
    Name,
    Kind,
    Default,
}

/// A property with its origin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Derived<T> {
    /// The property.
    pub is: T,
    /// From where it comes.
    pub from: Origin,
}

/// The reading of one value of an indicator, in the order of its `values`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ValueReading {
    /// A target or revised target.
    Target(TargetReading),
    /// An actual.
    Actual(ActualReading),
    /// A baseline, history, forecast or cluster mean: a figure, an answer or a day; none is text.
    Known(Option<Actual>),
    /// Not to be read (a judgement).
    Text,
}

/// Everything read of one indicator (or activity).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndicatorReading {
    /// Which way is better.
    pub direction: Derived<Direction>,
    /// Cumulative or level.
    pub nature: Derived<Nature>,
    /// One reading for each of its values, in order.
    pub values: Vec<ValueReading>,
}

/// The readings of a whole plan, with all that is to be said of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Readings {
    /// One for each indicator, in order.
    pub indicators: Vec<IndicatorReading>,
    /// One for each activity, in order.
    pub activities: Vec<IndicatorReading>,
    /// What could not be read, reads two ways, or was derived.
    pub findings: Vec<Finding>,
}
