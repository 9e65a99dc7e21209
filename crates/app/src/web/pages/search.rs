//! `/{body}/{plan}/cerca?q=`: every text of the plan, whatever its case and accents, the likeliest
//! first; and how much the other plans of the body hold of it.

use askama::Template;
use domain::check::wording::folded;
use domain::plan::{Node, NodeKind};
use serde_json::Value;

use super::thing::told::field_label;
use super::{Looked, frame_of};
use crate::format::schema::{KINDS, kind_named};
use crate::web::asked::Asked;
use crate::web::failure::Failure;
use crate::web::frame::address_pairs;
use crate::web::page::Page;
use crate::web::part::{Action, Chip, Empty, Field, Kind, Link, Look, Pages};
use crate::web::plans::Loaded;
use crate::web::receive::Answer;
use crate::web::scope::objective_of;
use crate::web::shown::Shown;

#[derive(Template)]
#[template(path = "search.html")]
struct SearchPage<'a> {
    page: Page<'a>,
    action: String,
    field: Field<'a>,
    button: Action,
    count: String,
    found: Vec<Shape<'a>>,
    pages: Option<Pages<'a>>,
    others: Vec<Link>,
    empty: Option<Empty>,
}

/// A record found, as the page shows it.
struct Shape<'a> {
    kind: String,
    link: Link,
    /// The field in which the text stands, where it is not the title, and the text around it.
    field: Option<String>,
    around: Vec<Part>,
    chip: Option<Chip<'a>>,
}

/// A part of a text; what was searched is marked.
struct Part {
    text: String,
    found: bool,
}

/// Results of a page.
const SHOWN: usize = 50;
/// Characters around what was found.
const AROUND: usize = 90;

/// A record that holds what is searched.
struct Found {
    rank: u8,
    number: i64,
    field: String,
    text: String,
}

/// The page.
pub fn page(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let t = asked.t;
    let looked = Looked::of(asked)?;
    let shown = looked.shown(t);
    let typed = asked.query.text("q");
    let words = words(typed);
    let found = search(shown.loaded, &words);
    let from = asked.query.text("da").parse::<usize>().unwrap_or(0);
    let from = from.min(found.len().saturating_sub(1)) / SHOWN * SHOWN;
    let address = |from: usize| {
        let from = (from > 0).then(|| from.to_string());
        format!("{}?{}", asked.path, asked.query.with("da", from.as_deref()))
    };
    let pages = (found.len() > SHOWN).then(|| Pages {
        t,
        shown: t.with(
            "web-lists-page",
            &[
                ("from", &(from + 1).to_string()),
                ("to", &(from + SHOWN).min(found.len()).to_string()),
                ("all", &found.len().to_string()),
            ],
        ),
        previous: (from > 0).then(|| address(from - SHOWN)),
        next: (from + SHOWN < found.len()).then(|| address(from + SHOWN)),
    });
    let shapes = found.iter().skip(from).take(SHOWN);
    let empty = found.is_empty().then(|| Empty {
        title: match words.is_empty() {
            true => t.text("web-search-ask"),
            false => t.with("web-search-none", &[("text", typed)]),
        },
        text: t.text("web-search-none-text"),
        actions: Vec::new(),
    });
    let title = match words.is_empty() {
        true => t.text("web-search-title"),
        false => t.with("web-search-title-of", &[("text", typed)]),
    };
    let page = SearchPage {
        page: frame_of(asked, &shown, "", title),
        action: asked.path.clone(),
        field: Field::new(t, Kind::Text(None), "q", t.text("web-search-field"))
            .helped(t.text("web-search-help"))
            .holding(typed),
        button: Action::submit(t.text("web-search-go"), Look::First),
        count: t.with("web-search-count", &[("count", &found.len().to_string())]),
        found: shapes.map(|found| shape(&shown, found, &words)).collect(),
        pages,
        others: others(asked, &shown, typed, &words)?,
        empty,
    };
    Ok(Answer::page(page.render()?))
}

/// What is searched: words in lower case without accents, all of which must be there.
fn words(typed: &str) -> Vec<String> {
    let folded = folded(typed);
    folded.split_whitespace().map(str::to_owned).collect()
}

/// How many records of the body's other plans hold it.
fn others(
    asked: &Asked<'_>,
    shown: &Shown<'_>,
    typed: &str,
    words: &[String],
) -> Result<Vec<Link>, Failure> {
    if words.is_empty() {
        return Ok(Vec::new());
    }
    let server = asked.server;
    let body = &shown.loaded.body;
    let mut links = Vec::new();
    for plan in server.store.plans(body)? {
        if plan.id == shown.loaded.id || plan.archived.is_some() {
            continue;
        }
        let loaded = server.plans.get(&server.store, body, plan.id)?;
        let count = search(&loaded, words).len();
        if count > 0 {
            let title = match plan.title.is_empty() {
                true => plan.year.to_string(),
                false => plan.title,
            };
            let args = [("plan", title.as_str()), ("count", &count.to_string())];
            links.push(Link::new(
                asked.t.with("web-search-other", &args),
                format!(
                    "/{body}/{}/cerca?{}",
                    plan.id,
                    address_pairs(&[("q", typed)])
                ),
            ));
        }
    }
    Ok(links)
}

/// Fields by which a record is called.
const CODES: [&str; 2] = ["code", "number"];
const TITLES: [&str; 2] = ["title", "name"];

/// The records that hold all words in one of their texts.
fn search(loaded: &Loaded, words: &[String]) -> Vec<Found> {
    if words.is_empty() {
        return Vec::new();
    }
    let whole = words.join(" ");
    let mut found: Vec<Found> = loaded
        .records()
        .iter()
        .filter_map(|record| {
            let Ok(Value::Object(fields)) = serde_json::from_str(&record.fields) else {
                return None;
            };
            let mut best: Option<Found> = None;
            for (field, value) in &fields {
                each_text(value, &mut |text| {
                    let folded = folded(text);
                    let Some(rank) = rank(field, &folded, words, &whole) else {
                        return;
                    };
                    if best.as_ref().is_none_or(|best| rank < best.rank) {
                        best = Some(Found {
                            rank,
                            number: record.number,
                            field: field.clone(),
                            text: text.to_owned(),
                        });
                    }
                });
            }
            best
        })
        .collect();
    // Among those of one rank: objectives and indicators first, then as the plan has them.
    found.sort_by_key(|found| {
        let node = loaded.numbers.node(found.number);
        let other = !matches!(
            node.map(|node| node.kind),
            Some(NodeKind::Objective | NodeKind::Indicator | NodeKind::Area)
        );
        (found.rank, other)
    });
    found
}

/// How likely a text is what was meant, 0 the likeliest; none where a word is not in it.
fn rank(field: &str, text: &str, words: &[String], whole: &str) -> Option<u8> {
    if !words.iter().all(|word| text.contains(word.as_str())) {
        return None;
    }
    Some(match field {
        _ if CODES.contains(&field) && text.trim() == whole => 0,
        _ if TITLES.contains(&field) && text.starts_with(whole) => 1,
        _ if CODES.contains(&field) && text.starts_with(whole) => 2,
        _ if TITLES.contains(&field) && text.contains(whole) => 3,
        _ if TITLES.contains(&field) => 4,
        _ if text.contains(whole) => 5,
        _ => 6,
    })
}

fn each_text<'v>(value: &'v Value, act: &mut dyn FnMut(&'v str)) {
    match value {
        Value::String(text) => act(text),
        Value::Array(values) => values.iter().for_each(|value| each_text(value, act)),
        Value::Object(fields) => fields.values().for_each(|value| each_text(value, act)),
        _ => {}
    }
}

fn shape<'a>(shown: &Shown<'a>, found: &Found, words: &[String]) -> Shape<'a> {
    let node = shown.loaded.numbers.node(found.number);
    let spec = shown
        .loaded
        .record(found.number)
        .and_then(|record| kind_named(&record.kind))
        .map(|kind| KINDS[kind].spec());
    let head = spec.and_then(|spec| Some(field_label(shown.t, spec, spec.field(&found.field)?)));
    let in_title = TITLES.contains(&found.field.as_str()) || CODES.contains(&found.field.as_str());
    Shape {
        kind: match node {
            Some(node) => kind(shown, node),
            None => spec.map_or("", |spec| spec.sheet).to_owned(),
        },
        link: match node {
            Some(node) => shown.link(node),
            None => Link::new(
                spec.map_or("", |spec| spec.sheet),
                shown.address(&format!("scheda/{}", found.number)),
            ),
        },
        field: (!in_title).then(|| head.unwrap_or_else(|| found.field.clone())),
        around: match in_title && node.is_some() {
            true => Vec::new(),
            false => around(&found.text, words),
        },
        chip: node
            .filter(|node| matches!(node.kind, NodeKind::Objective | NodeKind::Indicator))
            .map(|node| shown.chip(node)),
    }
}

/// What a thing is, and in which objective it stands.
fn kind(shown: &Shown<'_>, node: Node) -> String {
    let word = shown.t.word("kind", node.kind.token());
    let objective = objective_of(shown.loaded.plan(), node).filter(|above| *above != node);
    match objective {
        Some(objective) => format!("{word} · {}", shown.label(objective)),
        None => word,
    }
}

/// The text around the first word found, with the words marked.
fn around(text: &str, words: &[String]) -> Vec<Part> {
    let chars: Vec<char> = text
        .chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .collect();
    // Letter by letter, so that a place in the folded text is a place in the text.
    let plain: Vec<char> = chars
        .iter()
        .map(|c| {
            folded(c.encode_utf8(&mut [0; 4]))
                .chars()
                .next()
                .unwrap_or(*c)
        })
        .collect();
    let mut marked = vec![false; chars.len()];
    let mut first = chars.len();
    for word in words {
        let word: Vec<char> = word.chars().collect();
        if word.is_empty() || word.len() > plain.len() {
            continue;
        }
        for at in 0..=plain.len() - word.len() {
            if plain[at..at + word.len()] == word[..] {
                first = first.min(at);
                marked[at..at + word.len()].fill(true);
            }
        }
    }
    let from = if first == chars.len() {
        0
    } else {
        first.saturating_sub(AROUND)
    };
    let to = (first.min(from + AROUND) + 2 * AROUND).min(chars.len());
    let mut parts: Vec<Part> = Vec::new();
    if from > 0 {
        parts.push(Part {
            text: "…".to_owned(),
            found: false,
        });
    }
    for (c, found) in chars[from..to].iter().zip(&marked[from..to]) {
        match parts.last_mut() {
            Some(last) if last.found == *found => last.text.push(*c),
            _ => parts.push(Part {
                text: c.to_string(),
                found: *found,
            }),
        }
    }
    if to < chars.len() {
        parts.push(Part {
            text: "…".to_owned(),
            found: false,
        });
    }
    parts
}
