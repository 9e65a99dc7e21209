//! `/{body}/{plan}/confronto?da=…&a=…&con=…`: two dates of one plan, or two plans: only what differs,
//! grouped by cause.

use std::sync::Arc;

use askama::Template;
use documents::block::Block;
use jiff::civil::Date;

use super::{edition, frame_of, plan};
use crate::document::{Kind, Side, node_of};
use crate::web::asked::Asked;
use crate::web::export;
use crate::web::failure::Failure;
use crate::web::frame::address_pairs;
use crate::web::page::Page;
use crate::web::part::{Action, Actions, Choice, Empty, Field, Kind as Of, Look};
use crate::web::plans::Loaded;
use crate::web::receive::{Answer, today};
use crate::web::rights::Right;
use crate::web::shown::Shown;
use crate::web::written::Written;

#[derive(Template)]
#[template(path = "comparison.html")]
struct ComparisonPage<'a> {
    page: Page<'a>,
    action: String,
    fields: Vec<Field<'a>>,
    button: Action,
    causes: Vec<Cause>,
    ways: Actions,
    empty: Option<Empty>,
}

/// The differences of one cause.
struct Cause {
    title: String,
    /// How many there are, where they are shown only when asked for.
    folded: Option<String>,
    content: String,
}

/// More differences of one cause are folded away.
const SHOWN: usize = 30;

/// The blocks of the document, parted at its headings.
fn causes(written: &Written<'_>, blocks: &[Block]) -> Result<Vec<Cause>, Failure> {
    let mut causes: Vec<(String, Vec<Block>)> = Vec::new();
    for block in blocks {
        match (block, causes.last_mut()) {
            (Block::Heading(heading), _) => causes.push((heading.text.clone(), Vec::new())),
            (_, Some((_, of_cause))) => of_cause.push(block.clone()),
            (_, None) => causes.push((String::new(), vec![block.clone()])),
        }
    }
    let causes = causes.into_iter().map(|(title, blocks)| {
        let rows = blocks.iter().map(|block| match block {
            Block::Table(table) => table.rows.len(),
            _ => 0,
        });
        let count: usize = rows.sum();
        let said = [("count", count.to_string())];
        let said = said.each_ref().map(|(name, text)| (*name, text.as_str()));
        Ok(Cause {
            title,
            folded: (count > SHOWN).then(|| written.t.with("web-comparison-rows", &said)),
            content: written.html(&blocks)?,
        })
    });
    causes.collect()
}

/// A day of the address.
fn day(asked: &Asked<'_>, name: &str) -> Result<Option<Date>, Failure> {
    match asked.query.text(name) {
        "" => Ok(None),
        text => text
            .parse()
            .map(Some)
            .map_err(|_| Failure::Unusable("bad-date")),
    }
}

/// The plan with which this one is compared: itself where none is named.
pub fn other(
    asked: &Asked<'_>,
    loaded: &Arc<Loaded>,
    number: &str,
) -> Result<Arc<Loaded>, Failure> {
    if number.is_empty() {
        return Ok(Arc::clone(loaded));
    }
    let number: i64 = number.parse().map_err(|_| Failure::NotFound)?;
    let server = asked.server;
    server.plans.get(&server.store, &loaded.body, number)
}

/// The page.
pub fn page(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let t = asked.t;
    let loaded = plan(asked)?;
    let earlier = other(asked, &loaded, asked.query.text("con"))?;
    let same = Arc::ptr_eq(&loaded, &earlier) || loaded.id == earlier.id;
    let after = match day(asked, "a")? {
        Some(day) => Some(day),
        None => super::day_asked(asked)?,
    };
    let scores = loaded.scores(after);
    let at = scores.checkpoint;
    let days = earlier.plan().checkpoint_days();
    let before = match day(asked, "da")? {
        Some(day) => Some(day),
        // Of the same plan the checkpoint before; of another its own last one.
        None if same => days
            .iter()
            .copied()
            .rfind(|day| at.is_some_and(|at| *day < at)),
        None => None,
    };
    let shown = Shown {
        t,
        loaded: &loaded,
        scores: &scores,
        at: after,
    };
    let nothing_before = same && before.is_none();
    let old = earlier.scores(before);
    let checked = loaded.checked(today(asked.now));
    let side = Side {
        plan: earlier.plan(),
        readings: &earlier.readings,
        scores: &old,
    };
    let edition = edition(&shown, Kind::Comparison, &checked, Some(&side));
    let blocks: Vec<Block> = match nothing_before {
        true => Vec::new(),
        false => Kind::Comparison
            .parts()
            .iter()
            .flat_map(|part| (part.build)(&edition))
            .collect(),
    };
    let title = t.text("web-comparison-title");
    let file = export::file(asked, "confronto", title.clone(), || {
        let tables = blocks.iter().filter_map(|block| match block {
            Block::Table(table) => Some(table.clone()),
            _ => None,
        });
        tables.collect()
    })?;
    if let Some(file) = file {
        return Ok(file);
    }
    let way = |anchor: &str| node_of(anchor).map(|node| shown.page_of(node));
    let written = Written {
        t,
        top: 2,
        way: &way,
    };
    let causes = causes(&written, &blocks)?;
    let mut ways = Vec::new();
    if !blocks.is_empty() {
        for link in export::links(asked) {
            ways.push(Action::to(link.text, Look::Small, link.href));
        }
        if asked.may(Right::Produce) {
            let mut pairs = vec![("genere", "confronto".to_owned())];
            pairs.extend(before.map(|day| ("da", day.to_string())));
            pairs.extend(at.map(|day| ("al", day.to_string())));
            if !same {
                pairs.push(("con", earlier.id.to_string()));
            }
            let pairs: Vec<(&str, &str)> = pairs.iter().map(|(n, v)| (*n, v.as_str())).collect();
            let (body, id) = (&loaded.body, loaded.id);
            let address = format!("/{body}/{id}/documenti?{}", address_pairs(&pairs));
            ways.push(Action::to(
                t.text("web-comparison-document"),
                Look::Small,
                address,
            ));
        }
    }
    let page = ComparisonPage {
        page: frame_of(asked, &shown, "cruscotti", title),
        action: asked.path.clone(),
        fields: fields(asked, &shown, &earlier, before, at)?,
        button: Action::submit(t.text("web-comparison-do"), Look::First),
        empty: nothing_before.then(|| Empty {
            title: t.text("web-comparison-nothing"),
            text: t.text("web-comparison-nothing-text"),
            actions: Vec::new(),
        }),
        causes,
        ways: Actions { items: ways },
    };
    Ok(Answer::page(page.render()?))
}

fn fields<'a>(
    asked: &Asked<'a>,
    shown: &Shown<'a>,
    earlier: &Loaded,
    before: Option<Date>,
    after: Option<Date>,
) -> Result<Vec<Field<'a>>, Failure> {
    let t = asked.t;
    let days = |days: Vec<Date>| {
        let days = days.into_iter();
        days.map(|day| Choice::new(day.to_string(), shown.day(day)))
    };
    let plans = asked.server.store.plans(&shown.loaded.body)?;
    let mut with = vec![Choice::new("", t.text("web-comparison-same"))];
    with.extend(
        plans
            .into_iter()
            .filter(|plan| plan.id != shown.loaded.id && plan.archived.is_none())
            .map(|plan| {
                let title = match plan.title.is_empty() {
                    true => plan.year.to_string(),
                    false => plan.title,
                };
                Choice::new(plan.id.to_string(), title)
            }),
    );
    let mut from = vec![Choice::new("", t.text("web-comparison-last"))];
    from.extend(days(earlier.plan().checkpoint_days()));
    let to = days(shown.loaded.plan().checkpoint_days()).collect();
    let text = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    Ok(vec![
        Field::new(t, Of::One(with), "con", t.text("web-comparison-with"))
            .holding(asked.query.text("con")),
        Field::new(t, Of::One(from), "da", t.text("web-comparison-from")).holding(text(before)),
        Field::new(t, Of::One(to), "a", t.text("web-comparison-to")).holding(text(after)),
    ])
}
