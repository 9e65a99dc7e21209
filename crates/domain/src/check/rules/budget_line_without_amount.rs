use crate::check::context::said;
use crate::check::wording::has_word;
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::{Node, NodeKind};

pub(super) const RULE: Rule = Rule {
    name: "budget-line-without-amount",
    severity: Severity::Note,
    page: include_str!("budget_line_without_amount.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for (i, line) in c.plan.budget_lines.iter().enumerate() {
        let free =
            |item: &&str| !has_word(item, &["nessun", "nessuna", "zero", "senza", "gratuito"]);
        if line.amount.is_none()
            && said(&line.note).is_none()
            && let Some(item) = said(&line.item).filter(free)
        {
            say.at(Node::new(NodeKind::BudgetLine, i))
                .field("amount")
                .arg("item", item);
        }
    }
}
