use crate::check::wording::words;
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
        let sides: Vec<Vec<String>> = algorithm
            .split(" - ")
            .flat_map(|side| side.split([';', '–']))
            .map(words)
            .collect();
        let progress = |side: &Vec<String>| side.iter().any(|w| w == "avanzamento");
        let count = |side: &Vec<String>| {
            !progress(side)
                && side
                    .first()
                    .is_some_and(|w| ["conteggio", "numero", "n", "nr"].contains(&w.as_str()))
        };
        if sides.iter().any(progress) && sides.iter().any(count) {
            say.at(indicator.node)
                .field("algorithm")
                .arg("algorithm", algorithm.trim());
        }
    }
}
