use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use hashbrown::HashMap;
use std::collections::BTreeSet;

use crate::check::wording::content_words;
use crate::plan::{Node, NodeKind};

pub(super) const RULE: Rule = Rule {
    name: "area-held-elsewhere",
    severity: Severity::Note,
    page: include_str!("area_held_elsewhere.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let plan = c.plan;
    // Pairs of words that name one responsible only.
    let mut pairs: HashMap<(String, String), Option<Node>> = HashMap::new();
    for (i, responsible) in plan.responsibles.iter().enumerate() {
        let node = Node::new(NodeKind::Responsible, i);
        let unit = responsible.unit.as_ref().and_then(|r| r.node);
        let titles = [
            responsible.title.as_deref(),
            unit.and_then(|n| plan.name_of(n).title),
        ];
        for pair in titles.into_iter().flatten().flat_map(pairs_of) {
            let known = pairs.entry(pair).or_insert(Some(node));
            if *known != Some(node) {
                *known = None;
            }
        }
    }
    let mut holders: HashMap<Node, BTreeSet<Node>> = HashMap::new();
    for objective in c.objectives() {
        let parent = objective.is.parent.as_ref().and_then(|r| r.node);
        let area = objective.is.area.as_ref().and_then(|r| r.node);
        let area = area.or(parent.filter(|n| n.kind == NodeKind::Area));
        let Some(area) = area else { continue };
        let over = c.over(objective.node).iter().copied();
        let named = objective.is.responsibles.iter().filter_map(|r| r.node);
        let held = over
            .chain(named)
            .filter(|n| n.kind == NodeKind::Responsible);
        holders.entry(area).or_default().extend(held);
    }
    for (i, area) in plan.areas.iter().enumerate() {
        let node = Node::new(NodeKind::Area, i);
        let (Some(title), Some(held_by)) = (area.title.as_deref(), holders.get(&node)) else {
            continue;
        };
        let named = pairs_of(title)
            .into_iter()
            .find_map(|pair| Some((pair.clone(), (*pairs.get(&pair)?)?)));
        if let Some(((one, two), holder)) = named
            && !held_by.is_empty()
            && !held_by.contains(&holder)
        {
            let others: Vec<String> = held_by.iter().map(|n| c.label(*n)).collect();
            say.at(node)
                .field("title")
                .arg("shared", format!("{one} {two}"))
                .arg("holder", c.label(holder))
                .arg("others", others.join(", "));
        }
    }
}

/// Telling words that follow each other.
fn pairs_of(title: &str) -> Vec<(String, String)> {
    let words = content_words(title);
    let next = words.iter().skip(1);
    let pairs = words.iter().zip(next);
    pairs.map(|(a, b)| (a.to_owned(), b.to_owned())).collect()
}
