//! The results of indicators as a table: what was expected, what was measured, how it stands.

use documents::block::{Block, Cell, Inline, Row, RowKind, Table};
use domain::plan::{Activity, Indicator, IndicatorType, Node, NodeKind, Role, Value};
use domain::report::changes::is_approved;
use domain::report::stated::{Expected, actual, expected, expected_of_year, of_role};
use domain::score::{Derivation, NodeScore, ScoredPlacement, State};
use domain::target::{Nature, Origin};

use super::head::points;
use crate::document::Edition;
use crate::document::edition::row;
use crate::printed;

/// Indicators in their places, with the action that heads them there.
pub type Places<'a> = [(Option<Node>, &'a ScoredPlacement)];

/// The results table of a thing's indicators, and a table of the activities of each that has any.
pub fn blocks(
    edition: &Edition<'_>,
    of: &str,
    context: Vec<(String, String)>,
    places: &Places<'_>,
) -> Vec<Block> {
    if places.is_empty() {
        return Vec::new();
    }
    let at = edition.at();
    let interim = interim(edition, places);
    let year_end = edition.scores.year_end.map(|d| edition.day(d));
    let mut columns = vec![
        edition.column("results-number", 4),
        edition.column("results-indicator", if interim { 26 } else { 37 }),
        edition.figures("results-weight", 6),
    ];
    if interim {
        columns.push(documents::block::Column::text(
            edition.say_with("results-expected-at", &[("day", &at)]),
            11,
        ));
    }
    columns.push(documents::block::Column::text(
        match &year_end {
            Some(day) => edition.say_with("results-expected-at", &[("day", day)]),
            None => edition.say("results-expected"),
        },
        13,
    ));
    columns.push(documents::block::Column::text(
        edition.say_with("results-actual-at", &[("day", &at)]),
        15,
    ));
    columns.push(edition.figures("results-progress", 9));
    columns.push(edition.column("results-outlook", 12));
    columns.push(edition.figures("results-score", 9));
    let mut rows: Vec<Row> = Vec::new();
    let mut heading = None;
    for (action, place) in places {
        if *action != heading {
            heading = *action;
            let text = match action {
                Some(action) => edition.label(*action),
                None => edition.say("results-no-action"),
            };
            rows.push(Row {
                cells: vec![Cell::text(text).over(columns.len())],
                kind: RowKind::Subhead,
            });
        }
        rows.push(indicator(edition, place, interim));
    }
    let mut blocks = vec![Block::Table(Table {
        data: edition.say("data-results"),
        context: context.clone(),
        caption: Some(edition.say_with("results-caption", &[("of", of), ("day", &at)])),
        columns,
        row_heads: 2,
        rows,
        note: places
            .iter()
            .filter_map(|(_, place)| edition.scores.of(place.child))
            .any(|score| score.state == State::NotDue)
            .then(|| edition.say("results-not-due")),
        ..Table::default()
    })];
    for (_, place) in places {
        blocks.extend(activities(edition, place.child, &context));
    }
    blocks
}

/// Whether something is expected of an indicator at the checkpoint itself, which is not the year's
/// last.
fn interim(edition: &Edition<'_>, places: &Places<'_>) -> bool {
    let scores = edition.scores;
    scores.checkpoint != scores.year_end
        && places.iter().any(|(_, place)| {
            let values = values(edition, place.child);
            scores.checkpoint.is_some_and(|day| {
                let at = expected(values, day);
                at.target.is_some() || at.revised.is_some()
            })
        })
}

fn values<'a>(edition: &Edition<'a>, indicator: Node) -> &'a [Value] {
    domain::report::stated::values_of(edition.plan, indicator)
}

fn indicator(edition: &Edition<'_>, place: &ScoredPlacement, interim: bool) -> Row {
    let node = place.child;
    let x = &edition.plan.indicators[node.at()];
    let scores = edition.scores;
    let mut name = vec![Inline::Strong(vec![Inline::Text(edition.title(node))])];
    let particulars = particulars(edition, node, x);
    if !particulars.is_empty() {
        name.push(Inline::Break);
        name.push(Inline::Text(particulars));
    }
    if let Some(note) = &x.note {
        name.push(Inline::Break);
        name.push(Inline::Emphasis(vec![Inline::Text(note.clone())]));
    }
    let mut cells = vec![
        Cell::text(edition.code(node)),
        Cell::inline(name),
        weight(edition, x, place),
    ];
    let of_variation = x.variation.as_ref().and_then(|r| r.node);
    if interim {
        let at = scores.checkpoint.map(|day| expected(&x.values, day));
        cells.push(expectation(edition, at.unwrap_or_default(), of_variation));
    }
    let year = scores.year_end.or(scores.checkpoint).map(|day| day.year());
    let of_year = year
        .or(edition.plan.year())
        .map(|year| expected_of_year(&x.values, year));
    cells.push(expectation(
        edition,
        of_year.unwrap_or_default(),
        of_variation,
    ));
    cells.push(measured(edition, node, x));
    cells.push(edition.progress(node));
    cells.push(edition.standing(node));
    cells.push(edition.score(node));
    row(cells)
}

/// The weight in force, and the other one that a variation knows.
fn weight(edition: &Edition<'_>, x: &Indicator, place: &ScoredPlacement) -> Cell {
    let mut cell = edition.weight(place);
    let at_home = x.parent.as_ref().and_then(|r| r.node) == Some(place.parent);
    let approved = is_approved(
        edition.plan,
        x.variation.as_ref().and_then(|r| r.node),
        edition.scores.at,
    );
    if let Some(revised) = x.revised_weight.as_ref().filter(|_| at_home) {
        let said = match (approved, &x.weight) {
            (true, Some(before)) => edition.say_with(
                "results-weight-before",
                &[("weight", &points(&before.text))],
            ),
            (true, None) => return cell,
            (false, _) => edition.say_with(
                "results-weight-proposed",
                &[("weight", &points(&revised.text))],
            ),
        };
        if !cell.text.is_empty() {
            cell.text.push(Inline::Break);
        }
        cell.text.push(Inline::Emphasis(vec![Inline::Text(said)]));
    }
    cell
}

/// What is expected, as typed; the target of a variation beside it, and whether it is approved.
pub fn expectation(edition: &Edition<'_>, found: Expected<'_>, variation: Option<Node>) -> Cell {
    let mut cell = edition.value(found.target);
    let noted = |value: &Value| value.note.clone().filter(|note| !note.trim().is_empty());
    if let Some(note) = found.target.and_then(noted) {
        cell.text.push(Inline::Break);
        cell.text.push(Inline::Emphasis(vec![Inline::Text(note)]));
    }
    if let Some(revised) = found.revised {
        let by = revised
            .variation
            .as_ref()
            .and_then(|r| r.node)
            .or(variation);
        let key = match is_approved(edition.plan, by, edition.scores.at) {
            true => "results-revised-approved",
            false => "results-revised-proposed",
        };
        let text = documents::block::plain(&edition.value(Some(revised)).text);
        if !cell.text.is_empty() {
            cell.text.push(Inline::Break);
        }
        let said = edition.say_with(key, &[("target", &text)]);
        cell.text.push(Inline::Emphasis(vec![Inline::Text(said)]));
        cell.figure = None;
    }
    cell
}

/// What was measured at the checkpoint, else what the score counts; with remark, judgement,
/// evaluator's value and evidence.
fn measured(edition: &Edition<'_>, node: Node, x: &Indicator) -> Cell {
    let day = edition.scores.checkpoint;
    let at_checkpoint = day.and_then(|day| actual(&x.values, day));
    let counted = || {
        let score = edition.scores.of(node)?;
        let Derivation::Leaf(leaf) = &score.derivation else {
            return None;
        };
        x.values.get(leaf.actual?)
    };
    let value = at_checkpoint.or_else(counted);
    let mut cell = edition.value(value);
    let mut line = |text: String| {
        if !cell.text.is_empty() {
            cell.text.push(Inline::Break);
        }
        cell.text.push(Inline::Emphasis(vec![Inline::Text(text)]));
    };
    if let Some(value) = value {
        if at_checkpoint.is_none() {
            line(edition.say_with(
                "results-of-period",
                &[("period", &edition.period(&value.period))],
            ));
        }
        if let Some(note) = &value.note {
            line(note.clone());
        }
        if !value.evidence.is_empty() {
            let evidence = value.evidence.join("; ");
            line(edition.say_with("results-evidence", &[("evidence", &evidence)]));
        }
    }
    for judgement in of_role(&x.values, Role::Judgement) {
        if judgement.period == day.map_or_else(Default::default, domain::plan::Period::Day) {
            line(edition.say_with("results-judgement", &[("text", judgement.text.trim())]));
        }
    }
    if let Some(given) = edition.scores.of(node).and_then(overridden) {
        let given = &x.values[given];
        line(edition.say_with(
            "results-override",
            &[
                ("value", given.text.trim()),
                ("reason", given.note.as_deref().unwrap_or_default()),
            ],
        ));
    }
    if let Some(reason) = &x.neutralised {
        line(edition.say_with("results-neutralised", &[("reason", reason)]));
    }
    cell
}

fn overridden(score: &NodeScore) -> Option<usize> {
    match &score.derivation {
        Derivation::Leaf(leaf) => leaf.overridden.as_ref().map(|o| o.value),
        Derivation::Mean(mean) => mean.overridden.as_ref().map(|o| o.value),
    }
}

/// Types, unit, algorithm, source and what else says what is measured, in one line.
pub fn particulars(edition: &Edition<'_>, node: Node, x: &Indicator) -> String {
    let mut said: Vec<String> = Vec::new();
    let mut add = |key: &str, text: &str| {
        if !text.trim().is_empty() {
            said.push(edition.say_with(&format!("particulars-{key}"), &[("text", text.trim())]));
        }
    };
    add("types", &types(edition, x));
    add("unit", x.unit.as_deref().unwrap_or_default());
    add("algorithm", x.algorithm.as_deref().unwrap_or_default());
    add("formula", x.formula.as_deref().unwrap_or_default());
    add("source", x.source.as_deref().unwrap_or_default());
    add("owner", x.owner.as_deref().unwrap_or_default());
    add("frequency", x.frequency.as_deref().unwrap_or_default());
    add("measured", x.measured_period.as_deref().unwrap_or_default());
    add("scopes", &x.legal_scopes.join(", "));
    add(
        "evidence",
        x.expected_evidence.as_deref().unwrap_or_default(),
    );
    if let Some(value) = of_role(&x.values, Role::Baseline).last() {
        let period = edition.period(&value.period);
        let text = match period.is_empty() {
            true => value.text.trim().to_owned(),
            false => format!("{} ({period})", value.text.trim()),
        };
        add("baseline", &text);
    }
    // Whether the figure grows through the year decides how an interim one is read.
    if let Some(read) = edition.readings.indicators.get(node.at())
        && !matches!(read.nature.from, Origin::Default | Origin::Kind)
    {
        let nature = match read.nature.is {
            Nature::Cumulative => "cumulative",
            Nature::Level => "level",
        };
        add("nature", &edition.catalogue.word("nature", nature));
    }
    said.join(" · ")
}

/// Types as printed in the plan, else in our words.
fn types(edition: &Edition<'_>, x: &Indicator) -> String {
    if let Some(text) = &x.type_text {
        return text.clone();
    }
    let words: Vec<String> = x
        .types
        .iter()
        .map(|kind| {
            edition.say(match kind {
                IndicatorType::Outcome => "type-outcome",
                IndicatorType::ExternalEffectiveness => "type-external-effectiveness",
                IndicatorType::Output => "type-output",
                IndicatorType::InternalEffectiveness => "type-internal-effectiveness",
                IndicatorType::Effectiveness => "type-effectiveness",
                IndicatorType::Efficiency => "type-efficiency",
                IndicatorType::Quality => "type-quality",
            })
        })
        .collect();
    words.join(", ")
}

/// The activities of a project, or the parts of a composite indicator.
fn activities(
    edition: &Edition<'_>,
    indicator: Node,
    context: &[(String, String)],
) -> Option<Block> {
    let places: Vec<&ScoredPlacement> = edition
        .outline
        .under(indicator)
        .iter()
        .filter(|place| place.child.kind == NodeKind::Activity)
        .copied()
        .collect();
    if places.is_empty() {
        return None;
    }
    let of = |place: &ScoredPlacement| -> &Activity { &edition.plan.activities[place.child.at()] };
    let dated = places
        .iter()
        .any(|place| of(place).start.is_some() || of(place).end.is_some());
    let mut columns = vec![
        edition.column("results-number", 4),
        edition.column("activity", 28),
        edition.column("activity-owner", 18),
    ];
    if dated {
        columns.push(edition.centred("activity-time", 12));
    }
    columns.extend([
        edition.figures("results-weight", 7),
        edition.column("results-expected", 12),
        edition.column("results-actual", 12),
        edition.column("results-outlook", 10),
    ]);
    let rows = places.iter().map(|place| {
        let x = of(place);
        let mut cells = vec![
            Cell::text(edition.code(place.child)),
            Cell::text(edition.title(place.child)),
            Cell::text(x.owner.clone().unwrap_or_default()),
        ];
        if dated {
            let day = |day: &Option<domain::plan::Day>| match day {
                None => String::new(),
                Some(day) => day.date.map_or_else(
                    || day.text.clone(),
                    |date| printed::day(date, edition.catalogue.language),
                ),
            };
            let days: Vec<String> = [day(&x.start), day(&x.end)]
                .into_iter()
                .filter(|text| !text.is_empty())
                .collect();
            cells.push(Cell::text(days.join(" – ")));
        }
        cells.push(edition.weight(place));
        let year = edition.scores.checkpoint.map(|day| day.year());
        let found = year.map(|year| expected_of_year(&x.values, year));
        cells.push(expectation(edition, found.unwrap_or_default(), None));
        let value = edition
            .scores
            .checkpoint
            .and_then(|day| actual(&x.values, day));
        cells.push(edition.value(value));
        cells.push(edition.standing(place.child));
        row(cells)
    });
    let of = edition.label(indicator);
    let mut context = context.to_vec();
    context.push((edition.say("results-indicator"), of.clone()));
    Some(Block::Table(Table {
        data: edition.say("data-activities"),
        context,
        caption: Some(edition.say_with("activity-caption", &[("of", &of)])),
        columns,
        row_heads: 2,
        rows: rows.collect(),
        ..Table::default()
    }))
}
