use crate::check::context::said;
use crate::check::wording::{has_beginning, words};
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    name: "mission-unknown",
    severity: Severity::Note,
    page: include_str!("mission_unknown.md"),
    check: Some(check),
};

/// Missions and programmes of chambers of commerce, with the technical ones (D.M. 27 March 2013).
const KNOWN: [(u32, u32); 9] = [
    (11, 5),
    (12, 4),
    (16, 5),
    (32, 2),
    (32, 3),
    (33, 1),
    (33, 2),
    (90, 1),
    (91, 1),
];

fn check(c: &Context<'_>, say: &mut Say) {
    let kind = c.plan.body.kind.as_deref().unwrap_or_default();
    if !has_beginning(kind, &["camer"]) {
        return;
    }
    for objective in c.objectives() {
        let Some(mission) = said(&objective.is.mission) else {
            continue;
        };
        let Some(programme) = said(&objective.is.budget_programme) else {
            continue;
        };
        let (Ok(m), Ok(p)) = (mission.parse(), programme.parse()) else {
            continue;
        };
        // Where the code says otherwise, that has been said of it.
        let code = words(said(&objective.is.pira).unwrap_or_default());
        let mut code = code.iter().map(|part| part.parse::<u32>());
        let agrees = code.next().is_none_or(|part| part == Ok(m))
            && code.next().is_none_or(|part| part == Ok(p));
        if !KNOWN.contains(&(m, p)) && agrees {
            say.at(objective.node)
                .field("mission")
                .arg("written", format!("{mission}-{programme}"));
        }
    }
}
