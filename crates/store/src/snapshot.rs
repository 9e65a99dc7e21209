//! A mark of what the database holds, by which one sees that nothing was written since.

use std::sync::{Mutex, PoisonError};

use diesel::prelude::*;
use diesel::sql_types::BigInt;

use crate::connection::{AnyConnection, Identity, Pool};
use crate::error::{Error, Result};
use crate::transaction::Store;

/// What the database held at a moment. Two equal ones of a store: nobody, in this or in another
/// process, committed anything between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot(Vec<u8>);

diesel::define_sql_function! {
    /// The transactions under way and the number of the next: who sees the same sees the same rows.
    /// PostgreSQL's own type for it is `pg_snapshot`; only its bytes matter here.
    fn pg_current_snapshot() -> Binary;
}

/// A connection to SQLite that never writes: its counter tells of all others.
#[derive(Default)]
pub(crate) struct Watch(Mutex<Watching>);

#[derive(Default)]
struct Watching {
    connection: Option<(AnyConnection, Identity)>,
    /// How many connections there were: each counts for itself.
    made: u64,
}

#[derive(QueryableByName)]
struct Seen {
    #[diesel(sql_type = BigInt)]
    data_version: i64,
}

impl Watch {
    fn see(&self, pool: &Pool) -> Result<Snapshot> {
        let mut watching = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = watching.connection.take();
        let (mut connection, of) = match kept.filter(|(_, of)| pool.is_here(*of)) {
            Some(kept) => kept,
            None => {
                watching.made += 1;
                pool.connect()?
            }
        };
        // A connection that fails is not put back.
        let seen: Seen = diesel::sql_query("PRAGMA data_version").get_result(&mut connection)?;
        watching.connection = Some((connection, of));
        let both = [watching.made.to_be_bytes(), seen.data_version.to_be_bytes()];
        Ok(Snapshot(both.concat()))
    }
}

impl Store {
    /// What the database holds now.
    pub fn snapshot(&self) -> Result<Snapshot> {
        let pool = self.pool();
        match pool.watch() {
            Some(watch) => watch.see(pool),
            None => self.read(|connection| match connection {
                AnyConnection::Postgresql(c) => {
                    Ok(Snapshot(diesel::select(pg_current_snapshot()).first(c)?))
                }
                // Has its watch; a mark that is always the same would hide every write.
                AnyConnection::Sqlite(_) => Err(Error::Refused("no watch".to_owned())),
            }),
        }
    }
}
