use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use hashbrown::HashMap;

use crate::check::context::{number_of, printed};
use crate::check::wording::has_beginning;
use crate::number::Number;
use crate::plan::{Effort, Node, NodeKind};

pub(super) const RULE: Rule = Rule {
    name: "effort-beyond-unit",
    severity: Severity::Warning,
    page: include_str!("effort_beyond_unit.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let has = |unit: Node| {
        let unit = c
            .plan
            .units
            .get(unit.at())
            .filter(|_| unit.kind == NodeKind::Unit)?;
        number_of(&unit.persons)
    };
    let mut over_all: HashMap<Node, Number> = HashMap::new();
    for objective in c.objectives() {
        let mut here: HashMap<Node, Number> = HashMap::new();
        let mut units: Vec<Node> = Vec::new();
        for effort in objective.is.efforts.iter().filter(|e| !from_outside(e)) {
            let (Some(unit), Some(persons)) = (
                effort.unit.as_ref().and_then(|u| u.node),
                number_of(&effort.persons),
            ) else {
                continue;
            };
            if !here.contains_key(&unit) {
                units.push(unit);
            }
            *here.entry(unit).or_default() += persons;
            if let Some(time) = number_of(&effort.time)
                && let Some(share) = time.checked_div(&Number::HUNDRED)
            {
                *over_all.entry(unit).or_default() += persons * &share;
            }
        }
        for unit in units {
            if let (Some(persons), Some(has)) = (here.get(&unit), has(unit))
                && persons > has
            {
                say.at(objective.node)
                    .field("efforts")
                    .arg("what", "one")
                    .arg("persons", printed(persons))
                    .arg("unit", c.short_label(unit))
                    .arg("has", printed(has));
            }
        }
    }
    for i in 0..c.plan.units.len() {
        let unit = Node::new(NodeKind::Unit, i);
        if let (Some(persons), Some(has)) = (over_all.get(&unit), has(unit))
            && persons > has
        {
            say.at(unit)
                .field("persons")
                .arg("what", "all")
                .arg("persons", printed(persons))
                .arg("unit", c.short_label(unit))
                .arg("has", printed(has));
        }
    }
}

/// Somebody who is not of the unit's staff, whatever unit he works with.
fn from_outside(effort: &Effort) -> bool {
    let category = effort.category.as_deref().unwrap_or_default();
    has_beginning(
        category,
        &[
            "consulent",
            "estern",
            "collaborator",
            "incaric",
            "tirocin",
            "stagist",
        ],
    )
}
