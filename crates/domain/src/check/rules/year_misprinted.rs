use crate::check::wording::words;
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::{Node, Role};
use crate::target::field_of;

pub(super) const RULE: Rule = Rule {
    name: "year-misprinted",
    severity: Severity::Note,
    page: include_str!("year_misprinted.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let Some(year) = c.plan.year() else { return };
    for objective in c.objectives() {
        let title = objective.is.title.as_deref();
        if let Some(misprint) = misprint(title.unwrap_or_default(), year) {
            tell(say, objective.node, "title", misprint);
        }
    }
    for indicator in c.indicators() {
        if let Some(misprint) = misprint(indicator.name(), year) {
            tell(say, indicator.node, "name", misprint);
        }
        let values = indicator.is.values.iter();
        for value in values.filter(|v| matches!(v.role, Role::Target | Role::RevisedTarget)) {
            if let Some(misprint) = misprint(&value.text, year) {
                tell(say, indicator.node, &field_of(value), misprint);
            }
        }
    }
}

fn tell(say: &mut Say, node: Node, field: &str, (words, year): (String, i16)) {
    say.at(node)
        .field(field)
        .arg("word", words)
        .arg("year", year.to_string());
}

/// A year without its first figure, with the word before it, and the year that is meant.
fn misprint(text: &str, year: i16) -> Option<(String, i16)> {
    if !text.contains('0') {
        return None;
    }
    let words = words(text);
    // The word before it stays with it, and keeps it from being read as the number 23.
    words
        .iter()
        .zip(words.iter().skip(1))
        .find_map(|(before, word)| {
            let full: Option<i16> = (word.len() == 3 && word.starts_with('0'))
                .then(|| format!("2{word}").parse().ok())
                .flatten();
            let near = year.saturating_sub(4)..=year.saturating_add(3);
            let in_words = before.chars().all(char::is_alphabetic) && before != "conto";
            let full = full.filter(|full| in_words && near.contains(full))?;
            Some((format!("{before} {word}"), full))
        })
}
