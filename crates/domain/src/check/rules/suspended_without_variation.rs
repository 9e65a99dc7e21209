use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::target::{Progress, field_of};

pub(super) const RULE: Rule = Rule {
    name: "suspended-without-variation",
    severity: Severity::Note,
    page: include_str!("suspended_without_variation.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for indicator in c.indicators() {
        let is = indicator.is;
        if is.variation.is_some() || is.neutralised.is_some() || indicator.targets().is_empty() {
            continue;
        }
        let actuals = indicator.actuals();
        let Some((value, reading)) = actuals.last() else {
            continue;
        };
        if matches!(
            reading.state,
            Some(Progress::Suspended | Progress::Postponed)
        ) {
            let state = value.state.as_deref().map(str::trim);
            let said = Some(value.text.trim()).filter(|text| !text.is_empty());
            say.at(indicator.node)
                .field(field_of(value))
                .arg("actual", said.or(state).unwrap_or_default());
        }
    }
}
