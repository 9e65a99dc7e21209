//! The geometry of tables: rows of squares, widths of columns, parts of what is too wide.

use crate::block::{Column, Inline, Row, RowKind, Table, plain};

/// More columns do not fit on a page that lies.
const MOST_COLUMNS: usize = 14;
/// More row heads would leave no room beside them.
const MOST_HEADS: usize = 4;
/// Width of a character and of the margins of a cell, in twentieths of a point.
const CHARACTER: u32 = 98;
const SMALL_CHARACTER: u32 = 86;
const MARGINS: u32 = 180;
/// Width of a character where there is room, and of the narrowest table.
const GENEROUS: u32 = 150;
const NARROWEST: u32 = 4000;
/// A table with longer texts takes the whole page.
const FEW_WORDS: usize = 60;
/// A longer word is broken.
const LONGEST_WORD: usize = 18;

/// A cell where it stands.
pub(super) struct Square<'t> {
    /// Its first column.
    pub at: usize,
    /// Its columns.
    pub span: usize,
    pub text: &'t [Inline],
}

impl Square<'_> {
    /// About how many lines its text takes.
    pub fn lines(&self, width: u32) -> usize {
        lines(&plain(self.text), width)
    }
}

fn lines(text: &str, width: u32) -> usize {
    let in_line = (width.saturating_sub(MARGINS) / CHARACTER).max(1);
    let in_line = usize::try_from(in_line).unwrap_or(1);
    let of = |line: &str| line.chars().count().div_ceil(in_line).max(1);
    text.split('\n').map(of).sum()
}

/// A part of a table that fits on a page: all of it, or its row heads with some of its columns.
pub(super) struct Part<'t> {
    pub columns: Vec<&'t Column>,
    /// Heads over several columns, which add up to all.
    pub groups: Vec<(&'t str, usize)>,
    pub rows: Vec<(RowKind, Vec<Square<'t>>)>,
}

impl Part<'_> {
    /// Whether the head of a column stands over both rows.
    pub fn has_no_group(&self, column: usize) -> bool {
        let mut end = 0;
        self.groups.iter().any(|(text, span)| {
            let start = end;
            end += span;
            (start..end).contains(&column) && text.is_empty()
        })
    }

    /// Whether a cell holds more than a few words.
    fn is_wordy(&self) -> bool {
        let mut squares = self.rows.iter().flat_map(|(_, row)| row);
        squares.any(|square| plain(square.text).chars().count() > FEW_WORDS)
    }

    /// About how many lines the heads take.
    pub fn head_lines(&self, widths: &[u32]) -> usize {
        let heads = self.columns.iter().zip(widths);
        heads
            .map(|(column, width)| lines(&column.head, *width))
            .max()
            .unwrap_or(0)
    }
}

/// The parts of a table; none without columns.
pub(super) fn parts(table: &Table) -> Vec<Part<'_>> {
    let count = table.columns.len();
    if count == 0 {
        return Vec::new();
    }
    if count <= MOST_COLUMNS {
        return vec![part(table, &(0..count).collect::<Vec<_>>())];
    }
    let heads = table.row_heads.min(MOST_HEADS);
    let rest: Vec<usize> = (heads..count).collect();
    // As many in each part, rather than a last part of one.
    let number = rest.len().div_ceil(MOST_COLUMNS - heads);
    let each = rest.len().div_ceil(number);
    rest.chunks(each)
        .map(|chosen| {
            let chosen: Vec<usize> = (0..heads).chain(chosen.iter().copied()).collect();
            part(table, &chosen)
        })
        .collect()
}

/// The part of a table with the columns chosen.
fn part<'t>(table: &'t Table, chosen: &[usize]) -> Part<'t> {
    Part {
        columns: chosen.iter().map(|i| &table.columns[*i]).collect(),
        groups: groups(table, chosen),
        rows: table
            .rows
            .iter()
            .map(|row| (row.kind, squares(row, chosen)))
            .collect(),
    }
}

fn groups<'t>(table: &'t Table, chosen: &[usize]) -> Vec<(&'t str, usize)> {
    if table.groups.is_empty() {
        return Vec::new();
    }
    let mut owners: Vec<usize> = Vec::new();
    for (nth, (_, span)) in table.groups.iter().enumerate() {
        let room = table.columns.len() - owners.len();
        owners.extend(std::iter::repeat_n(nth, (*span).min(room)));
    }
    let mut groups: Vec<(Option<usize>, usize)> = Vec::new();
    for column in chosen {
        let owner = owners.get(*column).copied();
        match groups.last_mut() {
            Some((last, span)) if *last == owner => *span += 1,
            _ => groups.push((owner, 1)),
        }
    }
    let text = |owner: Option<usize>| owner.map_or("", |nth| &*table.groups[nth].0);
    groups
        .into_iter()
        .map(|(owner, span)| (text(owner), span))
        .collect()
}

/// The cells of a row over the columns chosen; a cell over several stands in every part of them.
fn squares<'t>(row: &'t Row, chosen: &[usize]) -> Vec<Square<'t>> {
    let mut owners: Vec<&[Inline]> = Vec::new();
    let mut starts: Vec<usize> = Vec::new();
    let most = chosen.last().map_or(0, |last| last + 1);
    for cell in &row.cells {
        let start = owners.len();
        let span = usize::from(cell.span.max(1)).min(most.saturating_sub(start));
        owners.extend(std::iter::repeat_n(&*cell.text, span));
        starts.extend(std::iter::repeat_n(start, span));
    }
    let mut squares: Vec<(Option<usize>, Square)> = Vec::new();
    for (at, column) in chosen.iter().enumerate() {
        let owner = starts.get(*column).copied();
        match squares.last_mut() {
            Some((Some(last), square)) if Some(*last) == owner => square.span += 1,
            _ => {
                let text = owners.get(*column).copied().unwrap_or_default();
                squares.push((owner, Square { at, span: 1, text }));
            }
        }
    }
    squares.into_iter().map(|(_, square)| square).collect()
}

/// The widths of a part's columns: in proportion to what the table asks for, but none narrower than
/// its longest word if that can be had. All together they fill the page, unless the table is so small
/// that the eye would lose its rows.
pub(super) fn widths(part: &Part, page: u32, small: bool) -> Vec<u32> {
    let count = u32::try_from(part.columns.len()).unwrap_or(1).max(1);
    let character = if small { SMALL_CHARACTER } else { CHARACTER };
    let mut least: Vec<u32> = part
        .columns
        .iter()
        .map(|column| word_width(&column.head, character + 6))
        .collect();
    for (kind, row) in &part.rows {
        for square in row.iter().filter(|s| s.span == 1 && *kind == RowKind::Data) {
            let width = word_width(&plain(square.text), character);
            least[square.at] = least[square.at].max(width);
        }
    }
    let wanted: Vec<u32> = part
        .columns
        .iter()
        .map(|c| u32::from(c.width.max(1)))
        .collect();
    let needed: u32 = least.iter().sum();
    let asked = wanted.iter().map(|chars| chars * GENEROUS).sum::<u32>();
    let mut all = asked.max(needed).max(NARROWEST).min(page);
    if all > page * 3 / 4 || part.is_wordy() {
        all = page;
    }
    if needed >= all {
        least.fill(all / count / 2);
    }
    let mut widths = shares(&wanted, &least, all);
    let given: u32 = widths.iter().sum();
    if let Some(last) = widths.last_mut() {
        *last += all.saturating_sub(given);
    }
    widths
}

/// Shares of `all` in proportion to `wanted`, each at least its `least`.
fn shares(wanted: &[u32], least: &[u32], all: u32) -> Vec<u32> {
    let mut fixed = vec![false; wanted.len()];
    loop {
        let taken: u32 = (0..wanted.len())
            .filter(|i| fixed[*i])
            .map(|i| least[i])
            .sum();
        let weight: u64 = (0..wanted.len())
            .filter(|i| !fixed[*i])
            .map(|i| u64::from(wanted[i]))
            .sum();
        let room = u64::from(all.saturating_sub(taken));
        let share = |i: usize| -> u32 {
            let share = room * u64::from(wanted[i]) / weight.max(1);
            u32::try_from(share).unwrap_or(all)
        };
        let short = (0..wanted.len()).find(|i| !fixed[*i] && share(*i) < least[*i]);
        match short {
            Some(short) => fixed[short] = true,
            None => {
                return (0..wanted.len())
                    .map(|i| if fixed[i] { least[i] } else { share(i) })
                    .collect();
            }
        }
    }
}

fn word_width(text: &str, character: u32) -> u32 {
    let longest = text
        .split([' ', '\n', '-', '/', '\u{a0}'])
        .map(|word| word.chars().count().min(LONGEST_WORD))
        .max()
        .unwrap_or(0);
    u32::try_from(longest).unwrap_or(0) * character + MARGINS
}
