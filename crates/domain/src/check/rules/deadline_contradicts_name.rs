use crate::check::context::deadline_in;
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::target::{Target, field_of};

pub(super) const RULE: Rule = Rule {
    name: "deadline-contradicts-name",
    severity: Severity::Warning,
    page: include_str!("deadline_contradicts_name.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let Some(year) = c.plan.year() else {
        return;
    };
    for indicator in c.indicators() {
        let Some((phrase, named)) = deadline_in(indicator.name(), year) else {
            continue;
        };
        let targets = indicator.targets_in_the_end();
        let dated: Vec<_> = targets
            .iter()
            .filter(|t| matches!(t.is, Target::ByDate(_)))
            .collect();
        let agrees = dated.iter().any(|t| *t.is == Target::ByDate(named));
        if let Some(target) = dated.last().filter(|_| !agrees) {
            say.at(indicator.node)
                .field(field_of(target.value))
                .arg("target", target.value.text.trim())
                .arg("deadline", phrase);
        }
    }
}
