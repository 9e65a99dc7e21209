//! Narrative text of a plan: Markdown becomes blocks, and nothing of it becomes markup.
//!
//! HTML and scripts in it are text like any other; links lead to the web or to an address of mail,
//! nowhere else; images are told by their text.

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::block::{Align, AsideKind, Block, Cell, Column, Heading, Inline, Row, Table};

/// The blocks of a text whose topmost headings get `level`.
pub fn blocks(text: &str, level: u8) -> Vec<Block> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let mut reader = Reader {
        events: Parser::new_ext(text, options)
            .collect::<Vec<_>>()
            .into_iter(),
        level,
        top: None,
        last: level.saturating_sub(1),
    };
    reader.blocks(None, 0)
}

/// Lists and quotations inside each other that are told apart; deeper ones are read as text.
const DEEPEST: usize = 16;

struct Reader<'t> {
    events: std::vec::IntoIter<Event<'t>>,
    level: u8,
    /// The level of the text's first heading, which becomes `level`.
    top: Option<u8>,
    /// The level of the last heading: no level is skipped on the way down.
    last: u8,
}

impl<'t> Reader<'t> {
    /// Blocks up to the end of `until`, or of the text.
    fn blocks(&mut self, until: Option<TagEnd>, depth: usize) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut loose = Vec::new();
        while let Some(event) = self.events.next() {
            if let Event::End(end) = &event
                && Some(*end) == until
            {
                break;
            }
            if let Some(block) = self.block(&event, depth) {
                paragraph(&mut loose, &mut blocks);
                blocks.extend(block);
            } else {
                self.inline(event, &mut loose);
            }
        }
        paragraph(&mut loose, &mut blocks);
        blocks
    }

    /// The block that an event begins; none where it belongs to running text.
    fn block(&mut self, event: &Event<'t>, depth: usize) -> Option<Vec<Block>> {
        if let Event::Rule = event {
            return Some(Vec::new());
        }
        if let Event::Html(html) = event {
            return Some(vec![Block::Preformatted(html.trim_end().to_owned())]);
        }
        let Event::Start(tag) = event else {
            return None;
        };
        let deeper = depth + 1;
        if deeper > DEEPEST {
            return None;
        }
        let blocks = match tag {
            Tag::Paragraph => {
                let text = self.inlines(TagEnd::Paragraph);
                vec![Block::Paragraph(text)]
            }
            Tag::Heading { level, .. } => {
                let text = crate::block::plain(&self.inlines(TagEnd::Heading(*level)));
                vec![Block::Heading(Heading {
                    level: self.heading_level(*level),
                    text,
                    id: String::new(),
                })]
            }
            Tag::List(from) => {
                let end = TagEnd::List(from.is_some());
                let mut items = Vec::new();
                while let Some(event) = self.events.next() {
                    match event {
                        Event::Start(Tag::Item) => {
                            items.push(self.blocks(Some(TagEnd::Item), deeper));
                        }
                        Event::End(found) if found == end => break,
                        _ => {}
                    }
                }
                vec![Block::List { from: *from, items }]
            }
            Tag::BlockQuote(kind) => vec![Block::Aside {
                kind: AsideKind::Quote,
                label: String::new(),
                blocks: self.blocks(Some(TagEnd::BlockQuote(*kind)), deeper),
            }],
            Tag::CodeBlock(CodeBlockKind::Fenced(_) | CodeBlockKind::Indented) => {
                let text = crate::block::plain(&self.inlines(TagEnd::CodeBlock));
                vec![Block::Preformatted(text.trim_end().to_owned())]
            }
            Tag::HtmlBlock => self.blocks(Some(TagEnd::HtmlBlock), deeper),
            Tag::Table(aligns) => vec![Block::Table(self.table(aligns))],
            _ => return None,
        };
        Some(blocks)
    }

    fn heading_level(&mut self, level: HeadingLevel) -> u8 {
        let own = level as u8;
        let top = *self.top.get_or_insert(own);
        let wanted = self.level + own.saturating_sub(top);
        self.last = wanted.min(self.last + 1).clamp(self.level, 6);
        self.last
    }

    fn table(&mut self, aligns: &[pulldown_cmark::Alignment]) -> Table {
        let mut rows: Vec<Vec<Cell>> = Vec::new();
        while let Some(event) = self.events.next() {
            match event {
                Event::Start(Tag::TableHead | Tag::TableRow) => rows.push(Vec::new()),
                Event::Start(Tag::TableCell) => {
                    let cell = Cell::inline(self.inlines(TagEnd::TableCell));
                    if let Some(row) = rows.last_mut() {
                        row.push(cell);
                    }
                }
                Event::End(TagEnd::Table) => break,
                _ => {}
            }
        }
        let heads = if rows.is_empty() {
            Vec::new()
        } else {
            rows.remove(0)
        };
        let columns = heads.iter().enumerate().map(|(i, head)| {
            let longest = rows
                .iter()
                .filter_map(|row| row.get(i))
                .map(|cell| crate::block::plain(&cell.text).chars().count())
                .max();
            let head = crate::block::plain(&head.text);
            let width = longest.unwrap_or(0).max(head.chars().count()).clamp(6, 40);
            Column {
                align: match aligns.get(i) {
                    Some(pulldown_cmark::Alignment::Right) => Align::End,
                    Some(pulldown_cmark::Alignment::Center) => Align::Centre,
                    _ => Align::Start,
                },
                width: u16::try_from(width).unwrap_or(40),
                head,
            }
        });
        Table {
            columns: columns.collect(),
            rows: rows
                .into_iter()
                .map(|cells| Row {
                    cells,
                    ..Row::default()
                })
                .collect(),
            ..Table::default()
        }
    }

    /// Running text up to the end of `until`.
    fn inlines(&mut self, until: TagEnd) -> Vec<Inline> {
        let mut inlines = Vec::new();
        while let Some(event) = self.events.next() {
            if matches!(&event, Event::End(end) if *end == until) {
                break;
            }
            self.inline(event, &mut inlines);
        }
        inlines
    }

    fn inline(&mut self, event: Event<'t>, into: &mut Vec<Inline>) {
        match event {
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => {
                push_text(into, &text);
            }
            Event::Code(text) => into.push(Inline::Code(text.into_string())),
            Event::SoftBreak => push_text(into, " "),
            Event::HardBreak => into.push(Inline::Break),
            Event::Start(Tag::Strong) => {
                let inner = self.inlines(TagEnd::Strong);
                into.push(Inline::Strong(inner));
            }
            Event::Start(Tag::Emphasis) => {
                let inner = self.inlines(TagEnd::Emphasis);
                into.push(Inline::Emphasis(inner));
            }
            Event::Start(Tag::Strikethrough) => into.extend(self.inlines(TagEnd::Strikethrough)),
            Event::Start(Tag::Image { .. }) => into.extend(self.inlines(TagEnd::Image)),
            Event::Start(Tag::Link { dest_url, .. }) => {
                let text = self.inlines(TagEnd::Link);
                if leads_out(&dest_url) {
                    into.push(Inline::Link {
                        to: dest_url.into_string(),
                        text,
                    });
                } else {
                    into.extend(text);
                }
            }
            _ => {}
        }
    }
}

/// Whether an address leads to the web or to an address of mail, and is whole.
pub fn leads_out(address: &str) -> bool {
    let lower = address.to_ascii_lowercase();
    ["https://", "http://", "mailto:"]
        .iter()
        .any(|scheme| lower.len() > scheme.len() && lower.starts_with(scheme))
        && !address.chars().any(|c| c.is_control() || c.is_whitespace())
}

fn push_text(into: &mut Vec<Inline>, text: &str) {
    match into.last_mut() {
        Some(Inline::Text(last)) => last.push_str(text),
        _ => into.push(Inline::Text(text.to_owned())),
    }
}

/// Running text that no paragraph holds, as in a tight list.
fn paragraph(loose: &mut Vec<Inline>, blocks: &mut Vec<Block>) {
    if !loose.is_empty() {
        blocks.push(Block::Paragraph(std::mem::take(loose)));
    }
}
