//! Text files: encoding, and the line and column of a byte.

use domain::finding::Finding;

use super::datum::At;
use super::draft::Located;

/// Where the lines of a text begin.
pub struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    /// The lines of `text`.
    pub fn of(text: &'a str) -> Lines<'a> {
        let starts = std::iter::once(0)
            .chain(text.match_indices('\n').map(|(i, _)| i + 1))
            .collect();
        Lines { text, starts }
    }

    /// The line and column, from 1, of the byte at `offset`.
    pub fn at(&self, offset: usize) -> At {
        let line = self.starts.partition_point(|start| *start <= offset).max(1);
        let start = self.starts[line - 1];
        let before = self.text.get(start..offset.max(start)).unwrap_or_default();
        At::Line {
            line: u32::try_from(line).unwrap_or(u32::MAX),
            column: u32::try_from(before.chars().count() + 1).unwrap_or(u32::MAX),
        }
    }
}

/// The text of a file; one that is not UTF-8 is refused with the place where it goes wrong.
///
/// # Errors
/// The finding that makes the file unusable.
pub fn decode(bytes: &[u8]) -> Result<&str, Box<Located>> {
    let refuse = |rule, at| {
        Box::new(Located {
            finding: Finding::error(rule),
            at,
        })
    };
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Err(refuse("format-utf16", At::Nowhere));
    }
    let bytes = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| {
        let good = std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default();
        refuse("format-not-utf8", Lines::of(good).at(good.len()))
    })
}
