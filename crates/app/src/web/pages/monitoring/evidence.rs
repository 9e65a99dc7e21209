//! Files that prove an actual: what is taken, and how it is given back.

use axum::http::header;
use store::{Change, NewEvidence, Proofs};

use super::Under;
use super::entering::writable;
use crate::messages::Catalogue;
use crate::web::asked::{Asked, Upload};
use crate::web::failure::Failure;
use crate::web::pages::author;
use crate::web::receive::Answer;

/// What a browser offers to choose.
pub const ACCEPTED: &str =
    ".pdf,.png,.jpg,.jpeg,.tif,.tiff,.docx,.xlsx,.pptx,.odt,.ods,.odp,.p7m,.eml,.txt,.csv,.zip";

/// A file that may be kept.
pub struct Kept<'a> {
    /// Its name, without any way to it.
    pub name: String,
    /// The media type that its first bytes say.
    pub media: &'static str,
    bytes: &'a [u8],
}

/// The media type of a file, by its first bytes; none where it is none that is taken. What could be
/// run, or shown as a page, is not taken.
pub fn media_of(name: &str, bytes: &[u8]) -> Option<&'static str> {
    let ending = name
        .rsplit_once('.')
        .map(|(_, ending)| ending.to_lowercase());
    let ending = ending.as_deref().unwrap_or_default();
    let starts = |with: &[u8]| bytes.starts_with(with);
    let holds = |part: &str| {
        let part = part.as_bytes();
        let searched = &bytes[..bytes.len().min(64 * 1024)];
        searched.windows(part.len()).any(|window| window == part)
    };
    let media = if starts(b"%PDF-") {
        "application/pdf"
    } else if starts(b"\x89PNG\r\n\x1a\n") {
        "image/png"
    } else if starts(b"\xFF\xD8\xFF") {
        "image/jpeg"
    } else if starts(b"II*\0") || starts(b"MM\0*") {
        "image/tiff"
    } else if starts(b"PK\x03\x04") {
        match ending {
            "docx" if holds("word/") || holds("[Content_Types].xml") => {
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            }
            "xlsx" if holds("xl/") || holds("[Content_Types].xml") => {
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            }
            "pptx" if holds("ppt/") || holds("[Content_Types].xml") => {
                "application/vnd.openxmlformats-officedocument.presentationml.presentation"
            }
            "odt" if holds("opendocument.text") => "application/vnd.oasis.opendocument.text",
            "ods" if holds("opendocument.spreadsheet") => {
                "application/vnd.oasis.opendocument.spreadsheet"
            }
            "odp" if holds("opendocument.presentation") => {
                "application/vnd.oasis.opendocument.presentation"
            }
            "zip" => "application/zip",
            _ => return None,
        }
    } else if ending == "p7m"
        && (starts(b"\x30\x80") || starts(b"\x30\x82") || starts(b"\x30\x83") || starts(b"MI"))
    {
        "application/pkcs7-mime"
    } else if matches!(ending, "txt" | "csv" | "eml") && is_plain_text(bytes) {
        match ending {
            "csv" => "text/csv",
            "eml" => "message/rfc822",
            _ => "text/plain",
        }
    } else {
        return None;
    };
    // A known beginning under another kind's name is not what it says it is.
    let endings: &[&str] = match media {
        "application/pdf" => &["pdf"],
        "image/png" => &["png"],
        "image/jpeg" => &["jpg", "jpeg"],
        "image/tiff" => &["tif", "tiff"],
        _ => return Some(media),
    };
    endings.contains(&ending).then_some(media)
}

/// Text without control characters and without what browsers take for a page.
fn is_plain_text(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else {
        // Older mail and spreadsheets are in other encodings; none has a zero in it.
        return !bytes.contains(&0);
    };
    let control = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    !text.contains(control)
}

impl Kept<'_> {
    /// The files of a form, all of them or none; else what is wrong with them.
    pub fn of<'a>(asked: &'a Asked<'_>) -> Result<Vec<Kept<'a>>, String> {
        let t = asked.t;
        let mut kept = Vec::new();
        for Upload { field, name, bytes } in &asked.files {
            if field != "file" || (name.is_empty() && bytes.is_empty()) {
                continue;
            }
            let name: String = name.chars().filter(|c| !c.is_control()).take(120).collect();
            let said = |key: &str| t.with(key, &[("name", &name)]);
            if bytes.is_empty() {
                return Err(said("web-mon-file-empty"));
            }
            if bytes.len() > asked.server.settings.largest_upload {
                return Err(said("web-mon-file-large"));
            }
            let Some(media) = media_of(&name, bytes) else {
                return Err(said("web-mon-file-kind"));
            };
            kept.push(Kept { name, media, bytes });
        }
        Ok(kept)
    }
}

/// Files of a value, as the store keeps them.
pub fn of_value<'a>(
    under: &Under,
    record: i64,
    period: &'a str,
    files: &'a [Kept<'_>],
) -> Vec<NewEvidence<'a>> {
    let files = files.iter().map(|file| NewEvidence {
        plan: under.loaded.id,
        record,
        period,
        file_name: &file.name,
        media_type: file.media,
        content: file.bytes,
    });
    files.collect()
}

/// How large a file is, in words.
pub fn size_words(t: &Catalogue, bytes: i64) -> String {
    let (key, size) = match bytes {
        0..1024 => ("web-mon-size-bytes", bytes),
        1024..1_048_576 => ("web-mon-size-kilobytes", (bytes + 1023) / 1024),
        _ => ("web-mon-size-megabytes", (bytes + 1_048_575) / 1_048_576),
    };
    t.with(key, &[("size", &size.to_string())])
}

/// A file of the entry of the address.
fn asked_file(asked: &Asked<'_>, under: &Under) -> Result<store::Evidence, Failure> {
    let entry = under.entry_asked(asked)?;
    let id: i64 = asked.part("file").parse().map_err(|_| Failure::NotFound)?;
    let files =
        asked
            .server
            .store
            .evidence(&under.loaded.body, under.loaded.id, Some(entry.record))?;
    let found = files.into_iter().find(|file| file.id == id);
    found.ok_or(Failure::NotFound)
}

/// `…/prove/{file}`: the file, to be kept; never shown, never run.
pub fn download(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let under = Under::of(asked)?;
    let file = asked_file(asked, &under)?;
    if file.removed.is_some() {
        return Err(Failure::NotFound);
    }
    let store = &asked.server.store;
    let (file, content) = store.evidence_content(&under.loaded.body, file.id)?;
    let mut answer = Answer::file(&file.file_name, &file.media_type, content);
    answer.headers.push((
        header::CONTENT_SECURITY_POLICY,
        "default-src 'none'; sandbox".to_owned(),
    ));
    Ok(answer)
}

/// `…/prove/{file}/togli`: a file no longer counts; the log keeps it.
pub fn remove(asked: &Asked<'_>) -> Result<Answer, Failure> {
    let under = Under::of(asked)?;
    let entry = under.entry_asked(asked)?;
    writable(&under, asked.person()?, entry)?;
    let file = asked_file(asked, &under)?;
    let (store, body) = (&asked.server.store, &under.loaded.body);
    // The line that names it goes with it.
    let place = super::value::Place::of(&under.loaded, entry.record, "results", under.day);
    let mut typed = super::value::Typed::stored(place.now.as_ref());
    let lines: Vec<&str> = typed
        .evidence
        .lines()
        .filter(|line| *line != file.file_name)
        .collect();
    let left = lines.join("\n");
    typed.put("evidence", &left);
    let change = place.change(place.now.as_ref(), typed.onto(place.now.as_ref()));
    let changes: Vec<Change> = change.into_iter().collect();
    let proofs = Proofs {
        added: &[],
        removed: &[file.id],
    };
    let id = under.campaign.id;
    store.enter_with(body, id, &changes, &[], &proofs, &author(asked)?)?;
    let own = under.address(&format!("voce/{}", entry.record));
    Ok(Answer::to(format!("{own}?fatto=mon-file-removed")))
}
