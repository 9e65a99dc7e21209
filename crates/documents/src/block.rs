//! A document as a tree of blocks: what every writer (PDF, HTML, DOCX, workbook) is given.
//!
//! All texts arrive in the reader's language and already printed; nothing here is markup, so that
//! nothing a plan contains can become markup. Figures carry their exact value beside their text.

use domain::number::Number;
use jiff::civil::Date;

use crate::picture::Picture;

/// A whole document.
#[derive(Clone, Debug)]
pub struct Document {
    /// Language tag (`it`, `en`): hyphenation, screen readers.
    pub language: &'static str,
    /// Title on the cover and in the metadata.
    pub title: String,
    /// What is said under the title (year, horizon, date of the figures).
    pub subtitle: Option<String>,
    /// Name of the body; the author in the metadata.
    pub body: String,
    /// The act of approval, or what stands in its place; on the cover and in the running head.
    pub act: Option<String>,
    /// Day of the document in its metadata. There is no clock: the same plan gives the same bytes.
    pub date: Option<Date>,
    /// Colours and logo of the body.
    pub look: Look,
    /// The word across every page of a draft (`BOZZA`).
    pub watermark: Option<String>,
    /// The few words that writers add by themselves.
    pub words: Words,
    /// The content, from the first heading on.
    pub blocks: Vec<Block>,
}

/// How the body presents itself.
#[derive(Clone, Debug, Default)]
pub struct Look {
    /// Colours as red, green, blue: the first for headings and heads of tables. The writers darken
    /// what would be unreadable on white.
    pub colours: Vec<[u8; 3]>,
    /// The logo.
    pub logo: Option<Logo>,
}

/// A logo, read and recognised.
#[derive(Clone, Debug)]
pub struct Logo {
    /// The file.
    pub bytes: Vec<u8>,
    /// What it is.
    pub format: LogoFormat,
    /// What a screen reader says of it.
    pub alt: String,
}

/// Kinds of logo that every writer can use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are those of the formats")]
pub enum LogoFormat {
    Png,
    Jpeg,
    Svg,
}

/// Words that writers add by themselves, in the document's language.
#[derive(Clone, Debug)]
pub struct Words {
    /// Heading of the table of contents.
    pub contents: String,
    /// `Pagina {page} di {pages}`.
    pub page: String,
    /// Before the caption of a table, with its number after it (`Tabella`).
    pub table: String,
    /// The same of a figure (`Figura`).
    pub figure: String,
    /// Summary of the data table under a figure (`I dati della figura`).
    pub figure_data: String,
    /// Link to the content for who uses the keyboard (`Vai al contenuto`).
    pub skip: String,
    /// What is added to the caption when a table is too wide and goes on (`seguono altre colonne`).
    pub more_columns: String,
    /// Head of the column of a workbook that says under which heading of its table a row stood
    /// (`Gruppo`).
    pub group: String,
}

/// A part of a document.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading.
    Heading(Heading),
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list, each item of which is a sequence of blocks.
    List {
        /// Numbered, from this number on.
        from: Option<u64>,
        /// Items.
        items: Vec<Vec<Block>>,
    },
    /// Labels with their values, as at the head of a sheet.
    Facts(Vec<Fact>),
    /// A table.
    Table(Table),
    /// A picture with its text alternative and data.
    Figure(Figure),
    /// Something set apart from the text.
    Aside {
        /// Why it is set apart.
        kind: AsideKind,
        /// A word that says so (`Manca`, `Esempio`).
        label: String,
        /// What it says.
        blocks: Vec<Block>,
    },
    /// Lines that keep their breaks.
    Preformatted(String),
    /// Places to sign, one for each role.
    Signatures(Vec<String>),
    /// What follows begins a page, where there are pages.
    PageBreak,
}

/// Why an [`Block::Aside`] is set apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AsideKind {
    /// A part without content, in a draft.
    Missing,
    /// A remark, a warning to the reader.
    Note,
    /// A quotation.
    Quote,
}

/// A heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// 1 for chapters; a level is never skipped on the way down.
    pub level: u8,
    /// Its text.
    pub text: String,
    /// Its anchor: unique in the document, ASCII letters, digits and hyphens.
    pub id: String,
}

/// A label and its value.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// What it is.
    pub label: String,
    /// Its value.
    pub value: Vec<Inline>,
}

/// Running text.
#[derive(Clone, Debug, PartialEq)]
pub enum Inline {
    /// Plain text.
    Text(String),
    /// Important.
    Strong(Vec<Inline>),
    /// Emphasised.
    Emphasis(Vec<Inline>),
    /// Code.
    Code(String),
    /// A link, to a heading's `#anchor` or to an `http:`, `https:`, `mailto:` address.
    Link {
        /// Where to.
        to: String,
        /// Its text.
        text: Vec<Inline>,
    },
    /// A line break.
    Break,
    /// A state, told by its word and by its shape.
    Mark {
        /// The shape.
        mark: Mark,
        /// The word.
        word: String,
    },
}

/// Shape and colour of a state: the shape says what the colour says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Reached.
    Reached,
    /// On course.
    OnCourse,
    /// Late.
    Late,
    /// Not reached.
    NotReached,
    /// To be measured.
    ToMeasure,
    /// Left out, with its cause in the word.
    LeftOut,
}

impl Mark {
    /// The shape as a character that our faces have.
    pub fn glyph(self) -> char {
        match self {
            Mark::Reached => '●',
            Mark::OnCourse => '▲',
            Mark::Late => '▼',
            Mark::NotReached => '■',
            Mark::ToMeasure => '○',
            Mark::LeftOut => '–',
        }
    }

    /// Its colour as red, green, blue; at least 4.5:1 on white.
    pub fn colour(self) -> [u8; 3] {
        match self {
            Mark::Reached => [0x00, 0x70, 0x48],
            Mark::OnCourse => [0x00, 0x5c, 0xb3],
            Mark::Late => [0x99, 0x5c, 0x00],
            Mark::NotReached => [0xb8, 0x1f, 0x3a],
            Mark::ToMeasure | Mark::LeftOut => [0x4d, 0x5f, 0x70],
        }
    }
}

/// A table: one row of heads, possibly under a row of groups; rows of as many cells.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// Name of the data set, in the reader's language: tables of one name stand on one sheet of
    /// the workbook, one under the other.
    pub data: String,
    /// Columns that stand before the table's own on that sheet, to tell the tables apart
    /// (`Obiettivo`, `1.1`).
    pub context: Vec<(String, String)>,
    /// Caption.
    pub caption: Option<String>,
    /// Columns.
    pub columns: Vec<Column>,
    /// Heads over several columns: text and number of columns, which add up to all of them; empty
    /// texts where there is none. No groups: no such row.
    pub groups: Vec<(String, usize)>,
    /// The first cells of each row say what the row is about (row headers).
    pub row_heads: usize,
    /// Rows.
    pub rows: Vec<Row>,
    /// Source and remarks, under the table.
    pub note: Option<String>,
}

/// A column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its head.
    pub head: String,
    /// Where its cells stand.
    pub align: Align,
    /// Share of the width, in comparison with the other columns; about the number of characters
    /// of a usual line in it.
    pub width: u16,
}

/// Where the text of a cell stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// On the left.
    #[default]
    Start,
    /// In the middle.
    Centre,
    /// On the right: figures.
    End,
}

/// A row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// Its cells; a cell over several columns counts as many.
    pub cells: Vec<Cell>,
    /// What the row is.
    pub kind: RowKind,
}

/// What a row is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RowKind {
    /// Data.
    #[default]
    Data,
    /// A heading inside the table, over the rows that follow.
    Subhead,
    /// A total: left out of the data sheets, where it would be counted again.
    Total,
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// What is printed.
    pub text: Vec<Inline>,
    /// The exact figure behind it, for the workbook.
    pub figure: Option<FigureOf>,
    /// Columns over which it stands, at least 1.
    pub span: u16,
}

/// An exact figure and how it is shown.
#[derive(Clone, Debug, PartialEq)]
pub enum FigureOf {
    /// A plain number.
    Number(Number),
    /// A fraction shown as a percentage: 1 is 100%.
    Percent(Number),
    /// Euro.
    Money(Number),
    /// A day.
    Day(Date),
}

/// A picture in a document.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The picture, which says what it shows to who cannot see it.
    pub picture: Picture,
    /// Caption.
    pub caption: String,
    /// Its data, where no table beside it holds them.
    pub data: Option<Table>,
}

impl Block {
    /// A paragraph of plain text.
    pub fn text(text: impl Into<String>) -> Block {
        Block::Paragraph(vec![Inline::Text(text.into())])
    }
}

impl Cell {
    /// A cell of plain text; empty for nothing.
    pub fn text(text: impl Into<String>) -> Cell {
        let text = text.into();
        Cell {
            text: if text.is_empty() {
                Vec::new()
            } else {
                vec![Inline::Text(text)]
            },
            figure: None,
            span: 1,
        }
    }

    /// A figure with its printed form.
    pub fn figure(text: impl Into<String>, figure: FigureOf) -> Cell {
        Cell {
            figure: Some(figure),
            ..Cell::text(text)
        }
    }

    /// A cell of running text.
    pub fn inline(text: Vec<Inline>) -> Cell {
        Cell {
            text,
            figure: None,
            span: 1,
        }
    }

    /// The same over `span` columns.
    pub fn over(self, span: usize) -> Cell {
        Cell {
            span: u16::try_from(span.max(1)).unwrap_or(1),
            ..self
        }
    }
}

impl Column {
    /// A column of text.
    pub fn text(head: impl Into<String>, width: u16) -> Column {
        Column {
            head: head.into(),
            align: Align::Start,
            width,
        }
    }

    /// A column of figures.
    pub fn figures(head: impl Into<String>, width: u16) -> Column {
        Column {
            head: head.into(),
            align: Align::End,
            width,
        }
    }

    /// A column of short words in the middle.
    pub fn centred(head: impl Into<String>, width: u16) -> Column {
        Column {
            head: head.into(),
            align: Align::Centre,
            width,
        }
    }
}

/// The text of inlines without their form.
pub fn plain(inlines: &[Inline]) -> String {
    let mut out = String::new();
    push_plain(inlines, &mut out);
    out
}

fn push_plain(inlines: &[Inline], out: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Code(text) => out.push_str(text),
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Link { text: inner, .. } => {
                push_plain(inner, out);
            }
            Inline::Break => out.push('\n'),
            Inline::Mark { word, .. } => out.push_str(word),
        }
    }
}
