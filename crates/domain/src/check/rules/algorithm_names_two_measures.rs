use crate::check::wording::{Words, words};
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    name: "algorithm-names-two-measures",
    severity: Severity::Note,
    page: include_str!("algorithm_names_two_measures.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for indicator in c.indicators() {
        let Some(algorithm) = indicator.is.algorithm.as_deref() else {
            continue;
        };
        let sides: Vec<Words> = algorithm
            .split(" - ")
            .flat_map(|side| side.split([';', '–']))
            .map(words)
            .collect();
        let progress = |side: &Words| side.contains("avanzamento");
        let count = |side: &Words| {
            !progress(side)
                && side
                    .first()
                    .is_some_and(|w| ["conteggio", "numero", "n", "nr"].contains(&w))
        };
        if sides.iter().any(progress) && sides.iter().any(count) {
            say.at(indicator.node)
                .field("algorithm")
                .arg("algorithm", algorithm.trim());
        }
    }
}
