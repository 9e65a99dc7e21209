//! The plan file in TOML: the form of the examples, with comments, pleasant to write by hand.

use std::fmt::Write as _;

use domain::finding::Finding;
use domain::plan::Plan;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::datum::{At, Datum, Entry, Item};
use super::draft::{Draft, Located, assemble, records};
use super::field::{Shape, detail_shape};
use super::schema::{KINDS, KindSpec};
use super::text::Lines;
use super::tree::{self, Branch};

/// Reads a plan; a syntax that is not TOML's is named at every place where it goes wrong.
///
/// # Errors
/// The findings that make the file unusable.
pub fn read(text: &str) -> Result<Draft, Vec<Located>> {
    let lines = Lines::of(text);
    let (table, errors) = DeTable::parse_recoverable(text);
    if !errors.is_empty() {
        return Err(errors
            .iter()
            .map(|error| Located {
                finding: Finding::error("format-toml-syntax").arg("text", error.message()),
                at: error
                    .span()
                    .map_or(At::Nowhere, |span| lines.at(span.start)),
            })
            .collect());
    }
    let root = entries(table.into_inner(), &|offset| lines.at(offset));
    let (found, findings) = tree::records(root);
    Ok(assemble(found, findings))
}

/// Where a value stands, by its offset.
type Placing<'a> = dyn Fn(usize) -> At + 'a;

fn entries(table: DeTable<'_>, place: &Placing<'_>) -> Vec<Entry> {
    table
        .into_iter()
        .map(|(key, value)| Entry {
            key: key.into_inner().into_owned(),
            item: item(value, place),
        })
        .collect()
}

fn item(value: Spanned<DeValue<'_>>, place: &Placing<'_>) -> Item {
    let at = place(value.span().start);
    Item {
        datum: datum(value.into_inner(), place),
        at,
    }
}

fn datum(value: DeValue<'_>, place: &Placing<'_>) -> Datum {
    match value {
        DeValue::String(text) => Datum::Text(text.into_owned()),
        DeValue::Integer(number) => Datum::Text(number.to_string()),
        DeValue::Float(number) => Datum::Text(number.to_string()),
        DeValue::Boolean(yes) => Datum::Text(yes.to_string()),
        DeValue::Datetime(day) => Datum::Text(day.to_string()),
        DeValue::Array(values) => {
            Datum::List(values.into_iter().map(|value| item(value, place)).collect())
        }
        DeValue::Table(table) => Datum::Map(entries(table, place)),
    }
}

/// Writes a plan, each thing under the one it belongs to.
pub fn write(plan: &Plan) -> String {
    let mut out = format!("format = {}\n", tree::FORMAT);
    for branch in tree::nest(records(plan)) {
        let spec = KINDS[branch.record.kind].spec();
        write_branch(&mut out, &branch, spec.key, spec.single);
    }
    out
}

/// The width that a list of small records may take on one line.
const WIDTH: usize = 100;

fn write_branch(out: &mut String, branch: &Branch, path: &str, single: bool) {
    let spec = KINDS[branch.record.kind].spec();
    let (open, close) = if single { ("[", "]") } else { ("[[", "]]") };
    let _ = writeln!(out, "\n{open}{path}{close}");
    for entry in &branch.record.entries {
        write_field(out, spec, entry);
    }
    for (key, list) in &branch.inside {
        if list.iter().all(|b| b.inside.is_empty()) && *key == "holds" {
            write_rows(out, key, list);
        }
    }
    for (key, list) in &branch.inside {
        if *key != "holds" || list.iter().any(|b| !b.inside.is_empty()) {
            for inner in list {
                write_branch(out, inner, &format!("{path}.{key}"), false);
            }
        }
    }
}

/// Placements, one line each.
fn write_rows(out: &mut String, key: &str, list: &[Branch]) {
    let _ = writeln!(out, "{key} = [");
    for branch in list {
        let _ = writeln!(out, "  {},", inline_table(&branch.record.entries));
    }
    out.push_str("]\n");
}

fn write_field(out: &mut String, spec: &KindSpec, entry: &Entry) {
    let key = bare_or_quoted(&entry.key);
    let shape = spec.field(&entry.key).map(|f| &f.shape);
    let datum = &entry.item.datum;
    if let Datum::Text(text) = datum
        && text.contains('\n')
        && let Some(block) = block(text)
    {
        let _ = writeln!(out, "{key} = {block}");
        return;
    }
    let line = match (datum, shape) {
        (Datum::Text(text), Some(Shape::YesNo | Shape::Year))
            if text.parse::<i16>().is_ok() || matches!(text.as_str(), "true" | "false") =>
        {
            text.clone()
        }
        (Datum::List(years), Some(Shape::Years)) => {
            let years: Vec<&str> = years.iter().filter_map(|y| y.datum.text()).collect();
            format!("[{}]", years.join(", "))
        }
        _ => inline(datum),
    };
    let rows = match datum {
        Datum::List(items) if line.len() > WIDTH => {
            items.iter().map(|i| inline(&i.datum)).collect::<Vec<_>>()
        }
        _ => {
            let _ = writeln!(out, "{key} = {line}");
            return;
        }
    };
    let _ = writeln!(out, "{key} = [");
    for row in rows {
        let _ = writeln!(out, "  {row},");
    }
    out.push_str("]\n");
}

/// A value on one line; also what stands in a workbook's cell for a field of several parts.
pub fn inline(datum: &Datum) -> String {
    match datum {
        Datum::Text(text) => quoted(text),
        Datum::List(items) => {
            let items: Vec<String> = items.iter().map(|i| inline(&i.datum)).collect();
            format!("[{}]", items.join(", "))
        }
        Datum::Map(entries) => inline_table(entries),
    }
}

/// What [`inline`] wrote, every part of it at the one place; none where it is not TOML.
pub fn parse_inline(text: &str, at: &At) -> Option<Datum> {
    let value = DeValue::parse(text).ok()?.into_inner();
    Some(datum(value, &|_| at.clone()))
}

fn inline_table(entries: &[Entry]) -> String {
    if entries.is_empty() {
        return "{}".to_owned();
    }
    let entries: Vec<String> = entries
        .iter()
        .map(|e| {
            let value = match &e.item.datum {
                Datum::Text(text)
                    if detail_shape(&e.key) == Shape::YesNo
                        && matches!(text.as_str(), "true" | "false") =>
                {
                    text.clone()
                }
                datum => inline(datum),
            };
            format!("{} = {value}", bare_or_quoted(&e.key))
        })
        .collect();
    format!("{{ {} }}", entries.join(", "))
}

fn bare_or_quoted(key: &str) -> String {
    let bare = !key.is_empty()
        && key
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
    if bare { key.to_owned() } else { quoted(key) }
}

pub(super) fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Text of several lines as a block, where the block says exactly the same.
fn block(text: &str) -> Option<String> {
    let plain = !text.contains("'''")
        && !text.ends_with('\'')
        && !text
            .chars()
            .any(|c| c.is_control() && c != '\n' && c != '\t');
    plain.then(|| format!("'''\n{text}'''"))
}
