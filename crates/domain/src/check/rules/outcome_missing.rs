use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::{IndicatorType, Node};

pub(super) const RULE: Rule = Rule {
    name: "outcome-missing",
    severity: Severity::Note,
    page: include_str!("outcome_missing.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let typed = || c.indicators().filter(|x| !x.is.types.is_empty());
    let outside = typed().any(|x| {
        x.is.types.iter().any(|of| {
            matches!(
                of,
                IndicatorType::Outcome
                    | IndicatorType::ExternalEffectiveness
                    | IndicatorType::Effectiveness
            )
        })
    });
    let count = typed().count();
    if outside || count < 3 {
        return;
    }
    say.at(Node::BODY).arg("count", count.to_string());
}
