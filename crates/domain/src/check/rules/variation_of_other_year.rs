use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::{Node, NodeKind};

pub(super) const RULE: Rule = Rule {
    name: "variation-of-other-year",
    severity: Severity::Warning,
    page: include_str!("variation_of_other_year.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let Some(year) = c.plan.year() else { return };
    for (i, variation) in c.plan.variations.iter().enumerate() {
        let Some(approved) = &variation.approved else {
            continue;
        };
        let Some(day) = approved.date.filter(|day| day.year() != year) else {
            continue;
        };
        say.at(Node::new(NodeKind::Variation, i))
            .field("approved")
            .arg("approved", approved.text.trim())
            .arg("year", format!("{year:04}"))
            .arg("what", if day.year() > year { "after" } else { "before" });
    }
}
