//! A target put to an actual: which formula, on which figures, or why there is none
//! (scoring.md §1 *Actuals* and §2).

use jiff::civil::Date;

use crate::number::Number;
use crate::plan::{Period, Role};
use crate::target::{
    Actual, ActualReading, Bound, Direction, Figure, Origin, Progress, Target, ValueReading,
};

use super::Reason;
use super::derivation::Leaf;
use super::due::Measured;
use super::leaf::{Context, Subject};
use super::rule::{Inputs, Rule};

/// A target put to an actual.
pub(super) struct Question<'q, 'a> {
    pub subject: &'q Subject<'a>,
    pub target: &'q Target,
    /// Share of an annual target that is due.
    pub months: Option<Number>,
    /// The checkpoint.
    pub day: Date,
}

impl Question<'_, '_> {
    /// The formula and what it works on, or why there is none.
    pub(super) fn answer(
        &self,
        measured: Measured<'_>,
        context: &Context<'_>,
        leaf: &mut Leaf,
    ) -> Result<(Rule, Inputs), Reason> {
        let reading = measured.reading;
        if reading.ambiguous {
            return Err(Reason::AmbiguousActual);
        }
        let only = |actual: Number| Inputs {
            actual: Some(actual),
            ..Inputs::default()
        };
        if let Some(Actual::Achievement(a)) = &reading.actual {
            return Ok((Rule::Declared, only(a.clone())));
        }
        match self.target {
            Target::YesNo(expected) => {
                let partial = context.method.yes_no_partial.unwrap_or(false);
                match (&reading.actual, reading.state) {
                    (Some(Actual::YesNo(answer)), _) if answer == expected => {
                        Ok((Rule::Answer, only(Number::ONE)))
                    }
                    (Some(Actual::Done(_)), _) if *expected => {
                        Ok((Rule::Answer, only(Number::ONE)))
                    }
                    // `100%` says yes, as it does for a date; less is a declared completion.
                    (Some(Actual::Figure(f)), _) if !(f.percent && *expected) => {
                        Err(Reason::NotComparable)
                    }
                    (Some(Actual::Figure(f)), _) if f.number >= Number::HUNDRED => {
                        Ok((Rule::Answer, only(Number::ONE)))
                    }
                    (Some(Actual::Text), _) | (None, Some(Progress::Completed)) => {
                        Err(Reason::ToJudge)
                    }
                    _ => Ok((Rule::Answer, only(declared(reading, partial && *expected)))),
                }
            }
            Target::Milestone => {
                let partial = context.method.milestone_partial.unwrap_or(true);
                match (&reading.actual, reading.state) {
                    (Some(Actual::YesNo(true) | Actual::Done(_)), _) => {
                        Ok((Rule::Answer, only(Number::ONE)))
                    }
                    (Some(Actual::Figure(f)), _) if !f.percent => Err(Reason::ToJudge),
                    (Some(Actual::Text), _) | (None, Some(Progress::Completed))
                        if completion_of(reading).is_none() =>
                    {
                        Err(Reason::ToJudge)
                    }
                    _ if completion_of(reading).is_some_and(|c| c >= Number::ONE) => {
                        Ok((Rule::Answer, only(Number::ONE)))
                    }
                    _ => Ok((Rule::Answer, only(declared(reading, partial)))),
                }
            }
            Target::ByDate(deadline) => self.delay(*deadline, measured, context),
            Target::Completion(expected) => match &reading.actual {
                Some(Actual::YesNo(yes)) => Ok((Rule::Completion, completion(expected, all(*yes)))),
                Some(Actual::Done(_)) => Ok((Rule::Completion, completion(expected, all(true)))),
                Some(Actual::Figure(f)) if !f.percent => Err(Reason::NotComparable),
                Some(Actual::Text) => Err(Reason::ToJudge),
                _ => match (completion_of(reading), reading.state) {
                    (Some(done), _) => Ok((Rule::Completion, completion(expected, done))),
                    (None, Some(Progress::NotStarted)) => {
                        Ok((Rule::Completion, completion(expected, Number::ZERO)))
                    }
                    (None, Some(Progress::Completed)) => Err(Reason::ToJudge),
                    (None, _) => Err(Reason::StateOnly),
                },
            },
            Target::Benchmark { above } => {
                let (value, series) = self.series().ok_or(Reason::NoSeries)?;
                leaf.series = Some(value);
                let target = if *above {
                    Target::AtLeast(series)
                } else {
                    Target::AtMost(series)
                };
                self.figures(&target, measured, context, leaf)
            }
            target => self.figures(target, measured, context, leaf),
        }
    }

    fn figures(
        &self,
        target: &Target,
        measured: Measured<'_>,
        context: &Context<'_>,
        leaf: &mut Leaf,
    ) -> Result<(Rule, Inputs), Reason> {
        let actual = match &measured.reading.actual {
            Some(Actual::Figure(figure)) => figure,
            Some(Actual::YesNo(_) | Actual::Done(_)) => return Err(Reason::NotComparable),
            Some(Actual::Text) => return Err(Reason::ToJudge),
            Some(Actual::Achievement(_)) | None => {
                return Err(if measured.reading.state.is_some() {
                    Reason::StateOnly
                } else {
                    Reason::NoActual
                });
            }
        };
        if let Target::Change { by, band } = target {
            return self.change(by, *band, actual, leaf);
        }
        let (low, high) = match target {
            Target::AtLeast(t) | Target::AtMost(t) | Target::Exactly(t) => (t, None),
            Target::Between(low, high) => (low, Some(high)),
            _ => return Err(Reason::NotComparable),
        };
        if low.percent != actual.percent || high.is_some_and(|h| h.percent != actual.percent) {
            return Err(Reason::NotComparable);
        }
        match (target, actual.bound) {
            (Target::AtMost(_), Bound::Above)
            | (Target::AtLeast(_), Bound::Below)
            | (Target::Exactly(_) | Target::Between(..), Bound::Above | Bound::Below) => {
                return Err(Reason::BoundProvesNothing);
            }
            _ => {}
        }
        let due = match &self.months {
            Some(share) => &low.number * share,
            None => low.number.clone(),
        };
        let inputs = Inputs {
            target: Some(due),
            upper: high.map(|h| h.number.clone()),
            actual: Some(actual.number.clone()),
            baseline: None,
        };
        if self.subject.from_baseline && high.is_none() {
            return self.scaled_from_baseline(inputs, low.percent, leaf);
        }
        let written = (self.subject.reading.direction.from == Origin::Written)
            .then_some(self.subject.reading.direction.is);
        let rule = match target {
            Target::AtLeast(_) => Rule::AtLeast,
            Target::AtMost(_) => Rule::AtMost(context.method.decay.unwrap_or_default()),
            Target::Exactly(_) => Rule::Exactly,
            _ => Rule::Between {
                better_above: written == Some(Direction::Higher),
                better_below: written == Some(Direction::Lower),
            },
        };
        Ok((rule, inputs))
    }

    fn scaled_from_baseline(
        &self,
        inputs: Inputs,
        percent: bool,
        leaf: &mut Leaf,
    ) -> Result<(Rule, Inputs), Reason> {
        let (value, baseline) = self.baseline().ok_or(Reason::NoBaseline)?;
        if baseline.percent != percent {
            return Err(Reason::NotComparable);
        }
        leaf.baseline = Some(value);
        Ok((
            Rule::FromBaseline,
            Inputs {
                baseline: Some(baseline.number),
                ..inputs
            },
        ))
    }

    /// ΔA against ΔT: the actual is typed as a change, or as a level from which the change follows.
    fn change(
        &self,
        by: &Number,
        band: bool,
        actual: &Figure,
        leaf: &mut Leaf,
    ) -> Result<(Rule, Inputs), Reason> {
        let baseline = self.baseline();
        let level_in_percent = baseline.as_ref().is_some_and(|(_, b)| b.percent);
        let typed_as_change = actual.percent && (actual.signed || !level_in_percent);
        let mut inputs = Inputs {
            target: Some(by.clone()),
            ..Inputs::default()
        };
        let change = if typed_as_change {
            actual.number.checked_div(&Number::HUNDRED)
        } else {
            let (value, base) = baseline.ok_or(Reason::NoBaseline)?;
            if base.percent != actual.percent {
                return Err(Reason::NotComparable);
            }
            if !base.number.is_positive() {
                return Err(Reason::NoBaseline);
            }
            leaf.baseline = Some(value);
            inputs.baseline = Some(base.number.clone());
            actual
                .number
                .checked_div(&base.number)
                .map(|ratio| ratio - Number::ONE)
        };
        inputs.actual = Some(change.ok_or(Reason::NoBaseline)?);
        let lower = self.subject.reading.direction.is == Direction::Lower;
        Ok((
            if band {
                Rule::ChangeBand { lower }
            } else {
                Rule::Change { lower }
            },
            inputs,
        ))
    }

    fn delay(
        &self,
        deadline: Date,
        measured: Measured<'_>,
        context: &Context<'_>,
    ) -> Result<(Rule, Inputs), Reason> {
        let reading = measured.reading;
        let value = &self.subject.values[measured.value];
        let proves = || {
            let of_value = match value.period {
                Period::Day(day) => Some(day),
                _ => None,
            };
            reading.as_of.or(of_value).unwrap_or(self.day)
        };
        let done = match (&reading.actual, reading.state) {
            (Some(Actual::Done(day)), _) => *day,
            (Some(Actual::YesNo(true)), _) | (None, Some(Progress::Completed)) => {
                let day = proves();
                if day > deadline {
                    return Err(Reason::NoDate);
                }
                day
            }
            (Some(Actual::Figure(f)), _) if f.percent && f.number >= Number::HUNDRED => {
                let day = proves();
                if day > deadline {
                    return Err(Reason::NoDate);
                }
                day
            }
            (Some(Actual::Figure(f)), _) if !f.percent => return Err(Reason::NotComparable),
            (Some(Actual::Text), _) => return Err(Reason::ToJudge),
            _ => {
                let inputs = Inputs {
                    actual: Some(Number::ZERO),
                    ..Inputs::default()
                };
                return Ok((Rule::Answer, inputs));
            }
        };
        let late = done
            .since(deadline)
            .map_or(0, |span| i64::from(span.get_days()));
        Ok((
            Rule::Delay,
            Inputs {
                target: Some(context.grace.clone()),
                actual: Some(Number::from_i64(late)),
                ..Inputs::default()
            },
        ))
    }

    /// The latest value of the series known at the checkpoint: that of a year is known when the
    /// year is over, unless its own reading date says otherwise.
    fn series(&self) -> Option<(usize, Figure)> {
        let day_of = |period: &Period| match period {
            Period::Day(day) => Some(*day),
            Period::Year(year) => Date::new(*year, 12, 31).ok(),
            Period::Unsaid | Period::Named(_) => Some(Date::MIN),
        };
        self.known_figures(Role::ClusterMean)
            .filter_map(|(i, figure)| {
                let value = &self.subject.values[i];
                let of = day_of(&value.period)?;
                let read = value.as_of.as_ref().and_then(|day| day.date);
                (read.unwrap_or(of) <= self.day).then_some((of, i, figure))
            })
            .max_by_key(|(of, i, _)| (*of, *i))
            .map(|(_, i, figure)| (i, figure.clone()))
    }

    /// The baseline that is a figure, the latest one where there are several.
    fn baseline(&self) -> Option<(usize, Figure)> {
        self.known_figures(Role::Baseline)
            .last()
            .map(|(i, figure)| (i, figure.clone()))
    }

    fn known_figures(&self, role: Role) -> impl Iterator<Item = (usize, &Figure)> {
        let readings = &self.subject.reading.values;
        self.subject
            .values
            .iter()
            .zip(readings)
            .enumerate()
            .filter_map(move |(i, (value, read))| match read {
                ValueReading::Known(Some(Actual::Figure(figure))) if value.role == role => {
                    Some((i, figure))
                }
                _ => None,
            })
    }
}

fn all(yes: bool) -> Number {
    if yes { Number::ONE } else { Number::ZERO }
}

fn completion(expected: &Number, done: Number) -> Inputs {
    Inputs {
        target: expected.checked_div(&Number::HUNDRED),
        actual: Some(done),
        ..Inputs::default()
    }
}

/// The completion that an actual declares, as a fraction.
fn completion_of(reading: &ActualReading) -> Option<Number> {
    match &reading.actual {
        Some(Actual::Figure(f)) if f.percent => f.number.checked_div(&Number::HUNDRED),
        _ => reading.completion.clone(),
    }
}

/// The declared completion where it counts, else 0.
fn declared(reading: &ActualReading, counts: bool) -> Number {
    completion_of(reading)
        .filter(|_| counts)
        .unwrap_or(Number::ZERO)
}
