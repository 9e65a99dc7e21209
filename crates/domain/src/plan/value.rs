//! One kind of dated value: whatever is known, expected or said of a node for a period.

use jiff::civil::Date;

use super::{Day, Quantity, Reference};

/// What a value is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// *Target storico, baseline*: the value from which a plan starts.
    Baseline,
    /// *Serie storica*: the value of an earlier year.
    History,
    /// The target of an earlier year, printed beside its value.
    PastTarget,
    /// *Valore target, risultato atteso*, as the plan was approved.
    Target,
    /// *Nuova previsione*: the target after a variation.
    RevisedTarget,
    /// *Previsione*: what the office expects, which is not a target.
    Forecast,
    /// Mean of the cluster of similar bodies.
    ClusterMean,
    /// *Stato di realizzazione, consuntivo*.
    Actual,
    /// *Giudizio*: a statement about attainment, which never enters a score.
    Judgement,
    /// *Valutazione motivata*: an evaluator's value that replaces the computed one.
    Override,
    /// *Azioni e risultati*: what was done and what came of it, in prose.
    Done,
    /// *Criticità*: what hindered it, in prose.
    Criticality,
    /// *Cause degli scostamenti*: why the result differs from the target, in prose.
    Cause,
}

/// The period of a value.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Period {
    /// Not said (a baseline without its year).
    #[default]
    Unsaid,
    /// A calendar year.
    Year(i16),
    /// A checkpoint or another day.
    Day(Date),
    /// Anything else (`2024 preventivo aggiornato`), kept as text.
    Named(String),
}

impl Period {
    /// Reads `2024-06-30`, `2024` or any other name; the empty text is [`Period::Unsaid`].
    pub fn parse(text: &str) -> Period {
        let text = text.trim();
        if text.is_empty() {
            return Period::Unsaid;
        }
        if text.len() == 10
            && let Ok(date) = text.parse::<Date>()
        {
            return Period::Day(date);
        }
        if text.len() == 4
            && text.bytes().all(|b| b.is_ascii_digit())
            && let Ok(year) = text.parse::<i16>()
        {
            return Period::Year(year);
        }
        Period::Named(text.to_owned())
    }

    /// The calendar year it falls in, where that is known.
    pub fn year(&self) -> Option<i16> {
        match self {
            Period::Year(year) => Some(*year),
            Period::Day(date) => Some(date.year()),
            Period::Unsaid | Period::Named(_) => None,
        }
    }
}

impl std::fmt::Display for Period {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Period::Unsaid => Ok(()),
            Period::Year(year) => write!(f, "{year:04}"),
            Period::Day(date) => write!(f, "{date}"),
            Period::Named(name) => f.write_str(name),
        }
    }
}

/// A value of a node for a period, as typed, with what goes with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Value {
    /// What it is for.
    pub role: Role,
    /// The period it belongs to.
    pub period: Period,
    /// What the person typed; may be empty where only a state or a note is known.
    pub text: String,
    /// A person's correction of the reading, in the same forms (`almeno 10`); it counts instead of
    /// the text (scoring.md §1).
    pub reading: Option<String>,
    /// *Al 31/05/2024*: the day to which an actual refers, where it is not the checkpoint.
    pub as_of: Option<Day>,
    /// The figure may still change.
    pub provisional: bool,
    /// The actual is a *percentuale di raggiungimento*: the achievement itself, not a measure.
    pub achievement: bool,
    /// *Stato*, as typed: `in corso`, `sospeso`, `completato` …
    pub state: Option<String>,
    /// *Percentuale di completamento* declared beside the value.
    pub completion: Option<Quantity>,
    /// A remark; the reason, for an override.
    pub note: Option<String>,
    /// What proves it.
    pub evidence: Vec<String>,
    /// Where the figure comes from.
    pub source: Option<String>,
    /// The variation that approves it (a revised target).
    pub variation: Option<Reference>,
}

impl Default for Role {
    /// [`Role::Actual`], the role most often written.
    fn default() -> Self {
        Role::Actual
    }
}
