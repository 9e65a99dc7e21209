//! Tables, their filters, and the tree.

use askama::Template;

use super::{Action, Bar, Chip, Field, Figure, Icon, Link};
use crate::messages::Catalogue;

/// How a table is sorted by a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sorted {
    /// By another column.
    No,
    /// The least first.
    Up,
    /// The greatest first.
    Down,
}

/// A column.
pub struct Column {
    /// Its head.
    pub head: String,
    /// The address of the same list sorted by it; none where it cannot be.
    pub sort: Option<String>,
    /// Whether the list is sorted by it.
    pub sorted: Sorted,
    /// Whether it holds figures, which stand on the right.
    pub right: bool,
}

impl Column {
    /// A column of words.
    pub fn words(head: impl Into<String>) -> Column {
        Column {
            head: head.into(),
            sort: None,
            sorted: Sorted::No,
            right: false,
        }
    }

    /// A column of figures.
    pub fn figures(head: impl Into<String>) -> Column {
        Column {
            right: true,
            ..Column::words(head)
        }
    }

    /// The same, sorted by a link.
    pub fn by(mut self, address: impl Into<String>, sorted: Sorted) -> Column {
        (self.sort, self.sorted) = (Some(address.into()), sorted);
        self
    }
}

/// What a cell holds.
pub enum Cell<'a> {
    /// Nothing; a dash is read.
    Nothing,
    /// Words or a printed number.
    Text(String),
    /// Words, with smaller ones below.
    Two(String, String),
    /// A link, with smaller words below.
    Link(Link, Option<String>),
    /// A link that stands so deep under others, with smaller words below.
    Deep(usize, Link, Option<String>),
    /// A state.
    Chip(Chip<'a>),
    /// A figure that is a door.
    Figure(Figure<'a>),
    /// A figure with its bar.
    Score(Figure<'a>, Bar),
    /// A bar alone.
    Bar(Bar),
    /// A field to write in; its label is read, not seen.
    Field(Box<Field<'a>>),
    /// A button.
    Action(Action),
}

/// A row.
pub struct Row<'a> {
    /// Its cells, as many as there are columns; the first heads the row.
    pub cells: Vec<Cell<'a>>,
    /// Whether it is to be seen first: late, contradictory, waiting.
    pub stands_out: bool,
}

impl<'a> Row<'a> {
    /// A row like the others.
    pub fn of(cells: Vec<Cell<'a>>) -> Row<'a> {
        Row {
            cells,
            stands_out: false,
        }
    }
}

/// `{{ table }}`: a list; at 360 px its rows become cards.
#[derive(Template)]
#[template(path = "part/table.html")]
pub struct Table<'a> {
    /// The words.
    pub t: &'a Catalogue,
    /// What it lists.
    pub caption: String,
    /// Whether the caption is only read: a heading above says it.
    pub quiet: bool,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<Row<'a>>,
    /// The last row, of sums.
    pub totals: Option<Vec<Cell<'a>>>,
    /// Where the same list is had as a file.
    pub exports: Vec<Link>,
}

impl Table<'_> {
    /// The head above a cell.
    fn head(&self, cell: &usize) -> &str {
        self.columns.get(*cell).map_or("", |column| &column.head)
    }

    /// Whether a cell holds a figure.
    fn right(&self, cell: &usize) -> bool {
        self.columns.get(*cell).is_some_and(|column| column.right)
    }
}

/// `{{ filters }}`: what a list is narrowed by; the filters stay in the address.
#[derive(Template)]
#[template(path = "part/filters.html")]
pub struct Filters<'a> {
    /// The words.
    pub t: &'a Catalogue,
    /// The address of the list.
    pub action: String,
    /// The fields.
    pub fields: Vec<Field<'a>>,
    /// What is kept in the address without being shown (the order).
    pub hidden: Vec<(String, String)>,
    /// Those in use, each with the address without it.
    pub active: Vec<Link>,
    /// How many are shown: `12 di 84 obiettivi`.
    pub count: String,
}

/// A row of the tree.
pub struct TreeRow<'a> {
    /// How deep, from 1.
    pub level: usize,
    /// Whether something stands below it: the next rows, one level deeper.
    pub branch: bool,
    /// Whether what stands below is shown at first.
    pub open: bool,
    /// The name of its level: `obiettivo strategico`.
    pub kind: String,
    /// Its code.
    pub code: String,
    /// Its title and page.
    pub title: Link,
    /// Who answers for it.
    pub responsible: String,
    /// Its weight as printed.
    pub weight: String,
    /// Its score.
    pub figure: Figure<'a>,
    /// The score as a bar.
    pub bar: Bar,
    /// How it stands.
    pub chip: Chip<'a>,
}

/// `{{ tree }}`: the tree as an indented table. With the script arrows open, close and move;
/// without it every row is shown.
#[derive(Template)]
#[template(path = "part/tree.html")]
pub struct Tree<'a> {
    /// The words.
    pub t: &'a Catalogue,
    /// What it shows.
    pub caption: String,
    /// The rows, each after what it stands under.
    pub rows: Vec<TreeRow<'a>>,
}
