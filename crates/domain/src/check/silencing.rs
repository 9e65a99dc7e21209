//! Findings that a body has looked at and lets stand, each with a written reason.

use crate::finding::{Finding, Place};
use crate::plan::{Node, NodeKind, Plan, Silence};

/// A finding that stands by the body's decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Silenced {
    /// What was found.
    pub finding: Finding,
    /// The silence, by its position in the plan.
    pub silence: usize,
}

/// Parts the findings that stand from those that a silence with a reason covers; a silence that
/// covers nothing is a finding of its own.
pub(super) fn silence(plan: &Plan, findings: Vec<Finding>) -> (Vec<Finding>, Vec<Silenced>) {
    let (mut standing, mut silenced) = (Vec::with_capacity(findings.len()), Vec::new());
    let mut used = vec![false; plan.silences.len()];
    for finding in findings {
        let covering = plan
            .silences
            .iter()
            .position(|silence| has_reason(silence) && covers(plan, silence, &finding));
        match covering {
            Some(silence) => {
                used[silence] = true;
                silenced.push(Silenced { finding, silence });
            }
            None => standing.push(finding),
        }
    }
    for (i, silence) in plan.silences.iter().enumerate() {
        let rule = silence.rule.as_deref().unwrap_or_default();
        if !used[i] && has_reason(silence) && super::Rule::named(rule).is_some() {
            standing.push(
                Finding::warning("silence-unused")
                    .at(Node::new(NodeKind::Silence, i))
                    .field("rule")
                    .arg("rule", rule),
            );
        }
    }
    (standing, silenced)
}

fn has_reason(silence: &Silence) -> bool {
    silence
        .reason
        .as_deref()
        .is_some_and(|reason| !reason.trim().is_empty())
}

fn covers(plan: &Plan, silence: &Silence, finding: &Finding) -> bool {
    let of_rule = silence.rule.as_deref().map(str::trim) == Some(finding.rule);
    of_rule
        && match &silence.about {
            None => true,
            Some(about) => about
                .node
                .is_some_and(|node| concerns(plan, node, &finding.place)),
        }
        && silence
            .field
            .as_deref()
            .map(str::trim)
            .filter(|field| !field.is_empty())
            .is_none_or(|field| is_field(field, finding.place.field.as_deref()))
}

/// A placement has no key: it is meant by what it places, or by where.
fn concerns(plan: &Plan, node: Node, place: &Place) -> bool {
    if place.node == Some(node) {
        return true;
    }
    place
        .node
        .filter(|n| n.kind == NodeKind::Placement)
        .and_then(|n| plan.placements.get(n.at()))
        .is_some_and(|p| p.parent.node == Some(node) || p.child.node == Some(node))
}

fn is_field(written: &str, found: Option<&str>) -> bool {
    found.is_some_and(|found| {
        found == written
            || found
                .strip_prefix(written)
                .is_some_and(|rest| rest.starts_with('.'))
    })
}
