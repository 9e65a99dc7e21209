use crate::check::context::{number_of, said};
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::number::Number;
use crate::plan::{Node, NodeKind};

pub(super) const RULE: Rule = Rule {
    name: "stated-total-off-hundred",
    severity: Severity::Note,
    page: include_str!("stated_total_off_hundred.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for (i, holder) in c.plan.responsibles.iter().enumerate() {
        for (field, total) in [
            ("stated_total", &holder.stated_total),
            ("stated_revised_total", &holder.stated_revised_total),
        ] {
            if number_of(total).is_some_and(|n| *n != Number::HUNDRED)
                && said(&holder.note).is_none()
            {
                say.at(Node::new(NodeKind::Responsible, i))
                    .field(field)
                    .arg("stated", total.as_ref().map_or("", |q| q.text.trim()));
                break;
            }
        }
    }
}
