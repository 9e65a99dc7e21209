//! Pages as a browser understands them: accessible, whole, silent, and nothing taken for markup.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use documents::block::{Block, Document, Inline, Table, plain};
use documents::html::write;
use documents::markdown::leads_out;
use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::Value;

use crate::sample;

fn samples() -> [(&'static str, Document); 4] {
    let mut bare = sample::document();
    bare.blocks.clear();
    bare.body = String::new();
    (bare.subtitle, bare.act, bare.date) = (None, None, None);
    bare.look.logo = None;
    bare.look.colours.clear();
    [
        ("document", sample::document()),
        ("draft", sample::draft()),
        ("hostile", sample::hostile()),
        ("bare", bare),
    ]
}

/// What the browser says of each page.
fn seen(pages: &[(&str, String)]) -> Vec<Value> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("pages");
    std::fs::create_dir_all(&folder).expect("the folder for tests can be written");
    let files = pages.iter().map(|(name, page)| {
        let file = folder.join(format!("{name}.html"));
        std::fs::write(&file, page).expect("the folder for tests can be written");
        file
    });
    let tools = Path::new("/usr/bin/chromium").exists()
        && root.join("browser/node_modules/axe-core").exists()
        && root.join("browser/node_modules/playwright-core").exists();
    assert!(tools, "no browser to look at pages with: run .ci/tools");
    let output = Command::new("node")
        .arg(root.join("browser/axe.mjs"))
        .args(files)
        .output()
        .expect("node cannot be run: run .ci/tools");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    serde_json::from_slice(&output.stdout).expect("the browser's findings are JSON")
}

#[test]
fn pages_are_accessible_whole_and_silent() {
    let samples = samples();
    let pages: Vec<_> = samples
        .iter()
        .map(|(name, document)| (*name, write(document)))
        .collect();
    let seen = seen(&pages);
    assert_eq!(seen.len(), pages.len());
    for (((name, document), (_, page)), seen) in samples.iter().zip(&pages).zip(&seen) {
        let empty = Value::Array(Vec::new());
        for (what, words) in [
            ("violations", "violations of accessibility"),
            ("requests", "requests to others"),
            ("complaints", "complaints of the browser"),
            (
                "sideways",
                "widths at which the page must be moved sideways",
            ),
        ] {
            assert_eq!(seen[what], empty, "{name}: {words}");
        }
        for what in ["skip", "seen", "content"] {
            assert_eq!(seen["keyboard"][what], true, "{name}: keyboard, {what}");
        }
        let content = &seen["content"];
        assert_eq!(content["language"], document.language);
        assert_eq!(
            content["elements"].as_u64(),
            Some(elements(page)),
            "{name}: the browser mended something"
        );
        headings_are_in_order(name, document, &content["headings"]);
        texts_are_all_there(name, document, content);
        links_lead_somewhere(name, document, &content["links"]);
    }
    assert_eq!(seen[0]["content"]["faces"], 4, "the page brings its faces");
}

/// The elements of a page, which is well-formed XML too: none is left open for a browser to guess.
fn elements(page: &str) -> u64 {
    let mut reader = Reader::from_str(page);
    let mut count = 0;
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag) | Event::Empty(tag)) => {
                for attribute in tag.attributes() {
                    attribute.unwrap_or_else(|error| panic!("{error}: {tag:?}"));
                }
                count += 1;
            }
            Ok(Event::Eof) => return count,
            Ok(_) => {}
            Err(error) => panic!("{error} at {}", reader.error_position()),
        }
    }
}

fn headings_are_in_order(name: &str, document: &Document, headings: &Value) {
    let found: Vec<(u64, String)> = headings
        .as_array()
        .into_iter()
        .flatten()
        .map(|heading| {
            let text = heading[1].as_str().unwrap_or_default();
            (heading[0].as_u64().unwrap_or_default(), solid(text))
        })
        .collect();
    let mut expected = vec![(1, solid(&document.title))];
    push_headings(&document.blocks, &mut expected);
    assert_eq!(found, expected, "{name}");
}

fn push_headings(blocks: &[Block], into: &mut Vec<(u64, String)>) {
    for block in blocks {
        match block {
            Block::Heading(heading) => into.push((heading.level.into(), solid(&heading.text))),
            Block::List { items, .. } => {
                for item in items {
                    push_headings(item, into);
                }
            }
            Block::Aside { blocks, .. } => push_headings(blocks, into),
            _ => {}
        }
    }
}

/// Every text of the document, one after the other, as nothing but text.
fn texts_are_all_there(name: &str, document: &Document, content: &Value) {
    let title = [Some(&document.body), Some(&document.title)];
    let below = [document.subtitle.as_ref(), document.act.as_ref()];
    let head = title.into_iter().chain(below).flatten().cloned();
    let mut blocks = Vec::new();
    push_texts(&document.blocks, &mut blocks);
    for (part, expected) in [("head", head.collect()), ("text", blocks)] {
        let text = solid(content[part].as_str().unwrap_or_default());
        let mut rest = text.as_str();
        for wanted in expected.iter().map(|text| solid(text)) {
            let at = rest.find(&wanted).unwrap_or_else(|| {
                let shown: String = wanted.chars().take(200).collect();
                panic!("{name}: not in its place: {shown}")
            });
            rest = rest.get(at + wanted.len()..).unwrap_or_default();
        }
    }
}

fn push_texts(blocks: &[Block], into: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Heading(heading) => into.push(heading.text.clone()),
            Block::Paragraph(text) => into.push(plain(text)),
            Block::List { items, .. } => items.iter().for_each(|item| push_texts(item, into)),
            Block::Facts(facts) => {
                for fact in facts {
                    into.push(fact.label.clone());
                    into.push(plain(&fact.value));
                }
            }
            Block::Table(table) => push_table(table, into),
            Block::Figure(figure) => {
                into.push(figure.caption.clone());
                if let Some(data) = &figure.data {
                    push_table(data, into);
                }
            }
            Block::Aside { label, blocks, .. } => {
                into.push(label.clone());
                push_texts(blocks, into);
            }
            Block::Preformatted(text) => into.push(text.clone()),
            Block::Signatures(roles) => into.extend(roles.iter().cloned()),
            Block::PageBreak => {}
        }
    }
}

fn push_table(table: &Table, into: &mut Vec<String>) {
    into.extend(table.caption.clone());
    into.extend(table.groups.iter().map(|(text, _)| text.clone()));
    into.extend(table.columns.iter().map(|column| column.head.clone()));
    for row in &table.rows {
        into.extend(row.cells.iter().map(|cell| plain(&cell.text)));
    }
    into.extend(table.note.clone());
}

/// A text without spaces and what HTML does not hold.
fn solid(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && !c.is_control() && *c != '\u{fffe}')
        .collect()
}

fn links_lead_somewhere(name: &str, document: &Document, links: &Value) {
    let mut anchors = BTreeSet::from(["#_content".to_owned()]);
    push_anchors(&document.blocks, &mut anchors);
    for link in links.as_array().into_iter().flatten() {
        let to = link.as_str().unwrap_or_default();
        assert!(anchors.contains(to) || leads_out(to), "{name}: {to}");
    }
}

fn push_anchors(blocks: &[Block], into: &mut BTreeSet<String>) {
    for block in blocks {
        match block {
            Block::Heading(heading) => {
                into.insert(format!("#{}", heading.id));
            }
            Block::List { items, .. } => items.iter().for_each(|item| push_anchors(item, into)),
            Block::Aside { blocks, .. } => push_anchors(blocks, into),
            _ => {}
        }
    }
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    for (name, document) in samples() {
        assert_eq!(write(&document), write(&document.clone()), "{name}");
    }
}

#[test]
fn links_stand_only_where_they_lead() {
    let link = |to: &str| Inline::Link {
        to: to.into(),
        text: vec![Inline::Text("qui".into())],
    };
    let mut document = sample::document();
    document.blocks = vec![Block::Paragraph(vec![
        link("javascript:alert(1)"),
        link("#nowhere"),
        link("#_content"),
        link("data:text/html,x"),
        link("file:///etc/passwd"),
        link("//example.org"),
        link("mailto:urp@example.org"),
    ])];
    let page = write(&document);
    let content = page.split("<main").nth(1).unwrap_or_default();
    assert!(
        content.contains("<p>quiquiquiquiquiqui<a href=\"mailto:urp@example.org\">qui</a></p>"),
        "{content}"
    );
}

#[test]
fn heads_of_tables_say_what_they_are_heads_of() {
    let page = write(&sample::document());
    for part in [
        "<th colspan=\"3\" scope=\"colgroup\">Area</th>",
        "<th class=\"end\" scope=\"col\">Dirigenti</th>",
        "<tbody>\n<tr class=\"subhead\"><th colspan=\"5\" scope=\"rowgroup\">Sedi del territorio</th></tr>",
        "<th scope=\"row\">Sede Nord</th><td class=\"end whole\">2</td>",
        "<colgroup><col style=\"width:45.9%\"/></colgroup>",
    ] {
        assert!(page.contains(part), "{part}");
    }
}

#[test]
fn ids_stand_once() {
    for (name, document) in samples() {
        let page = write(&document);
        let mut ids = BTreeSet::new();
        for id in page.split(" id=\"").skip(1) {
            let id = id.split('"').next().unwrap_or_default();
            assert!(ids.insert(id), "{name}: {id}");
        }
    }
}
