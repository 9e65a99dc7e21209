use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use hashbrown::HashMap;

use crate::plan::{Node, NodeKind};

pub(super) const RULE: Rule = Rule {
    name: "numbering-gap",
    severity: Severity::Note,
    page: include_str!("numbering_gap.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let plan = c.plan;
    let mut families: Vec<(Node, &'static str, Vec<u32>)> = Vec::new();
    let mut known: HashMap<(Node, &'static str), usize> = HashMap::new();
    let mut put = |parent: Node, kind: &'static str, number: u32| {
        let at = *known.entry((parent, kind)).or_insert_with(|| {
            families.push((parent, kind, Vec::new()));
            families.len() - 1
        });
        if let Some((_, _, numbers)) = families.get_mut(at) {
            numbers.push(number);
        }
    };
    for indicator in &plan.indicators {
        let parent = indicator.parent.as_ref().and_then(|r| r.node);
        let number = indicator
            .number
            .as_deref()
            .and_then(|n| n.trim().parse().ok());
        if let (Some(parent), Some(number)) = (parent, number) {
            put(parent, "indicator", number);
        }
    }
    for objective in &plan.objectives {
        let parent = objective.parent.as_ref().or(objective.area.as_ref());
        let above = parent.and_then(|r| r.node).filter(|_| !objective.agency);
        let (Some(above), Some(code)) = (above, objective.code.as_deref()) else {
            continue;
        };
        // Only where the code is that of the parent and one number more.
        let number = plan
            .name_of(above)
            .code
            .and_then(|begin| code.trim().strip_prefix(begin.trim())?.strip_prefix('.'))
            .and_then(|last| last.parse().ok());
        if let Some(number) = number {
            put(above, "objective", number);
        }
    }
    for (parent, kind, mut numbers) in families {
        numbers.sort_unstable();
        numbers.dedup();
        let Some(&last) = numbers.last() else {
            continue;
        };
        let missing = usize::try_from(last)
            .unwrap_or(usize::MAX)
            .saturating_sub(numbers.len());
        // One or two; more, and the numbers are not a numbering.
        if parent.kind == NodeKind::Action || missing == 0 || missing > 2 || numbers.len() < 2 {
            continue;
        }
        let lacking: Vec<String> = (1..last)
            .filter(|n| numbers.binary_search(n).is_err())
            .map(|n| n.to_string())
            .collect();
        say.at(parent)
            .arg("kind", kind)
            .arg("parent", c.short_label(parent))
            .arg("missing", lacking.join(", "));
    }
}
