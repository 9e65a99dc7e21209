use crate::check::wording::{Words, content_words};
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::{Node, NodeKind, Reference};

pub(super) const RULE: Rule = Rule {
    name: "placed-under-another-action",
    severity: Severity::Note,
    page: include_str!("placed_under_another_action.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let title = |action: &Option<Reference>| {
        let node = action.as_ref().and_then(|r| r.node)?;
        c.plan.name_of(node).title
    };
    for (i, placement) in c.plan.placements.iter().enumerate() {
        let child = placement.child.node.and_then(|n| c.indicator(n));
        let Some(indicator) = child else { continue };
        let (Some(own), Some(here)) = (title(&indicator.is.action), title(&placement.action))
        else {
            continue;
        };
        if nearly(own) != nearly(here) {
            say.at(Node::new(NodeKind::Placement, i))
                .field("action")
                .arg("indicator", c.label(indicator.node))
                .arg("own", own.trim())
                .arg("here", here.trim());
        }
    }
}

/// The words of a title, with *nell'ottica* as good as *in ottica*.
fn nearly(title: &str) -> Words {
    content_words(title).only(|w| w.len() > 4)
}
