//! What a reader finds in a DOCX, whoever wrote it.

use std::collections::HashMap;

use super::text::{Element, Node, part};

/// The content of a document.
#[derive(Debug, Default, PartialEq)]
pub struct Reading {
    /// Every paragraph that says something, those of cells too.
    pub paragraphs: Vec<String>,
    /// Level and text.
    pub headings: Vec<(usize, String)>,
    pub tables: Vec<Grid>,
    /// What pictures are, for who cannot see them.
    pub alts: Vec<String>,
    pub title: String,
    pub author: String,
}

/// A table: the texts of its cells, and how many rows are heads.
#[derive(Debug, Default, PartialEq)]
pub struct Grid {
    pub heads: usize,
    pub rows: Vec<Vec<String>>,
}

/// Reads a DOCX.
pub fn read(archive: &[u8]) -> Reading {
    let document = part(archive, "word/document.xml");
    let levels = levels(&part(archive, "word/styles.xml"));
    let core = part(archive, "docProps/core.xml");
    let said = |name: &str| core.all(name).first().map_or(String::new(), |e| e.text());
    let mut reading = Reading {
        title: said("dc:title"),
        author: said("dc:creator"),
        ..Reading::default()
    };
    for paragraph in document.all("w:p") {
        let text = text_of(paragraph);
        if text.is_empty() {
            continue;
        }
        let style = paragraph.child("w:pPr").and_then(|p| p.child("w:pStyle"));
        let style = style.and_then(|s| s.attribute("w:val")).unwrap_or_default();
        if let Some(level) = levels.get(style) {
            reading.headings.push((*level, text.clone()));
        }
        reading.paragraphs.push(text);
    }
    for table in document.all("w:tbl") {
        let rows = || table.children().filter(|e| e.name == "w:tr");
        let is_head = |row: &&Element| {
            let head = row.child("w:trPr").and_then(|p| p.child("w:tblHeader"));
            head.is_some_and(|head| head.attribute("w:val") != Some("false"))
        };
        reading.tables.push(Grid {
            heads: rows().take_while(is_head).count(),
            rows: rows().map(cells).collect(),
        });
    }
    reading.alts = document
        .all("wp:docPr")
        .iter()
        .filter_map(|picture| picture.attribute("descr"))
        .map(str::to_owned)
        .collect();
    reading
}

fn cells(row: &Element) -> Vec<String> {
    let cells = row.children().filter(|e| e.name == "w:tc");
    cells
        .map(|cell| {
            let texts: Vec<String> = cell.all("w:p").into_iter().map(text_of).collect();
            texts.join("\n").trim().to_owned()
        })
        .collect()
}

/// Heading styles by their own name: `heading 2`.
fn levels(styles: &Element) -> HashMap<String, usize> {
    let of = |style: &&Element| {
        let name = style.child("w:name")?.attribute("w:val")?.to_lowercase();
        let level = name.strip_prefix("heading ")?.parse().ok()?;
        Some((style.attribute("w:styleId")?.to_owned(), level))
    };
    styles.all("w:style").iter().filter_map(of).collect()
}

/// The text of a paragraph, its breaks and tabulators as one space.
fn text_of(paragraph: &Element) -> String {
    let mut text = String::new();
    push(paragraph, &mut text);
    let words: Vec<&str> = text.split([' ', '\n', '\t']).collect();
    let words: Vec<&str> = words.into_iter().filter(|w| !w.is_empty()).collect();
    words.join(" ")
}

fn push(element: &Element, text: &mut String) {
    match &*element.name {
        "w:pPr" | "w:instrText" | "w:drawing" | "w:pict" => return,
        "w:br" | "w:tab" => text.push(' '),
        _ => {}
    }
    for node in &element.inside {
        match node {
            Node::Element(inner) => push(inner, text),
            Node::Text(words) if element.name == "w:t" => text.push_str(words),
            Node::Text(_) => {}
        }
    }
}
