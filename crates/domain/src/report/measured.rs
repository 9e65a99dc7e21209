//! Figures of indicators that can be drawn: an actual beside its target, a value over the years.

use std::collections::BTreeSet;

use super::changes::is_approved;
use super::stated::{actual, expected_of_year, of_role, values_of};
use crate::number::Number;
use crate::plan::{Node, NodeKind, Plan, Reference, Role, Value};
use crate::score::Scores;
use crate::target::{Actual, Figure, Readings, Target, TargetReading, ValueReading, read_number};

/// An actual and the target of the whole year, both figures of the same sort.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Against {
    /// What was measured.
    pub actual: Figure,
    /// What is expected at the end of the year, with the variations approved by then.
    pub target: Figure,
}

/// The actual of an indicator at the checkpoint against the target of the year; none where one of
/// them is no figure, or they are not of the same sort.
pub fn against(
    plan: &Plan,
    readings: &Readings,
    scores: &Scores,
    indicator: Node,
) -> Option<Against> {
    if indicator.kind != NodeKind::Indicator {
        return None;
    }
    let day = scores.checkpoint?;
    let values = values_of(plan, indicator);
    let reading = &readings.indicators.get(indicator.at())?.values;
    let of = |value: &Value| {
        let at = values.iter().position(|v| std::ptr::eq(v, value))?;
        reading.get(at)
    };
    let measured = match of(actual(values, day)?)? {
        ValueReading::Actual(read) if !read.ambiguous => match &read.actual {
            Some(Actual::Figure(figure)) => figure.clone(),
            _ => return None,
        },
        _ => return None,
    };
    let expected = expected_of_year(values, day.year());
    let own = plan.indicators[indicator.at()].variation.as_ref();
    let approved = |value: &&Value| {
        let by: Option<&Reference> = value.variation.as_ref().or(own);
        is_approved(plan, by.and_then(|r| r.node), scores.at)
    };
    let target = match of(expected.revised.filter(approved).or(expected.target)?)? {
        ValueReading::Target(TargetReading::Read(
            Target::AtLeast(figure) | Target::AtMost(figure) | Target::Exactly(figure),
        )) => figure.clone(),
        _ => return None,
    };
    (measured.percent == target.percent).then_some(Against {
        actual: measured,
        target,
    })
}

/// A figure of a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfYear {
    /// The year.
    pub year: i16,
    /// The figure.
    pub number: Number,
    /// It is in percent points.
    pub percent: bool,
}

/// The figures of one role, one for each year whose value can be read as a number.
pub fn over_years(values: &[Value], role: Role) -> Vec<OfYear> {
    let mut years = BTreeSet::new();
    let mut found: Vec<OfYear> = of_role(values, role)
        .filter_map(|value| {
            let year = value.period.year()?;
            let number = read_number(&value.text).0?;
            Some(OfYear {
                year,
                number,
                percent: value.text.contains('%'),
            })
        })
        .filter(|figure| years.insert(figure.year))
        .collect();
    found.sort_by_key(|figure| figure.year);
    found
}
