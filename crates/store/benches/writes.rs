//! How many changes of a record are confirmed in a second, beside what the database itself does
//! with durable transactions of one row in the same run: `cargo bench -p traguardo-store`.

use std::error::Error;
use std::fs::{self, File};
use std::path::Path;
use std::process::Command;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use jiff::Timestamp;
use store::{Author, Change, Store};

/// Transactions in a round; the rounds of both sides take turns.
const TRANSACTIONS: u32 = 800;
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

/// Writers at once: the threads on which a server runs its pages.
const WRITERS: [u32; 2] = [1, 8];

fn main() -> Outcome<()> {
    let folder = tempfile::tempdir()?;
    let place = folder.path().to_str().ok_or("a folder in UTF-8")?;
    let file = format!("{place}/bare.db");
    // Who writes by turns does not wait for a lock by asking for it again and again: this is what
    // SQLite does at its best.
    let turns = Mutex::new(());
    let open = || -> Outcome<SqliteConnection> {
        let mut bare = SqliteConnection::establish(&file)?;
        bare.batch_execute(
            "PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL",
        )?;
        Ok(bare)
    };
    open()?.batch_execute(BARE)?;
    compare("SQLite", place, &|row, connection: &mut Option<_>| {
        let connection = match connection {
            Some(connection) => connection,
            None => connection.insert(open()?),
        };
        let _turn = turns.lock().map_err(|_| "a writer failed")?;
        let row = (bare::id.eq(row), bare::said.eq(SAID));
        diesel::insert_into(bare::table)
            .values(row)
            .execute(connection)?;
        Ok(())
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
    PgConnection::establish(&place)?.batch_execute(BARE)?;
    let outcome = compare("PostgreSQL", &place, &|row, connection: &mut Option<_>| {
        let connection = match connection {
            Some(connection) => connection,
            None => connection.insert(PgConnection::establish(&place)?),
        };
        let row = (bare::id.eq(row), bare::said.eq(SAID));
        diesel::insert_into(bare::table)
            .values(row)
            .execute(connection)?;
        Ok(())
    });
    Command::new(&script).arg("stop").arg(&server).status()?;
    outcome
}

/// Writes one row in a transaction of its own, on a connection that stays open.
type Bare<'b, C> = &'b (dyn Fn(i64, &mut Option<C>) -> Outcome<()> + Sync);

/// The median of several rounds of each, taking turns.
fn compare<C: Send>(name: &str, place: &str, bare: Bare<'_, C>) -> Outcome<()> {
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
    let rows = AtomicI64::new(0);
    for writers in WRITERS {
        let mut connections: Vec<Option<C>> = (0..writers).map(|_| None).collect();
        let (mut ceiling, mut ours) = (Vec::new(), Vec::new());
        for round in 0..ROUNDS {
            ceiling.push(timed(&mut connections, |_, connection| {
                for _ in 0..TRANSACTIONS / writers {
                    bare(rows.fetch_add(1, Ordering::Relaxed), connection)?;
                }
                Ok(())
            })?);
            let mut numbers: Vec<u32> = (0..writers).collect();
            ours.push(timed(&mut numbers, |writer, _| {
                for n in 0..TRANSACTIONS / writers {
                    let change = Change::Set {
                        record: i64::from((n * writers + writer) % 100) + 1,
                        field: format!("results.{writers}-{round}-{writer}-{n}"),
                        before: None,
                        after: Some("\"1\"".to_owned()),
                    };
                    store.apply("ente", plan, &[change], &author)?;
                }
                Ok(())
            })?);
        }
        ceiling.sort();
        ours.sort();
        // Whole transactions a second.
        let done = u128::from(TRANSACTIONS / writers * writers);
        let rate = |rounds: &[Duration]| done * 1_000_000_000 / rounds[ROUNDS / 2].as_nanos();
        let (ceiling, ours) = (rate(&ceiling), rate(&ours));
        println!(
            "{name}, {writers} at once: {ours} changes/s, {ceiling} bare one-row transactions/s: {} %",
            ours * 100 / ceiling
        );
    }
    Ok(())
}

/// How long it takes until each of some writers, all begun at once, has done its work.
fn timed<T: Send>(
    writers: &mut [T],
    work: impl Fn(u32, &mut T) -> Outcome<()> + Sync,
) -> Outcome<Duration> {
    let begun = Instant::now();
    let failed = AtomicBool::new(false);
    std::thread::scope(|scope| {
        for (number, writer) in (0..).zip(writers) {
            let (work, failed) = (&work, &failed);
            scope.spawn(move || {
                if let Err(error) = work(number, writer) {
                    eprintln!("a writer: {error}");
                    failed.store(true, Ordering::Relaxed);
                }
            });
        }
    });
    if failed.into_inner() {
        return Err("a writer failed".into());
    }
    Ok(begun.elapsed())
}
