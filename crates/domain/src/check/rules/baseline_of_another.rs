use hashbrown::HashMap;

use crate::check::{Baseline, Context, IndicatorAt, Rule, Say, wording};
use crate::finding::Severity;
use crate::number::Number;
use crate::target::{Actual, field_of};

pub(super) const RULE: Rule = Rule {
    name: "baseline-of-another",
    severity: Severity::Note,
    page: include_str!("baseline_of_another.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let mut known: HashMap<Number, (IndicatorAt<'_>, Baseline<'_>)> = HashMap::new();
    for indicator in c.indicators() {
        let Some(baseline) = indicator.baseline() else {
            continue;
        };
        let Some(Actual::Figure(figure)) = baseline.is.filter(|b| is_telling(b)) else {
            continue;
        };
        let Some((first, its)) = known.get(&figure.number) else {
            known.insert(figure.number.clone(), (indicator, baseline));
            continue;
        };
        if !alike(first.name(), indicator.name()) {
            say.at(indicator.node)
                .field(field_of(baseline.value))
                .arg("baseline", baseline.value.text.trim())
                .arg("other", c.label(first.node))
                .also(first.node, Some(&field_of(its.value)));
        }
    }
}

/// A count of three digits or more that is not round: two things seldom have the same.
fn is_telling(baseline: &Actual) -> bool {
    let Actual::Figure(figure) = baseline else {
        return false;
    };
    let whole = figure
        .number
        .to_i64()
        .filter(|_| figure.number.is_integer());
    !figure.percent && whole.is_some_and(|n| n >= 100 && n % 10 != 0)
}

/// Two names of one thing, or of two sides of it.
fn alike(one: &str, other: &str) -> bool {
    let (one, other) = (wording::content_words(one), wording::content_words(other));
    let shared = one
        .iter()
        .filter(|a| other.iter().any(|b| wording::stem(a) == wording::stem(b)))
        .count();
    shared * 2 >= one.len().min(other.len())
}
