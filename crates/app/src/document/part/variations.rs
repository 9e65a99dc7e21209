//! What changed during the year: the register of variations, and the objectives they added.

use documents::block::{Block, Cell, Column, Inline, Table};
use domain::plan::{Day, Node, NodeKind, Period, Value, Variation};
use domain::report::changes::{Change, What, changes, is_new};
use domain::report::stated::{Expected, actual, expected, expected_of_year, values_of};
use jiff::civil::Date;

use super::head::points;
use super::monitoring::sheet;
use crate::document::Edition;
use crate::document::edition::row;

/// Every variation: its cause, its way to approval, and what it changes.
pub fn build(edition: &Edition<'_>) -> Vec<Block> {
    let all = changes(edition.plan);
    let mut blocks = Vec::new();
    for (i, variation) in edition.plan.variations.iter().enumerate() {
        let node = Node::new(NodeKind::Variation, i);
        blocks.push(edition.heading_of(2, node, edition.label(node)));
        blocks.push(Block::Facts(way(edition, variation)));
        let own: Vec<Change<'_>> = all
            .iter()
            .filter(|change| change.variation == Some(node))
            .copied()
            .collect();
        let caption = edition.say_with("variation-caption", &[("of", &edition.label(node))]);
        let context = vec![(edition.say("head-variation"), edition.label(node))];
        match table(edition, &own, caption, context, false) {
            Some(table) => blocks.push(table),
            None => blocks.push(Block::text(edition.say("variation-nothing"))),
        }
    }
    let loose: Vec<Change<'_>> = all
        .iter()
        .filter(|change| change.variation.is_none())
        .copied()
        .collect();
    let caption = edition.say("variation-none-caption");
    if let Some(table) = table(edition, &loose, caption.clone(), Vec::new(), false) {
        blocks.push(edition.heading(2, edition.say("variation-none")));
        blocks.push(table);
    }
    blocks
}

/// Cause, who proposed it, opinion, approval and act.
fn way(edition: &Edition<'_>, variation: &Variation) -> Vec<documents::block::Fact> {
    let day = |day: &Option<Day>| match day {
        None => String::new(),
        Some(day) => day
            .date
            .map_or_else(|| day.text.clone(), |d| edition.day(d)),
    };
    let named = |r: &Option<domain::plan::Reference>| {
        r.as_ref().map(|r| edition.named(r)).unwrap_or_default()
    };
    let state = match &variation.approved {
        Some(approved) => match approved.date.zip(edition.scores.at) {
            Some((approved, at)) if approved > at => edition.say_with(
                "variation-approved-later",
                &[("day", &edition.day(approved))],
            ),
            _ => edition.say_with("variation-approved", &[("day", &day(&variation.approved))]),
        },
        None => edition.say("variation-proposed-only"),
    };
    let facts = [
        edition.fact("variation-state", &state),
        edition.fact(
            "variation-reason",
            variation.reason.as_deref().unwrap_or_default(),
        ),
        edition.fact("variation-proposed-by", &named(&variation.proposed_by)),
        edition.fact("variation-proposed", &day(&variation.proposed)),
        edition.fact("variation-opinion", &day(&variation.opinion)),
        edition.fact("variation-act", &act(edition, variation)),
    ];
    facts.into_iter().flatten().collect()
}

/// The act as documents cite it: kind, organ, number and day.
fn act(edition: &Edition<'_>, variation: &Variation) -> String {
    let Some(reference) = &variation.act else {
        return String::new();
    };
    match reference.node.filter(|n| n.kind == NodeKind::Act) {
        Some(node) => cited(edition, node),
        None => reference.text.clone(),
    }
}

/// An act as documents cite it.
pub fn cited(edition: &Edition<'_>, node: Node) -> String {
    let Some(act) = edition.plan.acts.get(node.at()) else {
        return String::new();
    };
    let number = act
        .number
        .as_ref()
        .map(|number| edition.say_with("act-number", &[("number", number)]));
    let day = act.date.as_ref().map(|day| {
        let day = day
            .date
            .map_or_else(|| day.text.clone(), |d| edition.day(d));
        edition.say_with("act-day", &[("day", &day)])
    });
    let organ = act
        .organ
        .as_ref()
        .map(|organ| edition.say_with("act-organ", &[("organ", organ)]));
    let head: Vec<String> = [act.kind.clone(), organ, number, day]
        .into_iter()
        .flatten()
        .collect();
    let said: Vec<String> = [Some(head.join(" ")), act.subject.clone()]
        .into_iter()
        .flatten()
        .filter(|text| !text.trim().is_empty())
        .collect();
    said.join(" – ")
}

/// What changes, one row for each thing and variation: its state, its targets and its weights, as
/// they were and as they become.
pub fn table(
    edition: &Edition<'_>,
    changes: &[Change<'_>],
    caption: String,
    context: Vec<(String, String)>,
    with_variation: bool,
) -> Option<Block> {
    let mut groups: Vec<Vec<&Change<'_>>> = Vec::new();
    for change in changes {
        let same = groups
            .iter_mut()
            .find(|group| group[0].node == change.node && group[0].variation == change.variation);
        match same {
            Some(group) => group.push(change),
            None => groups.push(vec![change]),
        }
    }
    let first = groups.first()?[0];
    let several = groups.iter().any(|g| g[0].variation != first.variation);
    let with = |wanted: fn(&What<'_>) -> bool| changes.iter().any(|c| wanted(&c.what));
    let new_target = |group: &[&Change<'_>]| {
        let new = group.iter().any(|c| matches!(c.what, What::New(_)));
        let same = group.iter().any(|c| matches!(c.what, What::Target { .. }));
        (new && !same).then(|| of_year(edition, group[0].node).target)?
    };
    let targets = with(|what| matches!(what, What::Target { .. }))
        || groups.iter().any(|group| new_target(group).is_some());
    let weights = with(|what| matches!(what, What::Weight { .. }));
    let states = with(|what| !matches!(what, What::Target { .. } | What::Weight { .. }));
    let days = edition.scores.checkpoint.filter(|_| with_variation);
    let interim = days.filter(|day| {
        let expected = groups
            .iter()
            .any(|g| at(edition, g[0].node, *day).is_some());
        Some(*day) != edition.scores.year_end && expected
    });
    let measured = days.filter(|day| {
        let mut values = groups.iter().map(|g| values_of(edition.plan, g[0].node));
        values.any(|values| actual(values, *day).is_some())
    });
    let stated = interim.is_some() || measured.is_some();
    let (what, target) = if stated { (26, 13) } else { (32, 16) };
    let mut columns = vec![edition.column("change-of", what)];
    if states {
        columns.push(edition.column("change-what", 10));
    }
    for (day, key) in [
        (interim, "results-expected-at"),
        (measured, "results-actual-at"),
    ] {
        if let Some(day) = day {
            let head = edition.say_with(key, &[("day", &edition.day(day))]);
            columns.push(Column::text(head, 12));
        }
    }
    if targets {
        columns.push(edition.column("change-target-before", target));
        columns.push(edition.column("change-target-after", target));
    }
    if weights {
        columns.push(edition.figures("change-weight-before", 7));
        columns.push(edition.figures("change-weight-after", 7));
    }
    if with_variation && several {
        columns.push(edition.column("head-variation", 16));
    }
    let rows = groups.iter().map(|group| {
        let mut cells = vec![of(edition, group[0].node, !with_variation)];
        if states {
            cells.push(Cell::inline(states_of(edition, group)));
        }
        if let Some(day) = interim {
            cells.push(edition.value(at(edition, group[0].node, day)));
        }
        if let Some(day) = measured {
            let values = values_of(edition.plan, group[0].node);
            cells.push(edition.value(actual(values, day)));
        }
        if targets {
            match new_target(group) {
                Some(target) => cells.extend([Cell::text(""), edition.value(Some(target))]),
                None => cells.extend(targets_of(edition, group)),
            }
        }
        if weights {
            cells.extend(weights_of(edition, group));
        }
        if with_variation && several {
            cells.push(match group[0].variation {
                Some(node) => Cell::inline(vec![edition.link(node)]),
                None => Cell::text(""),
            });
        }
        row(cells)
    });
    let note = first
        .variation
        .filter(|_| with_variation && !several)
        .map(|node| edition.say_with("change-by", &[("of", &edition.label(node))]));
    Some(Block::Table(Table {
        data: match with_variation {
            true => edition.say("data-proposals"),
            false => edition.say("data-variations"),
        },
        context,
        caption: Some(caption),
        columns,
        row_heads: 1,
        rows: rows.collect(),
        note,
        ..Table::default()
    }))
}

/// What is expected of a thing at a day, before any variation.
fn at<'a>(edition: &Edition<'a>, node: Node, day: Date) -> Option<&'a Value> {
    expected(values_of(edition.plan, node), day).target
}

/// What is expected of a thing in the year of the document.
fn of_year<'a>(edition: &Edition<'a>, node: Node) -> Expected<'a> {
    let year = edition.scores.year_end.or(edition.scores.checkpoint);
    let year = year.map(|day| day.year()).or(edition.plan.year());
    year.map(|year| expected_of_year(values_of(edition.plan, node), year))
        .unwrap_or_default()
}

/// The thing that changes; an indicator with the objective it belongs to.
fn of(edition: &Edition<'_>, node: Node, with_parent: bool) -> Cell {
    let kind = edition.catalogue.word("kind", node.kind.token());
    let mut text = Vec::new();
    if node.kind == NodeKind::Indicator {
        let parent = edition.plan.indicators[node.at()]
            .parent
            .as_ref()
            .and_then(|r| r.node);
        if let Some(parent) = parent.filter(|_| with_parent) {
            text.push(edition.link(parent));
            text.push(Inline::Break);
        }
        text.push(Inline::Text(format!("{kind} {}", edition.label(node))));
    } else {
        text.push(Inline::Text(format!("{kind} ")));
        text.push(edition.link(node));
    }
    Cell::inline(text)
}

/// New, replaced, taken out, neutralised.
fn states_of(edition: &Edition<'_>, group: &[&Change<'_>]) -> Vec<Inline> {
    let mut text = Vec::new();
    let states = group
        .iter()
        .filter(|c| !matches!(c.what, What::Target { .. } | What::Weight { .. }));
    for change in states {
        if !text.is_empty() {
            text.push(Inline::Text(" ".to_owned()));
        }
        match change.what {
            What::New(None) => text.push(Inline::Text(edition.say("change-new"))),
            What::New(Some(replaced)) => {
                text.push(Inline::Text(edition.say("change-in-place-of")));
                text.push(edition.link(replaced));
            }
            What::Replaced => text.push(Inline::Text(edition.say("change-replaced"))),
            What::Removed => text.push(Inline::Text(edition.say("change-removed"))),
            What::Neutralised(reason) => text.push(Inline::Text(
                edition.say_with("change-neutralised", &[("reason", reason)]),
            )),
            What::Target { .. } | What::Weight { .. } => {}
        }
    }
    text
}

/// The targets before and after, one a line, with their period where it is not the year's last day.
fn targets_of(edition: &Edition<'_>, group: &[&Change<'_>]) -> [Cell; 2] {
    let (mut before, mut after) = (Vec::new(), Vec::new());
    let year_end = edition.scores.year_end.map(Period::Day);
    let line = |text: &mut Vec<Inline>, period: &Period, value: Option<&Value>| {
        let cell = edition.value(value);
        if cell.text.is_empty() {
            return;
        }
        if !text.is_empty() {
            text.push(Inline::Break);
        }
        if Some(period) != year_end.as_ref() {
            text.push(Inline::Text(format!("{}: ", edition.period(period))));
        }
        text.extend(cell.text);
        if let Some(note) = value.and_then(|v| v.note.as_ref()) {
            text.push(Inline::Break);
            text.push(Inline::Emphasis(vec![Inline::Text(note.clone())]));
        }
    };
    for change in group {
        if let What::Target {
            period,
            before: was,
            after: becomes,
        } = change.what
        {
            line(&mut before, period, was);
            line(&mut after, period, Some(becomes));
        }
    }
    [Cell::inline(before), Cell::inline(after)]
}

/// The weights before and after, one a line.
fn weights_of(edition: &Edition<'_>, group: &[&Change<'_>]) -> [Cell; 2] {
    let several = group
        .iter()
        .filter(|change| matches!(change.what, What::Weight { .. }))
        .count()
        > 1;
    let (mut before, mut after) = (Vec::new(), Vec::new());
    for change in group {
        if let What::Weight {
            parent,
            before: was,
            after: becomes,
        } = change.what
        {
            let place = parent
                .filter(|_| several)
                .map(|node| format!(" ({})", edition.code(node)))
                .unwrap_or_default();
            if let Some(was) = was {
                before.push(format!("{}{place}", points(&was.text)));
            }
            after.push(format!("{}{place}", points(&becomes.text)));
        }
    }
    [Cell::text(before.join("; ")), Cell::text(after.join("; "))]
}

/// The objectives that variations added, one variation after the other, as the monitored ones are
/// told.
pub fn new_objectives(edition: &Edition<'_>) -> Vec<Block> {
    let plan = edition.plan;
    let new: Vec<Node> = (0..plan.objectives.len())
        .map(|i| Node::new(NodeKind::Objective, i))
        .filter(|node| is_new(plan, *node) && !plan.objectives[node.at()].national)
        .collect();
    let variation_of = |node: Node| {
        plan.objectives[node.at()]
            .variation
            .as_ref()
            .and_then(|r| r.node)
    };
    let mut groups: Vec<Option<Node>> = (0..plan.variations.len())
        .map(|i| Some(Node::new(NodeKind::Variation, i)))
        .collect();
    groups.push(None);
    let mut blocks = Vec::new();
    for group in groups {
        let of_group: Vec<Node> = new
            .iter()
            .copied()
            .filter(|node| variation_of(*node).filter(|v| v.kind == NodeKind::Variation) == group)
            .collect();
        if of_group.is_empty() {
            continue;
        }
        blocks.push(edition.heading(
            2,
            match group {
                Some(variation) => edition.title(variation),
                None => edition.say("new-without-variation"),
            },
        ));
        if let Some(variation) = group {
            blocks.push(Block::Paragraph(vec![
                Inline::Text(edition.say("new-by")),
                edition.link(variation),
            ]));
        }
        for node in of_group {
            blocks.extend(sheet(edition, node, 3));
        }
    }
    blocks
}
