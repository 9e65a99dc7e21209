use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use hashbrown::HashSet;

use crate::check::context::{number_of, said};
use crate::number::Number;
use crate::plan::{Node, NodeKind};

pub(super) const RULE: Rule = Rule {
    name: "stated-total-off-hundred",
    severity: Severity::Note,
    page: include_str!("stated_total_off_hundred.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    // Where the weights are not that total either, that has been said.
    let open: HashSet<Node> = c
        .scores
        .findings
        .iter()
        .filter(|f| f.rule == "score-weights-do-not-close")
        .filter_map(|f| f.place.node)
        .collect();
    for (i, holder) in c.plan.responsibles.iter().enumerate() {
        let node = Node::new(NodeKind::Responsible, i);
        let (field, total) = match &holder.stated_total {
            Some(_) => ("stated_total", &holder.stated_total),
            None => ("stated_revised_total", &holder.stated_revised_total),
        };
        if number_of(total).is_some_and(|n| *n != Number::HUNDRED)
            && said(&holder.note).is_none()
            && !open.contains(&node)
        {
            say.at(node)
                .field(field)
                .arg("stated", total.as_ref().map_or("", |q| q.text.trim()));
        }
    }
}
