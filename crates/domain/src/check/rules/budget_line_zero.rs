use crate::check::context::{number_of, said};
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::{Node, NodeKind};

pub(super) const RULE: Rule = Rule {
    name: "budget-line-zero",
    severity: Severity::Note,
    page: include_str!("budget_line_zero.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for (i, line) in c.plan.budget_lines.iter().enumerate() {
        if number_of(&line.amount).is_some_and(|n| n.is_zero())
            && said(&line.note).is_none()
            && said(&line.item).is_none()
        {
            say.at(Node::new(NodeKind::BudgetLine, i)).field("amount");
        }
    }
}
