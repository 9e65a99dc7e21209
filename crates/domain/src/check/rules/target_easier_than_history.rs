use std::cmp::Ordering;

use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::target::{Actual, field_of};

pub(super) const RULE: Rule = Rule {
    name: "target-easier-than-history",
    severity: Severity::Warning,
    page: include_str!("target_easier_than_history.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for indicator in c.indicators().filter(|i| c.sure_of_direction(i)) {
        let baseline = indicator.baseline().and_then(|b| b.is);
        if matches!(baseline, Some(Actual::Figure(_))) {
            continue;
        }
        let by_year = indicator.targets_by_year();
        let Some((year, target)) = by_year.first_key_value() else {
            continue;
        };
        let Some((value, figure, of)) = indicator.last_known(*year) else {
            continue;
        };
        if indicator.asks(target.is, figure) == Some(Ordering::Less) {
            say.at(indicator.node)
                .field(field_of(target.value))
                .arg("target", target.value.text.trim())
                .arg("known", value.text.trim())
                .arg("year", of.to_string());
        }
    }
}
