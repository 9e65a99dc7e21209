use crate::check::context::said;
use crate::check::wording::words;
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    name: "pira-malformed",
    severity: Severity::Warning,
    page: include_str!("pira_malformed.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let codes = || c.objectives().filter_map(|o| Some((o, said(&o.is.pira)?)));
    let whole = codes().any(|(_, pira)| parts(pira) == Some(3));
    for (objective, pira) in codes() {
        let what = match parts(pira) {
            Some(3) => continue,
            Some(2) if whole => "short",
            Some(2) => continue,
            _ => "form",
        };
        say.at(objective.node)
            .field("pira")
            .arg("pira", pira)
            .arg("what", what);
    }
}

/// How many parts of three digits a code has, if it has no others.
fn parts(pira: &str) -> Option<usize> {
    let parts = words(pira);
    let digits = |part: &str| part.len() == 3 && part.bytes().all(|b| b.is_ascii_digit());
    parts.iter().all(digits).then_some(parts.len())
}
