use std::cmp::Ordering;

use crate::check::wording::is_time;
use crate::check::{Context, IndicatorAt, Rule, Say, TargetAt, wording};
use crate::finding::Severity;
use crate::target::{Nature, Origin, Target, field_of};

pub(super) const RULE: Rule = Rule {
    name: "interim-target-harder",
    severity: Severity::Warning,
    page: include_str!("interim_target_harder.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for indicator in c.indicators().filter(|i| c.sure_of_direction(i)) {
        let targets = indicator.targets();
        for revised in [false, true] {
            let stated: Vec<&TargetAt<'_>> = targets
                .iter()
                .filter(|t| t.revised == revised && t.day.is_some())
                .collect();
            let harder = stated
                .iter()
                .zip(stated.iter().skip(1))
                .filter(|(one, two)| one.day.map(|d| d.year()) == two.day.map(|d| d.year()))
                .find(|(one, two)| {
                    comparable(&indicator, one) && one.asks_beside(two) == Some(Ordering::Greater)
                });
            if let Some((interim, last)) = harder {
                say.at(indicator.node)
                    .field(field_of(interim.value))
                    .arg("interim", interim.value.text.trim())
                    .arg("target", last.value.text.trim());
                break;
            }
        }
    }
}

/// A ceiling on what adds up through the year (spending) is lower half-way; one on a level is not.
fn comparable(indicator: &IndicatorAt<'_>, target: &TargetAt<'_>) -> bool {
    let Target::AtMost(figure) = target.is else {
        return true;
    };
    let nature = indicator.reading.nature;
    let level = nature.is == Nature::Level && matches!(nature.from, Origin::Written | Origin::Name);
    let units = [figure.unit.as_deref().unwrap_or_default(), indicator.unit()];
    let time = |unit: &&str| wording::words(unit).iter().any(is_time);
    figure.percent || level || units.iter().any(time)
}
