//! `/{body}/{plan}/albero/figura` and `/{body}/{plan}/mappa`: tree and strategy map as pictures that
//! one walks, each card a link to its sheet, with the same as a list.

use askama::Template;
use documents::picture::{Picture, Room};
use domain::plan::{LinkKind, Node, Reference};
use domain::report::outline::Outline;
use domain::report::perspectives::lanes;

use super::tree::rows;
use super::{Looked, edition, frame_of};
use crate::document::{Kind, map_picture, tree_pictures};
use crate::web::asked::Asked;
use crate::web::failure::Failure;
use crate::web::page::Page;
use crate::web::part::{Action, Cell, Column, Empty, Link, Look, Row, Table, Tree};
use crate::web::receive::{Answer, today};
use crate::web::rights::Right;
use crate::web::shown::Shown;

/// A landscape A3 page within margins of 1.2 cm and a heading above the picture.
const A3: Room = Room {
    width: 1120.0,
    height: 720.0,
};

#[derive(Template)]
#[template(path = "picture.html")]
struct PicturePage<'a> {
    page: Page<'a>,
    text: String,
    pictures: Vec<Drawn>,
    empty: Option<Empty>,
    other: Link,
    list_title: String,
    tree: Option<Tree<'a>>,
    tables: Vec<Table<'a>>,
}

struct Drawn {
    title: String,
    svg: String,
}

fn drawn(picture: Picture) -> Drawn {
    Drawn {
        title: picture.title,
        svg: picture.svg,
    }
}

/// Where a card leads: its sheet; the body's to the explanation of its score.
fn way(shown: &Shown<'_>, node: Node) -> Option<String> {
    Some(match node {
        Node::BODY => shown.explained_at(node),
        _ => shown.page_of(node),
    })
}

/// The tree.
pub fn tree(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let t = asked.t;
    let looked = Looked::of(asked)?;
    let shown = looked.shown(t);
    let checked = shown.loaded.checked(today(asked.now));
    let edition = edition(&shown, Kind::Monitoring, &checked, None);
    let pictures = tree_pictures(&edition, A3, &|node| way(&shown, node));
    let empty = pictures.is_empty().then(|| nothing(asked, &shown));
    let page = PicturePage {
        page: frame_of(asked, &shown, "albero", t.text("web-picture-tree")),
        text: t.text("web-picture-text"),
        list_title: t.text("web-picture-list"),
        tree: empty.is_none().then(|| Tree {
            t,
            caption: t.text("web-tree-caption"),
            rows: rows(&shown),
        }),
        tables: Vec::new(),
        other: Link::new(t.text("web-picture-to-map"), shown.address("mappa")),
        pictures: pictures.into_iter().map(drawn).collect(),
        empty,
    };
    Ok(Answer::page(page.render()?))
}

/// The strategy map.
pub fn map(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let t = asked.t;
    let looked = Looked::of(asked)?;
    let shown = looked.shown(t);
    let checked = shown.loaded.checked(today(asked.now));
    let edition = edition(&shown, Kind::Monitoring, &checked, None);
    let picture = map_picture(&edition, A3, &|node| way(&shown, node));
    let empty = picture.is_none().then(|| nothing(asked, &shown));
    let tables = match picture {
        Some(_) => [Some(perspectives(&shown)), links(&shown)],
        None => [None, links(&shown)],
    };
    let page = PicturePage {
        page: frame_of(asked, &shown, "albero", t.text("web-picture-map")),
        text: t.text("web-picture-map-text"),
        list_title: t.text("web-picture-list"),
        tree: None,
        tables: tables.into_iter().flatten().collect(),
        other: Link::new(
            t.text("web-picture-to-tree"),
            shown.address("albero/figura"),
        ),
        pictures: picture.into_iter().map(drawn).collect(),
        empty,
    };
    Ok(Answer::page(page.render()?))
}

fn nothing(asked: &Asked<'_>, shown: &Shown<'_>) -> Empty {
    let t = asked.t;
    let mut actions = Vec::new();
    if asked.may(Right::EditPlan) {
        let label = t.text("web-picture-to-list");
        actions.push(Action::to(label, Look::Second, shown.address("albero")));
    }
    Empty {
        title: t.text("web-picture-nothing"),
        text: t.text("web-picture-nothing-text"),
        actions,
    }
}

/// The objectives of each perspective.
fn perspectives<'a>(shown: &Shown<'a>) -> Table<'a> {
    let t = shown.t;
    let outline = Outline::of(shown.scores);
    let lanes = lanes(shown.loaded.plan(), &outline);
    let rows = lanes.iter().flat_map(|lane| {
        lane.objectives.iter().map(|node| {
            let lane = match lane.perspective {
                Some(node) => shown.title(node),
                None => t.text("document-no-perspective"),
            };
            Row::of(vec![
                Cell::Link(shown.link(*node), None),
                Cell::Text(lane),
                Cell::Score(shown.figure(*node), shown.bar(*node)),
                Cell::Chip(shown.chip(*node)),
            ])
        })
    });
    Table {
        t,
        caption: t.text("web-picture-objectives"),
        quiet: false,
        columns: vec![
            Column::words(t.text("web-reading-objective")),
            Column::words(t.text("web-reading-perspective")),
            Column::figures(t.text("web-reading-score")),
            Column::words(t.text("web-reading-state")),
        ],
        rows: rows.collect(),
        totals: None,
        exports: Vec::new(),
    }
}

/// What leads to what.
fn links<'a>(shown: &Shown<'a>) -> Option<Table<'a>> {
    let t = shown.t;
    let end = |reference: &Reference| match reference.node {
        Some(node) => Cell::Link(shown.link(node), None),
        None => Cell::Text(reference.text.clone()),
    };
    let rows: Vec<Row<'a>> = shown
        .loaded
        .plan()
        .links
        .iter()
        .map(|link| {
            let kind = match link.kind {
                LinkKind::Cause => t.text("document-link-cause"),
                LinkKind::Related => t.text("document-link-related"),
            };
            Row::of(vec![end(&link.from), Cell::Text(kind), end(&link.to)])
        })
        .collect();
    (!rows.is_empty()).then(|| Table {
        t,
        caption: t.text("document-links"),
        quiet: false,
        columns: vec![
            Column::words(t.text("document-link-from")),
            Column::words(t.text("document-link-kind")),
            Column::words(t.text("document-link-to")),
        ],
        rows,
        totals: None,
        exports: Vec::new(),
    })
}
