//! The archive that a workbook is: what it holds, refused where it claims too much.

use std::io::{BufReader, Cursor, Read};

use domain::finding::Finding;
use zip::ZipArchive;

use super::xml::{Damaged, Piece, Xml};

/// A workbook's archive.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    names: Vec<String>,
}

/// What kind of workbook it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Type {
    /// Office Open XML.
    Xlsx,
    /// OpenDocument.
    Ods,
}

/// The largest file taken, in bytes.
const PACKED: usize = 64 << 20;
/// The most that its parts may be together, in bytes.
const UNPACKED: u64 = 512 << 20;
/// Parts below this size are not asked how well they are packed.
const SMALL: u64 = 32 << 20;
/// How many times larger than the file its parts may be.
const RATIO: u64 = 250;
/// The most parts.
const PARTS: usize = 10_000;

/// A part of the archive, unpacked as it is read and never beyond what it claimed to be.
pub(super) type Part<'a, 'b> =
    Xml<BufReader<std::io::Take<zip::read::ZipFile<'b, Cursor<&'a [u8]>>>>>;

impl<'a> Package<'a> {
    /// Opens a workbook.
    pub fn open(bytes: &'a [u8]) -> Result<(Package<'a>, Type), Finding> {
        if bytes.len() > PACKED {
            return Err(too_large("file"));
        }
        if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            let name: Vec<u8> = "EncryptedPackage"
                .encode_utf16()
                .flat_map(u16::to_le_bytes)
                .collect();
            let encrypted = bytes.windows(name.len()).any(|window| window == name);
            return Err(Finding::error(if encrypted {
                "format-workbook-encrypted"
            } else {
                "format-workbook-old"
            }));
        }
        let stranger = || Finding::error("format-not-a-workbook");
        if !bytes.starts_with(b"PK") {
            return Err(stranger());
        }
        let damaged = |_| Finding::error("format-workbook-damaged");
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
        if archive.len() > PARTS {
            return Err(too_large("parts"));
        }
        let mut names = Vec::with_capacity(archive.len());
        let mut unpacked = 0u64;
        let mut locked = false;
        for i in 0..archive.len() {
            let part = archive.by_index_raw(i).map_err(damaged)?;
            unpacked = unpacked.saturating_add(part.size());
            locked |= part.encrypted();
            names.push(
                part.name()
                    .map_or_else(|_| String::new(), |n| n.into_owned()),
            );
        }
        if unpacked > UNPACKED {
            return Err(too_large("unpacked"));
        }
        if unpacked > SMALL && unpacked / RATIO > bytes.len() as u64 {
            return Err(too_large("ratio"));
        }
        if archive.has_overlapping_files().map_err(damaged)? {
            return Err(too_large("overlap"));
        }
        let mut package = Package { archive, names };
        if locked || package.has("encrypted-package") || package.manifest_encrypts() {
            return Err(Finding::error("format-workbook-encrypted"));
        }
        let kind = if package.has("xl/workbook.xml") {
            Type::Xlsx
        } else if package.has("xl/workbook.bin") {
            return Err(Finding::error("format-workbook-binary"));
        } else if package.has("content.xml") && package.is_spreadsheet() {
            Type::Ods
        } else {
            return Err(stranger());
        };
        Ok((package, kind))
    }

    fn position(&self, name: &str) -> Option<usize> {
        self.names
            .iter()
            .position(|n| n == name)
            .or_else(|| self.names.iter().position(|n| n.eq_ignore_ascii_case(name)))
    }

    fn has(&self, name: &str) -> bool {
        self.position(name).is_some()
    }

    /// A part by name; none where there is no such part.
    pub fn part(&mut self, name: &str) -> Result<Option<Part<'a, '_>>, Damaged> {
        let Some(position) = self.position(name) else {
            return Ok(None);
        };
        let file = self.archive.by_index(position).map_err(|_| Damaged)?;
        let claimed = file.size();
        Ok(Some(Xml::of(BufReader::new(file.take(claimed)))))
    }

    /// Whether an OpenDocument file says that its parts are encrypted.
    fn manifest_encrypts(&mut self) -> bool {
        let Ok(Some(mut manifest)) = self.part("META-INF/manifest.xml") else {
            return false;
        };
        loop {
            match manifest.next() {
                Ok(Piece::Open(tag)) if tag.local_name().as_ref() == "encryption-data" => {
                    return true;
                }
                Ok(Piece::End) | Err(Damaged) => return false,
                Ok(_) => {}
            }
        }
    }

    /// Whether an OpenDocument file is a spreadsheet, not a text or a presentation.
    fn is_spreadsheet(&mut self) -> bool {
        let Some(position) = self.position("mimetype") else {
            return true;
        };
        let mut kind = String::new();
        let read = self
            .archive
            .by_index(position)
            .is_ok_and(|file| file.take(200).read_to_string(&mut kind).is_ok());
        read && kind.contains("spreadsheet")
    }
}

/// The finding for a file that is more than any plan needs.
pub(super) fn too_large(what: &'static str) -> Finding {
    Finding::error("format-workbook-too-large")
        .arg("what", what)
        .arg("known", (PACKED >> 20).to_string())
}
