//! Fields and what they hold in words: for sheets, for the log, for conflicts.

use domain::plan::{Period, Plan};
use domain::target::read_day;
use serde_json::Value;

use super::inputs::{detail_of, shown, text_of};
use crate::format::draft::Mentions;
use crate::format::field::{Shape, VALUE_DETAILS};
use crate::format::schema::{FieldSpec, KindSpec};
use crate::messages::{Catalogue, Language};
use crate::printed::{day, label};
use crate::web::part::Link;
use crate::web::shown::Shown;

/// The name of a field of a kind of thing: the kind's own, else the one that it has everywhere.
pub fn field_label(t: &Catalogue, kind: &KindSpec, spec: &FieldSpec) -> String {
    let [kind, key] = [kind.key, spec.key].map(|token| token.replace('_', "-"));
    let own = t.find(&format!("field-{kind}--{key}"), &[]);
    own.unwrap_or_else(|| t.text(&format!("field-{key}")))
}

/// A machine name as words.
fn spaced(key: &str) -> String {
    let mut words = key.replace('_', " ");
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words
}

/// The name of a detail of a value.
pub fn detail_label(t: &Catalogue, key: &str) -> String {
    match t.language {
        Language::English => spaced(key),
        Language::Italian => {
            let known = VALUE_DETAILS.iter().find(|(of, _)| *of == key);
            known.map_or_else(|| spaced(key), |(_, word)| (*word).to_owned())
        }
    }
}

/// The word for a kind at the head of a column.
pub fn kind_head(t: &Catalogue, kind: &str) -> String {
    let mut word = t.word("kind", kind);
    if let Some(first) = word.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    word
}

/// A period as people read it.
pub fn period_words(t: &Catalogue, period: &Period) -> String {
    match period {
        Period::Unsaid => String::new(),
        Period::Year(year) => year.to_string(),
        Period::Day(date) => day(*date, t.language),
        Period::Named(name) => name.clone(),
    }
}

/// A path of a record as people read it: `Target 31/12/2025`.
pub fn path_label(t: &Catalogue, kind: &KindSpec, path: &str) -> String {
    let (key, period) = path.split_once('.').unwrap_or((path, ""));
    let name = kind
        .field(key)
        .map_or_else(|| spaced(key), |spec| field_label(t, kind, spec));
    match period_words(t, &Period::parse(period)) {
        period if period.is_empty() => name,
        period => format!("{name} {period}"),
    }
}

/// The word of a choice.
pub fn choice_word(t: &Catalogue, token: &str, word: &str) -> String {
    match t.language {
        Language::Italian => word.to_owned(),
        Language::English => token.replace('_', " "),
    }
}

/// What is said of a field: words, some of which lead to the thing they name.
pub enum Told {
    /// Words.
    Text(String),
    /// The name of a thing of the plan.
    Thing(Link),
}

/// What a field holds, in words: one for each member of a list.
pub fn told(shown_: &Shown<'_>, names: &Mentions, spec: &FieldSpec, value: &Value) -> Vec<Told> {
    let t = shown_.t;
    let plan = shown_.loaded.plan();
    let texts = || -> Vec<String> {
        let all = shown(&spec.shape, Some(value));
        all.lines().map(str::to_owned).collect()
    };
    match &spec.shape {
        Shape::Reference | Shape::References => texts()
            .into_iter()
            .map(|text| match names.meant(&text, spec.targets) {
                Some(node) => Told::Thing(Link::new(label(t, plan, node), shown_.page_of(node))),
                None if text == "*" => Told::Text(t.text("web-thing-all")),
                None => Told::Text(text),
            })
            .collect(),
        Shape::Choice(words) | Shape::Choices(words) => texts()
            .into_iter()
            .map(|text| Told::Text(chosen(t, words, &text)))
            .collect(),
        Shape::YesNo => vec![Told::Text(yes_no(t, &shown(&spec.shape, Some(value))))],
        Shape::Day => {
            let text = shown(&spec.shape, Some(value));
            let read = read_day(&text).map(|date| day(date, t.language));
            vec![Told::Text(read.unwrap_or(text))]
        }
        Shape::Details(_) => texts()
            .into_iter()
            .map(|line| {
                let mut cells = line.split('|').map(str::trim);
                let unit = cells.next().unwrap_or_default();
                let unit = match names.meant(unit, spec.targets) {
                    Some(node) => label(t, plan, node),
                    None => unit.to_owned(),
                };
                let cells = std::iter::once(unit).chain(cells.map(str::to_owned));
                let said: Vec<String> = cells.filter(|cell| !cell.is_empty()).collect();
                Told::Text(said.join(" – "))
            })
            .collect(),
        Shape::Grid => Vec::new(),
        _ => vec![Told::Text(shown(&spec.shape, Some(value)))],
    }
}

fn chosen(t: &Catalogue, words: &[(&str, &str)], text: &str) -> String {
    let known = words.iter().find(|(token, _)| *token == text);
    known.map_or_else(
        || text.to_owned(),
        |(token, word)| choice_word(t, token, word),
    )
}

fn yes_no(t: &Catalogue, text: &str) -> String {
    t.text(match text {
        "false" => "web-thing-no",
        _ => "web-thing-yes",
    })
}

/// What a path of a record holds, on one line; none where it holds nothing.
pub fn on_one_line(
    t: &Catalogue,
    plan: &Plan,
    names: &Mentions,
    kind: &KindSpec,
    path: &str,
    value: Option<&Value>,
) -> Option<String> {
    let value = value?;
    let key = path.split_once('.').map_or(path, |(key, _)| key);
    let Some(spec) = kind.field(key) else {
        return Some(value.to_string());
    };
    let said = match &spec.shape {
        Shape::Values => {
            let one = std::slice::from_ref(value);
            let items = value.as_array().map_or(one, Vec::as_slice);
            let said = items.iter().map(|item| value_line(t, item));
            said.collect::<Vec<_>>().join(" · ")
        }
        shape @ (Shape::Reference | Shape::References) => {
            let texts = shown(shape, Some(value));
            let named = texts.lines().map(|text| {
                let node = names.meant(text, spec.targets);
                node.map_or_else(|| text.to_owned(), |node| label(t, plan, node))
            });
            named.collect::<Vec<_>>().join(", ")
        }
        shape @ (Shape::Choice(words) | Shape::Choices(words)) => {
            let texts = shown(shape, Some(value));
            let said = texts.lines().map(|text| chosen(t, words, text));
            said.collect::<Vec<_>>().join(", ")
        }
        Shape::YesNo => yes_no(t, &shown(&Shape::YesNo, Some(value))),
        shape => shown(shape, Some(value)),
    };
    Some(said)
}

/// A value with its details on one line.
fn value_line(t: &Catalogue, item: &Value) -> String {
    let Value::Object(values) = item else {
        return text_of(Some(item));
    };
    let by_period = !values
        .keys()
        .all(|key| key == "period" || VALUE_DETAILS.iter().any(|(of, _)| of == key));
    if by_period {
        let said = values
            .iter()
            .map(|(period, value)| format!("{period}: {}", value_line(t, value)));
        return said.collect::<Vec<_>>().join("; ");
    }
    let mut said = vec![text_of(Some(item))];
    for (key, _) in VALUE_DETAILS.iter().filter(|(key, _)| *key != "text") {
        let detail = detail_of(Some(item), key);
        if !detail.is_empty() {
            said.push(format!("{}: {detail}", detail_label(t, key)));
        }
    }
    said.retain(|text| !text.is_empty());
    said.join("; ")
}
