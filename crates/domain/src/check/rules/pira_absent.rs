use crate::check::context::said;
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::Node;

pub(super) const RULE: Rule = Rule {
    name: "pira-absent",
    severity: Severity::Note,
    page: include_str!("pira_absent.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let tied = c.objectives().any(|o| {
        [&o.is.pira, &o.is.mission, &o.is.budget_programme]
            .into_iter()
            .any(|text| said(text).is_some())
    });
    if !tied && c.plan.body.kind.is_some() && c.objectives().nth(2).is_some() {
        say.at(Node::BODY);
    }
}
