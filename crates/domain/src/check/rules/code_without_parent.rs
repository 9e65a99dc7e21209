use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use hashbrown::HashSet;

use crate::plan::{Node, NodeKind};

pub(super) const RULE: Rule = Rule {
    name: "code-without-parent",
    severity: Severity::Note,
    page: include_str!("code_without_parent.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let plan = c.plan;
    let codes =
        |kind, count: usize| (0..count).filter_map(move |i| plan.name_of(Node::new(kind, i)).code);
    let known: HashSet<&str> = codes(NodeKind::Area, plan.areas.len())
        .chain(codes(NodeKind::Objective, plan.objectives.len()))
        .chain(codes(NodeKind::Programme, plan.programmes.len()))
        .chain(codes(NodeKind::Section, plan.sections.len()))
        .map(str::trim)
        .collect();
    let mut missing: Vec<&str> = Vec::new();
    let mut seen: HashSet<&str> = HashSet::new();
    let mut without: Vec<Node> = Vec::new();
    for objective in c.objectives().filter(|o| o.is.parent.is_none()) {
        let Some(code) = objective.is.code.as_deref().map(str::trim) else {
            continue;
        };
        let parts: Vec<&str> = code.split('.').collect();
        let numbers = |p: &&str| !p.is_empty() && p.bytes().all(|b| b.is_ascii_digit());
        if parts.len() < 3 || !parts.iter().all(numbers) {
            continue;
        }
        let Some((above, _)) = code.rsplit_once('.') else {
            continue;
        };
        if !known.contains(above) {
            without.push(objective.node);
            if seen.insert(above) {
                missing.push(above);
            }
        }
    }
    let Some((first, others)) = without.split_first() else {
        return;
    };
    let mut said = say
        .at(*first)
        .field("code")
        .arg("missing", missing.join(", "))
        .arg("count", missing.len().to_string());
    for node in others {
        said = said.also(*node, Some("code"));
    }
}
