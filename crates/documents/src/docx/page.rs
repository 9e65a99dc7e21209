//! Sections, running heads and feet, the word across a draft.

use crate::block::Document;

use super::body::{Paragraph, properties};
use super::inline::{Form, field, run};
use super::space::{O, R, V, W};
use super::xml::Xml;

/// A length of the page, in twentieths of a point: A4.
const SHORT: u32 = 11906;
const LONG: u32 = 16838;
/// Margins at the sides: 2 cm upright, 1.5 cm across.
const SIDE: u32 = 1134;
const SIDE_ACROSS: u32 = 850;
const ABOVE: u32 = 1360;
const BELOW: u32 = 1134;
const EDGE: u32 = 624;

/// Width of the text on a page that stands.
pub(super) const UPRIGHT: u32 = SHORT - 2 * SIDE;

/// Twentieths of a point in a point.
const TWENTIETHS: f64 = 20.0;

/// The page that is being written on, and the parts it refers to.
pub(super) struct Page {
    /// Lying rather than upright.
    pub landscape: bool,
    /// Relations to the running head and foot, and to those of the cover.
    pub head: String,
    pub foot: String,
    pub cover_head: String,
    pub cover_foot: String,
    /// The first section has not ended yet.
    pub first: bool,
}

impl Page {
    /// Width of the text, in twentieths of a point.
    pub fn width(&self) -> u32 {
        if self.landscape {
            LONG - 2 * SIDE_ACROSS
        } else {
            UPRIGHT
        }
    }

    /// Width and height of the room for a picture with its caption, in points.
    pub fn room(&self) -> (f64, f64) {
        let height = if self.landscape { SHORT } else { LONG };
        let height = f64::from(height - ABOVE - BELOW) / TWENTIETHS;
        // A heading and the caption stand on the page with it.
        (f64::from(self.width()) / TWENTIETHS, height - 75.0)
    }

    /// The properties of the section that ends.
    pub fn section(&mut self, xml: &mut Xml) {
        let first = std::mem::take(&mut self.first);
        xml.element("w:sectPr", &[], |xml| {
            let mut refer = |name: &str, kind: &str, id: &str| {
                xml.empty(name, &[("w:type", kind), ("r:id", id)]);
            };
            refer("w:headerReference", "default", &self.head);
            refer("w:footerReference", "default", &self.foot);
            if first {
                refer("w:headerReference", "first", &self.cover_head);
                refer("w:footerReference", "first", &self.cover_foot);
            }
            xml.value("w:type", "nextPage");
            let (short, long) = (SHORT.to_string(), LONG.to_string());
            if self.landscape {
                let attributes = [("w:w", &*long), ("w:h", &short), ("w:orient", "landscape")];
                xml.empty("w:pgSz", &attributes);
            } else {
                xml.empty("w:pgSz", &[("w:w", &short), ("w:h", &long)]);
            }
            let side = if self.landscape { SIDE_ACROSS } else { SIDE }.to_string();
            let (above, below) = (ABOVE.to_string(), BELOW.to_string());
            let edge = EDGE.to_string();
            let attributes = [
                ("w:top", &*above),
                ("w:right", &side),
                ("w:bottom", &below),
                ("w:left", &side),
                ("w:header", &edge),
                ("w:footer", &edge),
                ("w:gutter", "0"),
            ];
            xml.empty("w:pgMar", &attributes);
            if first {
                xml.empty("w:titlePg", &[]);
            }
        });
    }
}

/// The running head: the body and its act; of the cover only the word across a draft.
pub(super) fn head(document: &Document, cover: bool) -> Vec<u8> {
    part("w:hdr", |xml| {
        xml.element("w:p", &[], |xml| {
            let style = if cover { "" } else { "Header" };
            xml.element("w:pPr", &[], |xml| {
                properties(xml, Paragraph::of(style), false, false);
            });
            if !cover {
                let texts = [Some(&document.body), document.act.as_ref()];
                let texts: Vec<&str> = texts.into_iter().flatten().map(|t| &**t).collect();
                run(xml, &texts.join(" · "), Form::default());
            }
            if let Some(word) = &document.watermark {
                watermark(xml, word, cover);
            }
        });
    })
}

/// The running foot: page and pages.
pub(super) fn foot(document: &Document, cover: bool) -> Vec<u8> {
    part("w:ftr", |xml| {
        xml.element("w:p", &[], |xml| {
            let style = if cover { "" } else { "Footer" };
            xml.element("w:pPr", &[], |xml| {
                properties(xml, Paragraph::of(style), false, false);
            });
            if !cover {
                page_of_pages(xml, &document.words.page);
            }
        });
    })
}

fn page_of_pages(xml: &mut Xml, mut text: &str) {
    while let Some(at) = text.find('{') {
        run(xml, &text[..at], Form::default());
        text = &text[at..];
        if let Some(rest) = text.strip_prefix("{page}") {
            field(xml, "PAGE", "2");
            text = rest;
        } else if let Some(rest) = text.strip_prefix("{pages}") {
            field(xml, "NUMPAGES", "2");
            text = rest;
        } else {
            run(xml, "{", Form::default());
            text = &text[1..];
        }
    }
    run(xml, text, Form::default());
}

fn part(name: &str, content: impl FnOnce(&mut Xml)) -> Vec<u8> {
    let mut xml = Xml::file();
    let spaces = [
        ("xmlns:w", W),
        ("xmlns:r", R),
        ("xmlns:v", V),
        ("xmlns:o", O),
    ];
    xml.element(name, &spaces, content);
    xml.bytes()
}

/// A word across the page, as Word itself writes it.
fn watermark(xml: &mut Xml, word: &str, cover: bool) {
    let letters = u32::try_from(word.chars().count())
        .unwrap_or(1)
        .clamp(1, 40);
    let width = (letters * 70).min(420);
    let height = width / letters * 6 / 5;
    let id = if cover { "2049" } else { "2050" };
    let id = format!("PowerPlusWaterMarkObject{id}");
    xml.element("w:r", &[], |xml| {
        xml.element("w:rPr", &[], |xml| xml.empty("w:noProof", &[]));
        xml.element("w:pict", &[], |xml| {
            shape_type(xml);
            let style = format!(
                "position:absolute;margin-left:0;margin-top:0;width:{width}pt;height:{height}pt;\
                 rotation:315;z-index:-251658752;mso-position-horizontal:center;\
                 mso-position-horizontal-relative:margin;mso-position-vertical:center;\
                 mso-position-vertical-relative:margin"
            );
            let attributes = [
                ("id", &*id),
                ("type", "#_x0000_t136"),
                ("alt", word),
                ("style", &style),
                ("o:allowincell", "f"),
                ("fillcolor", "#dde2e7"),
                ("stroked", "f"),
            ];
            xml.element("v:shape", &attributes, |xml| {
                xml.empty("v:fill", &[("opacity", ".5")]);
                let style = format!("font-family:\"{}\";font-size:1pt", super::styles::FACE);
                xml.empty("v:textpath", &[("style", &style), ("string", word)]);
            });
        });
    });
}

fn shape_type(xml: &mut Xml) {
    let attributes = [
        ("id", "_x0000_t136"),
        ("coordsize", "21600,21600"),
        ("o:spt", "136"),
        ("adj", "10800"),
        ("path", "m@7,l@8,m@5,21600l@6,21600e"),
    ];
    xml.element("v:shapetype", &attributes, |xml| {
        xml.element("v:formulas", &[], |xml| {
            for formula in [
                "sum #0 0 10800",
                "prod #0 2 1",
                "sum 21600 0 @1",
                "sum 0 0 @2",
                "sum 21600 0 @3",
                "if @0 @3 0",
                "if @0 21600 @1",
                "if @0 0 @2",
                "if @0 @4 21600",
                "mid @5 @6",
                "mid @8 @5",
                "mid @7 @8",
                "mid @6 @7",
                "sum @6 0 @5",
            ] {
                xml.empty("v:f", &[("eqn", formula)]);
            }
        });
        let path = [
            ("textpathok", "t"),
            ("o:connecttype", "custom"),
            ("o:connectlocs", "@9,0;@10,10800;@11,21600;@12,10800"),
            ("o:connectangles", "270,180,90,0"),
        ];
        xml.empty("v:path", &path);
        xml.empty("v:textpath", &[("on", "t"), ("fitshape", "t")]);
        xml.empty(
            "o:lock",
            &[("v:ext", "edit"), ("text", "t"), ("shapetype", "t")],
        );
    });
}
