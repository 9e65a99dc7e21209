//! How far an actual is from its target, where both are figures.

use crate::number::Number;
use crate::plan::NodeKind;
use crate::score::{Derivation, Leaf, NodeScore, Rule};
use crate::target::{Actual, Readings, Target, TargetReading, ValueReading};

/// In what a deviation is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// In the unit of the indicator.
    Plain,
    /// In percent points.
    Points,
    /// In days.
    Days,
}

/// An actual against its target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deviation {
    /// Actual minus target; from the nearer end where the target is an interval, and 0 inside it.
    pub difference: Number,
    /// The difference as a share of the target; none for points, days and targets of 0.
    pub relative: Option<Number>,
    /// In what it is told.
    pub measure: Measure,
}

/// The deviation of an indicator or activity; none where target and actual are not both figures.
pub fn deviation(readings: &Readings, score: &NodeScore) -> Option<Deviation> {
    let Derivation::Leaf(leaf) = &score.derivation else {
        return None;
    };
    let (actual, target) = (leaf.inputs.actual.as_ref()?, leaf.inputs.target.as_ref());
    let told = |difference: Number, measure: Measure, of: Option<&Number>| {
        let relative = of
            .filter(|_| measure == Measure::Plain)
            .and_then(|of| difference.checked_div(&of.abs()));
        Some(Deviation {
            difference,
            relative,
            measure,
        })
    };
    let measure = if in_percent(readings, score, leaf) {
        Measure::Points
    } else {
        Measure::Plain
    };
    match leaf.rule? {
        Rule::AtLeast | Rule::AtMost(_) | Rule::Exactly | Rule::FromBaseline => {
            told(actual - target?, measure, target)
        }
        Rule::Between { .. } => {
            let (low, high) = (target?, leaf.inputs.upper.as_ref()?);
            let (difference, end) = match actual {
                actual if actual < low => (actual - low, low),
                actual if actual > high => (actual - high, high),
                _ => (Number::ZERO, low),
            };
            told(difference, measure, Some(end))
        }
        Rule::Change { .. } | Rule::ChangeBand { .. } => {
            told((actual - target?) * Number::HUNDRED, Measure::Points, None)
        }
        Rule::Completion => {
            let expected = target.cloned().unwrap_or(Number::ONE);
            told(
                (actual - &expected) * Number::HUNDRED,
                Measure::Points,
                None,
            )
        }
        Rule::Delay => told(actual.clone(), Measure::Days, None),
        Rule::Answer | Rule::Declared | Rule::PartsMean | Rule::PartsLeast => None,
    }
}

/// Whether target and actual are percent points.
fn in_percent(readings: &Readings, score: &NodeScore, leaf: &Leaf) -> bool {
    let reading = match score.node.kind {
        NodeKind::Indicator => readings.indicators.get(score.node.at()),
        NodeKind::Activity => readings.activities.get(score.node.at()),
        _ => None,
    };
    let value = |index: Option<usize>| reading?.values.get(index?);
    if let Some(ValueReading::Target(TargetReading::Read(target))) =
        value(leaf.target.and_then(|(index, _)| index))
    {
        match target {
            Target::AtLeast(f) | Target::AtMost(f) | Target::Exactly(f) => return f.percent,
            Target::Between(low, _) => return low.percent,
            _ => {}
        }
    }
    // The target is that of a series: the actual tells.
    matches!(
        value(leaf.actual),
        Some(ValueReading::Actual(read))
            if matches!(&read.actual, Some(Actual::Figure(f)) if f.percent)
    )
}
