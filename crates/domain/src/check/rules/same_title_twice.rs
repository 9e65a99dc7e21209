use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use hashbrown::HashMap;

use crate::check::wording::{Words, content_words};
use crate::plan::Node;

pub(super) const RULE: Rule = Rule {
    name: "same-title-twice",
    severity: Severity::Note,
    page: include_str!("same_title_twice.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let mut known: HashMap<(Words, &str), Node> = HashMap::new();
    for objective in c.objectives() {
        let title = content_words(objective.is.title.as_deref().unwrap_or_default());
        if title.len() < 3 {
            continue;
        }
        let level = objective.is.level.as_ref().map_or("", |r| r.text.as_str());
        match known.get(&(title.clone(), level)) {
            Some(first) => {
                say.at(objective.node)
                    .field("title")
                    .arg("other", place(c, *first));
            }
            None => {
                known.insert((title, level), objective.node);
            }
        }
    }
}

/// The code, else the key: the title is the same.
fn place(c: &Context<'_>, node: Node) -> String {
    let name = c.plan.name_of(node);
    name.code.unwrap_or(name.key).to_owned()
}
