//! How things are measured this year: the body's parameters in short, defaults said.

use documents::block::{Block, Cell, Table};
use domain::method::{Accrual, AllOf, BandLevel, Decay, Interim, Method, Neutralised};
use domain::number::Number;

use super::sections;
use crate::document::Edition;
use crate::document::edition::row;

/// Chapters on the method, then the parameters.
pub fn build(edition: &Edition<'_>) -> Vec<Block> {
    let mut blocks = sections::chapters(edition, "method", 2);
    blocks.push(edition.heading(2, edition.say("parameters")));
    let method = &edition.plan.method;
    if let Some(title) = &method.title {
        blocks.push(Block::text(title.as_str()));
    }
    blocks.push(parameters(edition, method));
    blocks.extend(bands(edition, method));
    blocks
}

fn parameters(edition: &Edition<'_>, method: &Method) -> Block {
    let percent = |n: Number| documents::block::plain(&edition.percent(Some(&n)).text);
    let yes_no = |yes: bool| edition.say(if yes { "yes" } else { "no" });
    let decay = match method.decay.unwrap_or_default() {
        Decay::Ratio => "decay-ratio",
        Decay::Linear => "decay-linear",
        Decay::None => "decay-none",
    };
    let all_of = match method.all_of.unwrap_or_default() {
        AllOf::Least => "all-of-least",
        AllOf::Mean => "all-of-mean",
    };
    let neutralised = match method.neutralised.unwrap_or_default() {
        Neutralised::LeftOut => "neutralised-left-out",
        Neutralised::Full => "neutralised-full",
    };
    let interim = match method.interim.unwrap_or_default() {
        Interim::Stated => "interim-stated",
        Interim::ProRata => "interim-pro-rata",
    };
    let accrual = match method.accrual.unwrap_or_default() {
        Accrual::Proportional => "accrual-proportional",
        Accrual::Banded => "accrual-banded",
    };
    let shares: Vec<String> = method
        .elapsed_shares
        .iter()
        .map(|(month, q)| {
            edition.say_with(
                "elapsed-share",
                &[("month", &month.to_string()), ("share", &q.text)],
            )
        })
        .collect();
    let elapsed = match shares.is_empty() {
        true => edition.say("elapsed-by-month"),
        false => shares.join("; "),
    };
    let days = edition.number(&method.grace_days());
    let rows = [
        ("cap", percent(method.cap()), method.cap.is_some()),
        ("decay", edition.say(decay), method.decay.is_some()),
        ("all-of", edition.say(all_of), method.all_of.is_some()),
        (
            "yes-no-partial",
            yes_no(method.yes_no_partial.unwrap_or(false)),
            method.yes_no_partial.is_some(),
        ),
        (
            "milestone-partial",
            yes_no(method.milestone_partial.unwrap_or(true)),
            method.milestone_partial.is_some(),
        ),
        ("grace-days", days, method.grace_days.is_some()),
        (
            "neutralised-rule",
            edition.say(neutralised),
            method.neutralised.is_some(),
        ),
        ("interim", edition.say(interim), method.interim.is_some()),
        ("elapsed", elapsed, !shares.is_empty()),
        (
            "late-share",
            percent(method.late_share()),
            method.late_share.is_some(),
        ),
        (
            "weight-tolerance",
            edition.number(&method.weight_tolerance()),
            method.weight_tolerance.is_some(),
        ),
        (
            "own-share",
            percent(method.own_share()),
            method.own_share.is_some(),
        ),
        ("accrual", edition.say(accrual), method.accrual.is_some()),
        (
            "weights-from-value",
            yes_no(method.weights_from_value),
            method.weights_from_value,
        ),
    ];
    let rows = rows.into_iter().map(|(key, value, written)| {
        row([
            Cell::text(edition.say(&format!("parameter-{key}"))),
            Cell::text(value),
            Cell::text(edition.say(if written { "of-the-body" } else { "by-default" })),
        ])
    });
    Block::Table(Table {
        data: edition.say("part-method"),
        caption: Some(edition.say("parameters")),
        columns: vec![
            edition.column("parameter", 52),
            edition.column("parameter-value", 36),
            edition.column("parameter-origin", 16),
        ],
        row_heads: 1,
        rows: rows.collect(),
        ..Table::default()
    })
}

fn bands(edition: &Edition<'_>, method: &Method) -> Option<Block> {
    if method.bands.is_empty() {
        return None;
    }
    let rows = method.bands.iter().map(|band| {
        let level = match band.level {
            Some(BandLevel::Indicator) => edition.say("band-indicator"),
            Some(BandLevel::Objective) => edition.say("band-objective"),
            Some(BandLevel::Final) => edition.say("band-final"),
            None => String::new(),
        };
        row([
            Cell::text(level),
            edition.quantity(Some(&band.from)),
            match &band.to {
                None => Cell::text(edition.say("band-cap")),
                to => edition.quantity(to.as_ref()),
            },
            edition.quantity(Some(&band.value)),
            match &band.value_to {
                None => Cell::text("—"),
                to => edition.quantity(to.as_ref()),
            },
        ])
    });
    Some(Block::Table(Table {
        data: edition.say("bands"),
        caption: Some(edition.say("bands")),
        columns: vec![
            edition.column("band-level", 24),
            edition.figures("band-from", 14),
            edition.figures("band-to", 14),
            edition.figures("band-value", 16),
            edition.figures("band-value-to", 16),
        ],
        row_heads: 1,
        rows: rows.collect(),
        ..Table::default()
    }))
}
