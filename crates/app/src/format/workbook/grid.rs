//! What the readers of both file types make of a sheet: its cells that hold something, as the
//! person sees them.

use std::sync::Arc;

/// A sheet.
#[derive(Debug, Default)]
pub(super) struct Grid {
    /// Its name.
    pub name: Arc<str>,
    /// Cells that hold something, in order of row and column.
    pub cells: Vec<Cell>,
    /// Merged ranges.
    pub merged: Vec<Merged>,
    /// The file ends or goes wrong in the middle of the sheet.
    pub damaged: bool,
}

/// A cell.
#[derive(Clone, Debug)]
pub(super) struct Cell {
    /// Row, from 0.
    pub row: u32,
    /// Column, from 0.
    pub column: u16,
    /// What it holds.
    pub content: Content,
}

/// What a cell holds.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Content {
    /// A text as typed.
    Text(Arc<str>),
    /// A number.
    Number(Figure),
    /// A day, with a time of day where it is not midnight.
    Day { date: String, time: Option<String> },
    /// True or false.
    YesNo(bool),
    /// An error value, as shown (`#REF!`).
    Error(String),
    /// A formula that was never computed.
    Uncomputed,
}

/// A number as its cell shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Figure {
    /// Its digits, with a decimal point.
    pub digits: String,
    /// How many decimals the cell shows at least.
    pub decimals: usize,
    /// Shown as a percentage: the digits are percent points.
    pub percent: bool,
}

/// A merged range of more than one cell, ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Merged {
    pub first_row: u32,
    pub last_row: u32,
    pub first_column: u16,
    pub last_column: u16,
}

impl Figure {
    /// The number as an Italian document prints it: with a decimal comma.
    pub fn printed(&self) -> String {
        let percent = if self.percent { "%" } else { "" };
        format!("{}{percent}", self.digits.replace('.', ","))
    }

    /// The number as part of a code: with a point, and all decimals that the cell shows.
    pub fn as_code(&self) -> String {
        if self.percent {
            return self.printed();
        }
        let (whole, decimals) = self.digits.split_once('.').unwrap_or((&self.digits, ""));
        if self.decimals == 0 && decimals.is_empty() {
            return whole.to_owned();
        }
        format!("{whole}.{decimals:0<width$}", width = self.decimals)
    }
}

impl Merged {
    /// The range as people write it: `B3:C5`.
    pub fn name(&self) -> String {
        format!(
            "{}:{}",
            cell_name(self.first_row, self.first_column),
            cell_name(self.last_row, self.last_column)
        )
    }
}

/// A cell as people call it: `C12`.
pub(super) fn cell_name(row: u32, column: u16) -> String {
    format!("{}{}", column_name(column), u64::from(row) + 1)
}

/// A column as people call it: `A` … `Z`, `AA` ….
pub(super) fn column_name(column: u16) -> String {
    let mut letters = Vec::new();
    let mut rest = u32::from(column) + 1;
    while rest > 0 {
        rest -= 1;
        // A remainder of 26 is below 26.
        letters.push(b'A' + (rest % 26) as u8);
        rest /= 26;
    }
    letters.reverse();
    letters.into_iter().map(char::from).collect()
}

/// How much of a workbook is still taken: a file of a few kilobytes may claim millions of cells.
#[derive(Debug)]
pub(super) struct Allowance {
    cells: usize,
    bytes: usize,
}

/// More than any plan needs.
#[derive(Debug)]
pub(super) struct TooMuch;

impl Default for Allowance {
    fn default() -> Self {
        Allowance {
            cells: 5_000_000,
            bytes: 256 << 20,
        }
    }
}

impl Allowance {
    /// Takes a cell, a shared text or a merged range.
    pub fn take_cell(&mut self) -> Result<(), TooMuch> {
        self.cells = self.cells.checked_sub(1).ok_or(TooMuch)?;
        Ok(())
    }

    /// Takes some text.
    pub fn take_text(&mut self, bytes: usize) -> Result<(), TooMuch> {
        self.bytes = self.bytes.checked_sub(bytes).ok_or(TooMuch)?;
        Ok(())
    }
}

impl Grid {
    /// Puts the cells in order and drops what is said twice.
    pub fn settle(&mut self) {
        let place = |cell: &Cell| (cell.row, cell.column);
        if !self.cells.is_sorted_by(|a, b| place(a) < place(b)) {
            self.cells.sort_by_key(place);
            self.cells.dedup_by_key(|cell| place(cell));
        }
    }

    /// Its rows that hold something.
    pub fn rows(&self) -> impl Iterator<Item = &[Cell]> {
        self.cells.chunk_by(|a, b| a.row == b.row)
    }
}

#[cfg(test)]
mod tests {
    use super::{Figure, cell_name};

    #[test]
    fn cells_are_called_as_on_screen() {
        assert_eq!(cell_name(0, 0), "A1");
        assert_eq!(cell_name(11, 26), "AA12");
        assert_eq!(cell_name(1_048_575, 16_383), "XFD1048576");
        assert_eq!(cell_name(u32::MAX, u16::MAX), "CRXP4294967296");
    }

    #[test]
    fn a_number_in_a_code_keeps_the_zeros_it_shows() {
        let figure = Figure {
            digits: "1.1".to_owned(),
            decimals: 2,
            percent: false,
        };
        assert_eq!(figure.as_code(), "1.10");
        assert_eq!(figure.printed(), "1,1");
    }
}
