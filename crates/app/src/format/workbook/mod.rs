//! The plan as a workbook: `.xlsx` written, `.xlsx` and `.ods` read.
//!
//! One sheet for each kind of record, named and headed in Italian by the schema; two sheets for
//! what does not fit into a row (values with details, rows of tables), one for texts longer than a
//! cell. Reading expects little order: sheets and columns are found by name wherever they stand,
//! and what cannot be used is named cell by cell.
//!
//! A workbook is a hostile thing: it may be a bomb, a ruin or another kind of file. The module `package`
//! refuses before anything is unpacked; the parsers behind it read a stream into a sparse grid with
//! a bounded number of cells.

mod cell;
mod grid;
mod guide;
mod header;
mod layout;
mod number_format;
mod ods;
mod package;
mod plain;
mod read;
pub mod staff;
mod styles;
mod tabular;
mod template;
mod write;
mod xlsx;
mod xml;

pub use plain::{PlainSheet, plain};
pub use read::read;
pub use template::template;
pub use write::write;

/// The sheet of instructions.
const GUIDE: &str = "Istruzioni";
/// The hidden sheet behind the drop-down lists.
const LISTS: &str = "Elenchi";
/// The sheet of values that carry more than a text.
const VALUES: &str = "Valori";
/// The sheet of the rows of tables and registers.
const ROWS: &str = "Righe tabelle";
/// The sheet of texts that do not fit into a cell.
const LONG_TEXTS: &str = "Testi lunghi";
