//! What a body keeps between one day and the next: its plans as records, its people, campaigns,
//! evidence and documents, and the chained log of every change. On SQLite or on PostgreSQL, with
//! one text for each query.
//!
//! The store does not know what a plan means: a plan is a list of [`Record`]s, and an edit is a
//! [`Change`] of one field of one record. Calls are synchronous and may come from any thread.

mod accounts;
mod attempts;
mod audit;
mod backup;
mod bodies;
mod campaigns;
mod connection;
mod documents;
mod drafts;
mod error;
mod evidence;
mod fields;
mod mail;
mod migrations;
mod plans;
mod remarks;
mod schema;
mod sessions;
mod snapshot;
mod together;
mod transaction;

pub use accounts::{Account, AccountDetails, Grant, NewGrant};
pub use attempts::{Attempt, Throttle};
pub use audit::{AuditEntry, AuditFilter, Flaw, FlawKind, Verdict};
pub use backup::{BackupSummary, TableSummary, check_backup};
pub use bodies::Body;
pub use campaigns::{Campaign, Entry, NewEntry, Proofs, Step};
pub use documents::{Document, LOGO, NewDocument};
pub use drafts::Draft;
pub use error::{Conflict, Error, Result};
pub use evidence::{Evidence, NewEvidence};
pub use mail::SentMail;
pub use plans::{Applied, Change, Plan, Record};
pub use remarks::{NewRemark, Remark};
pub use sessions::{NewSession, Session};
pub use snapshot::Snapshot;
pub use transaction::{Author, Store, instant};
