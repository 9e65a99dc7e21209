use crate::check::{Context, Rule, Say};
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
        let Some(target) = targets
            .iter()
            .find(|t| matches!(t.is, Target::Change { .. }))
        else {
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
                .arg(
                    "source",
                    if matches!(target.is, Target::Change { .. }) {
                        "target"
                    } else {
                        "name"
                    },
                )
                .arg("written", if written.is_empty() { "no" } else { "yes" })
                .arg("baseline", written);
        }
    }
}
