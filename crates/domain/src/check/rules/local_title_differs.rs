use crate::check::wording::content_words;
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::{Node, NodeKind};

pub(super) const RULE: Rule = Rule {
    name: "local-title-differs",
    severity: Severity::Note,
    page: include_str!("local_title_differs.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for (i, placement) in c.plan.placements.iter().enumerate() {
        let own = placement.child.node.and_then(|n| c.plan.name_of(n).title);
        differs(
            say,
            Node::new(NodeKind::Placement, i),
            "local_title",
            placement.local_title.as_deref(),
            own,
        );
    }
    for (i, section) in c.plan.sections.iter().enumerate() {
        let head = section.objective.as_ref().and_then(|r| r.node);
        let own = head.and_then(|n| c.plan.name_of(n).title);
        differs(
            say,
            Node::new(NodeKind::Section, i),
            "title",
            section.title.as_deref(),
            own,
        );
    }
}

fn differs(say: &mut Say, node: Node, field: &str, local: Option<&str>, own: Option<&str>) {
    let (Some(local), Some(own)) = (local, own) else {
        return;
    };
    if !local.trim().is_empty() && content_words(local) != content_words(own) {
        say.at(node)
            .field(field)
            .arg("local", local.trim())
            .arg("own", own.trim());
    }
}
