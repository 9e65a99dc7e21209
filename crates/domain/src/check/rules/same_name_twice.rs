use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use std::collections::HashMap;

use crate::check::wording::content_words;
use crate::plan::Node;

pub(super) const RULE: Rule = Rule {
    name: "same-name-twice",
    severity: Severity::Note,
    page: include_str!("same_name_twice.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let mut known: HashMap<Vec<String>, Node> = HashMap::new();
    for indicator in c.indicators() {
        let mut name = content_words(indicator.name());
        name.retain(|w| !["numero", "nr", "num", "percentuale"].contains(&w.as_str()));
        if name.len() < 4 {
            continue;
        }
        match known.get(&name) {
            Some(first) => {
                say.at(indicator.node)
                    .field("name")
                    .arg("other", place(c, *first));
            }
            None => {
                known.insert(name, indicator.node);
            }
        }
    }
}

/// Where the other one stands: its own code says it best.
fn place(c: &Context<'_>, node: Node) -> String {
    match c.over(node).first() {
        Some(parent) => format!("{} – {}", c.short_label(*parent), c.label(node)),
        None => c.label(node),
    }
}
