use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use hashbrown::HashMap;

use crate::check::context::said;
use crate::check::wording::{content_words, words};
use crate::plan::{Act, Node, NodeKind};

pub(super) const RULE: Rule = Rule {
    name: "act-differs",
    severity: Severity::Warning,
    page: include_str!("act_differs.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let mut known: HashMap<Vec<String>, usize> = HashMap::new();
    for (i, act) in c.plan.acts.iter().enumerate() {
        let mut other: Option<(usize, &'static str)> = None;
        for (pair, third) in pairs(act) {
            let at = *known.entry(pair).or_insert(i);
            let differs = c
                .plan
                .acts
                .get(at)
                .is_some_and(|first| differ(first, act, third));
            if at != i && differs {
                other = other.or(Some((at, third)));
            }
        }
        if let Some((other, field)) = other
            && let Some(first) = c.plan.acts.get(other)
        {
            say.at(Node::new(NodeKind::Act, i))
                .field(field)
                .arg("one", cited(first))
                .arg("other", cited(act))
                .also(Node::new(NodeKind::Act, other), Some(field));
        }
    }
}

/// Each pair of data that together mean one act, with the third, which should follow.
fn pairs(act: &Act) -> Vec<(Vec<String>, &'static str)> {
    let organ = words(act.organ.as_deref().unwrap_or_default());
    let number = said(&act.number).map(|n| words(n).joined().to_owned());
    let day = act
        .date
        .as_ref()
        .and_then(|d| d.date)
        .map(|d| d.to_string());
    let subject = content_words(said(&act.subject).unwrap_or_default());
    let subject = (!subject.is_empty()).then(|| subject.joined().to_owned());
    let mut pairs = Vec::new();
    let mut pair = |kind: &str, one: &Option<String>, other: &Option<String>, third| {
        if let (Some(one), Some(other)) = (one, other) {
            let key = [kind, organ.joined(), one.as_str(), other.as_str()];
            pairs.push((key.map(str::to_owned).to_vec(), third));
        }
    };
    pair("number, subject", &number, &subject, "date");
    pair("date, subject", &day, &subject, "number");
    pairs
}

fn differ(one: &Act, other: &Act, field: &str) -> bool {
    match field {
        "date" => {
            let day = |act: &Act| act.date.as_ref().and_then(|d| d.date);
            day(one).zip(day(other)).is_some_and(|(a, b)| a != b)
        }
        _ => said(&one.number)
            .zip(said(&other.number))
            .is_some_and(|(a, b)| words(a) != words(b)),
    }
}

fn cited(act: &Act) -> String {
    let number = said(&act.number).map(|n| format!("n. {n}"));
    let day = act.date.as_ref().map(|d| d.text.trim().to_owned());
    let parts: Vec<String> = [said(&act.organ).map(str::to_owned), number, day]
        .into_iter()
        .flatten()
        .collect();
    format!("«{}»", parts.join(", "))
}
