//! The columns that a table of dated values needs: what was, what similar bodies reach, what is
//! expected.

use jiff::civil::Date;

use super::stated::values_of;
use crate::plan::{Node, Period, Plan, Role, Value};

/// A column of values: one role in one period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// The role; revised targets stand with the targets.
    pub role: Role,
    /// The period; the end of a year is its year, where it is no checkpoint of the plan.
    pub period: Period,
}

impl Slot {
    /// It is expected of the plan's year or of a later one as a whole.
    pub fn is_yearly_target(&self) -> bool {
        self.role == Role::Target
            && match self.period {
                Period::Day(day) => ends_year(day),
                _ => true,
            }
    }
}

fn ends_year(day: Date) -> bool {
    day.month() == 12 && day.day() == 31
}

/// The column of a value; none for what was measured or judged.
pub fn slot(plan: &Plan, value: &Value) -> Option<Slot> {
    let role = match value.role {
        Role::RevisedTarget => Role::Target,
        Role::Actual
        | Role::Judgement
        | Role::Override
        | Role::Done
        | Role::Criticality
        | Role::Cause => return None,
        role => role,
    };
    let period = match (role, &value.period) {
        (Role::Target, period) => match end_of(period) {
            Some(end) if is_checkpoint(plan, end) => Period::Day(end),
            Some(end) => Period::Year(end.year()),
            None => period.clone(),
        },
        (_, period) => period.clone(),
    };
    Some(Slot { role, period })
}

/// The last day of the year that a period means as a whole.
fn end_of(period: &Period) -> Option<Date> {
    match period {
        Period::Year(year) => Date::new(*year, 12, 31).ok(),
        Period::Day(day) if ends_year(*day) => Some(*day),
        _ => None,
    }
}

fn is_checkpoint(plan: &Plan, day: Date) -> bool {
    plan.checkpoints.iter().any(|c| c.date.date == Some(day))
}

/// The columns of some things together: baselines, the years behind, means of similar bodies,
/// targets, forecasts.
pub fn slots(plan: &Plan, nodes: impl IntoIterator<Item = Node>) -> Vec<Slot> {
    let mut found: Vec<Slot> = Vec::new();
    for node in nodes {
        for value in values_of(plan, node) {
            if let Some(slot) = slot(plan, value)
                && !found.contains(&slot)
            {
                found.push(slot);
            }
        }
    }
    found.sort_by_key(|slot| {
        let group = match slot.role {
            Role::Baseline => 0,
            Role::PastTarget | Role::History => 1,
            Role::ClusterMean => 2,
            Role::Target => 3,
            _ => 4,
        };
        (
            group,
            slot.period.year().unwrap_or(i16::MIN),
            slot.role,
            slot.period.clone(),
        )
    });
    found
}

/// The values of a thing in a column, in the order in which they are written.
pub fn in_slot<'p>(plan: &'p Plan, node: Node, wanted: &Slot) -> Vec<&'p Value> {
    values_of(plan, node)
        .iter()
        .filter(|value| slot(plan, value).as_ref() == Some(wanted))
        .collect()
}
