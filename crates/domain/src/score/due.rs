//! What is due at a checkpoint, and what was entered for it (scoring.md §3).

use jiff::civil::Date;

use crate::finding::Finding;
use crate::method::Interim;
use crate::plan::{NodeKind, Period, Role, Value};
use crate::target::{ActualReading, Mark, Nature, Target, TargetReading, ValueReading, field_of};

use super::derivation::TargetFrom;
use super::leaf::{Context, Subject};
use super::timeline::{Timeline, holds_actual};
use super::{Reason, State};

/// A target cell: the position of the value, from where it comes, what it means.
#[derive(Clone, Copy)]
pub(super) struct Cell<'a> {
    pub value: usize,
    pub from: TargetFrom,
    pub reading: &'a TargetReading,
}

/// An actual cell.
#[derive(Clone, Copy)]
pub(super) struct Measured<'a> {
    pub value: usize,
    pub reading: &'a ActualReading,
}

/// The values of a subject laid out by checkpoint, in force on the date asked.
pub(super) struct Row<'a> {
    pub targets: Vec<Option<Cell<'a>>>,
    pub actuals: Vec<Option<Measured<'a>>>,
}

impl<'a> Row<'a> {
    pub(super) fn of(
        subject: &Subject<'a>,
        timeline: &Timeline,
        findings: &mut Vec<Finding>,
    ) -> Row<'a> {
        let count = timeline.days.len();
        let mut row = Row {
            targets: vec![None; count],
            actuals: vec![None; count],
        };
        for (i, (value, reading)) in subject
            .values
            .iter()
            .zip(&subject.reading.values)
            .enumerate()
        {
            let place = timeline.position(&value.period);
            match (reading, place) {
                (ValueReading::Target(reading), Some(place)) => {
                    let revised = value.role == Role::RevisedTarget;
                    if revised && !timeline.is_in_force(value, subject.variation) {
                        continue;
                    }
                    let from = if revised {
                        TargetFrom::Revised
                    } else {
                        TargetFrom::Stated
                    };
                    let stands = row.targets[place].is_some_and(|c| c.from == TargetFrom::Revised);
                    let says_nothing = matches!(reading, TargetReading::None(Mark::Blank));
                    let wins = if revised { !says_nothing } else { !stands };
                    if wins {
                        row.targets[place] = Some(Cell {
                            value: i,
                            from,
                            reading,
                        });
                    }
                }
                (ValueReading::Actual(reading), Some(place)) if value.role == Role::Actual => {
                    row.actuals[place] = Some(Measured { value: i, reading });
                }
                (ValueReading::Target(_), None) => unplaced(subject, value, timeline, findings),
                (ValueReading::Actual(reading), None)
                    if value.role == Role::Actual && holds_actual(reading) =>
                {
                    unplaced(subject, value, timeline, findings);
                }
                _ => {}
            }
        }
        row
    }

    /// A target that means something, at that checkpoint.
    pub(super) fn stated(&self, place: usize) -> Option<Cell<'a>> {
        self.targets[place].filter(|c| !matches!(c.reading, TargetReading::None(_)))
    }

    /// The year's last stated target at or before `place`, not before `start`.
    pub(super) fn last_stated(&self, start: usize, place: usize) -> Option<(usize, Cell<'a>)> {
        (start..=place)
            .rev()
            .find_map(|i| Some((i, self.stated(i)?)))
    }

    pub(super) fn actual(&self, place: usize) -> Option<Measured<'a>> {
        self.actuals[place].filter(|m| holds_actual(m.reading))
    }
}

/// Years after its last checkpoint for which a plan may well state targets.
const HORIZON: i32 = 3;

fn unplaced(
    subject: &Subject<'_>,
    value: &Value,
    timeline: &Timeline,
    findings: &mut Vec<Finding>,
) {
    let last = timeline.days.last().map_or(i16::MAX, |day| day.year());
    let of_later_years = value.role != Role::Actual
        && value
            .period
            .year()
            .is_some_and(|year| year > last && i32::from(year) <= i32::from(last) + HORIZON);
    if value.text.trim().is_empty() || of_later_years {
        return;
    }
    let rule = match value.period {
        Period::Unsaid => "score-undated-value",
        _ => "score-not-a-checkpoint",
    };
    let finding = Finding::warning(rule)
        .at(subject.node)
        .field(field_of(value));
    findings.push(match value.period {
        Period::Unsaid => finding,
        ref period => finding.arg("period", period.to_string()),
    });
}

/// What is due of a subject at the checkpoint.
pub(super) enum Due<'a> {
    /// This target, with the checkpoint at which it was stated.
    Target(usize, Cell<'a>),
    /// An annual target in proportion to the elapsed months.
    ProRata(Cell<'a>, u8),
    /// The completion of an activity that has no target of its own: at the end of the year, where
    /// its project is due, and wherever it was stated.
    Completion,
    /// Nothing, for this cause.
    Nothing(State, Option<Reason>),
}

pub(super) fn due<'a>(subject: &Subject<'a>, row: &Row<'a>, context: &Context<'_>) -> Due<'a> {
    let timeline = context.timeline;
    let (Some(now), Some(start), Some(end)) =
        (timeline.checkpoint, timeline.year_start, timeline.year_end)
    else {
        return Due::Nothing(State::NotDue, None);
    };
    if let Some(cell) = row.stated(now) {
        return Due::Target(now, cell);
    }
    if subject.node.kind == NodeKind::Activity
        && row
            .targets
            .iter()
            .all(|cell| cell.is_none_or(|c| is_blank(&c)))
    {
        return if subject.expected || now == end || row.actual(now).is_some() {
            Due::Completion
        } else {
            Due::Nothing(State::NotDue, None)
        };
    }
    let annual = row.last_stated(start, end);
    if annual.is_none() {
        return Due::Nothing(State::NotEvaluable, Some(Reason::NoTarget));
    }
    if row.targets[now].is_some_and(|c| !is_blank(&c)) {
        return Due::Nothing(State::NotDue, None);
    }
    if now == end {
        return match annual {
            Some((place, cell)) => Due::Target(
                place,
                Cell {
                    from: TargetFrom::LastStated,
                    ..cell
                },
            ),
            None => Due::Nothing(State::NotEvaluable, Some(Reason::NoTarget)),
        };
    }
    if context.method.interim == Some(Interim::ProRata)
        && subject.reading.nature.is == Nature::Cumulative
        && let Some(cell) = row.stated(end)
        && matches!(cell.reading, TargetReading::Read(Target::AtLeast(_)))
    {
        return Due::ProRata(cell, elapsed_months(timeline.days[now]));
    }
    Due::Nothing(State::NotDue, None)
}

fn is_blank(cell: &Cell<'_>) -> bool {
    matches!(cell.reading, TargetReading::None(Mark::Blank))
}

/// Whole months of the year elapsed at the end of a checkpoint's day.
pub(super) fn elapsed_months(day: Date) -> u8 {
    let month = day.month();
    let whole = if day.day() == day.days_in_month() {
        month
    } else {
        month - 1
    };
    u8::try_from(whole).unwrap_or(0)
}
