//! Plan files: TOML, JSON and workbooks, and the records of the database, all read into one draft
//! and written from one plan.

pub mod datum;
pub mod difference;
pub mod draft;
pub mod field;
pub mod fix;
pub mod json;
pub mod schema;
pub mod staff;
pub mod stored;
pub mod text;
pub mod toml;
pub mod tree;
pub mod workbook;

use domain::finding::Finding;
use domain::plan::Plan;

use draft::{Draft, Located};

/// The largest file that is read, in bytes: many times the largest plan there is.
pub const LARGEST_FILE: u64 = 64 * 1024 * 1024;

/// A form of plan file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// TOML.
    Toml,
    /// JSON.
    Json,
    /// A workbook of Excel's form.
    Workbook,
    /// A workbook of OpenDocument's form, which is read only.
    OpenDocument,
}

impl Format {
    /// The form that a file's name says.
    pub fn of_name(name: &str) -> Option<Format> {
        match name.rsplit('.').next()?.to_ascii_lowercase().as_str() {
            "toml" => Some(Format::Toml),
            "json" => Some(Format::Json),
            "xlsx" | "xlsm" => Some(Format::Workbook),
            "ods" => Some(Format::OpenDocument),
            _ => None,
        }
    }

    /// The form of a file: what its first bytes say, else its name, else TOML.
    pub fn of_file(name: &str, bytes: &[u8]) -> Format {
        let named = Format::of_name(name);
        if bytes.starts_with(b"PK") || bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
            return match named {
                Some(Format::OpenDocument) => Format::OpenDocument,
                _ => Format::Workbook,
            };
        }
        named.unwrap_or_else(|| {
            let first = bytes.iter().find(|b| !b.is_ascii_whitespace());
            if first == Some(&b'{') {
                Format::Json
            } else {
                Format::Toml
            }
        })
    }
}

/// Reads a plan of any form.
///
/// # Errors
/// The findings that make the file unusable.
pub fn read(name: &str, bytes: &[u8]) -> Result<Draft, Vec<Located>> {
    match Format::of_file(name, bytes) {
        Format::Workbook | Format::OpenDocument => workbook::read(bytes),
        Format::Toml => toml::read(text::decode(bytes).map_err(|located| vec![*located])?),
        Format::Json => json::read(text::decode(bytes).map_err(|located| vec![*located])?),
    }
}

/// Writes a plan.
///
/// # Errors
/// Why a workbook cannot hold it.
pub fn write(format: Format, plan: &Plan) -> Result<Vec<u8>, Box<Finding>> {
    match format {
        Format::Toml => Ok(toml::write(plan).into_bytes()),
        Format::Json => Ok(json::write(plan).into_bytes()),
        Format::Workbook | Format::OpenDocument => workbook::write(plan),
    }
}
