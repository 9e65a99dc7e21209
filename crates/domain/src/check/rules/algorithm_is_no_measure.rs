use crate::check::IndicatorAt;
use crate::check::wording::{content_words, is_ratio, words};
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::target::{Target, TargetReading, ValueReading};

pub(super) const RULE: Rule = Rule {
    name: "algorithm-is-no-measure",
    severity: Severity::Note,
    page: include_str!("algorithm_is_no_measure.md"),
    check: Some(check),
};

/// Words that name a document or a source.
const DOCUMENTS: [&str; 12] = [
    "report",
    "relazione",
    "relazioni",
    "documento",
    "documenti",
    "verbale",
    "verbali",
    "provvedimento",
    "provvedimenti",
    "delibera",
    "determina",
    "atti",
];

/// Words that say nothing by themselves.
const EMPTY: [&str; 12] = [
    "numero",
    "nr",
    "n",
    "num",
    "conteggio",
    "somma",
    "totale",
    "percentuale",
    "valore",
    "dato",
    "unita",
    "quantita",
];

/// What follows a state of progress without saying of what it is a part.
const PROGRESS: [&str; 10] = [
    "stato",
    "avanzamento",
    "attivita",
    "delle",
    "di",
    "dell",
    "della",
    "realizzazione",
    "progetto",
    "percentuale",
];

fn check(c: &Context<'_>, say: &mut Say) {
    for indicator in c.indicators() {
        let Some(algorithm) = indicator.is.algorithm.as_deref() else {
            continue;
        };
        if is_ratio(algorithm) || !expects_a_figure(indicator) {
            continue;
        }
        let said = words(algorithm);
        if said.is_empty() || said.contains("si") || said.contains("no") {
            continue;
        }
        let all_in = |list: &[&str]| said.iter().all(|w| list.contains(&w));
        let document = said.first().is_some_and(|first| DOCUMENTS.contains(&first));
        let progress = said.contains("avanzamento") && all_in(&PROGRESS);
        if all_in(&EMPTY) && names_no_unit(indicator)
            || document
            || progress
            || repeats_the_name(indicator, algorithm)
        {
            say.at(indicator.node)
                .field("algorithm")
                .arg("algorithm", algorithm.trim());
        }
    }
}

/// A target of it is a number.
fn expects_a_figure(indicator: IndicatorAt<'_>) -> bool {
    indicator.reading.values.iter().any(|value| {
        matches!(
            value,
            ValueReading::Target(TargetReading::Read(
                Target::AtLeast(_)
                    | Target::AtMost(_)
                    | Target::Exactly(_)
                    | Target::Between(..)
                    | Target::Completion(_)
            ))
        )
    })
}

/// Its unit does not say what is counted either (`numero`, not `numero di newsletter inviate`).
fn names_no_unit(indicator: IndicatorAt<'_>) -> bool {
    words(indicator.unit()).iter().all(|w| EMPTY.contains(&w))
}

/// A mean, rate or delay whose algorithm is only its name once more.
fn repeats_the_name(indicator: IndicatorAt<'_>, algorithm: &str) -> bool {
    let said = content_words(algorithm);
    let of_a_mean = said
        .iter()
        .any(|w| ["medi", "medio", "media", "grado", "tasso", "indice"].contains(&w));
    let stem = |w: &str| -> String { w.chars().take(4).collect() };
    let known: Vec<String> = indicator.content_words().iter().map(stem).collect();
    of_a_mean && said.len() > 2 && said.iter().all(|w| known.contains(&stem(w)))
}
