use crate::check::spelling::slips;
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::{Node, NodeKind, Role};
use crate::target::field_of;

pub(super) const RULE: Rule = Rule {
    name: "possible-misspelling",
    severity: Severity::Note,
    page: include_str!("possible_misspelling.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let texts = texts(c);
    for slip in slips(texts.iter().map(|(_, _, text)| *text)) {
        if let Some((node, field, _)) = texts.get(slip.text) {
            say.at(*node)
                .field(field.clone())
                .arg("word", slip.word)
                .arg("known", slip.meant);
        }
    }
}

/// Titles, names and short texts of the plan, each with its place.
fn texts<'p>(c: &Context<'p>) -> Vec<(Node, String, &'p str)> {
    let plan = c.plan;
    let mut texts: Vec<(Node, String, &'p str)> = Vec::new();
    let mut put = |node: Node, field: &str, text: Option<&'p str>| {
        if let Some(text) = text {
            texts.push((node, field.to_owned(), text));
        }
    };
    for (i, x) in plan.areas.iter().enumerate() {
        let node = Node::new(NodeKind::Area, i);
        put(node, "title", x.title.as_deref());
        for other in &x.other_titles {
            put(node, "other_titles", Some(other));
        }
    }
    for (i, x) in plan.perspectives.iter().enumerate() {
        put(
            Node::new(NodeKind::Perspective, i),
            "title",
            x.title.as_deref(),
        );
    }
    for (i, x) in plan.units.iter().enumerate() {
        put(Node::new(NodeKind::Unit, i), "title", x.title.as_deref());
    }
    for (i, x) in plan.objectives.iter().enumerate() {
        let node = Node::new(NodeKind::Objective, i);
        put(node, "title", x.title.as_deref());
        for other in &x.other_titles {
            put(node, "other_titles", Some(other));
        }
        put(node, "responsible_text", x.responsible_text.as_deref());
        put(node, "units_text", x.units_text.as_deref());
        put(node, "effort_text", x.effort_text.as_deref());
    }
    for (i, x) in plan.actions.iter().enumerate() {
        put(Node::new(NodeKind::Action, i), "title", x.title.as_deref());
    }
    for (i, x) in plan.indicators.iter().enumerate() {
        let node = Node::new(NodeKind::Indicator, i);
        put(node, "name", x.name.as_deref());
        for other in &x.other_names {
            put(node, "other_names", Some(other));
        }
        put(node, "unit", x.unit.as_deref());
        put(node, "algorithm", x.algorithm.as_deref());
        put(node, "source", x.source.as_deref());
        put(node, "owner", x.owner.as_deref());
        let targets = [Role::Target, Role::RevisedTarget, Role::Actual];
        for value in x.values.iter().filter(|v| targets.contains(&v.role)) {
            put(node, &field_of(value), Some(&value.text));
        }
    }
    for (i, x) in plan.sections.iter().enumerate() {
        put(Node::new(NodeKind::Section, i), "title", x.title.as_deref());
    }
    for (i, x) in plan.placements.iter().enumerate() {
        let node = Node::new(NodeKind::Placement, i);
        put(node, "local_title", x.local_title.as_deref());
        put(node, "local_source", x.local_source.as_deref());
    }
    for (i, x) in plan.budget_lines.iter().enumerate() {
        put(
            Node::new(NodeKind::BudgetLine, i),
            "item",
            x.item.as_deref(),
        );
    }
    texts
}
