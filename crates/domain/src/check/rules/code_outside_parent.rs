use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::Node;

pub(super) const RULE: Rule = Rule {
    name: "code-outside-parent",
    severity: Severity::Warning,
    page: include_str!("code_outside_parent.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let mut inside = 0_usize;
    let mut outside: Vec<(Node, &str, &str)> = Vec::new();
    for objective in c.objectives().filter(|o| !o.is.agency) {
        let Some(code) = objective
            .is
            .code
            .as_deref()
            .filter(|code| parts(code).len() > 1)
        else {
            continue;
        };
        let parent = objective.is.parent.as_ref().and_then(|r| r.node);
        let area = objective.is.area.as_ref().and_then(|r| r.node);
        let above = [parent, area]
            .into_iter()
            .flatten()
            .filter_map(|n| c.plan.name_of(n).code)
            .filter(|above| !parts(above).is_empty())
            .collect::<Vec<_>>();
        let Some(nearest) = above.first() else {
            continue;
        };
        match above
            .iter()
            .find(|above| !parts(code).starts_with(&parts(above)))
        {
            Some(wrong) => outside.push((objective.node, code, wrong)),
            None if parts(code).len() > parts(nearest).len() => inside += 1,
            None => {}
        }
    }
    // Where most codes do not follow the tree they are labels, and say nothing.
    if inside > outside.len() {
        for (node, code, parent) in outside {
            say.at(node)
                .field("code")
                .arg("code", code.trim())
                .arg("parent", parent.trim());
        }
    }
}

/// The figures of a dotted code, read through spaces and doubled marks; none where it is no number.
fn parts(code: &str) -> Vec<&str> {
    let parts: Vec<&str> = code
        .split(|c: char| !c.is_alphanumeric())
        .filter(|p| !p.is_empty())
        .collect();
    if parts.iter().all(|p| p.bytes().all(|b| b.is_ascii_digit())) {
        parts
    } else {
        Vec::new()
    }
}
