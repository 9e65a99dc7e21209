//! Economic value: what an objective is worth, and how much of it has accrued (scoring.md §5).

use crate::finding::Finding;
use crate::method::{Accrual, BandLevel};
use crate::number::Number;
use crate::plan::{Node, NodeKind, Plan};

use super::Scores;
use super::bands::Bands;

/// The economic value of one objective for one category of staff, in euro.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EconomicValue {
    /// The objective.
    pub objective: Node,
    /// Position of the fund.
    pub fund: usize,
    /// Value of a point.
    pub point: Number,
    /// Relevance coefficient.
    pub coefficient: Number,
    /// Point value × coefficient; 0 where an act excludes the objective.
    pub potential: Number,
    /// Potential × year-end score, where there is one; none before the year's last checkpoint.
    pub accrued: Option<Number>,
}

/// The value of a point of a fund: as printed, else stable resources × percentage.
pub fn point_value(plan: &Plan, fund: usize) -> Option<Number> {
    let fund = plan.funds.get(fund)?;
    let of = |q: &Option<crate::plan::Quantity>| q.as_ref().and_then(|q| q.number.clone());
    of(&fund.point_value).or_else(|| {
        let points = of(&fund.percentage)?.checked_div(&Number::HUNDRED)?;
        Some(of(&fund.stable_resources)? * points)
    })
}

/// Point value × relevance coefficient, with the two; 0 where an act excludes the objective, none
/// where it has no relevance or the fund no point value.
pub fn potential(plan: &Plan, fund: usize, objective: usize) -> Option<[Number; 3]> {
    let point = point_value(plan, fund)?;
    let objective = plan.objectives.get(objective)?;
    let relevance = objective.relevance.as_ref()?;
    let of_scale = relevance
        .node
        .filter(|n| n.kind == NodeKind::Relevance)
        .and_then(|n| plan.relevances.get(n.at()))
        .and_then(|r| r.coefficient.number.clone());
    let coefficient = of_scale.or_else(|| crate::target::read_number(&relevance.text).0)?;
    let potential = match &objective.value_excluded {
        Some(_) => Number::ZERO,
        None => &point * &coefficient,
    };
    Some([point, coefficient, potential])
}

/// The weights, in points of 100, that a set of objectives has where the method derives weights
/// from economic value; none where one of them has no value or all have 0.
pub fn weights_from_value(plan: &Plan, objectives: &[usize]) -> Option<Vec<Number>> {
    let values: Vec<Number> = objectives
        .iter()
        .map(|objective| potential(plan, 0, *objective).map(|[_, _, potential]| potential))
        .collect::<Option<_>>()?;
    let total: Number = values.iter().sum();
    values
        .iter()
        .map(|value| (value * &Number::HUNDRED).checked_div(&total))
        .collect()
}

/// The economic value of every objective with a relevance, fund by fund.
pub fn economic_values(plan: &Plan, scores: &Scores) -> Vec<EconomicValue> {
    let mut ignored: Vec<Finding> = Vec::new();
    let bands = match plan.method.accrual {
        Some(Accrual::Banded) => Bands::of(&plan.method, BandLevel::Final, &mut ignored),
        _ => Bands::default(),
    };
    let mut values = Vec::new();
    for fund in 0..plan.funds.len() {
        for i in 0..plan.objectives.len() {
            let Some([point, coefficient, potential]) = potential(plan, fund, i) else {
                continue;
            };
            let objective = Node::new(NodeKind::Objective, i);
            let accrued = scores
                .of(objective)
                .filter(|_| scores.checkpoint == scores.year_end)
                .and_then(|s| s.score.as_ref())
                .map(|score| {
                    let banded = bands.value(score);
                    &potential * banded.as_ref().unwrap_or(score)
                });
            values.push(EconomicValue {
                objective,
                fund,
                point,
                coefficient,
                potential,
                accrued,
            });
        }
    }
    values
}
