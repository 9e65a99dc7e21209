use crate::check::context::said;
use crate::check::wording::words;
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::classification::{PROGRAMMES, number_of};

pub(super) const RULE: Rule = Rule {
    name: "mission-unknown",
    severity: Severity::Note,
    page: include_str!("mission_unknown.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    if !c.plan.body.is_chamber() {
        return;
    }
    for objective in c.objectives() {
        let Some(mission) = said(&objective.is.mission) else {
            continue;
        };
        let Some(programme) = said(&objective.is.budget_programme) else {
            continue;
        };
        let (Some(m), Some(p)) = (number_of(mission), number_of(programme)) else {
            continue;
        };
        // Where the code says otherwise, that has been said of it.
        let code = words(said(&objective.is.pira).unwrap_or_default());
        let mut code = code.iter().map(|part| part.parse::<u32>());
        let agrees = code.next().is_none_or(|part| part == Ok(m))
            && code.next().is_none_or(|part| part == Ok(p));
        if !PROGRAMMES.contains(&(m, p)) && agrees {
            say.at(objective.node)
                .field("mission")
                .arg("written", format!("{mission}-{programme}"));
        }
    }
}
