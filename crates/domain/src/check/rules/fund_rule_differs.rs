use crate::check::context::{number_of, said};
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::number::Number;
use crate::plan::{Node, NodeKind};
use crate::target::read_number;

pub(super) const RULE: Rule = Rule {
    name: "fund-rule-differs",
    severity: Severity::Warning,
    page: include_str!("fund_rule_differs.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for (i, fund) in c.plan.funds.iter().enumerate() {
        let (Some(percentage), Some(rule)) = (number_of(&fund.percentage), said(&fund.rule)) else {
            continue;
        };
        let named = percentages(rule);
        if named.len() == 1 && !named.contains(percentage) {
            say.at(Node::new(NodeKind::Fund, i))
                .field("percentage")
                .arg(
                    "percentage",
                    fund.percentage.as_ref().map_or("", |q| q.text.trim()),
                )
                .arg("rule", rule);
        }
    }
}

/// The numbers before a percent sign.
fn percentages(text: &str) -> Vec<Number> {
    let mut parts: Vec<&str> = text.split('%').collect();
    parts.pop();
    parts
        .into_iter()
        .filter_map(|before| {
            let number = before
                .trim_end()
                .rsplit(|c: char| !c.is_ascii_digit() && c != ',')
                .next()?;
            read_number(number).0
        })
        .collect()
}
