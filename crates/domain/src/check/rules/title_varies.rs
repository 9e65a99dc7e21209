use crate::check::wording::{Words, content_words};
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::{Node, NodeKind};

pub(super) const RULE: Rule = Rule {
    name: "title-varies",
    severity: Severity::Note,
    page: include_str!("title_varies.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for (i, area) in c.plan.areas.iter().enumerate() {
        let node = Node::new(NodeKind::Area, i);
        varies(
            say,
            node,
            "other_titles",
            area.title.as_deref(),
            &area.other_titles,
        );
    }
    for objective in c.objectives() {
        let is = objective.is;
        varies(
            say,
            objective.node,
            "other_titles",
            is.title.as_deref(),
            &is.other_titles,
        );
    }
    for indicator in c.indicators() {
        let is = indicator.is;
        varies(
            say,
            indicator.node,
            "other_names",
            is.name.as_deref(),
            &is.other_names,
        );
    }
}

fn varies(say: &mut Say, node: Node, field: &str, title: Option<&str>, others: &[String]) {
    let Some(title) = title.filter(|_| !others.is_empty()) else {
        return;
    };
    let mut known = vec![telling(title)];
    let mut differing: Vec<String> = Vec::new();
    for other in others {
        let words = telling(other);
        if !words.is_empty() && !known.contains(&words) {
            known.push(words);
            differing.push(format!("«{}»", other.trim()));
        }
    }
    if !differing.is_empty() {
        say.at(node)
            .field(field)
            .arg("title", title.trim())
            .arg("others", differing.join(", "));
    }
}

/// The words that tell titles apart: without articles, dots of abbreviations and signs of counting.
fn telling(title: &str) -> Words {
    let mut closed = String::with_capacity(title.len());
    let mut letters = 0_usize;
    for c in title.chars() {
        // S.u.a.p. is Suap.
        if c == '.' && letters == 1 {
            letters = 0;
            continue;
        }
        letters = if c.is_alphabetic() { letters + 1 } else { 0 };
        closed.push(c);
    }
    let closed = closed.replace('%', " percentuale ");
    content_words(&closed).only(|w| !["numero", "nr", "num"].contains(&w))
}
