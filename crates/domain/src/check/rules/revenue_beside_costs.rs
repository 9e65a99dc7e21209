use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use hashbrown::HashSet;

use crate::plan::{Flow, Node, NodeKind};

pub(super) const RULE: Rule = Rule {
    name: "revenue-beside-costs",
    severity: Severity::Note,
    page: include_str!("revenue_beside_costs.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let lines = || c.plan.budget_lines.iter().enumerate();
    let with_costs: HashSet<Node> = lines()
        .filter(|(_, line)| line.flow == Flow::Cost && line.amount.is_some())
        .flat_map(|(_, line)| &line.objectives)
        .filter_map(|objective| objective.node)
        .collect();
    for (i, line) in lines().filter(|(_, line)| line.flow == Flow::Revenue) {
        let mut objectives = line.objectives.iter().filter_map(|o| o.node);
        if objectives.any(|objective| with_costs.contains(&objective)) {
            say.at(Node::new(NodeKind::BudgetLine, i)).field("flow");
        }
    }
}
