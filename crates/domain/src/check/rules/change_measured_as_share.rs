use crate::check::wording::{folded, words};
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
        let Some(change) = change_of(indicator.name()) else {
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
fn change_of(name: &str) -> Option<&'static str> {
    let words = words(name);
    let opening = words
        .iter()
        .filter(|w| !matches!(w.as_str(), "percentuale" | "di" | "tasso"));
    opening.take(1).find_map(|word| {
        let begins = |stems: [&str; 2]| stems.iter().any(|stem| word.starts_with(stem));
        match () {
            () if begins(["increment", "aument"]) => Some("up"),
            () if begins(["riduzion", "diminuzion"]) => Some("down"),
            () => None,
        }
    })
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
        stems.iter().any(|stem| word.starts_with(stem))
            || word.bytes().any(|b| b.is_ascii_digit()) && word != "100"
    }) || text.contains('−')
        || text.contains(" - ")
        || text.contains("–")
}
