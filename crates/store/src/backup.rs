//! A backup: one archive with one file for each table, one JSON object on each line, and a list of
//! tables with their rows and digests. It knows nothing of the database it came from.

use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Read, Write};
use std::path::Path;

use diesel::prelude::*;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use crate::accounts::{Account, Grant};
use crate::attempts::Attempt;
use crate::audit::{self, AuditEntry, PORTION, hex};
use crate::bodies::Body;
use crate::campaigns::{Campaign, Entry};
use crate::connection::insert_all;
use crate::documents::DocumentRow;
use crate::drafts::Draft;
use crate::error::{Error, Result};
use crate::evidence::EvidenceRow;
use crate::mail::SentMail;
use crate::migrations;
use crate::plans::{Plan, RecordRow};
use crate::remarks::Remark;
use crate::schema;
use crate::sessions::Session;
use crate::transaction::Store;

/// The name of the list in the archive.
const LIST: &str = "backup.json";

/// The form of the archive.
const FORM: u32 = 1;

/// What a backup holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BackupSummary {
    /// The form of the archive.
    pub form: u32,
    /// The version of the tables.
    pub version: String,
    /// The tables.
    pub tables: Vec<TableSummary>,
}

/// What a backup holds of one table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableSummary {
    /// Its name.
    pub name: String,
    /// How many rows it had.
    pub rows: u64,
    /// The SHA-256 of its file.
    pub digest: String,
}

/// The end of a body's chain.
#[derive(Clone, Queryable, Selectable, Insertable, Serialize, Deserialize)]
#[diesel(table_name = schema::chain)]
struct ChainEnd {
    body: String,
    number: i64,
    digest: String,
    last_id: i64,
}

/// Bytes in JSON: hexadecimal digits, which the archive packs to their size again.
pub(crate) mod bytes {
    use serde::{Deserialize, Deserializer, Serializer};

    pub(crate) fn serialize<S: Serializer>(bytes: &[u8], to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&crate::audit::hex(bytes))
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<u8>, D::Error> {
        let text = String::deserialize(from)?;
        let wrong = || serde::de::Error::custom("no hexadecimal digits");
        if text.len() % 2 != 0 {
            return Err(wrong());
        }
        text.as_bytes()
            .chunks(2)
            .map(|pair| {
                let digit = |byte: u8| char::from(byte).to_digit(16);
                let (high, low) = (digit(pair[0])?, digit(pair[1])?);
                u8::try_from(high * 16 + low).ok()
            })
            .collect::<Option<Vec<u8>>>()
            .ok_or_else(wrong)
    }
}

/// Every table with the type of its rows and its key, those that others refer to first.
macro_rules! every_table {
    ($each:ident) => {
        $each!(body, Body, [id]);
        $each!(chain, ChainEnd, [body]);
        $each!(audit, AuditEntry, [body, number]);
        $each!(plan, Plan, [body, id]);
        $each!(record, RecordRow, [body, plan, id]);
        $each!(account, Account, [body, id]);
        $each!(role_grant, Grant, [body, id]);
        $each!(session, Session, [body, digest]);
        $each!(attempt, Attempt, [body, kind, name]);
        $each!(campaign, Campaign, [body, id]);
        $each!(entry, Entry, [body, campaign, record]);
        $each!(remark, Remark, [body, id]);
        $each!(draft_text, Draft, [body, account, page]);
        $each!(sent_mail, SentMail, [body, id]);
    };
}

impl Store {
    /// Writes all that is kept into one file, as it is at one moment; others go on working.
    pub fn backup(&self, to: &Path) -> Result<BackupSummary> {
        self.look(|connection| {
            let mut archive = Archive::create(to)?;
            macro_rules! write {
                ($table:ident, $row:ty, [$($key:ident),+]) => {
                    archive.begin(stringify!($table))?;
                    let rows = schema::$table::table
                        .order(($(schema::$table::$key,)+))
                        .select(<$row>::as_select())
                        .load_iter::<$row, diesel::connection::DefaultLoadingMode>(connection)?;
                    for row in rows {
                        archive.row(&row?)?;
                    }
                    archive.end(stringify!($table));
                };
            }
            every_table!(write);
            // Rows that may be large, one at a time.
            macro_rules! write_large {
                ($table:ident, $row:ty) => {
                    archive.begin(stringify!($table))?;
                    let keys: Vec<(String, i64)> = schema::$table::table
                        .order((schema::$table::body, schema::$table::id))
                        .select((schema::$table::body, schema::$table::id))
                        .load(connection)?;
                    for key in &keys {
                        let row = schema::$table::table
                            .find((&key.0, key.1))
                            .select(<$row>::as_select())
                            .first::<$row>(connection)?;
                        archive.row(&row)?;
                    }
                    archive.end(stringify!($table));
                };
            }
            write_large!(evidence, EvidenceRow);
            write_large!(document, DocumentRow);
            archive.finish()
        })
    }

    /// Puts all that a backup holds into this installation, which must be empty. Everything is
    /// verified before and the chains of the log after; if anything is wrong, nothing is put.
    pub fn restore(&self, from: &Path) -> Result<BackupSummary> {
        let summary = check_backup(from)?;
        self.change(|connection| {
            let bodies: i64 = schema::body::table.count().get_result(connection)?;
            if bodies > 0 {
                return Err(Error::Refused("the installation is not empty".to_owned()));
            }
            let mut zip = open(from)?;
            macro_rules! read {
                ($table:ident, $row:ty, $keys:tt) => {
                    let mut portion: Vec<$row> = Vec::new();
                    for_rows(&mut zip, stringify!($table), &mut |row: $row| {
                        portion.push(row);
                        if portion.len() == PORTION {
                            insert_all!(&mut *connection, schema::$table::table, &portion)?;
                            portion.clear();
                        }
                        Ok(())
                    })?;
                    if !portion.is_empty() {
                        insert_all!(&mut *connection, schema::$table::table, &portion)?;
                    }
                };
            }
            every_table!(read);
            macro_rules! read_large {
                ($table:ident, $row:ty) => {
                    for_rows(&mut zip, stringify!($table), &mut |row: $row| {
                        diesel::insert_into(schema::$table::table)
                            .values(&row)
                            .execute(connection)?;
                        Ok(())
                    })?;
                };
            }
            read_large!(evidence, EvidenceRow);
            read_large!(document, DocumentRow);
            let bodies: Vec<String> = schema::body::table
                .select(schema::body::id)
                .load(connection)?;
            for body in bodies {
                if let Some(flaw) = audit::verify(connection, &body)?.flaw {
                    return Err(Error::Damaged(format!(
                        "audit entry {} of {body}",
                        flaw.number
                    )));
                }
            }
            Ok(())
        })?;
        Ok(summary)
    }
}

/// Verifies a backup: that it is of a form and version known here, and every file is whole.
pub fn check_backup(from: &Path) -> Result<BackupSummary> {
    let mut zip = open(from)?;
    let list = zip
        .by_name(LIST)
        .map_err(|error| Error::Damaged(format!("{}: {error}", from.display())))?;
    let summary: BackupSummary = serde_json::from_reader(list)
        .map_err(|error| Error::Damaged(format!("{LIST}: {error}")))?;
    let known = migrations::newest();
    if summary.form > FORM || summary.version > known {
        return Err(Error::Newer {
            found: summary.version,
            known,
        });
    }
    for table in &summary.tables {
        let mut file = zip
            .by_name(&format!("{}.jsonl", table.name))
            .map_err(|error| Error::Damaged(format!("{}: {error}", table.name)))?;
        let (mut hash, mut rows, mut buffer) = (Sha256::new(), 0, vec![0; 1 << 16]);
        loop {
            let read = file
                .read(&mut buffer)
                .map_err(|error| Error::Damaged(format!("{}: {error}", table.name)))?;
            if read == 0 {
                break;
            }
            hash.update(&buffer[..read]);
            rows += buffer[..read].iter().filter(|byte| **byte == b'\n').count() as u64;
        }
        if rows != table.rows || hex(&hash.finalize()) != table.digest {
            return Err(Error::Damaged(format!("the table {}", table.name)));
        }
    }
    Ok(summary)
}

fn open(from: &Path) -> Result<ZipArchive<BufReader<File>>> {
    let file = File::open(from).map_err(|error| outside(from, &error))?;
    ZipArchive::new(BufReader::new(file))
        .map_err(|error| Error::Damaged(format!("{}: {error}", from.display())))
}

fn for_rows<T: DeserializeOwned>(
    zip: &mut ZipArchive<BufReader<File>>,
    table: &str,
    each: &mut dyn FnMut(T) -> Result<()>,
) -> Result<()> {
    let damaged = |error: &dyn std::fmt::Display| Error::Damaged(format!("{table}: {error}"));
    let file = zip
        .by_name(&format!("{table}.jsonl"))
        .map_err(|error| damaged(&error))?;
    for line in BufReader::new(file).lines() {
        let line = line.map_err(|error| damaged(&error))?;
        each(serde_json::from_str(&line).map_err(|error| damaged(&error))?)?;
    }
    Ok(())
}

/// An error of a file beside the database.
fn outside(path: &Path, error: &std::io::Error) -> Error {
    let said = format!("{}: {error}", path.display());
    match error.kind() {
        std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => Error::Full(said),
        std::io::ErrorKind::NotFound => Error::NotFound("backup"),
        _ => Error::Refused(said),
    }
}

struct Archive<'a> {
    zip: ZipWriter<BufWriter<File>>,
    path: &'a Path,
    tables: Vec<TableSummary>,
    rows: u64,
    hash: Sha256,
}

impl Archive<'_> {
    fn create(path: &Path) -> Result<Archive<'_>> {
        let file = File::create(path).map_err(|error| outside(path, &error))?;
        Ok(Archive {
            zip: ZipWriter::new(BufWriter::new(file)),
            path,
            tables: Vec::new(),
            rows: 0,
            hash: Sha256::new(),
        })
    }

    fn options() -> SimpleFileOptions {
        SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .large_file(true)
    }

    fn begin(&mut self, table: &str) -> Result<()> {
        let name = format!("{table}.jsonl");
        self.zip
            .start_file(name, Self::options())
            .map_err(|error| outside(self.path, &error.into()))?;
        (self.rows, self.hash) = (0, Sha256::new());
        Ok(())
    }

    fn row<T: Serialize>(&mut self, row: &T) -> Result<()> {
        let mut line =
            serde_json::to_vec(row).map_err(|error| Error::Damaged(error.to_string()))?;
        line.push(b'\n');
        self.hash.update(&line);
        self.rows += 1;
        self.zip
            .write_all(&line)
            .map_err(|error| outside(self.path, &error))
    }

    fn end(&mut self, table: &str) {
        let hash = std::mem::take(&mut self.hash);
        self.tables.push(TableSummary {
            name: table.to_owned(),
            rows: self.rows,
            digest: hex(&hash.finalize()),
        });
    }

    fn finish(mut self) -> Result<BackupSummary> {
        let summary = BackupSummary {
            form: FORM,
            version: migrations::newest(),
            tables: self.tables,
        };
        let failed = |error: std::io::Error| outside(self.path, &error);
        self.zip
            .start_file(LIST, Self::options())
            .map_err(|error| failed(error.into()))?;
        serde_json::to_writer_pretty(&mut self.zip, &summary)
            .map_err(|error| failed(error.into()))?;
        let file = self.zip.finish().map_err(|error| failed(error.into()))?;
        let file = file
            .into_inner()
            .map_err(|error| failed(error.into_error()))?;
        file.sync_all().map_err(failed)?;
        Ok(summary)
    }
}
