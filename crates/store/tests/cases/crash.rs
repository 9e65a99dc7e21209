//! A program killed while it writes: nothing confirmed is lost, nothing half done is visible.

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use store::{Change, Store};

use crate::database::{Database, author, with_body};
use crate::on_both;

/// Tells the test that it is the program to be killed, and where to write.
const PLACE: &str = "TRAGUARDO_WRITES_TO";

/// How often each database sees its program killed.
const KILLS: &str = "TRAGUARDO_KILLS";

/// The number that both records hold: a batch writes it to one and the other.
fn written(store: &Store, plan: i64) -> u64 {
    let (head, records) = store.load("ente", plan).expect("the plan");
    let numbers: Vec<u64> = records
        .iter()
        .map(|record| {
            let digits: String = record.fields.chars().filter(char::is_ascii_digit).collect();
            digits.parse().expect("a number")
        })
        .collect();
    assert_eq!(numbers.len(), 2);
    assert_eq!(numbers[0], numbers[1], "half a batch");
    assert_eq!(head.revision, 1 + i64::try_from(numbers[0]).expect("small"));
    numbers[0]
}

/// Writes one number after the other and says so, until it is killed.
fn write(place: &str) {
    let store = Store::open(place).expect("the store opens");
    let plan = store.plans("ente").expect("plans")[0].id;
    let mut number = written(&store, plan);
    let mut out = std::io::stdout();
    loop {
        let change = |record| Change::Set {
            record,
            field: "n".to_owned(),
            before: Some(format!("\"{number}\"")),
            after: Some(format!("\"{}\"", number + 1)),
        };
        store
            .apply("ente", plan, &[change(1), change(2)], &author("a", 2))
            .expect("a change");
        number += 1;
        writeln!(out, "confirmed {number}").expect("somebody listens");
        out.flush().expect("somebody listens");
    }
}

fn killed(database: &Database, case: &str) {
    if let Ok(place) = std::env::var(PLACE) {
        return write(&place);
    }
    let store = with_body(database, "ente");
    let records = vec![("area".to_owned(), r#"{"n":"0"}"#.to_owned()); 2];
    let (plan, _) = store
        .add_plan("ente", "Piano", 2025, &records, &author("a", 1))
        .expect("a plan");
    let kills: u32 = match std::env::var(KILLS) {
        Ok(count) => count.parse().expect("a number"),
        Err(_) => 20,
    };
    let mut random = 0x2545_f491_4f6c_dd1d_u64;
    let mut last = 0;
    for _ in 0..kills {
        let mut child = Command::new(std::env::current_exe().expect("this program"))
            .args(["--exact", case, "--nocapture"])
            .env(PLACE, &database.place)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the writer starts");
        let mut said = BufReader::new(child.stdout.take().expect("its output")).lines();
        let mut confirmed = last;
        let mut hear = |line: Option<std::io::Result<String>>| {
            let Some(Ok(line)) = line else { return false };
            if let Some(number) = line.strip_prefix("confirmed ") {
                confirmed = number.parse().expect("a number");
            }
            true
        };
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        let lines = 4 + random % 40;
        for _ in 0..lines {
            assert!(hear(said.next()), "the writer ended by itself");
        }
        // Somewhere in the middle of the next ones.
        let (begun, wait) = (Instant::now(), Duration::from_micros(random % 3000));
        while begun.elapsed() < wait {
            std::hint::spin_loop();
        }
        child.kill().expect("it is killed");
        child.wait().expect("it is gone");
        while hear(said.next()) {}
        // What PostgreSQL was still doing for the one that was killed ends before this writes.
        store
            .rename_body("ente", "Ente", &author("a", 3))
            .expect("others go on");
        let now = written(&store, plan);
        assert!(
            now == confirmed || now == confirmed + 1,
            "confirmed {confirmed}, found {now}"
        );
        assert!(now > last, "nothing was written");
        last = now;
        assert_eq!(store.verify("ente").expect("it verifies").flaw, None);
    }
}

on_both! {
    /// Killed at any moment.
    fn killed_while_writing(database) {
        let kind = if database.is_sqlite() { "sqlite" } else { "postgres" };
        killed(database, &format!("crash::{kind}::killed_while_writing"));
    }
}
