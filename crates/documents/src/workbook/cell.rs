//! Cells: texts that stay texts, figures with the format in which the document prints them.

use std::collections::HashMap;

use domain::number::Number;
use jiff::civil::Date;
use rust_xlsxwriter::Color;
use rust_xlsxwriter::{ExcelDateTime, Format, FormatAlign, FormatBorder, Worksheet, XlsxError};

use crate::block::{Cell, FigureOf, plain};
use crate::docx::xml::clean;

/// Lines between cells.
const LINE: u32 = 0x00C5_CCD3;
/// The longest text of a cell, in the units of UTF-16 that workbooks count.
const LONGEST: usize = 32_767;
/// A larger integer would be rounded by a spreadsheet.
const LARGEST: i64 = 999_999_999_999_999;
/// The longest words around a figure that its format repeats.
const LONGEST_AROUND: usize = 40;

/// The formats of a workbook, by their number format.
pub(super) struct Formats {
    italian: bool,
    text: Format,
    numbers: HashMap<String, Format>,
}

impl Formats {
    /// None yet.
    pub fn new(language: &str) -> Formats {
        Formats {
            italian: language != "en",
            text: framed().set_text_wrap(),
            numbers: HashMap::new(),
        }
    }

    /// Writes a cell: its figure if a spreadsheet can hold it exactly enough, else its text.
    pub fn write(
        &mut self,
        sheet: &mut Worksheet,
        (row, column): (u32, u16),
        cell: &Cell,
    ) -> Result<(), XlsxError> {
        let text = plain(&cell.text);
        match &cell.figure {
            Some(FigureOf::Day(date)) => {
                if let Some(day) = day(*date) {
                    let format = self.number("dd/mm/yyyy".to_owned());
                    sheet.write_datetime_with_format(row, column, &day, format)?;
                    return Ok(());
                }
            }
            Some(
                figure @ (FigureOf::Number(number)
                | FigureOf::Percent(number)
                | FigureOf::Money(number)),
            ) => {
                if let Some(value) = value(number) {
                    let format = self.number_format(figure, &text);
                    let format = self.number(format);
                    sheet.write_number_with_format(row, column, value, format)?;
                    return Ok(());
                }
            }
            None => {}
        }
        if text.is_empty() {
            sheet.write_blank(row, column, &self.text)?;
        } else {
            sheet.write_string_with_format(row, column, shortened(&text), &self.text)?;
        }
        Ok(())
    }

    fn number(&mut self, format: String) -> &Format {
        self.numbers.entry(format.clone()).or_insert_with(|| {
            framed()
                .set_align(FormatAlign::Right)
                .set_num_format(format)
        })
    }

    /// The format that shows a figure as the document prints it.
    fn number_format(&self, figure: &FigureOf, text: &str) -> String {
        let printed = Printed::of(text, self.italian);
        let decimals = |otherwise: usize| {
            let decimals = printed.as_ref().map_or(otherwise, |p| p.decimals);
            match decimals.min(15) {
                0 => String::new(),
                decimals => format!(".{}", "0".repeat(decimals)),
            }
        };
        match figure {
            FigureOf::Percent(_) => format!("0{}%", decimals(2)),
            FigureOf::Money(_) => format!("#,##0{} \"€\"", decimals(2)),
            FigureOf::Number(_) | FigureOf::Day(_) => {
                let Some(printed) = &printed else {
                    return "General".to_owned();
                };
                let whole = if printed.grouped { "#,##0" } else { "0" };
                let quoted = |around: &str| match around {
                    "" => String::new(),
                    around => format!("\"{around}\""),
                };
                let (before, after) = (quoted(&printed.before), quoted(&printed.after));
                format!("{before}{whole}{}{after}", decimals(0))
            }
        }
    }
}

/// A figure as it stands in a text.
struct Printed {
    before: String,
    after: String,
    decimals: usize,
    grouped: bool,
}

impl Printed {
    /// The only figure of a text; none if there are more, or if it was cut.
    fn of(text: &str, italian: bool) -> Option<Printed> {
        let (group, decimal) = if italian { ('.', ',') } else { (',', '.') };
        let start = text.find(|c: char| c.is_ascii_digit())?;
        let length = text[start..]
            .find(|c: char| !c.is_ascii_digit() && c != group && c != decimal)
            .unwrap_or(text.len() - start);
        let figure = text[start..start + length].trim_end_matches([group, decimal]);
        let after = &text[start + figure.len()..];
        let before = text[..start].trim_end_matches(['-', '\u{2212}']);
        let strange = |c: char| c.is_ascii_digit() || c.is_control() || "\"\\…".contains(c);
        if after.contains(strange)
            || before.contains(strange)
            || before.chars().count() + after.chars().count() > LONGEST_AROUND
        {
            return None;
        }
        // A point before less than three digits parts decimals, whatever the language.
        let decimal = match figure.rsplit_once(group) {
            Some((_, digits)) if digits.len() != 3 && !figure.contains(decimal) => group,
            _ => decimal,
        };
        Some(Printed {
            before: before.to_owned(),
            after: after.to_owned(),
            decimals: figure.split_once(decimal).map_or(0, |(_, d)| d.len()),
            grouped: decimal != group && figure.contains(group),
        })
    }
}

fn framed() -> Format {
    Format::new()
        .set_align(FormatAlign::Top)
        .set_border(FormatBorder::Thin)
        .set_border_color(Color::RGB(LINE))
}

/// A number as spreadsheets reckon; none if they would change it: they keep fifteen digits.
fn value(number: &Number) -> Option<f64> {
    let large = number.abs() - Number::from_i64(LARGEST);
    if large.is_positive() {
        return None;
    }
    number.to_decimal().parse().ok()
}

/// A day as spreadsheets know it; none before 1900.
pub(super) fn day(date: Date) -> Option<ExcelDateTime> {
    let year = u16::try_from(date.year()).ok()?;
    let (month, day) = (date.month().unsigned_abs(), date.day().unsigned_abs());
    ExcelDateTime::from_ymd(year, month, day).ok()
}

/// A day as people read it, in every language of ours.
pub(super) fn printed(date: Date) -> String {
    format!("{:02}/{:02}/{:04}", date.day(), date.month(), date.year())
}

/// A text that a cell can hold.
pub(super) fn shortened(text: &str) -> String {
    let text = clean(text);
    if text.encode_utf16().count() <= LONGEST {
        return text.into_owned();
    }
    let mut units = 1;
    let kept = text.chars().take_while(|c| {
        units += c.len_utf16();
        units <= LONGEST
    });
    kept.collect::<String>() + "…"
}
