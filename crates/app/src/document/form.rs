//! The formats of documents.

use documents::block::{Document, LogoFormat};
use documents::{docx, html, pdf, workbook};
use domain::plan::{NodeKind, Plan};

/// A format of documents, known by the ending of the file's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// For reading and publishing.
    Pdf,
    /// For the web.
    Html,
    /// For writing on.
    Docx,
    /// The figures, for reckoning on.
    Workbook,
}

impl Form {
    /// All of them.
    pub const ALL: [Form; 4] = [Form::Pdf, Form::Html, Form::Docx, Form::Workbook];

    /// The ending of the file's name.
    pub fn ending(self) -> &'static str {
        match self {
            Form::Pdf => "pdf",
            Form::Html => "html",
            Form::Docx => "docx",
            Form::Workbook => "xlsx",
        }
    }

    /// The format of an ending, whatever its case.
    pub fn named(ending: &str) -> Option<Form> {
        let ending = ending.to_ascii_lowercase();
        Form::ALL.into_iter().find(|form| form.ending() == ending)
    }

    /// What it is called where files are described.
    pub fn media(self) -> &'static str {
        match self {
            Form::Pdf => "application/pdf",
            Form::Html => "text/html; charset=utf-8",
            Form::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Form::Workbook => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }

    /// Writes the document.
    ///
    /// # Errors
    /// What is said where it cannot be set: a defect of the program.
    pub fn write(self, document: &Document) -> Result<Vec<u8>, String> {
        match self {
            Form::Pdf => pdf::write(document).map_err(|unset| unset.to_string()),
            Form::Html => Ok(html::write(document).into_bytes()),
            Form::Docx => Ok(docx::write(document)),
            Form::Workbook => workbook::write(document),
        }
    }
}

/// What a dashboard may be of.
pub const OF_DASHBOARDS: [NodeKind; 6] = [
    NodeKind::Dashboard,
    NodeKind::Responsible,
    NodeKind::Perspective,
    NodeKind::Area,
    NodeKind::Programme,
    NodeKind::Purpose,
];

/// The body's own colours.
pub fn colours(plan: &Plan) -> Vec<[u8; 3]> {
    let texts = plan.body.colours.iter();
    texts.filter_map(|text| colour(text)).collect()
}

fn colour(text: &str) -> Option<[u8; 3]> {
    let digits = text.trim().strip_prefix('#')?;
    if digits.len() != 6 || !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
        return None;
    }
    let part = |i: usize| u8::from_str_radix(digits.get(i..i + 2)?, 16).ok();
    Some([part(0)?, part(2)?, part(4)?])
}

/// What a logo is, by its first bytes; none where it is nothing that every writer can use.
pub fn logo_format(bytes: &[u8]) -> Option<LogoFormat> {
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        Some(LogoFormat::Png)
    } else if bytes.starts_with(&[0xff, 0xd8, 0xff]) {
        Some(LogoFormat::Jpeg)
    } else {
        is_svg(bytes).then_some(LogoFormat::Svg)
    }
}

fn is_svg(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(bytes.get(..bytes.len().min(1024)).unwrap_or_default());
    let head = head.trim_start_matches('\u{feff}').trim_start();
    head.starts_with('<') && head.contains("<svg")
}
