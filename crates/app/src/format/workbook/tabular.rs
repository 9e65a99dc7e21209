//! A table inside a grid: its head, wherever it stands, and what lies under and beside it.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::format::datum::At;
use crate::format::field::trimmed;

use super::grid::{Cell, Content, Grid, Merged};

/// The head of a table.
pub(super) struct HeadRow<H> {
    /// Its row.
    pub row: u32,
    /// What each column holds, from the left.
    pub columns: Vec<(u16, H)>,
    /// Columns whose head says nothing known.
    pub unknown: Vec<(u16, String)>,
    /// Columns whose head another has said before.
    pub repeated: Vec<(u16, String)>,
}

/// How far down a head is looked for.
const DEEPEST: usize = 60;

/// The row that says most known heads; titles and blank rows may stand above it.
pub(super) fn head_row<H: PartialEq>(
    grid: &Grid,
    recognise: impl Fn(&str) -> Option<H>,
) -> Option<HeadRow<H>> {
    let mut best: Option<HeadRow<H>> = None;
    for cells in grid.rows().take(DEEPEST) {
        let mut head = HeadRow {
            row: cells[0].row,
            columns: Vec::new(),
            unknown: Vec::new(),
            repeated: Vec::new(),
        };
        for cell in cells {
            let text = plain_text(&cell.content);
            let text = trimmed(&text);
            if text.is_empty() {
                continue;
            }
            match recognise(text) {
                Some(known) if head.columns.iter().any(|(_, h)| *h == known) => {
                    head.repeated.push((cell.column, text.to_owned()));
                }
                Some(known) => head.columns.push((cell.column, known)),
                None => head.unknown.push((cell.column, text.to_owned())),
            }
        }
        let better = best
            .as_ref()
            .is_none_or(|b| head.columns.len() > b.columns.len());
        if better && !head.columns.is_empty() {
            best = Some(head);
        }
    }
    best
}

/// The text of a cell where no field says how to read it.
pub(super) fn plain_text(content: &Content) -> Arc<str> {
    match content {
        Content::Text(text) => Arc::clone(text),
        Content::Number(figure) => figure.printed().into(),
        Content::Day { date, time: None } => date.as_str().into(),
        Content::Day {
            date,
            time: Some(time),
        } => format!("{date} {time}").into(),
        Content::YesNo(yes) => if *yes { "sì" } else { "no" }.into(),
        Content::Error(_) | Content::Uncomputed => "".into(),
    }
}

impl Grid {
    /// The place of one of its cells.
    pub fn at(&self, row: u32, column: u16) -> At {
        At::Cell {
            sheet: Arc::clone(&self.name),
            row,
            column,
        }
    }

    /// The cell at a place, if it holds something.
    pub fn cell(&self, row: u32, column: u16) -> Option<&Cell> {
        let found = self
            .cells
            .binary_search_by_key(&(row, column), |cell| (cell.row, cell.column));
        found.ok().map(|i| &self.cells[i])
    }
}

impl Grid {
    /// The cells of a row.
    pub fn row(&self, row: u32) -> &[Cell] {
        let first = self.cells.partition_point(|c| c.row < row);
        let last = self.cells.partition_point(|c| c.row <= row);
        &self.cells[first..last]
    }
}

/// Merged ranges that stand for the same value in every row, by column.
#[derive(Default)]
pub(super) struct FillDown {
    ranges: BTreeMap<u16, Vec<Merged>>,
}

impl FillDown {
    /// The ranges of `grid` that begin in one of those columns and span rows under `head`.
    pub fn of(grid: &Grid, head: u32, columns: &[u16]) -> Self {
        let mut ranges: BTreeMap<u16, Vec<Merged>> = BTreeMap::new();
        for merged in &grid.merged {
            if merged.first_row > head
                && merged.last_row > merged.first_row
                && columns.contains(&merged.first_column)
            {
                ranges.entry(merged.first_column).or_default().push(*merged);
            }
        }
        for list in ranges.values_mut() {
            list.sort_by_key(|m| m.first_row);
        }
        FillDown { ranges }
    }

    /// The cell that speaks for an empty one.
    pub fn cell<'a>(&self, grid: &'a Grid, row: u32, column: u16) -> Option<&'a Cell> {
        let list = self.ranges.get(&column)?;
        let before = list.partition_point(|m| m.first_row <= row);
        let merged = list[..before].last()?;
        (merged.last_row >= row)
            .then(|| grid.cell(merged.first_row, column))
            .flatten()
    }
}
