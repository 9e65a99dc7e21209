//! The reading of an actual: a value, or a state (scoring.md §1, *Actuals*).

use jiff::civil::Date;

use super::amount::{self, Amount};
use super::comparator::{self, Governor};
use super::quantity::read_number;
use super::scan::{Comparison, Kind, Text};
use super::setting::{Remark, Setting};
use super::{Actual, ActualReading, Bound, Figure, Mark, Progress};
use super::{answer, between, day, deadline, standing, state};
use super::{plain, unit};
use crate::number::Number;
use crate::plan::Value;

/// Reads the text of an actual (scoring.md §1): what was measured, or how it stands.
pub fn read_actual(raw: &str, setting: &Setting) -> (ActualReading, Vec<Remark>) {
    let text = Text::of(raw);
    let mut reading = ActualReading::default();
    let mut remarks = Vec::new();
    if let Some(mark) = standing::mark(&text) {
        reading.mark = Some(mark);
        return (reading, remarks);
    }
    if text.prose {
        reading.actual = Some(Actual::Text);
        return (reading, remarks);
    }
    if standing::elsewhere(&text) && text.word(0).starts_with('n') {
        reading.mark = Some(Mark::NotAvailable);
        return (reading, remarks);
    }
    let (as_of, start) = as_of(&text, setting.year);
    reading.provisional = (0..text.len()).any(|i| {
        text.word(i).starts_with("provvisori")
            || matches!(text.word(i), "stima" | "stimato" | "stimati" | "stimata")
    });
    value(&text, start, setting, &mut reading, &mut remarks);
    // The day of a remark beside no value says nothing.
    if !matches!(reading.actual, Some(Actual::Text | Actual::Done(_))) && !reading.ambiguous {
        reading.as_of = reading.as_of.or(as_of);
    }
    if let Some(Actual::Figure(figure)) = &reading.actual {
        reading.provisional |= figure.bound != Bound::Exact;
        if setting.declared && figure.percent && !figure.signed {
            reading.completion = share(&figure.number);
        }
    }
    (reading, remarks)
}

fn share(points: &Number) -> Option<Number> {
    points.checked_div(&Number::HUNDRED)
}

fn value(
    text: &Text,
    start: usize,
    setting: &Setting,
    reading: &mut ActualReading,
    remarks: &mut Vec<Remark>,
) {
    if let Some(share) = achievement(text) {
        reading.actual = Some(Actual::Achievement(share));
        return;
    }
    if text.says(start, &["risultato", "descritto"]) {
        reading.actual = Some(Actual::Text);
        return;
    }
    if let Some((yes, next)) = answer::read(text) {
        reading.actual = Some(Actual::YesNo(yes));
        if reading.as_of.is_none()
            && let Some(day) = done_on(text, next, setting.year)
        {
            reading.as_of = Some(day);
        }
        return;
    }
    if start == 0
        && let Some(found) = opening_day(text, setting.year)
    {
        if found.unclear {
            reading.ambiguous = true;
        } else {
            reading.actual = Some(Actual::Done(found.day));
            if found.year_assumed {
                remarks.push(Remark::YearAssumed);
            }
        }
        return;
    }
    let amounts = amount::free(text, start, setting.percent_unit);
    let state = state::read(text);
    // A figure that people write beside "realizzati" or "in corso" is the value.
    let stands = !matches!(
        state,
        None | Some(Progress::InProgress | Progress::Completed)
    ) && amounts.iter().all(|a| !a.opens);
    if let Some(said) = state
        && (amounts.is_empty() || stands)
    {
        reading.state = Some(said);
        declared(text, said, setting, reading);
        return;
    }
    if amounts.is_empty()
        && let Some(share) = completion(text)
    {
        reading.completion = Some(share);
        return;
    }
    figure(text, start, setting, reading, remarks);
}

/// `percentuale di raggiungimento 98,5%`: only these words mark an achievement.
fn achievement(text: &Text) -> Option<Number> {
    let words = text.says(0, &["percentuale", "di", "raggiungimento"]);
    let p = words.then(|| plain::plain(text, 3, false))??;
    (!p.unclear && !p.band && text.ends(p.next)).then(|| share(&p.number))?
}

/// `completamento al 50%`, in a text that says a state or nothing else.
fn completion(text: &Text) -> Option<Number> {
    let at = (0..text.len().min(16))
        .find(|i| matches!(text.word(*i), "completamento" | "completato" | "completata"))?;
    let p = (text.word(at + 1) == "al").then(|| plain::plain(text, at + 2, false))??;
    (p.percent && !p.unclear && !p.signed).then(|| share(&p.number))?
}

/// A state with what stands beside it: a declared completion, the day on which it was done.
fn declared(text: &Text, said: Progress, setting: &Setting, reading: &mut ActualReading) {
    let closing = (0..text.len().saturating_sub(1))
        .rev()
        .take(3)
        .find_map(|i| {
            plain::plain(text, i, false).filter(|p| p.percent && !p.signed && !p.unclear)
        });
    let completion = completion(text).or_else(|| closing.and_then(|p| share(&p.number)));
    if let Some(completion) = completion {
        if said == Progress::Completed && completion < Number::ONE {
            reading.state = Some(Progress::InProgress);
        }
        reading.completion = Some(completion);
    }
    if said == Progress::Completed && reading.state == Some(said) {
        let day = (1..text.len()).find_map(|i| done_on(text, i, setting.year));
        if let Some(day) = day {
            reading.actual = Some(Actual::Done(day));
        }
    }
}

/// `il 12/3/2024`, `in data 5/4/2024`, `(31/05/2024)` at `i`.
fn done_on(text: &Text, i: usize, year: Option<i16>) -> Option<Date> {
    let mut n = i;
    while n < i + 4
        && (matches!(text.word(n), "il" | "in" | "data")
            || matches!(
                text.kind(n),
                Some(Kind::Open | Kind::Comma | Kind::Dash { .. } | Kind::Colon)
            ))
    {
        n += 1;
    }
    if n == i {
        return None;
    }
    let found = day::at(text, n, year)?;
    (found.next..text.len())
        .all(|i| matches!(text.kind(i), Some(Kind::Close | Kind::Dot)))
        .then_some(found.day)
}

/// The day that opens the text and is the value itself.
fn opening_day(text: &Text, year: Option<i16>) -> Option<deadline::Deadline> {
    let skip = if text.says(0, &["in", "data"]) { 2 } else { 0 };
    if skip == 2 {
        return day::at(text, 2, year).map(Into::into);
    }
    deadline::opening(text, year).filter(|_| text.word(0) != "al" && text.word(0) != "entro")
}

/// The day to which the text refers, and the token at which its value begins.
fn as_of(text: &Text, year: Option<i16>) -> (Option<Date>, usize) {
    if text.word(0) == "al"
        && let Some(found) = day::at(text, 1, year)
    {
        let mut next = found.next;
        while matches!(
            text.kind(next),
            Some(Kind::Colon | Kind::Comma | Kind::Dash { .. })
        ) {
            next += 1;
        }
        return (Some(found.day), next);
    }
    let found = (1..text.len()).find_map(|i| {
        if !unit::tail_begins(text, i) {
            return None;
        }
        let known = !text.word(i).starts_with("al");
        let found = day::at(text, i + 1 + usize::from(known), year)?;
        // `(al 31/05/2024)`, `dato al 30/6`, or `al 31/05/2024` that closes the text.
        let opens = (i.saturating_sub(3)..i).any(|n| matches!(text.kind(n), Some(Kind::Open)));
        let closes =
            (found.next..text.len()).all(|n| matches!(text.kind(n), Some(Kind::Close | Kind::Dot)));
        let inside = text.tokens[i].inside;
        (known || (inside && opens) || (!inside && closes)).then_some(found.day)
    });
    (found, 0)
}

fn figure(
    text: &Text,
    start: usize,
    setting: &Setting,
    reading: &mut ActualReading,
    remarks: &mut Vec<Remark>,
) {
    let mut start = start;
    if text.word(start) == "pari" {
        start += 1;
        start += usize::from(comparator::links(text.word(start)));
    }
    let amounts = amount::free(text, start, setting.percent_unit);
    if between::read(text, setting.percent_unit).is_some() {
        reading.ambiguous = true;
        return;
    }
    let one = match amounts.as_slice() {
        [] => {
            // Digits that open the text were meant as a value.
            let digits = matches!(
                text.kind(start),
                Some(Kind::Code | Kind::Pair(..) | Kind::Number(_))
            );
            if digits || !text.has_words() {
                reading.ambiguous = true;
            } else {
                reading.actual = Some(Actual::Text);
            }
            return;
        }
        [one] => one,
        several => match several.iter().find(|a| a.total) {
            Some(total) => total,
            None => {
                reading.ambiguous = true;
                let each = several
                    .iter()
                    .map(|a| super::canonical::figure_words(&measured(a)));
                remarks.push(Remark::Either(each.collect()));
                return;
            }
        },
    };
    if one.unclear || one.band {
        reading.ambiguous = true;
        return;
    }
    if one.dotted {
        remarks.push(Remark::DotDecimal);
    }
    reading.actual = Some(Actual::Figure(measured(one)));
}

/// The figure of an amount: a comparator is a bound, a governed percentage is a signed change.
fn measured(amount: &Amount) -> Figure {
    let mut figure = amount.figure.clone();
    match amount.comparator.map(|c| c.is) {
        Some(Comparison::AtLeast | Comparison::Above) => figure.bound = Bound::Above,
        Some(Comparison::AtMost | Comparison::Below) => figure.bound = Bound::Below,
        _ => {}
    }
    if amount.governor.is_some() && figure.percent && !figure.signed {
        if amount.governor == Some(Governor::Down) {
            figure.number = -figure.number;
        }
        figure.signed = true;
    }
    figure
}

/// Reads a baseline, a value of the history, a forecast or a mean: a figure, an answer or a day;
/// anything else is no value, kept as text.
pub fn read_known(raw: &str, setting: &Setting) -> (Option<Actual>, Vec<Remark>) {
    let (reading, remarks) = read_actual(raw, setting);
    let known = reading
        .actual
        .filter(|a| !matches!(a, Actual::Text | Actual::Achievement(_)) && !reading.ambiguous);
    (known, remarks)
}

/// Reads an evaluator's motivated value: a percentage, as a fraction of 1.
pub fn read_override(text: &str) -> Option<Number> {
    read_number(text).0.as_ref().and_then(share)
}

/// What a person wrote beside an actual that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Beside {
    State(String),
    Achievement(String),
}

/// The reading of an actual with the fields that a person wrote beside it.
pub(super) fn merged(
    value: &Value,
    setting: &Setting,
) -> (ActualReading, Vec<Remark>, Vec<Beside>) {
    let text = value.reading.as_deref().unwrap_or(&value.text);
    let (mut reading, remarks) = read_actual(text, setting);
    let mut beside = Vec::new();
    if value.achievement && reading.mark.is_none() {
        let figure = match &reading.actual {
            Some(Actual::Figure(figure)) => share(&figure.number),
            Some(Actual::Achievement(share)) => Some(share.clone()),
            _ => None,
        };
        match figure {
            Some(figure) => {
                reading.actual = Some(Actual::Achievement(figure));
                reading.completion = None;
            }
            None => beside.push(Beside::Achievement(text.to_owned())),
        }
    }
    if let Some(written) = &value.state {
        match state::read_state(written) {
            Some(state) => reading.state = Some(state),
            None if written.trim().is_empty() => {}
            None => beside.push(Beside::State(written.clone())),
        }
    }
    if let Some(written) = &value.completion {
        let points = written
            .number
            .clone()
            .or_else(|| read_number(&written.text).0);
        // What is no number, whoever reads the file has said.
        if let Some(completion) = points.as_ref().and_then(share) {
            reading.completion = Some(completion);
        }
    }
    if let Some(day) = value.as_of.as_ref().and_then(|d| d.date) {
        reading.as_of = Some(day);
    }
    reading.provisional |= value.provisional;
    (reading, remarks, beside)
}
