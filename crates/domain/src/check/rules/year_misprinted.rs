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
        look(
            say,
            objective.node,
            "title",
            title.unwrap_or_default(),
            year,
        );
    }
    for indicator in c.indicators() {
        look(say, indicator.node, "name", indicator.name(), year);
        let values = indicator.is.values.iter();
        for value in values.filter(|v| matches!(v.role, Role::Target | Role::RevisedTarget)) {
            look(say, indicator.node, &field_of(value), &value.text, year);
        }
    }
}

fn look(say: &mut Say, node: Node, field: &str, text: &str, year: i16) {
    let words = words(text);
    // The word before it stays with it, and keeps it from being read as the number 23.
    for two in words.windows(2) {
        let [before, word] = two else { continue };
        let full: Option<i16> = (word.len() == 3 && word.starts_with('0'))
            .then(|| format!("2{word}").parse().ok())
            .flatten();
        let near = year.saturating_sub(4)..=year.saturating_add(3);
        let in_words = before.chars().all(char::is_alphabetic) && before != "conto";
        if let Some(full) = full.filter(|full| in_words && near.contains(full)) {
            say.at(node)
                .field(field)
                .arg("word", format!("{before} {word}"))
                .arg("year", full.to_string());
            break;
        }
    }
}
