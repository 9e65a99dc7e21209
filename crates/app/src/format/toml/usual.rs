//! The usual forms of TOML, read straight into the middle form.
//!
//! Tables and lists of tables under heads that stand in order, values, lists and inline tables: what
//! plans consist of. Anything else, and everything that is wrong, is left to the whole reader of TOML,
//! which has the last word and the messages.

use toml::value::Datetime;
use toml_parser::decoder::{Encoding, IntegerRadix, ScalarKind};
use toml_parser::parser::{EventReceiver, parse_document};
use toml_parser::{ErrorSink, ParseError, Raw, Source, Span};

use super::super::datum::{At, Datum, Entry, Item};
use super::super::text::Lines;

/// Lists and inline tables inside each other; the whole reader refuses more.
const DEEPEST: usize = 80;
/// Names in one table: beyond that, looking for repeated ones in a row would take long.
const MOST_NAMES: usize = 64;

/// The tables of a text; none where there is anything unusual or wrong in it.
pub(super) fn read(text: &str, lines: &Lines<'_>) -> Option<Vec<Entry>> {
    let source = Source::new(text);
    let tokens = source.lex().into_vec();
    let mut reader = Reader {
        source,
        lines,
        root: Table::default(),
        head: None,
        path: Vec::new(),
        in_head: false,
        table: Table::default(),
        open: Vec::new(),
        keys: Vec::new(),
        unusual: false,
    };
    let mut wrong = false;
    parse_document(&tokens, &mut reader, &mut |_: ParseError| wrong = true);
    reader.close_table();
    (!wrong && !reader.unusual).then(|| reader.root.entries())
}

/// A table that a head opens.
#[derive(Default)]
struct Table {
    at: At,
    entries: Vec<Entry>,
    inside: Vec<(String, Inside)>,
}

/// What heads open inside a table.
enum Inside {
    One(Table),
    Many(Vec<Table>),
}

impl Table {
    fn item(self) -> Item {
        Item {
            at: self.at.clone(),
            datum: Datum::Map(self.entries()),
        }
    }

    fn entries(self) -> Vec<Entry> {
        let mut entries = self.entries;
        entries.extend(self.inside.into_iter().map(|(key, inside)| {
            let item = match inside {
                Inside::One(table) => table.item(),
                Inside::Many(tables) => Item {
                    at: tables
                        .first()
                        .map(|table| table.at.clone())
                        .unwrap_or_default(),
                    datum: Datum::List(tables.into_iter().map(Table::item).collect()),
                },
            };
            Entry { key, item }
        }));
        entries
    }
}

/// Whether a head opens a table or one more of a list of tables.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Head {
    One,
    Many,
}

/// A list or inline table that is still open.
enum Open {
    List(At, Vec<Item>),
    Map(At, Vec<Entry>),
}

struct Reader<'t> {
    source: Source<'t>,
    lines: &'t Lines<'t>,
    root: Table,
    /// The head of the table that is being read, with the names in it; none before the first.
    head: Option<Head>,
    path: Vec<String>,
    /// Whether the names that come belong to a head.
    in_head: bool,
    table: Table,
    open: Vec<Open>,
    /// The names of values still to come, the innermost last.
    keys: Vec<String>,
    unusual: bool,
}

impl Reader<'_> {
    fn at(&self, span: Span) -> At {
        self.lines.at(span.start())
    }

    fn open_head(&mut self, head: Head, span: Span) {
        self.close_table();
        self.head = Some(head);
        self.path.clear();
        self.in_head = true;
        self.table.at = self.at(span);
    }

    /// Puts the table that was being read where its head says.
    fn close_table(&mut self) {
        let table = std::mem::take(&mut self.table);
        let Some(head) = self.head else {
            self.root = table;
            return;
        };
        let Some((key, above)) = self.path.split_last() else {
            self.unusual = true;
            return;
        };
        let mut parent = &mut self.root;
        for name in above {
            let inside = parent.inside.iter_mut().find(|(key, _)| key == name);
            parent = match inside.map(|(_, inside)| inside) {
                Some(Inside::One(table)) => table,
                Some(Inside::Many(tables)) => match tables.last_mut() {
                    Some(table) => table,
                    None => return,
                },
                None => {
                    self.unusual = true;
                    return;
                }
            };
        }
        let named = parent.entries.iter().any(|entry| entry.key == *key);
        let full = parent.entries.len() + parent.inside.len() >= MOST_NAMES;
        let there = parent.inside.iter_mut().find(|(name, _)| name == key);
        match (head, there.map(|(_, inside)| inside)) {
            (Head::Many, Some(Inside::Many(tables))) => tables.push(table),
            (_, Some(_)) => self.unusual = true,
            (_, None) if named || full => self.unusual = true,
            (Head::One, None) => parent.inside.push((key.clone(), Inside::One(table))),
            (Head::Many, None) => {
                parent.inside.push((key.clone(), Inside::Many(vec![table])));
            }
        }
    }

    fn put(&mut self, item: Item) {
        let entries = match self.open.last_mut() {
            Some(Open::List(_, items)) => {
                items.push(item);
                return;
            }
            Some(Open::Map(_, entries)) => entries,
            None => &mut self.table.entries,
        };
        let Some(key) = self.keys.pop() else {
            self.unusual = true;
            return;
        };
        if entries.len() >= MOST_NAMES || entries.iter().any(|entry| entry.key == key) {
            self.unusual = true;
        } else {
            entries.push(Entry { key, item });
        }
    }

    fn close(&mut self) {
        match self.open.pop() {
            Some(Open::List(at, items)) => self.put(Item {
                at,
                datum: Datum::List(items),
            }),
            Some(Open::Map(at, entries)) => self.put(Item {
                at,
                datum: Datum::Map(entries),
            }),
            None => self.unusual = true,
        }
    }

    fn goes_deeper(&mut self) -> bool {
        let deeper = self.open.len() < DEEPEST;
        self.unusual |= !deeper;
        deeper
    }
}

impl EventReceiver for Reader<'_> {
    fn std_table_open(&mut self, span: Span, _: &mut dyn ErrorSink) {
        self.open_head(Head::One, span);
    }

    fn std_table_close(&mut self, _: Span, _: &mut dyn ErrorSink) {
        self.in_head = false;
    }

    fn array_table_open(&mut self, span: Span, _: &mut dyn ErrorSink) {
        self.open_head(Head::Many, span);
    }

    fn array_table_close(&mut self, _: Span, _: &mut dyn ErrorSink) {
        self.in_head = false;
    }

    fn inline_table_open(&mut self, span: Span, _: &mut dyn ErrorSink) -> bool {
        self.open.push(Open::Map(self.at(span), Vec::new()));
        self.goes_deeper()
    }

    fn inline_table_close(&mut self, _: Span, _: &mut dyn ErrorSink) {
        self.close();
    }

    fn array_open(&mut self, span: Span, _: &mut dyn ErrorSink) -> bool {
        self.open.push(Open::List(self.at(span), Vec::new()));
        self.goes_deeper()
    }

    fn array_close(&mut self, _: Span, _: &mut dyn ErrorSink) {
        self.close();
    }

    fn simple_key(&mut self, span: Span, encoding: Option<Encoding>, error: &mut dyn ErrorSink) {
        let raw = self.source.input().get(span.start()..span.end());
        let Some(raw) = raw else {
            self.unusual = true;
            return;
        };
        let mut key = String::new();
        Raw::new_unchecked(raw, encoding, span).decode_key(&mut key, error);
        if self.in_head {
            self.path.push(key);
        } else {
            self.keys.push(key);
        }
    }

    /// A name of several parts is usual in a head only.
    fn key_sep(&mut self, _: Span, _: &mut dyn ErrorSink) {
        self.unusual |= !self.in_head;
    }

    fn scalar(&mut self, span: Span, encoding: Option<Encoding>, error: &mut dyn ErrorSink) {
        let raw = self.source.input().get(span.start()..span.end());
        let Some(raw) = raw else {
            self.unusual = true;
            return;
        };
        let mut text = String::new();
        let text = match Raw::new_unchecked(raw, encoding, span).decode_scalar(&mut text, error) {
            ScalarKind::String | ScalarKind::Float | ScalarKind::Integer(IntegerRadix::Dec) => text,
            ScalarKind::Boolean(yes) => yes.to_string(),
            ScalarKind::DateTime => match text.parse::<Datetime>() {
                Ok(day) => day.to_string(),
                Err(_) => {
                    self.unusual = true;
                    return;
                }
            },
            ScalarKind::Integer(_) => {
                self.unusual = true;
                return;
            }
        };
        let at = self.at(span);
        self.put(Item {
            at,
            datum: Datum::Text(text),
        });
    }

    fn comment(&mut self, span: Span, error: &mut dyn ErrorSink) {
        if let Some(raw) = self.source.get(span) {
            raw.decode_comment(error);
        }
    }

    fn newline(&mut self, span: Span, error: &mut dyn ErrorSink) {
        if let Some(raw) = self.source.get(span) {
            raw.decode_newline(error);
        }
    }

    fn error(&mut self, _: Span, _: &mut dyn ErrorSink) {
        self.unusual = true;
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use proptest::prelude::*;

    use super::super::whole;
    use super::*;

    /// What is read here is what the whole reader reads; whether it is read here.
    fn read_alike(text: &str) -> bool {
        let lines = Lines::of(text);
        let here = read(text, &lines);
        if let Some(here) = &here {
            assert_eq!(Some(here), whole(text, &lines).ok().as_ref(), "{text}");
        }
        here.is_some()
    }

    fn example(name: &str) -> String {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
        fs::read_to_string(folder.join(name)).expect("an example")
    }

    #[test]
    fn the_examples_are_usual() {
        for name in [
            "bergamo-2022",
            "brescia-2019",
            "brescia-2024",
            "camera-esempio",
        ] {
            assert!(read_alike(&example(&format!("{name}.toml"))), "{name}");
        }
    }

    #[test]
    fn usual_forms_are_read_here_and_others_elsewhere() {
        for usual in [
            "",
            "a = 1\n\n[b]\nc = \"d\"",
            "[[a]]\nb = 1.50\n[[a.c]]\nd = 2024-06-30\n[[a.c]]\nd = true\n[[a]]\n[a.e]\nf = {}",
            "a = [ { b = 'c', d = [1, -2] }, # e\n { b = \"\\u00e0\" } ]\r\nf = \"\"\"\ng\\\n  h\"\"\"",
            "a = 12:30:00\n\"b c\" = 1979-05-27 07:32:00.5Z\nd = +1_000\ne = inf",
        ] {
            assert!(read_alike(usual), "{usual}");
        }
        for other in [
            "a.b = 1",
            "a = 0x1f",
            "a = { b.c = 1 }",
            "[a.b]\nc = 1",
            "[[a.b]]\nc = 1",
            "[a]\nb.c = 1",
            "a = 1\na = 2",
            "[a]\n[a]",
            "[a]\n[[a]]",
            "[[a]]\n[a]",
            "[a]\nb = 1\n[a.b]",
            "a = []\n[[a]]",
            "a = {}\n[a.b]",
            "a = { b = 1, b = 2 }",
            "a = ",
            "[a",
            "= 1",
            "a = 1 b = 2",
            "a = 2024-02-31",
            "a = \"\\x\"",
            "# \u{7}\na = 1",
            "[]\na = 1",
        ] {
            assert!(!read_alike(other), "{other}");
        }
        let deep = format!("a = {}{}", "[".repeat(200), "]".repeat(200));
        assert!(!read_alike(&deep));
        let many: String = (0..200).map(|n| format!("k{n} = {n}\n")).collect();
        assert!(!read_alike(&many));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        /// Pieces of TOML in any order, right and wrong.
        #[test]
        fn any_pieces_are_read_alike(pieces in prop::collection::vec(
            prop::sample::select(vec![
                "[a]", "[[a]]", "[a.b]", "[[a.b]]", "[[a.b.c]]", "[b]", "[", "]", "{", "}", "a", "b",
                ".", "=", " = ", ",", "\n", "\n", "\n", "1", "0x1", "1.5", "true", "\"t\"", "'t'",
                "\"\"\"t\n", "\"\"\"", "2024-01-31", "# c", "a = 1\n", "b = [1, 2]\n",
                "c = { a = 1 }\n", "\r", "\u{1}", "é", "\\",
            ]),
            0..14,
        )) {
            read_alike(&pieces.concat());
        }

        /// A part of an example, with a piece of it somewhere else.
        #[test]
        fn spoilt_examples_are_read_alike(from in 0_usize..4000, length in 0_usize..2000, to in 0_usize..4000) {
            let text = example("brescia-2024.toml");
            let at = |n: usize| text.char_indices().nth(n).map_or(text.len(), |(at, _)| at);
            let (from, end, to) = (at(from), at(from + length), at(to));
            let spoilt = format!("{}{}{}", &text[..to], &text[from..end], &text[to..at(6000)]);
            read_alike(&spoilt);
        }
    }
}
