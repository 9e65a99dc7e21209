use crate::check::context::printed;
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::number::Number;

pub(super) const RULE: Rule = Rule {
    name: "own-share-from-weights",
    severity: Severity::Note,
    page: include_str!("own_share_from_weights.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for objective in c.objectives().filter(|o| o.is.own_share.is_none()) {
        if let Some(total) = c.own_weights_below_hundred(objective.node) {
            say.at(objective.node)
                .field("own_share")
                .arg("total", printed(&total))
                .arg("rest", printed(&(Number::HUNDRED - &total)));
        }
    }
}
