use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use hashbrown::HashMap;

use crate::check::context::{ObjectiveAt, said};
use crate::plan::Node;

pub(super) const RULE: Rule = Rule {
    name: "effort-missing",
    severity: Severity::Note,
    page: include_str!("effort_missing.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let own = || c.objectives().filter(|o| !o.is.national);
    let level = |o: &ObjectiveAt<'_>| o.is.level.as_ref().and_then(|l| l.node);
    let mut counts: HashMap<Option<Node>, (usize, usize)> = HashMap::new();
    for objective in own() {
        let (with, all) = counts.entry(level(&objective)).or_default();
        *with += usize::from(has_effort(&objective));
        *all += 1;
    }
    for objective in own().filter(|o| !has_effort(o)) {
        let (with, all) = counts.get(&level(&objective)).copied().unwrap_or_default();
        if with >= 3 && (all - with) * 3 <= with {
            say.at(objective.node).field("effort_text");
        }
    }
}

fn has_effort(objective: &ObjectiveAt<'_>) -> bool {
    said(&objective.is.effort_text).is_some() || !objective.is.efforts.is_empty()
}
