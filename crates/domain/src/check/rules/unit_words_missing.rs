use crate::check::{Context, Rule, Say, wording};
use crate::finding::Severity;
use crate::plan::Value;
use crate::target::{Actual, Figure, field_of};

pub(super) const RULE: Rule = Rule {
    name: "unit-words-missing",
    severity: Severity::Note,
    page: include_str!("unit_words_missing.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for indicator in c.indicators() {
        if !indicator.unit().trim().is_empty() {
            continue;
        }
        let targets = indicator.targets_in_the_end();
        let mut figures: Vec<(&Value, &Figure)> = targets
            .iter()
            .filter_map(|t| Some((t.value, t.figure()?)))
            .collect();
        if let Some(baseline) = indicator.baseline()
            && let Some(Actual::Figure(figure)) = baseline.is
        {
            figures.push((baseline.value, figure));
        }
        figures.retain(|(_, figure)| !figure.percent);
        let named = figures.iter().find(|(_, f)| says_unit(f));
        let bare = figures
            .iter()
            .any(|(v, f)| f.unit.is_none() && only_digits(&v.text));
        if let Some((value, _)) = named.filter(|_| bare) {
            say.at(indicator.node).field(field_of(value));
        }
    }
}

fn says_unit(figure: &Figure) -> bool {
    figure
        .unit
        .as_deref()
        .is_some_and(|unit| wording::content_words(unit).iter().any(|w| w.len() > 1))
}

/// A number and nothing else: no currency, no `N.`.
fn only_digits(text: &str) -> bool {
    text.trim()
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
}
