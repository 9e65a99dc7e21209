//! What was expected of an indicator and what came of it, as the parts of the report print it.

use documents::block::{Cell, FigureOf, Inline};
use domain::number::Number;
use domain::plan::{Node, NodeKind, Period, Role, Value};
use domain::report::deviation::{Measure, deviation};
use domain::report::stated::{self, values_of};
use domain::score::{Derivation, Leaf, NodeScore, Override};

use crate::document::Edition;
use crate::printed;

/// The leaf of an indicator's or activity's derivation.
pub fn leaf<'a>(edition: &Edition<'a>, node: Node) -> Option<&'a Leaf> {
    match &edition.scores.of(node)?.derivation {
        Derivation::Leaf(leaf) => Some(leaf),
        Derivation::Mean(_) => None,
    }
}

/// The target in force at the checkpoint, with the one that it revises and the mean that it is
/// compared with.
pub fn target(edition: &Edition<'_>, node: Node) -> Cell {
    let values = values_of(edition.plan, node);
    let leaf = leaf(edition, node);
    let used = leaf
        .and_then(|leaf| leaf.target)
        .and_then(|(index, _)| values.get(index?));
    let day = edition.scores.checkpoint;
    let written = day
        .map(|day| stated::expected(values, day))
        .unwrap_or_default();
    let of_year = day
        .map(|day| stated::expected_of_year(values, day.year()))
        .unwrap_or_default();
    let Some(shown) = used
        .or(written.target)
        .or(of_year.target)
        .or(of_year.revised)
    else {
        return Cell::text("");
    };
    let mut lines = vec![shown.text.trim().to_owned()];
    if let Period::Day(of) = shown.period
        && Some(of) != day
    {
        lines.push(format!("({})", edition.day(of)));
    }
    if shown.role == Role::RevisedTarget
        && let Some(before) =
            stated::of_role(values, Role::Target).find(|v| v.period == shown.period)
    {
        lines.push(edition.say_with("report-target-was", &[("text", before.text.trim())]));
    }
    if shown.role == Role::Target
        && let Some(after) = stated::of_role(values, Role::RevisedTarget)
            .find(|v| v.period == shown.period && v.text.trim() != shown.text.trim())
    {
        lines.push(edition.say_with("report-target-proposed", &[("text", after.text.trim())]));
    }
    if let Some(series) = leaf
        .and_then(|leaf| leaf.series)
        .and_then(|i| values.get(i))
    {
        lines.push(edition.say_with("report-series", &[("text", series.text.trim())]));
    }
    Cell::inline(broken(lines))
}

/// The actual that counts at the checkpoint, as typed.
pub fn actual(edition: &Edition<'_>, node: Node) -> Cell {
    edition.value(actual_value(edition, node))
}

/// The same as a value.
pub fn actual_value<'a>(edition: &Edition<'a>, node: Node) -> Option<&'a Value> {
    let values = values_of(edition.plan, node);
    leaf(edition, node)
        .and_then(|leaf| values.get(leaf.actual?))
        .or_else(|| stated::actual(values, edition.scores.checkpoint?))
}

/// Actual against target where both are figures; a dash where they are not.
pub fn difference(edition: &Edition<'_>, score: &NodeScore) -> Cell {
    let Some(found) = deviation(edition.readings, score) else {
        return Cell::text("—");
    };
    let figure = signed(edition, &found.difference);
    match found.measure {
        Measure::Plain => {
            let text = match &found.relative {
                Some(relative) if !relative.is_zero() => {
                    let percent = printed::percent(relative, edition.catalogue.language);
                    format!("{figure} ({}{percent})", plus(relative))
                }
                _ => figure,
            };
            Cell::figure(text, FigureOf::Number(found.difference))
        }
        Measure::Points => Cell::figure(
            edition.say_with("report-points", &[("points", &figure)]),
            FigureOf::Number(found.difference),
        ),
        Measure::Days => Cell::figure(
            edition.say_with("report-days", &[("days", &figure)]),
            FigureOf::Number(found.difference),
        ),
    }
}

/// How far a score is from its full: percent points, which are never more than nothing.
pub fn from_full(edition: &Edition<'_>, score: Option<&Number>) -> Cell {
    let Some(score) = score else {
        return Cell::text("—");
    };
    let points = (score - &Number::ONE) * Number::HUNDRED;
    let text = format!(
        "{}{}",
        plus(&points),
        points.format(edition.catalogue.language.style(), 2)
    );
    Cell::figure(text, FigureOf::Number(points))
}

/// A number with its sign, two decimals at most.
pub fn signed(edition: &Edition<'_>, number: &Number) -> String {
    format!("{}{}", plus(number), edition.number(number))
}

fn plus(number: &Number) -> &'static str {
    if number.is_positive() { "+" } else { "" }
}

/// What must be known beside an indicator's figures: unit, remarks, the evaluator's value, why it is
/// left out.
pub fn remarks(edition: &Edition<'_>, node: Node) -> Vec<String> {
    let mut said = Vec::new();
    if node.kind != NodeKind::Indicator {
        return said;
    }
    let Some(indicator) = edition.plan.indicators.get(node.at()) else {
        return said;
    };
    if let Some(unit) = &indicator.unit {
        said.push(edition.say_with("report-unit", &[("unit", unit)]));
    }
    if let Some(given) = overridden(edition, node) {
        said.push(given);
    }
    if let Some(reason) = &indicator.neutralised {
        said.push(edition.say_with("report-neutralised", &[("reason", reason)]));
    }
    let judged = judgements(edition, node);
    if !judged.is_empty() {
        said.push(edition.say_with("report-judged", &[("text", &judged)]));
    }
    let note = actual_value(edition, node).and_then(|value| value.note.as_deref());
    for note in [note, indicator.note.as_deref()].into_iter().flatten() {
        said.push(edition.say_with("report-note", &[("text", note.trim())]));
    }
    said
}

/// The evaluator's value that counts, with what it replaces and why.
pub fn overridden(edition: &Edition<'_>, node: Node) -> Option<String> {
    let given: &Override = match &edition.scores.of(node)?.derivation {
        Derivation::Leaf(leaf) => leaf.overridden.as_ref()?,
        Derivation::Mean(mean) => mean.overridden.as_ref()?,
    };
    let value = values_of(edition.plan, node).get(given.value)?;
    let computed = documents::block::plain(&edition.percent(given.computed.as_ref()).text);
    let reason = value.note.as_deref().unwrap_or_default();
    let args = [
        ("value", value.text.trim()),
        ("computed", computed.as_str()),
        ("reason", reason.trim()),
    ];
    Some(edition.say_with("report-overridden", &args))
}

/// The judgements on a thing in the year of the document, each with its day.
pub fn judgements(edition: &Edition<'_>, node: Node) -> String {
    let year = edition.scores.checkpoint.map(|day| day.year());
    let said: Vec<String> = stated::of_role(values_of(edition.plan, node), Role::Judgement)
        .filter(|value| value.period.year().is_none() || value.period.year() == year)
        .map(|value| match edition.period(&value.period) {
            period if period.is_empty() => value.text.trim().to_owned(),
            period => format!("{} ({period})", value.text.trim()),
        })
        .collect();
    said.join("; ")
}

/// Lines one under the other.
pub fn broken(lines: impl IntoIterator<Item = String>) -> Vec<Inline> {
    let mut inlines = Vec::new();
    for line in lines {
        if !inlines.is_empty() {
            inlines.push(Inline::Break);
        }
        inlines.push(Inline::Text(line));
    }
    inlines
}

/// A thing's title with a link to where it is told at length, and lines under it.
pub fn titled(edition: &Edition<'_>, node: Node, lines: Vec<String>) -> Cell {
    let [_, mut cell] = edition.code_and_title(node);
    for line in lines {
        cell.text.push(Inline::Break);
        cell.text.push(Inline::Text(line));
    }
    cell
}

/// The objective under which an indicator stands first, if any.
pub fn objective_of(edition: &Edition<'_>, indicator: Node) -> Option<Node> {
    let over = edition.outline.over(indicator);
    let under = |kind: NodeKind| over.iter().map(|p| p.parent).find(|n| n.kind == kind);
    under(NodeKind::Objective).or_else(|| {
        let action = under(NodeKind::Action)?;
        let places = edition.outline.over(action);
        places
            .iter()
            .map(|p| p.parent)
            .find(|n| n.kind == NodeKind::Objective)
    })
}

/// What a thing is called where there is little room: its code, or its key where it has none.
pub fn short(edition: &Edition<'_>, node: Node) -> String {
    let name = edition.plan.name_of(node);
    match name.code {
        Some(code) if !code.is_empty() => code.to_owned(),
        _ if name.key.is_empty() => edition.title(node),
        _ => name.key.to_owned(),
    }
}
