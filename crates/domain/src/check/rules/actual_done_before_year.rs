use crate::check::wording::{DONE, days};
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::target::{Target, field_of};

pub(super) const RULE: Rule = Rule {
    name: "actual-done-before-year",
    severity: Severity::Note,
    page: include_str!("actual_done_before_year.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let Some(year) = c.plan.year() else { return };
    for indicator in c.indicators() {
        let described = indicator.targets().iter().any(|t| {
            matches!(
                t.is,
                Target::Milestone | Target::YesNo(_) | Target::ByDate(_)
            )
        });
        if !described {
            continue;
        }
        for (value, _) in indicator.actuals() {
            // Years to come have their own beginning.
            if value.period.year() != Some(year) {
                continue;
            }
            let earlier = days(&value.text)
                .into_iter()
                .next()
                .filter(|(day, before)| {
                    let done = |w: &String| DONE.iter().any(|d| w.starts_with(d));
                    day.year() < year && before.iter().any(done)
                });
            if let Some((day, _)) = earlier {
                say.at(indicator.node)
                    .field(field_of(value))
                    .arg("day", day.strftime("%d/%m/%Y").to_string())
                    .arg("year", year.to_string());
            }
        }
    }
}
