use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::check::context::{number_of, printed};
use crate::number::Number;
use crate::plan::{Node, NodeKind};

pub(super) const RULE: Rule = Rule {
    name: "point-value-arithmetic",
    severity: Severity::Error,
    page: include_str!("point_value_arithmetic.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for (i, fund) in c.plan.funds.iter().enumerate() {
        let (Some(resources), Some(percentage), Some(point)) = (
            number_of(&fund.stable_resources),
            number_of(&fund.percentage),
            number_of(&fund.point_value),
        ) else {
            continue;
        };
        let Some(computed) = (resources * percentage).checked_div(&Number::HUNDRED) else {
            continue;
        };
        if (&computed - point).abs() >= Number::ONE {
            say.at(Node::new(NodeKind::Fund, i))
                .field("point_value")
                .arg("value", fund.point_value.as_ref().map_or("", |q| q.text.trim()))
                .arg("percentage", printed(percentage))
                .arg("resources", printed(resources))
                .arg("computed", printed(&computed));
        }
    }
}
