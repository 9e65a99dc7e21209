//! Failed attempts, counted by login and by address, on every instance of the program together.

use diesel::prelude::*;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::audit::Note;
use crate::connection::AnyConnection;
use crate::error::Result;
use crate::schema::{account, attempt};
use crate::transaction::{Author, Store, instant, logged};

/// The failures of one login, or from one address.
#[derive(
    Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable, Serialize, Deserialize,
)]
#[diesel(table_name = attempt, treat_none_as_default_value = false)]
pub struct Attempt {
    /// The body.
    pub body: String,
    /// What is counted: `login` or `address`.
    pub kind: String,
    /// The login or the address.
    pub name: String,
    /// How many failures since the first.
    pub failures: i64,
    /// The first failure that counts.
    pub first: String,
    /// The last one.
    pub last: String,
    /// Until when nothing is let in.
    pub locked_until: Option<String>,
}

/// When failures become a lock.
#[derive(Clone, Copy, Debug)]
pub struct Throttle {
    /// So many failures …
    pub failures: i64,
    /// … within this time …
    pub within: SignedDuration,
    /// … lock for this long.
    pub lock: SignedDuration,
}

impl Attempt {
    /// Whether nothing is let in at this moment.
    pub fn is_locked(&self, now: Timestamp) -> bool {
        self.locked_until
            .as_ref()
            .is_some_and(|until| *until > instant(now))
    }
}

impl Store {
    /// The failures of a login (`kind` `login`) or from an address (`address`).
    pub fn attempt(&self, body: &str, kind: &str, name: &str) -> Result<Option<Attempt>> {
        self.read(|connection| {
            Ok(attempt::table
                .find((body, kind, name))
                .select(Attempt::as_select())
                .first(connection)
                .optional()?)
        })
    }

    /// Counts a failure; one that begins a lock is logged.
    pub fn note_failure(
        &self,
        body: &str,
        kind: &str,
        name: &str,
        throttle: &Throttle,
        author: &Author<'_>,
    ) -> Result<Attempt> {
        let now = author.now;
        let window_began = instant(now - throttle.within);
        let (lock_ends, now) = (instant(now + throttle.lock), instant(now));
        self.change(|connection| {
            let key = (body, kind, name);
            // Makes sure of the row, and holds it: who counts at the same moment waits.
            diesel::sql_query(
                "INSERT INTO attempt (body, kind, name, failures, first, last) \
                 VALUES ($1, $2, $3, 0, $4, $4) ON CONFLICT (body, kind, name) DO NOTHING",
            )
            .bind::<diesel::sql_types::Text, _>(body)
            .bind::<diesel::sql_types::Text, _>(kind)
            .bind::<diesel::sql_types::Text, _>(name)
            .bind::<diesel::sql_types::Text, _>(&now)
            .execute(connection)?;
            let mut row = diesel::update(attempt::table.find(key))
                .set(attempt::last.eq(&now))
                .returning(attempt::all_columns)
                .get_result::<Attempt>(connection)?;
            let over = row.locked_until.as_ref().is_some_and(|until| *until <= now);
            if over || row.first < window_began {
                row.failures = 0;
                row.first.clone_from(&now);
                row.locked_until = None;
            }
            row.failures += 1;
            let begins = row.locked_until.is_none() && row.failures >= throttle.failures;
            if row.failures >= throttle.failures {
                row.locked_until = Some(lock_ends.clone());
            }
            diesel::update(attempt::table.find(key))
                .set((
                    attempt::failures.eq(row.failures),
                    attempt::first.eq(&row.first),
                    attempt::locked_until.eq(&row.locked_until),
                ))
                .execute(connection)?;
            if begins {
                logged(connection, body, author, &mut |logged| {
                    let note = lock_begun(logged.connection, &row)?;
                    logged.note("lock-begin", note);
                    Ok(())
                })?;
            }
            Ok(row)
        })
    }

    /// Forgets the failures: somebody was let in, or an administrator wants it so.
    pub fn forget_failures(&self, body: &str, kind: &str, name: &str) -> Result<()> {
        self.change(|connection| {
            diesel::delete(attempt::table.find((body, kind, name))).execute(connection)?;
            Ok(())
        })
    }

    /// The logins and addresses of a body that are locked at this moment.
    pub fn locks(&self, body: &str, now: Timestamp) -> Result<Vec<Attempt>> {
        let now = instant(now);
        self.read(|connection| {
            Ok(attempt::table
                .filter(attempt::body.eq(body).and(attempt::locked_until.gt(&now)))
                .order((attempt::kind, attempt::name))
                .select(Attempt::as_select())
                .load(connection)?)
        })
    }

    /// Ends the lock of a login or of an address before its time, and logs it.
    pub fn lift_lock(&self, body: &str, kind: &str, name: &str, author: &Author<'_>) -> Result<()> {
        self.log(body, author, |logged| {
            let gone = diesel::delete(attempt::table.find((body, kind, name)))
                .execute(logged.connection)?;
            if gone > 0 {
                let note = Note {
                    before: Some(format!("{kind} {name}")),
                    ..Note::default()
                };
                logged.note("lock-lift", note);
            }
            Ok(())
        })
    }

    /// Forgets failures older than a moment whose lock is over, in every body; how many rows.
    pub fn sweep_failures(&self, before: Timestamp, now: Timestamp) -> Result<usize> {
        let (before, now) = (instant(before), instant(now));
        self.change(|connection| {
            let old = attempt::table.filter(attempt::last.lt(&before)).filter(
                attempt::locked_until
                    .is_null()
                    .or(attempt::locked_until.le(&now)),
            );
            Ok(diesel::delete(old).execute(connection)?)
        })
    }
}

/// What the log tells of a lock. What was typed as the login of nobody stays out of it: the log keeps
/// it for good, and it may be a password in the wrong field.
fn lock_begun(connection: &mut AnyConnection, row: &Attempt) -> Result<Note> {
    let of = match row.kind.as_str() {
        "login" => account::table
            .filter(account::body.eq(&row.body))
            .filter(account::login.eq(&row.name))
            .select(account::id)
            .first::<i64>(connection)
            .optional()?,
        _ => None,
    };
    let until = row.locked_until.as_deref().unwrap_or_default();
    let after = match row.kind == "login" && of.is_none() {
        true => format!("{} {until}", row.kind),
        false => format!("{} {} {until}", row.kind, row.name),
    };
    Ok(Note {
        record: of,
        after: Some(after),
        ..Note::default()
    })
}
