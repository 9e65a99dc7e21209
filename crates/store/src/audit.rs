//! The log of every change: entries that are only ever added, each with the digest of the one
//! before, and the end of the chain in a row of its own, so that a cut tail shows.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::connection::{AnyConnection, insert_all};
use crate::error::{Error, Result};
use crate::schema::{audit, body, chain};
use crate::transaction::Store;

/// How many rows are read or written at a time: below what a statement may bind.
pub(crate) const PORTION: usize = 1000;

/// One change, as logged.
#[derive(
    Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable, Serialize, Deserialize,
)]
#[diesel(table_name = audit, treat_none_as_default_value = false)]
pub struct AuditEntry {
    /// The body.
    pub body: String,
    /// The place in the chain, from 1.
    pub number: i64,
    /// What was changed together has the number of the first entry of it.
    pub batch: i64,
    /// When.
    pub at: String,
    /// Whose account; none for the command line.
    pub account: Option<i64>,
    /// The name of who did it, at that moment.
    pub author: String,
    /// What was done: a token such as `record-set`.
    pub action: String,
    /// The plan it was done to.
    pub plan: Option<i64>,
    /// The record of the plan, or the thing that the action names.
    pub record: Option<i64>,
    /// The field.
    pub field: Option<String>,
    /// What stood there.
    pub before: Option<String>,
    /// What stands there since.
    pub after: Option<String>,
    /// The reason, where one was given.
    pub reason: Option<String>,
    /// The digest of the entry before; empty for the first.
    pub previous: String,
    /// The digest of all of the above.
    pub digest: String,
}

/// What an entry says beside who and when.
#[derive(Default)]
pub(crate) struct Note {
    pub(crate) plan: Option<i64>,
    pub(crate) record: Option<i64>,
    pub(crate) field: Option<String>,
    pub(crate) before: Option<String>,
    pub(crate) after: Option<String>,
}

/// The end of a chain.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Link {
    pub(crate) number: i64,
    pub(crate) digest: String,
}

/// Which entries a page shows.
#[derive(Clone, Debug, Default)]
pub struct AuditFilter {
    /// Of this account.
    pub account: Option<i64>,
    /// Of whoever has this name.
    pub author: Option<String>,
    /// Not before this moment (as stored).
    pub from: Option<String>,
    /// Before this moment.
    pub until: Option<String>,
    /// Of this plan.
    pub plan: Option<i64>,
    /// Of this record.
    pub record: Option<i64>,
    /// With this action.
    pub action: Option<String>,
    /// Of this batch.
    pub batch: Option<i64>,
    /// Only entries with a smaller number: the last number of the page before.
    pub below: Option<i64>,
}

/// What is wrong with an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FlawKind {
    /// Its digest is not that of its columns.
    Altered,
    /// It is not there.
    Missing,
    /// It is whole, but does not follow the one before it.
    OutOfOrder,
    /// The chain ends before it.
    CutOff,
    /// It stands after the end of the chain.
    BeyondEnd,
}

/// The first flaw of a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// The number of the entry.
    pub number: i64,
    /// What is wrong with it.
    pub kind: FlawKind,
}

/// What looking through a chain found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// How many entries were found to be as written, from the first.
    pub verified: i64,
    /// The digest of the last of them: who keeps it elsewhere can tell later that nothing was cut
    /// off, whatever was done to the database.
    pub digest: String,
    /// The first that is not.
    pub flaw: Option<Flaw>,
}

impl AuditEntry {
    /// The digest over all other columns, each with its length: nothing can slide from one into
    /// the next.
    pub(crate) fn computed_digest(&self) -> String {
        let mut hash = Sha256::new();
        let mut add = |text: Option<&str>| match text {
            None => hash.update([0]),
            Some(text) => {
                hash.update([1]);
                hash.update((text.len() as u64).to_be_bytes());
                hash.update(text.as_bytes());
            }
        };
        let number = |n: Option<i64>| n.map(|n| n.to_string());
        add(Some(&self.body));
        add(Some(&self.number.to_string()));
        add(Some(&self.batch.to_string()));
        add(Some(&self.at));
        add(number(self.account).as_deref());
        add(Some(&self.author));
        add(Some(&self.action));
        add(number(self.plan).as_deref());
        add(number(self.record).as_deref());
        add(self.field.as_deref());
        add(self.before.as_deref());
        add(self.after.as_deref());
        add(self.reason.as_deref());
        add(Some(&self.previous));
        hex(&hash.finalize())
    }
}

/// Bytes as small hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        text.push(char::from(DIGITS[usize::from(byte >> 4)]));
        text.push(char::from(DIGITS[usize::from(byte & 15)]));
    }
    text
}

/// The digest of some bytes, as hexadecimal digits.
pub(crate) fn digest_of(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

pub(crate) fn append(connection: &mut AnyConnection, entries: &[AuditEntry]) -> Result<()> {
    // One row alone is a statement that is prepared once.
    if let [entry] = entries {
        diesel::insert_into(audit::table)
            .values(entry)
            .execute(connection)?;
        return Ok(());
    }
    for portion in entries.chunks(PORTION) {
        insert_all!(&mut *connection, audit::table, portion)?;
    }
    Ok(())
}

/// Looks through the chain of a body, inside a transaction.
pub(crate) fn verify(connection: &mut AnyConnection, of: &str) -> Result<Verdict> {
    body::table
        .find(of)
        .select(body::id)
        .first::<String>(connection)
        .optional()?
        .ok_or(Error::NotFound("body"))?;
    let (last, end) = chain::table
        .find(of)
        .select((chain::number, chain::digest))
        .first::<(i64, String)>(connection)
        .optional()?
        .unwrap_or_default();
    let mut verdict = Verdict {
        verified: 0,
        digest: String::new(),
        flaw: None,
    };
    loop {
        let portion: Vec<AuditEntry> = audit::table
            .filter(audit::body.eq(of).and(audit::number.gt(verdict.verified)))
            .order(audit::number)
            .limit(PORTION as i64)
            .select(AuditEntry::as_select())
            .load(connection)?;
        if portion.is_empty() {
            break;
        }
        for entry in portion {
            let due = verdict.verified + 1;
            let (number, kind) = if due > last {
                (entry.number, FlawKind::BeyondEnd)
            } else if entry.number != due {
                (due, FlawKind::Missing)
            } else if entry.computed_digest() != entry.digest {
                (due, FlawKind::Altered)
            } else if entry.previous != verdict.digest {
                (due, FlawKind::OutOfOrder)
            } else {
                verdict.verified = due;
                verdict.digest = entry.digest;
                continue;
            };
            verdict.flaw = Some(Flaw { number, kind });
            return Ok(verdict);
        }
    }
    // The first entry of every body tells how it came here.
    if verdict.verified < last.max(1) {
        let number = verdict.verified + 1;
        let kind = FlawKind::CutOff;
        verdict.flaw = Some(Flaw { number, kind });
    } else if verdict.digest != end {
        let (number, kind) = (verdict.verified, FlawKind::Altered);
        verdict.flaw = Some(Flaw { number, kind });
    }
    Ok(verdict)
}

impl Store {
    /// Looks through the whole chain of a body.
    pub fn verify(&self, body: &str) -> Result<Verdict> {
        self.look(|connection| verify(connection, body))
    }

    /// Entries of the log, the newest first.
    pub fn audit(&self, body: &str, filter: &AuditFilter, limit: i64) -> Result<Vec<AuditEntry>> {
        self.read(|connection| {
            let mut query = audit::table
                .filter(audit::body.eq(body))
                .order(audit::number.desc())
                .limit(limit)
                .select(AuditEntry::as_select())
                .into_boxed();
            if let Some(account) = filter.account {
                query = query.filter(audit::account.eq(account));
            }
            if let Some(author) = &filter.author {
                query = query.filter(audit::author.eq(author));
            }
            if let Some(from) = &filter.from {
                query = query.filter(audit::at.ge(from));
            }
            if let Some(until) = &filter.until {
                query = query.filter(audit::at.lt(until));
            }
            if let Some(plan) = filter.plan {
                query = query.filter(audit::plan.eq(plan));
            }
            if let Some(record) = filter.record {
                query = query.filter(audit::record.eq(record));
            }
            if let Some(action) = &filter.action {
                query = query.filter(audit::action.eq(action));
            }
            if let Some(batch) = filter.batch {
                query = query.filter(audit::batch.eq(batch));
            }
            if let Some(below) = filter.below {
                query = query.filter(audit::number.lt(below));
            }
            Ok(query.load(connection)?)
        })
    }
}
