//! What can go wrong, told apart by what a caller can do about it.

use std::fmt;

use diesel::result::{DatabaseErrorKind, Error as Sql};

/// The result of every call.
pub type Result<T> = std::result::Result<T, Error>;

/// Why a call did not do what was asked. Nothing of it was done.
#[derive(Debug)]
pub enum Error {
    /// The database cannot be reached, or is busy for too long: asking again later may work.
    Gone(String),
    /// No room is left where the database lies.
    Full(String),
    /// The database was made by a newer program.
    Newer {
        /// The version of its tables.
        found: String,
        /// The newest version that this program knows.
        known: String,
    },
    /// Something changed since the caller read it: all that differs, in the order of the changes.
    Conflict(Vec<Conflict>),
    /// The thing named does not exist (its table).
    NotFound(&'static str),
    /// The request contradicts what is stored, or a rule of the store.
    Refused(String),
    /// The campaign of this checkpoint is closed: its values stay as they are.
    Frozen(String),
    /// What is stored, or a backup, is not as it was written.
    Damaged(String),
}

/// One change that could not be made, and what stands there now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// Which of the changes asked for, from 0.
    pub change: usize,
    /// The record.
    pub record: i64,
    /// The field; none if the record itself is gone, or stands elsewhere.
    pub field: Option<String>,
    /// What is stored now, as JSON; none if nothing is.
    pub stored: Option<String>,
    /// Who changed it last.
    pub author: Option<String>,
    /// The account of who changed it last.
    pub account: Option<i64>,
    /// When it was changed last.
    pub at: Option<String>,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Gone(why) => write!(f, "the database cannot be reached: {why}"),
            Error::Full(why) => write!(f, "no room is left for the database: {why}"),
            Error::Newer { found, known } => write!(
                f,
                "the database has tables of version {found}, this program knows them up to {known}"
            ),
            Error::Conflict(conflicts) => {
                write!(f, "changed by somebody else since it was read:")?;
                for c in conflicts {
                    write!(f, " record {}", c.record)?;
                    if let Some(field) = &c.field {
                        write!(f, " field {field}")?;
                    }
                }
                Ok(())
            }
            Error::NotFound(what) => write!(f, "no such {what}"),
            Error::Refused(why) => write!(f, "refused: {why}"),
            Error::Frozen(checkpoint) => write!(f, "the campaign of {checkpoint} is closed"),
            Error::Damaged(why) => write!(f, "not as it was written: {why}"),
        }
    }
}

impl std::error::Error for Error {}

impl From<Sql> for Error {
    fn from(error: Sql) -> Self {
        match error {
            Sql::NotFound => Error::NotFound("row"),
            Sql::DatabaseError(kind, ref info) => {
                let said = info.message().to_owned();
                match kind {
                    DatabaseErrorKind::ClosedConnection
                    | DatabaseErrorKind::UnableToSendCommand
                    | DatabaseErrorKind::SerializationFailure => Error::Gone(said),
                    DatabaseErrorKind::UniqueViolation
                    | DatabaseErrorKind::ForeignKeyViolation
                    | DatabaseErrorKind::NotNullViolation
                    | DatabaseErrorKind::CheckViolation
                    | DatabaseErrorKind::RestrictViolation => Error::Refused(said),
                    _ => told_by_words(said),
                }
            }
            Sql::BrokenTransactionManager => Error::Gone("the connection broke".to_owned()),
            Sql::DeserializationError(why) => Error::Damaged(why.to_string()),
            other => Error::Refused(other.to_string()),
        }
    }
}

/// The libraries give no code for these: only the words of the database are left.
fn told_by_words(said: String) -> Error {
    const FULL: [&str; 4] = [
        "database or disk is full",
        "No space left",
        "could not extend file",
        "disk quota",
    ];
    const GONE: [&str; 15] = [
        "database is locked",
        "database table is locked",
        "unable to open database file",
        "disk I/O error",
        "readonly database",
        "terminating connection",
        "server closed the connection",
        "no connection to the server",
        "connection to server",
        "could not connect",
        "the database system is",
        "canceling statement",
        "deadlock detected",
        "too many clients",
        "remaining connection slots",
    ];
    const DAMAGED: [&str; 3] = ["malformed", "file is not a database", "invalid page"];
    let has = |words: &[&str]| words.iter().any(|word| said.contains(word));
    if has(&FULL) {
        Error::Full(said)
    } else if has(&GONE) {
        Error::Gone(said)
    } else if has(&DAMAGED) {
        Error::Damaged(said)
    } else {
        Error::Refused(said)
    }
}

impl From<diesel::ConnectionError> for Error {
    fn from(error: diesel::ConnectionError) -> Self {
        match error {
            diesel::ConnectionError::CouldntSetupConfiguration(inner) => inner.into(),
            other => Error::Gone(other.to_string()),
        }
    }
}
