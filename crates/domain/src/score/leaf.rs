//! One indicator (or activity) at one checkpoint: what it achieves, or why it has no figure
//! (scoring.md §2 and §3).

use jiff::civil::Date;

use crate::finding::Finding;
use crate::method::{AllOf, Method, Neutralised};
use crate::number::Number;
use crate::plan::{Node, NodeKind, Plan, Reference, Role, Status, Value};
use crate::target::{
    Actual, ActualReading, IndicatorReading, Target, TargetReading, ValueReading, field_of,
};

use super::derivation::{Leaf, Mean, Override, TargetFrom};
use super::due::{Due, Measured, Row, due};
use super::parts::Parts;
use super::question::Question;
use super::rule::{self, Inputs, Rule};
use super::timeline::Timeline;
use super::{Reason, State};

/// What is evaluated: an indicator or an activity, seen in the same way.
#[derive(Clone, Copy)]
pub(super) struct Subject<'a> {
    pub node: Node,
    pub values: &'a [Value],
    pub reading: &'a IndicatorReading,
    pub variation: Option<&'a Reference>,
    pub status: Status,
    pub neutralised: bool,
    pub from_baseline: bool,
    /// An activity without a target whose project is due: its completion is expected.
    pub expected: bool,
    /// The last day of an activity.
    pub ends: Option<Date>,
}

impl<'a> Subject<'a> {
    pub(super) fn indicator(
        plan: &'a Plan,
        reading: &'a IndicatorReading,
        timeline: &Timeline,
        index: usize,
    ) -> Subject<'a> {
        let indicator = &plan.indicators[index];
        Subject {
            node: Node::new(NodeKind::Indicator, index),
            values: &indicator.values,
            reading,
            variation: indicator.variation.as_ref(),
            status: indicator.status,
            neutralised: indicator.neutralised.is_some()
                && timeline.is_approved(indicator.neutralised_by.as_ref()),
            from_baseline: indicator.from_baseline,
            expected: false,
            ends: None,
        }
    }

    pub(super) fn activity(
        plan: &'a Plan,
        reading: &'a IndicatorReading,
        index: usize,
        expected: bool,
    ) -> Self {
        let activity = &plan.activities[index];
        Subject {
            node: Node::new(NodeKind::Activity, index),
            values: &activity.values,
            reading,
            variation: None,
            status: Status::Original,
            neutralised: false,
            from_baseline: false,
            expected,
            ends: activity.end.as_ref().and_then(|day| day.date),
        }
    }
}

/// What became of a subject at the checkpoint.
pub(super) struct Evaluated {
    pub state: State,
    pub provisional: bool,
    pub leaf: Leaf,
}

impl Evaluated {
    fn out(state: State, reason: Option<Reason>) -> Evaluated {
        Evaluated {
            state,
            provisional: false,
            leaf: Leaf {
                reason,
                ..Leaf::default()
            },
        }
    }
}

/// Everything that an evaluation looks at beside the subject.
pub(super) struct Context<'a> {
    pub method: &'a Method,
    pub timeline: &'a Timeline,
    pub cap: Number,
    pub grace: Number,
}

/// Evaluates a subject at the checkpoint of the timeline, from its parts where it has any.
pub(super) fn evaluate<'a>(
    subject: &Subject<'a>,
    row: &Row<'a>,
    context: &Context<'_>,
    parts: Option<&Parts>,
    findings: &mut Vec<Finding>,
) -> Evaluated {
    let timeline = context.timeline;
    if let Some(state) = timeline.out_of_force(subject.status, subject.variation) {
        return Evaluated::out(state, None);
    }
    if subject.neutralised {
        let mut evaluated = Evaluated::out(State::Neutralised, None);
        if context.method.neutralised == Some(Neutralised::Full) && timeline.checkpoint.is_some() {
            evaluated.leaf.achievement = Some(Number::ONE);
        }
        return evaluated;
    }
    let (place, cell, months) = match due(subject, row, context) {
        Due::Nothing(state, reason) => return Evaluated::out(state, reason),
        Due::Target(place, cell) => (place, Some(cell), None),
        Due::ProRata(cell, months) => (
            timeline.checkpoint.unwrap_or_default(),
            Some(cell),
            Some(months),
        ),
        Due::Completion => (timeline.checkpoint.unwrap_or_default(), None, None),
    };
    let now = timeline.checkpoint.unwrap_or_default();
    let mut leaf = Leaf {
        cap: Some(context.cap.clone()),
        ..Leaf::default()
    };
    let (of_activity, of_parts_read) = (Target::Completion(Number::HUNDRED), Target::AllOf);
    let target = match cell {
        None => {
            leaf.target = Some((None, TargetFrom::Completion));
            &of_activity
        }
        Some(cell) => {
            let from = months.map_or(cell.from, TargetFrom::ProRata);
            leaf.target = Some((Some(cell.value), from));
            if from == TargetFrom::LastStated {
                findings.push(
                    Finding::warning("score-merged-cell")
                        .at(subject.node)
                        .field(field_of(&subject.values[cell.value]))
                        .arg("text", subject.values[cell.value].text.clone())
                        .arg("day", timeline.days[place].to_string()),
                );
            }
            match cell.reading {
                TargetReading::Read(target) => target,
                TargetReading::Ambiguous => {
                    leaf.reason = Some(Reason::AmbiguousTarget);
                    if parts.is_none() {
                        return Evaluated {
                            state: State::NotEvaluable,
                            provisional: false,
                            leaf,
                        };
                    }
                    &of_parts_read
                }
                TargetReading::None(_) => return Evaluated::out(State::NotDue, None),
            }
        }
    };
    leaf.reason = None;
    if let Some(reason) = not_evaluable(target) {
        leaf.reason = Some(reason);
        return Evaluated {
            state: State::NotEvaluable,
            provisional: false,
            leaf,
        };
    }
    let own = row
        .actual(now)
        .or_else(|| (place != now).then(|| row.actual(place)).flatten());
    if let (Some(parts), Some((all_of, expected))) = (parts, asked_of_parts(target, context)) {
        let mean = parts.mean(all_of);
        if own.is_none() || mean.result.is_some() || matches!(target, Target::AllOf) {
            let expected = expected.and_then(|completion| parts.expected(completion));
            return of_parts(leaf, parts, mean, expected, context);
        }
    }
    if matches!(target, Target::AllOf) {
        leaf.reason = Some(Reason::NoParts);
        return Evaluated {
            state: State::NotEvaluable,
            provisional: false,
            leaf,
        };
    }
    let held = held_from_before(subject, row, target, place, now);
    let measured = held.or(own);
    leaf.actual = measured.map(|m| m.value);
    let months = months.and_then(|m| Number::ratio(i64::from(m), 12));
    let usable = measured.ok_or(Reason::NoActual).and_then(|measured| {
        let question = Question {
            subject,
            target,
            months,
            day: timeline.days[now],
        };
        question.answer(measured, context, &mut leaf)
    });
    conclude(subject, usable, measured, leaf, context, findings)
}

/// Whether a target is met by the parts of the indicator: how they make one figure, and the
/// completion asked of the whole.
pub(super) fn asked_of_parts<'t>(
    target: &'t Target,
    context: &Context<'_>,
) -> Option<(AllOf, Option<&'t Number>)> {
    match target {
        Target::AllOf => Some((context.method.all_of.unwrap_or_default(), None)),
        Target::Completion(completion) => Some((AllOf::Mean, Some(completion))),
        _ => None,
    }
}

fn of_parts(
    mut leaf: Leaf,
    parts: &Parts,
    mean: Mean,
    expected: Option<Number>,
    context: &Context<'_>,
) -> Evaluated {
    let rule = if mean.least {
        Rule::PartsLeast
    } else {
        Rule::PartsMean
    };
    leaf.rule = Some(rule);
    leaf.inputs = Inputs {
        target: expected,
        actual: mean.result.clone(),
        ..Inputs::default()
    };
    leaf.achievement = rule::achievement(rule, &leaf.inputs, &context.cap);
    let state = if leaf.achievement.is_some() {
        State::Measured
    } else {
        parts.state()
    };
    leaf.parts = Some(Box::new(mean));
    Evaluated {
        state,
        provisional: false,
        leaf,
    }
}

fn conclude(
    subject: &Subject<'_>,
    usable: Result<(Rule, Inputs), Reason>,
    measured: Option<Measured<'_>>,
    mut leaf: Leaf,
    context: &Context<'_>,
    findings: &mut Vec<Finding>,
) -> Evaluated {
    let timeline = context.timeline;
    let now = timeline.checkpoint.unwrap_or_default();
    let reason = match usable {
        Ok((rule, inputs)) => {
            contrary_change(subject, rule, &inputs, measured, findings);
            leaf.achievement = rule::achievement(rule, &inputs, &context.cap);
            leaf.rule = Some(rule);
            leaf.inputs = inputs;
            if leaf.achievement.is_some() {
                let provisional = measured.is_some_and(|m| m.reading.provisional);
                return Evaluated {
                    state: State::Measured,
                    provisional,
                    leaf,
                };
            }
            Reason::NoBaseline
        }
        Err(reason) => reason,
    };
    leaf.reason = Some(reason);
    if matches!(reason, Reason::NoSeries | Reason::NoBaseline) {
        return Evaluated {
            state: State::NotEvaluable,
            provisional: false,
            leaf,
        };
    }
    if reason == Reason::NotComparable
        && let Some(measured) = measured
    {
        let target = leaf.target.and_then(|(value, _)| value);
        findings.push(not_comparable(subject, measured, target));
    }
    if timeline.open[now] {
        return Evaluated {
            state: State::ToMeasure,
            provisional: true,
            leaf,
        };
    }
    leaf.achievement = Some(Number::ZERO);
    Evaluated {
        state: State::Missing,
        provisional: false,
        leaf,
    }
}

fn not_comparable(subject: &Subject<'_>, measured: Measured<'_>, target: Option<usize>) -> Finding {
    let text = |i: usize| subject.values[i].text.trim().to_owned();
    let figure = |percent: bool| if percent { "percent" } else { "number" };
    let is = match &measured.reading.actual {
        Some(Actual::Figure(f)) => figure(f.percent),
        Some(Actual::YesNo(_)) => "answer",
        Some(Actual::Done(_)) => "day",
        _ => "other",
    };
    let asked = match target.and_then(|i| subject.reading.values.get(i)) {
        Some(ValueReading::Target(TargetReading::Read(target))) => match target {
            Target::AtLeast(f) | Target::AtMost(f) | Target::Exactly(f) => figure(f.percent),
            Target::Between(low, high) if low.percent == high.percent => figure(low.percent),
            Target::Completion(_) => "percent",
            Target::YesNo(_) => "answer",
            Target::ByDate(_) => "day",
            _ => "other",
        },
        _ => "other",
    };
    // Of one sort, they differ from what they are measured against.
    let (is, asked) = if is == asked {
        ("baseline", "other")
    } else {
        (is, asked)
    };
    Finding::error("score-not-comparable")
        .at(subject.node)
        .field(field_of(&subject.values[measured.value]))
        .arg("actual", text(measured.value))
        .arg("target", target.map(text).unwrap_or_default())
        .arg("is", is)
        .arg("asked", asked)
}

/// A figure entered before anything is due, which cannot be held against the year-end target: better
/// said now than at the end of the year.
pub(super) fn tell_early(
    subject: &Subject<'_>,
    row: &Row<'_>,
    context: &Context<'_>,
    state: State,
    findings: &mut Vec<Finding>,
) {
    let timeline = context.timeline;
    let (State::NotDue, Some(now), Some(start), Some(end)) = (
        state,
        timeline.checkpoint,
        timeline.year_start,
        timeline.year_end,
    ) else {
        return;
    };
    let (Some((_, cell)), Some(measured)) = (row.last_stated(start, end), row.actual(now)) else {
        return;
    };
    let (TargetReading::Read(target), Some(Actual::Figure(_))) =
        (cell.reading, &measured.reading.actual)
    else {
        return;
    };
    if not_evaluable(target).is_some() || *target == Target::AllOf {
        return;
    }
    let question = Question {
        subject,
        target,
        months: None,
        day: timeline.days[now],
    };
    let answer = question.answer(measured, context, &mut Leaf::default());
    if answer.err() == Some(Reason::NotComparable) {
        findings.push(not_comparable(subject, measured, Some(cell.value)));
    }
}

/// A positive actual against a negative expected change (or the contrary) is reported, never
/// flipped.
fn contrary_change(
    subject: &Subject<'_>,
    rule: Rule,
    inputs: &Inputs,
    measured: Option<Measured<'_>>,
    findings: &mut Vec<Finding>,
) {
    if let (Rule::Change { .. }, Some(t), Some(a), Some(measured)) =
        (rule, &inputs.target, &inputs.actual, measured)
        && ((t.is_negative() && a.is_positive()) || (t.is_positive() && a.is_negative()))
    {
        let value = &subject.values[measured.value];
        findings.push(
            Finding::warning("score-contrary-change")
                .at(subject.node)
                .field(field_of(value))
                .arg("text", value.text.clone()),
        );
    }
}

/// Targets that leave the indicator out.
fn not_evaluable(target: &Target) -> Option<Reason> {
    match target {
        Target::Observed => Some(Reason::Observed),
        Target::Postponed => Some(Reason::Postponed),
        Target::Undefined => Some(Reason::Undefined),
        _ => None,
    }
}

/// *Done stays done*: an earlier yes, done date or milestone reached that holds at this checkpoint.
///
/// A milestone holds only where no other result was described for the earlier checkpoint. A
/// completion holds where it was said with a yes or a day; a percentage must be stated again.
fn held_from_before<'a>(
    subject: &Subject<'a>,
    row: &Row<'a>,
    target: &Target,
    place: usize,
    now: usize,
) -> Option<Measured<'a>> {
    if !matches!(
        target,
        Target::YesNo(_) | Target::ByDate(_) | Target::Milestone | Target::Completion(_)
    ) {
        return None;
    }
    let same_result = |earlier: usize| {
        row.stated(earlier).is_none_or(|cell| {
            row.stated(place).is_some_and(|here| {
                subject.values[cell.value].text.trim() == subject.values[here.value].text.trim()
            })
        })
    };
    if row.actual(now).is_some_and(|m| is_done(target, m.reading)) {
        return None;
    }
    (0..now).rev().find_map(|earlier| {
        let measured = row.actual(earlier)?;
        let holds = is_done(target, measured.reading)
            && (matches!(target, Target::ByDate(_) | Target::Completion(_))
                || same_result(earlier));
        holds.then_some(measured)
    })
}

/// Whether an actual says that the thing was done.
pub(super) fn is_done(target: &Target, reading: &ActualReading) -> bool {
    match (target, &reading.actual) {
        (Target::YesNo(expected), Some(Actual::YesNo(answer))) => expected == answer,
        (Target::YesNo(true) | Target::ByDate(_) | Target::Milestone, Some(Actual::Done(_)))
        | (Target::Milestone | Target::ByDate(_), Some(Actual::YesNo(true)))
        | (Target::Completion(_), Some(Actual::YesNo(true) | Actual::Done(_))) => true,
        (_, Some(Actual::Achievement(a))) => *a >= Number::ONE,
        (Target::YesNo(true) | Target::Milestone | Target::ByDate(_), Some(Actual::Figure(f))) => {
            f.percent && f.number >= Number::HUNDRED
        }
        (Target::Milestone, None) => reading
            .completion
            .as_ref()
            .is_some_and(|c| *c >= Number::ONE),
        _ => false,
    }
}

/// The evaluator's value at the checkpoint, if there is one.
pub(super) fn override_of(
    values: &[Value],
    timeline: &Timeline,
    computed: Option<&Number>,
) -> Option<Override> {
    let now = timeline.checkpoint?;
    values
        .iter()
        .enumerate()
        .filter(|(_, v)| v.role == Role::Override)
        .find_map(|(i, value)| {
            if timeline.position(&value.period) != Some(now) {
                return None;
            }
            let text = value.reading.as_deref().unwrap_or(&value.text);
            let (points, _) = crate::target::read_number(text);
            let is = points?.checked_div(&Number::HUNDRED)?;
            Some(Override {
                value: i,
                is,
                computed: computed.cloned(),
            })
        })
}

/// Progress against the end of the year: the year-end target put to the actual of the checkpoint,
/// or what the parts have made of their own.
pub(super) fn against_year_end(
    subject: &Subject<'_>,
    row: &Row<'_>,
    context: &Context<'_>,
    parts: Option<&Parts>,
) -> Option<Number> {
    let timeline = context.timeline;
    let (now, start, end) = (
        timeline.checkpoint?,
        timeline.year_start?,
        timeline.year_end?,
    );
    let (place, cell) = row.last_stated(start, end)?;
    let TargetReading::Read(target) = cell.reading else {
        return None;
    };
    if let (Some(parts), Some((all_of, completion))) = (parts, asked_of_parts(target, context))
        && let Some(progress) = parts.progress(all_of)
    {
        let inputs = Inputs {
            target: completion.and_then(|completion| parts.expected(completion)),
            actual: Some(progress),
            ..Inputs::default()
        };
        return rule::achievement(Rule::PartsMean, &inputs, &context.cap);
    }
    let held = held_from_before(subject, row, target, place, now);
    let measured = held.or(row.actual(now))?;
    if matches!(target, Target::Milestone | Target::YesNo(_))
        && describes_another(row, now, end, subject)
    {
        return None;
    }
    let question = Question {
        subject,
        target,
        months: None,
        day: timeline.days[now],
    };
    let mut scratch = Leaf::default();
    let (rule, inputs) = question.answer(measured, context, &mut scratch).ok()?;
    rule::achievement(rule, &inputs, &context.cap)
}

/// Whether the checkpoint describes a result of its own, other than the year's.
fn describes_another(row: &Row<'_>, now: usize, end: usize, subject: &Subject<'_>) -> bool {
    match (row.stated(now), row.stated(end)) {
        (Some(here), Some(there)) => {
            matches!(there.reading, TargetReading::Read(Target::Milestone))
                && subject.values[here.value].text.trim() != subject.values[there.value].text.trim()
        }
        _ => false,
    }
}
