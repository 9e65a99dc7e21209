use crate::check::wording::folded;
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    name: "algorithm-holds-target",
    severity: Severity::Note,
    page: include_str!("algorithm_holds_target.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for indicator in c.indicators() {
        let Some(algorithm) = indicator.is.algorithm.as_deref() else {
            continue;
        };
        if holds_a_threshold(algorithm) {
            say.at(indicator.node)
                .field("algorithm")
                .arg("algorithm", algorithm.trim());
        }
    }
}

/// A percentage after *almeno*, *minimo* or *>=*.
fn holds_a_threshold(algorithm: &str) -> bool {
    let text = folded(algorithm);
    ["almeno", "minimo", ">=", "≥", "non inferiore"]
        .iter()
        .any(|begin| {
            text.match_indices(begin).any(|(at, _)| {
                let rest: String = text
                    .get(at + begin.len()..)
                    .unwrap_or_default()
                    .chars()
                    .take(12)
                    .collect();
                rest.split('%').next().is_some_and(|before| {
                    before.len() < rest.len() && before.ends_with(|c: char| c.is_ascii_digit())
                })
            })
        })
}
