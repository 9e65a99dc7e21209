//! Office Open XML: workbook, shared strings, number formats, sheets.

use std::collections::HashMap;
use std::io::BufRead;
use std::sync::Arc;

use super::grid::{Allowance, Cell, Content, Grid, Merged, TooMuch};
use super::number_format::{Shows, shown};
use super::package::Package;
use super::xml::{Damaged, Piece, Xml, attribute, number};

/// Why a workbook cannot be read to its end.
pub(super) enum Stop {
    /// It is not what it should be.
    Damaged,
    /// It holds more than is taken.
    TooMuch,
}

impl From<Damaged> for Stop {
    fn from(_: Damaged) -> Self {
        Stop::Damaged
    }
}

impl From<TooMuch> for Stop {
    fn from(_: TooMuch) -> Self {
        Stop::TooMuch
    }
}

/// The sheets, hidden ones too. One that goes wrong in the middle is kept as far as it goes.
pub(super) fn read(package: &mut Package<'_>) -> Result<Vec<Grid>, Stop> {
    let mut allowance = Allowance::default();
    let outline = outline(package)?;
    let styles = match package.part("xl/styles.xml")? {
        Some(part) => styles(part).unwrap_or_default(),
        None => Vec::new(),
    };
    let strings = match package.part("xl/sharedStrings.xml")? {
        Some(part) => shared_strings(part, &mut allowance)?,
        None => Vec::new(),
    };
    let mut grids = Vec::new();
    for (name, path) in &outline.sheets {
        let mut grid = Grid {
            name: name.as_str().into(),
            ..Grid::default()
        };
        let read = match package.part(path) {
            Ok(Some(part)) => Sheet {
                strings: &strings,
                styles: &styles,
                from_1904: outline.from_1904,
                allowance: &mut allowance,
            }
            .read(part, &mut grid),
            Ok(None) | Err(Damaged) => Err(Stop::Damaged),
        };
        match read {
            Err(Stop::TooMuch) => return Err(Stop::TooMuch),
            Err(Stop::Damaged) => grid.damaged = true,
            Ok(()) => {}
        }
        grid.settle();
        grids.push(grid);
    }
    Ok(grids)
}

/// The workbook's list of sheets.
struct Outline {
    /// Name and path of each.
    sheets: Vec<(String, String)>,
    from_1904: bool,
}

fn outline(package: &mut Package<'_>) -> Result<Outline, Stop> {
    let mut paths: HashMap<String, String> = HashMap::new();
    if let Some(mut relations) = package.part("xl/_rels/workbook.xml.rels")? {
        loop {
            match relations.next()? {
                Piece::Open(tag) if tag.local_name().as_ref() == "Relationship" => {
                    if let (Some(id), Some(target)) =
                        (attribute(&tag, "Id"), attribute(&tag, "Target"))
                    {
                        let path = match target.strip_prefix('/') {
                            Some(absolute) => absolute.to_owned(),
                            None => format!("xl/{}", target.trim_start_matches("./")),
                        };
                        paths.insert(id.into_owned(), path);
                    }
                }
                Piece::End => break,
                _ => {}
            }
        }
    }
    let mut outline = Outline {
        sheets: Vec::new(),
        from_1904: false,
    };
    let mut workbook = package.part("xl/workbook.xml")?.ok_or(Stop::Damaged)?;
    loop {
        match workbook.next()? {
            Piece::Open(tag) => match tag.local_name().as_ref() {
                "workbookPr" => {
                    outline.from_1904 = attribute(&tag, "date1904")
                        .is_some_and(|text| matches!(&*text, "1" | "true"));
                }
                "sheet" => {
                    let name = attribute(&tag, "name").unwrap_or_default().into_owned();
                    let path = attribute(&tag, "id")
                        .and_then(|id| paths.get(&*id).cloned())
                        .unwrap_or_else(|| {
                            format!("xl/worksheets/sheet{}.xml", outline.sheets.len() + 1)
                        });
                    outline.sheets.push((name, path));
                }
                _ => {}
            },
            Piece::End => break,
            _ => {}
        }
    }
    Ok(outline)
}

/// What each cell style shows.
fn styles<R: BufRead>(mut part: Xml<R>) -> Result<Vec<Shows>, Damaged> {
    let mut codes: HashMap<u32, Shows> = HashMap::new();
    let mut styles = Vec::new();
    let mut in_cells = false;
    loop {
        match part.next()? {
            Piece::Open(tag) => match tag.local_name().as_ref() {
                "numFmt" => {
                    if let (Some(id), Some(code)) =
                        (number(&tag, "numFmtId"), attribute(&tag, "formatCode"))
                    {
                        codes.insert(id, Shows::of(&code));
                    }
                }
                "cellXfs" => in_cells = true,
                "xf" if in_cells => {
                    let id: u32 = number(&tag, "numFmtId").unwrap_or(0);
                    let shows = codes.get(&id).copied();
                    styles.push(shows.unwrap_or_else(|| Shows::built_in(id)));
                }
                _ => {}
            },
            Piece::Close(tag) if tag.local_name().as_ref() == "cellXfs" => in_cells = false,
            Piece::End => return Ok(styles),
            _ => {}
        }
    }
}

fn shared_strings<R: BufRead>(
    mut part: Xml<R>,
    allowance: &mut Allowance,
) -> Result<Vec<Arc<str>>, Stop> {
    let mut strings: Vec<Arc<str>> = Vec::new();
    let mut text = String::new();
    let (mut inside, mut phonetic) = (false, false);
    loop {
        match part.next()? {
            Piece::Open(tag) => match tag.local_name().as_ref() {
                "si" => text.clear(),
                "t" => inside = !phonetic,
                "rPh" => phonetic = true,
                _ => {}
            },
            Piece::Text(more) if inside => text.push_str(&more),
            Piece::Close(tag) => match tag.local_name().as_ref() {
                "t" => inside = false,
                "rPh" => phonetic = false,
                "si" => {
                    allowance.take_cell()?;
                    allowance.take_text(text.len())?;
                    strings.push(unescaped(&text).into());
                }
                _ => {}
            },
            Piece::End => return Ok(strings),
            _ => {}
        }
    }
}

/// A text with `_x000A_` and the like turned into the characters that they stand for.
fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find("_x") {
        plain.push_str(&rest[..start]);
        rest = &rest[start..];
        let escaped = rest
            .get(2..6)
            .filter(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()))
            .filter(|_| rest.as_bytes().get(6) == Some(&b'_'))
            .and_then(|digits| u32::from_str_radix(digits, 16).ok())
            .and_then(char::from_u32);
        match escaped {
            Some(c) => {
                plain.push(c);
                rest = &rest[7..];
            }
            None => {
                plain.push_str("_x");
                rest = &rest[2..];
            }
        }
    }
    plain.push_str(rest);
    plain
}

/// What is needed to read a sheet.
struct Sheet<'a> {
    strings: &'a [Arc<str>],
    styles: &'a [Shows],
    from_1904: bool,
    allowance: &'a mut Allowance,
}

/// The cell being read.
#[derive(Default)]
struct Open {
    kind: String,
    style: usize,
    text: String,
    formula: bool,
}

impl Sheet<'_> {
    fn read<R: BufRead>(&mut self, mut part: Xml<R>, grid: &mut Grid) -> Result<(), Stop> {
        let (mut next_row, mut next_column) = (0u32, 0u16);
        let mut row = 0;
        let mut column = 0;
        let mut cell = Open::default();
        let (mut taking, mut phonetic) = (false, false);
        loop {
            match part.next()? {
                Piece::Open(tag) => match tag.local_name().as_ref() {
                    "row" => {
                        row = number::<u32>(&tag, "r")
                            .and_then(|r| r.checked_sub(1))
                            .unwrap_or(next_row);
                        next_row = row.saturating_add(1);
                        next_column = 0;
                    }
                    "c" => {
                        (row, column) = attribute(&tag, "r")
                            .and_then(|name| place(&name))
                            .unwrap_or((row, next_column));
                        next_column = column.saturating_add(1);
                        cell.kind.clear();
                        cell.kind
                            .push_str(&attribute(&tag, "t").unwrap_or_default());
                        cell.style = number(&tag, "s").unwrap_or(0);
                        cell.text.clear();
                        cell.formula = false;
                    }
                    "v" => taking = true,
                    "t" => taking = cell.kind == "inlineStr" && !phonetic,
                    "rPh" => phonetic = true,
                    "f" => cell.formula = true,
                    "mergeCell" => {
                        self.allowance.take_cell()?;
                        grid.merged
                            .extend(attribute(&tag, "ref").and_then(|name| range(&name)));
                    }
                    _ => {}
                },
                Piece::Text(more) if taking => cell.text.push_str(&more),
                Piece::Close(tag) => match tag.local_name().as_ref() {
                    "v" | "t" => taking = false,
                    "rPh" => phonetic = false,
                    "c" => {
                        if let Some(content) = self.content(&cell)? {
                            self.allowance.take_cell()?;
                            grid.cells.push(Cell {
                                row,
                                column,
                                content,
                            });
                        }
                    }
                    _ => {}
                },
                Piece::End => return Ok(()),
                _ => {}
            }
        }
    }

    fn content(&mut self, cell: &Open) -> Result<Option<Content>, Stop> {
        let text = cell.text.as_str();
        if text.is_empty() {
            let uncomputed = cell.formula && !matches!(cell.kind.as_str(), "str" | "inlineStr");
            return Ok(uncomputed.then_some(Content::Uncomputed));
        }
        let content = match cell.kind.as_str() {
            "s" => {
                let shared = text.trim().parse().ok();
                let shared = shared.and_then(|i: usize| self.strings.get(i));
                shared.filter(|t| !t.is_empty()).cloned().map(Content::Text)
            }
            "b" => Some(Content::YesNo(matches!(text.trim(), "1" | "true"))),
            "e" => Some(Content::Error(text.to_owned())),
            "d" => Some(Content::Text(text.trim_end_matches("T00:00:00").into())),
            "str" | "inlineStr" => Some(Content::Text(unescaped(text).into())),
            _ => {
                let shows = self.styles.get(cell.style).copied().unwrap_or_default();
                shown(text, shows, self.from_1904).or_else(|| Some(Content::Text(text.into())))
            }
        };
        // A shared text may be long and cited by every cell: each mention is paid for.
        if let Some(Content::Text(text)) = &content {
            self.allowance.take_text(text.len())?;
        }
        Ok(content)
    }
}

/// Row and column of `C12`.
fn place(name: &str) -> Option<(u32, u16)> {
    let letters = name.bytes().take_while(u8::is_ascii_alphabetic).count();
    if !(1..=3).contains(&letters) {
        return None;
    }
    let column = name[..letters].bytes().fold(0u16, |sum, letter| {
        sum * 26 + u16::from(letter.to_ascii_uppercase() - b'A') + 1
    });
    let row: u32 = name[letters..].parse().ok()?;
    Some((row.checked_sub(1)?, column - 1))
}

/// The range `B3:C5`; none where it is a single cell.
fn range(name: &str) -> Option<Merged> {
    let (first, last) = name.split_once(':')?;
    let (first_row, first_column) = place(first)?;
    let (last_row, last_column) = place(last)?;
    let several = (first_row, first_column) != (last_row, last_column);
    (several && first_row <= last_row && first_column <= last_column).then_some(Merged {
        first_row,
        last_row,
        first_column,
        last_column,
    })
}

#[cfg(test)]
mod tests {
    use super::{place, range, unescaped};

    #[test]
    fn escapes_are_undone_once() {
        assert_eq!(unescaped("a_x000D_b"), "a\rb");
        assert_eq!(unescaped("_x005F_x0041_"), "_x0041_");
        assert_eq!(unescaped("_x_x0041"), "_x_x0041");
        assert_eq!(unescaped("_xè000_"), "_xè000_");
        assert_eq!(unescaped("_xD800_"), "_xD800_");
    }

    #[test]
    fn places_out_of_bounds_are_none() {
        assert_eq!(place("C12"), Some((11, 2)));
        assert_eq!(place("XFD1048576"), Some((1_048_575, 16_383)));
        assert_eq!(place("ZZZ4294967295"), Some((4_294_967_294, 18_277)));
        assert_eq!(place("ZZZZ1"), None);
        assert_eq!(place("A0"), None);
        assert_eq!(place("12"), None);
        assert_eq!(range("B2"), None);
        assert_eq!(range("B2:B2"), None);
        assert!(range("B2:C4").is_some());
    }
}
