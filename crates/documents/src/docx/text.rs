//! Blocks, one after the other.

use crate::block::{AsideKind, Block, Fact, Figure, Heading, Inline, Table};

use super::body::{Body, Paragraph};
use super::drawing;
use super::front::bookmark;
use super::inline::{Form, field, run};
use super::numbering::{BULLETS, LEVELS};
use super::styles::{LIST_INDENT, LIST_STYLES};
use super::table;

/// Where a block stands.
#[derive(Clone, Copy)]
struct Within<'a> {
    /// The style of paragraphs.
    style: &'a str,
    /// Lists around it.
    depth: usize,
}

/// The most blocks between a heading and a table that lies, for them to turn with it.
const MOST_BETWEEN: usize = 3;

impl<'a> Body<'a> {
    /// The text of a document: every block on a page that stands or lies as it needs.
    pub fn blocks(&mut self, blocks: &[Block]) {
        let across = self.lying(blocks);
        for (block, landscape) in blocks.iter().zip(across) {
            self.turn(landscape);
            let within = Within {
                style: "",
                depth: 0,
            };
            self.block(block, within);
        }
        self.turn(false);
    }

    /// Which blocks lie: those that need it, with the headings over them.
    fn lying(&self, blocks: &[Block]) -> Vec<bool> {
        let upright = self.page.room().0;
        let mut lying: Vec<bool> = blocks
            .iter()
            .map(|block| match block {
                Block::Table(table) => table::needs_landscape(table),
                Block::Figure(figure) => drawing::needs_landscape(figure, upright),
                _ => false,
            })
            .collect();
        for at in 0..blocks.len() {
            if !lying[at] {
                continue;
            }
            let before = &blocks[..at];
            let between = before.iter().rev().take_while(|b| follows(b)).count();
            let heading = before.len().checked_sub(between + 1);
            let Some(heading) = heading.filter(|_| between <= MOST_BETWEEN) else {
                continue;
            };
            if lying[heading] {
                lying[heading..at].fill(true);
            } else if matches!(blocks[heading], Block::Heading(_)) {
                let over = before[..heading].iter().rev();
                let over = over.take_while(|b| matches!(b, Block::Heading(_))).count();
                lying[heading - over..at].fill(true);
            }
        }
        lying
    }

    fn block(&mut self, block: &Block, within: Within) {
        match block {
            Block::Heading(heading) => self.heading(heading),
            Block::Paragraph(inlines) => self.text(plain(within), inlines),
            Block::List { from, items } => self.list(*from, items, within.depth),
            Block::Facts(facts) => {
                facts.iter().for_each(|fact| self.fact(fact));
                self.set_apart();
            }
            Block::Table(table) => table::write(self, table),
            Block::Figure(figure) => self.figure(figure),
            Block::Aside {
                kind,
                label,
                blocks,
            } => self.aside(*kind, label, blocks, within.depth),
            Block::Preformatted(text) => {
                self.paragraph(Paragraph::of("Preformatted"), |_, xml| {
                    run(xml, text, Form::default());
                });
            }
            Block::Signatures(roles) => table::signatures(self, roles),
            Block::PageBreak => self.break_page(),
        }
    }

    fn heading(&mut self, heading: &Heading) {
        let position = self.headings;
        self.headings += 1;
        let style = format!("Heading{}", heading.level.clamp(1, 6));
        let own = self.anchors.get(&heading.id).cloned();
        let paragraph = Paragraph {
            spaced: true,
            ..Paragraph::of(&style)
        };
        self.paragraph(paragraph, |_, xml| {
            let ids = [(position * 2).to_string(), (position * 2 + 1).to_string()];
            let names = [Some(bookmark(position)), own];
            let marks = || ids.iter().zip(&names);
            for (id, name) in marks() {
                if let Some(name) = name {
                    xml.empty("w:bookmarkStart", &[("w:id", id), ("w:name", name)]);
                }
            }
            run(xml, &heading.text, Form::default());
            for (id, name) in marks() {
                if name.is_some() {
                    xml.empty("w:bookmarkEnd", &[("w:id", id)]);
                }
            }
        });
    }

    fn list(&mut self, from: Option<u64>, items: &[Vec<Block>], depth: usize) {
        let level = depth.min(LEVELS - 1);
        let style_level = level.min(LIST_STYLES - 1);
        let suffix = match style_level {
            0 => String::new(),
            level => (level + 1).to_string(),
        };
        let (name, number) = match from {
            Some(from) => ("ListNumber", self.lists.start(level, from)),
            None => ("ListBullet", BULLETS),
        };
        let (first, rest) = (format!("{name}{suffix}"), format!("ListContinue{suffix}"));
        let within = Within {
            style: &rest,
            depth: depth + 1,
        };
        let numbered = Paragraph {
            list: (from.is_some() || style_level < level).then_some((number, level)),
            ..Paragraph::of(&first)
        };
        for item in items {
            let blocks = match item.split_first() {
                Some((Block::Paragraph(inlines), blocks)) => {
                    self.text(numbered, inlines);
                    blocks
                }
                _ => {
                    self.text(numbered, &[]);
                    item
                }
            };
            for block in blocks {
                self.block(block, within);
            }
        }
    }

    fn fact(&mut self, fact: &Fact) {
        self.paragraph(Paragraph::of("Fact"), |body, xml| {
            let strong = Form {
                strong: true,
                ..Form::default()
            };
            run(xml, &fact.label, strong);
            xml.element("w:r", &[], |xml| xml.empty("w:tab", &[]));
            body.runs(xml, &fact.value, Form::default());
        });
    }

    fn figure(&mut self, figure: &Figure) {
        drawing::figure(self, figure);
        self.figures += 1;
        let (word, number) = (self.words.figure.clone(), self.figures);
        self.caption(&word, Some(("Figura", number, "")), &figure.caption, false);
        if let Some(data) = &figure.data {
            let title = self.words.figure_data.clone();
            let data = Table {
                caption: data.caption.clone().or(Some(title)),
                ..data.clone()
            };
            table::unnumbered(self, &data);
        }
    }

    /// A caption with its number, as a field that counts: its sequence, what it says now, and how
    /// it counts.
    pub(super) fn caption(
        &mut self,
        word: &str,
        number: Option<(&str, usize, &str)>,
        text: &str,
        keep_next: bool,
    ) {
        let paragraph = Paragraph {
            keep_next,
            spaced: true,
            ..Paragraph::of(if keep_next {
                "Caption"
            } else {
                "FigureCaption"
            })
        };
        self.paragraph(paragraph, |_, xml| {
            if let Some((sequence, number, how)) = number {
                run(xml, &format!("{word} "), Form::default());
                let code = format!("SEQ {sequence} \\* ARABIC{how}");
                field(xml, &code, &number.to_string());
                run(xml, ". ", Form::default());
            }
            run(xml, text, Form::default());
        });
    }

    fn aside(&mut self, kind: AsideKind, label: &str, blocks: &[Block], depth: usize) {
        let style = match kind {
            AsideKind::Missing => "Missing",
            AsideKind::Note => "Remark",
            AsideKind::Quote => "Quote",
        };
        let within = Within { style, depth };
        let mut blocks = blocks;
        if !label.is_empty() {
            let mut text = vec![Inline::Strong(vec![Inline::Text(label.to_owned())])];
            if let Some((Block::Paragraph(first), rest)) = blocks.split_first() {
                text.push(Inline::Break);
                text.extend(first.iter().cloned());
                blocks = rest;
            }
            self.text(Paragraph::of(style), &text);
        }
        for block in blocks {
            self.block(block, within);
        }
    }
}

/// What may stand between a heading and the table that it is about.
fn follows(block: &Block) -> bool {
    matches!(
        block,
        Block::Paragraph(_) | Block::Facts(_) | Block::Aside { .. }
    )
}

fn plain(within: Within<'_>) -> Paragraph<'_> {
    let deeper = within.depth > LIST_STYLES && within.style.starts_with("ListContinue");
    let depth = u32::try_from(within.depth.min(LEVELS)).unwrap_or(0);
    Paragraph {
        indent: deeper.then_some(LIST_INDENT * depth),
        ..Paragraph::of(within.style)
    }
}
