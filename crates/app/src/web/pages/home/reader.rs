//! The home of the Board, of the staff and of who only reads: how did it go?

use domain::plan::{Node, NodeKind};
use domain::report::standings::{Standing, Standings, below};

use super::{Content, Here, Section, card};
use crate::web::failure::Failure;
use crate::web::part::{Cell, Column, Link, Row, StandingsBar, Table};

pub(super) fn add(here: &Here<'_>, content: &mut Content) -> Result<(), Failure> {
    let (shown, t) = (here.shown, here.asked.t);
    let areas = super::of_kind(here, NodeKind::Area);
    let nodes = std::iter::once(Node::BODY).chain(areas.iter().copied());
    let cards = nodes.filter(|node| shown.scores.of(*node).is_some());
    content.cards(
        t.text("web-home-standing"),
        cards.map(|node| card(here, node)).collect(),
    )?;
    for branch in here.outline.tree(shown.loaded.plan()) {
        let title = match branch.area {
            Some(area) => shown.label(area),
            None if areas.is_empty() => t.text("web-reading-objectives"),
            None => here.say("outside"),
        };
        content.table(title.clone(), plainly(here, title, &branch.objectives))?;
    }
    let loaded = shown.loaded;
    let kept = here.asked.server.store.documents(&loaded.body, loaded.id)?;
    let mut ways: Vec<Link> = kept
        .into_iter()
        .take(5)
        .map(|document| {
            let page = format!("/{}/{}/documenti/{}", loaded.body, loaded.id, document.id);
            Link::new(document.file_name, page)
        })
        .collect();
    ways.push(Link::new(
        t.text("web-documents-title"),
        shown.address("documenti"),
    ));
    content.sections.push(Section {
        title: here.say("documents"),
        text: (ways.len() == 1).then(|| t.text("web-documents-nothing")),
        cards: false,
        pieces: Vec::new(),
        ways,
    });
    Ok(())
}

/// Objectives, each with what came of it in a sentence.
fn plainly<'a>(here: &Here<'a>, caption: String, objectives: &[Node]) -> Option<Table<'a>> {
    let (shown, t) = (here.shown, here.asked.t);
    let head = |name: &str| t.text(&format!("web-reading-{name}"));
    let rows = objectives.iter().map(|node| {
        let score = shown.scores.of(*node);
        let standing = score.map_or(Standing::LeftOut, Standing::of);
        let (_, indicators) = below(&here.outline, *node);
        let standings = StandingsBar {
            t,
            standings: Standings::of(shown.scores, &indicators),
        };
        let key = format!("web-home-plain-{}", standing.token().replace('_', "-"));
        Row::of(vec![
            Cell::Link(shown.link(*node), None),
            Cell::Two(t.text(&key), standings.words()),
            Cell::Score(shown.figure(*node), shown.bar(*node)),
        ])
    });
    (!objectives.is_empty()).then(|| Table {
        t,
        caption,
        quiet: true,
        columns: vec![
            Column::words(head("objective")),
            Column::words(head("result")),
            Column::figures(head("score")),
        ],
        rows: rows.collect(),
        totals: None,
        exports: Vec::new(),
    })
}
