use crate::check::context::{number_of, printed};
use crate::check::worth::UsualPoint;
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
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
        let Some(point) = number_of(&fund.point_value) else {
            continue;
        };
        let typed = fund.point_value.as_ref().map_or("", |q| q.text.trim());
        let node = Node::new(NodeKind::Fund, i);
        let differs = |computed: &Number| (computed - point).abs() >= Number::ONE;
        let resources = number_of(&fund.stable_resources);
        if let (Some(resources), Some(percentage)) = (resources, number_of(&fund.percentage))
            && let Some(computed) = (resources * percentage).checked_div(&Number::HUNDRED)
            && differs(&computed)
        {
            say.at(node)
                .field("point_value")
                .arg("what", "resources")
                .arg("value", typed)
                .arg("percentage", printed(percentage))
                .arg("resources", printed(resources))
                .arg("computed", printed(&computed));
        } else if let Some(usual) = UsualPoint::of(c, &fund.id)
            && differs(&usual.is)
        {
            say.at(node)
                .field("point_value")
                .arg("what", "objectives")
                .arg("value", typed)
                .arg("count", usual.of.to_string())
                .arg("among", usual.among.to_string())
                .arg("computed", printed(&usual.is));
        }
    }
}
