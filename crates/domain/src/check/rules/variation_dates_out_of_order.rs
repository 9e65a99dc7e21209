use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::{Act, Day, Node, NodeKind};

pub(super) const RULE: Rule = Rule {
    name: "variation-dates-out-of-order",
    severity: Severity::Warning,
    page: include_str!("variation_dates_out_of_order.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for (i, variation) in c.plan.variations.iter().enumerate() {
        let act: Option<&Act> = variation
            .act
            .as_ref()
            .and_then(|r| r.node)
            .filter(|node| node.kind == NodeKind::Act)
            .and_then(|node| c.plan.acts.get(node.at()));
        let act_day = act.and_then(|act| act.date.as_ref());
        let (proposed, opinion) = (variation.proposed.as_ref(), variation.opinion.as_ref());
        let approved = variation.approved.as_ref();
        let found = [
            ("opinion_before_proposal", "opinion", proposed, opinion),
            ("approved_before_opinion", "approved", opinion, approved),
            ("approved_before_proposal", "approved", proposed, approved),
        ]
        .into_iter()
        .find(|(_, _, early, late)| day(*early).zip(day(*late)).is_some_and(|(e, l)| l < e));
        let other = day(act_day).zip(day(approved)).is_some_and(|(a, b)| a != b);
        let found = found.or(other.then_some(("act_other_day", "approved", act_day, approved)));
        if let Some((what, field, early, late)) = found {
            say.at(Node::new(NodeKind::Variation, i))
                .field(field)
                .arg("what", what)
                .arg("early", early.map_or("", |d| d.text.trim()))
                .arg("late", late.map_or("", |d| d.text.trim()));
        }
    }
}

fn day(day: Option<&Day>) -> Option<jiff::civil::Date> {
    day?.date
}
