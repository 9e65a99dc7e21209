use crate::check::wording::{content_words, is_ratio};
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    name: "algorithm-counts-something-else",
    severity: Severity::Note,
    page: include_str!("algorithm_counts_something_else.md"),
    check: Some(check),
};

/// Words that only announce a count.
const COUNTS: [&str; 6] = ["numero", "nr", "num", "conteggio", "totale", "numeratore"];

fn check(c: &Context<'_>, say: &mut Say) {
    for indicator in c.indicators() {
        let Some(algorithm) = indicator.is.algorithm.as_deref() else {
            continue;
        };
        let (Some(named), Some(counted)) = (counted(indicator.name()), counted(algorithm)) else {
            continue;
        };
        if is_ratio(algorithm) || is_ratio(indicator.name()) {
            continue;
        }
        let unit = content_words(indicator.unit());
        let mut known = indicator.content_words().iter().chain(unit.iter());
        if !known.any(|word| stem(word) == stem(&counted)) {
            say.at(indicator.node)
                .field("algorithm")
                .arg("named", named)
                .arg("algorithm", algorithm.trim())
                .arg("counted", counted);
        }
    }
}

/// What a text that begins as a count counts: its first telling word.
fn counted(text: &str) -> Option<String> {
    let lower = text.trim().to_lowercase();
    let begins = ["n.", "n°", "nr", "num", "conteggio", "numero"];
    begins.iter().find(|mark| lower.starts_with(*mark))?;
    content_words(text)
        .iter()
        .find(|w| !COUNTS.contains(w) && w.len() > 3)
        .map(str::to_owned)
}

fn stem(word: &str) -> String {
    word.chars().take(5).collect()
}
