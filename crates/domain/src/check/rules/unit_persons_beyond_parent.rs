use crate::check::context::{number_of, printed};
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::number::Number;
use crate::plan::{Node, NodeKind, UnitKind};

pub(super) const RULE: Rule = Rule {
    name: "unit-persons-beyond-parent",
    severity: Severity::Warning,
    page: include_str!("unit_persons_beyond_parent.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let units = &c.plan.units;
    let mut below: Vec<Number> = vec![Number::ZERO; units.len()];
    for unit in units {
        // People of a group, an organ or a site are of other units too.
        if matches!(
            unit.kind,
            Some(UnitKind::Group | UnitKind::Organ | UnitKind::Site)
        ) {
            continue;
        }
        let parent = unit.parent.as_ref().and_then(|r| r.node);
        let parent = parent.filter(|node| node.kind == NodeKind::Unit);
        if let (Some(sum), Some(persons)) = (
            parent.and_then(|node| below.get_mut(node.at())),
            number_of(&unit.persons),
        ) {
            *sum += persons;
        }
    }
    for (i, (unit, persons)) in units.iter().zip(&below).enumerate() {
        if let Some(has) = number_of(&unit.persons).filter(|has| persons > has) {
            let node = Node::new(NodeKind::Unit, i);
            say.at(node)
                .field("persons")
                .arg("unit", c.short_label(node))
                .arg("persons", printed(persons))
                .arg("has", printed(has));
        }
    }
}
