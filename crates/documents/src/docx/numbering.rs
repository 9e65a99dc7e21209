//! Lists: their signs and numbers.

use super::space::W;
use super::styles::{LIST_INDENT, LIST_STYLES};
use super::xml::Xml;

/// Levels of a list.
pub(super) const LEVELS: usize = 9;
/// Number of the list with bullets.
pub(super) const BULLETS: u32 = 1;
/// Number of the list of the style for numbers; the lists of the text come after it.
const NUMBERS: u32 = 2;

/// The numbered lists of a document, each with its level and first number.
#[derive(Default)]
pub(super) struct Lists(Vec<(usize, u64)>);

impl Lists {
    /// A new list, numbered from `from` on.
    pub fn start(&mut self, level: usize, from: u64) -> u32 {
        self.0.push((level, from.min(30_000)));
        NUMBERS + u32::try_from(self.0.len()).unwrap_or(0)
    }

    /// `numbering.xml`
    pub fn xml(&self) -> Vec<u8> {
        let mut xml = Xml::file();
        xml.element("w:numbering", &[("xmlns:w", W)], |xml| {
            scheme(xml, "1", "bullet");
            scheme(xml, "2", "decimal");
            list(xml, BULLETS, "1", None);
            list(xml, NUMBERS, "2", None);
            for (number, start) in (NUMBERS + 1..).zip(&self.0) {
                list(xml, number, "2", Some(*start));
            }
        });
        xml.bytes()
    }
}

fn list(xml: &mut Xml, number: u32, scheme: &str, start: Option<(usize, u64)>) {
    xml.element("w:num", &[("w:numId", &number.to_string())], |xml| {
        xml.value("w:abstractNumId", scheme);
        if let Some((level, from)) = start {
            xml.element("w:lvlOverride", &[("w:ilvl", &level.to_string())], |xml| {
                xml.value("w:startOverride", &from.to_string());
            });
        }
    });
}

fn scheme(xml: &mut Xml, id: &str, format: &str) {
    xml.element("w:abstractNum", &[("w:abstractNumId", id)], |xml| {
        xml.value("w:multiLevelType", "multilevel");
        for level in 0..LEVELS {
            xml.element("w:lvl", &[("w:ilvl", &level.to_string())], |xml| {
                xml.value("w:start", "1");
                xml.value("w:numFmt", format);
                if level < LIST_STYLES {
                    let name = if format == "bullet" {
                        "ListBullet"
                    } else {
                        "ListNumber"
                    };
                    let suffix = match level {
                        0 => String::new(),
                        level => (level + 1).to_string(),
                    };
                    xml.value("w:pStyle", &format!("{name}{suffix}"));
                }
                let sign = match format {
                    "bullet" => ["•", "–", "▪"][level % 3].to_owned(),
                    _ => format!("%{}.", level + 1),
                };
                xml.value("w:lvlText", &sign);
                xml.value("w:lvlJc", "left");
                xml.element("w:pPr", &[], |xml| {
                    let left = LIST_INDENT * u32::try_from(level + 1).unwrap_or(1);
                    let (left, hanging) = (left.to_string(), LIST_INDENT.to_string());
                    xml.empty("w:ind", &[("w:left", &left), ("w:hanging", &hanging)]);
                });
                if format == "bullet" {
                    xml.element("w:rPr", &[], |xml| {
                        super::style::font(xml, "Arial");
                    });
                }
            });
        }
    });
}
