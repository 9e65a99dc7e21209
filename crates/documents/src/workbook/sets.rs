//! The data sets of a document: its tables as plain lists.

use std::collections::HashMap;

use crate::block::{Block, Cell, Document, RowKind, Table, plain};

/// What a sheet holds.
#[derive(Default)]
pub(super) struct Set {
    /// What it is called.
    pub name: String,
    /// Heads of its columns.
    pub heads: Vec<String>,
    /// Its rows: cells by column.
    pub rows: Vec<Vec<(usize, Cell)>>,
    positions: HashMap<(Origin, String, usize), usize>,
}

/// Columns that have the same head and are not the same.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Origin {
    Context,
    Subhead,
    Own,
}

/// The data sets, in the order of their first tables.
pub(super) fn sets(document: &Document) -> Vec<Set> {
    let mut found = Vec::new();
    tables(&document.blocks, &mut found);
    let mut sets: Vec<(String, Vec<&Table>)> = Vec::new();
    let mut places: HashMap<&str, usize> = HashMap::new();
    for table in found.into_iter().filter(|t| !t.columns.is_empty()) {
        if table.data.is_empty() {
            let name = table.caption.clone().unwrap_or_default();
            sets.push((name, vec![table]));
            continue;
        }
        let place = *places.entry(&table.data).or_insert(sets.len());
        match sets.get_mut(place) {
            Some((_, tables)) => tables.push(table),
            None => sets.push((table.data.clone(), vec![table])),
        }
    }
    let subhead = &document.words.group;
    sets.into_iter()
        .map(|(name, tables)| Set::of(name, &tables, subhead))
        .collect()
}

/// All tables, wherever they stand.
fn tables<'d>(blocks: &'d [Block], found: &mut Vec<&'d Table>) {
    for block in blocks {
        match block {
            Block::Table(table) => found.push(table),
            Block::Figure(figure) => found.extend(&figure.data),
            Block::List { items, .. } => items.iter().for_each(|item| tables(item, found)),
            Block::Aside { blocks, .. } => tables(blocks, found),
            _ => {}
        }
    }
}

impl Set {
    fn of(name: String, all: &[&Table], subhead: &str) -> Set {
        let mut set = Set {
            name,
            ..Set::default()
        };
        // The columns of every table before the first row: context first, whoever brings it.
        for origin in [Origin::Context, Origin::Subhead, Origin::Own] {
            for table in all {
                let heads = match origin {
                    Origin::Context => table.context.iter().map(|(h, _)| h.clone()).collect(),
                    Origin::Subhead if has_subheads(table) => vec![subhead.to_owned()],
                    Origin::Subhead => Vec::new(),
                    Origin::Own => own_heads(table),
                };
                set.columns(origin, &heads);
            }
        }
        for table in all {
            set.table(table, subhead);
        }
        set
    }

    /// The columns of heads: those of the same head are the same, but not within one table.
    fn columns(&mut self, origin: Origin, heads: &[String]) -> Vec<usize> {
        let mut seen: HashMap<&str, usize> = HashMap::new();
        let mut columns = Vec::new();
        for head in heads {
            let nth = seen.entry(head).or_insert(0);
            *nth += 1;
            let key = (origin, head.clone(), *nth);
            let next = self.heads.len();
            let column = *self.positions.entry(key).or_insert(next);
            if column == next {
                self.heads.push(match *nth {
                    1 => head.clone(),
                    nth => format!("{head} ({nth})"),
                });
            }
            columns.push(column);
        }
        columns
    }

    fn table(&mut self, table: &Table, subhead: &str) {
        let heads: Vec<String> = table.context.iter().map(|(head, _)| head.clone()).collect();
        let context: Vec<(usize, Cell)> = self
            .columns(Origin::Context, &heads)
            .into_iter()
            .zip(table.context.iter().map(|(_, value)| Cell::text(value)))
            .collect();
        let group = has_subheads(table)
            .then(|| self.columns(Origin::Subhead, &[subhead.to_owned()]))
            .and_then(|columns| columns.first().copied());
        let own = self.columns(Origin::Own, &own_heads(table));
        let mut under = String::new();
        for row in &table.rows {
            match row.kind {
                RowKind::Total => continue,
                RowKind::Subhead => {
                    let texts = row.cells.iter().map(|cell| plain(&cell.text));
                    let texts: Vec<String> = texts.filter(|text| !text.is_empty()).collect();
                    under = texts.join(" ");
                    continue;
                }
                RowKind::Data => {}
            }
            let mut cells = context.clone();
            if let Some(group) = group {
                cells.push((group, Cell::text(&under)));
            }
            let mut at = 0;
            for cell in &row.cells {
                if let Some(column) = own.get(at) {
                    cells.push((*column, cell.clone()));
                }
                at += usize::from(cell.span.max(1));
            }
            self.rows.push(cells);
        }
    }

    /// Characters of the longest line of a column, its head aside.
    pub fn width(&self, column: usize) -> usize {
        let texts = self
            .rows
            .iter()
            .flat_map(|row| row.iter().filter(|(at, _)| *at == column));
        texts
            .flat_map(|(_, cell)| {
                let text = plain(&cell.text);
                text.lines().map(|line| line.chars().count()).max()
            })
            .max()
            .unwrap_or(0)
    }
}

fn has_subheads(table: &Table) -> bool {
    table.rows.iter().any(|row| row.kind == RowKind::Subhead)
}

/// The heads of a table's columns, each with the group over it.
fn own_heads(table: &Table) -> Vec<String> {
    let mut groups = table
        .groups
        .iter()
        .flat_map(|(text, span)| std::iter::repeat_n(&**text, (*span).min(table.columns.len())));
    table
        .columns
        .iter()
        .map(|column| match groups.next() {
            Some(group) if !group.is_empty() => format!("{group} – {}", column.head),
            _ => column.head.clone(),
        })
        .collect()
}
