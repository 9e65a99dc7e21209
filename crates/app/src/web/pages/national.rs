//! `/{body}/{plan}/nazionali`: the indicators common to all bodies of the kind, each with its value,
//! the mean of similar bodies and its history.

use std::collections::BTreeSet;

use askama::Template;
use domain::plan::{Node, Role, Value};
use domain::report::outline::Outline;
use domain::report::stated::{actual, expected_of_year, of_role, values_of};

use super::{day_asked, frame_of, plan};
use crate::web::asked::Asked;
use crate::web::failure::Failure;
use crate::web::page::Page;
use crate::web::part::{Cell, Column, Empty, Row, Table};
use crate::web::receive::Answer;
use crate::web::shown::Shown;

#[derive(Template)]
#[template(path = "monitoring/national.html")]
struct National<'a> {
    page: Page<'a>,
    lead: String,
    groups: Vec<Group<'a>>,
    empty: Option<Empty>,
}

struct Group<'a> {
    title: String,
    address: String,
    text: String,
    table: Table<'a>,
}

/// The page.
pub fn page(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let loaded = plan(asked)?;
    let at = day_asked(asked)?;
    let scores = loaded.scores(at);
    let shown = Shown {
        t: asked.t,
        loaded: &loaded,
        scores: &scores,
        at,
    };
    let t = asked.t;
    let outline = Outline::of(&scores);
    let objectives = outline
        .apart(loaded.plan(), true)
        .into_iter()
        .flat_map(|root| outline.descendants(root))
        .map(|(_, node)| node);
    let mut met = BTreeSet::new();
    let mut groups: Vec<Group<'_>> = Vec::new();
    for objective in objectives {
        let indicators: Vec<Node> = outline
            .indicators(objective)
            .into_iter()
            .map(|(_, place)| place.child)
            .filter(|node| met.insert(*node))
            .collect();
        if !indicators.is_empty() {
            groups.push(Group {
                title: shown.label(objective),
                address: shown.page_of(objective),
                text: loaded.plan().objectives[objective.at()]
                    .description
                    .clone()
                    .unwrap_or_default(),
                table: table(&shown, shown.label(objective), &indicators),
            });
        }
    }
    // National ones that stand under an objective of the body itself.
    let rest: Vec<Node> = (0..loaded.plan().indicators.len())
        .filter(|at| loaded.plan().indicators[*at].national)
        .map(|at| Node::new(domain::plan::NodeKind::Indicator, at))
        .filter(|node| !met.contains(node))
        .collect();
    if !rest.is_empty() {
        groups.push(Group {
            title: t.text("web-mon-national-others"),
            address: shown.address("albero"),
            text: String::new(),
            table: table(&shown, t.text("web-mon-national-others"), &rest),
        });
    }
    let day = scores
        .checkpoint
        .map(|day| shown.day(day))
        .unwrap_or_default();
    let page = National {
        page: frame_of(asked, &shown, "monitoraggio", t.text("web-mon-national")),
        lead: t.with("web-mon-national-lead", &[("day", &day)]),
        empty: groups.is_empty().then(|| Empty {
            title: t.text("web-mon-national-none"),
            text: t.text("web-mon-national-none-text"),
            actions: Vec::new(),
        }),
        groups,
    };
    Ok(Answer::page(page.render()?))
}

fn table<'a>(shown: &Shown<'a>, caption: String, indicators: &[Node]) -> Table<'a> {
    let t = shown.t;
    let plan = shown.loaded.plan();
    let values = |node: &Node| -> &[Value] { values_of(plan, *node) };
    let years: BTreeSet<i16> = indicators
        .iter()
        .flat_map(|node| of_role(values(node), Role::History))
        .filter_map(|value| value.period.year())
        .collect();
    let head = |name: &str| t.text(&format!("web-mon-column-{name}"));
    let mut columns = vec![Column::words(head("indicator"))];
    columns.extend(years.iter().map(|year| Column::figures(year.to_string())));
    columns.extend([
        Column::figures(head("mean")),
        Column::words(head("target")),
        Column::figures(head("actual")),
        Column::words(head("state")),
        Column::figures(head("achievement")),
    ]);
    let text = |value: Option<&Value>| match value {
        Some(value) if !value.text.is_empty() => Cell::Text(value.text.clone()),
        _ => Cell::Nothing,
    };
    let rows = indicators.iter().map(|node| {
        let own = values(node);
        let indicator = &plan.indicators[node.at()];
        let below = indicator.formula.as_ref().or(indicator.algorithm.as_ref());
        let mut cells = vec![Cell::Link(shown.link(*node), below.cloned())];
        for year in &years {
            let of_year = of_role(own, Role::History)
                .filter(|value| value.period.year() == Some(*year))
                .last();
            cells.push(text(of_year));
        }
        cells.push(match of_role(own, Role::ClusterMean).last() {
            Some(mean) if mean.period.to_string().is_empty() => Cell::Text(mean.text.clone()),
            Some(mean) => Cell::Two(mean.text.clone(), mean.period.to_string()),
            None => Cell::Nothing,
        });
        let day = shown.scores.checkpoint;
        let expected = day.map(|day| expected_of_year(own, day.year()));
        cells.push(text(
            expected.and_then(|found| found.revised.or(found.target)),
        ));
        let measured = day.and_then(|day| actual(own, day));
        cells.push(match measured {
            Some(value) if !value.text.is_empty() => match &value.source {
                Some(source) => Cell::Two(value.text.clone(), source.clone()),
                None => Cell::Text(value.text.clone()),
            },
            _ => Cell::Nothing,
        });
        cells.push(Cell::Chip(shown.chip(*node)));
        cells.push(Cell::Figure(shown.figure(*node)));
        Row::of(cells)
    });
    Table {
        t,
        caption,
        quiet: true,
        columns,
        rows: rows.collect(),
        totals: None,
        exports: Vec::new(),
    }
}
