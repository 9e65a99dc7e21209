//! Connections to either database, and how many of them there are.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Condvar, Mutex, MutexGuard};
use std::time::{Duration, Instant};

use diesel::connection::{Connection, SimpleConnection};
use diesel::{PgConnection, SqliteConnection};

use crate::error::{Error, Result};
use crate::snapshot::Watch;

/// The name of the database in its folder.
const FILE: &str = "traguardo.db";

/// How long a call waits for a connection, and SQLite for its lock.
const PATIENCE: Duration = Duration::from_secs(5);

/// How many connections there may be at a time.
const CONNECTIONS: usize = 10;

/// A connection to one of the two databases.
#[derive(diesel::MultiConnection)]
pub enum AnyConnection {
    /// PostgreSQL.
    Postgresql(PgConnection),
    /// SQLite.
    Sqlite(SqliteConnection),
}

/// Inserts many rows by one statement, of which each database has its own form.
macro_rules! insert_all {
    ($connection:expr, $table:expr, $rows:expr) => {
        match $connection {
            $crate::connection::AnyConnection::Sqlite(sqlite) => {
                diesel::insert_into($table).values($rows).execute(sqlite)
            }
            $crate::connection::AnyConnection::Postgresql(postgres) => {
                diesel::insert_into($table).values($rows).execute(postgres)
            }
        }
    };
}
pub(crate) use insert_all;

/// Where the database is.
#[derive(Clone, Debug)]
pub(crate) enum Location {
    /// The file of SQLite.
    File(PathBuf),
    /// The address of PostgreSQL.
    Server(String),
}

impl Location {
    /// A folder, or an address that begins with `postgres://` or `postgresql://`.
    pub(crate) fn of(place: &str) -> Result<Location> {
        if place.starts_with("postgres://") || place.starts_with("postgresql://") {
            return Ok(Location::Server(place.to_owned()));
        }
        let folder = Path::new(place);
        fs::create_dir_all(folder)
            .map_err(|error| Error::Gone(format!("{}: {error}", folder.display())))?;
        Ok(Location::File(folder.join(FILE)))
    }

    /// Holds back who else opens the same folder until it has its tables: SQLite alone would let
    /// two make them at once. Nothing on PostgreSQL, which has locks for it.
    pub(crate) fn hold(&self) -> Result<Option<fs::File>> {
        let Location::File(path) = self else {
            return Ok(None);
        };
        let path = path.with_extension("lock");
        let gone = |error| Error::Gone(format!("{}: {error}", path.display()));
        let file = fs::File::create(&path).map_err(gone)?;
        file.lock().map_err(gone)?;
        Ok(Some(file))
    }

    /// Which file it is, so that one sees when it is taken away or another lies in its place: who has it
    /// open would go on writing to it, and nobody would find that again. The same for all servers.
    fn identity(&self) -> Result<Identity> {
        let Location::File(path) = self else {
            return Ok(Identity::default());
        };
        let found = fs::metadata(path)
            .map_err(|error| Error::Gone(format!("{}: {error}", path.display())))?;
        Ok(identity(&found))
    }

    pub(crate) fn connect(&self) -> Result<AnyConnection> {
        match self {
            Location::File(path) => {
                let path = path
                    .to_str()
                    .ok_or_else(|| Error::Gone(format!("{}: not UTF-8", path.display())))?;
                let mut connection = SqliteConnection::establish(path)?;
                connection.batch_execute(&format!(
                    "PRAGMA busy_timeout = {};
                     PRAGMA journal_mode = WAL;
                     PRAGMA synchronous = FULL;
                     PRAGMA foreign_keys = ON;
                     PRAGMA trusted_schema = OFF;",
                    PATIENCE.as_millis()
                ))?;
                Ok(AnyConnection::Sqlite(connection))
            }
            Location::Server(address) => {
                let mut connection = PgConnection::establish(address)?;
                connection.batch_execute(
                    "SET client_min_messages = warning;
                     SET synchronous_commit = on;
                     SET lock_timeout = '5s';",
                )?;
                Ok(AnyConnection::Postgresql(connection))
            }
        }
    }
}

/// Device and number of a file.
pub(crate) type Identity = (u64, u64);

#[cfg(unix)]
fn identity(file: &fs::Metadata) -> Identity {
    use std::os::unix::fs::MetadataExt;
    (file.dev(), file.ino())
}

/// Elsewhere a file that is open cannot be taken away.
#[cfg(not(unix))]
fn identity(_: &fs::Metadata) -> Identity {
    Identity::default()
}

/// The connections that are free, each with what it is connected to, and how many exist.
struct Shelf {
    free: Vec<(AnyConnection, Identity)>,
    made: usize,
    /// Whether there was ever one: from then on the file is not made any more.
    begun: bool,
}

/// The connections of one store.
pub(crate) struct Pool {
    location: Location,
    shelf: Mutex<Shelf>,
    returned: Condvar,
    /// SQLite has one writer at a time: they wait here in line rather than by asking again.
    writer: Mutex<()>,
    watch: Watch,
}

impl Pool {
    /// The connections to a place, none of them made yet.
    pub(crate) fn new(location: Location) -> Pool {
        let shelf = Mutex::new(Shelf {
            free: Vec::new(),
            made: 0,
            begun: false,
        });
        Pool {
            location,
            shelf,
            returned: Condvar::new(),
            writer: Mutex::new(()),
            watch: Watch::default(),
        }
    }

    /// A connection of its own, that is never lent, and what it is connected to.
    pub(crate) fn connect(&self) -> Result<(AnyConnection, Identity)> {
        let of = self.location.identity()?;
        Ok((self.location.connect()?, of))
    }

    /// Whether this is still what lies at the place.
    pub(crate) fn is_here(&self, of: Identity) -> bool {
        self.location.identity().is_ok_and(|here| here == of)
    }

    /// What watches the file of SQLite; nothing on PostgreSQL.
    pub(crate) fn watch(&self) -> Option<&Watch> {
        matches!(self.location, Location::File(_)).then_some(&self.watch)
    }

    /// A connection, lent; whether it was used before, and so may have died meanwhile.
    pub(crate) fn lend(&self) -> Result<(Lent<'_>, bool)> {
        let until = Instant::now() + PATIENCE;
        let mut shelf = unpoisoned(self.shelf.lock());
        loop {
            // Before the first connection there may be no file yet.
            let here = match shelf.begun {
                true => self.location.identity()?,
                false => Identity::default(),
            };
            while let Some((connection, of)) = shelf.free.pop() {
                if of == here {
                    return Ok((Lent::new(self, Some((connection, of))), true));
                }
                shelf.made -= 1;
            }
            if shelf.made < CONNECTIONS {
                shelf.made += 1;
                shelf.begun = true;
                drop(shelf);
                // Made outside the lock; if it fails, dropping the loan gives the place back.
                let mut lent = Lent::new(self, None);
                let connection = self.location.connect()?;
                lent.connection = Some((connection, self.location.identity()?));
                return Ok((lent, false));
            }
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Err(Error::Gone("every connection is in use".to_owned()));
            }
            shelf = match self.returned.wait_timeout(shelf, left) {
                Ok((shelf, _)) => shelf,
                Err(poisoned) => poisoned.into_inner().0,
            };
        }
    }

    /// The writer's place in line; nothing on PostgreSQL.
    pub(crate) fn line_up(&self) -> Option<MutexGuard<'_, ()>> {
        matches!(self.location, Location::File(_)).then(|| unpoisoned(self.writer.lock()))
    }

    /// Closes every connection that is free: one died, and the others most likely with it.
    pub(crate) fn clear(&self) {
        let mut shelf = unpoisoned(self.shelf.lock());
        shelf.made -= shelf.free.len();
        shelf.free.clear();
    }
}

/// A lock whose holder panicked protects nothing that could be half done: transactions are
/// rolled back by the database.
fn unpoisoned<T>(locked: std::sync::LockResult<T>) -> T {
    locked.unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// A connection on loan: goes back when it is dropped, unless it is no longer good.
pub(crate) struct Lent<'a> {
    pool: &'a Pool,
    connection: Option<(AnyConnection, Identity)>,
    good: bool,
}

impl<'a> Lent<'a> {
    fn new(pool: &'a Pool, connection: Option<(AnyConnection, Identity)>) -> Lent<'a> {
        Lent {
            pool,
            connection,
            good: false,
        }
    }

    /// The connection. It goes back to the shelf only after `is_good`.
    pub(crate) fn get(&mut self) -> Result<&mut AnyConnection> {
        self.connection
            .as_mut()
            .map(|(connection, _)| connection)
            .ok_or_else(|| Error::Gone("no connection".to_owned()))
    }

    /// Says that no transaction is left open on it and that it answers.
    pub(crate) fn is_good(&mut self) {
        self.good = true;
    }
}

impl Drop for Lent<'_> {
    fn drop(&mut self) {
        let kept = self.connection.take().filter(|_| self.good);
        let mut shelf = unpoisoned(self.pool.shelf.lock());
        match kept {
            Some(connection) => shelf.free.push(connection),
            None => shelf.made -= 1,
        }
        drop(shelf);
        self.pool.returned.notify_one();
    }
}
