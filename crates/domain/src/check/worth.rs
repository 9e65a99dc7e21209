//! The economic value that objectives print, and the value of a point that follows from it.

use hashbrown::HashMap;

use crate::number::Number;
use crate::plan::{Objective, Quantity};

use super::Context;
use super::context::number_of;

/// The economic value of an objective for one fund, as printed.
pub(super) fn value_of<'o>(objective: &'o Objective, fund: &str) -> &'o Option<Quantity> {
    match fund {
        "managers" => &objective.value_managers,
        "staff" => &objective.value_staff,
        _ => &None,
    }
}

/// The value of a point on which most objectives agree.
pub(super) struct UsualPoint {
    pub is: Number,
    /// How many objectives have it.
    pub of: usize,
    /// How many have a value and a coefficient.
    pub among: usize,
}

impl UsualPoint {
    /// That of a fund: value divided by coefficient, where at least three objectives and two in
    /// three give the same.
    pub fn of(c: &Context<'_>, fund: &str) -> Option<UsualPoint> {
        let mut counted: HashMap<Number, usize> = HashMap::new();
        let mut among = 0;
        for objective in c.objectives() {
            let Some(value) = number_of(value_of(objective.is, fund)) else {
                continue;
            };
            let point = c
                .coefficient(objective.is)
                .and_then(|n| value.checked_div(&n));
            if let Some(point) = point {
                among += 1;
                *counted.entry(point).or_default() += 1;
            }
        }
        let (is, of) = counted
            .into_iter()
            .max_by(|a, b| (a.1, &a.0).cmp(&(b.1, &b.0)))?;
        (of >= 3 && of * 3 >= among * 2).then_some(UsualPoint { is, of, among })
    }
}
