use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::{Node, Reference};

pub(super) const RULE: Rule = Rule {
    name: "neutralised-without-approval",
    severity: Severity::Warning,
    page: include_str!("neutralised_without_approval.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for o in c.objectives() {
        one(
            c,
            say,
            o.node,
            o.is.neutralised.as_deref(),
            o.is.neutralised_by.as_ref(),
        );
    }
    for i in c.indicators() {
        one(
            c,
            say,
            i.node,
            i.is.neutralised.as_deref(),
            i.is.neutralised_by.as_ref(),
        );
    }
}

fn one(c: &Context<'_>, say: &mut Say, node: Node, why: Option<&str>, by: Option<&Reference>) {
    let approved = by
        .and_then(|r| r.node)
        .and_then(|n| c.plan.variations.get(n.at()))
        .map(|variation| variation.approved.is_some());
    let missing = match (why.map(str::trim), by, approved) {
        (None, None, _) => return,
        (None | Some(""), Some(_), _) | (Some(""), _, _) => "reason",
        (Some(_), None, _) => "act",
        (Some(_), Some(_), Some(false)) => "approval",
        _ => return,
    };
    let field = if missing == "approval" {
        "neutralised_by"
    } else {
        "neutralised"
    };
    say.at(node).field(field).arg("missing", missing);
}
