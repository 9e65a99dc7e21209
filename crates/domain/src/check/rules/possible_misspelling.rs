use crate::check::spelling::slips;
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::{Node, NodeKind, Role, Value};
use crate::target::field_of;

pub(super) const RULE: Rule = Rule {
    name: "possible-misspelling",
    severity: Severity::Note,
    page: include_str!("possible_misspelling.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let texts = texts(c);
    for slip in slips(texts.iter().map(|text| text.is)) {
        if let Some(text) = texts.get(slip.text) {
            let of_value = text.value.map(field_of);
            say.at(text.node)
                .field(of_value.unwrap_or_else(|| text.field.to_owned()))
                .arg("word", slip.word)
                .arg("known", slip.meant);
        }
    }
}

/// A text of the plan and its place: a field, or a value.
struct Text<'p> {
    is: &'p str,
    node: Node,
    field: &'static str,
    value: Option<&'p Value>,
}

struct Texts<'p>(Vec<Text<'p>>);

impl<'p> Texts<'p> {
    fn put(&mut self, node: Node, field: &'static str, text: Option<&'p str>) {
        self.0.extend(text.map(|is| Text {
            is,
            node,
            field,
            value: None,
        }));
    }

    fn put_value(&mut self, node: Node, value: &'p Value) {
        self.0.push(Text {
            is: &value.text,
            node,
            field: "",
            value: Some(value),
        });
    }
}

/// Titles, names and short texts of the plan.
fn texts<'p>(c: &Context<'p>) -> Vec<Text<'p>> {
    let plan = c.plan;
    let mut texts = Texts(Vec::new());
    for (i, x) in plan.areas.iter().enumerate() {
        let node = Node::new(NodeKind::Area, i);
        texts.put(node, "title", x.title.as_deref());
        for other in &x.other_titles {
            texts.put(node, "other_titles", Some(other));
        }
    }
    for (i, x) in plan.perspectives.iter().enumerate() {
        texts.put(
            Node::new(NodeKind::Perspective, i),
            "title",
            x.title.as_deref(),
        );
    }
    for (i, x) in plan.units.iter().enumerate() {
        texts.put(Node::new(NodeKind::Unit, i), "title", x.title.as_deref());
    }
    for (i, x) in plan.objectives.iter().enumerate() {
        let node = Node::new(NodeKind::Objective, i);
        texts.put(node, "title", x.title.as_deref());
        for other in &x.other_titles {
            texts.put(node, "other_titles", Some(other));
        }
        texts.put(node, "responsible_text", x.responsible_text.as_deref());
        texts.put(node, "units_text", x.units_text.as_deref());
        texts.put(node, "effort_text", x.effort_text.as_deref());
    }
    for (i, x) in plan.actions.iter().enumerate() {
        texts.put(Node::new(NodeKind::Action, i), "title", x.title.as_deref());
    }
    for (i, x) in plan.indicators.iter().enumerate() {
        let node = Node::new(NodeKind::Indicator, i);
        texts.put(node, "name", x.name.as_deref());
        for other in &x.other_names {
            texts.put(node, "other_names", Some(other));
        }
        texts.put(node, "unit", x.unit.as_deref());
        texts.put(node, "algorithm", x.algorithm.as_deref());
        texts.put(node, "source", x.source.as_deref());
        texts.put(node, "owner", x.owner.as_deref());
        let targets = [Role::Target, Role::RevisedTarget, Role::Actual];
        for value in x.values.iter().filter(|v| targets.contains(&v.role)) {
            texts.put_value(node, value);
        }
    }
    for (i, x) in plan.sections.iter().enumerate() {
        texts.put(Node::new(NodeKind::Section, i), "title", x.title.as_deref());
    }
    for (i, x) in plan.placements.iter().enumerate() {
        let node = Node::new(NodeKind::Placement, i);
        texts.put(node, "local_title", x.local_title.as_deref());
        texts.put(node, "local_source", x.local_source.as_deref());
    }
    for (i, x) in plan.budget_lines.iter().enumerate() {
        texts.put(
            Node::new(NodeKind::BudgetLine, i),
            "item",
            x.item.as_deref(),
        );
    }
    texts.0
}
