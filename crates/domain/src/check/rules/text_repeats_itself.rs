use crate::check::wording::words;
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
            look(say, indicator.node, &field_of(value), Some(&value.text));
        }
    }
}

fn look(say: &mut Say, node: Node, field: &str, text: Option<&str>) {
    let Some(text) = text.map(str::trim) else {
        return;
    };
    if let Some(twice) = whole(text).map(str::to_owned).or_else(|| word(text)) {
        say.at(node)
            .field(field)
            .arg("text", text)
            .arg("twice", twice);
    }
}

/// The whole text once and once more.
fn whole(text: &str) -> Option<&str> {
    let half = text.get(..text.len() / 2)?.trim_end();
    let again = text.get(text.len().div_ceil(2)..)?.trim_start();
    (half == again && half.len() > 5).then_some(half)
}

/// A word twice, with nothing but a space between.
fn word(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split_whitespace().collect();
    let twice = parts.windows(2).find_map(|two| {
        let [one, other] = two else { return None };
        let letters = one.chars().all(char::is_alphabetic) && one.chars().count() > 1;
        let told = words(one);
        (letters && one == other && !told.iter().any(|w| TWICE.contains(&w.as_str())))
            .then_some(*one)
    });
    twice.map(str::to_owned)
}

/// Words that Italian says twice.
const TWICE: [&str; 8] = [
    "passo", "piano", "porta", "via", "man", "mano", "ben", "sub",
];
