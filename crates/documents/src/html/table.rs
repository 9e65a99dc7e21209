//! Tables.

use crate::block::{Align, Cell, Column, Inline, Row, RowKind, Table, plain};

use super::escape::{LONGEST_WORD, breakable, escaped};
use super::{Around, Page};

/// The most that a column asks for before its text goes on to the next line, in characters.
const ENOUGH_FOR_TEXT: usize = 20;

/// Width in characters up to which a table needs no moving on the narrowest screen.
const FITS_ANYWHERE: usize = 34;

/// Width in points of a printed page that lies.
const LYING: f64 = 740.0;

/// Width in points below which a table gets no wider than the text.
const SMALL: f64 = 260.0;

impl<'d> Page<'d> {
    /// A table, called `name` where it has no caption of its own.
    pub(super) fn table(&mut self, table: &'d Table, name: Option<&str>, depth: usize) {
        let columns = number_of_columns(table);
        if columns == 0 && table.caption.is_none() && table.note.is_none() {
            return;
        }
        self.push("<div class=\"table\">\n");
        self.regions += 1;
        let region = self.regions;
        if columns > 0 {
            let least = least_width(table, columns);
            let moved = depth > 0 || least > FITS_ANYWHERE;
            let named = match (&table.caption, name) {
                (Some(_), _) => format!(" role=\"region\" aria-labelledby=\"_t{region}\""),
                (None, Some(name)) => format!(" role=\"region\" aria-label=\"{name}\""),
                (None, None) => format!(
                    " role=\"group\" aria-label=\"{}\"",
                    escaped(&self.document.words.table)
                ),
            };
            let size = match printed_width(table) {
                width if width > LYING => " tight",
                width if width < SMALL => " small",
                _ => "",
            };
            if moved {
                self.push(&format!(
                    "<div class=\"scroll{size}\"{named} tabindex=\"0\">\n"
                ));
            } else {
                self.push(&format!("<div class=\"scroll{size}\">\n"));
            }
            self.push(&format!("<table style=\"--least:{least}ch\">\n"));
        }
        if let Some(caption) = &table.caption {
            self.tables += 1;
            let text = format!(
                "<span>{} {}</span> {}",
                escaped(&self.document.words.table),
                self.tables,
                breakable(caption)
            );
            if columns > 0 {
                self.push(&format!(
                    "<caption id=\"_t{region}\"><div>{text}</div></caption>\n"
                ));
            } else {
                self.push(&format!("<p class=\"caption\">{text}</p>\n"));
            }
        }
        if columns > 0 {
            self.columns(table, columns);
            self.heads(table, columns);
            self.rows(table, columns);
            self.push("</table>\n</div>\n");
        }
        if let Some(note) = &table.note {
            self.push(&format!("<p class=\"source\">{}</p>\n", escaped(note)));
        }
        self.push("</div>\n");
    }

    /// The widths, column by column, in the groups of the heads.
    fn columns(&mut self, table: &Table, columns: usize) {
        let shares: Vec<usize> = (0..columns)
            .map(|i| {
                table
                    .columns
                    .get(i)
                    .map_or(1, |c| usize::from(c.width.max(1)))
            })
            .collect();
        let all: usize = shares.iter().sum();
        let mut shares = shares.into_iter();
        for group in spans(table.groups.iter().map(|(_, span)| *span), columns) {
            self.push("<colgroup>");
            for share in shares.by_ref().take(group) {
                // Thousandths, without floats: 12.5%.
                let part = share * 1000 / all;
                self.push(&format!(
                    "<col style=\"width:{}.{}%\"/>",
                    part / 10,
                    part % 10
                ));
            }
            self.push("</colgroup>\n");
        }
    }

    fn heads(&mut self, table: &Table, columns: usize) {
        let heads = &table.columns;
        if heads.iter().all(|head| head.head.trim().is_empty()) && table.groups.is_empty() {
            return;
        }
        self.push("<thead>\n");
        if !table.groups.is_empty() {
            self.push("<tr class=\"groups\">");
            let widths = spans(table.groups.iter().map(|(_, span)| *span), columns);
            let texts = table.groups.iter().map(|(text, _)| text.as_str());
            for (text, width) in texts.chain(std::iter::repeat("")).zip(widths) {
                let span = colspan(width);
                if text.trim().is_empty() {
                    self.push(&format!("<td{span}></td>"));
                } else {
                    let scope = if width > 1 { "colgroup" } else { "col" };
                    self.push(&format!(
                        "<th{span} scope=\"{scope}\">{}</th>",
                        escaped(text)
                    ));
                }
            }
            self.push("</tr>\n");
        }
        self.push("<tr>");
        for i in 0..columns {
            let class = class(align_of(table.columns.get(i)), "");
            match table.columns.get(i) {
                Some(column) if !column.head.trim().is_empty() => self.push(&format!(
                    "<th{class} scope=\"col\">{}</th>",
                    breakable(&column.head)
                )),
                _ => self.push("<td></td>"),
            }
        }
        self.push("</tr>\n</thead>\n");
    }

    fn rows(&mut self, table: &Table, columns: usize) {
        self.push("<tbody>\n");
        for (i, row) in table.rows.iter().enumerate() {
            if row.kind == RowKind::Subhead && i > 0 {
                self.push("</tbody>\n<tbody>\n");
            }
            self.row(table, row, columns);
        }
        if table.rows.is_empty() {
            self.row(table, &Row::default(), columns);
        }
        self.push("</tbody>\n");
    }

    fn row(&mut self, table: &Table, row: &Row, columns: usize) {
        self.push(match row.kind {
            RowKind::Data => "<tr>",
            RowKind::Subhead => "<tr class=\"subhead\">",
            RowKind::Total => "<tr class=\"total\">",
        });
        let mut at = 0;
        for (i, cell) in row.cells.iter().enumerate() {
            // Every cell after this one has its place.
            let after = row.cells.len() - i - 1;
            let most = columns.saturating_sub(at + after).max(1);
            let width = usize::from(cell.span.max(1)).min(most);
            self.cell(table, row.kind, cell, (at, width));
            at += width;
        }
        if at < columns {
            let span = colspan(columns - at);
            self.push(&format!("<td{span}></td>"));
        }
        self.push("</tr>\n");
    }

    fn cell(&mut self, table: &Table, kind: RowKind, cell: &Cell, (at, width): (usize, usize)) {
        let text = plain(&cell.text);
        let span = colspan(width);
        let head = match kind {
            RowKind::Subhead => (at == 0).then_some("rowgroup"),
            RowKind::Data | RowKind::Total => (at < table.row_heads).then_some("row"),
        };
        let align = match kind {
            RowKind::Subhead => Align::Start,
            _ if width > 1 => Align::Start,
            _ => align_of(table.columns.get(at)),
        };
        // A figure with its unit stays on one line.
        let whole = align == Align::End && text.chars().count() <= LONGEST_WORD;
        let class = class(align, if whole { "whole" } else { "" });
        let inner = self.cell_text(&cell.text);
        match head {
            Some(scope) if !text.trim().is_empty() => {
                self.push(&format!("<th{span}{class} scope=\"{scope}\">{inner}</th>"));
            }
            _ => self.push(&format!("<td{span}{class}>{inner}</td>")),
        }
    }

    fn cell_text(&self, text: &[Inline]) -> String {
        let around = Around {
            link: false,
            cell: true,
        };
        let mut out = String::new();
        self.running(text, around, &mut out);
        out
    }
}

/// The width in points that a table asks of a printed page.
fn printed_width(table: &Table) -> f64 {
    let columns = number_of_columns(table);
    let characters: usize = (0..columns).map(|i| least_of_column(table, i, 24)).sum();
    // Of the face at 8.5 points, and the room left and right of a column.
    let (character, sides) = (4.1, 7.0);
    #[expect(clippy::cast_precision_loss, reason = "a width, not a figure")]
    let width = characters as f64 * character + columns as f64 * sides;
    width
}

/// The width below which a table is moved under the window, in characters.
fn least_width(table: &Table, columns: usize) -> usize {
    let texts: usize = (0..columns)
        .map(|i| least_of_column(table, i, ENOUGH_FOR_TEXT))
        .sum();
    texts + columns * 2
}

/// What a column cannot do without: its longest word, or the usual line up to `enough`.
fn least_of_column(table: &Table, at: usize, enough: usize) -> usize {
    let Some(column) = table.columns.get(at) else {
        return 1;
    };
    let head = longest_word(&column.head);
    let cells = table.rows.iter().filter_map(|row| row.cells.get(at));
    let words = cells
        .filter(|cell| cell.span <= 1)
        .map(|cell| longest_word(&plain(&cell.text)))
        .max()
        .unwrap_or(0);
    head.max(words).max(usize::from(column.width).min(enough))
}

fn longest_word(text: &str) -> usize {
    let longest = text
        .split_whitespace()
        .map(|word| word.chars().count())
        .max();
    longest.unwrap_or(0).min(LONGEST_WORD)
}

/// As many columns as heads, and no fewer than the cells of any row.
fn number_of_columns(table: &Table) -> usize {
    let cells = table.rows.iter().map(|row| row.cells.len());
    cells.max().unwrap_or(0).max(table.columns.len())
}

/// Widths of groups that add up to all the columns, whatever was given; one for all without groups.
fn spans(groups: impl Iterator<Item = usize>, columns: usize) -> Vec<usize> {
    let mut left = columns;
    let mut spans = Vec::new();
    for span in groups {
        let span = span.min(left);
        if span > 0 {
            spans.push(span);
            left -= span;
        }
    }
    if left > 0 {
        spans.push(left);
    }
    spans
}

fn align_of(column: Option<&Column>) -> Align {
    column.map_or(Align::Start, |column| column.align)
}

fn colspan(width: usize) -> String {
    if width > 1 {
        format!(" colspan=\"{width}\"")
    } else {
        String::new()
    }
}

fn class(align: Align, other: &str) -> String {
    let align = match align {
        Align::Start => "",
        Align::Centre => "centre",
        Align::End => "end",
    };
    match (align, other) {
        ("", "") => String::new(),
        ("", one) | (one, "") => format!(" class=\"{one}\""),
        (one, other) => format!(" class=\"{one} {other}\""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_cover_all_columns() {
        assert_eq!(spans([2, 3].into_iter(), 5), [2, 3]);
        assert_eq!(spans([].into_iter(), 5), [5]);
        assert_eq!(spans([2, 0, 9].into_iter(), 5), [2, 3]);
        assert_eq!(spans([1].into_iter(), 5), [1, 4]);
    }
}
