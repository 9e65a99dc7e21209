use crate::check::{Context, Rule, Say};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    name: "algorithm-holds-figures",
    severity: Severity::Note,
    page: include_str!("algorithm_holds_figures.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for indicator in c.indicators() {
        let Some(algorithm) = indicator.is.algorithm.as_deref() else {
            continue;
        };
        let Some((computed, result)) = algorithm.split_once('=') else {
            continue;
        };
        let result = result.trim_start();
        if result.starts_with(|c: char| c.is_ascii_digit())
            && computed.trim_end().ends_with(|c: char| c.is_ascii_digit())
        {
            say.at(indicator.node)
                .field("algorithm")
                .arg("algorithm", algorithm.trim());
        }
    }
}
