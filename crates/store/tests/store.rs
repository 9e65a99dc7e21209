//! The store, every case on both databases: a real PostgreSQL is started for it, and the suite
//! fails where it cannot be.

mod database;

#[path = "cases/accounts.rs"]
mod accounts;
#[path = "cases/audit.rs"]
mod audit;
#[path = "cases/backup.rs"]
mod backup;
#[path = "cases/campaigns.rs"]
mod campaigns;
#[path = "cases/crash.rs"]
mod crash;
#[path = "cases/files.rs"]
mod files;
#[path = "cases/opening.rs"]
mod opening;
#[path = "cases/plans.rs"]
mod plans;
#[path = "cases/together.rs"]
mod together;
