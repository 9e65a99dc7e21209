//! Files that are broken, not what they say, or made to break: every reader comes back, in a
//! bounded time, and says so.

use std::io::{Cursor, Read, Write};

use proptest::prelude::*;
use proptest::sample::Index;
use traguardo::format::{json, text, toml, workbook};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::arbitrary::plan;

/// The rule of the finding that makes a workbook unusable.
fn refused(bytes: &[u8]) -> &'static str {
    match workbook::read(bytes) {
        Ok(draft) => panic!("read, with {:?}", draft.findings),
        Err(findings) => findings[0].finding.rule,
    }
}

fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer
            .start_file(*name, SimpleFileOptions::default())
            .expect("a part");
        writer.write_all(bytes).expect("its bytes");
    }
    writer.finish().expect("an archive").into_inner()
}

#[test]
fn files_that_are_no_workbook_are_named() {
    assert_eq!(refused(b""), "format-not-a-workbook");
    assert_eq!(refused(b"codice;titolo\n1;a\n"), "format-not-a-workbook");
    assert_eq!(
        refused(b"PK\x03\x04 and no more"),
        "format-workbook-damaged"
    );
    let document = archive(&[
        ("word/document.xml", b"<w/>"),
        ("[Content_Types].xml", b"<t/>"),
    ]);
    assert_eq!(refused(&document), "format-not-a-workbook");
    let text = archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", b"<o/>"),
    ]);
    assert_eq!(refused(&text), "format-not-a-workbook");
    let binary = archive(&[("xl/workbook.bin", b"")]);
    assert_eq!(refused(&binary), "format-workbook-binary");
    let mut old = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    old.extend([0; 600]);
    assert_eq!(refused(&old), "format-workbook-old");
    old.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(refused(&old), "format-workbook-encrypted");
    let manifest = b"<m:manifest><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>";
    let locked = archive(&[("content.xml", b"?"), ("META-INF/manifest.xml", manifest)]);
    assert_eq!(refused(&locked), "format-workbook-encrypted");
    let empty = archive(&[("xl/workbook.xml", b"<workbook><sheets/></workbook>")]);
    assert_eq!(refused(&empty), "format-no-known-sheet");
}

#[test]
fn bombs_do_not_go_off() {
    let zeros = vec![b' '; 48 << 20];
    let bomb = archive(&[("xl/workbook.xml", &zeros)]);
    assert!(bomb.len() < 1 << 20);
    assert_eq!(refused(&bomb), "format-workbook-too-large");
    // Every row and column of a sheet, in a hundred bytes.
    let cells = b"<d><body><spreadsheet><table name='Indicatori'>\
        <table-row number-rows-repeated='1048576'>\
        <table-cell value-type='string' number-columns-repeated='16384'><p>x</p></table-cell>\
        </table-row></table></spreadsheet></body></d>";
    assert_eq!(
        refused(&archive(&[("content.xml", cells)])),
        "format-workbook-too-large"
    );
    let blanks = b"<d><table name='Indicatori'><table-row><table-cell value-type='string'><p>\
        <s c='4000000000'/></p></table-cell></table-row></table></d>";
    assert_eq!(
        refused(&archive(&[("content.xml", blanks)])),
        "format-workbook-too-large"
    );
    // One long text cited by many cells.
    let long = format!("<sst><si><t>{}</t></si></sst>", "x".repeat(1 << 20));
    let cells: String = (1..2000)
        .map(|r| format!("<c r='A{r}' t='s'><v>0</v></c>"))
        .collect();
    let sheet = format!("<worksheet><sheetData>{cells}</sheetData></worksheet>");
    let many = archive(&[
        (
            "xl/workbook.xml",
            b"<workbook><sheet name='Aree'/></workbook>",
        ),
        ("xl/sharedStrings.xml", long.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ]);
    assert_eq!(refused(&many), "format-workbook-too-large");
    // A dimension is a claim, not a size; a far cell is one cell.
    let sheet = b"<worksheet><dimension ref='A1:XFD1048576'/><sheetData>\
        <c r='A1' t='inlineStr'><is><t>Codice</t></is></c>\
        <c r='B1' t='inlineStr'><is><t>Titolo</t></is></c>\
        <c r='A1048576' t='inlineStr'><is><t>7</t></is></c>\
        <c r='XFD1048576' t='inlineStr'><is><t>far</t></is></c></sheetData></worksheet>";
    let wide = archive(&[
        (
            "xl/workbook.xml",
            b"<workbook><sheet name='Aree'/></workbook>",
        ),
        ("xl/worksheets/sheet1.xml", sheet),
    ]);
    let draft = workbook::read(&wide).expect("a plan");
    assert_eq!(draft.plan.areas[0].code.as_deref(), Some("7"));
}

#[test]
fn deep_and_long_texts_come_back() {
    let deep = 100_000;
    for text in [
        "[".repeat(deep),
        "{\"a\":".repeat(deep),
        format!("{}1", "[[".repeat(deep)),
        format!("{}\"", "\"\\".repeat(deep)),
    ] {
        assert!(json::read(&text).is_err());
    }
    for text in [
        format!("a = {}", "[".repeat(deep)),
        format!("a = {}", "{a=".repeat(deep)),
        format!("{}a = 1", "a.".repeat(deep)),
        format!("[{}a]", "a.".repeat(deep)),
        format!("a = {}", "\"".repeat(deep)),
    ] {
        assert!(toml::read(&text).is_err());
    }
    // A file of one line: each place in it is found without reading the line again.
    let records: Vec<String> = (0..100_000)
        .map(|i| format!("{{\"codice\":\"{i}\"}}"))
        .collect();
    let text = format!("{{\"area\":[{}]}}", records.join(","));
    let draft = json::read(&text).expect("a plan");
    assert_eq!(draft.findings.len(), 100_000);
}

fn as_text(bytes: &[u8]) {
    if let Ok(text) = text::decode(bytes) {
        let _ = toml::read(text);
        let _ = json::read(text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(256)
    })]

    #[test]
    fn no_bytes_break_a_reader(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        as_text(&bytes);
        let _ = workbook::read(&bytes);
        let mut begun = b"PK\x03\x04".to_vec();
        begun.extend(&bytes);
        let _ = workbook::read(&begun);
    }

    #[test]
    fn no_text_breaks_a_reader(text in ".{0,300}") {
        as_text(text.as_bytes());
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(48)
    })]

    #[test]
    fn no_change_to_a_file_breaks_its_reader(
        sample in plan(),
        changes in prop::collection::vec((any::<Index>(), any::<u8>()), 1..8),
        cut in prop::option::of(any::<Index>()),
        part in any::<Index>(),
    ) {
        let change = |bytes: &mut Vec<u8>| {
            for (place, byte) in &changes {
                if !bytes.is_empty() {
                    let place = place.index(bytes.len());
                    bytes[place] = *byte;
                }
            }
            if let Some(cut) = &cut {
                bytes.truncate(cut.index(bytes.len() + 1));
            }
        };
        for mut bytes in [toml::write(&sample.0).into_bytes(), json::write(&sample.0).into_bytes()] {
            change(&mut bytes);
            as_text(&bytes);
        }
        let whole = workbook::write(&sample.0).map_err(|f| TestCaseError::fail(format!("{f:?}")))?;
        let mut bytes = whole.clone();
        change(&mut bytes);
        let _ = workbook::read(&bytes);
        // The same inside the archive, where a checksum would stop a change from outside.
        let mut parts = unpacked(&whole);
        let chosen = part.index(parts.len());
        change(&mut parts[chosen].1);
        let parts: Vec<(&str, &[u8])> = parts.iter().map(|(n, b)| (n.as_str(), b.as_slice())).collect();
        let _ = workbook::read(&archive(&parts));
    }
}

fn unpacked(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    (0..archive.len())
        .map(|i| {
            let mut part = archive.by_index(i).expect("a part");
            let name = part.name().expect("a name").into_owned();
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).expect("its bytes");
            (name, bytes)
        })
        .collect()
}

#[test]
fn no_change_to_a_workbook_of_libreoffice_breaks_the_reader() {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../fixtures/workbooks/messy.ods"
    );
    let whole = std::fs::read(path).expect("messy.ods");
    let parts = unpacked(&whole);
    let content = parts
        .iter()
        .position(|(n, _)| n == "content.xml")
        .expect("content");
    let length = parts[content].1.len();
    // Cut at many places, and with a letter changed there.
    for place in (0..length).step_by(length / 150) {
        for cut in [true, false] {
            let mut parts = parts.clone();
            if cut {
                parts[content].1.truncate(place);
            } else {
                parts[content].1[place] = b'<';
            }
            let parts: Vec<(&str, &[u8])> = parts
                .iter()
                .map(|(n, b)| (n.as_str(), b.as_slice()))
                .collect();
            let _ = workbook::read(&archive(&parts));
        }
    }
}
