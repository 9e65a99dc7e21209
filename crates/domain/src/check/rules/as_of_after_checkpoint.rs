use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::Period;
use crate::target::field_of;

pub(super) const RULE: Rule = Rule {
    name: "as-of-after-checkpoint",
    severity: Severity::Warning,
    page: include_str!("as_of_after_checkpoint.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for indicator in c.indicators() {
        for (value, reading) in indicator.actuals() {
            let Period::Day(checkpoint) = value.period else {
                continue;
            };
            let stated = value.as_of.as_ref().and_then(|d| d.date);
            if let Some(as_of) = stated.or(reading.as_of).filter(|day| *day > checkpoint) {
                say.at(indicator.node)
                    .field(field_of(value))
                    .arg("actual", value.text.trim())
                    .arg("as_of", as_of.strftime("%d/%m/%Y").to_string())
                    .arg("checkpoint", checkpoint.strftime("%d/%m/%Y").to_string());
            }
        }
    }
}
