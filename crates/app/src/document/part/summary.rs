//! The whole monitoring on a page or two: where the body stands, area by area and responsible by
//! responsible, what is farthest behind, and what a reader must know of the figures.

use std::collections::BTreeMap;

use documents::block::{AsideKind, Block, Cell, Fact, Inline, Row, RowKind, Table};
use documents::picture::{Colour, Figure, Palette, Series, Stacked, stacked};
use domain::check::Rule;
use domain::finding::Severity;
use domain::number::Number;
use domain::plan::{Node, NodeKind};
use domain::report::standings::{
    Group, Standing, Standings, Tally, by_area, by_responsible, worst_first,
};
use domain::report::stated::{actual, expected_of_year};

use super::drawing::{self, WIDTH, palette};
use super::indicator_results::expectation;
use crate::document::Edition;
use crate::document::edition::{mark, row};
use crate::printed;
use crate::rule_page::RulePage;

/// How many of the indicators farthest behind are named; the others are in the sheets.
const WORST: usize = 8;

/// The summary.
pub fn build(edition: &Edition<'_>) -> Vec<Block> {
    let (plan, scores) = (edition.plan, edition.scores);
    if scores.at.is_none() {
        return Vec::new();
    }
    let areas = by_area(plan, &edition.outline, scores);
    let responsibles = by_responsible(plan, &edition.outline, scores);
    let mut blocks = vec![Block::Facts(body(edition, &areas))];
    if let Some(table) = tallies(edition, &areas, "summary-areas", "summary-area") {
        blocks.push(edition.heading(2, edition.say("summary-by-area")));
        blocks.extend(bars(edition, &areas, "areas"));
        blocks.push(table);
    }
    if let Some(table) = tallies(
        edition,
        &responsibles,
        "summary-responsibles",
        "summary-responsible",
    ) {
        blocks.push(edition.heading(2, edition.say("summary-by-responsible")));
        blocks.push(table);
        blocks.push(Block::text(edition.say("summary-responsible-how")));
    }
    blocks.extend(worst(edition));
    blocks.extend(cautions(edition));
    blocks
}

/// Score, coverage, progress and outlook of the body.
fn body(edition: &Edition<'_>, areas: &[Tally]) -> Vec<Fact> {
    let mut facts = Vec::new();
    let fact = |key: &str, value: Vec<Inline>| Fact {
        label: edition.say_with(key, &[("day", &edition.at())]),
        value,
    };
    if let Some(score) = edition.scores.of(Node::BODY) {
        let mut value = edition.score(Node::BODY).text;
        let reservations: Vec<String> = printed::reservations(edition.catalogue, score);
        if !reservations.is_empty() {
            value.push(Inline::Text(format!(" ({})", reservations.join(", "))));
        }
        facts.push(fact("summary-score", value));
        facts.push(fact(
            "summary-coverage",
            edition.percent(Some(&score.coverage)).text,
        ));
        facts.push(fact("sheet-progress", edition.progress(Node::BODY).text));
        facts.push(fact("sheet-outlook", edition.standing(Node::BODY).text));
    }
    if let Some(target) = &edition.plan.heading.body_target {
        facts.extend(edition.fact("summary-body-target", &target.text));
    }
    let total: usize = areas.iter().map(|tally| tally.standings.total()).sum();
    let mut value = vec![Inline::Text(
        edition.say_with("summary-of-indicators", &[("count", &total.to_string())]),
    )];
    for standing in Standing::ALL {
        let count: usize = areas.iter().map(|t| t.standings.count(standing)).sum();
        if count > 0 {
            value.push(Inline::Text(format!(" · {count} ")));
            value.push(Inline::Mark {
                mark: mark(standing),
                word: word(edition, standing),
            });
        }
    }
    facts.push(fact("summary-indicators", value));
    facts
}

/// The word for a standing, of more than one thing.
fn word(edition: &Edition<'_>, standing: Standing) -> String {
    edition.say(&format!("standing-{}", standing.token().replace('_', "-")))
}

/// What a tally is of, linked where the document tells of it.
fn group(edition: &Edition<'_>, group: Group) -> Cell {
    match group {
        Group::Of(node) => Cell::inline(vec![edition.link(node)]),
        other => Cell::text(group_name(edition, other)),
    }
}

fn group_name(edition: &Edition<'_>, group: Group) -> String {
    match group {
        Group::Of(node) => edition.label(node),
        Group::Outside => edition.say("other-objectives"),
        Group::Agency => edition.say("the-agency"),
        Group::National => edition.say("the-national"),
        Group::Dashboards => edition.say("dashboards"),
    }
}

/// How many indicators stand how, one group a row.
fn tallies(edition: &Edition<'_>, tallies: &[Tally], caption: &str, head: &str) -> Option<Block> {
    if tallies.is_empty() {
        return None;
    }
    let mut columns = vec![
        edition.column(head, 30),
        edition.figures("results-score", 8),
        edition.figures("results-progress", 8),
    ];
    let shown: Vec<Standing> = Standing::ALL
        .into_iter()
        .filter(|standing| tallies.iter().any(|t| t.standings.count(*standing) > 0))
        .collect();
    for standing in &shown {
        columns.push(documents::block::Column::figures(
            format!("{} {}", mark(*standing).glyph(), word(edition, *standing)),
            8,
        ));
    }
    columns.push(edition.figures("summary-total", 7));
    let counts = |standings: &Standings| -> Vec<Cell> {
        shown
            .iter()
            .map(|standing| standings.count(*standing))
            .chain([standings.total()])
            .map(count)
            .collect()
    };
    let mut rows: Vec<Row> = tallies
        .iter()
        .map(|tally| {
            let figures = match tally.group {
                Group::Of(node) => [edition.score(node), edition.progress(node)],
                _ => [edition.percent(None), edition.percent(None)],
            };
            let mut cells = vec![group(edition, tally.group)];
            cells.extend(figures);
            cells.extend(counts(&tally.standings));
            row(cells)
        })
        .collect();
    // Each indicator is in one area only; it may have several responsibles.
    if head == "summary-area" {
        let all: Vec<Node> = tallies.iter().flat_map(|t| t.indicators.clone()).collect();
        let mut cells = vec![
            Cell::text(edition.say("summary-whole")),
            edition.score(Node::BODY),
            edition.progress(Node::BODY),
        ];
        cells.extend(counts(&Standings::of(edition.scores, &all)));
        rows.push(Row {
            cells,
            kind: RowKind::Total,
        });
    }
    Some(Block::Table(Table {
        data: edition.say(&format!("data-{caption}")),
        caption: Some(edition.say_with(&format!("{caption}-caption"), &[("day", &edition.at())])),
        columns,
        row_heads: 1,
        rows,
        ..Table::default()
    }))
}

fn count(count: usize) -> Cell {
    let number = i64::try_from(count).map_or(Number::ZERO, Number::from_i64);
    Cell::figure(
        count.to_string(),
        documents::block::FigureOf::Number(number),
    )
}

/// The same as a picture: one bar for each group, its parts by standing.
fn bars(edition: &Edition<'_>, tallies: &[Tally], id: &str) -> Option<Block> {
    let shown: Vec<&Tally> = tallies
        .iter()
        .filter(|tally| tally.standings.total() > 0)
        .collect();
    if shown.len() < 2 {
        return None;
    }
    let figure = |count: usize| {
        let drawn = u32::try_from(count).map_or(f64::NAN, f64::from);
        Figure::new(drawn, count.to_string())
    };
    let parts: Vec<Series> = Standing::ALL
        .into_iter()
        .filter(|standing| shown.iter().any(|t| t.standings.count(*standing) > 0))
        .map(|standing| Series {
            name: format!("{} {}", mark(standing).glyph(), word(edition, standing)),
            figures: shown
                .iter()
                .map(|tally| figure(tally.standings.count(standing)))
                .collect(),
        })
        .collect();
    // The colours are those of the marks in the tables.
    let marks = Standing::ALL
        .into_iter()
        .filter(|standing| shown.iter().any(|t| t.standings.count(*standing) > 0))
        .map(|standing| {
            let [red, green, blue] = mark(standing).colour();
            Colour::new(red, green, blue)
        })
        .collect();
    let categories: Vec<String> = shown
        .iter()
        .map(|tally| group_name(edition, tally.group))
        .collect();
    let told: Vec<String> = shown
        .iter()
        .map(|tally| {
            let counts: Vec<String> = Standing::ALL
                .into_iter()
                .filter(|standing| tally.standings.count(*standing) > 0)
                .map(|standing| {
                    format!(
                        "{} {}",
                        tally.standings.count(standing),
                        word(edition, standing)
                    )
                })
                .collect();
            format!(
                "{}: {}",
                group_name(edition, tally.group),
                counts.join(", ")
            )
        })
        .collect();
    let title = edition.say_with("summary-areas-picture", &[("day", &edition.at())]);
    let picture = stacked(&Stacked {
        caption: drawing::caption(
            format!("summary-{id}"),
            &title,
            &format!("{}.", told.join("; ")),
        ),
        width: WIDTH,
        categories,
        parts,
        totals: shown
            .iter()
            .map(|tally| tally.standings.total().to_string())
            .collect(),
        shares: false,
        palette: Palette {
            series: marks,
            ..palette(edition)
        },
    });
    Some(drawing::figure(picture, None))
}

/// The indicators farthest behind, the worst first.
fn worst(edition: &Edition<'_>) -> Vec<Block> {
    let found = worst_first(edition.plan, edition.scores);
    if found.is_empty() {
        return Vec::new();
    }
    let year = edition.scores.checkpoint.map(|day| day.year());
    let rows = found.iter().take(WORST).map(|node| {
        let x = &edition.plan.indicators[node.at()];
        let expected = year.map(|year| expected_of_year(&x.values, year));
        let measured = edition
            .scores
            .checkpoint
            .and_then(|day| actual(&x.values, day));
        let variation = x.variation.as_ref().and_then(|r| r.node);
        row([
            objective_of(edition, *node),
            Cell::text(edition.label(*node)),
            expectation(edition, expected.unwrap_or_default(), variation),
            edition.value(measured),
            edition.progress(*node),
            edition.standing(*node),
        ])
    });
    let note = (found.len() > WORST).then(|| {
        edition.say_with(
            "summary-worst-more",
            &[("count", &(found.len() - WORST).to_string())],
        )
    });
    vec![
        edition.heading(2, edition.say("summary-worst")),
        Block::Table(Table {
            data: edition.say("data-worst"),
            caption: Some(edition.say_with("summary-worst-caption", &[("day", &edition.at())])),
            columns: vec![
                edition.column("context-objective", 14),
                edition.column("results-indicator", 30),
                edition.column("results-expected", 18),
                edition.column("results-actual", 18),
                edition.figures("results-progress", 9),
                edition.column("results-outlook", 12),
            ],
            row_heads: 2,
            rows: rows.collect(),
            note,
            ..Table::default()
        }),
    ]
}

/// The objective of an indicator, by its code, linked.
fn objective_of(edition: &Edition<'_>, indicator: Node) -> Cell {
    let parent = edition.plan.indicators[indicator.at()]
        .parent
        .as_ref()
        .and_then(|r| r.node);
    let Some(parent) = parent else {
        return Cell::text("");
    };
    let code = edition.code(parent);
    match (edition.link(parent), code) {
        (Inline::Link { to, .. }, code) if !code.is_empty() => Cell::inline(vec![Inline::Link {
            to,
            text: vec![Inline::Text(code.to_owned())],
        }]),
        (link, _) => Cell::inline(vec![link]),
    }
}

/// What the check says that a reader must know before trusting the figures: texts that could not be
/// read, scores that could not be computed, judgements that contradict them.
fn cautions(edition: &Edition<'_>) -> Vec<Block> {
    let mut by_rule: BTreeMap<&str, Vec<Node>> = BTreeMap::new();
    for finding in &edition.checked.findings {
        let matters = finding.rule.starts_with("score-")
            || finding.rule.starts_with("reading-")
            || finding.rule.starts_with("actual-")
            || finding.rule == "judgement-contradicts";
        if !matters || finding.severity == Severity::Note {
            continue;
        }
        let places = by_rule.entry(finding.rule).or_default();
        let nodes = std::iter::once(&finding.place).chain(&finding.also);
        places.extend(nodes.filter_map(|place| place.node));
    }
    if by_rule.is_empty() {
        return Vec::new();
    }
    let rows = by_rule.into_iter().map(|(name, mut nodes)| {
        let title = Rule::named(name).map_or(name, |rule| {
            RulePage::of(rule, edition.catalogue.language).title
        });
        nodes.sort_unstable();
        nodes.dedup();
        let mut places = Vec::new();
        for node in &nodes {
            if !places.is_empty() {
                places.push(Inline::Text("; ".to_owned()));
            }
            places.extend(place(edition, *node));
        }
        row([Cell::text(title), count(nodes.len()), Cell::inline(places)])
    });
    let table = Block::Table(Table {
        data: edition.say("data-cautions"),
        caption: Some(edition.say("summary-cautions-caption")),
        columns: vec![
            edition.column("summary-caution", 42),
            edition.figures("summary-places", 7),
            edition.column("summary-where", 50),
        ],
        row_heads: 1,
        rows: rows.collect(),
        ..Table::default()
    });
    vec![
        edition.heading(2, edition.say("summary-cautions")),
        Block::Aside {
            kind: AsideKind::Note,
            label: edition.say("summary-cautions-label"),
            blocks: vec![Block::text(edition.say("summary-cautions-what"))],
        },
        table,
    ]
}

/// Where a finding is, in few words: the objective's code and the indicator's number.
fn place(edition: &Edition<'_>, node: Node) -> Vec<Inline> {
    if node.kind != NodeKind::Indicator {
        return vec![edition.link(node)];
    }
    let mut text = objective_of(edition, node).text;
    let number = edition.code(node);
    let named = match number {
        "" => format!(" {}", edition.label(node)),
        number => edition.say_with("summary-indicator", &[("number", number)]),
    };
    if text.is_empty() {
        return vec![Inline::Text(edition.label(node))];
    }
    text.push(Inline::Text(format!(" {}", named.trim())));
    text
}
