use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::{Node, NodeKind};

pub(super) const RULE: Rule = Rule {
    name: "strategic-indicator-on-no-dashboard",
    severity: Severity::Warning,
    page: include_str!("strategic_indicator_on_no_dashboard.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    if c.plan.dashboards.is_empty() {
        return;
    }
    let mut held = 0_usize;
    let mut missing: Vec<Node> = Vec::new();
    for indicator in c.indicators() {
        let over = c.over(indicator.node);
        let strategic = over.iter().any(|o| is_strategic(c, *o)) && !indicator.is.national
            || over.iter().any(|o| is_strategic(c, *o)) && c.plan.levels.len() == 1;
        if !strategic {
            continue;
        }
        let on_one = over
            .iter()
            .any(|o| matches!(o.kind, NodeKind::Section | NodeKind::Dashboard));
        if on_one {
            held += 1;
        } else {
            missing.push(indicator.node);
        }
    }
    if held >= missing.len() {
        for node in missing {
            say.at(node);
        }
    }
}

/// An objective of the first level, or of no level and under no other.
fn is_strategic(c: &Context<'_>, node: Node) -> bool {
    let Some(objective) = c.objective(node) else {
        return false;
    };
    let is = objective.is;
    if is.national || is.agency || !c.in_force(node) {
        return false;
    }
    match (&is.level, c.plan.levels.first()) {
        (Some(level), Some(first)) => level.text == first.id,
        _ => is
            .parent
            .as_ref()
            .and_then(|r| r.node)
            .is_none_or(|n| n.kind != NodeKind::Objective),
    }
}
