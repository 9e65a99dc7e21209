//! The tables are made and changed by migrations of one name on both databases.

use diesel::connection::SimpleConnection;
use diesel::migration::Migration;
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use crate::connection::AnyConnection;
use crate::error::{Error, Result};

const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("migrations/postgres");

/// Two programs that start at once on one server wait here for each other.
const LOCK: i64 = 0x7472_6167_7561;

/// Brings the tables up to date; refuses a database that knows more than this program.
pub(crate) fn run(connection: &mut AnyConnection) -> Result<()> {
    match connection {
        AnyConnection::Sqlite(sqlite) => pending(sqlite, SQLITE),
        AnyConnection::Postgresql(postgres) => {
            postgres.batch_execute(&format!("SELECT pg_advisory_lock({LOCK})"))?;
            let done = pending(postgres, POSTGRES);
            postgres.batch_execute(&format!("SELECT pg_advisory_unlock({LOCK})"))?;
            done
        }
    }
}

/// The version of the newest migration that this program knows.
pub(crate) fn newest() -> String {
    use diesel::migration::MigrationSource;
    MigrationSource::<diesel::sqlite::Sqlite>::migrations(&SQLITE)
        .ok()
        .and_then(|all| all.iter().map(|m| m.name().version().to_string()).max())
        .unwrap_or_default()
}

fn pending<DB, C>(connection: &mut C, source: EmbeddedMigrations) -> Result<()>
where
    DB: diesel::backend::Backend,
    C: MigrationHarness<DB>,
{
    let said = |error: Box<dyn std::error::Error + Send + Sync>| match error
        .downcast::<diesel::result::Error>()
    {
        Ok(sql) => Error::from(*sql),
        Err(other) => Error::Gone(other.to_string()),
    };
    let known = newest();
    let found = connection
        .applied_migrations()
        .map_err(said)?
        .iter()
        .map(ToString::to_string)
        .max();
    if let Some(found) = found.filter(|found| *found > known) {
        return Err(Error::Newer { found, known });
    }
    connection.run_pending_migrations(source).map_err(said)?;
    Ok(())
}
