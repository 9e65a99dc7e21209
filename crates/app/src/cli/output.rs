//! What commands write: to standard output, and to files that nobody wants overwritten.

use std::io::Write as _;
use std::path::Path;

use super::{Refusal, Session};

/// Prints to standard output; a reader that has gone away (`| head`) is not an error.
pub(super) fn print(text: &str) {
    let mut out = std::io::stdout().lock();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}

/// Refuses to begin what would end in a file that is there already.
pub(super) fn refuse_overwriting(
    session: &Session<'_>,
    path: &Path,
    overwrite: bool,
) -> Result<(), Refusal> {
    if overwrite || !path.exists() {
        return Ok(());
    }
    let shown = path.display().to_string();
    Err(session.refuse("cli-file-exists", &[("path", &shown)]))
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
