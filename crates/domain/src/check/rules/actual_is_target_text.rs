use crate::check::wording::{folded, words};
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::Value;
use crate::target::{Target, field_of};

pub(super) const RULE: Rule = Rule {
    name: "actual-is-target-text",
    severity: Severity::Warning,
    page: include_str!("actual_is_target_text.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for indicator in c.indicators() {
        let targets = indicator.targets();
        for (value, _) in indicator.actuals() {
            if value.state.is_some() || value.completion.is_some() || value.reading.is_some() {
                continue;
            }
            let copied = targets.iter().any(|target| match target.is {
                Target::Milestone => {
                    words(&target.value.text).len() > 1 && same(target.value, value)
                }
                Target::AtLeast(_) | Target::AtMost(_) => {
                    compares(&value.text) && same(target.value, value)
                }
                _ => false,
            });
            if copied {
                say.at(indicator.node)
                    .field(field_of(value))
                    .arg("actual", value.text.trim());
            }
        }
    }
}

fn same(target: &Value, actual: &Value) -> bool {
    let (target, actual) = (words(&target.text), words(&actual.text));
    !actual.is_empty() && target == actual
}

/// A comparator, which belongs to a target: an actual that is just the target's figure has reached it.
fn compares(text: &str) -> bool {
    let text = folded(text);
    [
        "almeno",
        "minimo",
        "massimo",
        "non oltre",
        ">=",
        "<=",
        "≥",
        "≤",
    ]
    .iter()
    .any(|mark| text.contains(mark))
}
