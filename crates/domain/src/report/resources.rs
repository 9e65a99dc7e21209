//! The money of an objective, line by line.

use crate::number::Number;
use crate::plan::{Flow, Node, NodeKind, Plan};

/// The budget lines of an objective with their totals.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Resources {
    /// Positions of the lines in the plan, in its order.
    pub lines: Vec<usize>,
    /// Sum of the costs that have an amount; none where no line has.
    pub costs: Option<Number>,
    /// The same of revenue.
    pub revenue: Option<Number>,
}

/// The lines that serve an objective, by name or through its indicators. A line that serves several
/// objectives is among those of each: totals of objectives do not add up to the body's.
pub fn resources(plan: &Plan, objective: Node) -> Resources {
    let of_objective = |indicator: Option<Node>| {
        indicator
            .filter(|n| n.kind == NodeKind::Indicator)
            .and_then(|n| plan.indicators.get(n.at()))
            .and_then(|x| x.parent.as_ref()?.node)
            == Some(objective)
    };
    let mut found = Resources::default();
    for (i, line) in plan.budget_lines.iter().enumerate() {
        let serves = line.objectives.iter().any(|r| r.node == Some(objective))
            || line.indicators.iter().any(|r| of_objective(r.node));
        if !serves {
            continue;
        }
        found.lines.push(i);
        if let Some(amount) = line.amount.as_ref().and_then(|q| q.number.clone()) {
            let sum = match line.flow {
                Flow::Cost => &mut found.costs,
                Flow::Revenue => &mut found.revenue,
            };
            *sum = Some(sum.take().unwrap_or(Number::ZERO) + amount);
        }
    }
    found
}
