use crate::check::context::{number_of, printed};
use crate::check::worth::{UsualPoint, value_of};
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::number::Number;
use crate::plan::Fund;

pub(super) const RULE: Rule = Rule {
    name: "economic-value-arithmetic",
    severity: Severity::Error,
    page: include_str!("economic_value_arithmetic.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for fund in ["managers", "staff"] {
        // Where most objectives agree, what differs is the one that is wrong, be it the fund.
        let usual = UsualPoint::of(c, fund).map(|usual| usual.is);
        let of_fund = c
            .plan
            .funds
            .iter()
            .find(|f| f.id == fund)
            .and_then(point_value);
        let from = match usual.is_some() && usual != of_fund {
            true => "siblings",
            false => "fund",
        };
        let Some(point) = usual.or(of_fund) else {
            continue;
        };
        for objective in c.objectives() {
            let value = value_of(objective.is, fund);
            let (Some(number), Some(coefficient)) = (number_of(value), c.coefficient(objective.is))
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
