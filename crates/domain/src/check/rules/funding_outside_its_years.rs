use crate::check::context::said;
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::{Node, NodeKind};

pub(super) const RULE: Rule = Rule {
    name: "funding-outside-its-years",
    severity: Severity::Note,
    page: include_str!("funding_outside_its_years.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for (i, line) in c.plan.budget_lines.iter().enumerate() {
        let Some(node) = line.programme.as_ref().and_then(|r| r.node) else {
            continue;
        };
        let programme = c.plan.funding_programmes.get(node.at());
        let Some(programme) = programme.filter(|_| node.kind == NodeKind::FundingProgramme) else {
            continue;
        };
        let Some(year) = line.year.or(c.plan.heading.year) else {
            continue;
        };
        let inside = programme.years.is_empty() || programme.years.contains(&year);
        if !inside && said(&line.note).is_none() {
            let years: Vec<String> = programme.years.iter().map(|y| format!("{y:04}")).collect();
            say.at(Node::new(NodeKind::BudgetLine, i))
                .field("programme")
                .arg("programme", c.short_label(node))
                .arg("years", years.join(", "))
                .arg("year", format!("{year:04}"));
        }
    }
}
