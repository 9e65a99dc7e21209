use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use std::collections::HashMap;

use crate::check::wording::words;
use crate::plan::{Node, NodeKind, Role};
use crate::target::field_of;

pub(super) const RULE: Rule = Rule {
    name: "possible-misspelling",
    severity: Severity::Note,
    page: include_str!("possible_misspelling.md"),
    check: Some(check),
};

/// Shortest word looked at.
const SHORTEST: usize = 7;

/// Beginnings of words that have a neighbour one letter away which is a word too.
const TWO_WORDS: [&str; 18] = [
    "contatt",
    "contratt",
    "istitui",
    "istituti",
    "costitu",
    "permess",
    "premess",
    "firmat",
    "formal",
    "format",
    "individua",
    "attua",
    "inizia",
    "segnala",
    "gradua",
    "redazion",
    "relazion",
    "mercat",
];

fn check(c: &Context<'_>, say: &mut Say) {
    let texts = texts(c);
    let mut counts: HashMap<String, usize> = HashMap::new();
    for (_, _, text) in &texts {
        for word in words(text) {
            if is_word(&word) {
                *counts.entry(word).or_default() += 1;
            }
        }
    }
    // Every usual word under what is left of it when one inner letter is gone.
    let mut shortened: HashMap<String, Vec<&str>> = HashMap::new();
    let mut usual: Vec<&str> = counts
        .iter()
        .filter(|(_, count)| **count > 1)
        .map(|(word, _)| word.as_str())
        .collect();
    usual.sort_unstable();
    for word in usual {
        for short in without_one(word) {
            let known = shortened.entry(short).or_default();
            if known.len() < 4 && known.last() != Some(&word) {
                known.push(word);
            }
        }
    }
    for (node, field, text) in &texts {
        for word in words(text) {
            if counts.get(&word) != Some(&1) {
                continue;
            }
            if let Some(known) = meant(&word, &counts, &shortened) {
                say.at(*node)
                    .field(field.clone())
                    .arg("word", word.as_str())
                    .arg("known", known);
            }
        }
    }
}

fn is_word(word: &str) -> bool {
    word.chars().count() >= SHORTEST && word.chars().all(char::is_alphabetic)
}

/// The usual word that a rare one probably stands for.
fn meant<'w>(
    rare: &str,
    counts: &'w HashMap<String, usize>,
    shortened: &HashMap<String, Vec<&'w str>>,
) -> Option<&'w str> {
    if TWO_WORDS.iter().any(|begin| rare.starts_with(begin)) {
        return None;
    }
    let count = |word: &str| counts.get(word).copied().unwrap_or_default();
    let missing = shortened.get(rare).into_iter().flatten().copied();
    let shorter = without_one(rare);
    let extra = shorter
        .iter()
        .filter_map(|short| counts.get_key_value(short))
        .map(|(word, _)| word.as_str());
    let changed = shorter
        .iter()
        .filter_map(|short| shortened.get(short))
        .flatten()
        .copied();
    missing
        .chain(extra)
        .chain(changed)
        .filter(|usual| *usual != rare)
        .find(|usual| slip(rare, usual, count(usual)))
}

/// The word without each one of its inner letters.
fn without_one(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    (1..letters.len().saturating_sub(1))
        .map(|gone| {
            let rest = letters.iter().enumerate().filter(|(i, _)| *i != gone);
            rest.map(|(_, c)| *c).collect()
        })
        .collect()
}

/// Whether the difference is one that fingers or eyes make, not one between two words or endings.
fn slip(rare: &str, usual: &str, count: usize) -> bool {
    let (r, u): (Vec<char>, Vec<char>) = (rare.chars().collect(), usual.chars().collect());
    let at = r.iter().zip(&u).take_while(|(a, b)| a == b).count();
    let last = r.len().max(u.len());
    let same_tail = |a: usize, b: usize| r.get(a..) == u.get(b..);
    if r.len() != u.len() {
        let (longer, aligned) = if r.len() > u.len() {
            (&r, same_tail(at + 1, at))
        } else {
            (&u, same_tail(at, at + 1))
        };
        let doubled = at > 0 && longer.get(at) == longer.get(at - 1);
        return aligned
            && if doubled {
                count > 1 && at + 1 < last
            } else {
                count > 2 && last > 7 && at > 1 && at + 4 < last
            };
    }
    if count < 3 {
        return false;
    }
    let (Some(&a), Some(&b)) = (r.get(at), u.get(at)) else {
        return false;
    };
    if same_tail(at + 1, at + 1) {
        let pair = (a.min(b), a.max(b));
        let ending = at + 4 > last;
        let alike = [
            ('c', 'g'),
            ('m', 'n'),
            ('s', 'z'),
            ('b', 'p'),
            ('d', 't'),
            ('f', 'v'),
            ('i', 'l'),
        ];
        let vowels = "aeiou".contains(a) && "aeiou".contains(b);
        return if ending {
            pair == ('l', 't') && at + 2 == last
        } else {
            at > 0 && (alike.contains(&pair) || vowels && last > 7)
        };
    }
    // Two letters in the wrong order.
    r.get(at + 1) == Some(&b)
        && u.get(at + 1) == Some(&a)
        && same_tail(at + 2, at + 2)
        && at > 0
        && at + 3 < last
}

/// Titles, names and short texts of the plan, each with its place.
fn texts<'p>(c: &Context<'p>) -> Vec<(Node, String, &'p str)> {
    let plan = c.plan;
    let mut texts: Vec<(Node, String, &'p str)> = Vec::new();
    let mut put = |node: Node, field: &str, text: Option<&'p str>| {
        if let Some(text) = text {
            texts.push((node, field.to_owned(), text));
        }
    };
    for (i, x) in plan.areas.iter().enumerate() {
        let node = Node::new(NodeKind::Area, i);
        put(node, "title", x.title.as_deref());
        for other in &x.other_titles {
            put(node, "other_titles", Some(other));
        }
    }
    for (i, x) in plan.perspectives.iter().enumerate() {
        put(
            Node::new(NodeKind::Perspective, i),
            "title",
            x.title.as_deref(),
        );
    }
    for (i, x) in plan.units.iter().enumerate() {
        put(Node::new(NodeKind::Unit, i), "title", x.title.as_deref());
    }
    for (i, x) in plan.objectives.iter().enumerate() {
        let node = Node::new(NodeKind::Objective, i);
        put(node, "title", x.title.as_deref());
        for other in &x.other_titles {
            put(node, "other_titles", Some(other));
        }
        put(node, "responsible_text", x.responsible_text.as_deref());
        put(node, "units_text", x.units_text.as_deref());
        put(node, "effort_text", x.effort_text.as_deref());
    }
    for (i, x) in plan.actions.iter().enumerate() {
        put(Node::new(NodeKind::Action, i), "title", x.title.as_deref());
    }
    for (i, x) in plan.indicators.iter().enumerate() {
        let node = Node::new(NodeKind::Indicator, i);
        put(node, "name", x.name.as_deref());
        for other in &x.other_names {
            put(node, "other_names", Some(other));
        }
        put(node, "unit", x.unit.as_deref());
        put(node, "algorithm", x.algorithm.as_deref());
        put(node, "source", x.source.as_deref());
        put(node, "owner", x.owner.as_deref());
        let targets = [Role::Target, Role::RevisedTarget, Role::Actual];
        for value in x.values.iter().filter(|v| targets.contains(&v.role)) {
            put(node, &field_of(value), Some(&value.text));
        }
    }
    for (i, x) in plan.sections.iter().enumerate() {
        put(Node::new(NodeKind::Section, i), "title", x.title.as_deref());
    }
    for (i, x) in plan.placements.iter().enumerate() {
        let node = Node::new(NodeKind::Placement, i);
        put(node, "local_title", x.local_title.as_deref());
        put(node, "local_source", x.local_source.as_deref());
    }
    for (i, x) in plan.budget_lines.iter().enumerate() {
        put(
            Node::new(NodeKind::BudgetLine, i),
            "item",
            x.item.as_deref(),
        );
    }
    texts
}
