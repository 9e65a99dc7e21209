//! Plan files as commands take them: any format, bounded, with messages for what goes wrong.

use std::ffi::OsString;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use clap::ArgMatches;
use domain::target::{Readings, read_day};
use jiff::civil::Date;

use super::findings::report_unusable;
use super::waiting::Waiting;
use super::{Refusal, Session};
use crate::format::draft::{Draft, Located};
use crate::format::{self, LARGEST_FILE};

/// A plan with what was said of its reading.
pub(super) struct Input {
    /// The file as the user named it.
    pub path: String,
    /// What was read.
    pub draft: Draft,
    /// What its texts mean.
    pub readings: Readings,
    /// The file as it is.
    pub bytes: Vec<u8>,
}

impl Input {
    /// The text of the file, where it is one and not a workbook.
    pub(super) fn text(&self) -> Option<&str> {
        format::text::decode(&self.bytes).ok()
    }

    /// Whether it is a plan in TOML.
    pub(super) fn is_toml(&self) -> bool {
        format::Format::of_file(&self.path, &self.bytes) == format::Format::Toml
    }

    /// All that there is to say of the file and of its texts.
    pub(super) fn findings(&self) -> Vec<Located> {
        let mut findings = self.draft.findings.clone();
        findings.extend(
            self.readings
                .findings
                .iter()
                .cloned()
                .map(|f| self.draft.locate(f)),
        );
        findings
    }
}

/// The path given for an argument.
pub(super) fn path_of(matches: &ArgMatches, name: &str) -> PathBuf {
    matches
        .get_one::<OsString>(name)
        .map(PathBuf::from)
        .unwrap_or_default()
}

/// Bytes that are read and understood in much less than a second, whatever the format.
const SHORT_FILE: usize = 256 * 1024;

/// Reads a plan file.
pub(super) fn read(session: &Session<'_>, path: &Path) -> Result<Input, Refusal> {
    let shown = path.display().to_string();
    let bytes = bytes_of(session, path, &shown)?;
    let message = session.catalogue.with("cli-working", &[("path", &shown)]);
    let _waiting = Waiting::on(message, bytes.len() > SHORT_FILE);
    let draft = format::read(&path.to_string_lossy(), &bytes)
        .map_err(|findings| report_unusable(session, &shown, &findings))?;
    let readings = Readings::of(&draft.plan);
    Ok(Input {
        path: shown,
        draft,
        readings,
        bytes,
    })
}

fn bytes_of(session: &Session<'_>, path: &Path, shown: &str) -> Result<Vec<u8>, Refusal> {
    let failed = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::NotFound => session.refuse("cli-no-such-file", &[("path", shown)]),
        _ => session.refuse(
            "cli-cannot-read",
            &[("path", shown), ("cause", &error.to_string())],
        ),
    };
    let metadata = std::fs::metadata(path).map_err(failed)?;
    if metadata.is_dir() {
        return Err(session.refuse("cli-is-a-directory", &[("path", shown)]));
    }
    // One byte more tells the end of the file without asking for more room.
    let length = metadata.len().min(LARGEST_FILE) + 1;
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or(0));
    let file = std::fs::File::open(path).map_err(failed)?;
    file.take(LARGEST_FILE + 1)
        .read_to_end(&mut bytes)
        .map_err(failed)?;
    if bytes.len() as u64 > LARGEST_FILE {
        let megabytes = |size: u64| size.div_ceil(1024 * 1024).to_string();
        return Err(session.refuse(
            "cli-file-too-large",
            &[
                ("path", shown),
                ("size", &megabytes(metadata.len().max(LARGEST_FILE + 1))),
                ("limit", &megabytes(LARGEST_FILE)),
            ],
        ));
    }
    Ok(bytes)
}

/// The date asked with `--at`.
pub(super) fn date(session: &Session<'_>, matches: &ArgMatches) -> Result<Option<Date>, Refusal> {
    day(session, matches, "at")
}

/// The date asked with an option.
pub(super) fn day(
    session: &Session<'_>,
    matches: &ArgMatches,
    option: &str,
) -> Result<Option<Date>, Refusal> {
    let Some(text) = matches.get_one::<String>(option) else {
        return Ok(None);
    };
    match read_day(text) {
        Some(date) => Ok(Some(date)),
        None => Err(session.refuse("cli-bad-date", &[("text", text)])),
    }
}
