use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::{Node, NodeKind};

pub(super) const RULE: Rule = Rule {
    name: "placed-under-another-objective",
    severity: Severity::Warning,
    page: include_str!("placed_under_another_objective.md"),
    check: Some(check),
};

/// Places of one indicator that are looked at, its own first.
const MANY: usize = 32;

fn check(c: &Context<'_>, say: &mut Say) {
    for (i, placement) in c.plan.placements.iter().enumerate() {
        let (Some(section), Some(child)) = (placement.parent.node, placement.child.node) else {
            continue;
        };
        if section.kind != NodeKind::Section || child.kind != NodeKind::Indicator {
            continue;
        }
        let Some(here) = heading(c, section) else {
            continue;
        };
        let own: Vec<Node> = c
            .over(child)
            .iter()
            .take(MANY)
            .filter(|n| **n != section)
            .filter_map(|n| match n.kind {
                NodeKind::Objective => Some(*n),
                // Where no objective holds it, the section where it stands first does.
                NodeKind::Section => {
                    let indicator = c.plan.indicators.get(child.at())?;
                    let first = indicator.parent.as_ref()?.node?;
                    (first == *n).then(|| heading(c, *n))?
                }
                _ => None,
            })
            .collect();
        let akin = |own: &Node| {
            *own == here || c.ancestors(*own).contains(&here) || c.ancestors(here).contains(own)
        };
        if let Some(first) = own.first()
            && !own.iter().any(akin)
        {
            say.at(Node::new(NodeKind::Placement, i))
                .arg("indicator", c.label(child))
                .arg("own", c.label(*first))
                .arg("here", c.label(here));
        }
    }
}

/// The objective that heads a section.
fn heading(c: &Context<'_>, section: Node) -> Option<Node> {
    c.plan.sections.get(section.at())?.objective.as_ref()?.node
}
