use crate::check::context::{last_day, printed};
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::number::Number;
use crate::target::{Actual, Target, field_of};

pub(super) const RULE: Rule = Rule {
    name: "actual-far-beyond-target",
    severity: Severity::Note,
    page: include_str!("actual_far_beyond_target.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for indicator in c.indicators() {
        let targets = indicator.targets_in_the_end();
        for (value, reading) in indicator.actuals().into_iter().rev() {
            let (Some(Actual::Figure(actual)), Some(day)) =
                (&reading.actual, last_day(&value.period))
            else {
                continue;
            };
            let of_year = targets
                .iter()
                .rfind(|t| t.day.is_some_and(|d| d.year() == day.year() && d >= day));
            let Some(target) = of_year else { continue };
            let Target::AtLeast(figure) = target.is else {
                continue;
            };
            if figure.percent != actual.percent
                || !figure.number.is_positive()
                || !actual.number.is_positive()
            {
                continue;
            }
            let Some(ratio) = actual.number.checked_div(&figure.number) else {
                continue;
            };
            let early = target.day > Some(day);
            let bearable = if early {
                Number::ratio(3, 2)
            } else {
                Some(Number::from(2))
            };
            if bearable.is_some_and(|most| ratio > most) {
                let percent = (ratio * Number::from(100)).round_to(0);
                say.at(indicator.node)
                    .field(field_of(value))
                    .arg("actual", value.text.trim())
                    .arg("percent", printed(&percent))
                    .arg("target", target.value.text.trim());
                break;
            }
        }
    }
}
