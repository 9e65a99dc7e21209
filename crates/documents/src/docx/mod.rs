//! DOCX: the draft on which the offices go on writing in Word or LibreOffice.
//!
//! Real styles, fields and bookmarks: whoever opens the file changes it as if a person had made it.
//! The parts are written over `quick-xml` and `zip` (`docs/adr`), with no clock and no chance in them:
//! the same document gives the same bytes.

mod body;
pub(crate) mod colour;
mod drawing;
mod front;
mod grid;
mod inline;
mod numbering;
mod package;
mod page;
mod raster;
mod settings;
mod space;
mod style;
mod styles;
mod table;
mod text;
pub(crate) mod xml;

use std::collections::{HashMap, HashSet};

use crate::block::{Document, Heading};

use body::Body;
use package::{Part, Relations};
use page::Page;
use xml::Xml;

/// The longest name of a bookmark that Word takes.
const LONGEST_BOOKMARK: usize = 40;

/// Writes a document as `.docx`: the same document gives the same bytes.
pub fn write(document: &Document) -> Vec<u8> {
    let mut relations = Relations::default();
    for (kind, part) in [
        ("styles", "styles.xml"),
        ("settings", "settings.xml"),
        ("numbering", "numbering.xml"),
        ("fontTable", "fontTable.xml"),
    ] {
        relations.part(kind, part);
    }
    let page = Page {
        landscape: false,
        head: relations.part("header", "header1.xml"),
        foot: relations.part("footer", "footer1.xml"),
        cover_head: relations.part("header", "header2.xml"),
        cover_foot: relations.part("footer", "footer2.xml"),
        first: true,
    };
    let headings = front::headings(&document.blocks);
    let colour = colour::main(&document.look);
    let mut body = Body::new(
        &document.words,
        bookmarks(&headings),
        colour::hex(colour),
        colour::hex(colour::tint(colour, 12)),
        relations,
        page,
    );
    front::cover(&mut body, document);
    front::contents(&mut body, &headings);
    body.blocks(&document.blocks);
    body.finish();
    let Body {
        xml,
        relations,
        lists,
        ..
    } = body;
    let part = |name, kind, bytes| Part { name, kind, bytes };
    let parts = vec![
        part("document.xml", "document.main", text(xml)),
        part("styles.xml", "styles", styles::styles(document)),
        part("settings.xml", "settings", settings::settings(document)),
        part("numbering.xml", "numbering", lists.xml()),
        part("fontTable.xml", "fontTable", settings::faces()),
        part("header1.xml", "header", page::head(document, false)),
        part("footer1.xml", "footer", page::foot(document, false)),
        part("header2.xml", "header", page::head(document, true)),
        part("footer2.xml", "footer", page::foot(document, true)),
    ];
    let (core, app) = (settings::core(document), settings::app(document));
    package::pack(parts, relations, core, app)
}

fn text(body: Xml) -> Vec<u8> {
    let mut xml = Xml::file();
    let mut spaces = vec![("xmlns:w", space::W), ("xmlns:r", space::R)];
    spaces.extend(drawing::SPACES);
    xml.element("w:document", &spaces, |xml| {
        xml.element("w:body", &[], |xml| xml.append(body));
    });
    xml.bytes()
}

/// A bookmark for each anchor: letters, digits and low lines, short enough, each its own.
fn bookmarks(headings: &[&Heading]) -> HashMap<String, String> {
    let mut taken = HashSet::new();
    let mut bookmarks = HashMap::new();
    for heading in headings.iter().filter(|heading| !heading.id.is_empty()) {
        let plain: String = heading
            .id
            .chars()
            .map(|c| if c.is_ascii_alphanumeric() { c } else { '_' })
            .collect();
        let mut name: String = format!("h_{plain}")
            .chars()
            .take(LONGEST_BOOKMARK)
            .collect();
        let mut nth = 2;
        while !taken.insert(name.to_ascii_lowercase()) {
            let suffix = format!("_{nth}");
            let kept = LONGEST_BOOKMARK - suffix.len();
            name = name.chars().take(kept).collect::<String>() + &suffix;
            nth += 1;
        }
        bookmarks.entry(heading.id.clone()).or_insert(name);
    }
    bookmarks
}
