use crate::check::{Context, Rule, Say};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    name: "indicators-without-algorithm",
    severity: Severity::Note,
    page: include_str!("indicators_without_algorithm.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let measured = || {
        c.indicators()
            .filter(|i| !i.is.project && i.targets().iter().any(|t| t.figure().is_some()))
    };
    let Some(first) = measured().next().filter(|_| measured().count() > 2) else {
        return;
    };
    let written = |text: &Option<String>| text.as_deref().is_some_and(|t| !t.trim().is_empty());
    let has_algorithm = c
        .indicators()
        .any(|i| written(&i.is.algorithm) || written(&i.is.formula));
    if !has_algorithm {
        say.at(first.node).arg("part", "algorithm");
    }
    if !c.indicators().any(|i| written(&i.is.source)) {
        say.at(first.node).arg("part", "source");
    }
}
