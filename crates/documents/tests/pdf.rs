//! PDF: the norms of access and of archives, whatever stands in the document.

use documents::pdf;
use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};

use crate::sample;

#[test]
fn a_document_passes_the_validator_for_access_and_for_archives() {
    let bytes = pdf::write(&sample::document()).expect("it can be set");
    for profile in [ValidationProfile::PdfUa1, ValidationProfile::PdfA2a] {
        let options = ValidationOptions::default().profile(profile);
        let report = validate_pdf_bytes(&bytes, &options).expect("it can be read");
        assert!(report.failures.is_empty(), "{:#?}", report.failures);
    }
}
