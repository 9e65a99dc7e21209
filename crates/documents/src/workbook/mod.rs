//! Workbook: the figures behind a document, for who goes on reckoning.
//!
//! A first sheet says what the document is and leads to the others: one for each data set, its tables
//! one under the other as plain lists with one row of heads, which filters and pivots understand.

mod cell;
mod names;
mod sets;

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, FormatUnderline, Url,
    Workbook, Worksheet, XlsxError,
};

use crate::block::Document;
use crate::docx::colour;

use cell::{Formats, shortened};
use names::Names;
use sets::{Set, sets};

/// A4.
const PAPER: u8 = 9;
/// The longest running head that a workbook takes.
const LONGEST_HEADER: usize = 200;
/// The longest property.
const LONGEST_PROPERTY: usize = 200;
/// Widths of columns, in characters.
const NARROWEST: usize = 9;
const WIDEST: usize = 48;
/// Height of a line of the title, in points.
const TITLE: f64 = 27.0;
/// The most characters of a head in a line.
const HEAD: usize = 24;

/// Writes the data of a document as `.xlsx`: the same document gives the same bytes.
///
/// # Errors
/// Why a workbook cannot hold the data: a sheet has 1,048,576 rows and 16,384 columns.
pub fn write(document: &Document) -> Result<Vec<u8>, String> {
    workbook(document).map_err(|error| error.to_string())
}

fn workbook(document: &Document) -> Result<Vec<u8>, XlsxError> {
    let sets = sets(document);
    let mut names = Names::default();
    let front = names.unique(&document.words.contents, "1");
    let named: Vec<(String, &Set)> = sets
        .iter()
        .map(|set| (names.unique(&set.name, &document.words.table), set))
        .collect();
    let mut formats = Formats::new(document.language);
    let mut workbook = Workbook::new();
    workbook.push_worksheet(first(document, &front, &named)?);
    for (name, set) in &named {
        workbook.push_worksheet(sheet(document, name, set, &mut formats)?);
    }
    let day = document.date.unwrap_or(jiff::civil::date(2026, 1, 1));
    let created = cell::day(day).map_or_else(|| ExcelDateTime::from_ymd(2026, 1, 1), Ok)?;
    let properties = DocProperties::new()
        .set_title(cut(&document.title, LONGEST_PROPERTY))
        .set_author(cut(&document.body, LONGEST_PROPERTY))
        .set_company(cut(&document.body, LONGEST_PROPERTY))
        .set_subject(cut(
            document.subtitle.as_deref().unwrap_or_default(),
            LONGEST_PROPERTY,
        ))
        .set_creation_datetime(&created);
    workbook.set_properties(&properties);
    workbook.save_to_buffer()
}

/// What the document is, and what the sheets hold.
fn first(
    document: &Document,
    name: &str,
    sheets: &[(String, &Set)],
) -> Result<Worksheet, XlsxError> {
    let [red, green, blue] = colour::main(&document.look);
    let main = Color::RGB(u32::from_be_bytes([0, red, green, blue]));
    let text = Format::new().set_align(FormatAlign::Top).set_text_wrap();
    let title = text
        .clone()
        .set_bold()
        .set_font_size(18)
        .set_font_color(main);
    let head = text
        .clone()
        .set_bold()
        .set_font_size(13)
        .set_font_color(main);
    let link = text
        .clone()
        .set_font_color(main)
        .set_underline(FormatUnderline::Single);
    let mut sheet = Worksheet::new();
    sheet
        .set_name(name)?
        .set_column_width(0, 90)?
        .set_paper_size(PAPER)
        .set_print_gridlines(false)
        .set_screen_gridlines(false)
        .set_tab_color(main);
    let mut row = 0;
    let mut say = |sheet: &mut Worksheet, words: &str, format: &Format| {
        sheet.write_string_with_format(row, 0, shortened(words), format)?;
        row += 1;
        Ok::<u32, XlsxError>(row)
    };
    sheet.set_row_height(
        0,
        TITLE * document.title.chars().count().div_ceil(50).clamp(1, 9) as f64,
    )?;
    say(&mut sheet, &document.title, &title)?;
    let lines = [
        document.subtitle.clone(),
        Some(document.body.clone()),
        document.act.clone(),
        document.date.map(cell::printed),
    ];
    for line in lines.into_iter().flatten().filter(|l| !l.is_empty()) {
        say(&mut sheet, &line, &text)?;
    }
    say(&mut sheet, "", &text)?;
    let below = say(&mut sheet, &document.words.contents, &head)?;
    sheet.set_row_height(below - 1, TITLE)?;
    for (at, (name, _)) in (below..).zip(sheets) {
        let quoted = name.replace('\'', "''");
        let url = Url::new(format!("internal:'{quoted}'!A1")).set_text(name);
        sheet.write_url_with_format(at, 0, url, &link)?;
    }
    Ok(sheet)
}

/// The sheet of a data set.
fn sheet(
    document: &Document,
    name: &str,
    set: &Set,
    formats: &mut Formats,
) -> Result<Worksheet, XlsxError> {
    let [red, green, blue] = colour::main(&document.look);
    let main = Color::RGB(u32::from_be_bytes([0, red, green, blue]));
    let head = Format::new()
        .set_bold()
        .set_font_color(Color::White)
        .set_background_color(main)
        .set_border(FormatBorder::Thin)
        .set_border_color(Color::White)
        .set_align(FormatAlign::VerticalCenter)
        .set_text_wrap();
    let mut sheet = Worksheet::new();
    sheet
        .set_name(name)?
        .set_landscape()
        .set_paper_size(PAPER)
        .set_margins(0.4, 0.4, 0.7, 0.6, 0.3, 0.3)
        .set_print_fit_to_pages(1, 0)
        .set_header(header(document))
        .set_footer(footer(&document.words.page));
    let limit = |_| XlsxError::RowColumnLimitError;
    let mut lines = 1;
    for (at, text) in set.heads.iter().enumerate() {
        let column = u16::try_from(at).map_err(limit)?;
        sheet.write_string_with_format(0, column, shortened(text), &head)?;
        let width = set.width(at).clamp(NARROWEST, WIDEST);
        let width = width.max(longest_word(text).min(HEAD) + 2);
        lines = lines.max(
            text.chars()
                .count()
                .div_ceil(width.saturating_sub(3).max(1)),
        );
        // The arrow of the filter stands beside the head.
        sheet.set_column_width(column, u32::try_from(width + 2).unwrap_or(u32::MAX))?;
    }
    let lines = u32::try_from(lines.min(6)).unwrap_or(1);
    sheet.set_row_height(0, 15 * lines + 6)?;
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_repeat_rows(0, 0)?;
    for (at, cells) in set.rows.iter().enumerate() {
        let row = u32::try_from(at + 1).map_err(limit)?;
        for (column, cell) in cells {
            let column = u16::try_from(*column).map_err(limit)?;
            formats.write(&mut sheet, (row, column), cell)?;
        }
    }
    if let Some(last) = set.heads.len().checked_sub(1) {
        let rows = u32::try_from(set.rows.len()).map_err(limit)?;
        sheet.autofilter(0, 0, rows, u16::try_from(last).map_err(limit)?)?;
    }
    Ok(sheet)
}

fn header(document: &Document) -> String {
    let text = |text: &str| cut(text, LONGEST_HEADER / 2).replace('&', "&&");
    format!("&L{}&R&A", text(&document.title))
}

fn footer(page: &str) -> String {
    let page = cut(page, LONGEST_HEADER).replace('&', "&&");
    let page = page.replace("{page}", "&P").replace("{pages}", "&N");
    format!("&R{page}")
}

/// The first characters of a text.
fn cut(text: &str, most: usize) -> String {
    let text: String = crate::docx::xml::clean(text).replace(['\n', '\r', '\t'], " ");
    text.chars().take(most).collect()
}

fn longest_word(text: &str) -> usize {
    let words = text.split_whitespace().map(|word| word.chars().count());
    words.max().unwrap_or(0)
}
