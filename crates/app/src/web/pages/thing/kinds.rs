//! `…/voci`: everything that a plan is made of, kind by kind, also what no tree shows.

use askama::Template as _;

use super::edit::title_of;
use super::pieces::{Body, Listed, Part};
use super::told::kind_head;
use super::{Thing, may_edit};
use crate::format::draft::Mentions;
use crate::format::schema::{KINDS, KindSpec, kind_named};
use crate::messages::{Catalogue, Language};
use crate::web::asked::Asked;
use crate::web::failure::Failure;
use crate::web::pages::{day_asked, frame_of, plan};
use crate::web::part::{Action, Cell, Column, Empty, Link, Look, Row, Table};
use crate::web::receive::Answer;
use crate::web::shown::Shown;

/// The kinds, with how many things there are of each.
pub fn all(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let loaded = plan(asked)?;
    let at = day_asked(asked)?;
    let scores = loaded.scores(at);
    let t = asked.t;
    let shown = Shown {
        t,
        loaded: &loaded,
        scores: &scores,
        at,
    };
    let rows = KINDS.iter().map(|kind| {
        let spec = kind.spec();
        let count = loaded
            .records()
            .iter()
            .filter(|r| r.kind == spec.key)
            .count();
        let name = match spec.single {
            true => t.text(&format!("web-thing-single-{}", spec.key)),
            false => t.word("kind", spec.node.token()),
        };
        let help = (t.language == Language::Italian).then(|| spec.help.to_owned());
        Row::of(vec![
            Cell::Link(
                Link::new(name, shown.address(&format!("voci/{}", spec.key))),
                help,
            ),
            Cell::Text(count.to_string()),
        ])
    });
    let table = Table {
        t,
        caption: t.text("web-thing-kinds"),
        quiet: true,
        columns: vec![
            Column::words(t.text("web-thing-sort")),
            Column::figures(t.text("web-thing-count")),
        ],
        rows: rows.collect(),
        totals: None,
        exports: Vec::new(),
    };
    let page = Listed {
        page: frame_of(asked, &shown, "albero", t.text("web-thing-kinds")),
        text: t.text("web-thing-kinds-text"),
        parts: vec![Part {
            title: None,
            lead: None,
            body: Body::Table(Box::new(table)),
            actions: Vec::new(),
        }],
    };
    Ok(Answer::page(page.render()?))
}

/// What the things of a kind are called together.
pub fn name_of_kind(t: &Catalogue, kind: &KindSpec) -> String {
    match (kind.single, t.language) {
        (true, _) => t.text(&format!("web-thing-single-{}", kind.key)),
        (false, Language::Italian) => kind.sheet.to_owned(),
        (false, Language::English) => kind_head(t, kind.node.token()),
    }
}

/// The things of a kind.
pub fn of_kind(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let loaded = plan(asked)?;
    let at = day_asked(asked)?;
    let scores = loaded.scores(at);
    let t = asked.t;
    let shown = Shown {
        t,
        loaded: &loaded,
        scores: &scores,
        at,
    };
    let kind = kind_named(asked.part("kind")).ok_or(Failure::NotFound)?;
    let kind = KINDS[kind].spec();
    let names = Mentions::of(loaded.plan());
    let own = loaded
        .records()
        .iter()
        .filter(|record| record.kind == kind.key);
    let things: Vec<Thing<'_>> = own
        .filter_map(|record| Thing::numbered(&loaded, record.number))
        .collect();
    if let ([only], true) = (things.as_slice(), kind.single) {
        return Ok(Answer::to(shown.address(&only.page(""))));
    }
    let editable = may_edit(asked, &loaded, domain::plan::Node::BODY);
    let mut ways = Vec::new();
    if editable && !kind.single {
        let mut add = Action::to(
            t.text("web-thing-add"),
            Look::First,
            shown.address(&format!("aggiungi/{}", kind.key)),
        );
        add.icon = Some("plus");
        ways.push(add);
    }
    let name = name_of_kind(t, kind);
    let body = if things.is_empty() {
        Body::Empty(Empty {
            title: t.text("web-thing-none-of-kind"),
            text: t.text("web-thing-none-of-kind-text"),
            actions: std::mem::take(&mut ways),
        })
    } else {
        let rows = things.iter().map(|thing| {
            let title = title_of(&shown, &names, thing);
            let over = super::related::holder(thing, &names);
            Row::of(vec![
                Cell::Link(Link::new(title, shown.address(&thing.page(""))), None),
                match over {
                    Some(node) => Cell::Link(shown.link(node), None),
                    None => Cell::Nothing,
                },
            ])
        });
        Body::Table(Box::new(Table {
            t,
            caption: name.clone(),
            quiet: true,
            columns: vec![
                Column::words(t.text("web-thing-title")),
                Column::words(t.text("web-thing-stands-in")),
            ],
            rows: rows.collect(),
            totals: None,
            exports: Vec::new(),
        }))
    };
    let mut page = frame_of(asked, &shown, "albero", name);
    page.crumbs
        .push(Link::new(t.text("web-thing-kinds"), shown.address("voci")));
    let page = Listed {
        page,
        text: match t.language {
            Language::Italian => kind.help.to_owned(),
            Language::English => String::new(),
        },
        parts: vec![Part {
            title: None,
            lead: None,
            body,
            actions: ways,
        }],
    };
    Ok(Answer::page(page.render()?))
}
