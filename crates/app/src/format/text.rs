//! Text files: encoding, and the line and column of a byte.

use domain::finding::Finding;

use super::datum::At;
use super::draft::Located;

/// Where the lines of a text begin, and how many characters stand before every mark: a place in a
/// line of fifty megabytes is found as fast as any other.
pub struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
    marks: Vec<usize>,
}

/// Bytes from one mark to the next.
const STRIDE: usize = 512;

impl<'a> Lines<'a> {
    /// The lines of `text`.
    pub fn of(text: &'a str) -> Lines<'a> {
        let starts = std::iter::once(0)
            .chain(text.match_indices('\n').map(|(i, _)| i + 1))
            .collect();
        let marks = text
            .as_bytes()
            .chunks(STRIDE)
            .scan(0, |sum, chunk| {
                let before = *sum;
                *sum += characters(chunk);
                Some(before)
            })
            .collect();
        Lines {
            text,
            starts,
            marks,
        }
    }

    /// The line and column, from 1, of the byte at `offset`.
    pub fn at(&self, offset: usize) -> At {
        let line = self.starts.partition_point(|start| *start <= offset).max(1);
        let start = self.starts[line - 1];
        let column = match self.text.as_bytes().get(start..offset) {
            Some(near) if near.len() <= STRIDE => characters(near),
            _ => self.before(offset).saturating_sub(self.before(start)),
        } + 1;
        At::Line {
            line: u32::try_from(line).unwrap_or(u32::MAX),
            column: u32::try_from(column).unwrap_or(u32::MAX),
        }
    }

    /// The line of a place, without its end, and the byte in it where the place begins.
    pub fn line(&self, at: &At) -> Option<(&'a str, usize)> {
        let At::Line { line, column } = at else {
            return None;
        };
        let begin = *self
            .starts
            .get(usize::try_from(*line).ok()?.checked_sub(1)?)?;
        let line = self.text.get(begin..)?.lines().next()?;
        let before = usize::try_from(*column).ok()?.checked_sub(1)?;
        let byte = line
            .char_indices()
            .nth(before)
            .map_or(line.len(), |(byte, _)| byte);
        Some((line, byte))
    }

    /// The byte of the text at which a place begins.
    pub fn offset(&self, at: &At) -> Option<usize> {
        let (line, byte) = self.line(at)?;
        let begin = (line.as_ptr() as usize).checked_sub(self.text.as_ptr() as usize)?;
        Some(begin + byte)
    }

    /// How many characters stand before the byte at `offset`.
    fn before(&self, offset: usize) -> usize {
        let offset = offset.min(self.text.len());
        let Some(mark) = self.marks.get(offset / STRIDE).or(self.marks.last()) else {
            return 0;
        };
        let from = (offset / STRIDE).min(self.marks.len() - 1) * STRIDE;
        mark + characters(&self.text.as_bytes()[from..offset])
    }
}

/// How many bytes the value takes that a text begins with, in TOML as in JSON: a quoted text with
/// its quotes, a number, or the rest of the line where a table or list opens.
pub fn length_of_value(text: &str) -> usize {
    for quote in ["\"\"\"", "'''", "\"", "'"] {
        let Some(inner) = text.strip_prefix(quote) else {
            continue;
        };
        let mut from = 0;
        loop {
            let Some(end) = inner.get(from..).and_then(|rest| rest.find(quote)) else {
                return text.len();
            };
            let end = from + end;
            let escapes = inner[..end]
                .bytes()
                .rev()
                .take_while(|b| *b == b'\\')
                .count();
            if quote.starts_with('"') && escapes % 2 == 1 {
                from = end + 1;
                continue;
            }
            return quote.len() * 2 + end;
        }
    }
    let line = text.lines().next().unwrap_or_default();
    if line.starts_with(['{', '[']) {
        return line.trim_end().len();
    }
    let end = line.find([',', ']', '}', '#']).unwrap_or(line.len());
    line[..end].trim_end().len()
}

/// How many characters begin in some bytes of a text.
fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| (**byte as i8) >= -0x40).count()
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
