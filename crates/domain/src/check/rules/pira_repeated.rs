use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use hashbrown::HashMap;

use crate::check::context::{ObjectiveAt, said};
use crate::check::wording::{Words, words};

pub(super) const RULE: Rule = Rule {
    name: "pira-repeated",
    severity: Severity::Warning,
    page: include_str!("pira_repeated.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let mut known: HashMap<Words, usize> = HashMap::new();
    let mut groups: Vec<Vec<ObjectiveAt<'_>>> = Vec::new();
    for objective in c.objectives() {
        let code = words(said(&objective.is.pira).unwrap_or_default());
        if code.len() < 3 {
            continue;
        }
        let at = *known.entry(code).or_insert(groups.len());
        match groups.get_mut(at) {
            Some(group) => group.push(objective),
            None => groups.push(vec![objective]),
        }
    }
    for group in groups.iter().filter(|group| group.len() > 1) {
        let Some(first) = group.first() else { continue };
        let labels: Vec<String> = group.iter().map(|o| c.short_label(o.node)).collect();
        let mut said = say
            .at(first.node)
            .field("pira")
            .arg("pira", said(&first.is.pira).unwrap_or_default())
            .arg("count", group.len().to_string())
            .arg("objectives", labels.join(", "));
        for other in group.iter().skip(1) {
            said = said.also(other.node, Some("pira"));
        }
    }
}
