use crate::check::context::beside;
use crate::check::{Context, IndicatorAt, Rule, Say};
use crate::finding::Severity;
use crate::number::Number;
use crate::plan::{Role, Value};
use crate::target::{Actual, Figure, Target, ValueReading, field_of};

pub(super) const RULE: Rule = Rule {
    name: "value-ten-times",
    severity: Severity::Note,
    page: include_str!("value_ten_times.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for indicator in c.indicators() {
        let values = by_year(&indicator);
        let jump = values
            .iter()
            .zip(values.iter().skip(1))
            .find(|((_, one), (_, two))| is_far(one, two));
        if let Some(((before, _), (after, _))) = jump {
            say.at(indicator.node)
                .field(field_of(after))
                .arg("before", before.text.trim())
                .arg("after", after.text.trim());
        }
    }
}

/// History, baseline and year-end targets, in the order of their years; a baseline comes last of
/// what is known.
fn by_year<'p>(indicator: &IndicatorAt<'p>) -> Vec<(&'p Value, &'p Figure)> {
    let known = |role| {
        indicator
            .values(role)
            .filter_map(|(value, reading)| match reading {
                ValueReading::Known(Some(Actual::Figure(figure))) => Some((value, figure)),
                _ => None,
            })
    };
    let mut values: Vec<_> = known(Role::History).collect();
    values.sort_by_key(|(value, _)| value.period.year());
    values.extend(known(Role::Baseline).next());
    let targets = indicator.targets_by_year().values();
    values.extend(targets.filter_map(|t| match t.is {
        Target::AtLeast(f) | Target::AtMost(f) | Target::Exactly(f) => Some((t.value, f)),
        _ => None,
    }));
    values
}

/// Ten times as much, or a tenth; not of single digits, which grow fast.
fn is_far(one: &Figure, two: &Figure) -> bool {
    let ten = Number::from(10);
    let (low, high) = if one.number < two.number {
        (&one.number, &two.number)
    } else {
        (&two.number, &one.number)
    };
    beside(one, two).is_some()
        && low.is_positive()
        && *high >= ten
        && *high >= low * &ten
        && *low >= Number::from(2)
}
