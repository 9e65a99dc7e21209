use hashbrown::HashSet;

use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::{Node, NodeKind, Role};
use crate::target::{TargetReading, ValueReading};

pub(super) const RULE: Rule = Rule {
    name: "target-missing",
    severity: Severity::Warning,
    page: include_str!("target_missing.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let placed: HashSet<Node> = c
        .plan
        .placements
        .iter()
        .filter(|p| p.local_target.is_some())
        .filter_map(|p| p.child.node)
        .collect();
    for indicator in c.indicators() {
        let stated = [Role::Target, Role::RevisedTarget].into_iter().any(|role| {
            indicator.values(role).any(|(_, reading)| {
                !matches!(reading, ValueReading::Target(TargetReading::None(_)))
            })
        });
        let parts = c
            .under(indicator.node)
            .iter()
            .any(|node| node.kind == NodeKind::Activity);
        // What a national table measures has the values that the table prints.
        if !stated && !parts && !indicator.is.national && !placed.contains(&indicator.node) {
            say.at(indicator.node).field("targets");
        }
    }
}
