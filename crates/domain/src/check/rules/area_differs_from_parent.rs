use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::NodeKind;

pub(super) const RULE: Rule = Rule {
    name: "area-differs-from-parent",
    severity: Severity::Warning,
    page: include_str!("area_differs_from_parent.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for objective in c.objectives() {
        let area = objective.is.area.as_ref().and_then(|r| r.node);
        let parent = objective.is.parent.as_ref().and_then(|r| r.node);
        let (Some(area), Some(parent)) = (area, parent) else {
            continue;
        };
        let theirs = match parent.kind {
            NodeKind::Area => Some(parent),
            _ => c.objective(parent).and_then(|p| p.is.area.as_ref()?.node),
        };
        if let Some(theirs) = theirs.filter(|theirs| *theirs != area) {
            say.at(objective.node)
                .field("area")
                .arg("area", c.short_label(area))
                .arg("parent", c.short_label(parent))
                .arg("theirs", c.short_label(theirs));
        }
    }
}
