use crate::check::{Context, Rule, Say};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    name: "algorithm-percent-upside-down",
    severity: Severity::Warning,
    page: include_str!("algorithm_percent_upside_down.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for indicator in c.indicators() {
        let Some(algorithm) = indicator.is.algorithm.as_deref() else {
            continue;
        };
        let closed: String = algorithm.chars().filter(|c| !c.is_whitespace()).collect();
        let upside_down = ["/100*", "/100x", "/100×"].iter().any(|mark| {
            closed
                .split(mark)
                .nth(1)
                .is_some_and(|whole| whole.chars().next().is_some_and(char::is_alphabetic))
                && !closed
                    .split(mark)
                    .next()
                    .is_some_and(|part| part.contains('/'))
        });
        if upside_down {
            say.at(indicator.node)
                .field("algorithm")
                .arg("algorithm", algorithm.trim());
        }
    }
}
