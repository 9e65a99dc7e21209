use crate::check::wording::same;
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::{Node, NodeKind};

pub(super) const RULE: Rule = Rule {
    name: "local-source-differs",
    severity: Severity::Note,
    page: include_str!("local_source_differs.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for (i, placement) in c.plan.placements.iter().enumerate() {
        let child = placement.child.node.and_then(|node| c.indicator(node));
        let (Some(indicator), Some(local)) = (child, placement.local_source.as_deref()) else {
            continue;
        };
        let Some(own) = indicator.is.source.as_deref() else {
            continue;
        };
        if !local.trim().is_empty() && !same(local, own) {
            say.at(Node::new(NodeKind::Placement, i))
                .field("local_source")
                .arg("local", local.trim())
                .arg("own", own.trim())
                .arg("indicator", c.label(indicator.node));
        }
    }
}
