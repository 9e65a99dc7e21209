//! What was promised as proof of each actual, and what was delivered.

use crate::plan::{Node, NodeKind, Period, Plan, Role, Value};
use crate::score::{Scores, State};

/// Where the proof of an indicator stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proof {
    /// Something was delivered.
    Delivered,
    /// There is an actual or one was promised and is due, and nothing proves it.
    Missing,
    /// Nothing is due: the indicator is left out, or nothing was measured yet.
    NotDue,
}

/// The proof of one indicator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvidenceRow<'p> {
    /// The indicator.
    pub indicator: Node,
    /// What was promised when the plan was written.
    pub promised: Option<&'p str>,
    /// What was delivered in the year, with the period of the actual that it proves.
    pub delivered: Vec<(&'p Period, &'p str)>,
    /// Where it stands.
    pub proof: Proof,
}

/// The proof of an indicator up to the checkpoint of the scores.
pub fn evidence<'p>(plan: &'p Plan, scores: &Scores, indicator: Node) -> Option<EvidenceRow<'p>> {
    let of = (indicator.kind == NodeKind::Indicator)
        .then(|| plan.indicators.get(indicator.at()))
        .flatten()?;
    let known = |value: &&Value| {
        value.role == Role::Actual
            && match (&value.period, scores.checkpoint) {
                (Period::Day(day), Some(last)) => *day <= last && day.year() == last.year(),
                (Period::Year(year), Some(last)) => *year == last.year(),
                (Period::Unsaid | Period::Named(_), _) => true,
                (_, None) => true,
            }
    };
    let delivered: Vec<(&Period, &str)> = of
        .values
        .iter()
        .filter(known)
        .flat_map(|v| v.evidence.iter().map(|text| (&v.period, text.as_str())))
        .filter(|(_, text)| !text.trim().is_empty())
        .collect();
    let promised = of
        .expected_evidence
        .as_deref()
        .filter(|t| !t.trim().is_empty());
    let state = scores.of(indicator).map(|s| s.state);
    let proof = if !delivered.is_empty() {
        Proof::Delivered
    } else if matches!(state, Some(State::Measured | State::Missing)) {
        Proof::Missing
    } else {
        Proof::NotDue
    };
    Some(EvidenceRow {
        indicator,
        promised,
        delivered,
        proof,
    })
}
