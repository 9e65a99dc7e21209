//! A field in one cell: lists, tables and texts that a cell cannot hold.

use domain::finding::Finding;

use crate::format::datum::{At, Datum, Entry, Item};
use crate::format::field::{Shape, shortened, trimmed};
use crate::format::toml::{inline, parse_inline};

/// The separator of lists, as written.
const SEPARATOR: &str = "; ";

/// The text of a cell for a field of that shape.
pub(super) fn text_of(shape: &Shape, datum: &Datum) -> String {
    match (shape, datum) {
        (Shape::YesNo, Datum::Text(text)) => match text.as_str() {
            "true" => "sì".to_owned(),
            "false" => "no".to_owned(),
            other => other.to_owned(),
        },
        (Shape::Choice(words), Datum::Text(text)) => word_of(words, text),
        (_, Datum::Text(text)) => text.clone(),
        (Shape::Choices(words), Datum::List(items)) => joined(
            items
                .iter()
                .filter_map(|i| i.datum.text())
                .map(|text| word_of(words, text)),
        ),
        (Shape::Texts | Shape::References | Shape::Years | Shape::Values, Datum::List(items)) => {
            joined(
                items
                    .iter()
                    .filter_map(|i| i.datum.text())
                    .map(str::to_owned),
            )
        }
        (_, other) => inline(other),
    }
}

fn word_of(words: &[(&'static str, &'static str)], token: &str) -> String {
    words
        .iter()
        .find(|(t, _)| *t == token)
        .map_or(token, |(_, word)| word)
        .to_owned()
}

fn joined(items: impl Iterator<Item = String>) -> String {
    let items: Vec<String> = items.map(|item| quoted(&item)).collect();
    items.join(SEPARATOR)
}

/// An item of a list, in quotation marks where it would not be read as one item without them.
fn quoted(item: &str) -> String {
    let whole = item
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'))
        .unwrap_or(item);
    if !whole.contains(['"', ';', '\n']) && !whole.is_empty() || is_plain(item) {
        return item.to_owned();
    }
    format!("\"{}\"", item.replace('"', "\"\""))
}

/// Whether an item is read as itself whatever stands after it.
fn is_plain(item: &str) -> bool {
    !item.starts_with('"') && split(item, &[';', '\n']) == [item]
}

/// The items of a list. Quotation marks count only where they keep together what would fall apart:
/// a title in quotation marks keeps them.
fn split(text: &str, separators: &[char]) -> Vec<String> {
    let mut items = Vec::new();
    let mut rest = text;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() && !separators.contains(&c));
        if let Some((item, after)) = quotation(rest, separators) {
            items.push(item);
            match after {
                Some(after) => rest = after,
                None => return items,
            }
            continue;
        }
        match rest.split_once(separators) {
            Some((item, after)) => {
                items.push(trimmed(item).to_owned());
                rest = after;
            }
            None => {
                // Nothing after the last separator is no item.
                if !trimmed(rest).is_empty() {
                    items.push(trimmed(rest).to_owned());
                }
                return items;
            }
        }
    }
}

/// An item in quotation marks at the beginning of a text, and what follows its separator.
fn quotation<'a>(text: &'a str, separators: &[char]) -> Option<(String, Option<&'a str>)> {
    let inside = text.strip_prefix('"')?;
    let mut item = String::new();
    let mut rest = inside;
    loop {
        let (before, after) = rest.split_once('"')?;
        item.push_str(before);
        match after.strip_prefix('"') {
            Some(more) => {
                item.push('"');
                rest = more;
            }
            None => {
                rest = after;
                break;
            }
        }
    }
    let needed = item.is_empty() || item.contains('"') || item.contains(separators);
    let rest = rest.trim_start_matches(|c: char| c.is_whitespace() && !separators.contains(&c));
    let after = match rest.chars().next() {
        None => None,
        Some(c) if separators.contains(&c) => Some(&rest[c.len_utf8()..]),
        Some(_) => return None,
    };
    needed.then_some((item, after))
}

/// What a cell's text says of a field of that shape.
pub(super) fn datum_of(shape: &Shape, text: &str, at: &At) -> Result<Datum, Finding> {
    let list = |separators: &[char]| {
        let items = split(text, separators).into_iter().map(|item| Item {
            datum: Datum::Text(item),
            at: at.clone(),
        });
        Datum::List(items.collect())
    };
    Ok(match shape {
        Shape::Texts | Shape::References => list(&[';', '\n']),
        Shape::Years | Shape::Choices(_) => list(&[';', '\n', ',']),
        Shape::Shares | Shape::Details(_) | Shape::Grid => parts(shape, text, at)?,
        _ => Datum::Text(text.to_owned()),
    })
}

/// A field of several parts, as TOML writes it on one line; months also as `6 = 50; 9 = 75`.
fn parts(shape: &Shape, text: &str, at: &At) -> Result<Datum, Finding> {
    if let Some(datum) = parse_inline(text, at) {
        return Ok(datum);
    }
    if *shape == Shape::Shares {
        let pairs: Option<Vec<Entry>> = split(text.trim_matches(['{', '}']), &[';', '\n'])
            .iter()
            .map(|pair| {
                let (month, share) = pair.split_once(['=', ':'])?;
                Some(Entry {
                    key: trimmed(month).trim_matches('"').to_owned(),
                    item: Item {
                        datum: Datum::Text(trimmed(share).trim_matches('"').to_owned()),
                        at: at.clone(),
                    },
                })
            })
            .collect();
        if let Some(pairs) = pairs {
            return Ok(Datum::Map(pairs));
        }
    }
    Err(Finding::error("format-cell-syntax").arg("text", shortened(text)))
}

/// A cell of a table's row: an empty one is written as two quotation marks where it must be seen.
pub(super) fn row_cell(text: &str, last: bool) -> String {
    let only_marks = text.chars().all(|c| c == '"');
    match text {
        "" if last => "\"\"".to_owned(),
        "" => String::new(),
        text if only_marks && text.len() > 1 => format!("{text}\"\""),
        text => text.to_owned(),
    }
}

/// What [`row_cell`] wrote.
pub(super) fn row_text(cell: &str) -> &str {
    let only_marks = cell.chars().all(|c| c == '"');
    if only_marks && cell.len() > 1 {
        &cell[2..]
    } else {
        cell
    }
}

/// Texts that a cell cannot hold, each in parts that it can.
#[derive(Debug, Default)]
pub(super) struct LongTexts {
    /// The parts of each.
    pub texts: Vec<Vec<String>>,
}

/// How a cell says that its text stands elsewhere.
const MENTION: &str = "→ ";
/// The most UTF-16 units in a cell; spreadsheets take 32,767.
const LONGEST: usize = 32_000;

impl LongTexts {
    /// The text itself where a cell can hold it, else the mention of where it stands.
    pub fn cell(&mut self, text: String) -> String {
        if !needs_more_than_a_cell(&text) {
            return text;
        }
        self.texts.push(in_parts(&text));
        format!("{MENTION}{} {}", super::LONG_TEXTS, self.texts.len())
    }
}

/// The number of the long text that a cell mentions.
pub(super) fn mentioned(cell: &str) -> Option<usize> {
    cell.strip_prefix(MENTION)?
        .strip_prefix(super::LONG_TEXTS)?
        .strip_prefix(' ')?
        .parse()
        .ok()
}

fn outside_xml(c: char) -> bool {
    c.is_control() && !matches!(c, '\t' | '\n' | '\u{7f}'..='\u{9f}')
        || matches!(c, '\u{fffe}' | '\u{ffff}')
}

fn needs_more_than_a_cell(text: &str) -> bool {
    mentioned(text).is_some()
        || text.len() > LONGEST && text.encode_utf16().count() > LONGEST
        // The library behind the writer takes such a text for formatted runs.
        || text.starts_with("<r>") && text.ends_with("</r>")
        // An escaped character beside what looks like half an escape would be read as another.
        || text.contains("_x") && text.contains(outside_xml)
}

fn in_parts(text: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut units = 0;
    let mut escaped = false;
    for c in text.chars() {
        let full = units + c.len_utf16() > LONGEST;
        let run = text.starts_with("<r>") && units == 1 && parts.len() == 1;
        if full || run || (outside_xml(c) != escaped && units > 0) {
            parts.push(String::new());
            units = 0;
        }
        escaped = outside_xml(c);
        units += c.len_utf16();
        if let Some(part) = parts.last_mut() {
            part.push(c);
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::{in_parts, joined, row_cell, row_text, split};

    #[test]
    fn lists_are_read_as_people_write_them() {
        let list = |text| split(text, &[';', '\n']);
        assert_eq!(list("a; b;c ;"), ["a", "b", "c"]);
        assert_eq!(list("a\nb"), ["a", "b"]);
        assert_eq!(list("\"Digitale\"; altro"), ["\"Digitale\"", "altro"]);
        assert_eq!(list("; 2024; 2025"), ["", "2024", "2025"]);
        assert_eq!(list("\"a; b\"; c"), ["a; b", "c"]);
        assert_eq!(
            list("l'ente \"primo; secondo\""),
            ["l'ente \"primo", "secondo\""]
        );
        assert!(list(" ").is_empty());
    }

    #[test]
    fn lists_and_rows_come_back() {
        let texts = [
            "", "\"", "\"\"", "a;b", "\"a\"", "\"a;", "a\"b", "a\nb", ";", "\"\"\"", "=1",
        ];
        for a in texts {
            for b in texts {
                let cell = joined([a, b].iter().map(|t| (*t).to_owned()));
                assert_eq!(split(&cell, &[';', '\n']), [a, b], "{cell}");
            }
            assert_eq!(row_text(&row_cell(a, true)), a);
        }
    }

    #[test]
    fn parts_make_the_text_again() {
        for text in [
            "<r>a</r>",
            "_x0041\u{1}",
            &"è".repeat(70_000),
            "→ Testi lunghi 1",
        ] {
            let parts = in_parts(text);
            assert_eq!(parts.concat(), text);
            assert!(parts.iter().all(|p| p.encode_utf16().count() <= 32_000));
        }
    }
}
