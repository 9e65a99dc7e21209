use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::number::Number;
use crate::target::{Target, field_of};

pub(super) const RULE: Rule = Rule {
    name: "observed-with-threshold",
    severity: Severity::Note,
    page: include_str!("observed_with_threshold.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for indicator in c.indicators() {
        let observes = indicator
            .words()
            .first()
            .is_some_and(|w| w.starts_with("monitoragg") || w.starts_with("rilevazion"));
        if !observes {
            continue;
        }
        let targets = indicator.targets_in_the_end();
        if let Some(target) = targets.iter().find(|t| is_threshold(t.is)) {
            say.at(indicator.node)
                .field(field_of(target.value))
                .arg("target", target.value.text.trim());
        }
    }
}

/// A threshold on what is measured: not how many times it is, nor all of it.
fn is_threshold(target: &Target) -> bool {
    match target {
        Target::Change { .. } | Target::AtMost(_) | Target::Between(..) => true,
        Target::AtLeast(figure) => figure.percent && figure.number != Number::HUNDRED,
        _ => false,
    }
}
