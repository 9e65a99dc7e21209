use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::{Node, NodeKind};

pub(super) const RULE: Rule = Rule {
    name: "budget-line-of-other-objective",
    severity: Severity::Warning,
    page: include_str!("budget_line_of_other_objective.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for (i, line) in c.plan.budget_lines.iter().enumerate() {
        if line.objectives.is_empty() {
            continue;
        }
        let of_line = |node: &Node| line.objectives.iter().any(|o| o.node == Some(*node));
        for indicator in line.indicators.iter().filter_map(|r| r.node) {
            let places = places(c, indicator);
            // It may stand on a dashboard, or deeper under the objective of the line.
            let near = places
                .iter()
                .any(|place| of_line(place) || c.over(*place).iter().any(&of_line));
            let parent = places
                .iter()
                .find(|place| place.kind == NodeKind::Objective);
            if let (false, Some(parent)) = (near, parent) {
                say.at(Node::new(NodeKind::BudgetLine, i))
                    .field("indicators")
                    .arg("indicator", c.label(indicator))
                    .arg("parent", c.short_label(*parent))
                    .arg("objectives", c.short_labels(line.objectives.iter()));
            }
        }
    }
}

/// The objectives under which an indicator stands, directly or by an action or section.
fn places(c: &Context<'_>, indicator: Node) -> Vec<Node> {
    let mut places: Vec<Node> = Vec::new();
    for parent in c.over(indicator) {
        match parent.kind {
            NodeKind::Objective => places.push(*parent),
            NodeKind::Action => places.extend(c.over(*parent)),
            NodeKind::Section => places.extend(
                c.plan
                    .sections
                    .get(parent.at())
                    .and_then(|section| section.objective.as_ref()?.node),
            ),
            _ => {}
        }
    }
    places
}
