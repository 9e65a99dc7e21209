use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use hashbrown::HashSet;

use crate::plan::{Node, NodeKind};

pub(super) const RULE: Rule = Rule {
    name: "code-malformed",
    severity: Severity::Note,
    page: include_str!("code_malformed.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let plan = c.plan;
    kind(c, say, NodeKind::Area, plan.areas.len());
    kind(c, say, NodeKind::Objective, plan.objectives.len());
    kind(c, say, NodeKind::Action, plan.actions.len());
}

fn kind(c: &Context<'_>, say: &mut Say, kind: NodeKind, count: usize) {
    let nodes = || (0..count).map(move |i| Node::new(kind, i));
    let taken: HashSet<&str> = nodes().filter_map(|n| c.plan.name_of(n).code).collect();
    for node in nodes() {
        let name = c.plan.name_of(node);
        let Some(code) = name.code else { continue };
        let better = tidy(code);
        if better == code.trim() || better.is_empty() || !is_number(code) {
            continue;
        }
        let said = say
            .at(node)
            .field("code")
            .arg("code", code)
            .arg("better", better.as_str());
        if !taken.contains(better.as_str()) {
            // Who mends the file also mends the mentions of a code that is the thing's key.
            said.fix(node, "code", better.as_str());
        }
    }
}

/// Only figures and marks: `3 .1`, not `AS - 1`.
fn is_number(code: &str) -> bool {
    code.contains(|c: char| c.is_ascii_digit())
        && code
            .chars()
            .all(|c| c.is_ascii_digit() || ". -–".contains(c))
}

/// Figures with one dot between them; a dash stays where no dot is beside it.
fn tidy(code: &str) -> String {
    let closed: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    let parts = closed.split('.').map(|p| p.trim_matches(['-', '–']));
    parts
        .filter(|p| !p.is_empty())
        .collect::<Vec<_>>()
        .join(".")
}
