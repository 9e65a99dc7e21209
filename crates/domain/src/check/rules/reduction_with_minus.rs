use crate::check::{Context, Rule, Say, wording};
use crate::finding::Severity;
use crate::target::{Target, field_of};

pub(super) const RULE: Rule = Rule {
    name: "reduction-with-minus",
    severity: Severity::Note,
    page: include_str!("reduction_with_minus.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for indicator in c.indicators() {
        if wording::names_change(indicator.name()) != Some(true) {
            continue;
        }
        let targets = indicator.targets_in_the_end();
        let negative = targets.iter().find(|t| {
            let minus = t.value.text.trim().starts_with(['-', '−', '–']);
            minus
                && match t.is {
                    Target::Change { by, band: false } => by.is_negative(),
                    _ => t.figure().is_some_and(|f| f.number.is_negative()),
                }
        });
        if let Some(target) = negative {
            say.at(indicator.node)
                .field(field_of(target.value))
                .arg("target", target.value.text.trim());
        }
    }
}
