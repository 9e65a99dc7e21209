use crate::check::IndicatorAt;
use crate::check::wording::{folded, is_ratio, names_a_whole, words};
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::target::Figure;

pub(super) const RULE: Rule = Rule {
    name: "algorithm-unit-differs",
    severity: Severity::Warning,
    page: include_str!("algorithm_unit_differs.md"),
    check: Some(check),
};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Gives {
    Count,
    Ratio,
    Answer,
}

fn check(c: &Context<'_>, say: &mut Say) {
    for indicator in c.indicators() {
        let Some(algorithm) = indicator.is.algorithm.as_deref() else {
            continue;
        };
        let Some(gives) = what_it_gives(algorithm) else {
            continue;
        };
        let Some((place, expected)) = contradicted(indicator, gives) else {
            continue;
        };
        say.at(indicator.node)
            .field("algorithm")
            .arg("algorithm", algorithm.trim())
            .arg(
                "gives",
                match gives {
                    Gives::Count => "count",
                    Gives::Ratio => "ratio",
                    Gives::Answer => "answer",
                },
            )
            .arg("where", place)
            .arg("expected", expected);
    }
}

fn what_it_gives(algorithm: &str) -> Option<Gives> {
    let said = words(algorithm);
    let first = said.iter().find(|w| *w != "numeratore")?;
    if said.len() == 2 && said.iter().all(|w| w == "si" || w == "no") {
        return Some(Gives::Answer);
    }
    if names_a_whole(algorithm) {
        return Some(Gives::Ratio);
    }
    let counts = ["conteggio", "numero", "n", "nr"].contains(&first);
    (counts && !is_ratio(algorithm)).then_some(Gives::Count)
}

/// The unit or target that expects something else, as typed.
fn contradicted<'p>(indicator: IndicatorAt<'p>, gives: Gives) -> Option<(&'static str, &'p str)> {
    let unit = indicator.is.unit.as_deref().map(str::trim);
    let percent_unit = unit.filter(|u| u.contains('%') || folded(u).starts_with("percentual"));
    let plain_unit = unit.filter(|u| {
        let unit = words(u);
        unit.len() == 1 && unit.iter().all(|w| ["numero", "n", "nr"].contains(&w))
    });
    let targets = indicator.targets_in_the_end();
    let figure = |wanted: fn(&Figure) -> bool| {
        let target = targets.iter().rfind(|t| t.figure().is_some())?;
        target
            .figure()
            .filter(|f| wanted(f))
            .map(|_| ("target", target.value.text.trim()))
    };
    match gives {
        Gives::Answer => percent_unit.map(|u| ("unit", u)),
        // Half a percent unit and half a number is what the unit's own rules speak of.
        Gives::Count => figure(|f| f.percent).or_else(|| percent_unit.map(|u| ("unit", u))),
        Gives::Ratio => plain_unit.and_then(|_| figure(|f| !f.percent)),
    }
}
