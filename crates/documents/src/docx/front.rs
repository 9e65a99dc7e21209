//! What stands before the text: cover and table of contents.

use crate::block::{Block, Document, Heading};

use super::body::{Body, Paragraph};
use super::drawing;
use super::inline::{Form, field_code, field_mark, run};
use super::xml::Xml;

/// Levels of headings in the table of contents.
const LEVELS: u8 = 3;

/// The cover.
pub(super) fn cover(body: &mut Body, document: &Document) {
    if let Some(logo) = &document.look.logo {
        drawing::logo(body, logo);
    }
    let mut line = |style: &str, text: &str| {
        body.paragraph(Paragraph::of(style), |_, xml| {
            run(xml, text, Form::default());
        });
    };
    line("CoverBody", &document.body);
    line("Title", &document.title);
    if let Some(subtitle) = &document.subtitle {
        line("Subtitle", subtitle);
    }
    if let Some(act) = &document.act {
        line("CoverAct", act);
    }
    body.break_page();
}

/// The headings of a document outside tables, in their order.
pub(super) fn headings(blocks: &[Block]) -> Vec<&Heading> {
    let mut found = Vec::new();
    for block in blocks {
        match block {
            Block::Heading(heading) => found.push(heading),
            Block::List { items, .. } => {
                found.extend(items.iter().flat_map(|item| headings(item)));
            }
            Block::Aside { blocks, .. } => found.extend(headings(blocks)),
            _ => {}
        }
    }
    found
}

/// The bookmark by which the table of contents knows a heading.
pub(super) fn bookmark(position: usize) -> String {
    format!("_Toc{:08}", position + 1)
}

/// The table of contents, already filled: whoever opens the file reads it at once. Page numbers are
/// left to the program that lays the pages out; until it has been asked, there are none rather than
/// wrong ones, and no dots that lead to nothing.
pub(super) fn contents(body: &mut Body, headings: &[&Heading]) {
    let listed: Vec<(usize, &&Heading)> = headings
        .iter()
        .enumerate()
        .filter(|(_, heading)| heading.level <= LEVELS)
        .collect();
    if listed.is_empty() {
        return;
    }
    let title = body.words.contents.clone();
    body.paragraph(Paragraph::of("TOCHeading"), |_, xml| {
        run(xml, &title, Form::default());
    });
    for (nth, (position, heading)) in listed.iter().enumerate() {
        let style = format!("TOC{}", heading.level.clamp(1, LEVELS));
        let line = Paragraph {
            stop: Some(body.page.width()),
            ..Paragraph::of(&style)
        };
        body.paragraph(line, |_, xml| {
            if nth == 0 {
                field_mark(xml, "begin");
                field_code(xml, &format!("TOC \\o \"1-{LEVELS}\" \\h \\z \\u"));
                field_mark(xml, "separate");
            }
            entry(xml, &bookmark(*position), &heading.text);
            if nth + 1 == listed.len() {
                field_mark(xml, "end");
            }
        });
    }
    body.break_page();
}

fn entry(xml: &mut Xml, bookmark: &str, text: &str) {
    let attributes = [("w:anchor", bookmark), ("w:history", "1")];
    xml.element("w:hyperlink", &attributes, |xml| {
        run(xml, text, Form::default());
        xml.element("w:r", &[], |xml| xml.empty("w:tab", &[]));
        super::inline::field(xml, &format!("PAGEREF {bookmark} \\h"), "");
    });
}
