//! What a plan states of a thing for a period: the values to print, chosen and never changed.

use jiff::civil::Date;

use crate::plan::{Node, NodeKind, Period, Plan, Role, Value};

/// The dated values of a thing; none for kinds that have none.
pub fn values_of(plan: &Plan, node: Node) -> &[Value] {
    let i = node.at();
    let values = match node.kind {
        NodeKind::Objective => plan.objectives.get(i).map(|x| &x.values),
        NodeKind::Indicator => plan.indicators.get(i).map(|x| &x.values),
        NodeKind::Activity => plan.activities.get(i).map(|x| &x.values),
        NodeKind::Sheet => plan.sheets.get(i).map(|x| &x.values),
        NodeKind::HealthIndex => plan.health_indices.get(i).map(|x| &x.values),
        NodeKind::Measure => plan.measures.get(i).map(|x| &x.values),
        NodeKind::Quantity => plan.quantities.get(i).map(|x| &x.values),
        _ => None,
    };
    values.map_or(&[], Vec::as_slice)
}

/// The values of one role, in the order in which they are written.
pub fn of_role(values: &[Value], role: Role) -> impl Iterator<Item = &Value> {
    values.iter().filter(move |value| value.role == role)
}

/// What is expected of a thing at a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Expected<'p> {
    /// The target as the plan was first approved.
    pub target: Option<&'p Value>,
    /// The target of a variation (*nuova previsione*), approved or not.
    pub revised: Option<&'p Value>,
}

/// What is expected at `day`; where nothing is, and the day closes its year, what is expected of the
/// year.
pub fn expected<'p>(values: &'p [Value], day: Date) -> Expected<'p> {
    let at = |role| {
        of_role(values, role)
            .find(|v| v.period == Period::Day(day))
            .or_else(|| {
                of_role(values, role).find(|v| {
                    day.month() == 12 && day.day() == 31 && v.period == Period::Year(day.year())
                })
            })
    };
    Expected {
        target: at(Role::Target),
        revised: at(Role::RevisedTarget),
    }
}

/// What is expected of a whole year: at its last day, else of the year, else at its latest day.
pub fn expected_of_year(values: &[Value], year: i16) -> Expected<'_> {
    let of = |role| {
        let mut found: Vec<&Value> = of_role(values, role)
            .filter(|v| v.period.year() == Some(year))
            .collect();
        found.sort_by_key(|v| match v.period {
            Period::Day(day) => (
                u8::from(day.month() == 12 && day.day() == 31) * 2,
                Some(day),
            ),
            _ => (1, None),
        });
        found.pop()
    };
    Expected {
        target: of(Role::Target),
        revised: of(Role::RevisedTarget),
    }
}

/// The prose of one role at a day: what is written for that day, else for the year that the day
/// closes, else what is written without a date, which holds for every day.
pub fn told(values: &[Value], role: Role, day: Option<Date>) -> impl Iterator<Item = &str> {
    let year = day.filter(|day| day.month() == 12 && day.day() == 31);
    let periods = [
        day.map(Period::Day),
        year.map(|day| Period::Year(day.year())),
        Some(Period::Unsaid),
    ];
    let written = |period: &Period| {
        of_role(values, role).any(|v| v.period == *period && !v.text.trim().is_empty())
    };
    let period = periods.into_iter().flatten().find(written);
    of_role(values, role)
        .filter(move |value| Some(&value.period) == period.as_ref())
        .map(|value| value.text.as_str())
}

/// The actual at a day; the last one written, where there are several.
pub fn actual(values: &[Value], day: Date) -> Option<&Value> {
    of_role(values, Role::Actual)
        .filter(|v| v.period == Period::Day(day))
        .last()
}
