use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::{Node, Role};

pub(super) const RULE: Rule = Rule {
    name: "national-without-mean",
    severity: Severity::Note,
    page: include_str!("national_without_mean.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let mut having = 0_usize;
    let mut without: Vec<Node> = Vec::new();
    for indicator in c.indicators().filter(|i| i.is.national) {
        if indicator.values(Role::ClusterMean).next().is_some() {
            having += 1;
        } else {
            without.push(indicator.node);
        }
    }
    if having >= without.len() {
        for node in without {
            say.at(node);
        }
    }
}
