use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use hashbrown::HashMap;

use crate::check::context::{number_of, said};
use crate::check::wording::{content_words, words};
use crate::plan::{BudgetLine, Flow, Node, NodeKind};

pub(super) const RULE: Rule = Rule {
    name: "same-project-two-lines",
    severity: Severity::Note,
    page: include_str!("same_project_two_lines.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let lines = &c.plan.budget_lines;
    let mut known: HashMap<(String, String, Flow, Option<i16>), usize> = HashMap::new();
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for (i, line) in lines.iter().enumerate() {
        let Some(project) = project(line).filter(|_| number_of(&line.amount).is_some()) else {
            continue;
        };
        let account = content_words(said(&line.account).unwrap_or_default())
            .list()
            .concat();
        let at = *known
            .entry((account, project, line.flow, line.year))
            .or_insert(groups.len());
        match groups.get_mut(at) {
            Some(group) => group.push(i),
            None => groups.push(vec![i]),
        }
    }
    for group in groups {
        tell(c, say, &group);
    }
}

/// Number and title of the project that the item names, or all that it says where that is enough.
fn project(line: &BudgetLine) -> Option<String> {
    let account = said(&line.account).is_some();
    let words = words(line.item.as_deref()?);
    let project = words.iter().position(|word| word == "progetto");
    let Some(at) = project.filter(|_| account) else {
        let enough = if account { 3 } else { 6 };
        return (words.len() > enough).then(|| words.joined().to_owned());
    };
    let project: Vec<&str> = words.iter().skip(at + 1).collect();
    let numbered = project.first()?.chars().all(|c| c.is_ascii_digit());
    (numbered && project.len() > 1).then(|| project.join(" "))
}

fn tell(c: &Context<'_>, say: &mut Say, group: &[usize]) {
    let lines = &c.plan.budget_lines;
    let mut told: Vec<(usize, &BudgetLine)> = Vec::new();
    for i in group {
        let Some(line) = lines.get(*i) else { continue };
        // One more amount of the same objective is another matter, and so is the same amount again.
        let new = told.iter().take(8).all(|(_, known)| {
            known.objectives != line.objectives
                && number_of(&known.amount) != number_of(&line.amount)
        });
        if new {
            told.push((*i, line));
        }
    }
    let [(first, line), rest @ ..] = told.as_slice() else {
        return;
    };
    if rest.is_empty() {
        return;
    }
    let amounts: Vec<String> = told
        .iter()
        .map(|(_, l)| {
            let amount = l.amount.as_ref().map_or("", |q| q.text.trim());
            format!("{amount} ({})", c.short_labels(l.objectives.iter()))
        })
        .collect();
    let item = line.item.as_deref().unwrap_or_default();
    let project = item
        .char_indices()
        .map(|(i, _)| item.get(i..).unwrap_or_default())
        .find(|rest| rest.to_lowercase().starts_with("progetto"))
        .unwrap_or(item);
    let mut said = say
        .at(Node::new(NodeKind::BudgetLine, *first))
        .arg("project", project.trim())
        .arg(
            "account",
            crate::check::context::said(&line.account).unwrap_or("none"),
        )
        .arg("amounts", amounts.join("; "));
    for (i, _) in rest {
        said = said.also(Node::new(NodeKind::BudgetLine, *i), None);
    }
}
