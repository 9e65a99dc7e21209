//! How many changes of a record are confirmed in a second, beside what the database itself does
//! with durable transactions of one row in the same run: `cargo bench -p traguardo-store`.

use std::error::Error;
use std::fs::{self, File};
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use jiff::Timestamp;
use store::{Author, Change, Store};

/// Transactions in a round; the rounds of both sides take turns.
const TRANSACTIONS: u32 = 500;
const ROUNDS: usize = 7;

/// The table of the bare transactions.
const BARE: &str = "CREATE TABLE bare (id BIGINT PRIMARY KEY, said TEXT NOT NULL)";
const SAID: &str = "il valore di un indicatore";

mod schema {
    #![allow(missing_docs, reason = "made by a macro")]
    diesel::table! {
        bare (id) {
            id -> BigInt,
            said -> Text,
        }
    }
}
use schema::bare;

type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> Outcome<()> {
    let folder = tempfile::tempdir()?;
    let place = folder.path().to_str().ok_or("a folder in UTF-8")?;
    let mut bare = SqliteConnection::establish(&format!("{place}/bare.db"))?;
    bare.batch_execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")?;
    bare.batch_execute(BARE)?;
    compare("SQLite", place, &mut |row| {
        let row = (bare::id.eq(row), bare::said.eq(SAID));
        diesel::insert_into(bare::table)
            .values(row)
            .execute(&mut bare)
    })?;

    let server = folder.path().join("postgres");
    fs::create_dir(&server)?;
    fs::set_permissions(
        folder.path(),
        std::os::unix::fs::PermissionsExt::from_mode(0o755),
    )?;
    // Held until the end: then the server stops by itself.
    let users = File::create(server.join("users"))?;
    users.lock_shared()?;
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/postgres");
    if !Command::new(&script)
        .arg("start")
        .arg(&server)
        .status()?
        .success()
    {
        return Err("PostgreSQL does not start".into());
    }
    let socket = server.join("socket");
    let socket = socket
        .to_str()
        .ok_or("a folder in UTF-8")?
        .replace('/', "%2F");
    let place = format!("postgres://postgres@{socket}/postgres");
    let mut bare = PgConnection::establish(&place)?;
    bare.batch_execute(BARE)?;
    let outcome = compare("PostgreSQL", &place, &mut |row| {
        let row = (bare::id.eq(row), bare::said.eq(SAID));
        diesel::insert_into(bare::table)
            .values(row)
            .execute(&mut bare)
    });
    Command::new(&script).arg("stop").arg(&server).status()?;
    outcome
}

/// The median of several rounds of each, taking turns.
fn compare(
    name: &str,
    place: &str,
    bare: &mut dyn FnMut(i64) -> QueryResult<usize>,
) -> Outcome<()> {
    let store = Store::open(place)?;
    let author = Author {
        account: None,
        name: "ufficio",
        now: Timestamp::UNIX_EPOCH,
        reason: None,
    };
    store.add_body("ente", "Ente", &author)?;
    let records = vec![("indicator".to_owned(), r#"{"n":"0"}"#.to_owned()); 100];
    let (plan, _) = store.add_plan("ente", "Piano", 2025, &records, &author)?;
    let (mut ceiling, mut ours) = (Vec::new(), Vec::new());
    let mut row = 0_i64;
    for round in 0..ROUNDS {
        let begun = Instant::now();
        for _ in 0..TRANSACTIONS {
            row += 1;
            bare(row)?;
        }
        ceiling.push(begun.elapsed());
        let begun = Instant::now();
        for n in 0..TRANSACTIONS {
            let change = Change::Set {
                record: i64::from(n % 100) + 1,
                field: format!("results.{round}-{n}"),
                before: None,
                after: Some("\"1\"".to_owned()),
            };
            store.apply("ente", plan, &[change], &author)?;
        }
        ours.push(begun.elapsed());
    }
    ceiling.sort();
    ours.sort();
    // Whole transactions a second.
    let rate = |rounds: &[std::time::Duration]| {
        u128::from(TRANSACTIONS) * 1_000_000_000 / rounds[ROUNDS / 2].as_nanos()
    };
    let (ceiling, ours) = (rate(&ceiling), rate(&ours));
    println!(
        "{name}: {ours} changes/s, {ceiling} bare one-row transactions/s: {} %",
        ours * 100 / ceiling
    );
    Ok(())
}
