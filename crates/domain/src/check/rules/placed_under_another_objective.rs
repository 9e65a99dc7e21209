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
    let mut right = 0_usize;
    let mut wrong: Vec<(Node, Node, Node)> = Vec::new();
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
        match own.first() {
            Some(first) if !own.iter().any(akin) => {
                wrong.push((Node::new(NodeKind::Placement, i), *first, here));
            }
            Some(_) => right += 1,
            None => {}
        }
    }
    // Where most do, the sections of these dashboards follow another logic than the tree.
    if right >= wrong.len() {
        for (placement, own, here) in wrong {
            say.at(placement)
                .arg("own", c.label(own))
                .arg("here", c.label(here));
        }
    }
}

/// The objective that heads a section.
fn heading(c: &Context<'_>, section: Node) -> Option<Node> {
    c.plan.sections.get(section.at())?.objective.as_ref()?.node
}
