use crate::check::wording::{DONE, days};
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::Period;
use crate::target::field_of;

pub(super) const RULE: Rule = Rule {
    name: "actual-names-later-day",
    severity: Severity::Note,
    page: include_str!("actual_names_later_day.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for indicator in c.indicators() {
        for (value, _) in indicator.actuals() {
            let Period::Day(checkpoint) = value.period else {
                continue;
            };
            let later = days(&value.text).into_iter().find(|(day, before)| {
                let near = before.iter().rev().take(3);
                let done = |w: &String| DONE.iter().any(|d| w.starts_with(d));
                *day > checkpoint && near.into_iter().any(done)
            });
            if let Some((day, _)) = later {
                say.at(indicator.node)
                    .field(field_of(value))
                    .arg("checkpoint", checkpoint.strftime("%d/%m/%Y").to_string())
                    .arg("day", day.strftime("%d/%m/%Y").to_string());
            }
        }
    }
}
