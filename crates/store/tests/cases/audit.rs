//! The log: what it tells, and that no tampering goes unnoticed.

use store::{AuditFilter, Author, Change, Flaw, FlawKind, Store};

use crate::database::{Database, author, moment, with_body};
use crate::on_both;

/// A body with ten entries: itself, a plan, two records, six changes.
fn ten(database: &Database) -> Store {
    let store = with_body(database, "ente");
    let records = vec![("area".to_owned(), "{}".to_owned()); 2];
    let (plan, _) = store
        .add_plan("ente", "Piano", 2025, &records, &author("ufficio", 1))
        .expect("a plan");
    let mut before = None;
    for n in 0..6 {
        let after = Some(format!("\"{n}\""));
        let change = Change::Set {
            record: 1,
            field: "n".to_owned(),
            before: before.clone(),
            after: after.clone(),
        };
        let author = Author {
            account: Some(n),
            name: "ufficio",
            now: moment(10 + n),
            reason: Some("prova"),
        };
        store
            .apply("ente", plan, &[change], &author)
            .expect("a change");
        before = after;
    }
    let whole = store.verify("ente").expect("it verifies");
    assert_eq!((whole.verified, whole.flaw), (10, None));
    store
}

/// Takes the guards away and does something to the log.
fn tamper(database: &Database, sql: &str) {
    let drop = if database.is_sqlite() {
        "DROP TRIGGER audit_is_not_updated; DROP TRIGGER audit_is_not_deleted;"
    } else {
        "DROP TRIGGER audit_is_not_updated ON audit;"
    };
    database.raw(drop).expect("the guards go");
    database.raw(sql).expect("it is done");
}

fn flaw(store: &Store) -> Option<(i64, FlawKind)> {
    let verdict = store.verify("ente").expect("it verifies");
    verdict.flaw.map(|Flaw { number, kind }| (number, kind))
}

on_both! {
    /// Each column is covered by the digest.
    fn altered_columns_are_found(database) {
        let store = ten(database);
        tamper(database, "CREATE TABLE kept AS SELECT * FROM audit WHERE number = 7");
        for change in [
            "batch = 6", "at = '2026-01-01T00:00:14.001Z'", "account = NULL", "account = 4",
            "author = 'altri'", "action = 'record-add'", "plan = 2", "record = 2",
            "field = 'm'", "field = NULL", "before = NULL", "after = '\"9\"'", "after = ''",
            "reason = NULL", "reason = 'prova '", "previous = digest", "digest = previous",
            // Letters that slide from one column into the next.
            "author = 'uffici', action = 'orecord-set'",
        ] {
            database.raw(&format!("UPDATE audit SET {change} WHERE number = 7")).unwrap();
            assert_eq!(flaw(&store), Some((7, FlawKind::Altered)), "{change}");
            database.raw("DELETE FROM audit WHERE number = 7; INSERT INTO audit SELECT * FROM kept;").unwrap();
            assert_eq!(flaw(&store), None, "{change}");
        }
    }

    /// An entry that is gone, at either end or inside.
    fn missing_entries_are_found(database) {
        let store = ten(database);
        tamper(database, "CREATE TABLE kept AS SELECT * FROM audit");
        for number in [1, 5, 9] {
            database.raw(&format!("DELETE FROM audit WHERE number = {number}")).unwrap();
            assert_eq!(flaw(&store), Some((number, FlawKind::Missing)));
            database.raw(&format!("INSERT INTO audit SELECT * FROM kept WHERE number = {number}")).unwrap();
        }
        database.raw("DELETE FROM audit WHERE number >= 9").unwrap();
        assert_eq!(flaw(&store), Some((9, FlawKind::CutOff)));
        database.raw("DELETE FROM audit").unwrap();
        assert_eq!(flaw(&store), Some((1, FlawKind::CutOff)));
        database.raw("UPDATE chain SET number = 0, digest = ''").unwrap();
        assert_eq!(flaw(&store), Some((1, FlawKind::CutOff)), "a body begins with an entry");
        database.raw("DELETE FROM chain").unwrap();
        assert_eq!(flaw(&store), Some((1, FlawKind::CutOff)));
    }

    /// Entries that changed places, or were put in.
    fn reordered_entries_are_found(database) {
        let store = ten(database);
        tamper(
            database,
            "UPDATE audit SET number = 100 WHERE number = 6;
             UPDATE audit SET number = 6 WHERE number = 7;
             UPDATE audit SET number = 7 WHERE number = 100;",
        );
        assert_eq!(flaw(&store), Some((6, FlawKind::Altered)));
        database
            .raw(
                "UPDATE audit SET number = 100 WHERE number = 6;
                 UPDATE audit SET number = 6 WHERE number = 7;
                 UPDATE audit SET number = 7 WHERE number = 100;
                 INSERT INTO audit SELECT body, 11, batch, at, account, author, action, plan,
                    record, field, before, after, reason, previous, digest
                    FROM audit WHERE number = 10;",
            )
            .unwrap();
        assert_eq!(flaw(&store), Some((11, FlawKind::BeyondEnd)));
    }

    /// The tail cut off, and the end of the chain moved back to fit, shows by the digest of a
    /// later entry, or of a copy of the end kept elsewhere.
    fn end_of_chain_is_covered(database) {
        let store = ten(database);
        let end = store.verify("ente").unwrap();
        tamper(database, "UPDATE chain SET digest = (SELECT digest FROM audit WHERE number = 9)");
        assert_eq!(flaw(&store), Some((10, FlawKind::Altered)));
        database
            .raw(
                "DELETE FROM audit WHERE number = 10;
                 UPDATE chain SET number = 9;",
            )
            .unwrap();
        let shorter = store.verify("ente").unwrap();
        assert_eq!(shorter.flaw, None);
        assert_ne!((shorter.verified, &shorter.digest), (end.verified, &end.digest));
    }

    /// Neither database lets anybody change an entry.
    fn entries_are_guarded(database) {
        let store = ten(database);
        for sql in [
            "UPDATE audit SET author = 'x' WHERE number = 1",
            "DELETE FROM audit WHERE number = 10",
            "DELETE FROM audit",
        ] {
            assert!(database.raw(sql).is_err(), "{sql}");
        }
        if !database.is_sqlite() {
            assert!(database.raw("TRUNCATE audit").is_err());
        }
        assert_eq!(flaw(&store), None);
    }

    /// The page of the log filters by each thing and goes on below a number.
    fn filters(database) {
        let store = ten(database);
        let numbers = |filter: AuditFilter, limit: i64| -> Vec<i64> {
            let found = store.audit("ente", &filter, limit).unwrap();
            found.iter().map(|entry| entry.number).collect()
        };
        let any = AuditFilter::default;
        assert_eq!(numbers(any(), 3), [10, 9, 8]);
        assert_eq!(numbers(AuditFilter { below: Some(3), ..any() }, 10), [2, 1]);
        assert_eq!(numbers(AuditFilter { account: Some(5), ..any() }, 10), [10]);
        assert_eq!(numbers(AuditFilter { author: Some("init".into()), ..any() }, 10), [1]);
        let from = Some(store::instant(moment(13)));
        let until = Some(store::instant(moment(15)));
        assert_eq!(numbers(AuditFilter { from, until, ..any() }, 10), [9, 8]);
        assert_eq!(numbers(AuditFilter { action: Some("record-add".into()), ..any() }, 10), [4, 3]);
        assert_eq!(numbers(AuditFilter { record: Some(2), ..any() }, 10), [4]);
        let plan = store.plans("ente").unwrap()[0].id;
        assert_eq!(numbers(AuditFilter { plan: Some(plan), ..any() }, 1), [10]);
        assert_eq!(numbers(AuditFilter { batch: Some(2), ..any() }, 10), [4, 3, 2]);
        let last = &store.audit("ente", &any(), 1).unwrap()[0];
        assert_eq!((last.before.as_deref(), last.after.as_deref()), (Some("\"4\""), Some("\"5\"")));
        assert_eq!(last.reason.as_deref(), Some("prova"));
        assert_eq!(last.digest.len(), 64);
    }
}
