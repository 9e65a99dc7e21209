use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::Node;

pub(super) const RULE: Rule = Rule {
    name: "indicator-without-evidence",
    severity: Severity::Note,
    page: include_str!("indicator_without_evidence.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let mut promised = 0_usize;
    let mut without: Vec<Node> = Vec::new();
    for indicator in c.indicators().filter(|i| !i.is.national) {
        let evidence = indicator.is.expected_evidence.as_deref();
        if evidence.is_some_and(|text| !text.trim().is_empty()) {
            promised += 1;
        } else {
            without.push(indicator.node);
        }
    }
    if promised > without.len() {
        for node in without {
            say.at(node);
        }
    }
}
