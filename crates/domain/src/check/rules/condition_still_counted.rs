use crate::check::wording::folded;
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    name: "condition-still-counted",
    severity: Severity::Note,
    page: include_str!("condition_still_counted.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for objective in c.objectives() {
        let is = objective.is;
        if is.neutralised.is_some() {
            continue;
        }
        match is.condition.as_deref().map(str::trim) {
            Some(condition) if !condition.is_empty() => {
                say.at(objective.node)
                    .field("condition")
                    .arg("condition", condition);
            }
            _ => {
                if let Some(condition) = is.title.as_deref().and_then(condition_in) {
                    say.at(objective.node)
                        .field("title")
                        .arg("condition", condition);
                }
            }
        }
    }
    for indicator in c.indicators().filter(|i| i.is.neutralised.is_none()) {
        if let Some(condition) = condition_in(indicator.name()) {
            say.at(indicator.node)
                .field("name")
                .arg("condition", condition);
        }
    }
}

/// The words by which a title says that it holds only if something does not happen.
fn condition_in(title: &str) -> Option<&'static str> {
    let title = folded(title);
    [
        "in caso di mancat",
        "in caso contrario",
        "nel caso di mancat",
        "in alternativa a",
        "qualora non",
    ]
    .iter()
    .find(|mark| title.contains(*mark))
    .map(|mark| match *mark {
        "in caso di mancat" | "nel caso di mancat" => "in caso di mancato evento",
        "in alternativa a" => "in alternativa a un altro",
        other => other,
    })
}
