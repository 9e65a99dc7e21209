use crate::check::{Context, Measure, Rule, Say, wording};
use crate::finding::Severity;
use crate::target::field_of;

pub(super) const RULE: Rule = Rule {
    name: "count-with-percent-target",
    severity: Severity::Warning,
    page: include_str!("count_with_percent_target.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for indicator in c.indicators() {
        let name = indicator.name();
        let algorithm = indicator.is.algorithm.as_deref().unwrap_or_default();
        // A unit that counts already contradicts the target.
        if !wording::counts(name)
            || wording::names_ratio(name)
            || wording::names_ratio(algorithm)
            || indicator.measure() == Some(Measure::Count)
        {
            continue;
        }
        let targets = indicator.targets_in_the_end();
        let percent = |t: &&crate::check::TargetAt<'_>| {
            t.typed_percent() && t.figure().is_some_and(|f| f.percent)
        };
        if let Some(target) = targets.iter().find(percent) {
            say.at(indicator.node)
                .field(field_of(target.value))
                .arg("target", target.value.text.trim());
        }
    }
}
