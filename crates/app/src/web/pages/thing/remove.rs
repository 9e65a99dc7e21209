//! `…/togli`: a thing out of the plan, after telling what stands in it and what mentions it.

use askama::Template as _;
use axum::http::StatusCode;
use serde_json::Value;
use store::Change;

use super::edit::{refused, title_of};
use super::pins::keeping_keys;
use super::related::{Mention, below, holder, mentions};
use super::told::field_label;
use super::{Thing, must_edit};
use crate::format::draft::Mentions;
use crate::web::asked::Asked;
use crate::web::failure::Failure;
use crate::web::frame::address_pairs;
use crate::web::page::Confirm;
use crate::web::pages::{author, frame_of, plan};
use crate::web::part::{Action, Actions, Choice, Field, Kind, Link, Look};
use crate::web::plans::Loaded;
use crate::web::receive::Answer;
use crate::web::shown::Shown;

/// Lines said at length before the rest is counted.
const SAID: usize = 12;

/// The question.
pub fn page(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let loaded = plan(asked)?;
    let thing = Thing::of(&loaded, asked.part("record"))?;
    ask(asked, &loaded, &thing, None)
}

fn ask(
    asked: &Asked<'_>,
    loaded: &Loaded,
    thing: &Thing<'_>,
    wrong: Option<String>,
) -> Result<Answer, Failure> {
    must_edit(asked, loaded, thing.node)?;
    if thing.kind.single {
        return Err(Failure::NotFound);
    }
    let t = asked.t;
    let scores = loaded.scores(None);
    let shown = Shown {
        t,
        loaded,
        scores: &scores,
        at: None,
    };
    let names = Mentions::of(loaded.plan());
    let inside = below(loaded, &names, thing.node);
    let (gone, others) = about(loaded, &names, thing, &inside);
    let title = title_of(&shown, &names, thing);
    let mut consequences = Vec::new();
    let mut say = |key: &str, count: usize, lines: Vec<String>| {
        if count == 0 {
            return;
        }
        let named = lines
            .iter()
            .take(SAID)
            .cloned()
            .collect::<Vec<_>>()
            .join("; ");
        let more = count.saturating_sub(SAID).to_string();
        let named = match count > SAID {
            true => t.with("web-thing-and-more", &[("named", &named), ("count", &more)]),
            false => named,
        };
        let count = count.to_string();
        consequences.push(t.with(key, &[("count", &count), ("named", &named)]));
    };
    let named = |thing: &Thing<'_>| title_of(&shown, &names, thing);
    say(
        "web-thing-holds",
        inside.len(),
        inside.iter().map(named).collect(),
    );
    say(
        "web-thing-goes-too",
        gone.len(),
        gone.iter().map(|mention| named(&mention.by)).collect(),
    );
    say(
        "web-thing-stays-mentioned",
        others.len(),
        others
            .iter()
            .map(|mention| {
                let field = field_label(t, mention.by.kind, mention.field);
                format!("{} ({field})", named(&mention.by))
            })
            .collect(),
    );
    if consequences.is_empty() {
        consequences.push(t.text("web-thing-nothing-mentions"));
    }
    consequences.push(t.text("web-thing-can-be-undone"));
    let mut fields = Vec::new();
    if !inside.is_empty() {
        let choices = vec![
            Choice::new("togli", t.text("web-thing-below-too")),
            Choice::new("lascia", t.text("web-thing-below-stays")),
        ];
        let field = Field::new(
            t,
            Kind::Few(choices),
            "sotto",
            t.text("web-thing-below-what"),
        );
        fields.push(field.needed().wrong(wrong.clone()));
    }
    let reason = Field::new(t, Kind::Text(None), "motivo", t.text("web-thing-reason"));
    fields.push(reason.holding(asked.form.text("motivo")));
    let mut page = frame_of(
        asked,
        &shown,
        "albero",
        t.with("web-thing-remove-title", &[("of", &title)]),
    );
    let back = shown.address(&thing.page(""));
    page.crumbs.push(Link::new(title.clone(), back.clone()));
    let seen = Value::Object(thing.fields.clone()).to_string();
    let page = Confirm {
        text: t.with("web-thing-remove-text", &[("of", &title)]),
        consequences,
        fields,
        post: page.post(shown.address(&thing.page("togli")), &[("visto", &seen)]),
        actions: Actions {
            items: vec![
                Action::submit(t.text("web-thing-remove"), Look::Danger),
                Action::to(t.text("web-thing-leave"), Look::Second, back),
            ],
        },
        page,
    };
    let answer = Answer::page(page.render()?);
    Ok(match wrong {
        Some(_) => answer.status(StatusCode::UNPROCESSABLE_ENTITY),
        None => answer,
    })
}

/// What is nothing without a thing or what stands in it, and what only mentions it.
fn about<'l>(
    loaded: &'l Loaded,
    names: &Mentions,
    thing: &Thing<'_>,
    inside: &[Thing<'l>],
) -> (Vec<Mention<'l>>, Vec<Mention<'l>>) {
    let goes =
        |number: i64| number == thing.number || inside.iter().any(|below| below.number == number);
    let nodes = std::iter::once(thing.node).chain(inside.iter().map(|below| below.node));
    let mut found: Vec<Mention<'l>> = Vec::new();
    for node in nodes {
        for mention in mentions(loaded, names, node) {
            let number = mention.by.number;
            let known = found.iter().any(|known| known.by.number == number);
            if !goes(number) && !known {
                found.push(mention);
            }
        }
    }
    found.into_iter().partition(Mention::is_about_it)
}

/// Takes it out.
pub fn remove(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let loaded = plan(asked)?;
    let thing = Thing::of(&loaded, asked.part("record"))?;
    must_edit(asked, &loaded, thing.node)?;
    if thing.kind.single {
        return Err(Failure::NotFound);
    }
    let names = Mentions::of(loaded.plan());
    let inside = below(loaded.as_ref(), &names, thing.node);
    let with_inside = match (inside.is_empty(), asked.form.text("sotto")) {
        (true, _) | (false, "lascia") => false,
        (false, "togli") => true,
        _ => {
            let wrong = asked.t.text("web-thing-below-needed");
            return ask(asked, &loaded, &thing, Some(wrong));
        }
    };
    let inside = if with_inside { inside } else { Vec::new() };
    let (gone, _) = about(&loaded, &names, &thing, &inside);
    let seen = asked.form.text("visto");
    let mut changes: Vec<Change> = inside
        .iter()
        .map(|below| below.number)
        .chain(gone.iter().map(|mention| mention.by.number))
        .map(|record| Change::Remove {
            record,
            fields: None,
        })
        .collect();
    changes.push(Change::Remove {
        record: thing.number,
        fields: (!seen.is_empty()).then(|| seen.to_owned()),
    });
    let changes = keeping_keys(asked, &loaded, changes)?;
    let mut author = author(asked)?;
    let reason = asked.form.text("motivo");
    author.reason = Some(reason).filter(|reason| !reason.is_empty());
    let applied = asked
        .server
        .store
        .apply(&loaded.body, loaded.id, &changes, &author)
        .map_err(refused)?;
    let over = holder(&thing, &names).and_then(|node| loaded.numbers.number(node));
    let batch = applied
        .batch
        .map(|batch| batch.to_string())
        .unwrap_or_default();
    let query = address_pairs(&[("fatto", "thing-removed"), ("lotto", &batch)]);
    let base = format!("/{}/{}", loaded.body, loaded.id);
    Ok(Answer::to(match over {
        Some(over) => format!("{base}/scheda/{over}?{query}"),
        None => format!("{base}/albero?{query}"),
    }))
}
