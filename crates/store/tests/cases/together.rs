//! Many who change one plan at the same time: what is confirmed together stays each one's own.

use std::collections::BTreeSet;

use store::{Applied, Change, Error, Result, Store};

use crate::database::{Server, author, with_body};
use crate::on_both;

const WRITERS: i64 = 8;
const CHANGES: i64 = 12;

fn set(record: i64, before: Option<String>, after: String) -> Change {
    Change::Set {
        record,
        field: "note".to_owned(),
        before,
        after: Some(after),
    }
}

fn note(writer: i64, n: i64) -> String {
    format!("\"{writer}-{n}\"")
}

/// Every writer does its work at the same time; what became of it.
fn at_once<T: Send>(work: impl Fn(i64) -> T + Sync) -> Vec<T> {
    std::thread::scope(|scope| {
        let writers: Vec<_> = (1..=WRITERS)
            .map(|writer| {
                scope.spawn({
                    let work = &work;
                    move || work(writer)
                })
            })
            .collect();
        writers
            .into_iter()
            .map(|writer| writer.join().expect("a writer"))
            .collect()
    })
}

on_both! {
    /// Each keeps its author, its batch and its revision, and can be undone by itself.
    fn each_keeps_its_batch(database) {
        let store = with_body(database, "ente");
        let records = vec![("indicator".to_owned(), "{}".to_owned()); WRITERS as usize];
        let (plan, _) = store.add_plan("ente", "Piano", 2025, &records, &author("ufficio", 1)).unwrap();
        let made: Vec<Vec<Applied>> = at_once(|writer| {
            let name = format!("persona {writer}");
            (0..CHANGES).map(|n| {
                let before = (n > 0).then(|| note(writer, n - 1));
                let change = set(writer, before, note(writer, n));
                store.apply("ente", plan, &[change], &author(&name, 2)).expect("a change")
            }).collect()
        });
        let batches: BTreeSet<i64> = made.iter().flatten().filter_map(|one| one.batch).collect();
        let revisions: BTreeSet<i64> = made.iter().flatten().map(|one| one.revision).collect();
        let all = WRITERS * CHANGES;
        assert_eq!(batches.len() as i64, all);
        assert_eq!(revisions, (2..2 + all).collect());
        assert_eq!(store.revision("ente", plan).unwrap(), 1 + all);
        assert_eq!(store.verify("ente").unwrap().flaw, None);
        for (writer, made) in (1..=WRITERS).zip(&made) {
            let last = made.last().and_then(|one| one.batch).expect("a batch");
            let filter = store::AuditFilter { batch: Some(last), ..Default::default() };
            let entries = store.audit("ente", &filter, 10).unwrap();
            assert_eq!(entries.len(), 1);
            assert_eq!(entries[0].author, format!("persona {writer}"));
            assert_eq!(entries[0].after, Some(note(writer, CHANGES - 1)));
            store.undo("ente", last, &author("ufficio", 3)).unwrap();
        }
        let (_, records) = store.load("ente", plan).unwrap();
        for (record, writer) in records.iter().zip(1..) {
            assert_eq!(record.fields, format!("{{\"note\":{}}}", note(writer, CHANGES - 2)));
        }
    }

    /// Of those who write the same field from the same beginning one is confirmed, and each of the
    /// others learns what stands there; a record that does not exist is the matter of one alone.
    fn each_is_refused_by_itself(database) {
        let store = with_body(database, "ente");
        let records = vec![("indicator".to_owned(), "{}".to_owned()); WRITERS as usize];
        let (plan, _) = store.add_plan("ente", "Piano", 2025, &records, &author("ufficio", 1)).unwrap();
        for round in 0..CHANGES {
            let (_, records) = store.load("ente", plan).unwrap();
            let fields: serde_json::Value = serde_json::from_str(&records[0].fields).unwrap();
            let before = fields.get("note").map(ToString::to_string);
            let made: Vec<Result<Applied>> = at_once(|writer| {
                let after = note(writer, round);
                let change = match writer {
                    WRITERS => set(999, None, after),
                    _ => set(1, before.clone(), after),
                };
                store.apply("ente", plan, &[change], &author("persona", 2))
            });
            let confirmed = made.iter().filter(|one| one.is_ok()).count();
            assert_eq!(confirmed, 1, "{made:?}");
            for one in made {
                if let Err(error) = one {
                    assert!(matches!(error, Error::Conflict(_)), "{error}");
                }
            }
        }
        assert_eq!(store.verify("ente").unwrap().flaw, None);
        assert_eq!(store.revision("ente", plan).unwrap(), 1 + CHANGES);
    }

    /// Whoever changes more than a field (adds, removes, moves) may be confirmed with others too.
    fn records_come_and_go_together(database) {
        let store = with_body(database, "ente");
        let (plan, _) = store.add_plan("ente", "Piano", 2025, &[], &author("ufficio", 1)).unwrap();
        let added: Vec<Vec<i64>> = at_once(|writer| {
            let change = |change: Change| {
                store.apply("ente", plan, &[change], &author("persona", 2)).expect("a change").added
            };
            (0..CHANGES).map(|n| {
                let fields = format!("{{\"note\":{}}}", note(writer, n));
                let kind = "indicator".to_owned();
                let position = (n % 2 == 0).then_some(1);
                let id = change(Change::Add { kind, position, fields })[0];
                change(set(id, Some(note(writer, n)), note(writer, n + 100)));
                if n % 3 == 0 {
                    change(Change::Remove { record: id, fields: None });
                }
                id
            }).collect()
        });
        let ids: BTreeSet<i64> = added.iter().flatten().copied().collect();
        assert_eq!(ids, (1..=WRITERS * CHANGES).collect());
        let (_, records) = store.load("ente", plan).unwrap();
        assert_eq!(records.len() as i64, WRITERS * CHANGES * 2 / 3);
        let places: BTreeSet<i64> = records.iter().map(|record| record.position).collect();
        assert_eq!(places.len(), records.len(), "no two in one place");
        for (writer, ids) in (1..).zip(&added) {
            for (n, id) in (0..).zip(ids) {
                let found = records.iter().find(|record| record.id == *id);
                let expected = (n % 3 != 0).then(|| format!("{{\"note\":{}}}", note(writer, n + 100)));
                assert_eq!(found.map(|record| record.fields.clone()), expected);
            }
        }
        assert_eq!(store.verify("ente").unwrap().flaw, None);
    }

    /// A mark of what the database holds tells of every write, from wherever.
    fn a_snapshot_tells_of_every_write(database) {
        let (store, other) = (with_body(database, "ente"), database.store());
        let mut before = store.snapshot().unwrap();
        for (n, writer) in [&store, &other, &other, &store].into_iter().enumerate() {
            writer.rename_body("ente", &format!("Ente {n}"), &author("ufficio", 2)).unwrap();
            let after = store.snapshot().unwrap();
            assert_ne!(after, before);
            before = after;
        }
    }
}

/// As long as nobody writes it stays the same. (On PostgreSQL alone on its server: whoever writes
/// there, to whichever database, changes it.)
#[test]
fn a_snapshot_stays_while_nobody_writes() {
    let folder = tempfile::tempdir().expect("a folder");
    let readable = std::os::unix::fs::PermissionsExt::from_mode(0o755);
    std::fs::set_permissions(folder.path(), readable).expect("the server may look in");
    let server = Server::alone(folder.path());
    let data = tempfile::tempdir().expect("a folder");
    let data = data.path().to_str().expect("UTF-8").to_owned();
    for place in [server.address("postgres"), data] {
        let store = Store::open(&place).expect("it opens");
        store
            .add_body("ente", "Ente", &author("a", 1))
            .expect("a body");
        let looks: Vec<_> = (0..5)
            .map(|_| {
                store.bodies().expect("the bodies");
                store.snapshot().expect("a snapshot")
            })
            .collect();
        // PostgreSQL itself may write something of its own once in a while.
        assert!(looks.windows(2).any(|two| two[0] == two[1]));
    }
    server.stop();
}
