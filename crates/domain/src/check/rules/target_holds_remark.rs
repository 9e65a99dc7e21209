use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use hashbrown::HashMap;

use crate::check::wording::folded;
use crate::plan::{Node, Role};
use crate::target::field_of;

pub(super) const RULE: Rule = Rule {
    name: "target-holds-remark",
    severity: Severity::Note,
    page: include_str!("target_holds_remark.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let codes: HashMap<&str, Node> = c
        .objectives()
        .filter_map(|o| Some((o.is.code.as_deref()?.trim(), o.node)))
        .collect();
    for indicator in c.indicators() {
        let values = indicator.is.values.iter();
        for value in values.filter(|v| matches!(v.role, Role::Target | Role::RevisedTarget)) {
            let Some(other) = referred(&value.text, &codes) else {
                continue;
            };
            if !c.over(indicator.node).contains(&other) {
                say.at(indicator.node)
                    .field(field_of(value))
                    .arg("other", c.label(other));
            }
        }
    }
}

/// The objective whose dotted code follows the word *obiettivo* or *obiettivi*.
fn referred(text: &str, codes: &HashMap<&str, Node>) -> Option<Node> {
    let text = folded(text);
    let (_, rest) = text.split_once("obiettiv")?;
    rest.split(|c: char| !c.is_alphanumeric() && c != '.')
        .take(6)
        .map(|word| word.trim_matches('.'))
        .filter(|word| word.contains('.'))
        .find_map(|word| codes.get(word).copied())
}
