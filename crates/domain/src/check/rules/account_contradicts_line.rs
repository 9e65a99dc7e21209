use crate::check::context::said;
use crate::check::wording::words;
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::{BudgetLine, Node, NodeKind};

pub(super) const RULE: Rule = Rule {
    name: "account-contradicts-line",
    severity: Severity::Warning,
    page: include_str!("account_contradicts_line.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let lines = &c.plan.budget_lines;
    let both: Vec<(usize, u32, u32)> = (0..)
        .zip(lines)
        .filter_map(|(i, line)| Some((i, of_item(line)?, of_account(line)?)))
        .collect();
    let agreeing = both
        .iter()
        .filter(|(_, line, account)| line == account)
        .count();
    let disagreeing = both.len() - agreeing;
    // The body's chart of accounts follows its lines: only then is one that does not a mistake.
    if agreeing < 3 || agreeing < disagreeing * 3 {
        return;
    }
    for (i, line, account) in both {
        if line != account {
            let typed = lines.get(i).and_then(|l| said(&l.account));
            say.at(Node::new(NodeKind::BudgetLine, i))
                .field("account")
                .arg("line", line.to_string())
                .arg("account", typed.unwrap_or_default());
        }
    }
}

/// The number of the line that the item names.
fn of_item(line: &BudgetLine) -> Option<u32> {
    let words = words(said(&line.item)?);
    let at = words.iter().position(|word| word == "linea")?;
    words.get(at + 1)?.parse().ok()
}

/// The last three digits of an account of six.
fn of_account(line: &BudgetLine) -> Option<u32> {
    let account = said(&line.account)?;
    let plain = account.len() == 6 && account.bytes().all(|b| b.is_ascii_digit());
    account.get(3..).filter(|_| plain)?.parse().ok()
}
