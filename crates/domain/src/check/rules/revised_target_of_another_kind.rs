use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::target::{Target, field_of};

pub(super) const RULE: Rule = Rule {
    name: "revised-target-of-another-kind",
    severity: Severity::Note,
    page: include_str!("revised_target_of_another_kind.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for indicator in c.indicators() {
        let targets = indicator.targets();
        // By day, and of one day the revised one after the first.
        let changed = targets
            .iter()
            .zip(targets.iter().skip(1))
            .filter(|(one, two)| {
                let described = *one.is == Target::Milestone && two.figure().is_some();
                let sorts = match (one.sort(), two.sort()) {
                    (Some(one), Some(two)) => one != two,
                    _ => false,
                };
                one.day.is_some()
                    && one.day == two.day
                    && !one.revised
                    && two.revised
                    && (described || sorts)
            });
        for (first, revised) in changed {
            say.at(indicator.node)
                .field(field_of(revised.value))
                .arg("first", first.value.text.trim())
                .arg("revised", revised.value.text.trim());
        }
    }
}
