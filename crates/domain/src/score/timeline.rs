//! Which checkpoint a date means, and what is in force on it (scoring.md §3).

use jiff::civil::Date;

use crate::finding::Finding;
use crate::number::Number;
use crate::plan::{Entry, Node, NodeKind, Period, Plan, Quantity, Reference, Role, Status, Value};
use crate::target::{ActualReading, Readings, ValueReading};

use super::State;

/// Which variations count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// Those approved on or before the date asked: the plan as it was on that day.
    InForce,
    /// All of them, proposals too: the plan as it will be.
    All,
    /// None: the plan as it was first approved.
    None,
}

/// The checkpoints of a plan, the date asked and the checkpoint it means.
#[derive(Clone, Debug)]
pub struct Timeline {
    /// Days of the checkpoints, in order.
    pub days: Vec<Date>,
    /// The date asked.
    pub asked: Option<Date>,
    /// Position of the checkpoint meant; none before the first.
    pub checkpoint: Option<usize>,
    /// Position of the last checkpoint of that calendar year.
    pub year_end: Option<usize>,
    /// Position of the first checkpoint of that calendar year.
    pub year_start: Option<usize>,
    /// For each checkpoint, whether actuals may still be entered.
    pub open: Vec<bool>,
    /// For each variation, whether it is approved on the date asked.
    approved: Vec<bool>,
}

/// Whether a cell holds an actual: a value, or a state, or a declared completion; also one that
/// reads in more than one way, for somebody entered it.
pub(super) fn holds_actual(reading: &ActualReading) -> bool {
    reading.actual.is_some()
        || reading.state.is_some()
        || reading.completion.is_some()
        || reading.ambiguous
}

impl Timeline {
    pub(super) fn of(
        plan: &Plan,
        readings: &Readings,
        at: Option<Date>,
        counted: Counted,
        findings: &mut Vec<Finding>,
    ) -> Timeline {
        let mut days = plan.checkpoint_days();
        if days.is_empty() {
            days = days_of_targets(plan);
            if !days.is_empty() {
                let list: Vec<String> = days.iter().map(Date::to_string).collect();
                findings.push(
                    Finding::note("score-derived-checkpoints")
                        .at(Node::BODY)
                        .arg("days", list.join(", ")),
                );
            }
        }
        let mut held = vec![false; days.len()];
        let lists = plan
            .indicators
            .iter()
            .map(|x| &x.values)
            .zip(&readings.indicators);
        let parts = plan
            .activities
            .iter()
            .map(|x| &x.values)
            .zip(&readings.activities);
        for (values, reading) in lists.chain(parts) {
            for (value, reading) in values.iter().zip(&reading.values) {
                if let ValueReading::Actual(actual) = reading
                    && holds_actual(actual)
                    && let Some(i) = position(&days, &value.period)
                {
                    held[i] = true;
                }
            }
        }
        let asked = at.or_else(|| {
            let latest = held.iter().rposition(|held| *held).unwrap_or(0);
            days.get(latest).copied()
        });
        let checkpoint = asked.and_then(|asked| days.iter().rposition(|day| *day <= asked));
        let of_year = |i: usize| days[i].year();
        let year_end = checkpoint.map(|c| {
            days.iter()
                .rposition(|day| day.year() == of_year(c))
                .unwrap_or(c)
        });
        let year_start = checkpoint.map(|c| {
            days.iter()
                .position(|day| day.year() == of_year(c))
                .unwrap_or(c)
        });
        let open = days
            .iter()
            .zip(&held)
            .map(|(day, held)| {
                let written = plan
                    .checkpoints
                    .iter()
                    .find(|c| c.date.date == Some(*day))
                    .and_then(|c| c.entry);
                match written {
                    Some(entry) => entry == Entry::Open,
                    None => !held,
                }
            })
            .collect();
        let approved = plan
            .variations
            .iter()
            .map(|v| {
                let day = v.approved.as_ref().and_then(|day| day.date);
                match counted {
                    Counted::InForce => {
                        matches!((day, asked), (Some(day), Some(asked)) if day <= asked)
                    }
                    Counted::All => true,
                    Counted::None => false,
                }
            })
            .collect();
        Timeline {
            days,
            asked,
            checkpoint,
            year_end,
            year_start,
            open,
            approved,
        }
    }

    /// The checkpoint to which a period belongs: its day, or the last one of its year.
    pub(super) fn position(&self, period: &Period) -> Option<usize> {
        position(&self.days, period)
    }

    /// Whether the change named by a reference is approved on the date asked.
    pub fn is_approved(&self, variation: Option<&Reference>) -> bool {
        let Some(Node {
            kind: NodeKind::Variation,
            index,
        }) = variation.and_then(|r| r.node)
        else {
            return false;
        };
        self.approved.get(index as usize).copied().unwrap_or(false)
    }

    /// The state of a part that is not in force, if it is not.
    pub(super) fn out_of_force(
        &self,
        status: Status,
        variation: Option<&Reference>,
    ) -> Option<State> {
        match (status, self.is_approved(variation)) {
            (Status::New, false) => Some(State::Proposed),
            (Status::Replaced, true) => Some(State::Replaced),
            (Status::Removed, true) => Some(State::Removed),
            _ => None,
        }
    }

    /// Whether a node is in force by its own status; what stands below it does not matter.
    pub(super) fn part_in_force(&self, plan: &Plan, node: Node) -> bool {
        let (status, variation) = match node.kind {
            NodeKind::Objective => {
                let x = &plan.objectives[node.at()];
                (x.status, x.variation.as_ref())
            }
            NodeKind::Indicator => {
                let x = &plan.indicators[node.at()];
                (x.status, x.variation.as_ref())
            }
            _ => return true,
        };
        self.out_of_force(status, variation).is_none()
    }

    /// The weight in force: the revised one once it is approved.
    pub(super) fn weight(
        &self,
        weight: Option<&Quantity>,
        revised: Option<&Quantity>,
        variation: Option<&Reference>,
    ) -> Option<Number> {
        revised
            .filter(|_| self.is_approved(variation))
            .or(weight)
            .and_then(|q| q.number.clone())
            .map(|n| if n.is_negative() { Number::ZERO } else { n })
    }

    /// Whether a value counts on the date asked: a revised target only once it is approved, by its
    /// own variation or by that of the thing it belongs to.
    pub(super) fn is_in_force(&self, value: &Value, of_owner: Option<&Reference>) -> bool {
        value.role != Role::RevisedTarget || self.is_approved(value.variation.as_ref().or(of_owner))
    }
}

fn position(days: &[Date], period: &Period) -> Option<usize> {
    match period {
        Period::Day(day) => days.binary_search(day).ok(),
        Period::Year(year) => days.iter().rposition(|day| day.year() == *year),
        Period::Unsaid | Period::Named(_) => None,
    }
}

/// Days at which targets and actuals stand, for a plan that names no checkpoint; a year ends on
/// 31 December.
fn days_of_targets(plan: &Plan) -> Vec<Date> {
    let mut days: Vec<Date> = plan
        .indicators
        .iter()
        .flat_map(|x| &x.values)
        .filter(|v| matches!(v.role, Role::Target | Role::RevisedTarget | Role::Actual))
        .filter_map(|v| match v.period {
            Period::Day(day) => Some(day),
            Period::Year(year) => Date::new(year, 12, 31).ok(),
            Period::Unsaid | Period::Named(_) => None,
        })
        .collect();
    days.sort_unstable();
    days.dedup();
    days
}
