//! Progress and outlook (scoring.md §3).

use std::borrow::Cow;

use crate::number::Number;
use crate::target::{Actual, Nature, Progress, Target, TargetReading};

use super::due::{Row, elapsed_months};
use super::leaf::{Context, Evaluated, Subject, against_year_end, is_done};
use super::parts::Parts;
use super::{Outlook, State, TargetFrom};

/// Progress and outlook of an indicator or activity, whose achievement at the checkpoint is known.
pub(super) fn of_leaf(
    subject: &Subject<'_>,
    row: &Row<'_>,
    context: &Context<'_>,
    evaluated: &Evaluated,
    parts: Option<&Parts>,
) -> (Option<Number>, Option<Outlook>) {
    let timeline = context.timeline;
    let (Some(now), Some(start), Some(end)) =
        (timeline.checkpoint, timeline.year_start, timeline.year_end)
    else {
        return (None, None);
    };
    let achieved = evaluated.leaf.achievement.as_ref();
    if now == end {
        return at_the_end(evaluated, achieved);
    }
    let unwritten = evaluated
        .leaf
        .target
        .is_some_and(|(_, from)| from == TargetFrom::Completion);
    if unwritten {
        return of_activity(subject, row, context, evaluated, now);
    }
    match evaluated.state {
        State::Measured | State::ToMeasure | State::Missing | State::NotDue => {}
        _ => return (None, None),
    }
    let Some((_, cell)) = row.last_stated(start, end) else {
        return (None, None);
    };
    let TargetReading::Read(target) = cell.reading else {
        return (None, None);
    };
    if matches!(
        target,
        Target::Observed | Target::Postponed | Target::Undefined
    ) {
        return (None, None);
    }
    let annual = against_year_end(subject, row, context, parts);
    let progress = annual.clone().map(|a| a.min(Number::ONE));
    let reached = annual.as_ref().is_some_and(|a| *a >= Number::ONE);
    let stated_here = row.stated(now).is_some() && evaluated.state == State::Measured;
    let interim = stated_here.then(|| achieved.is_some_and(|a| *a >= Number::ONE));
    let outlook = match target {
        Target::YesNo(_) | Target::ByDate(_) | Target::Milestone => {
            of_answer(target, row, context, now, reached, interim)
        }
        _ => {
            let level = subject.reading.nature.is == Nature::Level;
            match (&annual, interim) {
                (Some(_), _) if reached && !level => Outlook::Reached,
                (_, Some(met)) => on_course(met),
                (Some(annual), None) if !level => {
                    let months = elapsed_months(timeline.days[now]);
                    on_course(*annual >= context.method.elapsed_share(months))
                }
                (Some(_), None) => on_course(reached),
                (None, None) => Outlook::ToMeasure,
            }
        }
    };
    (progress, Some(outlook))
}

/// At the last checkpoint progress is achievement, and the target is met or not.
fn at_the_end(
    evaluated: &Evaluated,
    achieved: Option<&Number>,
) -> (Option<Number>, Option<Outlook>) {
    match evaluated.state {
        State::Measured | State::Missing => {
            let reached = achieved.is_some_and(|a| *a >= Number::ONE);
            let outlook = if reached {
                Outlook::Reached
            } else {
                Outlook::NotReached
            };
            (achieved.cloned().map(|a| a.min(Number::ONE)), Some(outlook))
        }
        State::ToMeasure => (None, Some(Outlook::ToMeasure)),
        _ => (None, None),
    }
}

/// An activity whose completion is expected by the end of the year: late if it stands still or its
/// last day is past; else by the elapsed share; with a state alone, by the state.
fn of_activity(
    subject: &Subject<'_>,
    row: &Row<'_>,
    context: &Context<'_>,
    evaluated: &Evaluated,
    now: usize,
) -> (Option<Number>, Option<Outlook>) {
    let today = context.timeline.days[now];
    let progress = evaluated
        .leaf
        .achievement
        .clone()
        .filter(|_| evaluated.state == State::Measured)
        .map(|a| a.min(Number::ONE));
    let state = row.actual(now).and_then(|m| m.reading.state);
    let stands_still = matches!(
        state,
        Some(Progress::NotStarted | Progress::Suspended | Progress::Postponed)
    );
    let outlook = match &progress {
        Some(done) if *done >= Number::ONE => Outlook::Reached,
        _ if stands_still || subject.ends.is_some_and(|end| end < today) => Outlook::Late,
        Some(done) => {
            let share = context.method.elapsed_share(elapsed_months(today));
            on_course(*done >= share)
        }
        None => match state {
            Some(Progress::InProgress | Progress::Waiting) => Outlook::OnCourse,
            _ => Outlook::ToMeasure,
        },
    };
    (progress, Some(outlook))
}

fn on_course(yes: bool) -> Outlook {
    if yes {
        Outlook::OnCourse
    } else {
        Outlook::Late
    }
}

/// Yes / no, date, milestone: done, or where the work stands.
fn of_answer(
    target: &Target,
    row: &Row<'_>,
    context: &Context<'_>,
    now: usize,
    reached: bool,
    interim: Option<bool>,
) -> Outlook {
    if reached {
        return Outlook::Reached;
    }
    if let Some(met) = interim {
        return if met {
            Outlook::OnCourse
        } else {
            Outlook::Late
        };
    }
    let past = matches!(target, Target::ByDate(deadline) if *deadline < context.timeline.days[now]);
    let Some(measured) = row.actual(now) else {
        return if past {
            Outlook::Late
        } else {
            Outlook::ToMeasure
        };
    };
    if past {
        // Done, but nobody says when: it may have been in time.
        let undated = is_done(target, measured.reading)
            && !matches!(measured.reading.actual, Some(Actual::Done(_)));
        return if undated {
            Outlook::ToMeasure
        } else {
            Outlook::Late
        };
    }
    match measured.reading.state {
        Some(Progress::NotStarted | Progress::Suspended | Progress::Postponed) => Outlook::Late,
        Some(Progress::InProgress | Progress::Waiting) => Outlook::OnCourse,
        Some(Progress::Completed) => Outlook::ToMeasure,
        None if measured.reading.actual.is_some() || measured.reading.completion.is_some() => {
            match &measured.reading.actual {
                Some(Actual::Text) => Outlook::ToMeasure,
                _ => Outlook::OnCourse,
            }
        }
        None => Outlook::ToMeasure,
    }
}

/// What the outlook of a node needs to know of a child.
pub(super) struct Child<'a> {
    pub weight: Cow<'a, Number>,
    pub outlook: Option<Outlook>,
}

/// The outlook of a node: reached if all are; late if those late weigh at least their share of
/// those with an outlook; else on course. At the last checkpoint, reached or not.
pub(super) fn of_node(children: &[Child<'_>], late_share: &Number, last: bool) -> Option<Outlook> {
    let (mut known, mut late) = (Number::ZERO, Number::ZERO);
    let (mut any, mut all_reached, mut waiting) = (false, true, false);
    for child in children {
        let Some(outlook) = child.outlook else {
            continue;
        };
        any = true;
        all_reached &= outlook == Outlook::Reached;
        match outlook {
            Outlook::ToMeasure => {
                waiting = true;
                continue;
            }
            Outlook::Late | Outlook::NotReached => late += &*child.weight,
            Outlook::Reached | Outlook::OnCourse => {}
        }
        known += &*child.weight;
    }
    if !any {
        return None;
    }
    if all_reached {
        return Some(Outlook::Reached);
    }
    if known.is_zero() {
        return Some(Outlook::ToMeasure);
    }
    if last {
        return Some(if waiting && late.is_zero() {
            Outlook::ToMeasure
        } else {
            Outlook::NotReached
        });
    }
    Some(if late >= &known * late_share {
        Outlook::Late
    } else {
        Outlook::OnCourse
    })
}
