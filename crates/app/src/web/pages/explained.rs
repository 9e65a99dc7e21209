//! `/{body}/{plan}/spiegazione/{record}`: the whole explanation of a figure, down to what somebody
//! typed; without a record, of the body's.

use askama::Template;
use askama::filters::HtmlSafe;
use domain::plan::Node;

use super::{Looked, frame_of};
use crate::explanation::{Explanation, Told};
use crate::messages::Catalogue;
use crate::printed::reservations;
use crate::web::asked::Asked;
use crate::web::failure::Failure;
use crate::web::page::Page;
use crate::web::part::{BigNumber, Icon, Link};
use crate::web::receive::Answer;
use crate::web::shown::{Shown, is_leaf};

#[derive(Template)]
#[template(path = "explanation.html")]
struct ExplanationPage<'a> {
    page: Page<'a>,
    figure: BigNumber<'a>,
    above: Vec<Link>,
    left_out: Vec<String>,
    telling: Telling<'a>,
}

/// One thing of an explanation, opened to its arithmetic and to what stands below it.
#[derive(Template)]
#[template(path = "part/telling.html")]
struct Telling<'a> {
    t: &'a Catalogue,
    open: bool,
    kind: String,
    thing: Link,
    /// Whether it has a sheet.
    has_sheet: bool,
    weight: Option<String>,
    left_out: Option<String>,
    value: String,
    standing: String,
    lines: Vec<Line>,
    below: Vec<Telling<'a>>,
}

impl HtmlSafe for Telling<'_> {}

struct Line {
    depth: usize,
    text: String,
    /// Where what it quotes was typed.
    place: Option<String>,
}

/// More derivations inside each other than a plan has.
const DEEPEST: usize = 64;

/// The page of a thing.
pub fn of_thing(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let looked = Looked::of(asked)?;
    let (_, node) = looked.loaded.node(asked.part("record"))?;
    page(asked, &looked, node)
}

/// The page of the body.
pub fn of_body(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let looked = Looked::of(asked)?;
    page(asked, &looked, Node::BODY)
}

fn page(asked: &Asked<'_>, looked: &Looked, node: Node) -> Result<Answer, Failure> {
    let t = asked.t;
    let shown = looked.shown(t);
    let plan = shown.loaded.plan();
    let readings = &shown.loaded.readings;
    let explanation =
        Explanation::of(readings, shown.scores, node, DEEPEST).ok_or(Failure::NotFound)?;
    let score = shown.scores.of(node).ok_or(Failure::NotFound)?;
    let told = explanation.told(plan, t);
    let label = name(&shown, node);
    let mut left_out = reservations(t, score);
    left_out.extend(told.below.iter().filter_map(|below| {
        let why = below.left_out.as_ref()?;
        let named = shown.label(below.node);
        Some(t.with("web-explained-without", &[("thing", &named), ("why", why)]))
    }));
    let mut figure = shown.figure(node);
    // The page is the explanation: its figure opens nothing.
    figure.page = None;
    let above = shown.scores.placements.iter();
    let mut above: Vec<Node> = above
        .filter(|place| place.child == node)
        .map(|place| place.parent)
        .collect();
    above.dedup();
    let mut frame = frame_of(
        asked,
        &shown,
        "albero",
        t.with("web-explained-title", &[("thing", &label)]),
    );
    if node != Node::BODY {
        frame
            .crumbs
            .push(Link::new(label.clone(), shown.page_of(node)));
    }
    let page = ExplanationPage {
        page: frame,
        figure: BigNumber {
            label,
            figure,
            bar: Some(shown.bar(node)),
            chip: Some(shown.chip(node)),
            change: None,
            link: (node != Node::BODY)
                .then(|| Link::new(t.text("web-explained-sheet"), shown.page_of(node))),
        },
        above: above
            .into_iter()
            .map(|parent| Link::new(name(&shown, parent), shown.explained_at(parent)))
            .collect(),
        left_out,
        telling: telling(&shown, told, true),
    };
    Ok(Answer::page(page.render()?))
}

/// A thing as its readers call it; the body by its own name.
fn name(shown: &Shown<'_>, node: Node) -> String {
    match (node, &shown.loaded.plan().body.name) {
        (Node::BODY, Some(name)) => name.clone(),
        _ => shown.label(node),
    }
}

fn telling<'a>(shown: &Shown<'a>, told: Told, open: bool) -> Telling<'a> {
    let node = told.node;
    let score = shown.scores.of(node);
    let sheet = shown.page_of(node);
    let lines = told.lines.into_iter().map(|line| Line {
        depth: line.depth.min(3),
        text: line.text,
        place: line
            .field
            .filter(|_| is_leaf(node))
            .map(|field| format!("{sheet}#f-{field}")),
    });
    Telling {
        t: shown.t,
        open,
        kind: shown.t.word("kind", node.kind.token()),
        thing: Link::new(name(shown, node), sheet.clone()),
        has_sheet: node != Node::BODY,
        weight: told.weight,
        left_out: told.left_out,
        value: shown.percent(score.and_then(|score| score.score.as_ref())),
        standing: told.standing,
        lines: lines.collect(),
        below: told
            .below
            .into_iter()
            .map(|below| telling(shown, below, false))
            .collect(),
    }
}
