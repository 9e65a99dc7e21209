use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::{Node, NodeKind, Reference, Status};

pub(super) const RULE: Rule = Rule {
    name: "new-without-variation",
    severity: Severity::Warning,
    page: include_str!("new_without_variation.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for (i, o) in c.plan.objectives.iter().enumerate() {
        one(
            say,
            Node::new(NodeKind::Objective, i),
            o.status,
            o.variation.as_ref(),
        );
    }
    for (i, x) in c.plan.indicators.iter().enumerate() {
        // What a new objective brings is new with it.
        let parent = x.parent.as_ref().and_then(|r| r.node);
        let above = parent.and_then(|n| {
            c.plan
                .objectives
                .get(n.at())
                .filter(|_| n.kind == NodeKind::Objective)
        });
        let with_it = above.and_then(|o| o.variation.as_ref());
        one(
            say,
            Node::new(NodeKind::Indicator, i),
            x.status,
            x.variation.as_ref().or(with_it),
        );
    }
}

fn one(say: &mut Say, node: Node, status: Status, variation: Option<&Reference>) {
    let status = match status {
        Status::Original => return,
        Status::New => "new",
        Status::Replaced => "replaced",
        Status::Removed => "removed",
    };
    if variation.is_none_or(|v| v.text.trim().is_empty()) {
        say.at(node).field("status").arg("status", status);
    }
}
