//! PDF: the norms of access and of archives, whatever stands in the document.

use documents::block::{Block, Document};
use documents::pdf;
use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};

use crate::sample;

/// What the validator has to say of a document, for access and for archives.
fn failures(document: &Document) -> Vec<String> {
    let bytes = pdf::write(document).expect("it can be set");
    let mut said = Vec::new();
    for profile in [ValidationProfile::PdfUa1, ValidationProfile::PdfA2a] {
        let options = ValidationOptions::default().profile(profile);
        let report = validate_pdf_bytes(&bytes, &options).expect("it can be read");
        said.extend(report.failures.iter().map(|failure| format!("{failure:?}")));
    }
    said
}

#[test]
fn documents_pass_the_validator_for_access_and_for_archives() {
    for document in [sample::document(), sample::draft(), sample::hostile()] {
        assert_eq!(
            failures(&document),
            Vec::<String>::new(),
            "{}",
            document.title
        );
    }
}

#[test]
fn a_draft_of_many_pages_of_tables_passes_too() {
    let mut document = sample::draft();
    for block in &mut document.blocks {
        if let Block::Table(table) = block {
            table.rows = table.rows.iter().cycle().take(120).cloned().collect();
        }
    }
    assert_eq!(failures(&document), Vec::<String>::new());
}

#[test]
fn characters_that_no_face_has_are_named() {
    let mut document = sample::document();
    assert_eq!(pdf::missing_glyphs(&document), Vec::<char>::new());
    document
        .blocks
        .push(Block::text("un granchio: 🦀; العربية e ≤ si leggono"));
    assert_eq!(pdf::missing_glyphs(&document), ['🦀']);
}
