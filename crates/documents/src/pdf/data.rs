//! A document as the values that the template reads.

use std::borrow::Cow;
use std::collections::BTreeSet;

use typst::foundations::{Array, Bytes, Dict, IntoValue, Str, Value};

use super::faces::printable_text;
use crate::block::{
    Align, AsideKind, Block, Cell, Document, Figure, Inline, LogoFormat, Look, Mark, Row, RowKind,
    Table, Words, plain,
};
use crate::colour;
use crate::markdown::leads_out;
use crate::wide;

/// The whole document.
pub(super) fn of(document: &Document) -> Dict {
    let mut writer = Writer {
        anchors: anchors(&document.blocks),
        words: &document.words,
        tables: 0,
        figures: 0,
        over: 0,
    };
    let words = &document.words;
    let (page, pages) = words.page.split_once("{page}").unwrap_or(("", ""));
    let (between, after) = pages.split_once("{pages}").unwrap_or((pages, ""));
    let date = document.date.map_or(Value::None, |d| {
        let day = [
            i64::from(d.year()),
            i64::from(d.month()),
            i64::from(d.day()),
        ];
        Value::Array(day.into_iter().map(IntoValue::into_value).collect())
    });
    dict([
        ("language", text(document.language)),
        ("title", text(&document.title)),
        ("subtitle", optional(document.subtitle.as_deref())),
        ("body", text(&document.body)),
        ("act", optional(document.act.as_deref())),
        ("date", date),
        ("watermark", optional(document.watermark.as_deref())),
        ("contents", text(&words.contents)),
        ("page", array([page, between, after].map(text))),
        ("look", look(&document.look)),
        ("blocks", writer.pages(&document.blocks)),
    ])
}

fn dict<const N: usize>(entries: [(&str, Value); N]) -> Dict {
    entries
        .into_iter()
        .map(|(key, value)| (Str::from(key), value))
        .collect()
}

fn node<const N: usize>(entries: [(&str, Value); N]) -> Value {
    Value::Dict(dict(entries))
}

fn array(values: impl IntoIterator<Item = Value>) -> Value {
    Value::Array(values.into_iter().collect::<Array>())
}

fn text(text: &str) -> Value {
    Value::Str(breakable(printable_text(text)).into())
}

/// Letters after which a word without end may be broken, so that it stays on the page.
const LONGEST_WORD: usize = 60;

/// A text whose endless words may be broken.
fn breakable(text: String) -> String {
    if text
        .split_whitespace()
        .all(|word| word.len() <= LONGEST_WORD)
    {
        return text;
    }
    let mut out = String::with_capacity(text.len() + text.len() / LONGEST_WORD * 3);
    let mut letters = 0;
    for c in text.chars() {
        letters = if c.is_whitespace() { 0 } else { letters + 1 };
        if letters > LONGEST_WORD {
            out.push('\u{200b}');
            letters = 1;
        }
        out.push(c);
    }
    out
}

/// Letters after which an address is wider than a narrow column.
const LONG_ADDRESS: usize = 20;

/// The text of a cell, in which addresses may be broken where people break them.
fn divisible(text: &str) -> Cow<'_, str> {
    let long = |word: &str| word.contains('@') && word.len() > LONG_ADDRESS;
    if !text.split_whitespace().any(long) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 12);
    for word in text.split_inclusive(char::is_whitespace) {
        for c in word.chars() {
            out.push(c);
            if long(word) && matches!(c, '@' | '.') {
                out.push('\u{200b}');
            }
        }
    }
    Cow::Owned(out)
}

fn optional(value: Option<&str>) -> Value {
    value.map_or(Value::None, text)
}

fn number(n: usize) -> Value {
    i64::try_from(n).unwrap_or(i64::MAX).into_value()
}

fn rgb(colour: [u8; 3]) -> Value {
    array(colour.map(|part| i64::from(part).into_value()))
}

fn look(look: &Look) -> Value {
    let logo = look.logo.as_ref().map_or(Value::None, |logo| {
        let format = match logo.format {
            LogoFormat::Png => "png",
            LogoFormat::Jpeg => "jpg",
            LogoFormat::Svg => "svg",
        };
        node([
            ("bytes", Value::Bytes(Bytes::new(logo.bytes.clone()))),
            ("format", text(format)),
            ("alt", text(&logo.alt)),
        ])
    });
    let first = colour::readable(look.colours.first().copied().unwrap_or(colour::BLUE));
    node([
        ("colour", rgb(first)),
        ("pale", rgb(colour::pale(first))),
        ("logo", logo),
    ])
}

/// The anchors that a document has: links to others would be an error.
fn anchors(blocks: &[Block]) -> BTreeSet<String> {
    let headings = blocks.iter().filter_map(|block| match block {
        Block::Heading(heading) => Some(heading.id.clone()),
        _ => None,
    });
    headings.collect()
}

struct Writer<'d> {
    anchors: BTreeSet<String>,
    words: &'d Words,
    /// Tables and figures numbered so far. The typesetting could count them too, but only by laying
    /// them out twice.
    tables: usize,
    figures: usize,
    /// Characters of running text over what is written next on a page on its side.
    over: usize,
}

/// A caption with the word and number before it.
fn numbered(word: &str, number: usize, caption: &str) -> Value {
    let joint = if word.is_empty() { "" } else { "\u{a0}" };
    text(&format!("{word}{joint}{number}: {caption}"))
}

impl Writer<'_> {
    fn blocks(&mut self, blocks: &[Block]) -> Value {
        let mut values = Vec::new();
        for block in blocks {
            self.block(block, &mut values);
        }
        array(values)
    }

    /// The blocks of the document itself: those that need a page on its side stand together with
    /// each other, and with the headings and the few words over them, which would stay behind alone.
    fn pages(&mut self, blocks: &[Block]) -> Value {
        let mut values: Vec<Value> = Vec::new();
        // Where those headings and words begin, and how many characters the words have.
        let (mut over, mut words) = (0, 0);
        let mut side: Vec<Value> = Vec::new();
        for block in blocks {
            let lies = match block {
                Block::Table(table) => wide::needs_landscape(table),
                Block::Figure(figure) => lies(figure),
                _ => false,
            };
            if lies {
                side.extend(values.split_off(over));
                self.over = words;
                self.block(block, &mut side);
                self.over = 0;
                (over, words) = (values.len(), 0);
                continue;
            }
            let heading = match block {
                Block::Heading(heading) => Some(heading.level),
                _ => None,
            };
            let follows = values.len() > over;
            words += match block {
                Block::Paragraph(text) => plain(text).len(),
                Block::Facts(facts) => facts.iter().map(|fact| plain(&fact.value).len()).sum(),
                _ => 0,
            };
            let few =
                matches!(block, Block::Paragraph(_) | Block::Facts(_)) && follows && words < WORDS;
            if heading.is_none_or(|level| level == 1) && !few && !side.is_empty() {
                values.insert(over, landscape(std::mem::take(&mut side)));
                over = values.len();
            }
            if heading == Some(1) {
                (over, words) = (values.len(), 0);
            }
            self.block(block, &mut values);
            if heading.is_none() && !few {
                (over, words) = (values.len(), 0);
            }
        }
        if !side.is_empty() {
            values.insert(over, landscape(side));
        }
        array(values)
    }

    fn block(&mut self, block: &Block, into: &mut Vec<Value>) {
        let value = match block {
            Block::Heading(heading) => node([
                ("kind", text("heading")),
                ("level", i64::from(heading.level.max(1)).into_value()),
                ("text", text(&heading.text)),
                ("id", Value::Str(heading.id.as_str().into())),
            ]),
            Block::Paragraph(inlines) => {
                node([("kind", text("paragraph")), ("text", self.inlines(inlines))])
            }
            Block::List { from, items } => {
                let items: Vec<Value> = items.iter().map(|item| self.blocks(item)).collect();
                let from = from.map_or(Value::None, |n| i64::try_from(n).unwrap_or(1).into_value());
                node([
                    ("kind", text("list")),
                    ("from", from),
                    ("items", array(items)),
                ])
            }
            Block::Facts(facts) => {
                let facts = facts
                    .iter()
                    .map(|fact| array([text(&fact.label), self.inlines(&fact.value)]));
                node([("kind", text("facts")), ("facts", array(facts))])
            }
            Block::Table(table) if table.columns.is_empty() => return,
            Block::Table(table) => {
                for part in wide::parts(table, &self.words.more_columns) {
                    into.push(self.table(&part));
                }
                return;
            }
            Block::Figure(figure) => {
                self.figure(figure, into);
                return;
            }
            Block::Aside {
                kind,
                label,
                blocks,
            } => {
                let kind = match kind {
                    AsideKind::Missing => "missing",
                    AsideKind::Note => "note",
                    AsideKind::Quote => "quote",
                };
                node([
                    ("kind", text("aside")),
                    ("as", text(kind)),
                    ("label", text(label)),
                    ("blocks", self.blocks(blocks)),
                ])
            }
            Block::Preformatted(lines) => node([("kind", text("lines")), ("text", text(lines))]),
            Block::Signatures(roles) => node([
                ("kind", text("signatures")),
                ("roles", array(roles.iter().map(|role| text(role)))),
            ]),
            Block::PageBreak => node([("kind", text("break"))]),
        };
        into.push(value);
    }

    fn figure(&mut self, figure: &Figure, into: &mut Vec<Value>) {
        let svg = Bytes::from_string(printable_text(&figure.picture.svg));
        self.figures += 1;
        let caption = numbered(&self.words.figure, self.figures, &figure.caption);
        into.push(node([
            ("kind", text("figure")),
            ("svg", Value::Bytes(svg)),
            ("width", figure.picture.width.into_value()),
            ("height", figure.picture.height.into_value()),
            ("lies", lies(figure).into_value()),
            ("over", number(self.over.div_ceil(LINE))),
            ("caption", caption),
            ("alt", text(&figure.picture.alt)),
        ]));
        if let Some(data) = &figure.data {
            let data = Table {
                caption: data
                    .caption
                    .clone()
                    .or_else(|| Some(format!("{}: {}", self.words.figure_data, figure.caption))),
                ..data.clone()
            };
            self.block(&Block::Table(data), into);
        }
    }

    fn table(&mut self, table: &Table) -> Value {
        let caption = table.caption.as_deref().map_or(Value::None, |caption| {
            self.tables += 1;
            numbered(&self.words.table, self.tables, caption)
        });
        let columns = table.columns.len();
        let aligns = table.columns.iter().map(|c| {
            text(match c.align {
                Align::Start => "start",
                Align::Centre => "centre",
                Align::End => "end",
            })
        });
        let groups = table
            .groups
            .iter()
            .map(|(head, span)| array([text(head), number(*span)]));
        let shares = wide::shares(table);
        let rows = table.rows.iter().flat_map(|row| in_pieces(row, &shares));
        let rows = rows.map(|row| {
            let kind = match row.kind {
                RowKind::Data => "data",
                RowKind::Subhead => "subhead",
                RowKind::Total => "total",
            };
            let mut free = columns;
            let mut cells: Vec<Value> = Vec::with_capacity(row.cells.len());
            for cell in &row.cells {
                let span = usize::from(cell.span.max(1)).min(free);
                if span == 0 {
                    break;
                }
                free -= span;
                cells.push(self.cell(cell, span));
            }
            if row.kind == RowKind::Subhead && cells.len() == 1 {
                cells[0] = self.cell(&row.cells[0], columns);
            } else {
                cells.extend((0..free).map(|_| text("")));
            }
            array([text(kind), array(cells)])
        });
        node([
            ("kind", text("table")),
            ("caption", caption),
            ("note", optional(table.note.as_deref())),
            (
                "widths",
                array(shares.iter().map(|share| share.into_value())),
            ),
            ("aligns", array(aligns)),
            ("heads", array(table.columns.iter().map(|c| text(&c.head)))),
            ("groups", array(groups)),
            ("rowheads", number(table.row_heads.min(columns))),
            ("room", room(table, &shares).into_value()),
            ("rows", array(rows)),
        ])
    }

    /// A cell: its text, or its text with the columns it covers.
    fn cell(&self, cell: &Cell, span: usize) -> Value {
        let inner = match cell.text.as_slice() {
            [Inline::Text(only)] => text(&divisible(only)),
            several => self.inlines(several),
        };
        if span == 1 {
            inner
        } else {
            node([("span", number(span)), ("text", inner)])
        }
    }

    /// Running text: a plain string where it is one, which most cells are.
    fn inlines(&self, inlines: &[Inline]) -> Value {
        match inlines {
            [] => text(""),
            [Inline::Text(only)] => text(only),
            _ => array(inlines.iter().map(|inline| self.inline(inline))),
        }
    }

    fn inline(&self, inline: &Inline) -> Value {
        match inline {
            Inline::Text(plain) => text(plain),
            Inline::Strong(inner) => array([text("strong"), self.inlines(inner)]),
            Inline::Emphasis(inner) => array([text("emph"), self.inlines(inner)]),
            Inline::Code(code) => array([text("code"), text(code)]),
            Inline::Break => array([text("break")]),
            Inline::Mark { mark, word } => array([
                text("mark"),
                text(&mark.glyph().to_string()),
                rgb(Mark::colour(*mark)),
                text(word),
            ]),
            Inline::Link { to, text: inner } => {
                let known = match to.strip_prefix('#') {
                    Some(id) => self.anchors.contains(id),
                    None => leads_out(to),
                };
                if known && !plain(inner).trim().is_empty() {
                    array([
                        text("link"),
                        Value::Str(to.as_str().into()),
                        self.inlines(inner),
                    ])
                } else {
                    self.inlines(inner)
                }
            }
        }
    }
}

/// Characters of running text in a line of a page on its side.
const LINE: usize = 140;

/// Characters of running text that follow their heading to a page on its side.
const WORDS: usize = 700;

/// A page on its side with these blocks; the break before its first chapter is its own.
fn landscape(mut blocks: Vec<Value>) -> Value {
    if let Some(Value::Dict(first)) = blocks.first_mut() {
        first.insert("first".into(), true.into_value());
    }
    node([("kind", text("landscape")), ("blocks", array(blocks))])
}

/// Whether a picture is better seen on a page on its side: it is wider than an upright page.
fn lies(figure: &Figure) -> bool {
    figure.picture.width > 500.0 && figure.picture.width > figure.picture.height
}

/// Height in points that a table needs to begin on a page: caption, heads and what must not stand
/// alone after them; the whole table where it is short. Estimated from the length of the texts.
fn room(table: &Table, shares: &[f64]) -> i64 {
    let page = if wide::needs_landscape(table) {
        734
    } else {
        487
    };
    let total: f64 = shares.iter().sum();
    let lines = |text: &str, share: f64| -> i64 {
        let letters = ((f64::from(page) * share / total - 8.0) / 4.1).max(4.0) as usize;
        let lines: usize = text
            .split('\n')
            .map(|line| 1 + line.chars().count() / letters)
            .sum();
        i64::try_from(lines).unwrap_or(i64::MAX)
    };
    let height = |lines: i64| lines.saturating_mul(10).saturating_add(8);
    let row = |row: &Row| {
        let mut column = 0;
        let tallest = row.cells.iter().map(|cell| {
            let span = usize::from(cell.span.max(1));
            let share = shares.iter().skip(column).take(span).sum();
            column += span;
            lines(&plain(&cell.text), share)
        });
        height(tallest.max().unwrap_or(1))
    };
    let heads = table.columns.iter().zip(shares);
    let heads = heads.map(|(column, share)| lines(&column.head, *share));
    let mut room = height(heads.max().unwrap_or(1)) + 14;
    if !table.groups.is_empty() {
        room += 18;
    }
    room += table
        .caption
        .as_ref()
        .map_or(0, |c| height(lines(c, total)));
    let mut rows = table.rows.iter();
    let mut first = 0;
    for next in rows.by_ref() {
        first += row(next);
        if next.kind != RowKind::Subhead {
            break;
        }
    }
    let few: i64 = rows.clone().take(FEW).map(row).sum();
    let whole = rows.nth(FEW).is_none() && room + first + few <= SHORT;
    (room + first + if whole { few } else { 0 }).min(MOST)
}

/// Rows after the first, and height in points, of a table that is not broken over two pages.
const FEW: usize = 8;
const SHORT: i64 = 190;

/// The largest space that is left empty under a page's last block, in points.
const MOST: i64 = 400;

/// Characters of table text that fill a page from side to side.
const PAGE: f64 = 4_200.0;

/// A row, or the rows in which it goes on where a cell has more text than a page can hold: no row is
/// broken over two pages, and none is lost.
fn in_pieces(row: &Row, shares: &[f64]) -> Vec<Row> {
    let total: f64 = shares.iter().sum();
    let mut column = 0;
    let mut cells: Vec<(u16, Vec<Cell>)> = Vec::new();
    for cell in &row.cells {
        let span = usize::from(cell.span.max(1));
        let covered = shares.iter().skip(column).take(span);
        let room = (PAGE * covered.sum::<f64>() / total).max(40.0) as usize;
        column += span;
        let words = plain(&cell.text);
        let pieces = if words.len() <= room {
            vec![cell.clone()]
        } else {
            pieces_of(&words, room)
                .into_iter()
                .map(|piece| Cell::text(piece).over(span))
                .collect()
        };
        cells.push((cell.span, pieces));
    }
    let most = cells.iter().map(|(_, pieces)| pieces.len()).max();
    (0..most.unwrap_or(0))
        .map(|i| Row {
            kind: row.kind,
            cells: cells
                .iter()
                .map(|(span, pieces)| match pieces.get(i) {
                    Some(piece) => piece.clone(),
                    None => Cell::text("").over(usize::from(*span)),
                })
                .collect(),
        })
        .collect()
}

/// A text in pieces of at most `room` bytes, broken between words where there are any, never inside
/// a letter.
fn pieces_of(text: &str, room: usize) -> Vec<String> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while rest.len() > room {
        let end = (0..=room)
            .rev()
            .find(|end| rest.is_char_boundary(*end))
            .filter(|end| *end > 0)
            .unwrap_or(rest.len());
        let end = rest[..end]
            .rfind(char::is_whitespace)
            .filter(|space| *space > 0)
            .unwrap_or(end);
        pieces.push(rest[..end].trim().to_owned());
        rest = rest[end..].trim_start();
    }
    pieces.push(rest.to_owned());
    pieces
}

#[cfg(test)]
mod tests {
    use super::divisible;

    #[test]
    fn only_long_addresses_are_divided_and_only_where_people_do() {
        let address = "PEC: registroimprese.brescia@bs.legalmail.camcom.it";
        let divided = divisible(address);
        assert_eq!(divided.replace('\u{200b}', ""), address);
        assert_eq!(divided.matches('\u{200b}').count(), 5);
        for text in ["a@b.it", "deliberazione n. 13C/2021 del 10.12.2021", ""] {
            assert_eq!(divisible(text), text);
        }
    }
}
