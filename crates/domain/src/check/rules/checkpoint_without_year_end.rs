use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::{Node, NodeKind};

pub(super) const RULE: Rule = Rule {
    name: "checkpoint-without-year-end",
    severity: Severity::Warning,
    page: include_str!("checkpoint_without_year_end.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let Some(year) = c.plan.heading.year else {
        return;
    };
    let of_year = || {
        let dated = c.plan.checkpoints.iter().enumerate();
        dated.filter_map(|(i, at)| Some((i, at.date.date?, &at.date.text)))
    };
    let last = of_year()
        .filter(|(_, day, _)| day.year() == year)
        .max_by_key(|(_, day, _)| *day);
    let found = match last {
        Some((_, day, _)) if (day.month(), day.day()) == (12, 31) => None,
        Some((i, _, text)) => Some((i, text, "early")),
        None => of_year().next().map(|(i, _, text)| (i, text, "none")),
    };
    if let Some((i, text, what)) = found {
        say.at(Node::new(NodeKind::Checkpoint, i))
            .field("date")
            .arg("what", what)
            .arg("year", format!("{year:04}"))
            .arg("last", text.trim());
    }
}
