use crate::check::context::{number_of, said};
use crate::check::wording::has_word;
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::{Flow, Node, NodeKind};

pub(super) const RULE: Rule = Rule {
    name: "budget-line-incomplete",
    severity: Severity::Note,
    page: include_str!("budget_line_incomplete.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let lines = &c.plan.budget_lines;
    let accounts = lines.iter().any(|line| said(&line.account).is_some());
    let centres = lines.iter().any(|line| said(&line.centre).is_some());
    for (i, line) in lines.iter().enumerate() {
        // A revenue has an account but not always a centre that spends it.
        if number_of(&line.amount).is_none_or(|n| n.is_zero()) || line.flow == Flow::Revenue {
            continue;
        }
        let account = accounts && said(&line.account).is_none();
        let centre = centres && said(&line.centre).is_none_or(names_none);
        let (field, what) = match (account, centre) {
            (true, true) => ("account", "both"),
            (true, false) => ("account", "account"),
            (false, true) => ("centre", "centre"),
            (false, false) => continue,
        };
        say.at(Node::new(NodeKind::BudgetLine, i))
            .field(field)
            .arg("what", what);
    }
}

/// «Vari» names no centre.
fn names_none(centre: &str) -> bool {
    has_word(centre, &["vari", "varie", "diversi", "altri"])
}
