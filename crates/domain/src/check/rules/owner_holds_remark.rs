use crate::check::wording::words;
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    name: "owner-holds-remark",
    severity: Severity::Note,
    page: include_str!("owner_holds_remark.md"),
    check: Some(check),
};

/// Words of a sentence, which the name of a unit does not hold.
const SENTENCE: [&str; 14] = [
    "si",
    "sono",
    "stato",
    "stata",
    "definito",
    "definiti",
    "definita",
    "calcolato",
    "calcolati",
    "ritiene",
    "perche",
    "poiche",
    "dovuto",
    "dovuti",
];

fn check(c: &Context<'_>, say: &mut Say) {
    for indicator in c.indicators() {
        let Some(owner) = indicator.is.owner.as_deref() else {
            continue;
        };
        let said = words(owner);
        if said.len() > 4 && said.iter().any(|w| SENTENCE.contains(&w)) {
            say.at(indicator.node)
                .field("owner")
                .arg("owner", owner.trim());
        }
    }
}
