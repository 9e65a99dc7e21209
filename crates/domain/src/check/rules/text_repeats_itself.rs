use crate::check::wording::has_word;
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::{Node, Role};
use crate::target::field_of;

pub(super) const RULE: Rule = Rule {
    name: "text-repeats-itself",
    severity: Severity::Note,
    page: include_str!("text_repeats_itself.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for objective in c.objectives() {
        look(say, objective.node, "title", objective.is.title.as_deref());
    }
    for indicator in c.indicators() {
        let is = indicator.is;
        look(say, indicator.node, "name", is.name.as_deref());
        look(say, indicator.node, "algorithm", is.algorithm.as_deref());
        look(say, indicator.node, "source", is.source.as_deref());
        let roles = [
            Role::Target,
            Role::RevisedTarget,
            Role::Actual,
            Role::Baseline,
        ];
        for value in is.values.iter().filter(|v| roles.contains(&v.role)) {
            if repeats(&value.text).is_some() {
                look(say, indicator.node, &field_of(value), Some(&value.text));
            }
        }
    }
}

fn look(say: &mut Say, node: Node, field: &str, text: Option<&str>) {
    let Some(text) = text.map(str::trim) else {
        return;
    };
    if let Some(twice) = repeats(text) {
        say.at(node)
            .field(field)
            .arg("text", text)
            .arg("twice", twice);
    }
}

/// What stands twice in a text: all of it, or a word.
fn repeats(text: &str) -> Option<String> {
    let text = text.trim();
    whole(text).map(str::to_owned).or_else(|| word(text))
}

/// The whole text once and once more.
fn whole(text: &str) -> Option<&str> {
    let half = text.get(..text.len() / 2)?.trim_end();
    let again = text.get(text.len().div_ceil(2)..)?.trim_start();
    (half == again && half.len() > 5).then_some(half)
}

/// A word twice, with nothing but a space between.
fn word(text: &str) -> Option<String> {
    let mut before = "";
    text.split_whitespace()
        .find(|word| {
            let letters = || word.chars().all(char::is_alphabetic) && word.chars().count() > 1;
            let twice = *word == before && letters() && !has_word(word, &TWICE);
            before = word;
            twice
        })
        .map(str::to_owned)
}

/// Words that Italian says twice.
const TWICE: [&str; 8] = [
    "passo", "piano", "porta", "via", "man", "mano", "ben", "sub",
];
