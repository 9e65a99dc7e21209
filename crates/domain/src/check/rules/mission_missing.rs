use crate::check::context::said;
use crate::check::wording::words;
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    name: "mission-missing",
    severity: Severity::Note,
    page: include_str!("mission_missing.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let coded = || c.objectives().filter(|o| said(&o.is.pira).is_some());
    let whole =
        coded().filter(|o| said(&o.is.mission).is_some() && said(&o.is.budget_programme).is_some());
    let whole = whole.count();
    if whole * 2 <= coded().count() {
        return;
    }
    for objective in coded() {
        let missing = [
            said(&objective.is.mission),
            said(&objective.is.budget_programme),
        ];
        let (field, what) = match missing {
            [None, None] => ("mission", "both"),
            [None, Some(_)] => ("mission", "mission"),
            [Some(_), None] => ("budget_programme", "programme"),
            _ => continue,
        };
        let pira = said(&objective.is.pira).unwrap_or_default();
        let parts = words(pira);
        let parts: Vec<&str> = parts.iter().take(2).collect();
        say.at(objective.node)
            .field(field)
            .arg("pira", pira)
            .arg("what", what)
            .arg("said", parts.join("-"));
    }
}
