use crate::check::context::{number_of, printed};
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    name: "own-share-differs",
    severity: Severity::Warning,
    page: include_str!("own_share_differs.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for objective in c.objectives() {
        let Some(written) = number_of(&objective.is.own_share) else {
            continue;
        };
        let Some(total) = c.own_weights_below_hundred(objective.node) else {
            continue;
        };
        if (&total - written).abs() > c.plan.method.weight_tolerance() {
            say.at(objective.node)
                .field("own_share")
                .arg(
                    "written",
                    objective
                        .is
                        .own_share
                        .as_ref()
                        .map_or("", |q| q.text.trim()),
                )
                .arg("total", printed(&total));
        }
    }
}
