//! What commands write: to standard output, and to files that nobody wants overwritten.

use std::io::Write as _;
use std::path::Path;

use domain::number::{Number, Style};
use jiff::civil::Date;

use super::{Refusal, Session};
use crate::messages::Language;

/// Prints to standard output; a reader that has gone away (`| head`) is not an error.
pub(super) fn print(text: &str) {
    let mut out = std::io::stdout().lock();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}

/// Writes a file.
pub(super) fn write(
    session: &Session<'_>,
    path: &Path,
    bytes: &[u8],
    overwrite: bool,
) -> Result<(), Refusal> {
    let shown = path.display().to_string();
    let mut options = std::fs::OpenOptions::new();
    options.write(true);
    if overwrite {
        options.create(true).truncate(true);
    } else {
        options.create_new(true);
    }
    let written = options
        .open(path)
        .and_then(|mut file| file.write_all(bytes));
    written.map_err(|error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => session.refuse("cli-file-exists", &[("path", &shown)]),
        _ => {
            let cause = error.to_string();
            session.refuse("cli-cannot-write", &[("path", &shown), ("cause", &cause)])
        }
    })
}

/// A score as people read it: two decimals and the percent sign.
pub(crate) fn percent(number: &Number, language: Language) -> String {
    number.format_percent(language.style(), 2)
}

/// A score for machines, as printed: like [`percent`], with an ASCII minus.
pub(crate) fn percent_ascii(number: &Number, language: Language) -> String {
    number.format_percent(
        Style {
            minus: '-',
            group: None,
            ..language.style()
        },
        2,
    )
}

/// A day as people read it.
pub(crate) fn day(date: Date, language: Language) -> String {
    match language {
        Language::Italian => {
            format!("{:02}/{:02}/{:04}", date.day(), date.month(), date.year())
        }
        Language::English => date.to_string(),
    }
}
