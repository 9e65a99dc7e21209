//! The results of the body: its score, its areas, how many things were reached, every objective.

use documents::block::{AsideKind, Block, Cell, Fact, FigureOf, Inline, Row, RowKind, Table};
use documents::picture::{Bars, Direction, Figure, Series, Stacked, bars, stacked};
use domain::number::Number;
use domain::plan::{Node, NodeKind};
use domain::report::results::{has_results, is_year_end};
use domain::report::standings::{Group, Standing, Standings, Tally, by_area};

use super::{drawing, outcome};
use crate::document::Edition;
use crate::document::edition::row;
use crate::printed;

/// The chapter.
pub fn build(edition: &Edition<'_>) -> Vec<Block> {
    if edition.plan.indicators.is_empty() && edition.plan.objectives.is_empty() {
        return Vec::new();
    }
    let mut blocks = reservations(edition);
    blocks.extend(body(edition));
    blocks.extend(areas(edition));
    blocks.extend(standings(edition));
    blocks.extend(objectives(edition));
    blocks
}

/// Says where the figures are not those of a whole year.
fn reservations(edition: &Edition<'_>) -> Vec<Block> {
    let key = if !has_results(edition.scores) {
        "report-no-results"
    } else if !is_year_end(edition.scores) {
        "report-not-year-end"
    } else {
        return Vec::new();
    };
    let day = edition.scores.checkpoint.map(|day| edition.day(day));
    let text = edition.say_with(key, &[("day", &day.unwrap_or_default())]);
    vec![Block::Aside {
        kind: AsideKind::Note,
        label: edition.say("report-attention"),
        blocks: vec![Block::text(text)],
    }]
}

fn body(edition: &Edition<'_>) -> Vec<Block> {
    let Some(score) = edition.scores.of(Node::BODY) else {
        return Vec::new();
    };
    let expected = edition.plan.heading.body_target.as_ref();
    let expected = expected.map_or(String::new(), |q| super::head::points(&q.text));
    let told = printed::reservations(edition.catalogue, score);
    let day = edition.scores.checkpoint.map(|day| edition.day(day));
    let mut facts = vec![Fact {
        label: edition.say("report-score"),
        value: vec![Inline::Strong(edition.score(Node::BODY).text)],
    }];
    let full = edition.say_with(
        "report-points",
        &[(
            "points",
            &documents::block::plain(&outcome::from_full(edition, score.score.as_ref()).text),
        )],
    );
    facts.extend(edition.fact("report-expected", &expected));
    if score.score.is_some() {
        facts.extend(edition.fact("report-deviation", &full));
    }
    facts.push(Fact {
        label: edition.say("report-standing"),
        value: edition.standing(Node::BODY).text,
    });
    facts.extend(edition.fact("report-day", &day.unwrap_or_default()));
    facts.extend(edition.fact("report-reservations", &told.join("; ")));
    vec![
        edition.heading_of(2, Node::BODY, edition.say("report-body")),
        Block::Facts(facts),
    ]
}

fn areas(edition: &Edition<'_>) -> Vec<Block> {
    let areas: Vec<Node> = (0..edition.plan.areas.len())
        .map(|i| Node::new(NodeKind::Area, i))
        .filter(|node| edition.scores.of(*node).is_some())
        .collect();
    if areas.is_empty() {
        return Vec::new();
    }
    let place = |node: Node| {
        let over = edition.outline.over(node);
        over.iter().find(|p| p.parent == Node::BODY).copied()
    };
    let weighted = areas
        .iter()
        .any(|node| place(*node).is_some_and(|p| p.weight.is_some()));
    let mut columns = vec![
        edition.column("report-code", 7),
        edition.column("report-area", 38),
    ];
    if weighted {
        columns.push(edition.figures("report-weight", 8));
    }
    columns.extend([
        edition.figures("report-score", 11),
        edition.figures("report-from-full", 13),
        edition.figures("report-coverage", 10),
        edition.column("report-standing", 15),
    ]);
    let line = |node: Node, total: bool| {
        let score = edition.scores.of(node);
        let mut cells: Vec<Cell> = match total {
            true => vec![Cell::text(edition.say("report-whole-body")).over(2)],
            false => edition.code_and_title(node).into(),
        };
        if weighted {
            cells.push(place(node).map_or(Cell::text(""), |p| edition.weight(p)));
        }
        cells.push(edition.score(node));
        cells.push(outcome::from_full(
            edition,
            score.and_then(|s| s.score.as_ref()),
        ));
        cells.push(edition.percent(score.map(|s| &s.coverage)));
        cells.push(edition.standing(node));
        Row {
            cells,
            kind: if total { RowKind::Total } else { RowKind::Data },
        }
    };
    let mut rows: Vec<Row> = areas.iter().map(|node| line(*node, false)).collect();
    rows.push(line(Node::BODY, true));
    let mut blocks = vec![
        edition.heading(2, edition.say("report-areas")),
        Block::Table(Table {
            data: edition.say("report-data-areas"),
            caption: Some(edition.say("report-areas-caption")),
            columns,
            row_heads: 2,
            rows,
            ..Table::default()
        }),
    ];
    blocks.extend(chart(edition, "report-areas-picture", &areas));
    blocks
}

/// Scores of some things as bars; their figures stand in a table beside the picture.
pub fn chart(edition: &Edition<'_>, key: &str, nodes: &[Node]) -> Option<Block> {
    let score = |node: &Node| edition.scores.of(*node).and_then(|s| s.score.clone());
    if nodes.len() < 2 || nodes.iter().all(|node| score(node).is_none()) {
        return None;
    }
    let figures = nodes.iter().map(|node| match score(node) {
        Some(number) => Figure {
            value: Some(drawing::real(&(&number * &Number::HUNDRED))),
            label: printed::percent(&number, edition.catalogue.language),
        },
        None => Figure::missing("—"),
    });
    let figures: Vec<Figure> = figures.collect();
    let told: Vec<String> = nodes
        .iter()
        .zip(&figures)
        .map(|(node, figure)| format!("{}: {}", bar(edition, *node), figure.label))
        .collect();
    let caption = edition.say(key);
    let alt = edition.say_with(
        "report-picture-alt",
        &[("what", &caption), ("figures", &told.join("; "))],
    );
    let picture = bars(&Bars {
        caption: drawing::caption(key, &caption, &alt),
        width: drawing::WIDTH,
        direction: Direction::Lying,
        categories: nodes.iter().map(|node| bar(edition, *node)).collect(),
        series: vec![Series {
            name: edition.say("report-score"),
            figures,
        }],
        palette: drawing::palette(edition),
    });
    Some(drawing::figure(picture, None))
}

/// What a bar is called: an indicator's number says nothing without its objective.
fn bar(edition: &Edition<'_>, node: Node) -> String {
    let objective = match node.kind {
        NodeKind::Indicator => outcome::objective_of(edition, node),
        _ => return edition.label(node),
    };
    match objective {
        Some(objective) => {
            format!(
                "{} – {}",
                outcome::short(edition, objective),
                edition.title(node)
            )
        }
        None => edition.title(node),
    }
}

/// How many objectives and indicators stand how, by area.
fn standings(edition: &Edition<'_>) -> Vec<Block> {
    let tallies = by_area(edition.plan, &edition.outline, edition.scores);
    if tallies.is_empty() {
        return Vec::new();
    }
    let of_objectives: Vec<(String, Standings)> = tallies
        .iter()
        .filter(|tally| !tally.objectives.is_empty())
        .map(|tally| {
            let standings = Standings::of(edition.scores, &tally.objectives);
            (group(edition, tally), standings)
        })
        .collect();
    let of_indicators: Vec<(String, Standings)> = tallies
        .iter()
        .filter(|tally| !tally.indicators.is_empty())
        .map(|tally| (group(edition, tally), tally.standings.clone()))
        .collect();
    let mut blocks = vec![edition.heading(2, edition.say("report-standings"))];
    blocks.extend(counts(
        edition,
        "report-standings-objectives",
        &of_objectives,
    ));
    blocks.extend(counts(
        edition,
        "report-standings-indicators",
        &of_indicators,
    ));
    blocks.extend(shares(edition, &of_indicators));
    blocks
}

fn group(edition: &Edition<'_>, tally: &Tally) -> String {
    match tally.group {
        Group::Of(node) => edition.label(node),
        Group::Outside => edition.say("report-group-outside"),
        Group::Agency => edition.say("report-group-agency"),
        Group::National => edition.say("report-group-national"),
        Group::Dashboards => edition.say("report-group-dashboards"),
    }
}

/// The standings that occur anywhere.
fn occurring(of: &[(String, Standings)]) -> Vec<Standing> {
    Standing::ALL
        .into_iter()
        .filter(|standing| of.iter().any(|(_, s)| s.count(*standing) > 0))
        .collect()
}

fn counts(edition: &Edition<'_>, key: &str, of: &[(String, Standings)]) -> Option<Block> {
    if of.is_empty() {
        return None;
    }
    let standings = occurring(of);
    // As wide as an upright page leaves.
    let room = 97_u16.saturating_sub(12 * u16::try_from(standings.len()).unwrap_or(8));
    let mut columns = vec![
        edition.column("report-group", room.clamp(20, 44)),
        edition.figures("report-count", 8),
    ];
    for standing in &standings {
        columns.push(edition.figures(
            &format!("report-standing-{}", standing.token().replace('_', "-")),
            12,
        ));
    }
    let number = |n: usize| {
        let number = Number::from_i64(i64::try_from(n).unwrap_or(i64::MAX));
        Cell::figure(n.to_string(), FigureOf::Number(number))
    };
    let mut rows: Vec<Row> = of
        .iter()
        .map(|(name, s)| {
            let counts = standings.iter().map(|standing| number(s.count(*standing)));
            row([Cell::text(name.as_str()), number(s.total())]
                .into_iter()
                .chain(counts))
        })
        .collect();
    if of.len() > 1 {
        let sum =
            |count: &dyn Fn(&Standings) -> usize| number(of.iter().map(|(_, s)| count(s)).sum());
        let mut cells = vec![
            Cell::text(edition.say("report-total")),
            sum(&Standings::total),
        ];
        cells.extend(
            standings
                .iter()
                .map(|standing| sum(&|s: &Standings| s.count(*standing))),
        );
        rows.push(Row {
            cells,
            kind: RowKind::Total,
        });
    }
    Some(Block::Table(Table {
        data: edition.say(&format!("{key}-data")),
        caption: Some(edition.say(key)),
        columns,
        row_heads: 1,
        rows,
        ..Table::default()
    }))
}

/// The same as bars of parts.
fn shares(edition: &Edition<'_>, of: &[(String, Standings)]) -> Option<Block> {
    let standings = occurring(of);
    if of.is_empty() || standings.is_empty() {
        return None;
    }
    let word = |standing: &Standing| {
        edition.say(&format!(
            "report-standing-{}",
            standing.token().replace('_', "-")
        ))
    };
    let parts: Vec<Series> = standings
        .iter()
        .map(|standing| Series {
            name: word(standing),
            figures: of
                .iter()
                .map(
                    |(_, s)| match u32::try_from(s.count(*standing)).unwrap_or(u32::MAX) {
                        0 => Figure::missing(""),
                        n => Figure::new(f64::from(n), n.to_string()),
                    },
                )
                .collect(),
        })
        .collect();
    let told: Vec<String> = of
        .iter()
        .map(|(name, s)| {
            let counts = standings
                .iter()
                .filter(|standing| s.count(**standing) > 0)
                .map(|standing| {
                    format!("{} {}", s.count(*standing), word(standing).to_lowercase())
                });
            format!("{name}: {}", counts.collect::<Vec<_>>().join(", "))
        })
        .collect();
    let caption = edition.say("report-standings-picture");
    let alt = edition.say_with(
        "report-picture-alt",
        &[("what", &caption), ("figures", &told.join("; "))],
    );
    let picture = stacked(&Stacked {
        caption: drawing::caption("report-standings-picture", &caption, &alt),
        width: drawing::WIDTH,
        categories: of.iter().map(|(name, _)| name.clone()).collect(),
        parts,
        totals: of.iter().map(|(_, s)| s.total().to_string()).collect(),
        shares: false,
        palette: drawing::palette(edition),
    });
    Some(drawing::figure(picture, None))
}

/// Every objective, area by area.
fn objectives(edition: &Edition<'_>) -> Vec<Block> {
    let columns = vec![
        edition.column("report-code", 8),
        edition.column("report-objective", 38),
        edition.figures("report-weight", 8),
        edition.figures("report-score", 11),
        edition.figures("report-from-full", 12),
        edition.figures("report-coverage", 10),
        edition.column("report-standing", 15),
    ];
    let mut rows = Vec::new();
    for (title, objectives) in groups(edition) {
        rows.push(Row {
            cells: vec![Cell::text(title).over(columns.len())],
            kind: RowKind::Subhead,
        });
        rows.extend(objectives.into_iter().map(|node| objective(edition, node)));
    }
    if rows.is_empty() {
        return Vec::new();
    }
    vec![
        edition.heading(2, edition.say("report-objectives")),
        Block::Table(Table {
            data: edition.say("report-data-objectives"),
            caption: Some(edition.say("report-objectives-caption")),
            columns,
            row_heads: 2,
            rows,
            ..Table::default()
        }),
    ]
}

/// The objectives with the heading of their group, those of the agency and the national ones last.
pub fn groups(edition: &Edition<'_>) -> Vec<(String, Vec<Node>)> {
    by_area(edition.plan, &edition.outline, edition.scores)
        .into_iter()
        .filter(|tally| !tally.objectives.is_empty())
        .map(|tally| (group(edition, &tally), tally.objectives))
        .collect()
}

fn objective(edition: &Edition<'_>, node: Node) -> Row {
    let score = edition.scores.of(node);
    let [code, title] = edition.code_and_title(node);
    row([
        code,
        title,
        weight_in_tree(edition, node),
        edition.score(node),
        outcome::from_full(edition, score.and_then(|s| s.score.as_ref())),
        edition.percent(score.filter(|s| s.score.is_some()).map(|s| &s.coverage)),
        edition.standing(node),
    ])
}

/// The weight under the objective, area or body above.
pub fn weight_in_tree(edition: &Edition<'_>, node: Node) -> Cell {
    let tree = [NodeKind::Objective, NodeKind::Area, NodeKind::Body];
    let over = edition.outline.over(node);
    let place = tree
        .iter()
        .find_map(|kind| over.iter().find(|p| p.parent.kind == *kind));
    place.map_or(Cell::text(""), |place| edition.weight(place))
}
