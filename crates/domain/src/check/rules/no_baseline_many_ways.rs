use hashbrown::HashSet;

use crate::check::{Context, Rule, Say, wording};
use crate::finding::Severity;
use crate::plan::{Node, Role};
use crate::target::field_of;

pub(super) const RULE: Rule = Rule {
    name: "no-baseline-many-ways",
    severity: Severity::Note,
    page: include_str!("no_baseline_many_ways.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let mut known = HashSet::new();
    let mut ways: Vec<(Node, String, &str)> = Vec::new();
    for indicator in c.indicators() {
        for (value, _) in indicator.values(Role::Baseline) {
            let text = value.text.trim();
            if !text.is_empty()
                && wording::says_nothing_before(text)
                && !wording::says_not_available(text)
                && known.insert(way(text))
            {
                ways.push((indicator.node, field_of(value), text));
            }
        }
    }
    let Some(((node, field, _), others)) = ways.split_first().filter(|(_, more)| !more.is_empty())
    else {
        return;
    };
    let typed: Vec<&str> = ways.iter().map(|(_, _, text)| *text).collect();
    let mut said = say
        .at(*node)
        .field(field.as_str())
        .arg("ways", typed.join("; "));
    for (node, field, _) in others {
        said = said.also(*node, Some(field));
    }
}

/// The same for every length of a dash and every way of writing a word.
fn way(text: &str) -> String {
    let words = wording::words(text);
    match text.chars().next() {
        Some(mark) if words.is_empty() => mark.to_string(),
        _ => words.joined().to_owned(),
    }
}
