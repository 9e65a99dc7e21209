//! Tables with their captions, and places to sign.

use crate::block::{Align, Column, RowKind, Table};

use super::body::{Body, Paragraph, properties};
use super::grid::{Part, Square, parts, widths};
use super::inline::{Form, run};
use super::style::shade;
use super::styles::TABLE_STYLE;
use super::xml::Xml;

/// More columns, or more characters in a line, than an upright page takes.
const UPRIGHT_COLUMNS: usize = 8;
const UPRIGHT_CHARACTERS: u32 = 110;
/// More columns than this are set small.
const ROOMY_COLUMNS: usize = 10;
/// A row of more lines may be parted over two pages.
const WHOLE_LINES: usize = 30;
/// A head of more lines is not said again on every page.
const HEAD_LINES: usize = 14;
/// A table of so few rows, each of no more lines, stays on one page. Rows that take more are not kept
/// with the next: LibreOffice never ends laying out a row longer than a page that must not leave it.
const SHORT: usize = 5;
const LIGHT_LINES: usize = 8;

/// Whether a table needs a page that lies.
pub(super) fn needs_landscape(table: &Table) -> bool {
    let characters: u32 = table.columns.iter().map(|c| u32::from(c.width)).sum();
    table.columns.len() > UPRIGHT_COLUMNS || characters > UPRIGHT_CHARACTERS
}

/// A table; its caption is numbered.
pub(super) fn write(body: &mut Body, table: &Table) {
    if table.caption.is_some() && !table.columns.is_empty() {
        body.tables += 1;
        let number = body.tables;
        whole(body, table, Some(number));
    } else {
        whole(body, table, None);
    }
}

/// A table that belongs to a figure and has no number of its own.
pub(super) fn unnumbered(body: &mut Body, table: &Table) {
    whole(body, table, None);
}

fn whole(body: &mut Body, table: &Table, number: Option<usize>) {
    let parts = parts(table);
    let last = parts.len().saturating_sub(1);
    for (nth, part) in parts.iter().enumerate() {
        caption(body, table, number, nth, nth < last);
        one(body, table, part);
    }
    if let Some(note) = &table.note {
        let paragraph = Paragraph {
            spaced: true,
            ..Paragraph::of("TableNote")
        };
        body.paragraph(paragraph, |_, xml| run(xml, note, Form::default()));
    }
}

fn caption(body: &mut Body, table: &Table, number: Option<usize>, nth: usize, goes_on: bool) {
    let mut text = table.caption.clone().unwrap_or_default();
    if goes_on {
        let more = &body.words.more_columns;
        text = match &*text {
            "" => more.clone(),
            text => format!("{text} ({more})"),
        };
    }
    if text.is_empty() {
        return;
    }
    // A table in parts counts once.
    let how = if nth == 0 { "" } else { " \\c" };
    let number = number.map(|number| ("Tabella", number, how));
    let word = body.words.table.clone();
    body.caption(&word, number, &text, true);
}

/// What all cells of a table share.
struct Look<'t> {
    columns: &'t [&'t Column],
    widths: Vec<u32>,
    text: &'static str,
    head: &'static str,
    colour: String,
    pale: String,
}

impl Look<'_> {
    /// About how many lines a row takes.
    fn lines(&self, squares: &[Square]) -> usize {
        let lines = squares.iter().map(|square| {
            let width = self.widths[square.at..square.at + square.span].iter().sum();
            square.lines(width)
        });
        lines.max().unwrap_or(0)
    }
}

fn one(body: &mut Body, table: &Table, part: &Part) {
    let small = part.columns.len() > ROOMY_COLUMNS;
    let look = Look {
        columns: &part.columns,
        widths: widths(part, body.page.width(), small),
        text: if small { "TableSmall" } else { "TableText" },
        head: if small { "TableHeadSmall" } else { "TableHead" },
        colour: body.colour.clone(),
        pale: body.pale.clone(),
    };
    let mut xml = Xml::fragment();
    xml.element("w:tbl", &[], |xml| {
        table_properties(xml, table, look.widths.iter().sum());
        xml.element("w:tblGrid", &[], |xml| {
            for width in &look.widths {
                xml.empty("w:gridCol", &[("w:w", &width.to_string())]);
            }
        });
        let lines: Vec<usize> = part.rows.iter().map(|row| look.lines(&row.1)).collect();
        let light = |nth: usize| lines.get(nth).is_none_or(|lines| *lines <= LIGHT_LINES);
        heads(xml, part, &look, light(0));
        let short = part.rows.len() <= SHORT && (0..lines.len()).all(light);
        for (nth, (kind, row)) in part.rows.iter().enumerate() {
            let last = nth + 1 == part.rows.len();
            let subhead = *kind == RowKind::Subhead && light(nth) && light(nth + 1);
            let whole = lines[nth] <= WHOLE_LINES;
            self::row(
                body,
                xml,
                (*kind, row),
                &look,
                (whole, !last && (short || subhead)),
            );
        }
    });
    body.table(xml);
}

fn table_properties(xml: &mut Xml, table: &Table, width: u32) {
    xml.element("w:tblPr", &[], |xml| {
        xml.value("w:tblStyle", TABLE_STYLE);
        xml.empty("w:tblW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
        xml.empty("w:tblLayout", &[("w:type", "fixed")]);
        let first = if table.row_heads > 0 { "1" } else { "0" };
        let attributes = [
            ("w:val", if table.row_heads > 0 { "06A0" } else { "0620" }),
            ("w:firstRow", "1"),
            ("w:lastRow", "0"),
            ("w:firstColumn", first),
            ("w:lastColumn", "0"),
            ("w:noHBand", "1"),
            ("w:noVBand", "1"),
        ];
        xml.empty("w:tblLook", &attributes);
        if let Some(caption) = &table.caption {
            xml.value("w:tblCaption", caption);
        }
    });
}

/// The rows of heads, said again on every page.
fn heads(xml: &mut Xml, part: &Part, look: &Look, keep_next: bool) {
    let again = part.head_lines(&look.widths) <= HEAD_LINES;
    if !part.groups.is_empty() {
        row_of(xml, true, again, |xml| {
            let mut at = 0;
            for (text, span) in &part.groups {
                let cell = Cell {
                    at,
                    span: *span,
                    fill: Some(&look.colour),
                    keep_next,
                    ..Cell::default()
                };
                if text.is_empty() {
                    // No group: the head itself, over both rows.
                    for at in at..at + span {
                        let over = Cell {
                            at,
                            span: 1,
                            merged: Some("restart"),
                            ..cell
                        };
                        let column = look.columns[at];
                        head(xml, look, &over, &column.head, column.align);
                    }
                } else {
                    let align = if *span > 1 {
                        Align::Centre
                    } else {
                        Align::Start
                    };
                    head(xml, look, &cell, text, align);
                }
                at += span;
            }
        });
    }
    row_of(xml, true, again, |xml| {
        for (at, column) in look.columns.iter().enumerate() {
            let above = part.has_no_group(at);
            let cell = Cell {
                at,
                span: 1,
                fill: Some(&look.colour),
                keep_next,
                merged: above.then_some("continue"),
                ..Cell::default()
            };
            let text = if above { "" } else { &column.head };
            head(xml, look, &cell, text, column.align);
        }
    });
}

fn head(xml: &mut Xml, look: &Look, cell: &Cell, text: &str, align: Align) {
    let cell = Cell {
        bottom: true,
        ..*cell
    };
    cell.write(xml, look, |xml| {
        let paragraph = Paragraph {
            keep_next: cell.keep_next,
            align,
            ..Paragraph::of(look.head)
        };
        xml.element("w:p", &[], |xml| {
            xml.element("w:pPr", &[], |xml| properties(xml, paragraph, false, false));
            run(xml, text, Form::default());
        });
    });
}

fn row(
    body: &mut Body,
    xml: &mut Xml,
    (kind, squares): (RowKind, &[Square]),
    look: &Look,
    (whole, keep_next): (bool, bool),
) {
    row_of(xml, false, whole, |xml| {
        for square in squares {
            let cell = Cell {
                at: square.at,
                span: square.span,
                fill: (kind != RowKind::Data).then_some(&*look.pale),
                ..Cell::default()
            };
            let spans_all = square.span == look.columns.len();
            let align = if spans_all {
                Align::Start
            } else {
                look.columns[square.at].align
            };
            let paragraph = Paragraph {
                keep_next,
                align,
                ..Paragraph::of(look.text)
            };
            let form = Form {
                strong: kind != RowKind::Data,
                ..Form::default()
            };
            cell.write(xml, look, |xml| {
                xml.element("w:p", &[], |xml| {
                    xml.element("w:pPr", &[], |xml| properties(xml, paragraph, false, false));
                    body.runs(xml, square.text, form);
                });
            });
        }
    });
}

/// A row: of heads or not; whole on a page (and heads on every page) or not.
fn row_of(xml: &mut Xml, head: bool, whole: bool, content: impl FnOnce(&mut Xml)) {
    xml.element("w:tr", &[], |xml| {
        if whole {
            xml.element("w:trPr", &[], |xml| {
                xml.empty("w:cantSplit", &[]);
                if head {
                    xml.empty("w:tblHeader", &[]);
                }
            });
        }
        content(xml);
    });
}

/// A cell: where it stands and how it looks.
#[derive(Clone, Copy, Default)]
struct Cell<'a> {
    at: usize,
    span: usize,
    fill: Option<&'a str>,
    merged: Option<&'a str>,
    /// Text at the bottom.
    bottom: bool,
    /// On one page with what follows.
    keep_next: bool,
}

impl Cell<'_> {
    fn write(&self, xml: &mut Xml, look: &Look, content: impl FnOnce(&mut Xml)) {
        xml.element("w:tc", &[], |xml| {
            xml.element("w:tcPr", &[], |xml| {
                let width: u32 = look.widths[self.at..self.at + self.span].iter().sum();
                xml.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
                if self.span > 1 {
                    xml.value("w:gridSpan", &self.span.to_string());
                }
                if let Some(merged) = self.merged {
                    xml.value("w:vMerge", merged);
                }
                if let Some(fill) = self.fill {
                    shade(xml, fill);
                }
                if self.bottom {
                    xml.value("w:vAlign", "bottom");
                }
            });
            content(xml);
        });
    }
}

/// Roles side by side over lines to sign on.
pub(super) fn signatures(body: &mut Body, roles: &[String]) {
    if roles.is_empty() {
        return;
    }
    let beside = roles.len().min(2);
    let width = body.page.width() / 2;
    let mut xml = Xml::fragment();
    xml.element("w:tbl", &[], |xml| {
        xml.element("w:tblPr", &[], |xml| {
            let all = (width * u32::try_from(beside).unwrap_or(1)).to_string();
            xml.empty("w:tblW", &[("w:w", &all), ("w:type", "dxa")]);
            // One alone signs on the right.
            xml.value("w:jc", if beside == 1 { "right" } else { "left" });
            xml.empty("w:tblLayout", &[("w:type", "fixed")]);
            let attributes = [
                ("w:val", "0600"),
                ("w:firstRow", "0"),
                ("w:firstColumn", "0"),
            ];
            xml.empty("w:tblLook", &attributes);
        });
        xml.element("w:tblGrid", &[], |xml| {
            for _ in 0..beside {
                xml.empty("w:gridCol", &[("w:w", &width.to_string())]);
            }
        });
        for pair in roles.chunks(beside) {
            row_of(xml, false, true, |xml| {
                for nth in 0..beside {
                    let role = pair.get(nth).map(String::as_str);
                    place(xml, role, width);
                }
            });
        }
    });
    body.table(xml);
}

fn place(xml: &mut Xml, role: Option<&str>, width: u32) {
    xml.element("w:tc", &[], |xml| {
        xml.element("w:tcPr", &[], |xml| {
            xml.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
        });
        let mut paragraph = |style: &str, text: &str| {
            xml.element("w:p", &[], |xml| {
                xml.element("w:pPr", &[], |xml| {
                    properties(xml, Paragraph::of(style), false, false);
                });
                run(xml, text, Form::default());
            });
        };
        match role {
            Some(role) => {
                paragraph("Signer", role);
                paragraph("SignatureLine", "");
            }
            None => paragraph("Signer", ""),
        }
    });
}
