use crate::check::{Context, Measure, Rule, Say, wording};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    name: "unit-differs-from-algorithm",
    severity: Severity::Warning,
    page: include_str!("unit_differs_from_algorithm.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for indicator in c.indicators() {
        let algorithm = indicator.is.algorithm.as_deref().unwrap_or_default().trim();
        let (Some(unit), Some(computed)) = (Measure::of_unit(indicator.unit()), result(algorithm))
        else {
            continue;
        };
        if unit != computed {
            say.at(indicator.node)
                .field("unit")
                .arg("unit", indicator.unit().trim())
                .arg("algorithm", algorithm);
        }
    }
}

/// What an algorithm gives: an answer, a percentage or a count; none where it may give another.
fn result(algorithm: &str) -> Option<Measure> {
    let measure = Measure::of_unit(algorithm)?;
    let ratio = algorithm.contains(['/', '*', '÷', ':', '\\', '%'])
        || wording::has_word(algorithm, &["totale", "su", "sul", "sulla", "rapporto"]);
    match measure {
        Measure::Answer => {
            let words = wording::words(algorithm);
            (words.len() <= 2).then_some(measure)
        }
        Measure::Count => (!ratio).then_some(measure),
        Measure::Percent => Some(measure),
        Measure::Time | Measure::Money | Measure::Day => None,
    }
}
