use crate::check::context::said;
use crate::check::wording::words;
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::{Node, NodeKind};

pub(super) const RULE: Rule = Rule {
    name: "budget-line-of-other-year",
    severity: Severity::Note,
    page: include_str!("budget_line_of_other_year.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let Some(plan) = c.plan.heading.year else {
        return;
    };
    for (i, line) in c.plan.budget_lines.iter().enumerate() {
        let (field, year, written) = match line.year {
            Some(year) => ("year", year, "yes"),
            None => match said(&line.item).and_then(resources_of) {
                Some(year) => ("item", year, "no"),
                None => continue,
            },
        };
        if year != plan {
            say.at(Node::new(NodeKind::BudgetLine, i))
                .field(field)
                .arg("year", format!("{year:04}"))
                .arg("plan", format!("{plan:04}"))
                .arg("written", written);
        }
    }
}

/// The year of «risorse 2025», «fondi 2025», «stanziamento 2025».
fn resources_of(item: &str) -> Option<i16> {
    let words = words(item);
    words.list().windows(2).find_map(|pair| match pair {
        [of, year]
            if [
                "risorse",
                "fondi",
                "stanziamento",
                "stanziamenti",
                "residui",
                "budget",
            ]
            .contains(of)
                && year.len() == 4 =>
        {
            year.parse().ok().filter(|year| (1990..2100).contains(year))
        }
        _ => None,
    })
}
