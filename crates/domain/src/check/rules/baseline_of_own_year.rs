use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::{Period, PlanKind, Role};
use crate::target::field_of;

pub(super) const RULE: Rule = Rule {
    name: "baseline-of-own-year",
    severity: Severity::Warning,
    page: include_str!("baseline_of_own_year.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let Some(year) = c.plan.year() else {
        return;
    };
    let plan = c.plan.heading.kind.unwrap_or_default() == PlanKind::Plan;
    for indicator in c.indicators() {
        for value in &indicator.is.values {
            let earlier = value.role == Role::Baseline || (plan && value.role == Role::History);
            let late = match value.period {
                Period::Year(of) => of >= year,
                // The first days of a year still tell how the one before ended.
                Period::Day(day) => day.year() > year || (day.year() == year && day.month() > 1),
                Period::Unsaid | Period::Named(_) => false,
            };
            if earlier && late {
                say.at(indicator.node)
                    .field(field_of(value))
                    .arg("of", value.period.to_string())
                    .arg("year", year.to_string());
            }
        }
    }
}
