//! Running text.

use std::collections::HashMap;

use crate::block::{Inline, Mark};
use crate::markdown::leads_out;

use super::colour;
use super::package::Relations;
use super::xml::Xml;

/// A face that has the shapes of states, on every desk.
const SHAPES: &str = "Arial";
/// The longest address that Word follows.
const LONGEST_ADDRESS: usize = 2000;

/// How a stretch of text looks.
#[derive(Clone, Copy, Default)]
pub(super) struct Form {
    pub strong: bool,
    pub emphasis: bool,
    pub link: bool,
}

/// Writes inlines as runs.
pub(super) struct Runs<'a> {
    /// Where links lead.
    pub relations: &'a mut Relations,
    /// Bookmarks by the anchors of headings.
    pub anchors: &'a HashMap<String, String>,
}

impl Runs<'_> {
    /// All of them, one after the other.
    pub fn write(&mut self, xml: &mut Xml, inlines: &[Inline], form: Form) {
        for inline in inlines {
            match inline {
                Inline::Text(text) => run(xml, text, form),
                Inline::Strong(inner) => {
                    let form = Form {
                        strong: true,
                        ..form
                    };
                    self.write(xml, inner, form);
                }
                Inline::Emphasis(inner) => {
                    let form = Form {
                        emphasis: true,
                        ..form
                    };
                    self.write(xml, inner, form);
                }
                Inline::Code(text) => styled(xml, "HTMLCode", text),
                Inline::Link { to, text } => self.link(xml, to, text, form),
                Inline::Break => xml.element("w:r", &[], |xml| xml.empty("w:br", &[])),
                Inline::Mark { mark, word } => {
                    shape(xml, *mark);
                    run(xml, &format!("\u{a0}{word}"), form);
                }
            }
        }
    }

    fn link(&mut self, xml: &mut Xml, to: &str, text: &[Inline], form: Form) {
        let inside = to.strip_prefix('#').and_then(|to| self.anchors.get(to));
        let target = match inside {
            _ if form.link => None,
            Some(bookmark) => Some(("w:anchor", bookmark.clone())),
            None if leads_out(to) && to.len() <= LONGEST_ADDRESS => {
                Some(("r:id", self.relations.link(&address(to))))
            }
            None => None,
        };
        let Some((key, value)) = target else {
            return self.write(xml, text, form);
        };
        let form = Form { link: true, ..form };
        let attributes = [(key, &*value), ("w:history", "1")];
        xml.element("w:hyperlink", &attributes, |xml| {
            self.write(xml, text, form);
        });
    }
}

/// A stretch of plain text.
pub(super) fn run(xml: &mut Xml, text: &str, form: Form) {
    if text.is_empty() {
        return;
    }
    xml.element("w:r", &[], |xml| {
        if form.strong || form.emphasis || form.link {
            xml.element("w:rPr", &[], |xml| {
                if form.link {
                    xml.value("w:rStyle", "Hyperlink");
                }
                if form.strong {
                    xml.empty("w:b", &[]);
                    xml.empty("w:bCs", &[]);
                }
                if form.emphasis {
                    xml.empty("w:i", &[]);
                    xml.empty("w:iCs", &[]);
                }
            });
        }
        words(xml, text);
    });
}

/// A stretch of text in a style of characters.
fn styled(xml: &mut Xml, style: &str, text: &str) {
    xml.element("w:r", &[], |xml| {
        xml.element("w:rPr", &[], |xml| xml.value("w:rStyle", style));
        words(xml, text);
    });
}

fn shape(xml: &mut Xml, mark: Mark) {
    xml.element("w:r", &[], |xml| {
        xml.element("w:rPr", &[], |xml| {
            super::style::font(xml, SHAPES);
            xml.value("w:color", &colour::hex(mark.colour()));
        });
        words(xml, &mark.glyph().to_string());
    });
}

/// Text with its breaks and tabulators.
pub(super) fn words(xml: &mut Xml, text: &str) {
    for (i, line) in text.replace("\r\n", "\n").split(['\n', '\r']).enumerate() {
        if i > 0 {
            xml.empty("w:br", &[]);
        }
        for (i, piece) in line.split('\t').enumerate() {
            if i > 0 {
                xml.empty("w:tab", &[]);
            }
            if !piece.is_empty() {
                xml.text_element("w:t", &[("xml:space", "preserve")], piece);
            }
        }
    }
}

/// A field: what it asks for and what it said last.
pub(super) fn field(xml: &mut Xml, code: &str, result: &str) {
    field_mark(xml, "begin");
    field_code(xml, code);
    field_mark(xml, "separate");
    run(xml, result, Form::default());
    field_mark(xml, "end");
}

/// The beginning, middle or end of a field.
pub(super) fn field_mark(xml: &mut Xml, kind: &str) {
    xml.element("w:r", &[], |xml| {
        xml.empty("w:fldChar", &[("w:fldCharType", kind)]);
    });
}

/// What a field asks for.
pub(super) fn field_code(xml: &mut Xml, code: &str) {
    xml.element("w:r", &[], |xml| {
        let code = format!(" {code} ");
        xml.text_element("w:instrText", &[("xml:space", "preserve")], &code);
    });
}

/// An address with everything escaped that an address may not hold: Word refuses the whole file for
/// one that it cannot read.
fn address(to: &str) -> String {
    const PLAIN: &[u8] = b"-._~:/?#@!$&'()*+,;=";
    let bytes = to.as_bytes();
    let mut out = String::with_capacity(to.len());
    for (i, byte) in bytes.iter().enumerate() {
        let escape = *byte == b'%'
            && bytes
                .get(i + 1..i + 3)
                .is_some_and(|two| two.iter().all(u8::is_ascii_hexdigit));
        if escape || byte.is_ascii_alphanumeric() || PLAIN.contains(byte) {
            out.push(char::from(*byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}
