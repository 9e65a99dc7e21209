//! OpenDocument: the one part `content.xml`, in which rows and cells may repeat.

use std::io::BufRead;

use super::grid::{Allowance, Cell, Content, Figure, Grid, Merged};
use super::number_format::{Shows, shown};
use super::package::Package;
use super::xlsx::Stop;
use super::xml::{Damaged, Piece, Xml, attribute, number};

/// The sheets, hidden ones too. A file that goes wrong in the middle is kept as far as it goes.
pub(super) fn read(package: &mut Package<'_>) -> Result<Vec<Grid>, Stop> {
    let part = package.part("content.xml")?.ok_or(Stop::Damaged)?;
    let mut reader = Reader::default();
    match reader.read(part) {
        Err(Stop::TooMuch) => return Err(Stop::TooMuch),
        Err(Stop::Damaged) => {
            if let Some(mut grid) = reader.grid.take() {
                grid.damaged = true;
                reader.grids.push(grid);
            }
            if reader.grids.is_empty() {
                return Err(Stop::Damaged);
            }
        }
        Ok(()) => {}
    }
    for grid in &mut reader.grids {
        grid.settle();
    }
    Ok(reader.grids)
}

#[derive(Default)]
struct Reader {
    allowance: Allowance,
    grids: Vec<Grid>,
    grid: Option<Grid>,
    row: u32,
    /// How often the row stands there.
    rows: u32,
    cells: Vec<(u16, Content)>,
    column: u32,
}

/// The cell being read.
#[derive(Default)]
struct Open {
    kind: String,
    error: bool,
    value: String,
    formula: bool,
    text: String,
    paragraphs: u32,
    columns: u32,
    spanned: (u32, u32),
    covered: bool,
}

/// Elements inside a table or cell whose text is not the cell's.
const ASIDE: [&str; 4] = ["annotation", "shapes", "forms", "tracked-changes"];

impl Reader {
    fn read<R: BufRead>(&mut self, mut part: Xml<R>) -> Result<(), Stop> {
        let mut cell: Option<Open> = None;
        let mut aside = 0u32;
        let mut tables = 0u32;
        let mut paragraph = false;
        loop {
            match part.next()? {
                Piece::Open(tag) => {
                    let name = tag.local_name();
                    let name = name.as_ref();
                    if ASIDE.contains(&name) {
                        aside += 1;
                    } else if aside > 0 {
                    } else if name == "table" {
                        tables += 1;
                        if tables == 1 {
                            self.grid = Some(Grid {
                                name: attribute(&tag, "name").unwrap_or_default().into(),
                                ..Grid::default()
                            });
                            self.row = 0;
                        }
                    } else if tables == 1 {
                        match name {
                            "table-row" => {
                                self.rows = number(&tag, "number-rows-repeated").unwrap_or(1);
                                self.cells.clear();
                                self.column = 0;
                            }
                            "table-cell" | "covered-table-cell" => {
                                cell = Some(opened(&tag, name == "covered-table-cell"));
                                paragraph = false;
                            }
                            "p" => {
                                if let Some(cell) = &mut cell {
                                    if cell.paragraphs > 0 {
                                        cell.text.push('\n');
                                    }
                                    cell.paragraphs += 1;
                                    paragraph = true;
                                }
                            }
                            "s" | "tab" | "line-break" if paragraph => {
                                if let Some(cell) = &mut cell {
                                    let times: usize = number(&tag, "c").unwrap_or(1);
                                    let times = if name == "s" { times } else { 1 };
                                    self.allowance.take_text(times)?;
                                    let blank = match name {
                                        "tab" => "\t",
                                        "line-break" => "\n",
                                        _ => " ",
                                    };
                                    cell.text.push_str(&blank.repeat(times));
                                }
                            }
                            _ => {}
                        }
                    }
                }
                Piece::Text(more) if aside == 0 && paragraph => {
                    if let Some(cell) = &mut cell {
                        self.allowance.take_text(more.len())?;
                        cell.text.push_str(&more);
                    }
                }
                Piece::Close(tag) => {
                    let name = tag.local_name();
                    match name.as_ref() {
                        name if ASIDE.contains(&name) => aside = aside.saturating_sub(1),
                        _ if aside > 0 => {}
                        "table" => {
                            if tables == 1 {
                                self.grids.extend(self.grid.take());
                            }
                            tables = tables.saturating_sub(1);
                        }
                        _ if tables != 1 => {}
                        "p" => paragraph = false,
                        "table-cell" | "covered-table-cell" => {
                            if let Some(cell) = cell.take() {
                                self.close_cell(cell)?;
                            }
                        }
                        "table-row" => self.close_row()?,
                        _ => {}
                    }
                }
                Piece::End if tables > 0 => return Err(Damaged.into()),
                Piece::End => return Ok(()),
                _ => {}
            }
        }
    }

    fn close_cell(&mut self, cell: Open) -> Result<(), Stop> {
        let first = self.column;
        self.column = first.saturating_add(cell.columns);
        if cell.covered {
            return Ok(());
        }
        let spanned = cell.spanned;
        let Some(content) = content(cell) else {
            return Ok(());
        };
        let Some(grid) = &mut self.grid else {
            return Ok(());
        };
        if spanned != (1, 1)
            && let Ok(first_column) = u16::try_from(first)
        {
            let last = first.saturating_add(spanned.1 - 1);
            grid.merged.push(Merged {
                first_row: self.row,
                last_row: self.row.saturating_add(spanned.0 - 1),
                first_column,
                last_column: u16::try_from(last).unwrap_or(u16::MAX),
            });
        }
        for column in first..self.column {
            // No spreadsheet has that many columns.
            let Ok(column) = u16::try_from(column) else {
                break;
            };
            self.allowance.take_cell()?;
            self.cells.push((column, content.clone()));
        }
        Ok(())
    }

    fn close_row(&mut self) -> Result<(), Stop> {
        let first = self.row;
        self.row = first.saturating_add(self.rows);
        let Some(grid) = &mut self.grid else {
            return Ok(());
        };
        if self.cells.is_empty() {
            return Ok(());
        }
        for row in first..self.row {
            for (column, content) in &self.cells {
                if row > first {
                    self.allowance.take_cell()?;
                    if let Content::Text(text) = content {
                        self.allowance.take_text(text.len())?;
                    }
                }
                grid.cells.push(Cell {
                    row,
                    column: *column,
                    content: content.clone(),
                });
            }
        }
        Ok(())
    }
}

fn opened(tag: &quick_xml::events::BytesStart<'_>, covered: bool) -> Open {
    let mut cell = Open {
        covered,
        columns: number(tag, "number-columns-repeated").unwrap_or(1).max(1),
        spanned: (
            number(tag, "number-rows-spanned").unwrap_or(1).max(1),
            number(tag, "number-columns-spanned").unwrap_or(1).max(1),
        ),
        formula: attribute(tag, "formula").is_some(),
        ..Open::default()
    };
    // `calcext:value-type` says `error` beside an `office:value-type` of `string`.
    for attribute in tag.attributes().with_checks(false).flatten() {
        let value = attribute
            .normalized_value(quick_xml::XmlVersion::Implicit1_0)
            .unwrap_or_default();
        match attribute.key.local_name().as_ref() {
            "value-type" if value == "error" => cell.error = true,
            "value-type" => cell.kind = value.into_owned(),
            "value" | "date-value" | "boolean-value" | "string-value" => {
                cell.value = value.into_owned();
            }
            _ => {}
        }
    }
    cell
}

fn content(cell: Open) -> Option<Content> {
    if cell.error {
        return Some(Content::Error(cell.text));
    }
    match cell.kind.as_str() {
        "percentage" => shown(&cell.value, Shows::Percent, false),
        "float" | "currency" => {
            let decimals = cell
                .text
                .rsplit_once([',', '.'])
                .map_or("", |(_, decimals)| decimals);
            let decimals = decimals.chars().take_while(char::is_ascii_digit).count();
            match shown(&cell.value, Shows::Plain, false) {
                Some(Content::Number(figure)) => {
                    // `1.500` shows no decimals but thousands.
                    let decimals = if figure.digits.contains('.') {
                        decimals
                    } else {
                        0
                    };
                    Some(Content::Number(Figure { decimals, ..figure }))
                }
                other => other,
            }
        }
        "date" => {
            let (date, time) = cell.value.split_once('T').unwrap_or((&cell.value, ""));
            let time = time.strip_suffix(":00").unwrap_or(time);
            let time = (!matches!(time, "" | "00:00")).then(|| time.to_owned());
            Some(Content::Day {
                date: date.to_owned(),
                time,
            })
        }
        "boolean" => Some(Content::YesNo(cell.value == "true")),
        "string" | "time" | "" => {
            let text = if cell.text.is_empty() {
                cell.value
            } else {
                cell.text
            };
            if text.is_empty() {
                let uncomputed = cell.formula && cell.kind.is_empty();
                return uncomputed.then_some(Content::Uncomputed);
            }
            Some(Content::Text(text.into()))
        }
        _ => (!cell.text.is_empty()).then(|| Content::Text(cell.text.into())),
    }
}
