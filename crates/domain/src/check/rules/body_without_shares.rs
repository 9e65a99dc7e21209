use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::{Node, NodeKind};

pub(super) const RULE: Rule = Rule {
    name: "body-without-shares",
    severity: Severity::Note,
    page: include_str!("body_without_shares.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let Some(target) = &c.plan.heading.body_target else {
        return;
    };
    let placed = c.plan.placements.iter().any(|p| {
        p.parent.node == Some(Node::BODY) && (p.weight.is_some() || p.revised_weight.is_some())
    });
    let areas = c.plan.areas.iter().any(|area| area.weight.is_some());
    let parts = match c.plan.areas.is_empty() {
        // A lone objective, like a lone area, is the whole.
        true => c
            .objectives()
            .filter(|o| is_root(o.is.parent.as_ref()))
            .count(),
        false => c.plan.areas.len(),
    };
    if !placed && !areas && parts > 1 {
        say.at(Node::BODY)
            .field("body_target")
            .arg("target", target.text.trim());
    }
}

fn is_root(parent: Option<&crate::plan::Reference>) -> bool {
    let above = parent.and_then(|r| r.node);
    above.is_none_or(|node| node.kind != NodeKind::Objective)
}
