use crate::check::context::{number_of, printed};
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::number::Number;
use crate::plan::{Node, NodeKind};

pub(super) const RULE: Rule = Rule {
    name: "coefficients-exceed-fund",
    severity: Severity::Warning,
    page: include_str!("coefficients_exceed_fund.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for (i, fund) in c.plan.funds.iter().enumerate() {
        let Some(percentage) = number_of(&fund.percentage) else {
            continue;
        };
        let coefficients: Vec<Number> = c
            .objectives()
            .filter(|o| o.is.value_excluded.is_none())
            .filter_map(|o| c.coefficient(o.is))
            .collect();
        let points: Number = coefficients.iter().sum();
        let computed = &points * percentage;
        if computed > Number::HUNDRED {
            say.at(Node::new(NodeKind::Fund, i))
                .field("percentage")
                .arg("count", coefficients.len().to_string())
                .arg("points", printed(&points))
                .arg("percentage", printed(percentage))
                .arg("computed", printed(&computed));
        }
    }
}
