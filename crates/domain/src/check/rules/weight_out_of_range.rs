use crate::check::context::number_of;
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::number::Number;
use crate::plan::{Node, NodeKind, Quantity};

pub(super) const RULE: Rule = Rule {
    name: "weight-out-of-range",
    severity: Severity::Error,
    page: include_str!("weight_out_of_range.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let mut look = |node: Node, field: &str, weight: &Option<Quantity>| {
        if number_of(weight).is_some_and(|n| *n > Number::HUNDRED) {
            say.at(node)
                .field(field)
                .arg("weight", weight.as_ref().map_or("", |q| q.text.trim()));
        }
    };
    macro_rules! weights {
        ($list:ident, $kind:ident) => {
            for (i, x) in c.plan.$list.iter().enumerate() {
                look(Node::new(NodeKind::$kind, i), "weight", &x.weight);
                look(
                    Node::new(NodeKind::$kind, i),
                    "revised_weight",
                    &x.revised_weight,
                );
            }
        };
    }
    weights!(areas, Area);
    weights!(objectives, Objective);
    weights!(actions, Action);
    weights!(indicators, Indicator);
    weights!(placements, Placement);
    for (i, activity) in c.plan.activities.iter().enumerate() {
        look(Node::new(NodeKind::Activity, i), "weight", &activity.weight);
    }
    for objective in c.objectives() {
        look(objective.node, "own_share", &objective.is.own_share);
    }
}
