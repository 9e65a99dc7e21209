use crate::check::context::said;
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::{Node, NodeKind};

pub(super) const RULE: Rule = Rule {
    name: "act-incomplete",
    severity: Severity::Note,
    page: include_str!("act_incomplete.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for (i, act) in c.plan.acts.iter().enumerate() {
        let (field, what) = match (said(&act.number), &act.date) {
            (None, None) => ("number", "both"),
            (None, Some(_)) => ("number", "number"),
            (Some(_), None) => ("date", "date"),
            (Some(_), Some(_)) => continue,
        };
        say.at(Node::new(NodeKind::Act, i))
            .field(field)
            .arg("what", what);
    }
}
