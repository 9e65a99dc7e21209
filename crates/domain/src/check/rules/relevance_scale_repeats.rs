use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use std::cmp::Ordering;

use crate::number::Number;
use crate::plan::{Node, NodeKind};

pub(super) const RULE: Rule = Rule {
    name: "relevance-scale-repeats",
    severity: Severity::Warning,
    page: include_str!("relevance_scale_repeats.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let numbers: Option<Vec<&Number>> = c
        .plan
        .relevances
        .iter()
        .map(|r| r.coefficient.number.as_ref())
        .collect();
    let Some(numbers) = numbers else { return };
    let steps = || {
        numbers
            .windows(2)
            .filter_map(|w| Some(w.first()?.cmp(w.get(1)?)))
    };
    let Some(way) = steps().next() else { return };
    let Some(wrong) = steps().position(|step| step == Ordering::Equal || step != way) else {
        return;
    };
    let same = steps().nth(wrong) == Some(Ordering::Equal);
    let scale: Vec<&str> = c
        .plan
        .relevances
        .iter()
        .map(|r| r.coefficient.text.trim())
        .collect();
    say.at(Node::new(NodeKind::Relevance, wrong + 1))
        .field("coefficient")
        .arg("scale", scale.join(", "))
        .arg("what", if same { "same" } else { "order" });
}
