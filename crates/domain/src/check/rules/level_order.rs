use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::{Level, Reference};

pub(super) const RULE: Rule = Rule {
    name: "level-order",
    severity: Severity::Warning,
    page: include_str!("level_order.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let levels = &c.plan.levels;
    let rank = |level: &Option<Reference>| -> Option<(usize, &Level)> {
        let text = level.as_ref()?.text.as_str();
        levels.iter().enumerate().find(|(_, l)| l.id == text)
    };
    let title = |level: &Level| level.title.clone().unwrap_or_else(|| level.id.clone());
    for objective in c.objectives() {
        let parent = objective.is.parent.as_ref().and_then(|r| r.node);
        let Some(above) = parent.and_then(|n| c.objective(n)) else {
            continue;
        };
        if let (Some((ours, level)), Some((theirs, other))) =
            (rank(&objective.is.level), rank(&above.is.level))
            && theirs > ours
        {
            say.at(objective.node)
                .field("level")
                .arg("level", title(level))
                .arg("parent", c.short_label(above.node))
                .arg("theirs", title(other));
        }
    }
}
