use crate::check::{Context, IndicatorAt, Measure, Rule, Say, wording};
use crate::finding::Severity;
use crate::number::Number;
use crate::target::{Direction, Target, field_of};

pub(super) const RULE: Rule = Rule {
    name: "target-always-met",
    severity: Severity::Warning,
    page: include_str!("target_always_met.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for indicator in c.indicators() {
        let met = indicator
            .targets_by_year()
            .values()
            .find(|t| cannot_be_missed(&indicator, t.is));
        if let Some(target) = met {
            say.at(indicator.node)
                .field(field_of(target.value))
                .arg("target", target.value.text.trim());
        }
    }
}

fn cannot_be_missed(indicator: &IndicatorAt<'_>, target: &Target) -> bool {
    match target {
        Target::AtLeast(figure) => {
            let higher = indicator.reading.direction.is == Direction::Higher;
            higher && !figure.number.is_positive() && never_negative(indicator)
        }
        Target::AtMost(figure) => {
            figure.percent
                && figure.number >= Number::HUNDRED
                && wording::names_share(indicator.name())
        }
        _ => false,
    }
}

/// Counts and shares; a balance, an amount or a delay may be below zero.
fn never_negative(indicator: &IndicatorAt<'_>) -> bool {
    let measured = !matches!(indicator.measure(), Some(Measure::Money | Measure::Time));
    measured
        && !wording::has_beginning(
            indicator.name(),
            &[
                "risultat",
                "sald",
                "equilibri",
                "avanz",
                "margin",
                "util",
                "indic",
                "differenz",
                "variazion",
                "ritard",
                "scostament",
                "temp",
                "bilanc",
                "perdit",
                "tass",
                "increment",
            ],
        )
}
