use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use hashbrown::HashMap;

use super::same_name_other_values::{difference, measured};
use crate::check::IndicatorAt;
use crate::check::wording::Words;
use crate::plan::Node;

pub(super) const RULE: Rule = Rule {
    name: "same-name-twice",
    severity: Severity::Note,
    page: include_str!("same_name_twice.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let mut known: HashMap<Words, IndicatorAt<'_>> = HashMap::new();
    for indicator in c.indicators() {
        let name = measured(indicator.content_words());
        if name.len() < 4 {
            continue;
        }
        match known.get(&name) {
            // Where values differ too, that is said instead.
            Some(first) if difference(*first, indicator, name.len()).is_none() => {
                say.at(indicator.node)
                    .field("name")
                    .arg("other", place(c, first.node));
            }
            Some(_) => {}
            None => {
                known.insert(name, indicator);
            }
        }
    }
}

/// Where the other one stands.
fn place(c: &Context<'_>, node: Node) -> String {
    c.label(c.over(node).first().copied().unwrap_or(node))
}
