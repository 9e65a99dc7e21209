use std::cmp::Ordering;

use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::target::{Nature, Target, field_of};

pub(super) const RULE: Rule = Rule {
    name: "interim-target-is-whole",
    severity: Severity::Note,
    page: include_str!("interim_target_is_whole.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for indicator in c.indicators() {
        if indicator.reading.nature.is != Nature::Cumulative {
            continue;
        }
        let targets = indicator.targets().iter().filter(|t| !t.revised);
        let whole = targets.clone().zip(targets.skip(1)).find(|(one, two)| {
            let year = |day: Option<jiff::civil::Date>| day.map(|d| d.year());
            let count =
                matches!(one.is, Target::AtLeast(f) if !f.percent && f.number.is_positive());
            count
                && one.day.is_some()
                && year(one.day) == year(two.day)
                && one.asks_beside(two) == Some(Ordering::Equal)
        });
        if let Some((interim, _)) = whole {
            say.at(indicator.node)
                .field(field_of(interim.value))
                .arg("target", interim.value.text.trim());
        }
    }
}
