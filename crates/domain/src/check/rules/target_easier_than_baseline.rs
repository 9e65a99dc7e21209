use std::cmp::Ordering;

use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::target::{Actual, field_of};

pub(super) const RULE: Rule = Rule {
    name: "target-easier-than-baseline",
    severity: Severity::Warning,
    page: include_str!("target_easier_than_baseline.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for indicator in c.indicators().filter(|i| c.sure_of_direction(i)) {
        let Some(baseline) = indicator.baseline() else {
            continue;
        };
        let Some(Actual::Figure(start)) = baseline.is else {
            continue;
        };
        let by_year = indicator.targets_by_year();
        let easier = by_year
            .values()
            .find(|t| indicator.asks(t.is, start) == Some(Ordering::Less));
        if let Some(target) = easier {
            say.at(indicator.node)
                .field(field_of(target.value))
                .arg("target", target.value.text.trim())
                .arg("baseline", baseline.value.text.trim());
        }
    }
}
