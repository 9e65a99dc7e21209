use crate::check::context::last_day;
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::target::{Actual, Bound, Figure, Nature, Target, field_of};

pub(super) const RULE: Rule = Rule {
    name: "actual-below-previous-checkpoint",
    severity: Severity::Warning,
    page: include_str!("actual_below_previous_checkpoint.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for indicator in c.indicators() {
        let grows = indicator
            .targets()
            .iter()
            .any(|t| matches!(t.is, Target::AtLeast(_)));
        if indicator.reading.nature.is != Nature::Cumulative || !grows {
            continue;
        }
        let mut before: Option<(i16, &Figure, &str)> = None;
        for (value, reading) in indicator.actuals() {
            let (Some(Actual::Figure(figure)), Some(day)) =
                (&reading.actual, last_day(&value.period))
            else {
                continue;
            };
            if figure.signed || figure.bound != Bound::Exact {
                continue;
            }
            if let Some((year, earlier, text)) = before
                && year == day.year()
                && earlier.percent == figure.percent
                && figure.number < earlier.number
            {
                say.at(indicator.node)
                    .field(field_of(value))
                    .arg("actual", value.text.trim())
                    .arg("before", text);
            }
            before = Some((day.year(), figure, value.text.trim()));
        }
    }
}
