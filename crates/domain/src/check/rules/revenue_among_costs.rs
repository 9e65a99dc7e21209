use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use hashbrown::HashSet;

use crate::check::context::{number_of, said};
use crate::check::wording::first_word;
use crate::plan::{Flow, Node, NodeKind};

pub(super) const RULE: Rule = Rule {
    name: "revenue-among-costs",
    severity: Severity::Warning,
    page: include_str!("revenue_among_costs.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let lines = || c.plan.budget_lines.iter();
    let of_revenue: HashSet<&str> = lines()
        .filter(|line| line.flow == Flow::Revenue)
        .filter_map(|line| said(&line.account))
        .collect();
    for (i, line) in lines().enumerate() {
        if line.flow == Flow::Revenue || number_of(&line.amount).is_none() {
            continue;
        }
        let item = said(&line.item).filter(|item| begins_as_revenue(item));
        let account = said(&line.account);
        let account = account.filter(|a| of_revenue.contains(a) || begins_as_revenue(a));
        let (why, text) = match (item, account) {
            (Some(item), _) => ("item", item),
            (None, Some(account)) => ("account", account),
            (None, None) => continue,
        };
        say.at(Node::new(NodeKind::BudgetLine, i))
            .field("flow")
            .arg("why", why)
            .arg("said", text);
    }
}

/// What an item is stands in its first word: further on it may only say who pays.
fn begins_as_revenue(text: &str) -> bool {
    [
        "ricavo", "ricavi", "provento", "proventi", "entrata", "entrate",
    ]
    .contains(&first_word(text).as_str())
}
