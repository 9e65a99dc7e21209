//! Lists as files: the cells that a page shows, with the exact figures behind them.

use documents::block::{self, Document, FigureOf, Look, plain};
use documents::workbook;
use domain::number::Number;

use super::asked::Asked;
use super::failure::Failure;
use super::part::{Cell, Link, Table};
use super::receive::Answer;

/// A cell as a page shows it, and as a file holds it.
pub struct Both<'a>(pub Cell<'a>, pub block::Cell);

impl<'a> Both<'a> {
    /// Words, the same in both.
    pub fn text(text: impl Into<String>) -> Both<'a> {
        let text = text.into();
        let shown = match text.trim().is_empty() {
            true => Cell::Nothing,
            false => Cell::Text(text.clone()),
        };
        Both(shown, block::Cell::text(text))
    }

    /// A whole number.
    pub fn count(count: usize) -> Both<'a> {
        let number = i64::try_from(count).unwrap_or(i64::MAX);
        let cell = block::Cell::figure(count.to_string(), FigureOf::Number(Number::from(number)));
        Both(Cell::Text(count.to_string()), cell)
    }

    /// Something shown, whose text in a file is this.
    pub fn shown(shown: Cell<'a>, text: impl Into<String>) -> Both<'a> {
        Both(shown, block::Cell::text(text))
    }

    /// Something shown, whose figure in a file is a share of the whole.
    pub fn share(shown: Cell<'a>, text: impl Into<String>, share: Option<&Number>) -> Both<'a> {
        let cell = match share {
            Some(share) => block::Cell::figure(text, FigureOf::Percent(share.clone())),
            None => block::Cell::text(""),
        };
        Both(shown, cell)
    }
}

/// The formats in which a list is had: the word in the address.
const FORMATS: [&str; 2] = ["csv", "xlsx"];

/// The links to a list as a file, with the filters in use.
pub fn links(asked: &Asked<'_>) -> Vec<Link> {
    FORMATS
        .iter()
        .map(|format| {
            Link::new(
                asked.t.text(&format!("web-export-{format}")),
                format!(
                    "{}?{}",
                    asked.path,
                    asked.query.with("formato", Some(format))
                ),
            )
        })
        .collect()
}

/// Tables as the file that was asked for (`?formato=csv`); none where a page was.
///
/// # Errors
/// What is wrong with the format asked for, or with the writing.
pub fn file(
    asked: &Asked<'_>,
    name: &str,
    title: String,
    tables: impl FnOnce() -> Vec<block::Table>,
) -> Result<Option<Answer>, Failure> {
    let Some(format) = asked.query.get("formato") else {
        return Ok(None);
    };
    let file = format!("{name}.{format}");
    match format {
        "csv" => {
            let bytes = csv(&tables()).map_err(|error| Failure::Broken(error.to_string()))?;
            Ok(Some(Answer::file(&file, "text/csv; charset=utf-8", bytes)))
        }
        "xlsx" => {
            let document = document(asked, title, tables());
            let bytes = workbook::write(&document).map_err(Failure::Broken)?;
            Ok(Some(Answer::file(&file, WORKBOOK, bytes)))
        }
        _ => Err(Failure::NotFound),
    }
}

/// What a workbook is called where files are described.
pub const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Rows with semicolons, as spreadsheets open them; a table after the other, each with its heads.
fn csv(tables: &[block::Table]) -> Result<Vec<u8>, csv::Error> {
    let mut writer = ::csv::WriterBuilder::new()
        .delimiter(b';')
        .flexible(true)
        .from_writer(Vec::from("\u{feff}"));
    for table in tables {
        if tables.len() > 1 {
            let caption = table.caption.as_deref().unwrap_or(&table.data);
            writer.write_record([harmless(caption)])?;
        }
        writer.write_record(table.columns.iter().map(|column| harmless(&column.head)))?;
        for row in &table.rows {
            writer.write_record(row.cells.iter().map(|cell| match &cell.figure {
                // A negative figure begins like a formula and is none.
                Some(_) => plain(&cell.text),
                None => harmless(&plain(&cell.text)),
            }))?;
        }
    }
    writer
        .into_inner()
        .map_err(|error| error.into_error().into())
}

/// A text that no spreadsheet takes for a formula.
fn harmless(text: &str) -> String {
    match text.starts_with(['=', '+', '-', '@', '\t', '\r']) && text.len() > 1 {
        true => format!("'{text}"),
        false => text.to_owned(),
    }
}

fn document(asked: &Asked<'_>, title: String, tables: Vec<block::Table>) -> Document {
    Document {
        language: asked.t.language.tag(),
        title,
        subtitle: None,
        body: asked.part("body").to_owned(),
        act: None,
        date: Some(super::receive::today(asked.now)),
        look: Look::default(),
        watermark: None,
        words: crate::document::words(asked.t),
        blocks: tables.into_iter().map(block::Block::Table).collect(),
    }
}

/// The table of a page as a file holds it: what is smaller below a name follows it, what is only to
/// write in or to press is left out.
pub fn as_shown(table: &Table<'_>) -> block::Table {
    let heads = table.columns.iter().map(|column| match column.right {
        true => block::Column::figures(&column.head, 10),
        false => block::Column::text(&column.head, 24),
    });
    let rows = table.rows.iter().map(|row| {
        let cells = row.cells.iter().zip(&table.columns);
        cells
            .map(|(cell, column)| held(cell, column.right))
            .collect()
    });
    self::table(table.caption.clone(), heads.collect(), rows.collect())
}

fn held(cell: &Cell<'_>, is_figure: bool) -> block::Cell {
    let with = |text: &str, below: Option<&String>| match below {
        Some(below) if !below.is_empty() => format!("{text} – {below}"),
        _ => text.to_owned(),
    };
    let text = match cell {
        Cell::Nothing | Cell::Bar(_) | Cell::Action(_) => String::new(),
        Cell::Text(text) => text.clone(),
        Cell::Two(text, below) => with(text, Some(below)),
        Cell::Link(link, below) | Cell::Deep(_, link, below) => with(&link.text, below.as_ref()),
        Cell::Chip(chip) => chip.word(),
        Cell::Figure(figure) | Cell::Score(figure, _) => figure.value.clone(),
        Cell::Field(field) => field.value.clone(),
    };
    match domain::target::read_number(&text).0.filter(|_| is_figure) {
        Some(number) => block::Cell::figure(text, FigureOf::Number(number)),
        None => block::Cell::text(text),
    }
}

/// The table of a file from its heads and the cells of its rows.
pub fn table(name: String, heads: Vec<block::Column>, rows: Vec<Vec<block::Cell>>) -> block::Table {
    block::Table {
        data: name.clone(),
        caption: Some(name),
        columns: heads,
        row_heads: 1,
        rows: rows
            .into_iter()
            .map(|cells| block::Row {
                cells,
                ..block::Row::default()
            })
            .collect(),
        ..block::Table::default()
    }
}
