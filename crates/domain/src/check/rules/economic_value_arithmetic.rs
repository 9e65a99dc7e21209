use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use std::collections::HashMap;

use crate::check::context::{ObjectiveAt, number_of, printed};
use crate::number::Number;
use crate::plan::{Fund, Quantity};

pub(super) const RULE: Rule = Rule {
    name: "economic-value-arithmetic",
    severity: Severity::Error,
    page: include_str!("economic_value_arithmetic.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for fund in ["managers", "staff"] {
        let of = |o: &ObjectiveAt<'_>| -> Option<Quantity> {
            match fund {
                "managers" => o.is.value_managers.clone(),
                _ => o.is.value_staff.clone(),
            }
        };
        let of_fund = c
            .plan
            .funds
            .iter()
            .find(|f| f.id == fund)
            .and_then(point_value);
        let from = if of_fund.is_some() { "fund" } else { "siblings" };
        let Some(point) = of_fund.or_else(|| usual(c, &of)) else {
            continue;
        };
        for objective in c.objectives() {
            let value = of(&objective);
            let (Some(number), Some(coefficient)) = (number_of(&value), c.coefficient(objective.is))
            else {
                continue;
            };
            let computed = &point * &coefficient;
            // Point and value may both be printed in whole euro, each up to a half away.
            let room = (&coefficient + &Number::ONE) * Number::ratio(1, 2).unwrap_or_default();
            let close = (&computed - number).abs() <= room;
            let excluded = objective.is.value_excluded.is_some() && number.is_zero();
            if close || excluded {
                continue;
            }
            say.at(objective.node)
                .field(format!("value_{fund}"))
                .arg("fund", fund)
                .arg("from", from)
                .arg("value", value.as_ref().map_or("", |q| q.text.trim()))
                .arg("point", printed(&point))
                .arg("coefficient", printed(&coefficient))
                .arg("computed", printed(&computed));
        }
    }
}

/// The value of a point: as printed, else stable resources × percentage.
fn point_value(fund: &Fund) -> Option<Number> {
    number_of(&fund.point_value).cloned().or_else(|| {
        let percentage = number_of(&fund.percentage)?.checked_div(&Number::HUNDRED)?;
        Some(number_of(&fund.stable_resources)? * percentage)
    })
}

/// The value of a point that most objectives have, where no fund says it.
fn usual(
    c: &Context<'_>,
    of: &dyn Fn(&ObjectiveAt<'_>) -> Option<Quantity>,
) -> Option<Number> {
    let mut counted: HashMap<Number, usize> = HashMap::new();
    let mut all = 0;
    for objective in c.objectives() {
        let value = of(&objective);
        if let (Some(value), Some(coefficient)) = (number_of(&value), c.coefficient(objective.is))
            && let Some(point) = value.checked_div(&coefficient)
        {
            all += 1;
            *counted.entry(point).or_default() += 1;
        }
    }
    let (point, count) = counted.into_iter().max_by(|a, b| (a.1, &a.0).cmp(&(b.1, &b.0)))?;
    (count >= 3 && count * 3 >= all * 2).then_some(point)
}
