//! The objectives common to all bodies of the kind: history, mean of similar bodies, targets, results.

use std::collections::BTreeSet;

use documents::block::{Block, Cell, Column, Inline, Table};
use documents::picture::{Figure, Line, LineKind, Trend, trend};
use domain::number::Number;
use domain::plan::{LinkKind, Node, NodeKind, Period, Role, Value};
use domain::report::measured::{OfYear, against, over_years};
use domain::report::stated::{actual, expected_of_year, of_role};
use domain::score::ScoredPlacement;

use super::drawing::{self, WIDTH, palette, real};
use super::head::{head, of_objective};
use super::indicator_results::{expectation, particulars};
use super::sections;
use crate::document::Edition;
use crate::document::edition::{anchor, row};

/// The name of this part.
const PART: &str = "national-indicators";

/// The chapters of this part and the groups of objectives: a group stands under the chapter that its
/// heading names. Then the internal indicators they draw on.
pub fn build(edition: &Edition<'_>) -> Vec<Block> {
    let objectives: Vec<Node> = edition
        .outline
        .apart(edition.plan, true)
        .into_iter()
        .flat_map(|root| edition.outline.descendants(root))
        .map(|(_, node)| node)
        .collect();
    let group_of = |node: &Node| edition.plan.objectives[node.at()].group.as_deref();
    let mut groups: Vec<Option<&str>> = Vec::new();
    for group in objectives.iter().map(group_of) {
        if !groups.contains(&group) {
            groups.push(group);
        }
    }
    let chapters = sections::roots(edition, PART);
    let chapter_of = |group: Option<&str>| {
        let group = group?.to_lowercase();
        let named = |node: &&Node| {
            let title = edition.plan.chapters[node.at()].title.as_deref();
            title.is_some_and(|title| title.to_lowercase().starts_with(&group))
        };
        chapters.iter().find(named).copied()
    };
    let placed: Vec<Node> = groups.iter().filter_map(|g| chapter_of(*g)).collect();
    let mut blocks = Vec::new();
    for chapter in chapters.iter().filter(|chapter| !placed.contains(chapter)) {
        blocks.extend(sections::chapter(edition, PART, *chapter, 2));
    }
    for group in groups {
        let level = match (group, chapter_of(group)) {
            (Some(title), None) => {
                blocks.push(edition.heading(2, title));
                3
            }
            (Some(_), Some(chapter)) => {
                let told = sections::chapter(edition, PART, chapter, 2);
                if told.is_empty() {
                    blocks.push(edition.heading_of(2, chapter, edition.title(chapter)));
                }
                blocks.extend(told);
                3
            }
            (None, _) => 2,
        };
        for objective in objectives.iter().filter(|node| group_of(node) == group) {
            blocks.extend(of_one(edition, *objective, level));
        }
    }
    blocks.extend(related(edition));
    blocks
}

/// One national objective.
fn of_one(edition: &Edition<'_>, objective: Node, level: u8) -> Vec<Block> {
    let mut blocks = vec![edition.heading_of(level, objective, edition.label(objective))];
    let facts = head(edition, objective);
    if !facts.is_empty() {
        blocks.push(Block::Facts(facts));
    }
    blocks.extend(edition.told(objective, Role::Done, level));
    let places: Vec<&ScoredPlacement> = edition
        .outline
        .indicators(objective)
        .into_iter()
        .map(|(_, place)| place)
        .collect();
    if !places.is_empty() {
        blocks.push(table(edition, objective, &places));
        blocks.extend(
            places
                .iter()
                .filter_map(|place| over_time(edition, place.child)),
        );
    }
    blocks.extend(edition.told(objective, Role::Criticality, level));
    blocks.extend(sections::tables_of(edition, objective));
    blocks
}

/// The indicators of an objective with their years; columns that would be empty are left out.
fn table(edition: &Edition<'_>, objective: Node, places: &[&ScoredPlacement]) -> Block {
    let values =
        |place: &ScoredPlacement| -> &[Value] { &edition.plan.indicators[place.child.at()].values };
    let periods: BTreeSet<Period> = places
        .iter()
        .flat_map(|place| of_role(values(place), Role::History))
        .map(|value| of_history(&value.period))
        .collect();
    let has = |role: Role| {
        places
            .iter()
            .any(|place| of_role(values(place), role).next().is_some())
    };
    let (means, forecasts) = (has(Role::ClusterMean), has(Role::Forecast));
    let targets = has(Role::Target) || has(Role::RevisedTarget);
    let actuals = has(Role::Actual);
    let weights = places.iter().any(|place| place.weight.is_some());
    let scored = places.iter().any(|place| {
        edition
            .scores
            .of(place.child)
            .is_some_and(|s| s.score.is_some())
    });
    let mut columns = vec![edition.column("results-indicator", 28)];
    if weights {
        columns.push(edition.figures("results-weight", 7));
    }
    columns.extend(periods.iter().map(|period| match period {
        Period::Year(year) => Column::figures(year.to_string(), 7),
        Period::Unsaid => edition.figures("role-history", 10),
        other => Column::figures(edition.period(other), 11),
    }));
    if means {
        columns.push(edition.figures("national-mean", 10));
    }
    if forecasts {
        columns.push(edition.column("national-forecast", 10));
    }
    if targets {
        columns.push(edition.column("results-expected", 13));
    }
    if actuals {
        columns.push(Column::text(
            edition.say_with("results-actual-at", &[("day", &edition.at())]),
            14,
        ));
    }
    columns.push(edition.column("results-outlook", 11));
    if scored {
        columns.push(edition.figures("results-score", 8));
    }
    let day = edition.scores.checkpoint;
    let rows = places.iter().map(|place| {
        let node = place.child;
        let x = &edition.plan.indicators[node.at()];
        let mut name = vec![Inline::Strong(vec![Inline::Text(edition.label(node))])];
        let particulars = particulars(edition, node, x);
        if !particulars.is_empty() {
            name.push(Inline::Break);
            name.push(Inline::Text(particulars));
        }
        if let Some(note) = &x.note {
            name.push(Inline::Break);
            name.push(Inline::Emphasis(vec![Inline::Text(note.clone())]));
        }
        let mut cells = vec![Cell::inline(name)];
        if weights {
            cells.push(edition.weight(place));
        }
        for period in &periods {
            let of_period = of_role(&x.values, Role::History)
                .filter(|value| of_history(&value.period) == *period)
                .last();
            cells.push(edition.value(of_period));
        }
        if means {
            let mean = of_role(&x.values, Role::ClusterMean).last();
            let mut cell = edition.value(mean);
            if let Some(mean) = mean
                && !edition.period(&mean.period).is_empty()
            {
                cell.text.push(Inline::Break);
                cell.text.push(Inline::Text(edition.say_with(
                    "results-of-period",
                    &[("period", &edition.period(&mean.period))],
                )));
            }
            cells.push(cell);
        }
        if forecasts {
            cells.push(edition.value(of_role(&x.values, Role::Forecast).last()));
        }
        let expected = day.map(|day| expected_of_year(&x.values, day.year()));
        let variation = x.variation.as_ref().and_then(|r| r.node);
        if targets {
            cells.push(expectation(
                edition,
                expected.unwrap_or_default(),
                variation,
            ));
        }
        let measured = day.and_then(|day| actual(&x.values, day));
        let mut cell = edition.value(measured);
        if let Some(note) = measured.and_then(|value| value.note.as_ref()) {
            cell.text.push(Inline::Break);
            cell.text
                .push(Inline::Emphasis(vec![Inline::Text(note.clone())]));
        }
        if actuals {
            cells.push(cell);
        }
        cells.push(edition.standing(node));
        if scored {
            cells.push(edition.score(node));
        }
        row(cells)
    });
    let rows = rows.collect();
    Block::Table(Table {
        data: edition.say("data-national"),
        context: of_objective(edition, objective),
        caption: Some(edition.say_with(
            "national-caption",
            &[("of", &edition.label(objective)), ("day", &edition.at())],
        )),
        columns,
        row_heads: 1,
        rows,
        ..Table::default()
    })
}

/// The column of a value of the history: its year, or the name of its period.
fn of_history(period: &Period) -> Period {
    match period.year() {
        Some(year) => Period::Year(year),
        None => period.clone(),
    }
}

/// History, actual, target and mean over the years, where three figures of one sort can be drawn.
fn over_time(edition: &Edition<'_>, indicator: Node) -> Option<Block> {
    let values = &edition.plan.indicators[indicator.at()].values;
    let mut actuals = whole_years(over_years(values, Role::History));
    let percent = actuals.first()?.percent;
    let pair = against(edition.plan, edition.readings, edition.scores, indicator);
    let year = edition.scores.checkpoint.map(|day| day.year());
    let mut targets = Vec::new();
    if let (Some(pair), Some(year)) = (pair, year)
        && actuals.iter().all(|point| point.year != year)
    {
        actuals.push(Point {
            year,
            interim: edition.scores.checkpoint != edition.scores.year_end,
            number: pair.actual.number,
            percent: pair.actual.percent,
        });
        targets.push(Point {
            year,
            interim: false,
            number: pair.target.number,
            percent: pair.target.percent,
        });
    }
    let same = |mut points: Vec<Point>| -> Vec<Point> {
        points.retain(|point| point.percent == percent);
        points
    };
    let actuals = same(actuals);
    if actuals.len() < 3 {
        return None;
    }
    let lines = vec![
        ("trend-actual", LineKind::Actual, actuals),
        ("trend-target", LineKind::Target, same(targets)),
        (
            "trend-mean",
            LineKind::ClusterMean,
            same(whole_years(over_years(values, Role::ClusterMean))),
        ),
        (
            "trend-forecast",
            LineKind::Forecast,
            same(whole_years(over_years(values, Role::Forecast))),
        ),
    ];
    let title = edition.say_with("trend-title", &[("of", &edition.label(indicator))]);
    Some(picture(
        edition,
        &format!("trend-{}", anchor(indicator)),
        &title,
        lines,
        None,
    ))
}

/// A figure to draw over time.
#[derive(Clone, Debug)]
pub struct Point {
    /// The year.
    pub year: i16,
    /// Of the day of the document, before the year's end: it stands before the whole year.
    pub interim: bool,
    /// The figure.
    pub number: Number,
    /// It is in percent points.
    pub percent: bool,
}

/// Figures of whole years.
pub fn whole_years(figures: Vec<OfYear>) -> Vec<Point> {
    let points = figures.into_iter().map(|figure| Point {
        year: figure.year,
        interim: false,
        number: figure.number,
        percent: figure.percent,
    });
    points.collect()
}

/// Lines over the years as a picture, without data of its own: they stand in a table beside it.
pub fn picture(
    edition: &Edition<'_>,
    id: &str,
    title: &str,
    lines: Vec<(&'static str, LineKind, Vec<Point>)>,
    threshold: Option<&Number>,
) -> Block {
    let points = || lines.iter().flat_map(|(_, _, points)| points);
    // A whole year comes after its interim day.
    let moments: BTreeSet<(i16, bool)> = points().map(|p| (p.year, !p.interim)).collect();
    let percent = points().any(|point| point.percent);
    let printed = |number: &Number| {
        let number = edition.number(number);
        match percent {
            true => format!("{number}%"),
            false => number,
        }
    };
    let named = |(year, whole): &(i16, bool)| match whole {
        true => year.to_string(),
        false => edition.at(),
    };
    let mut told = Vec::new();
    let mut drawn = Vec::new();
    for (key, kind, points) in lines.iter().filter(|(_, _, points)| !points.is_empty()) {
        let name = edition.say(key);
        let of = |moment: &(i16, bool)| {
            points
                .iter()
                .find(|point| (point.year, !point.interim) == *moment)
        };
        let said: Vec<String> = moments
            .iter()
            .filter_map(|moment| {
                Some(format!(
                    "{} {}",
                    named(moment),
                    printed(&of(moment)?.number)
                ))
            })
            .collect();
        told.push(format!("{name}: {}", said.join(", ")));
        drawn.push(Line {
            name,
            kind: *kind,
            figures: moments
                .iter()
                .map(|moment| match of(moment) {
                    Some(point) => Figure::new(real(&point.number), printed(&point.number)),
                    None => Figure::missing(""),
                })
                .collect(),
        });
    }
    if let Some(limit) = threshold {
        let name = edition.say("trend-threshold");
        told.push(format!("{name}: {}", printed(limit)));
        drawn.push(Line {
            name,
            kind: LineKind::Threshold,
            figures: vec![Figure::new(real(limit), printed(limit))],
        });
    }
    let picture = trend(&Trend {
        caption: drawing::caption(id, title, &format!("{}.", told.join("; "))),
        width: WIDTH,
        field: 74.0,
        years: moments.iter().map(named).collect(),
        lines: drawn,
        ticks: Vec::new(),
        palette: palette(edition),
    });
    drawing::figure(picture, None)
}

/// The internal indicators and objectives that national ones draw on, with both targets.
fn related(edition: &Edition<'_>) -> Vec<Block> {
    let plan = edition.plan;
    let year = edition.scores.checkpoint.map(|day| day.year());
    let target = |node: Node| match node.kind {
        NodeKind::Indicator => {
            let x = &plan.indicators[node.at()];
            let expected = year.map(|year| expected_of_year(&x.values, year));
            let variation = x.variation.as_ref().and_then(|r| r.node);
            expectation(edition, expected.unwrap_or_default(), variation)
        }
        _ => Cell::text(""),
    };
    let differs = |one: Node, other: Node| {
        edition.checked.findings.iter().any(|finding| {
            let nodes: Vec<Node> = std::iter::once(&finding.place)
                .chain(&finding.also)
                .filter_map(|place| place.node)
                .collect();
            finding.rule == "related-targets-differ"
                && (nodes.contains(&one) || nodes.contains(&other))
        })
    };
    let pairs: Vec<(Node, Node, Option<&String>)> = plan
        .links
        .iter()
        .filter(|link| link.kind == LinkKind::Related)
        .filter_map(|link| Some((link.from.node?, link.to.node?, link.note.as_ref())))
        .collect();
    if pairs.is_empty() {
        return Vec::new();
    }
    let rows = pairs.into_iter().map(|(from, to, note)| {
        let mut said: Vec<String> = note.cloned().into_iter().collect();
        if differs(from, to) {
            said.insert(0, edition.say("related-differ"));
        }
        row([
            Cell::text(edition.label(from)),
            target(from),
            inside(edition, to),
            target(to),
            Cell::text(said.join(" – ")),
        ])
    });
    let rows = rows.collect();
    vec![
        edition.heading(2, edition.say("related")),
        Block::Table(Table {
            data: edition.say("data-related"),
            caption: Some(edition.say("related-caption")),
            columns: vec![
                edition.column("related-from", 28),
                edition.column("related-from-target", 18),
                edition.column("related-to", 28),
                edition.column("related-to-target", 14),
                edition.column("related-remark", 14),
            ],
            row_heads: 1,
            rows,
            ..Table::default()
        }),
    ]
}

/// An internal objective, or an indicator with the objective it belongs to.
fn inside(edition: &Edition<'_>, node: Node) -> Cell {
    if node.kind != NodeKind::Indicator {
        return Cell::inline(vec![edition.link(node)]);
    }
    let parent = edition.plan.indicators[node.at()]
        .parent
        .as_ref()
        .and_then(|r| r.node);
    let mut text: Vec<Inline> = Vec::new();
    if let Some(parent) = parent {
        text.push(edition.link(parent));
        text.push(Inline::Break);
    }
    text.push(Inline::Text(edition.label(node)));
    Cell::inline(text)
}
