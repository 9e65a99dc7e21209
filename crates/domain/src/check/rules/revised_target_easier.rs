use std::cmp::Ordering;

use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::target::field_of;

pub(super) const RULE: Rule = Rule {
    name: "revised-target-easier",
    severity: Severity::Note,
    page: include_str!("revised_target_easier.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for indicator in c.indicators() {
        let targets = indicator.targets();
        // By day, and of one day the revised one after the first.
        let eased = targets
            .iter()
            .zip(targets.iter().skip(1))
            .filter(|(one, two)| {
                one.day.is_some()
                    && one.day == two.day
                    && !one.revised
                    && two.revised
                    && one.asks_beside(two) == Some(Ordering::Greater)
            });
        for (first, revised) in eased {
            say.at(indicator.node)
                .field(field_of(revised.value))
                .arg("first", first.value.text.trim())
                .arg("revised", revised.value.text.trim());
        }
    }
}
