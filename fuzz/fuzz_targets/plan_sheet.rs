//! Any XML as a sheet of a workbook: the archive around it is always good, so that the fuzzer
//! reaches what stands behind it. Never a panic; what is read is written and read again without
//! loss.
//!
//! The first byte chooses `.xlsx` or `.ods`, the second the sheet and, by its highest bit, whether
//! what is read is also written; the rest are the parts, with a zero byte between them.
#![no_main]

use std::io::{Cursor, Write};

use libfuzzer_sys::fuzz_target;
use traguardo::format::schema::KINDS;
use traguardo::format::workbook;
use traguardo_fuzz::things;
use zip::write::{SimpleFileOptions, ZipWriter};

fuzz_target!(|bytes: &[u8]| {
    let [kind, sheet, parts @ ..] = bytes else {
        return;
    };
    let mut parts = parts.split(|byte| *byte == 0);
    let mut next = || parts.next().unwrap_or_default();
    let file = if kind % 2 == 0 {
        let name = KINDS[usize::from(*sheet & 0x7F) % KINDS.len()].spec().sheet;
        let outline = format!(
            r#"<workbook xmlns:r="r"><sheets><sheet name="{name}" sheetId="1" r:id="a"/></sheets></workbook>"#
        );
        let relations =
            br#"<Relationships><Relationship Id="a" Target="worksheets/sheet1.xml"/></Relationships>"#;
        archive(&[
            ("xl/workbook.xml", outline.as_bytes()),
            ("xl/_rels/workbook.xml.rels", relations),
            ("xl/worksheets/sheet1.xml", next()),
            ("xl/sharedStrings.xml", next()),
            ("xl/styles.xml", next()),
        ])
    } else {
        archive(&[
            (
                "mimetype",
                b"application/vnd.oasis.opendocument.spreadsheet",
            ),
            ("content.xml", next()),
        ])
    };
    let Ok(draft) = workbook::read(&file) else {
        return;
    };
    // Writing takes a hundred times longer than reading: only where the input asks for it.
    if sheet & 0x80 == 0 {
        return;
    }
    let once = workbook::write(&draft.plan).expect("what was read fits into a workbook");
    let again = workbook::read(&once).expect("what is written can be read");
    assert_eq!(things(&draft.plan), things(&again.plan));
});

fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, bytes) in parts {
        writer.start_file(*name, stored).expect("a part");
        writer.write_all(bytes).expect("memory");
    }
    writer.finish().expect("memory").into_inner()
}
