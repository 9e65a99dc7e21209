//! Sessions: the store knows the digest of a token, never the token.

use diesel::prelude::*;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::audit::Note;
use crate::connection::AnyConnection;
use crate::error::{Error, Result};
use crate::schema::{account, session};
use crate::transaction::{Author, Store, instant};

/// How old the last sight of a session may be before it is written again.
const TOUCH: SignedDuration = SignedDuration::from_secs(60);

/// Somebody who signed in.
#[derive(
    Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable, Serialize, Deserialize,
)]
#[diesel(table_name = session)]
pub struct Session {
    /// The body.
    pub body: String,
    /// The digest of the token.
    pub digest: String,
    /// The account.
    pub account: i64,
    /// When it began.
    pub created: String,
    /// When it was used last, to the minute.
    pub last_seen: String,
    /// When it ends in any case.
    pub expires: String,
    /// How many seconds it may lie idle.
    pub idle_seconds: i64,
}

/// A session to be opened.
#[derive(Clone, Copy, Debug)]
pub struct NewSession<'a> {
    /// The digest of the token.
    pub digest: &'a str,
    /// The account.
    pub account: i64,
    /// When it ends in any case.
    pub expires: Timestamp,
    /// How many seconds it may lie idle.
    pub idle_seconds: i64,
}

impl Session {
    /// Until when it need not be looked at again, unless something is written: then it is over, or
    /// its last sight too old.
    ///
    /// # Errors
    /// A moment that is none.
    pub fn good_until(&self) -> Result<Timestamp> {
        let seen = moment(&self.last_seen)?;
        let idle = seen
            .saturating_add(SignedDuration::from_secs(self.idle_seconds))
            .unwrap_or(Timestamp::MAX);
        let touch = seen.saturating_add(TOUCH).unwrap_or(Timestamp::MAX);
        Ok(moment(&self.expires)?.min(idle).min(touch))
    }

    fn is_alive(&self, now: Timestamp) -> Result<bool> {
        let idle = now.duration_since(moment(&self.last_seen)?);
        Ok(instant(now) < self.expires && idle.as_secs() < self.idle_seconds)
    }
}

fn moment(text: &str) -> Result<Timestamp> {
    text.parse()
        .map_err(|error| Error::Damaged(format!("{text}: {error}")))
}

impl Store {
    /// Opens a session.
    pub fn open_session(
        &self,
        body: &str,
        new: &NewSession<'_>,
        author: &Author<'_>,
    ) -> Result<()> {
        self.log(body, author, |logged| {
            let row = Session {
                body: body.to_owned(),
                digest: new.digest.to_owned(),
                account: new.account,
                created: logged.now.clone(),
                last_seen: logged.now.clone(),
                expires: instant(new.expires),
                idle_seconds: new.idle_seconds,
            };
            diesel::insert_into(session::table)
                .values(&row)
                .execute(logged.connection)?;
            logged.note(
                "session-open",
                Note {
                    record: Some(new.account),
                    ..Note::default()
                },
            );
            Ok(())
        })
    }

    /// The session of a token, if it is alive and its account may be used. Being asked for is
    /// being used.
    pub fn session(&self, body: &str, digest: &str, now: Timestamp) -> Result<Option<Session>> {
        let found = self.read(|connection| {
            Ok(session::table
                .inner_join(
                    account::table.on(account::body
                        .eq(session::body)
                        .and(account::id.eq(session::account))),
                )
                .filter(session::body.eq(body).and(session::digest.eq(digest)))
                .filter(account::disabled.is_null())
                .select(Session::as_select())
                .first(connection)
                .optional()?)
        })?;
        let Some(mut found) = found else {
            return Ok(None);
        };
        if !found.is_alive(now)? {
            return Ok(None);
        }
        if now.duration_since(moment(&found.last_seen)?) >= TOUCH {
            found.last_seen = instant(now);
            self.change(|connection| {
                Ok(diesel::update(session::table.find((body, digest)))
                    .set(session::last_seen.eq(&found.last_seen))
                    .execute(connection)?)
            })?;
        }
        Ok(Some(found))
    }

    /// The sessions of an account, the last used first; some may have ended.
    pub fn sessions(&self, body: &str, of: i64) -> Result<Vec<Session>> {
        self.read(|connection| {
            Ok(session::table
                .filter(session::body.eq(body).and(session::account.eq(of)))
                .order(session::last_seen.desc())
                .select(Session::as_select())
                .load(connection)?)
        })
    }

    /// Closes a session; whether there was one.
    pub fn close_session(&self, body: &str, digest: &str, author: &Author<'_>) -> Result<bool> {
        self.log(body, author, |logged| {
            let closed = diesel::delete(session::table.find((body, digest)))
                .returning(session::account)
                .get_result::<i64>(logged.connection)
                .optional()?;
            if let Some(of) = closed {
                logged.note(
                    "session-close",
                    Note {
                        record: Some(of),
                        ..Note::default()
                    },
                );
            }
            Ok(closed.is_some())
        })
    }

    /// Closes the sessions of an account, but the one with this digest; how many.
    pub fn close_sessions(
        &self,
        body: &str,
        of: i64,
        kept: Option<&str>,
        author: &Author<'_>,
    ) -> Result<usize> {
        self.log(body, author, |logged| {
            let closed = close_all(logged.connection, body, of, kept)?;
            if closed > 0 {
                logged.note(
                    "sessions-close",
                    Note {
                        record: Some(of),
                        before: Some(closed.to_string()),
                        ..Note::default()
                    },
                );
            }
            Ok(closed)
        })
    }

    /// Forgets the sessions that ended by their time, in every body; how many.
    pub fn sweep_sessions(&self, now: Timestamp) -> Result<usize> {
        let now = instant(now);
        self.change(|connection| {
            Ok(
                diesel::delete(session::table.filter(session::expires.le(&now)))
                    .execute(connection)?,
            )
        })
    }
}

pub(crate) fn close_all(
    connection: &mut AnyConnection,
    body: &str,
    of: i64,
    kept: Option<&str>,
) -> Result<usize> {
    // No digest is empty.
    Ok(diesel::delete(
        session::table
            .filter(session::body.eq(body).and(session::account.eq(of)))
            .filter(session::digest.ne(kept.unwrap_or_default())),
    )
    .execute(connection)?)
}
