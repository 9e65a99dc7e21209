//! Tables wider than a page: which need a page on its side, and which must be cut into parts.

use crate::block::{Cell, Row, RowKind, Table};

/// Columns that stand side by side on a page on its side and can still be read.
const MOST_COLUMNS: usize = 14;

/// Width in characters up to which a table stands on an upright page.
const UPRIGHT: u32 = 105;

/// Whether a table is better read on a page on its side.
pub fn needs_landscape(table: &Table) -> bool {
    let width: u32 = table.columns.iter().map(|c| u32::from(c.width)).sum();
    table.columns.len() > 9 || (table.columns.len() > 4 && width > UPRIGHT)
}

/// The widths of the columns in comparison with each other: none so narrow that words break at
/// every letter, none so wide that it starves the others.
pub fn shares(table: &Table) -> Vec<f64> {
    table
        .columns
        .iter()
        .map(|column| {
            let longest_word = column
                .head
                .split_whitespace()
                .map(|word| word.chars().count())
                .max()
                .unwrap_or(0);
            let least = longest_word.clamp(4, 14);
            f64::from(column.width).clamp(4.0, 70.0).max(least as f64)
        })
        .collect()
}

/// The table itself, or its parts side by side, each beginning with the row heads.
pub fn parts(table: &Table, goes_on: &str) -> Vec<Table> {
    if table.columns.len() <= MOST_COLUMNS {
        return vec![table.clone()];
    }
    let heads = table.row_heads.clamp(1, MOST_COLUMNS - 4);
    let rest: Vec<usize> = (heads..table.columns.len()).collect();
    let chunks: Vec<&[usize]> = rest.chunks(MOST_COLUMNS - heads).collect();
    let count = chunks.len();
    chunks
        .iter()
        .enumerate()
        .map(|(i, chunk)| {
            let columns: Vec<usize> = (0..heads).chain(chunk.iter().copied()).collect();
            let mut caption = table.caption.clone().unwrap_or_default();
            if count > 1 {
                caption = format!("{caption} ({}/{count}", i + 1);
                if i + 1 < count {
                    caption = format!("{caption}, {goes_on}");
                }
                caption.push(')');
            }
            Table {
                caption: Some(caption.trim().to_owned()),
                columns: columns.iter().map(|c| table.columns[*c].clone()).collect(),
                groups: Vec::new(),
                rows: table
                    .rows
                    .iter()
                    .map(|row| part_of_row(row, &columns))
                    .collect(),
                note: (i + 1 == count).then(|| table.note.clone()).flatten(),
                ..table.clone()
            }
        })
        .collect()
}

/// The cells of a row that stand in these columns.
fn part_of_row(row: &Row, columns: &[usize]) -> Row {
    if row.kind == RowKind::Subhead && row.cells.len() == 1 {
        return row.clone();
    }
    let mut flat: Vec<Cell> = Vec::new();
    for cell in &row.cells {
        flat.push(Cell {
            span: 1,
            ..cell.clone()
        });
        flat.extend((1..cell.span.max(1)).map(|_| Cell::text("")));
    }
    Row {
        cells: columns
            .iter()
            .map(|c| flat.get(*c).cloned().unwrap_or_else(|| Cell::text("")))
            .collect(),
        kind: row.kind,
    }
}
