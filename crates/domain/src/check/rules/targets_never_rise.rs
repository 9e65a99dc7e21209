use std::cmp::Ordering;

use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::number::Number;
use crate::target::{Target, field_of};

pub(super) const RULE: Rule = Rule {
    name: "targets-never-rise",
    severity: Severity::Note,
    page: include_str!("targets_never_rise.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for indicator in c.indicators() {
        let by_year = indicator.targets_by_year();
        let same = by_year
            .values()
            .zip(by_year.values().skip(1))
            .all(|(one, two)| {
                let level = matches!(
                    one.is,
                    Target::AtLeast(f) | Target::AtMost(f)
                        if !(f.number.is_zero() || f.percent && f.number == Number::HUNDRED)
                );
                level && one.asks_beside(two) == Some(Ordering::Equal)
            });
        if let Some(last) = by_year
            .values()
            .last()
            .filter(|_| same && by_year.len() > 2)
        {
            say.at(indicator.node).field(field_of(last.value));
        }
    }
}
