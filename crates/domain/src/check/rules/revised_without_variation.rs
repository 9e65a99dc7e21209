use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::{Node, NodeKind, Role};
use crate::target::field_of;

pub(super) const RULE: Rule = Rule {
    name: "revised-without-variation",
    severity: Severity::Warning,
    page: include_str!("revised_without_variation.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for indicator in c.indicators().filter(|x| x.is.variation.is_none()) {
        for (value, _) in indicator.values(Role::RevisedTarget) {
            if value.variation.is_none() && !value.text.trim().is_empty() {
                say.at(indicator.node)
                    .field(field_of(value))
                    .arg("what", "target");
            }
        }
    }
    macro_rules! weights {
        ($list:ident, $kind:ident) => {
            for (i, x) in c.plan.$list.iter().enumerate() {
                if x.revised_weight.is_some() && x.variation.is_none() {
                    say.at(Node::new(NodeKind::$kind, i))
                        .field("revised_weight")
                        .arg("what", "weight");
                }
            }
        };
    }
    weights!(areas, Area);
    weights!(objectives, Objective);
    weights!(actions, Action);
    weights!(indicators, Indicator);
    weights!(placements, Placement);
}
