use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::{Node, Quantity};

pub(super) const RULE: Rule = Rule {
    name: "plan-without-weights",
    severity: Severity::Note,
    page: include_str!("plan_without_weights.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let plan = c.plan;
    let mut weights = (plan.areas.iter().map(|x| (&x.weight, &x.revised_weight)))
        .chain(
            plan.objectives
                .iter()
                .map(|x| (&x.weight, &x.revised_weight)),
        )
        .chain(plan.actions.iter().map(|x| (&x.weight, &x.revised_weight)))
        .chain(
            plan.indicators
                .iter()
                .map(|x| (&x.weight, &x.revised_weight)),
        )
        .chain(
            plan.placements
                .iter()
                .map(|x| (&x.weight, &x.revised_weight)),
        );
    let written = |(first, revised): (&Option<Quantity>, &Option<Quantity>)| {
        first.is_some() || revised.is_some()
    };
    let whole = plan.body.kind.is_some() && c.indicators().nth(2).is_some();
    if whole && !plan.method.weights_from_value && !weights.any(written) {
        say.at(Node::BODY);
    }
}
