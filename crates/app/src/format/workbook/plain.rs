//! A workbook that is no plan: its cells as people see them.

use domain::finding::Finding;

use super::package::{Package, Type, too_large};
use super::tabular::plain_text;
use super::xlsx::Stop;
use super::{ods, xlsx};

/// A sheet with its cells as text: row, column, what it shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlainSheet {
    /// Its name.
    pub name: String,
    /// Cells that hold something, in order of row and column, both from 0.
    pub cells: Vec<(u32, u16, String)>,
}

/// The sheets of an `.xlsx` or `.ods` workbook as they are seen.
///
/// # Errors
/// Why the file cannot be used: it is no workbook, encrypted, damaged, or larger than is taken.
pub fn plain(bytes: &[u8]) -> Result<Vec<PlainSheet>, Box<Finding>> {
    let (mut package, kind) = Package::open(bytes)?;
    let grids = match kind {
        Type::Xlsx => xlsx::read(&mut package),
        Type::Ods => ods::read(&mut package),
    };
    let grids = grids.map_err(|stop| match stop {
        Stop::Damaged => Finding::error("format-workbook-damaged"),
        Stop::TooMuch => too_large("cells"),
    })?;
    let sheets = grids.into_iter().map(|grid| PlainSheet {
        name: grid.name.to_string(),
        cells: grid
            .cells
            .iter()
            .map(|cell| (cell.row, cell.column, plain_text(&cell.content).to_string()))
            .collect(),
    });
    Ok(sheets.collect())
}
