//! How the sheet of a kind is laid out: its columns, their widths and their drop-down lists.

use std::collections::BTreeSet;

use domain::plan::{NodeKind, Period};

use crate::format::datum::{Datum, Record};
use crate::format::field::{Shape, VALUE_DETAILS, trimmed};
use crate::format::schema::{FieldSpec, KINDS, KindSpec, kind_of};

use super::header::head_of;

/// The row of a sheet's title, of what it is for, of the hints and of the heads.
pub(super) const TITLE_ROW: u32 = 0;
pub(super) const PURPOSE_ROW: u32 = 1;
pub(super) const HINT_ROW: u32 = 2;
pub(super) const HEAD_ROW: u32 = 3;

/// A column of a kind's sheet.
pub(super) struct Column<'a> {
    /// Its field.
    pub field: &'a FieldSpec,
    /// For values, the period.
    pub period: Option<Period>,
    /// Its head.
    pub head: String,
}

impl Column<'_> {
    /// Its width in characters.
    pub fn width(&self) -> f64 {
        match (&self.field.shape, self.field.key) {
            (_, "title" | "name" | "subject" | "child") => 44.0,
            (
                _,
                "description" | "text" | "algorithm" | "reason" | "benefit" | "condition"
                | "formula",
            ) => 48.0,
            (_, "id") => 16.0,
            (_, "code" | "number" | "pira" | "ipa") => 10.0,
            (Shape::Quantity | Shape::YesNo | Shape::Year, _) => 11.0,
            (Shape::Day, _) => 13.0,
            (Shape::Choice(_) | Shape::Reference, _) => 18.0,
            (Shape::Values, _) => 19.0,
            _ => 26.0,
        }
    }
}

/// The columns of a kind: its fields, with one column for each period that needs one.
pub(super) fn columns<'a>(
    spec: &'a KindSpec,
    records: &[&Record],
    checkpoints: &[Period],
) -> Vec<Column<'a>> {
    let mut columns = Vec::new();
    for field in &spec.fields {
        match field.shape {
            Shape::Grid => {}
            Shape::Values => {
                let mut periods: BTreeSet<Period> = BTreeSet::new();
                for record in records {
                    let entry = record.entries.iter().find(|e| e.key == field.key);
                    if let Some(entry) = entry {
                        let simple = in_columns(field, &entry.item.datum);
                        periods.extend(simple.into_iter().map(|(period, _)| period));
                    }
                }
                if periods.is_empty() {
                    periods.extend(usual_periods(field, checkpoints));
                }
                for period in periods {
                    if let Some(head) = head_of(field, &period) {
                        columns.push(Column {
                            field,
                            period: Some(period),
                            head,
                        });
                    }
                }
            }
            _ => columns.push(Column {
                field,
                period: None,
                head: field.header.to_owned(),
            }),
        }
    }
    columns
}

/// The periods for which an empty sheet offers columns.
fn usual_periods(field: &FieldSpec, checkpoints: &[Period]) -> Vec<Period> {
    match field.key {
        "targets" | "results" => checkpoints.to_vec(),
        "revised_targets" => checkpoints.last().cloned().into_iter().collect(),
        "overrides" | "judgements" | "forecast" | "past_targets" => Vec::new(),
        _ => vec![Period::Unsaid],
    }
}

/// A period of a field's values and what is written for it.
pub(super) fn periods(datum: &Datum) -> Vec<(Period, &Datum)> {
    match datum {
        Datum::Map(entries) if !details(datum) => entries
            .iter()
            .map(|e| (Period::parse(trimmed(&e.key)), &e.item.datum))
            .collect(),
        Datum::List(items) => items
            .iter()
            .map(|item| {
                let said = match &item.datum {
                    Datum::Map(entries) => entries
                        .iter()
                        .find(|e| e.key == crate::format::field::PERIOD)
                        .and_then(|e| e.item.datum.text()),
                    _ => None,
                };
                (said.map_or(Period::Unsaid, Period::parse), &item.datum)
            })
            .collect(),
        _ => vec![(Period::Unsaid, datum)],
    }
}

/// Whether a table is one value with its details.
fn details(datum: &Datum) -> bool {
    let Datum::Map(entries) = datum else {
        return false;
    };
    !entries.is_empty()
        && entries
            .iter()
            .all(|e| VALUE_DETAILS.iter().any(|(key, _)| *key == e.key))
}

/// The values that are no more than a text and stand in a column: all others need a row of their
/// own in the sheet of values.
pub(super) fn in_columns<'d>(field: &FieldSpec, datum: &'d Datum) -> Vec<(Period, &'d str)> {
    let mut list = periods(datum);
    list.sort_by(|a, b| a.0.cmp(&b.0));
    list.chunk_by(|a, b| a.0 == b.0)
        .filter_map(|same| match same {
            [(period, datum)] if head_of(field, period).is_some() => {
                Some((period.clone(), plain(datum)?))
            }
            _ => None,
        })
        .collect()
}

/// The text of a value that is nothing else.
fn plain(datum: &Datum) -> Option<&str> {
    match datum {
        Datum::Text(text) => Some(text.as_str()).filter(|text| !text.is_empty()),
        Datum::Map(entries) => match entries.as_slice() {
            [period, text] if period.key == crate::format::field::PERIOD && text.key == "text" => {
                text.item.datum.text().filter(|text| !text.is_empty())
            }
            _ => None,
        },
        Datum::List(_) => None,
    }
}

/// Where the things that a reference may mean have their names: sheet and column.
pub(super) fn names_of(targets: &[NodeKind]) -> Option<(&'static str, u16)> {
    let [only] = targets else { return None };
    let spec = KINDS[kind_of(*only)?].spec();
    let key = match spec.key_from {
        ["code", ..] => "code",
        _ => spec.fields.first()?.key,
    };
    // Keys and codes stand before any values: the column is the field's position.
    let position = spec.fields.iter().position(|f| f.key == key)?;
    Some((spec.sheet, u16::try_from(position).ok()?))
}
