//! The readings of a whole plan, in one pass over its indicators and activities.

use jiff::civil::Date;

use super::actual::{self, Beside};
use super::canonical::{actual_reading_words, actual_words};
use super::direction::{self, NameHints, Sources};
use super::expected::{self, Expected};
use super::setting::{Remark, Setting};
use super::tell::{tell_dot, with_readings};
use super::{
    Actual, Direction, IndicatorReading, Nature, Progress, Readings, Target, TargetKind,
    TargetReading, ValueReading, nature,
};
use crate::finding::Finding;
use crate::plan::{Node, NodeKind, Period, Plan, Role, Value};

impl Readings {
    /// Reads every value of every indicator and activity (scoring.md §1).
    pub fn of(plan: &Plan) -> Readings {
        let mut parts = vec![Parts::default(); plan.indicators.len()];
        for activity in &plan.activities {
            if let Some(node) = activity.parent.as_ref().and_then(|p| p.node)
                && node.kind == NodeKind::Indicator
                && let Some(of) = parts.get_mut(node.at())
            {
                of.any = true;
                of.with_targets |= activity
                    .values
                    .iter()
                    .any(|v| is_target(v.role) && !v.text.trim().is_empty());
            }
        }
        let mut readings = Readings::default();
        let year = plan.year();
        for (i, indicator) in plan.indicators.iter().enumerate() {
            let threshold = indicator
                .health_index
                .as_ref()
                .and_then(|r| r.node)
                .and_then(|node| {
                    let index = (node.kind == NodeKind::HealthIndex)
                        .then(|| plan.health_indices.get(node.at()))??;
                    direction::of_threshold(index.threshold.as_deref()?)
                });
            let read = Subject {
                node: Node::new(NodeKind::Indicator, i),
                year,
                name: indicator.name.as_deref(),
                unit: indicator.unit.as_deref(),
                direction: indicator.direction,
                nature: indicator.nature,
                kind: indicator.target_kind,
                project: indicator.project,
                parts: parts[i],
                threshold,
                values: &indicator.values,
                part: false,
            }
            .read(&mut readings.findings);
            readings.indicators.push(read);
        }
        for (i, activity) in plan.activities.iter().enumerate() {
            let of_project = activity
                .parent
                .as_ref()
                .and_then(|p| p.node)
                .filter(|n| n.kind == NodeKind::Indicator)
                .and_then(|n| plan.indicators.get(n.at()))
                .is_none_or(|i| i.project);
            let read = Subject {
                node: Node::new(NodeKind::Activity, i),
                year,
                name: activity.title.as_deref(),
                unit: activity.unit.as_deref(),
                direction: activity.direction,
                nature: None,
                kind: None,
                project: of_project,
                parts: Parts::default(),
                threshold: None,
                values: &activity.values,
                part: true,
            }
            .read(&mut readings.findings);
            readings.activities.push(read);
        }
        let objectives = plan.objectives.iter().map(|x| &x.values).enumerate();
        for (i, values) in objectives {
            overrides(
                Node::new(NodeKind::Objective, i),
                values,
                &mut readings.findings,
            );
        }
        for (i, sheet) in plan.sheets.iter().enumerate() {
            overrides(
                Node::new(NodeKind::Sheet, i),
                &sheet.values,
                &mut readings.findings,
            );
        }
        readings
    }
}

/// Evaluators' values that hold no percentage.
fn overrides(node: Node, values: &[Value], findings: &mut Vec<Finding>) {
    for value in values.iter().filter(|v| v.role == Role::Override) {
        let text = value.reading.as_deref().unwrap_or(&value.text).trim();
        if !text.is_empty() && actual::read_override(text).is_none() {
            findings.push(
                Finding::error("reading-override-unreadable")
                    .at(node)
                    .field(field_of(value))
                    .arg("text", text),
            );
        }
    }
}

/// What the activities of an indicator are.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Parts {
    any: bool,
    with_targets: bool,
}

pub(super) fn is_target(role: Role) -> bool {
    matches!(role, Role::Target | Role::RevisedTarget)
}

/// The field of a value, as the plan file writes it.
pub fn field_of(value: &Value) -> String {
    let table = match value.role {
        Role::Baseline => "baseline",
        Role::History => "history",
        Role::PastTarget => "past_targets",
        Role::Target => "targets",
        Role::RevisedTarget => "revised_targets",
        Role::Forecast => "forecast",
        Role::ClusterMean => "cluster_mean",
        Role::Actual => "results",
        Role::Judgement => "judgements",
        Role::Override => "overrides",
        Role::Done => "done",
        Role::Criticality => "criticalities",
        Role::Cause => "deviation",
    };
    match value.period {
        Period::Unsaid => table.to_owned(),
        ref period => format!("{table}.{period}"),
    }
}

/// An indicator or activity, as far as reading needs it.
pub(super) struct Subject<'p> {
    pub node: Node,
    pub year: Option<i16>,
    pub name: Option<&'p str>,
    pub unit: Option<&'p str>,
    pub direction: Option<Direction>,
    pub nature: Option<Nature>,
    pub kind: Option<TargetKind>,
    pub project: bool,
    pub parts: Parts,
    pub threshold: Option<Direction>,
    pub values: &'p [Value],
    /// An activity: without a target its completion is expected.
    pub part: bool,
}

/// A target that is due at a day: what an actual of that day is read against.
struct Due {
    day: Date,
    declared: bool,
    numeric: bool,
}

impl Subject<'_> {
    fn read(&self, findings: &mut Vec<Finding>) -> IndicatorReading {
        let hints = self.name.map(NameHints::of).unwrap_or_default();
        let setting = Setting {
            kind: self.kind,
            completion: self.project || self.parts.any,
            parts: self.parts.with_targets,
            reduces: hints.reduces,
            ..Setting::of_unit(self.unit)
        };
        let expected: Vec<Option<Expected>> = self
            .values
            .iter()
            .map(|v| is_target(v.role).then(|| self.expect(v, &setting)))
            .collect();
        let targets: Vec<&Expected> = expected.iter().flatten().collect();
        let (direction, contrary) = direction::derive(&Sources {
            written: self.direction,
            targets: &targets,
            threshold: self.threshold,
            unit: self.unit,
            name: &hints,
        });
        let mut values: Vec<ValueReading> = expected
            .iter()
            .map(|e| {
                e.as_ref().map_or(ValueReading::Text, |e| {
                    ValueReading::Target(e.settle(direction.is))
                })
            })
            .collect();
        let due = self.due(&values);
        for (i, value) in self.values.iter().enumerate() {
            match &expected[i] {
                Some(e) => self.tell_target(value, e, &values[i], &setting, findings),
                None => values[i] = self.known(value, &setting, &due, findings),
            }
        }
        self.tell_direction(&targets, direction, contrary, &hints, findings);
        self.tell_change(&targets, &values, &setting, &hints, findings);
        self.tell_described(&values, &setting, findings);
        let nature = nature::derive(self.nature, &values, setting.percent_unit, &hints);
        IndicatorReading {
            direction,
            nature,
            values,
        }
    }

    fn beside(&self, value: &Value, setting: &Setting) -> Setting {
        Setting {
            year: value.period.year().or(self.year),
            day: match value.period {
                Period::Day(day) => Some(day),
                Period::Year(year) => Date::new(year, 12, 31).ok(),
                Period::Unsaid | Period::Named(_) => None,
            },
            ..setting.clone()
        }
    }

    fn expect(&self, value: &Value, setting: &Setting) -> Expected {
        let mut setting = self.beside(value, setting);
        let text = value.reading.as_deref().unwrap_or(&value.text);
        let expected = expected::expect(text, &setting);
        // A correction says more than the kind of all targets.
        if value.reading.is_some() && expected.remarks.contains(&Remark::NotOfKind) {
            setting.kind = None;
            return expected::expect(text, &setting);
        }
        expected
    }

    /// The targets by day; of two at one day the revised one counts.
    fn due(&self, values: &[ValueReading]) -> Vec<Due> {
        let mut due: Vec<(Date, Role, Due)> = Vec::new();
        for (value, reading) in self.values.iter().zip(values) {
            let day = match value.period {
                Period::Day(day) => day,
                Period::Year(year) => match Date::new(year, 12, 31) {
                    Ok(day) => day,
                    Err(_) => continue,
                },
                Period::Unsaid | Period::Named(_) => continue,
            };
            let target = match reading {
                ValueReading::Target(TargetReading::Read(target)) => target,
                _ => continue,
            };
            let without_parts = self.project && !self.parts.any;
            let found = Due {
                day,
                declared: match target {
                    Target::Milestone => true,
                    Target::Completion(_) => !self.parts.any,
                    Target::YesNo(_) | Target::ByDate(_) => without_parts,
                    _ => false,
                },
                numeric: matches!(
                    target,
                    Target::AtLeast(_)
                        | Target::AtMost(_)
                        | Target::Exactly(_)
                        | Target::Between(..)
                        | Target::Change { .. }
                        | Target::Benchmark { .. }
                ),
            };
            due.push((day, value.role, found));
        }
        due.sort_by_key(|(day, role, _)| (*day, *role));
        due.into_iter().map(|(_, _, d)| d).collect()
    }

    /// The target that an actual answers: that of its day, else the last before, else the first.
    fn answered<'d>(&self, value: &Value, due: &'d [Due]) -> Option<&'d Due> {
        let day = match value.period {
            Period::Day(day) => day,
            Period::Year(year) => Date::new(year, 12, 31).ok()?,
            Period::Unsaid | Period::Named(_) => return due.last(),
        };
        let after = due.partition_point(|d| d.day <= day);
        after
            .checked_sub(1)
            .and_then(|i| due.get(i))
            .or(due.first())
    }

    fn known(
        &self,
        value: &Value,
        setting: &Setting,
        due: &[Due],
        findings: &mut Vec<Finding>,
    ) -> ValueReading {
        let mut setting = self.beside(value, setting);
        let text = value.reading.as_deref().unwrap_or(&value.text);
        let tell = |finding: Finding| {
            finding
                .at(self.node)
                .field(field_of(value))
                .arg("text", text.trim())
        };
        match value.role {
            Role::Actual => {
                let answers = self.answered(value, due);
                setting.declared = answers.map_or(self.part && due.is_empty(), |d| d.declared);
                let (reading, remarks, beside) = actual::merged(value, &setting);
                let shown = actual_reading_words(&reading).unwrap_or_default();
                tell_dot(value, &remarks, &shown, &tell, findings);
                if remarks.contains(&Remark::YearAssumed) {
                    findings.push(tell(Finding::note("reading-year-assumed")).arg("value", &shown));
                }
                if reading.ambiguous {
                    findings.push(with_readings(
                        tell(Finding::error("reading-actual-ambiguous")),
                        &remarks,
                    ));
                } else if (reading.actual == Some(Actual::Text)
                    || (reading.actual.is_none() && reading.state == Some(Progress::Completed)))
                    && reading.completion.is_none()
                    && answers.is_some_and(|d| d.numeric)
                {
                    findings.push(tell(Finding::warning("reading-actual-without-figure")));
                }
                for problem in beside {
                    findings.push(match problem {
                        Beside::State(state) => {
                            tell(Finding::warning("reading-state-unknown")).arg("state", state)
                        }
                        Beside::Achievement(_) => {
                            tell(Finding::error("reading-achievement-unreadable"))
                        }
                    });
                }
                ValueReading::Actual(reading)
            }
            Role::Judgement
            | Role::Target
            | Role::RevisedTarget
            | Role::Done
            | Role::Criticality
            | Role::Cause => ValueReading::Text,
            Role::Override => {
                overrides(self.node, std::slice::from_ref(value), findings);
                ValueReading::Known(actual::read_override(text).map(Actual::Achievement))
            }
            Role::Baseline
            | Role::History
            | Role::PastTarget
            | Role::Forecast
            | Role::ClusterMean => {
                let (known, remarks) = actual::read_known(text, &setting);
                let shown = known.as_ref().map(actual_words).unwrap_or_default();
                tell_dot(value, &remarks, &shown, &tell, findings);
                ValueReading::Known(known)
            }
        }
    }
}
