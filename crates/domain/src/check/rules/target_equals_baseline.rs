use std::cmp::Ordering;

use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::number::Number;
use crate::target::{Actual, Bound, Figure, field_of};

pub(super) const RULE: Rule = Rule {
    name: "target-equals-baseline",
    severity: Severity::Note,
    page: include_str!("target_equals_baseline.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for indicator in c.indicators() {
        let by_year = indicator.targets_by_year();
        let (Some((first, _)), Some((_, last))) =
            (by_year.first_key_value(), by_year.last_key_value())
        else {
            continue;
        };
        let baseline = indicator.baseline().and_then(|b| b.is);
        let known = match baseline {
            Some(Actual::Figure(figure)) => Some(figure),
            _ => indicator.last_known(*first).map(|(_, figure, _)| figure),
        };
        let repeats = known
            .filter(|f| f.bound == Bound::Exact && !at_the_end(f))
            .is_some_and(|f| indicator.asks(last.is, f) == Some(Ordering::Equal));
        if repeats {
            say.at(indicator.node).field(field_of(last.value));
        }
    }
}

/// All of something, or none: there is nothing more to reach.
fn at_the_end(figure: &Figure) -> bool {
    figure.number.is_zero() || (figure.percent && figure.number == Number::HUNDRED)
}
