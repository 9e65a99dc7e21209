//! Blocks of documents on a page: the same parts that make documents, with the pieces of pages.

use askama::Template;
use documents::block::{self, AsideKind, Block, Inline, Mark, RowKind, plain};
use domain::report::standings::Standing;

use super::failure::Failure;
use super::part::{Cell, Chip, Column, Link, Row, Table};
use crate::messages::Catalogue;

/// How blocks stand on a page.
pub struct Written<'a> {
    /// The words.
    pub t: &'a Catalogue,
    /// The level of headings of the first level.
    pub top: u8,
    /// Where a link inside the document (`objective-3`) leads on the site.
    pub way: &'a dyn Fn(&str) -> Option<String>,
}

impl<'a> Written<'a> {
    /// The blocks as markup; every text of theirs is escaped.
    ///
    /// # Errors
    /// What a template says.
    pub fn html(&self, blocks: &[Block]) -> Result<String, Failure> {
        let mut out = String::new();
        self.push(blocks, &mut out)?;
        Ok(out)
    }

    fn push(&self, blocks: &[Block], out: &mut String) -> Result<(), Failure> {
        for block in blocks {
            match block {
                Block::Heading(heading) => {
                    let level = (heading.level + self.top - 1).min(6);
                    out.push_str(&format!("<h{level}>{}</h{level}>", escaped(&heading.text)));
                }
                Block::Paragraph(text) => {
                    out.push_str("<p>");
                    self.inlines(text, out);
                    out.push_str("</p>");
                }
                Block::List { from, items } => {
                    let tag = if from.is_some() { "ol" } else { "ul" };
                    match from {
                        Some(from) if *from != 1 => out.push_str(&format!("<ol start=\"{from}\">")),
                        _ => out.push_str(&format!("<{tag}>")),
                    }
                    for item in items {
                        out.push_str("<li>");
                        self.push(item, out)?;
                        out.push_str("</li>");
                    }
                    out.push_str(&format!("</{tag}>"));
                }
                Block::Facts(facts) => {
                    out.push_str("<dl class=\"t-facts\">");
                    for fact in facts {
                        out.push_str(&format!("<div><dt>{}</dt><dd>", escaped(&fact.label)));
                        self.inlines(&fact.value, out);
                        out.push_str("</dd></div>");
                    }
                    out.push_str("</dl>");
                }
                Block::Table(table) => {
                    for table in self.tables(table) {
                        out.push_str(&table.render()?);
                    }
                }
                Block::Figure(figure) => {
                    out.push_str("<figure class=\"t-chart\"><div class=\"t-chart-picture\">");
                    out.push_str(&figure.picture.svg);
                    out.push_str("</div></figure>");
                }
                Block::Aside {
                    kind,
                    label,
                    blocks,
                } => {
                    let tag = match kind {
                        AsideKind::Quote => "blockquote",
                        AsideKind::Missing | AsideKind::Note => "aside",
                    };
                    out.push_str(&format!("<{tag} class=\"t-aside\">"));
                    if !label.is_empty() {
                        out.push_str(&format!("<p><strong>{}</strong></p>", escaped(label)));
                    }
                    self.push(blocks, out)?;
                    out.push_str(&format!("</{tag}>"));
                }
                Block::Preformatted(text) => {
                    // A block that scrolls is reached by the keyboard.
                    out.push_str(&format!(
                        "<pre class=\"t-code-block\" tabindex=\"0\"><code>{}</code></pre>",
                        escaped(text)
                    ));
                }
                Block::Signatures(_) | Block::PageBreak => {}
            }
        }
        Ok(())
    }

    fn inlines(&self, inlines: &[Inline], out: &mut String) {
        for inline in inlines {
            match inline {
                Inline::Text(text) => out.push_str(&escaped(text)),
                Inline::Strong(inner) => self.within("strong", inner, out),
                Inline::Emphasis(inner) => self.within("em", inner, out),
                Inline::Code(text) => out.push_str(&format!("<code>{}</code>", escaped(text))),
                Inline::Break => out.push_str("<br>"),
                Inline::Mark { word, .. } => out.push_str(&escaped(word)),
                Inline::Link { to, text } => match self.address(to) {
                    Some(address) => {
                        out.push_str(&format!("<a href=\"{}\">", escaped(&address)));
                        self.inlines(text, out);
                        out.push_str("</a>");
                    }
                    None => self.inlines(text, out),
                },
            }
        }
    }

    fn within(&self, tag: &str, inner: &[Inline], out: &mut String) {
        out.push_str(&format!("<{tag}>"));
        self.inlines(inner, out);
        out.push_str(&format!("</{tag}>"));
    }

    fn address(&self, to: &str) -> Option<String> {
        match to.strip_prefix('#') {
            Some(anchor) => (self.way)(anchor),
            None => documents::markdown::leads_out(to).then(|| to.to_owned()),
        }
    }

    /// A table as those of pages: what stands under a heading of its own is a table of its own.
    fn tables(&self, table: &block::Table) -> Vec<Table<'a>> {
        // The row is headed by what it is about; where two cells say it, by the second, which is
        // never empty.
        let order: Vec<usize> = match (table.row_heads, table.columns.len()) {
            (2.., 2..) => [1, 0].into_iter().chain(2..table.columns.len()).collect(),
            (_, count) => (0..count).collect(),
        };
        let caption = table.caption.clone().unwrap_or_else(|| table.data.clone());
        let empty = |caption: String| Table {
            t: self.t,
            caption,
            quiet: false,
            columns: order
                .iter()
                .filter_map(|at| table.columns.get(*at))
                .map(|column| match column.align {
                    block::Align::End => Column::figures(&column.head),
                    _ => Column::words(&column.head),
                })
                .collect(),
            rows: Vec::new(),
            totals: None,
            exports: Vec::new(),
        };
        let mut tables = vec![empty(caption.clone())];
        for row in &table.rows {
            if row.kind == RowKind::Subhead {
                let said = row.cells.iter().map(|cell| plain(&cell.text));
                let said: Vec<String> = said.filter(|text| !text.is_empty()).collect();
                tables.push(empty(format!("{caption}: {}", said.join(" "))));
                continue;
            }
            let cells = order.iter().filter_map(|at| row.cells.get(*at));
            let cells: Vec<Cell<'a>> = cells.map(|cell| self.cell(&cell.text)).collect();
            if let Some(last) = tables.last_mut() {
                match row.kind {
                    RowKind::Total => last.totals = Some(cells),
                    _ => last.rows.push(Row::of(cells)),
                }
            }
        }
        tables.retain(|table| !table.rows.is_empty());
        tables
    }

    fn cell(&self, text: &[Inline]) -> Cell<'a> {
        match text {
            [Inline::Link { to, text }] => match self.address(to) {
                Some(address) => Cell::Link(Link::new(plain(text), address), None),
                None => Cell::Text(plain(text)),
            },
            [Inline::Mark { mark, word }] => {
                let standing = standing(*mark);
                let said = matches!(standing, Standing::LeftOut | Standing::ToMeasure);
                Cell::Chip(Chip {
                    cause: said.then(|| word.clone()),
                    ..Chip::of(self.t, standing)
                })
            }
            _ => match plain(text) {
                text if text.trim().is_empty() => Cell::Nothing,
                text => Cell::Text(text),
            },
        }
    }
}

fn standing(mark: Mark) -> Standing {
    match mark {
        Mark::Reached => Standing::Reached,
        Mark::OnCourse => Standing::OnCourse,
        Mark::Late => Standing::Late,
        Mark::NotReached => Standing::NotReached,
        Mark::ToMeasure => Standing::ToMeasure,
        Mark::LeftOut => Standing::LeftOut,
    }
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}
