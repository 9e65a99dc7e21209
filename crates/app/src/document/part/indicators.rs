//! Indicators as rows of tables: what they are, what they weigh, what is expected of them.

use documents::block::{Align, Block, Cell, Column, FigureOf, Inline, Row, RowKind, Table};
use domain::number::Number;
use domain::plan::{Indicator, IndicatorType, Node, NodeKind, Role, Value};
use domain::report::changes::is_approved;
use domain::report::slots::{Slot, in_slot, slots};
use domain::report::weights::weights_of;

use crate::document::edition::{anchor, row};
use crate::document::part::head::{of_objective, persons, points};
use crate::document::{Edition, Kind};

/// The indicators of an objective with everything that the plan says of them; none where it has
/// no indicators.
pub fn of_parent(edition: &Edition<'_>, parent: Node) -> Option<Block> {
    let found = edition.outline.indicators(parent);
    if found.is_empty() {
        return None;
    }
    let nodes: Vec<Node> = found.iter().map(|(_, place)| place.child).collect();
    let slots = slots(edition.plan, nodes.iter().copied());
    let mut columns = vec![
        edition.column("indicator-number", 5),
        edition.column("indicator", 40),
    ];
    columns.extend(slots.iter().map(|slot| slot_column(edition, slot, &nodes)));
    columns.push(Column {
        align: Align::End,
        ..edition.column("indicator-weight", 8)
    });
    let width = columns.len();
    let mut rows = Vec::new();
    let mut under = None;
    let mut sum = Some(Number::ZERO);
    let mut weighted = false;
    for (action, place) in &found {
        if *action != under {
            under = *action;
            rows.push(subhead(edition, *action, width));
        }
        let node = place.child;
        let mut cells = vec![
            Cell::text(edition.code(node)),
            name(edition, node, Detail::Full),
        ];
        cells.extend(slots.iter().map(|slot| in_cell(edition, node, slot)));
        let weight = weight(edition, node, &[Some(parent), *action]);
        weighted |= !weight.text.is_empty();
        sum = match (sum, &weight.figure) {
            (Some(sum), Some(FigureOf::Percent(share))) => Some(sum + share.clone()),
            _ => None,
        };
        cells.push(weight);
        rows.push(row(cells));
    }
    let has_actions = found.iter().any(|(action, _)| action.is_some());
    if let Some(sum) = sum.filter(|_| weighted && !has_actions && found.len() > 1) {
        rows.push(Row {
            cells: vec![
                Cell::text(edition.say("indicator-weights")).over(width - 1),
                Cell::figure(
                    format!("{}%", edition.number(&(&sum * &Number::HUNDRED))),
                    FigureOf::Percent(sum),
                ),
            ],
            kind: RowKind::Total,
        });
    }
    Some(filled(Table {
        data: edition.say("data-indicators"),
        context: of_objective(edition, parent),
        caption: Some(edition.say_with("indicators-of", &[("of", &short(edition, parent))])),
        columns,
        row_heads: 2,
        rows,
        note: national_note(edition, &nodes),
        ..Table::default()
    }))
}

/// The code of a thing, or its title.
pub fn short(edition: &Edition<'_>, node: Node) -> String {
    match edition.code(node) {
        "" => edition.title(node),
        code => code.to_owned(),
    }
}

/// A heading inside a table: an action, or what stands under none.
pub fn subhead(edition: &Edition<'_>, node: Option<Node>, width: usize) -> Row {
    let text = match node {
        None => vec![Inline::Text(edition.say("indicator-without-action"))],
        Some(node) if node.kind == NodeKind::Objective => vec![edition.link(node)],
        Some(node) => {
            let mut text = edition.label(node);
            let weights: Vec<String> = weights_of(edition.plan, node)
                .into_iter()
                .filter_map(|place| place.revised.or(place.weight))
                .map(|q| points(&q.text))
                .collect();
            if node.kind == NodeKind::Action && !weights.is_empty() {
                text.push_str(" – ");
                text.push_str(
                    &edition.say_with("action-weight", &[("weight", &weights.join(" + "))]),
                );
            }
            vec![Inline::Text(text)]
        }
    };
    Row {
        cells: vec![Cell::inline(text).over(width)],
        kind: RowKind::Subhead,
    }
}

/// How much is said of an indicator beside its name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// Everything.
    Full,
    /// Nothing.
    Name,
}

/// The name of an indicator; national ones have a star; its particulars stand below.
pub fn name(edition: &Edition<'_>, node: Node, detail: Detail) -> Cell {
    let mut title = edition.title(node);
    let Some(x) = edition.plan.indicators.get(node.at()) else {
        return Cell::text(title);
    };
    if x.national {
        title.push_str(" *");
    }
    if detail == Detail::Name {
        return Cell::text(title);
    }
    let mut text = vec![Inline::Strong(vec![Inline::Text(title)])];
    for line in particulars(edition, x) {
        text.push(Inline::Break);
        text.push(Inline::Text(line));
    }
    Cell::inline(text)
}

/// The line under a table where stars stand in it.
pub fn national_note(edition: &Edition<'_>, nodes: &[Node]) -> Option<String> {
    nodes
        .iter()
        .filter_map(|node| edition.plan.indicators.get(node.at()))
        .any(|x| x.national)
        .then(|| edition.say("national-star"))
}

/// What an indicator is, in lines.
fn particulars(edition: &Edition<'_>, x: &Indicator) -> Vec<String> {
    let say = |key: &str, value: &str| {
        (!value.trim().is_empty()).then(|| edition.say_with(key, &[("value", value.trim())]))
    };
    let typed = |text: &Option<String>| text.clone().unwrap_or_default();
    let short = [
        say("indicator-types", &types(edition, x)),
        say("indicator-unit", &typed(&x.unit)),
        say("indicator-frequency", &typed(&x.frequency)),
        say("indicator-measured", &typed(&x.measured_period)),
        say("indicator-scopes", &x.legal_scopes.join(", ")),
        x.project.then(|| edition.say("indicator-project")),
        x.operational.then(|| edition.say("indicator-operational")),
    ];
    let efforts: Vec<String> = x.efforts.iter().map(|e| persons(edition, e)).collect();
    let named = |r: &Option<domain::plan::Reference>| {
        r.as_ref().map(|r| edition.named(r)).unwrap_or_default()
    };
    let neutralised: Vec<String> = x
        .neutralised
        .clone()
        .into_iter()
        .chain(x.neutralised_by.as_ref().map(|r| edition.named(r)))
        .collect();
    let lines = [
        say("indicator-algorithm", &typed(&x.algorithm)),
        say("indicator-formula", &typed(&x.formula)),
        say("indicator-source", &typed(&x.source)),
        say("indicator-owner", &typed(&x.owner)),
        say("indicator-effort", &efforts.join("; ")),
        say("indicator-health", &named(&x.health_index)),
        say("indicator-also", &x.other_names.join("; ")),
        status(edition, x),
        say("indicator-neutralised", &neutralised.join(" – ")),
        say("indicator-note", &typed(&x.note)),
    ];
    let first: Vec<String> = short.into_iter().flatten().collect();
    (!first.is_empty())
        .then(|| first.join(" – "))
        .into_iter()
        .chain(lines.into_iter().flatten())
        .collect()
}

/// Its types as printed, else by their names.
pub fn types(edition: &Edition<'_>, x: &Indicator) -> String {
    if let Some(text) = &x.type_text {
        return text.clone();
    }
    let words: Vec<String> = x
        .types
        .iter()
        .map(|kind| {
            edition.say(match kind {
                IndicatorType::Outcome => "indicator-type-outcome",
                IndicatorType::ExternalEffectiveness => "indicator-type-external",
                IndicatorType::Output => "indicator-type-output",
                IndicatorType::InternalEffectiveness => "indicator-type-internal",
                IndicatorType::Effectiveness => "indicator-type-effectiveness",
                IndicatorType::Efficiency => "indicator-type-efficiency",
                IndicatorType::Quality => "indicator-type-quality",
            })
        })
        .collect();
    words.join(", ")
}

/// What a variation made of it.
fn status(edition: &Edition<'_>, x: &Indicator) -> Option<String> {
    use domain::plan::Status;
    let word = edition.say(match x.status {
        Status::Original => return None,
        Status::New => "status-new",
        Status::Replaced => "status-replaced",
        Status::Removed => "status-removed",
    });
    let replaces = x.replaces.as_ref().map(|r| {
        let name = edition.named(r);
        edition.say_with("status-instead", &[("of", &name)])
    });
    let variation = x.variation.as_ref().map(|r| edition.named(r));
    let said: Vec<String> = [Some(word), replaces, variation]
        .into_iter()
        .flatten()
        .collect();
    Some(said.join(" – "))
}

/// The column of some values: as wide as they need.
pub fn slot_column(edition: &Edition<'_>, slot: &Slot, nodes: &[Node]) -> Column {
    let longest = nodes
        .iter()
        .flat_map(|node| in_slot(edition.plan, *node, slot))
        .map(|value| value.text.chars().count())
        .max()
        .unwrap_or(0);
    // Targets of a whole sentence get more room, but never as much as they are long.
    let width = longest.clamp(8, 13) + longest.saturating_sub(13).min(96) / 16;
    let width = u16::try_from(width).unwrap_or(13);
    Column::centred(edition.role(slot.role, &slot.period), width)
}

/// The values of an indicator in a column, as typed; revised targets and remarks below.
pub fn in_cell(edition: &Edition<'_>, node: Node, slot: &Slot) -> Cell {
    let values = in_slot(edition.plan, node, slot);
    let mut cell = Cell::text("");
    let mut single = None;
    for value in &values {
        let printed = edition.value(Some(value));
        let mut line = printed.text;
        if value.role == Role::RevisedTarget {
            line.insert(0, Inline::Text(revised(edition, node, value)));
        } else if values.len() == 1 {
            single = super::printed_table::figure(&value.text);
        }
        if let Some(note) = &value.note {
            if !line.is_empty() {
                line.push(Inline::Break);
            }
            line.push(Inline::Emphasis(vec![Inline::Text(note.clone())]));
        }
        if !cell.text.is_empty() && !line.is_empty() {
            cell.text.push(Inline::Break);
        }
        cell.text.extend(line);
    }
    cell.figure = single.filter(|_| matches!(cell.text.as_slice(), [Inline::Text(_)]));
    cell
}

/// What stands before a revised target: whether it is in force.
fn revised(edition: &Edition<'_>, node: Node, value: &Value) -> String {
    let own = edition.plan.indicators.get(node.at());
    let by = value
        .variation
        .as_ref()
        .or_else(|| own.and_then(|x| x.variation.as_ref()))
        .and_then(|r| r.node);
    // A plan is read as it stands, not as of a day.
    let at = edition.scores.at.filter(|_| edition.kind != Kind::Plan);
    let key = match is_approved(edition.plan, by, at) {
        true => "target-revised",
        false => "target-proposed",
    };
    format!("{} ", edition.say(key))
}

/// Before a variation, or with it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// As first approved.
    First,
    /// With the variation.
    Revised,
}

/// The weight of a thing under some parents, as typed; several are printed as a sum.
pub fn weight_of(
    edition: &Edition<'_>,
    node: Node,
    parents: &[Option<Node>],
    which: Which,
) -> Cell {
    let weights: Vec<_> = weights_of(edition.plan, node)
        .into_iter()
        .filter(|place| place.parent.is_some() && parents.contains(&place.parent))
        .filter_map(|place| match which {
            Which::First => place.weight,
            Which::Revised => place.revised,
        })
        .collect();
    if weights.is_empty() {
        return Cell::text("");
    }
    let texts: Vec<String> = weights.iter().map(|q| points(&q.text)).collect();
    let figure = weights
        .iter()
        .try_fold(Number::ZERO, |sum, q| Some(sum + q.number.clone()?))
        .and_then(|sum| sum.checked_div(&Number::HUNDRED))
        .map(FigureOf::Percent);
    Cell {
        figure,
        ..Cell::text(texts.join(" + "))
    }
}

/// The weight of a thing under some parents, as typed; what a variation makes of it below.
pub fn weight(edition: &Edition<'_>, node: Node, parents: &[Option<Node>]) -> Cell {
    let mut cell = weight_of(edition, node, parents, Which::First);
    let revised = weight_of(edition, node, parents, Which::Revised);
    if !revised.text.is_empty() {
        if !cell.text.is_empty() {
            cell.text.push(Inline::Break);
        }
        let revised = documents::block::plain(&revised.text);
        cell.text.push(Inline::Text(
            edition.say_with("weight-revised", &[("weight", &revised)]),
        ));
    }
    cell
}

/// What will prove the actuals, indicator by indicator.
pub fn evidence(edition: &Edition<'_>, parent: Node) -> Option<Block> {
    let rows: Vec<Row> = edition
        .outline
        .indicators(parent)
        .into_iter()
        .filter_map(|(_, place)| {
            let x = edition.plan.indicators.get(place.child.at())?;
            let expected = x.expected_evidence.clone()?;
            Some(row([
                Cell::text(edition.code(place.child)),
                name(edition, place.child, Detail::Name),
                Cell::text(expected),
            ]))
        })
        .collect();
    if rows.is_empty() {
        return None;
    }
    Some(Block::Table(Table {
        data: edition.say("data-evidence-expected"),
        context: of_objective(edition, parent),
        caption: Some(edition.say_with("evidence-expected-of", &[("of", &short(edition, parent))])),
        columns: vec![
            edition.column("indicator-number", 5),
            edition.column("indicator", 40),
            edition.column("evidence-expected", 50),
        ],
        row_heads: 2,
        rows,
        ..Table::default()
    }))
}

/// The activities of a project, or the parts of a composite indicator.
pub fn activities(edition: &Edition<'_>, indicator: Node, context: Node) -> Option<Block> {
    let plan = edition.plan;
    let nodes: Vec<Node> = (0..plan.activities.len())
        .map(|i| Node::new(NodeKind::Activity, i))
        .filter(|n| plan.activities[n.at()].parent.as_ref().and_then(|r| r.node) == Some(indicator))
        .collect();
    if nodes.is_empty() {
        return None;
    }
    let slots = slots(plan, nodes.iter().copied());
    let all = || nodes.iter().map(|n| &plan.activities[n.at()]);
    let code = all().any(|x| x.code.is_some());
    let owner = all().any(|x| x.owner.is_some());
    let time = all().any(|x| x.start.is_some() || x.end.is_some());
    let unit = all().any(|x| x.unit.is_some());
    let weighted = all().any(|x| x.weight.is_some());
    let mut columns = Vec::new();
    for (there, column) in [
        (code, edition.column("planned-activity-code", 7)),
        (true, edition.column("planned-activity", 40)),
        (owner, edition.column("planned-activity-owner", 20)),
        (time, edition.column("planned-activity-time", 20)),
        (unit, edition.column("planned-activity-unit", 8)),
    ] {
        if there {
            columns.push(column);
        }
    }
    columns.extend(slots.iter().map(|slot| slot_column(edition, slot, &nodes)));
    if weighted {
        columns.push(edition.figures("indicator-weight", 8));
    }
    let day = |day: &Option<domain::plan::Day>| {
        day.as_ref().map_or_else(String::new, |day| {
            day.date
                .map_or_else(|| day.text.clone(), |d| edition.day(d))
        })
    };
    let rows = nodes.iter().map(|node| {
        let x = &plan.activities[node.at()];
        let typed = |text: &Option<String>| Cell::text(text.clone().unwrap_or_default());
        let mut title = vec![Inline::Text(x.title.clone().unwrap_or_default())];
        if let Some(note) = &x.note {
            title.push(Inline::Break);
            title.push(Inline::Emphasis(vec![Inline::Text(note.clone())]));
        }
        let days: Vec<String> = [day(&x.start), day(&x.end)]
            .into_iter()
            .filter(|text| !text.is_empty())
            .collect();
        let mut cells = Vec::new();
        for (there, cell) in [
            (code, typed(&x.code)),
            (true, Cell::inline(title)),
            (owner, typed(&x.owner)),
            (time, Cell::text(days.join(" – "))),
            (unit, typed(&x.unit)),
        ] {
            if there {
                cells.push(cell);
            }
        }
        cells.extend(slots.iter().map(|slot| in_cell(edition, *node, slot)));
        if weighted {
            cells.push(edition.quantity(x.weight.as_ref()));
        }
        row(cells)
    });
    let mut context = of_objective(edition, context);
    context.push((edition.say("indicator"), edition.title(indicator)));
    Some(Block::Table(Table {
        data: edition.say("data-planned-activities"),
        context,
        caption: Some(edition.say_with(
            "planned-activities-of",
            &[("of", &edition.title(indicator))],
        )),
        columns,
        row_heads: if code { 2 } else { 1 },
        rows: rows.collect(),
        ..Table::default()
    }))
}

/// A link to the place where an indicator's objective is told of, by its code.
pub fn objective_of(edition: &Edition<'_>, indicator: Node) -> Cell {
    let parent = edition
        .outline
        .over(indicator)
        .iter()
        .map(|place| place.parent)
        .find(|parent| parent.kind == NodeKind::Objective);
    match parent {
        None => Cell::text(""),
        Some(parent) => Cell::inline(vec![Inline::Link {
            to: format!("#{}", anchor(parent)),
            text: vec![Inline::Text(short(edition, parent))],
        }]),
    }
}

/// A table without the columns, its row heads aside, in which no row of data says anything.
pub fn filled(mut table: Table) -> Block {
    for column in (table.row_heads..table.columns.len()).rev() {
        let said = |row: &Row| {
            let mut at = 0;
            row.cells.iter().any(|cell| {
                let here = (at..at + usize::from(cell.span)).contains(&column);
                at += usize::from(cell.span);
                here && !cell.text.is_empty()
            })
        };
        let data = |row: &&Row| row.kind == RowKind::Data;
        if table.columns.len() == 1 || table.rows.iter().filter(data).any(said) {
            continue;
        }
        table.columns.remove(column);
        for row in &mut table.rows {
            let mut at = 0;
            let covering = row.cells.iter().position(|cell| {
                at += usize::from(cell.span);
                at > column
            });
            match covering {
                Some(i) if row.cells[i].span > 1 => row.cells[i].span -= 1,
                Some(i) => {
                    row.cells.remove(i);
                }
                None => {}
            }
        }
    }
    Block::Table(table)
}
