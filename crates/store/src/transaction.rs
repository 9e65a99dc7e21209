//! The store, and the ways of speaking with the database: one question, a consistent look, a
//! change, and a change that goes into the log.

use std::sync::Arc;

use diesel::connection::{AnsiTransactionManager, SimpleConnection, TransactionManager};
use diesel::prelude::*;
use jiff::Timestamp;

use crate::audit::{self, Note};
use crate::connection::{AnyConnection, Location, Pool};
use crate::error::{Error, Result};
use crate::migrations;
use crate::schema::chain;
use crate::together::Lines;

/// The database of an installation. Clones share their connections.
#[derive(Clone)]
pub struct Store {
    pool: Arc<Pool>,
    lines: Arc<Lines>,
}

/// Who changes something, when and why.
#[derive(Clone, Copy, Debug)]
pub struct Author<'a> {
    /// The account; none for the command line.
    pub account: Option<i64>,
    /// The name, as the log tells it.
    pub name: &'a str,
    /// The moment, by the clock of the caller.
    pub now: Timestamp,
    /// The reason, where one was given.
    pub reason: Option<&'a str>,
}

/// A moment as it is stored: RFC 3339 in UTC with milliseconds, so that the order of texts is the
/// order of time.
pub fn instant(moment: Timestamp) -> String {
    format!("{moment:.3}")
}

/// How a transaction begins.
#[derive(Clone, Copy)]
enum Mode {
    /// All questions see the same state.
    Look,
    /// Changes, alone on SQLite.
    Change,
}

impl Store {
    /// Opens the database in a folder, or at an address `postgres://…`, and brings its tables up
    /// to date.
    pub fn open(place: &str) -> Result<Store> {
        let location = Location::of(place)?;
        let _turn = location.hold()?;
        let pool = Arc::new(Pool::new(location));
        let lines = Arc::default();
        let store = Store { pool, lines };
        store.with(|connection, _| migrations::run(connection))?;
        Ok(store)
    }

    pub(crate) fn pool(&self) -> &Pool {
        &self.pool
    }

    pub(crate) fn lines(&self) -> &Lines {
        &self.lines
    }

    /// Whether the database answers.
    pub fn ready(&self) -> Result<()> {
        self.read(|connection| Ok(connection.batch_execute("SELECT 1")?))
    }

    /// Runs one question.
    pub(crate) fn read<T>(
        &self,
        mut ask: impl FnMut(&mut AnyConnection) -> Result<T>,
    ) -> Result<T> {
        self.with(|connection, _| ask(connection))
    }

    /// Runs several questions that see the same state.
    pub(crate) fn look<T>(
        &self,
        mut ask: impl FnMut(&mut AnyConnection) -> Result<T>,
    ) -> Result<T> {
        self.with(|connection, sent| transaction(connection, Mode::Look, sent, &mut ask))
    }

    /// Changes something that the log does not tell.
    pub(crate) fn change<T>(
        &self,
        mut change: impl FnMut(&mut AnyConnection) -> Result<T>,
    ) -> Result<T> {
        let _turn = self.pool.line_up();
        self.with(|connection, sent| transaction(connection, Mode::Change, sent, &mut change))
    }

    /// Changes something of a body and logs it, in one transaction.
    pub(crate) fn log<T>(
        &self,
        body: &str,
        author: &Author<'_>,
        mut change: impl FnMut(&mut Logged<'_>) -> Result<T>,
    ) -> Result<T> {
        self.change(|connection| logged(connection, body, author, &mut change))
    }

    /// Lends a connection. If it had died since it was used last, it is replaced once: what was
    /// not committed is lost with it, so doing it again is safe until the commit was sent.
    fn with<T>(
        &self,
        mut run: impl FnMut(&mut AnyConnection, &mut bool) -> Result<T>,
    ) -> Result<T> {
        let mut replaced = false;
        loop {
            let (mut lent, used) = self.pool.lend()?;
            let connection = lent.get()?;
            let mut commit_sent = false;
            let error = match run(connection, &mut commit_sent) {
                Ok(value) => {
                    lent.is_good();
                    return Ok(value);
                }
                Err(error) => error,
            };
            if connection.batch_execute("SELECT 1").is_ok() {
                lent.is_good();
                return Err(error);
            }
            drop(lent);
            self.pool.clear();
            if replaced || !used || commit_sent {
                return Err(match error {
                    Error::Refused(said) => Error::Gone(said),
                    other => other,
                });
            }
            replaced = true;
        }
    }
}

/// Inside a transaction: changes something of a body and logs it.
pub(crate) fn logged<T>(
    connection: &mut AnyConnection,
    body: &str,
    author: &Author<'_>,
    change: &mut dyn FnMut(&mut Logged<'_>) -> Result<T>,
) -> Result<T> {
    let mut logged = Logged::begin(connection, body, author)?;
    let value = change(&mut logged)?;
    logged.end()?;
    Ok(value)
}

fn transaction<T>(
    connection: &mut AnyConnection,
    mode: Mode,
    commit_sent: &mut bool,
    work: &mut impl FnMut(&mut AnyConnection) -> Result<T>,
) -> Result<T> {
    match (&mut *connection, mode) {
        (AnyConnection::Sqlite(c), Mode::Look) => {
            AnsiTransactionManager::begin_transaction_sql(c, "BEGIN")?
        }
        (AnyConnection::Sqlite(c), Mode::Change) => {
            AnsiTransactionManager::begin_transaction_sql(c, "BEGIN IMMEDIATE")?
        }
        (AnyConnection::Postgresql(c), Mode::Look) => {
            let begin = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
            AnsiTransactionManager::begin_transaction_sql(c, begin)?
        }
        (AnyConnection::Postgresql(c), Mode::Change) => {
            AnsiTransactionManager::begin_transaction_sql(c, "BEGIN")?
        }
    }
    match work(connection) {
        Ok(value) => {
            *commit_sent = true;
            match connection {
                AnyConnection::Sqlite(c) => AnsiTransactionManager::commit_transaction(c)?,
                AnyConnection::Postgresql(c) => AnsiTransactionManager::commit_transaction(c)?,
            }
            Ok(value)
        }
        Err(error) => {
            // If even this fails, the connection is tried and thrown away by the caller.
            let _ = match connection {
                AnyConnection::Sqlite(c) => AnsiTransactionManager::rollback_transaction(c),
                AnyConnection::Postgresql(c) => AnsiTransactionManager::rollback_transaction(c),
            };
            Err(error)
        }
    }
}

/// A transaction that changes something of one body: it holds the end of the body's chain, and
/// nobody else changes the body before it ends.
pub(crate) struct Logged<'a> {
    pub(crate) connection: &'a mut AnyConnection,
    pub(crate) body: &'a str,
    pub(crate) author: &'a Author<'a>,
    /// The moment, as stored.
    pub(crate) now: String,
    link: audit::Link,
    last_id: i64,
    entries: Vec<audit::AuditEntry>,
    /// Which of the entries is the first of the present batch.
    first: usize,
}

impl<'a> Logged<'a> {
    pub(crate) fn begin(
        connection: &'a mut AnyConnection,
        body: &'a str,
        author: &'a Author<'a>,
    ) -> Result<Logged<'a>> {
        let (number, digest, last_id) = diesel::update(chain::table.find(body))
            .set(chain::number.eq(chain::number))
            .returning((chain::number, chain::digest, chain::last_id))
            .get_result::<(i64, String, i64)>(connection)
            .optional()?
            .ok_or(Error::NotFound("body"))?;
        Ok(Logged {
            connection,
            body,
            author,
            now: instant(author.now),
            link: audit::Link { number, digest },
            last_id,
            entries: Vec::new(),
            first: 0,
        })
    }

    /// What follows is of another author, in a batch of its own.
    pub(crate) fn turn_to(&mut self, author: &'a Author<'a>) {
        self.author = author;
        self.now = instant(author.now);
        self.first = self.entries.len();
    }

    /// A number that no other thing of this body has, or will have.
    pub(crate) fn new_id(&mut self) -> i64 {
        self.last_id += 1;
        self.last_id
    }

    /// The number of the batch that is being written: that of its first entry.
    pub(crate) fn batch(&self) -> i64 {
        self.link.number + 1 + self.first as i64
    }

    /// Whether something was logged in the present batch.
    pub(crate) fn has_entries(&self) -> bool {
        self.entries.len() > self.first
    }

    /// Logs something.
    pub(crate) fn note(&mut self, action: &str, note: Note) {
        let batch = self.batch();
        let number = self.link.number + 1 + self.entries.len() as i64;
        let previous = match self.entries.last() {
            Some(last) => last.digest.clone(),
            None => self.link.digest.clone(),
        };
        let mut entry = audit::AuditEntry {
            body: self.body.to_owned(),
            number,
            batch,
            at: self.now.clone(),
            account: self.author.account,
            author: self.author.name.to_owned(),
            action: action.to_owned(),
            plan: note.plan,
            record: note.record,
            field: note.field,
            before: note.before,
            after: note.after,
            reason: self.author.reason.map(str::to_owned),
            previous,
            digest: String::new(),
        };
        entry.digest = entry.computed_digest();
        self.entries.push(entry);
    }

    pub(crate) fn end(self) -> Result<()> {
        let (number, digest) = match self.entries.last() {
            Some(last) => (last.number, &last.digest),
            None => (self.link.number, &self.link.digest),
        };
        audit::append(self.connection, &self.entries)?;
        diesel::update(chain::table.find(self.body))
            .set((
                chain::number.eq(number),
                chain::digest.eq(digest),
                chain::last_id.eq(self.last_id),
            ))
            .execute(self.connection)?;
        Ok(())
    }
}
