//! The text of the document: a stream of paragraphs and tables in sections.

use std::collections::HashMap;

use crate::block::{Align, Inline, Words};

use super::inline::{Form, Runs};
use super::numbering::Lists;
use super::package::Relations;
use super::page::Page;
use super::style::number_of;
use super::xml::Xml;

/// What is being written, with all that it refers to.
pub(super) struct Body<'a> {
    pub xml: Xml,
    pub words: &'a Words,
    pub relations: Relations,
    pub lists: Lists,
    /// Bookmarks by the anchors of headings.
    pub anchors: HashMap<String, String>,
    /// The colours of the body.
    pub colour: String,
    pub pale: String,
    /// Sections, headers and footers.
    pub page: Page,
    pub headings: usize,
    pub tables: usize,
    pub figures: usize,
    drawings: usize,
    /// What follows begins a page.
    break_before: bool,
    /// The last thing is a table, which touches what follows.
    table_before: bool,
    /// Running text that follows stands apart from what is before it.
    apart: bool,
    /// Where the properties of the last paragraph end, and where it ends itself.
    last: Option<(usize, usize)>,
}

/// The properties of a paragraph beyond its style.
#[derive(Clone, Copy, Default)]
pub(super) struct Paragraph<'a> {
    pub style: &'a str,
    pub keep_next: bool,
    /// Number of the list and its level.
    pub list: Option<(u32, usize)>,
    /// Indent from the left.
    pub indent: Option<u32>,
    /// Stop of the tabulator on the right.
    pub stop: Option<u32>,
    pub align: Align,
    /// Part of a cell or heading that brings its own space.
    pub spaced: bool,
}

impl<'a> Paragraph<'a> {
    /// A paragraph of a style.
    pub fn of(style: &'a str) -> Self {
        Paragraph {
            style,
            ..Paragraph::default()
        }
    }
}

/// Space above what follows a table.
const UNDER_TABLE: &str = "200";

impl<'a> Body<'a> {
    /// Nothing yet.
    pub fn new(
        words: &'a Words,
        anchors: HashMap<String, String>,
        colour: String,
        pale: String,
        relations: Relations,
        page: Page,
    ) -> Self {
        Body {
            xml: Xml::fragment(),
            words,
            relations,
            lists: Lists::default(),
            anchors,
            colour,
            pale,
            page,
            headings: 0,
            tables: 0,
            figures: 0,
            drawings: 0,
            break_before: false,
            table_before: false,
            apart: false,
            last: None,
        }
    }

    /// A number that no drawing had before.
    pub fn drawing(&mut self) -> usize {
        self.drawings += 1;
        self.drawings
    }

    /// What follows begins a page.
    pub fn break_page(&mut self) {
        self.break_before = true;
    }

    /// What follows, if it is running text, stands apart.
    pub fn set_apart(&mut self) {
        self.apart = true;
    }

    /// A paragraph of running text.
    pub fn text(&mut self, paragraph: Paragraph, inlines: &[Inline]) {
        self.paragraph(paragraph, |body, xml| {
            body.runs(xml, inlines, Form::default());
        });
    }

    /// Runs inside a paragraph.
    pub fn runs(&mut self, xml: &mut Xml, inlines: &[Inline], form: Form) {
        Runs {
            relations: &mut self.relations,
            anchors: &self.anchors,
        }
        .write(xml, inlines, form);
    }

    /// A paragraph in the stream.
    pub fn paragraph(&mut self, own: Paragraph, content: impl FnOnce(&mut Self, &mut Xml)) {
        let breaks = std::mem::take(&mut self.break_before);
        let touched = std::mem::take(&mut self.table_before);
        let apart = std::mem::take(&mut self.apart);
        let under_table = (touched || apart) && !own.spaced;
        let mut xml = Xml::fragment();
        let mut properties_end = 0;
        xml.element("w:p", &[], |xml| {
            xml.element("w:pPr", &[], |xml| {
                properties(xml, own, breaks, under_table);
                properties_end = xml.len();
            });
            content(self, xml);
        });
        let start = self.xml.len();
        self.xml.append(xml);
        self.last = Some((start + properties_end, self.xml.len()));
    }

    /// A table in the stream.
    pub fn table(&mut self, table: Xml) {
        if self.break_before || self.table_before {
            self.sliver();
        }
        self.xml.append(table);
        self.last = None;
        self.table_before = true;
    }

    /// Ends the section and begins one of the other orientation, on a new page.
    pub fn turn(&mut self, landscape: bool) {
        if self.page.landscape == landscape {
            return;
        }
        self.break_before = false;
        if self.last.is_none_or(|(_, end)| end != self.xml.len()) {
            self.table_before = false;
            self.sliver();
        }
        let mut section = Xml::fragment();
        self.page.section(&mut section);
        if let Some((at, _)) = self.last.take() {
            self.xml.insert(at, section);
        }
        self.page.landscape = landscape;
    }

    /// Ends the last section.
    pub fn finish(&mut self) {
        // Nothing follows: no page for it.
        self.break_before = false;
        if std::mem::take(&mut self.table_before) {
            self.sliver();
        }
        self.page.section(&mut self.xml);
    }

    /// The least paragraph: between two tables, which would grow into one, and to hold what only a
    /// paragraph can.
    fn sliver(&mut self) {
        let breaks = std::mem::take(&mut self.break_before);
        let tall = std::mem::take(&mut self.table_before);
        let start = self.xml.len();
        let mut properties_end = 0;
        let mut xml = Xml::fragment();
        xml.element("w:p", &[], |xml| {
            xml.element("w:pPr", &[], |xml| {
                if breaks {
                    xml.empty("w:pageBreakBefore", &[]);
                }
                let height = if tall { UNDER_TABLE } else { "20" };
                let attributes = [
                    ("w:before", "0"),
                    ("w:after", "0"),
                    ("w:line", height),
                    ("w:lineRule", "exact"),
                ];
                xml.empty("w:spacing", &attributes);
                xml.element("w:rPr", &[], |xml| xml.value("w:sz", "2"));
                properties_end = xml.len();
            });
        });
        self.xml.append(xml);
        self.last = Some((start + properties_end, self.xml.len()));
    }
}

/// The properties of a paragraph, in the order that the format asks for.
pub(super) fn properties(xml: &mut Xml, own: Paragraph, breaks: bool, under_table: bool) {
    if !own.style.is_empty() {
        xml.value("w:pStyle", own.style);
    }
    if own.keep_next {
        xml.empty("w:keepNext", &[]);
    }
    if breaks {
        xml.empty("w:pageBreakBefore", &[]);
    }
    if let Some((number, level)) = own.list {
        number_of(xml, number, level);
    }
    if let Some(stop) = own.stop {
        xml.element("w:tabs", &[], |xml| {
            let stop = stop.to_string();
            let attributes = [("w:val", "right"), ("w:leader", "none"), ("w:pos", &stop)];
            xml.empty("w:tab", &attributes);
        });
    }
    if under_table {
        xml.empty("w:spacing", &[("w:before", UNDER_TABLE)]);
    }
    if let Some(indent) = own.indent {
        xml.empty("w:ind", &[("w:left", &indent.to_string())]);
    }
    match own.align {
        Align::Start => {}
        Align::Centre => xml.value("w:jc", "center"),
        Align::End => xml.value("w:jc", "right"),
    }
}
