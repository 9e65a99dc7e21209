use crate::check::context::deadline_in;
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::target::Target;

pub(super) const RULE: Rule = Rule {
    name: "deadline-in-name",
    severity: Severity::Note,
    page: include_str!("deadline_in_name.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let Some(year) = c.plan.year() else {
        return;
    };
    for objective in c.objectives() {
        let title = objective.is.title.as_deref().unwrap_or_default();
        if let Some((phrase, _)) = deadline_in(title, year) {
            say.at(objective.node)
                .field("title")
                .arg("deadline", phrase);
        }
    }
    for indicator in c.indicators() {
        let targets = indicator.targets_in_the_end();
        let dated = targets.iter().any(|t| matches!(t.is, Target::ByDate(_)));
        if dated {
            continue;
        }
        if let Some((phrase, _)) = deadline_in(indicator.name(), year) {
            say.at(indicator.node).field("name").arg("deadline", phrase);
        }
    }
}
