//! Progress and outlook (scoring.md §3).

use crate::number::Number;
use crate::target::{Nature, Progress, Target, TargetReading};

use super::due::{Row, elapsed_months};
use super::leaf::{Context, Evaluated, Subject, against_year_end, is_done};
use super::{Outlook, State};

/// Progress and outlook of an indicator or activity, whose achievement at the checkpoint is known.
pub(super) fn of_leaf(
    subject: &Subject<'_>,
    row: &Row<'_>,
    context: &Context<'_>,
    evaluated: &Evaluated,
) -> (Option<Number>, Option<Outlook>) {
    let timeline = context.timeline;
    let (Some(now), Some(start), Some(end)) =
        (timeline.checkpoint, timeline.year_start, timeline.year_end)
    else {
        return (None, None);
    };
    let achieved = evaluated.leaf.achievement.as_ref();
    if now == end
        || evaluated
            .leaf
            .target
            .is_some_and(|(value, _)| value.is_none())
    {
        return at_the_end(evaluated, achieved, now == end);
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
    let annual = match &evaluated.leaf.parts {
        Some(mean) => mean.result.clone(),
        None => against_year_end(subject, row, context),
    };
    let progress = annual.clone().map(|a| a.min(Number::ONE));
    let reached = annual.as_ref().is_some_and(|a| *a >= Number::ONE);
    let stated_here = row.stated(now).is_some() && evaluated.state == State::Measured;
    let interim = stated_here.then(|| achieved.is_some_and(|a| *a >= Number::ONE));
    let on_course = |yes: bool| {
        if yes {
            Outlook::OnCourse
        } else {
            Outlook::Late
        }
    };
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
    last: bool,
) -> (Option<Number>, Option<Outlook>) {
    match evaluated.state {
        State::Measured | State::Missing => {
            let reached = achieved.is_some_and(|a| *a >= Number::ONE);
            let outlook = match (reached, last) {
                (true, _) => Outlook::Reached,
                (false, true) => Outlook::NotReached,
                (false, false) => Outlook::OnCourse,
            };
            (achieved.cloned().map(|a| a.min(Number::ONE)), Some(outlook))
        }
        State::ToMeasure => (None, Some(Outlook::ToMeasure)),
        _ => (None, None),
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
    if past && !is_done(target, measured.reading) {
        return Outlook::Late;
    }
    match measured.reading.state {
        Some(Progress::NotStarted | Progress::Suspended | Progress::Postponed) => Outlook::Late,
        Some(Progress::InProgress | Progress::Waiting) => Outlook::OnCourse,
        Some(Progress::Completed) => Outlook::ToMeasure,
        None if measured.reading.actual.is_some() || measured.reading.completion.is_some() => {
            match &measured.reading.actual {
                Some(crate::target::Actual::Text) => Outlook::ToMeasure,
                _ => Outlook::OnCourse,
            }
        }
        None => Outlook::ToMeasure,
    }
}

/// What the outlook of a node needs to know of a child.
pub(super) struct Child<'a> {
    pub weight: &'a Number,
    pub outlook: Option<Outlook>,
}

/// The outlook of a node: reached if all are; late if those late weigh at least their share of
/// those with an outlook; else on course. At the last checkpoint, reached or not.
pub(super) fn of_node<'a>(
    children: impl Iterator<Item = Child<'a>>,
    late_share: &Number,
    last: bool,
) -> Option<Outlook> {
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
            Outlook::Late | Outlook::NotReached => late += child.weight,
            Outlook::Reached | Outlook::OnCourse => {}
        }
        known += child.weight;
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
