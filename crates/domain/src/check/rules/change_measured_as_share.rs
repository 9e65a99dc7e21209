use crate::check::wording::{Words, begins, folded, words};
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::target::{Figure, Target};

pub(super) const RULE: Rule = Rule {
    name: "change-measured-as-share",
    severity: Severity::Warning,
    page: include_str!("change_measured_as_share.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for indicator in c.indicators() {
        let Some(algorithm) = indicator.is.algorithm.as_deref() else {
            continue;
        };
        let Some(change) = change_of(indicator.words()) else {
            continue;
        };
        let of_level = indicator
            .targets()
            .iter()
            .any(|t| matches!(t.is, Target::AtLeast(Figure { percent: true, .. })));
        if of_level && divides(algorithm) && !compares(algorithm) {
            say.at(indicator.node)
                .field("algorithm")
                .arg("change", change);
        }
    }
}

/// What a name that opens with a change promises: `up` or `down`.
fn change_of(words: &Words) -> Option<&'static str> {
    let opening = words
        .iter()
        .find(|w| !matches!(*w, "percentuale" | "di" | "tasso"))?;
    if begins(opening, &["increment", "aument"]) {
        Some("up")
    } else if begins(opening, &["riduzion", "diminuzion"]) {
        Some("down")
    } else {
        None
    }
}

fn divides(algorithm: &str) -> bool {
    algorithm.contains('/') || algorithm.contains("frac") || algorithm.contains('÷')
}

/// Whether it sets one time against another: years, days, differences.
fn compares(algorithm: &str) -> bool {
    let text = folded(algorithm);
    let stems = [
        "anno",
        "anni",
        "precedent",
        "variazion",
        "increment",
        "aument",
        "riduzion",
        "diminuzion",
        "differenz",
        "inizial",
        "rispetto",
        "confront",
        "storic",
        "preced",
        "passat",
    ];
    words(&text).iter().any(|word| {
        begins(word, &stems) || word.bytes().any(|b| b.is_ascii_digit()) && word != "100"
    }) || text.contains('−')
        || text.contains(" - ")
        || text.contains("–")
}
