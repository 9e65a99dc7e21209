//! What every format has in common before it means anything: records of named fields, each with
//! the place in the file where it was written.

use std::sync::Arc;

/// A place in a file that a person can go to.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum At {
    /// No place: the thing was not read from a file, or the whole file is meant.
    #[default]
    Nowhere,
    /// A line and column of a text file, from 1; the column counts characters.
    Line {
        /// Line.
        line: u32,
        /// Column.
        column: u32,
    },
    /// A cell of a workbook.
    Cell {
        /// Name of the sheet.
        sheet: Arc<str>,
        /// Row, from 0.
        row: u32,
        /// Column, from 0.
        column: u16,
    },
    /// A field of a record of the database; an empty one for the record itself.
    Record {
        /// Its number in the plan.
        number: i64,
        /// The field, without the period of a value.
        field: Arc<str>,
    },
}

/// A written value and its place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// The value.
    pub datum: Datum,
    /// Where it stands.
    pub at: At,
}

/// A value as a file can write it. Numbers are texts: their digits are kept as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Datum {
    /// A text, number, date or yes / no.
    Text(String),
    /// A list.
    List(Vec<Item>),
    /// Named values.
    Map(Vec<Entry>),
}

impl Default for Datum {
    fn default() -> Self {
        Datum::Text(String::new())
    }
}

/// A named value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// The name, as the schema spells it once it is recognised.
    pub key: String,
    /// Its value.
    pub item: Item,
}

/// One thing of the plan as written: its kind and its fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Position of its kind in the schema.
    pub kind: usize,
    /// Where it begins.
    pub at: At,
    /// Its fields, in order of writing.
    pub entries: Vec<Entry>,
}

impl Datum {
    /// The text, if it is one.
    pub fn text(&self) -> Option<&str> {
        match self {
            Datum::Text(text) => Some(text),
            _ => None,
        }
    }
}

impl Item {
    /// A text without a place.
    pub fn text(text: impl Into<String>) -> Item {
        Item {
            datum: Datum::Text(text.into()),
            at: At::Nowhere,
        }
    }
}

impl Entry {
    /// A field without a place.
    pub fn new(key: impl Into<String>, datum: Datum) -> Entry {
        Entry {
            key: key.into(),
            item: Item {
                datum,
                at: At::Nowhere,
            },
        }
    }
}

impl Record {
    /// The text of a field, if it was written as one.
    pub fn text(&self, key: &str) -> Option<&str> {
        self.entries
            .iter()
            .find(|e| e.key == key)?
            .item
            .datum
            .text()
    }
}
