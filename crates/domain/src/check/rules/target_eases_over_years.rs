use std::cmp::Ordering;

use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::target::{Target, field_of};

pub(super) const RULE: Rule = Rule {
    name: "target-eases-over-years",
    severity: Severity::Note,
    page: include_str!("target_eases_over_years.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for indicator in c.indicators().filter(|i| c.sure_of_direction(i)) {
        let by_year = indicator.targets_by_year();
        // A smaller change a year later is a change all the same.
        let eases = by_year
            .iter()
            .zip(by_year.iter().skip(1))
            .find(|((_, one), (_, two))| {
                !matches!(one.is, Target::Change { .. })
                    && one.asks_beside(two) == Some(Ordering::Greater)
            });
        if let Some(((before, one), (after, two))) = eases {
            say.at(indicator.node)
                .field(field_of(two.value))
                .arg("earlier", one.value.text.trim())
                .arg("earlier_year", before.to_string())
                .arg("later", two.value.text.trim())
                .arg("later_year", after.to_string());
        }
    }
}
