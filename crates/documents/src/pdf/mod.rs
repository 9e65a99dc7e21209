//! PDF, tagged for assistive technology (PDF/UA-1) and for archives (PDF/A-2a) in one file.
//!
//! The document reaches the typesetting as data, never as markup, in a world that has no files, no
//! network and no clock.

mod data;
mod faces;
mod links;
mod world;

use std::thread;

use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::block::Document;

pub use faces::missing_glyphs;

/// Why a document could not be set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unset {
    /// What the typesetting said, in English, for whoever mends the program.
    pub causes: Vec<String>,
}

impl std::fmt::Display for Unset {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.causes.join("; "))
    }
}

impl std::error::Error for Unset {}

/// Writes a document as PDF.
///
/// Characters that none of our faces has are printed as `�`: [`missing_glyphs`] names them.
///
/// # Errors
/// What cannot be set at all: a defect of the program, or a logo that is no picture.
pub fn write(document: &Document) -> Result<Vec<u8>, Unset> {
    let world = world::World::of(data::of(document));
    let set: PagedDocument = typst::compile(&world).output.map_err(|e| unset(&e))?;
    let set = links::resolved(&set, document.language);
    let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1]);
    let date = document.date.and_then(|d| {
        let part = |n: i8| u8::try_from(n).ok();
        Datetime::from_ymd_hms(
            i32::from(d.year()),
            part(d.month())?,
            part(d.day())?,
            0,
            0,
            0,
        )
    });
    let options = PdfOptions {
        ident: Smart::Custom(format!("{} {}", document.body, document.title)),
        creator: Smart::Custom(Some("Traguardo".to_owned())),
        timestamp: date.map(Timestamp::new_utc),
        standards: standards.map_err(|e| Unset {
            causes: vec![e.message().to_string()],
        })?,
        ..PdfOptions::default()
    };
    let bytes = typst_pdf::pdf(&set, &options).map_err(|e| unset(&e));
    // Nothing is kept between one document and the next; nobody has to wait until it is thrown away.
    let throw_away = move || {
        drop((set, world));
        typst::comemo::evict(0);
    };
    // Where no thread can be had, what is kept goes with the next document.
    let _ = thread::Builder::new().spawn(throw_away);
    bytes
}

fn unset(diagnostics: &[typst::diag::SourceDiagnostic]) -> Unset {
    Unset {
        causes: diagnostics.iter().map(|d| d.message.to_string()).collect(),
    }
}
