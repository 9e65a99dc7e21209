//! The money of an objective, line by line.

use crate::number::Number;
use crate::plan::{BudgetLine, Flow, Node, NodeKind, Plan};

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
    let serving = plan.budget_lines.iter().enumerate();
    let serving = serving.filter(|(_, line)| served(plan, line).contains(&objective));
    total(plan, serving.map(|(i, _)| i))
}

/// The objectives that a line serves, by name or through its indicators, each once.
pub fn served(plan: &Plan, line: &BudgetLine) -> Vec<Node> {
    let through = line.indicators.iter().filter_map(|r| {
        let indicator = r.node.filter(|n| n.kind == NodeKind::Indicator)?;
        plan.indicators.get(indicator.at())?.parent.as_ref()?.node
    });
    let named = line.objectives.iter().filter_map(|r| r.node);
    let mut found = Vec::new();
    for node in named.chain(through) {
        if node.kind == NodeKind::Objective && !found.contains(&node) {
            found.push(node);
        }
    }
    found
}

/// The lines of each mission and programme, in the order of the objectives: a line that serves
/// several objectives of one programme is there once. Lines of objectives that name neither stand
/// under none, and so do lines that serve no objective.
pub fn by_programme(plan: &Plan) -> Vec<(Option<Programme<'_>>, Resources)> {
    let mut groups: Vec<(Option<Programme<'_>>, Vec<usize>)> = Vec::new();
    let mut put = |programme, line| {
        let at = groups.iter().position(|(of, _)| *of == programme);
        let at = at.unwrap_or_else(|| {
            groups.push((programme, Vec::new()));
            groups.len() - 1
        });
        if !groups[at].1.contains(&line) {
            groups[at].1.push(line);
        }
    };
    let served: Vec<Vec<Node>> = plan.budget_lines.iter().map(|l| served(plan, l)).collect();
    for (at, objective) in plan.objectives.iter().enumerate() {
        let node = Node::new(NodeKind::Objective, at);
        let programme = Programme {
            mission: objective.mission.as_deref().map(str::trim),
            programme: objective.budget_programme.as_deref().map(str::trim),
        };
        let programme = (programme != Programme::default()).then_some(programme);
        for (line, _) in served
            .iter()
            .enumerate()
            .filter(|(_, of)| of.contains(&node))
        {
            put(programme, line);
        }
    }
    for (line, _) in served.iter().enumerate().filter(|(_, of)| of.is_empty()) {
        put(None, line);
    }
    let groups = groups.into_iter();
    groups
        .map(|(programme, lines)| (programme, total(plan, lines.into_iter())))
        .collect()
}

/// *Missione* and *programma* of the budget classification, as objectives name them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Programme<'p> {
    /// The mission.
    pub mission: Option<&'p str>,
    /// The programme.
    pub programme: Option<&'p str>,
}

/// Lines with their totals, each once.
pub fn total(plan: &Plan, lines: impl Iterator<Item = usize>) -> Resources {
    let mut found = Resources::default();
    for (i, line) in lines.filter_map(|i| Some((i, plan.budget_lines.get(i)?))) {
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
