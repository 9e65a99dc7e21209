//! DOCX: what LibreOffice opens and saves again is what was written.

use documents::block::{Block, Document};

use super::reading::{Reading, read};
use super::soffice::converted;
use super::text::{Element, part};
use crate::sample;

/// The document written, and the same opened and saved again.
fn both(document: &Document) -> (Reading, Reading) {
    let written = documents::docx::write(document);
    let saved = converted("document.docx", &written, "docx");
    (read(&written), read(&saved))
}

fn assert_same(document: &Document) -> Reading {
    let (written, saved) = both(document);
    for (ours, theirs) in written.paragraphs.iter().zip(&saved.paragraphs) {
        assert_eq!(ours, theirs);
    }
    assert_eq!(written, saved);
    assert!(saved.paragraphs.len() > 200 && saved.tables.len() > 5);
    saved
}

#[test]
fn a_document_saved_again_is_the_same() {
    let document = sample::document();
    let reading = assert_same(&document);
    assert_eq!(reading.title, document.title);
    assert_eq!(reading.author, document.body);
    let headings: Vec<(usize, String)> = document
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Heading(heading) => Some((usize::from(heading.level), heading.text.clone())),
            _ => None,
        })
        .collect();
    assert_eq!(reading.headings, headings);
}

#[test]
fn a_draft_saved_again_is_the_same() {
    assert_same(&sample::draft());
}

#[test]
fn a_hostile_document_saved_again_is_the_same() {
    assert_same(&sample::hostile());
}

#[test]
fn heads_of_tables_are_said_on_every_page() {
    let (written, saved) = both(&sample::document());
    for reading in [written, saved] {
        let heads: Vec<usize> = reading.tables.iter().map(|table| table.heads).collect();
        // Groups and heads; heads alone; the last is the one to sign on.
        assert_eq!(heads, [2, 1, 1, 2, 1, 0]);
        assert_eq!(reading.tables[0].rows[0][1], "Area");
        assert_eq!(reading.tables[0].rows[1][1], "Dirigenti");
    }
}

#[test]
fn pictures_say_what_they_show() {
    let document = sample::document();
    let (_, saved) = both(&document);
    let logo = document.look.logo.iter().map(|logo| logo.alt.clone());
    let figures = document.blocks.iter().filter_map(|block| match block {
        Block::Figure(figure) => Some(figure.picture.alt.clone()),
        _ => None,
    });
    assert_eq!(saved.alts, logo.chain(figures).collect::<Vec<_>>());
}

#[test]
fn the_table_of_contents_names_every_heading_at_once() {
    let document = sample::document();
    let pages = converted(
        "document.docx",
        &documents::docx::write(&document),
        "txt:Text",
    );
    let text = String::from_utf8_lossy(&pages);
    let contents = text
        .split(&document.words.contents)
        .nth(1)
        .expect("a heading");
    for block in &document.blocks {
        if let Block::Heading(heading) = block {
            let times = contents.matches(&heading.text).count();
            assert!(times >= 2, "«{}» {times} times", heading.text);
        }
    }
}

#[test]
fn pages_lie_only_for_what_is_wide() {
    let document = part(
        &documents::docx::write(&sample::document()),
        "word/document.xml",
    );
    let sections: Vec<bool> = document
        .all("w:sectPr")
        .iter()
        .map(|section| {
            let size = section.child("w:pgSz").expect("a size");
            size.attribute("w:orient") == Some("landscape")
        })
        .collect();
    assert_eq!(sections, [false, true, false, true, false]);
}

#[test]
fn a_table_too_wide_goes_on_in_parts_that_repeat_its_row_heads() {
    let written = read(&documents::docx::write(&sample::hostile()));
    let parts: Vec<_> = written
        .tables
        .iter()
        .filter(|table| table.rows[0].contains(&"Indicatore".to_owned()))
        .filter(|table| table.rows[1].iter().any(|head| head.starts_with("Mese")))
        .collect();
    assert!(parts.len() > 1);
    let mut months = Vec::new();
    for part in &parts {
        assert!(part.rows.iter().all(|row| row.len() <= 14));
        assert_eq!(part.rows[2][0], "1.1");
        let heads = part.rows[1].iter().filter(|head| head.starts_with("Mese"));
        months.extend(heads.cloned());
    }
    let all: Vec<String> = (1..=38).map(|n| format!("Mese {n}")).collect();
    assert_eq!(months, all);
    let more = sample::words().more_columns;
    let captions = written.paragraphs.iter().filter(|p| p.contains(&more));
    assert_eq!(captions.count(), parts.len() - 1);
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let write = || documents::docx::write(&sample::draft());
    assert!(write() == write());
}

#[test]
fn every_bookmark_is_one_and_every_link_leads_to_one() {
    let document = part(
        &documents::docx::write(&sample::hostile()),
        "word/document.xml",
    );
    let marks = document.all("w:bookmarkStart");
    let mut names: Vec<&str> = marks.iter().filter_map(|m| m.attribute("w:name")).collect();
    let links = document.all("w:hyperlink");
    for anchor in links.iter().filter_map(|link| link.attribute("w:anchor")) {
        assert!(names.contains(&anchor), "{anchor}");
    }
    assert!(names.iter().all(|name| name.len() <= 40));
    let all = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), all);
}

#[test]
fn addresses_are_escaped_and_lead_to_the_web_alone() {
    let relations = part(
        &documents::docx::write(&sample::hostile()),
        "word/_rels/document.xml.rels",
    );
    let outside: Vec<&str> = relations
        .all("Relationship")
        .into_iter()
        .filter(|relation| relation.attribute("TargetMode") == Some("External"))
        .filter_map(|relation| relation.attribute("Target"))
        .collect();
    assert!(outside.contains(&"https://example.org/?a=%22%3E%3Cscript%3E&b='"));
    for address in outside {
        assert!(address.starts_with("https://"), "{address}");
        assert!(!address.contains(['<', '>', '"', ' ']), "{address}");
    }
}

/// Word reads properties in the order of their schema, and refuses a file that has another.
const ORDERS: [(&str, &[&str]); 5] = [
    (
        "w:pPr",
        &[
            "w:pStyle",
            "w:keepNext",
            "w:keepLines",
            "w:pageBreakBefore",
            "w:numPr",
            "w:pBdr",
            "w:shd",
            "w:tabs",
            "w:suppressAutoHyphens",
            "w:spacing",
            "w:ind",
            "w:jc",
            "w:outlineLvl",
            "w:rPr",
            "w:sectPr",
        ],
    ),
    (
        "w:rPr",
        &[
            "w:rStyle",
            "w:rFonts",
            "w:b",
            "w:bCs",
            "w:i",
            "w:iCs",
            "w:noProof",
            "w:color",
            "w:sz",
            "w:szCs",
            "w:u",
            "w:lang",
        ],
    ),
    (
        "w:tblPr",
        &[
            "w:tblStyle",
            "w:tblW",
            "w:jc",
            "w:tblBorders",
            "w:tblLayout",
            "w:tblCellMar",
            "w:tblLook",
            "w:tblCaption",
        ],
    ),
    (
        "w:tcPr",
        &["w:tcW", "w:gridSpan", "w:vMerge", "w:shd", "w:vAlign"],
    ),
    (
        "w:style",
        &[
            "w:name",
            "w:basedOn",
            "w:next",
            "w:uiPriority",
            "w:qFormat",
            "w:pPr",
            "w:rPr",
            "w:tblPr",
            "w:tblStylePr",
        ],
    ),
];

#[test]
fn properties_stand_in_the_order_of_the_schema() {
    let bytes = documents::docx::write(&sample::hostile());
    for name in ["document", "styles", "numbering", "header1", "footer1"] {
        let file = part(&bytes, &format!("word/{name}.xml"));
        file.walk(&mut |element| {
            let order = ORDERS.iter().find(|(name, _)| *name == element.name);
            let Some((_, order)) = order else { return };
            let places: Vec<usize> = element.children().map(|e| place(e, order)).collect();
            assert!(places.is_sorted(), "{name}: {}", element.name);
        });
    }
}

fn place(element: &Element, order: &[&str]) -> usize {
    let place = order.iter().position(|name| *name == element.name);
    place.unwrap_or_else(|| panic!("{} is not foreseen", element.name))
}

#[test]
fn every_style_that_is_used_is_there() {
    let bytes = documents::docx::write(&sample::hostile());
    let styles = part(&bytes, "word/styles.xml");
    let styles = styles.all("w:style");
    let known: Vec<&str> = styles
        .iter()
        .filter_map(|s| s.attribute("w:styleId"))
        .collect();
    let document = part(&bytes, "word/document.xml");
    for kind in ["w:pStyle", "w:rStyle", "w:tblStyle"] {
        for style in document.all(kind) {
            let style = style.attribute("w:val").expect("a value");
            assert!(known.contains(&style), "{style}");
        }
    }
}
