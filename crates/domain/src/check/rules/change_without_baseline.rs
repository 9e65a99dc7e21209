use crate::check::{Context, IndicatorAt, Rule, Say, TargetAt, wording};
use crate::finding::Severity;
use crate::target::{Actual, Target, field_of};

pub(super) const RULE: Rule = Rule {
    name: "change-without-baseline",
    severity: Severity::Warning,
    page: include_str!("change_without_baseline.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for indicator in c.indicators() {
        let targets = indicator.targets();
        let Some(target) = targets.iter().find(|t| is_change(&indicator, t)) else {
            continue;
        };
        let baseline = indicator.baseline();
        let starts = matches!(baseline.and_then(|b| b.is), Some(Actual::Figure(_)))
            || target
                .day
                .is_some_and(|day| indicator.last_known(day.year()).is_some());
        if !starts {
            let written = baseline.map(|b| b.value.text.trim()).unwrap_or_default();
            say.at(indicator.node)
                .field(field_of(target.value))
                .arg("target", target.value.text.trim())
                .arg("written", if written.is_empty() { "no" } else { "yes" })
                .arg("baseline", written);
        }
    }
}

/// A change, or a percentage of an indicator whose name (or whose target's text) says one.
fn is_change(indicator: &IndicatorAt<'_>, target: &TargetAt<'_>) -> bool {
    let percent = target.figure().is_some_and(|f| f.percent);
    let named = || {
        wording::names_change(indicator.name()).is_some()
            || wording::names_change(&target.value.text).is_some()
    };
    matches!(target.is, Target::Change { .. }) || (percent && named())
}
