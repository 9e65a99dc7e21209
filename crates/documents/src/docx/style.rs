//! One style of the document.

use super::xml::Xml;

/// A paragraph style. Lengths are twentieths of a point, sizes half points.
#[derive(Clone, Default)]
pub(super) struct Style<'a> {
    /// What paragraphs call it.
    pub id: &'a str,
    /// What people read.
    pub name: &'a str,
    /// The style that it changes.
    pub base: &'a str,
    /// The style of the paragraph that a person types after it.
    pub next: &'a str,
    /// One of Word's own, which it translates and lists first.
    pub own: bool,
    pub keep_next: bool,
    pub keep_lines: bool,
    /// Number of the list and its level.
    pub list: Option<(u32, usize)>,
    /// Side of a line and its eighths of a point.
    pub line: Option<(&'a str, u32)>,
    /// Colour of the line.
    pub line_colour: &'a str,
    /// Colour behind.
    pub shade: &'a str,
    /// Whether words may be parted at the end of a line.
    pub whole_words: bool,
    /// Space above and below.
    pub space: Option<(u32, u32)>,
    /// Height of lines, 240 for single.
    pub height: Option<u32>,
    /// Indents: left, right, first line less by.
    pub indent: Option<(u32, u32, u32)>,
    /// Stop of the tabulator: kind, leader, place.
    pub stop: Option<(&'a str, &'a str, u32)>,
    pub align: &'a str,
    /// Level in the outline, from 0.
    pub outline: Option<u8>,
    pub font: &'a str,
    pub bold: bool,
    pub italic: bool,
    pub colour: &'a str,
    pub size: u32,
}

impl Style<'_> {
    /// Writes the style.
    pub fn write(&self, xml: &mut Xml) {
        let mut attributes = vec![("w:type", "paragraph"), ("w:styleId", self.id)];
        match self.id {
            "Normal" => attributes.insert(1, ("w:default", "1")),
            _ if !self.own => attributes.push(("w:customStyle", "1")),
            _ => {}
        }
        xml.element("w:style", &attributes, |xml| {
            xml.value("w:name", self.name);
            if !self.base.is_empty() {
                xml.value("w:basedOn", self.base);
            }
            if !self.next.is_empty() {
                xml.value("w:next", self.next);
            }
            if self.id.starts_with("TOC") && self.id != "TOCHeading" {
                xml.value("w:uiPriority", "39");
            }
            xml.empty("w:qFormat", &[]);
            xml.element("w:pPr", &[], |xml| self.paragraph(xml));
            xml.element("w:rPr", &[], |xml| self.run(xml));
        });
    }

    fn paragraph(&self, xml: &mut Xml) {
        for (set, name) in [
            (self.keep_next, "w:keepNext"),
            (self.keep_lines, "w:keepLines"),
        ] {
            if set {
                xml.empty(name, &[]);
            }
        }
        if let Some((number, level)) = self.list {
            number_of(xml, number, level);
        }
        if let Some((side, width)) = self.line {
            xml.element("w:pBdr", &[], |xml| {
                let name = format!("w:{side}");
                let space = if side == "left" { "10" } else { "4" };
                line(xml, &name, width, self.line_colour, space);
            });
        }
        if !self.shade.is_empty() {
            shade(xml, self.shade);
        }
        if let Some((kind, leader, place)) = self.stop {
            xml.element("w:tabs", &[], |xml| {
                let place = place.to_string();
                let attributes = [("w:val", kind), ("w:leader", leader), ("w:pos", &place)];
                xml.empty("w:tab", &attributes);
            });
        }
        if self.whole_words {
            xml.empty("w:suppressAutoHyphens", &[]);
        }
        if self.space.is_some() || self.height.is_some() {
            let (before, after) = self.space.unwrap_or_default();
            let (before, after) = (before.to_string(), after.to_string());
            let height = self.height.unwrap_or_default().to_string();
            let mut attributes = Vec::new();
            if self.space.is_some() {
                attributes.extend([("w:before", &*before), ("w:after", &*after)]);
            }
            if self.height.is_some() {
                attributes.extend([("w:line", &*height), ("w:lineRule", "auto")]);
            }
            xml.empty("w:spacing", &attributes);
        }
        if let Some((left, right, hanging)) = self.indent {
            let (left, right) = (left.to_string(), right.to_string());
            let hanging = hanging.to_string();
            let attributes = [
                ("w:left", &*left),
                ("w:right", &right),
                ("w:hanging", &hanging),
            ];
            xml.empty("w:ind", &attributes);
        }
        if !self.align.is_empty() {
            xml.value("w:jc", self.align);
        }
        if let Some(level) = self.outline {
            xml.value("w:outlineLvl", &level.to_string());
        }
    }

    fn run(&self, xml: &mut Xml) {
        if !self.font.is_empty() {
            font(xml, self.font);
        }
        for (set, name) in [(self.bold, "w:b"), (self.italic, "w:i")] {
            if set {
                xml.empty(name, &[]);
                xml.empty(&format!("{name}Cs"), &[]);
            }
        }
        if !self.colour.is_empty() {
            xml.value("w:color", self.colour);
        }
        if self.size > 0 {
            let size = self.size.to_string();
            xml.value("w:sz", &size);
            xml.value("w:szCs", &size);
        }
    }
}

/// The face of a run, for every script.
pub(super) fn font(xml: &mut Xml, name: &str) {
    let attributes = [
        ("w:ascii", name),
        ("w:hAnsi", name),
        ("w:eastAsia", name),
        ("w:cs", name),
    ];
    xml.empty("w:rFonts", &attributes);
}

/// A colour behind.
pub(super) fn shade(xml: &mut Xml, colour: &str) {
    let attributes = [("w:val", "clear"), ("w:color", "auto"), ("w:fill", colour)];
    xml.empty("w:shd", &attributes);
}

/// A line of `width` eighths of a point.
pub(super) fn line(xml: &mut Xml, name: &str, width: u32, colour: &str, space: &str) {
    let width = width.to_string();
    let attributes = [
        ("w:val", "single"),
        ("w:sz", &*width),
        ("w:space", space),
        ("w:color", colour),
    ];
    xml.empty(name, &attributes);
}

/// The list of a paragraph and its level.
pub(super) fn number_of(xml: &mut Xml, number: u32, level: usize) {
    xml.element("w:numPr", &[], |xml| {
        xml.value("w:ilvl", &level.to_string());
        xml.value("w:numId", &number.to_string());
    });
}
