use crate::check::{Context, Rule, Say, wording};
use crate::finding::Severity;
use crate::target::{Target, field_of};

pub(super) const RULE: Rule = Rule {
    name: "baseline-without-figure",
    severity: Severity::Note,
    page: include_str!("baseline_without_figure.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for indicator in c.indicators() {
        let Some(baseline) = indicator.baseline() else {
            continue;
        };
        let text = baseline.value.text.trim();
        if baseline.is.is_some() || wording::says_nothing_before(text) {
            continue;
        }
        let targets = indicator.targets_in_the_end();
        let measured =
            |t: &crate::target::Target| matches!(t, Target::Change { .. } | Target::Between(..));
        let Some(target) = targets
            .iter()
            .find(|t| t.figure().is_some() || measured(t.is))
        else {
            continue;
        };
        say.at(indicator.node)
            .field(field_of(baseline.value))
            .arg("baseline", text)
            .arg("target", target.value.text.trim());
    }
}
