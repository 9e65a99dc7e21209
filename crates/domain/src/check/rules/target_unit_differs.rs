use crate::check::{Context, Measure, Rule, Say, TargetAt, wording};
use crate::finding::Severity;
use crate::target::{Figure, Target, field_of};

pub(super) const RULE: Rule = Rule {
    name: "target-unit-differs",
    severity: Severity::Warning,
    page: include_str!("target_unit_differs.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let signed = percent_signs_are_written(c);
    for indicator in c.indicators() {
        let Some(measure) = indicator.measure() else {
            continue;
        };
        // A name that says percentage needs no sign beside the number.
        let signed = signed && !wording::names_ratio(indicator.name());
        let targets = indicator.targets();
        let mut other = targets.iter().filter(|t| differs(measure, t, signed));
        let Some(first) = other.next() else {
            continue;
        };
        let mut said = say
            .at(indicator.node)
            .field(field_of(first.value))
            .arg("unit", indicator.unit().trim())
            .arg("target", first.value.text.trim());
        for target in other {
            said = said.also(indicator.node, Some(&field_of(target.value)));
        }
    }
}

fn figure<'p>(target: &TargetAt<'p>) -> Option<&'p Figure> {
    match target.is {
        Target::AtLeast(figure)
        | Target::AtMost(figure)
        | Target::Exactly(figure)
        | Target::Between(figure, _) => Some(figure),
        _ => None,
    }
}

fn differs(measure: Measure, target: &TargetAt<'_>, signed: bool) -> bool {
    let figure = figure(target);
    let other_kind = matches!(target.is, Target::YesNo(_) | Target::ByDate(_));
    match measure {
        Measure::Percent => {
            let bare =
                figure.is_some_and(|f| !target.typed_percent() && (signed || f.unit.is_some()));
            other_kind || bare
        }
        Measure::Count | Measure::Time | Measure::Money => {
            other_kind || (figure.is_some() && target.typed_percent())
        }
        Measure::Answer => figure.is_some(),
        Measure::Day => figure.is_some() || matches!(target.is, Target::YesNo(_)),
    }
}

/// Whether this plan writes the percent sign where the unit is a percentage: then a bare number is
/// no percentage.
fn percent_signs_are_written(c: &Context<'_>) -> bool {
    let (mut with, mut without) = (0_usize, 0_usize);
    for indicator in c.indicators() {
        if indicator.measure() != Some(Measure::Percent) {
            continue;
        }
        for target in indicator.targets() {
            if figure(target).is_some_and(|f| f.unit.is_none()) {
                if target.typed_percent() {
                    with += 1;
                } else {
                    without += 1;
                }
            }
        }
    }
    with > without
}
