use crate::check::{Context, Rule, Say, Sort};
use crate::finding::{Place, Severity};
use crate::target::{Actual, field_of};

pub(super) const RULE: Rule = Rule {
    name: "baseline-unit-differs",
    severity: Severity::Warning,
    page: include_str!("baseline_unit_differs.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let suspected = c.said("reading-change-suspected");
    for indicator in c.indicators() {
        let Some(baseline) = indicator.baseline() else {
            continue;
        };
        // NO as a start says that there was nothing.
        let known = baseline.is.filter(|b| **b != Actual::YesNo(false));
        let Some(start) = known.and_then(Sort::of) else {
            continue;
        };
        let targets = indicator.targets_in_the_end();
        let Some(target) = targets
            .iter()
            .find(|t| t.sort().is_some_and(|s| s != start && !done_by(start, s)))
        else {
            continue;
        };
        let change = Place {
            node: Some(indicator.node),
            field: Some("target_kind".to_owned()),
        };
        if start == Sort::Number && suspected.contains(&change) {
            continue;
        }
        say.at(indicator.node)
            .field(field_of(baseline.value))
            .arg("baseline", baseline.value.text.trim())
            .arg("target", target.value.text.trim());
    }
}

/// Done then, to be done by a day now: these go together.
fn done_by(start: Sort, target: Sort) -> bool {
    matches!(
        (start, target),
        (Sort::Answer, Sort::Day) | (Sort::Day, Sort::Answer)
    )
}
