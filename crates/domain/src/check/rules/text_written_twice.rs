use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::{Node, NodeKind};
use crate::target::field_of;

pub(super) const RULE: Rule = Rule {
    name: "text-written-twice",
    severity: Severity::Warning,
    page: include_str!("text_written_twice.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for objective in c.objectives() {
        tell(say, objective.node, "title", objective.is.title.as_deref());
    }
    for (i, action) in c.plan.actions.iter().enumerate() {
        tell(
            say,
            Node::new(NodeKind::Action, i),
            "title",
            action.title.as_deref(),
        );
    }
    for indicator in c.indicators() {
        tell(say, indicator.node, "name", indicator.is.name.as_deref());
        for value in &indicator.is.values {
            tell(say, indicator.node, &field_of(value), Some(&value.text));
        }
    }
}

fn tell(say: &mut Say, node: Node, field: &str, text: Option<&str>) {
    if let Some(once) = text.and_then(twice) {
        say.at(node).field(field).arg("once", once);
    }
}

/// What stands in the text two times over, with nothing or white space between.
fn twice(text: &str) -> Option<&str> {
    let text = text.trim();
    let near = text.len() / 2;
    let ends = near.saturating_sub(2)..=near;
    ends.rev().find_map(|end| {
        let (one, two) = (text.get(..end)?.trim_end(), text.get(end..)?.trim_start());
        // A short word or number may well come twice.
        let says = one.chars().count() >= 4 && one.chars().any(|c| !c.is_ascii_digit());
        (says && one == two).then_some(one)
    })
}
