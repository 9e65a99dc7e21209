//! Backups: from either database into either, or not at all.

use std::fs;

use store::{
    AccountDetails, AuditFilter, Change, Error, NewDocument, NewEntry, NewEvidence, NewGrant,
    NewRemark, NewSession, Store, check_backup,
};

use crate::database::{Database, author, moment, with_body};
use crate::on_both;

/// Something in every table.
fn filled(database: &Database) -> (Store, i64) {
    let store = with_body(database, "ente");
    let by = author("ufficio", 1);
    let records: Vec<(String, String)> = (0..1500)
        .map(|n| {
            (
                "indicator".to_owned(),
                format!(r#"{{"code":"{n}","name":"è \"così\""}}"#),
            )
        })
        .collect();
    let (plan, _) = store
        .add_plan("ente", "Piano", 2025, &records, &by)
        .unwrap();
    let details = AccountDetails {
        login: "u",
        name: "U",
        mail: Some("u@example.org"),
        language: None,
    };
    let account = store
        .add_account("ente", &details, Some("$hash"), &by)
        .unwrap();
    let role = NewGrant {
        role: "manager",
        unit: "a",
        valid_from: None,
        valid_until: None,
    };
    store.grant("ente", account, &role, &by).unwrap();
    let session = NewSession {
        digest: "d",
        account,
        expires: moment(1000),
        idle_seconds: 60,
    };
    store.open_session("ente", &session, &by).unwrap();
    let throttle = store::Throttle {
        failures: 3,
        within: jiff::SignedDuration::from_secs(60),
        lock: jiff::SignedDuration::from_secs(60),
    };
    store
        .note_failure("ente", "login", "u", &throttle, &by)
        .unwrap();
    let entries = [NewEntry {
        record: 1,
        owner: "x",
        assignee: Some(account),
    }];
    store
        .open_campaign("ente", plan, "2025-06-30", "2025-07-15", &entries, &by)
        .unwrap();
    let evidence = NewEvidence {
        plan,
        record: 1,
        period: "2025-06-30",
        file_name: "a.bin",
        media_type: "x/y",
        content: &[0, 255, 10, 13],
    };
    store.add_evidence("ente", &evidence, &by).unwrap();
    let document = NewDocument {
        plan,
        kind: "plan",
        format: "pdf",
        at_date: "2025-06-30",
        revision: 1,
        file_name: "a.pdf",
        content: b"%PDF",
    };
    store.keep_document("ente", &document, &by).unwrap();
    store
        .add_remark(
            "ente",
            &NewRemark {
                plan,
                record: None,
                text: "t",
            },
            &by,
        )
        .unwrap();
    store
        .keep_draft("ente", account, "/p", "{}", moment(1))
        .unwrap();
    store
        .note_mail("ente", Some(account), "u@example.org", "s", "c", &by)
        .unwrap();
    (store, plan)
}

fn restored(database: &Database) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("copia.zip");
    let (store, plan) = filled(database);
    let summary = store.backup(&file).unwrap();
    assert_eq!(summary.tables.len(), 16);
    for table in &summary.tables {
        assert!(table.rows > 0, "{}", table.name);
    }
    assert_eq!(check_backup(&file).unwrap(), summary);
    for other in [
        database.other(),
        if database.is_sqlite() {
            Database::sqlite()
        } else {
            Database::postgres()
        },
    ] {
        let copy = other.store();
        assert_eq!(copy.restore(&file).unwrap(), summary);
        assert_eq!(
            copy.load("ente", plan).unwrap(),
            store.load("ente", plan).unwrap()
        );
        let any = AuditFilter::default();
        assert_eq!(
            copy.audit("ente", &any, 5000).unwrap(),
            store.audit("ente", &any, 5000).unwrap()
        );
        assert_eq!(copy.verify("ente").unwrap(), store.verify("ente").unwrap());
        let id = copy.evidence("ente", plan, None).unwrap()[0].id;
        assert_eq!(
            copy.evidence_content("ente", id).unwrap().1,
            [0, 255, 10, 13]
        );
        // The same archive comes out of it again, and it goes on where it was.
        let again = folder.path().join("ancora.zip");
        assert_eq!(copy.backup(&again).unwrap(), summary);
        let change = Change::Add {
            kind: "area".into(),
            position: None,
            fields: "{}".into(),
        };
        let added = copy
            .apply("ente", plan, &[change], &author("a", 9))
            .unwrap();
        assert_eq!(added.added, [1501]);
        assert_eq!(copy.verify("ente").unwrap().flaw, None);
        assert!(
            matches!(copy.restore(&file), Err(Error::Refused(_))),
            "not empty"
        );
    }
}

on_both! {
    /// All that is kept goes into either database.
    fn goes_into_either(database) { restored(database); }

    /// A backup that is cut, altered or none puts nothing.
    fn damaged_puts_nothing(database) {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("copia.zip");
        let (store, _) = filled(database);
        store.backup(&file).unwrap();
        let whole = fs::read(&file).unwrap();
        let other = database.other();
        let copy = other.store();
        for at in [0, whole.len() / 4, whole.len() / 2, whole.len() - 30] {
            let mut altered = whole.clone();
            altered[at] ^= 0x55;
            fs::write(&file, altered).unwrap();
            let refused = copy.restore(&file);
            // Some bytes of an archive mean nothing.
            if refused.is_ok() {
                panic!("byte {at} altered, and nobody noticed");
            }
            assert!(matches!(refused, Err(Error::Damaged(_))), "{refused:?}");
            assert_eq!(copy.bodies().unwrap(), []);
        }
        fs::write(&file, &whole[..whole.len() / 2]).unwrap();
        assert!(matches!(copy.restore(&file), Err(Error::Damaged(_))));
        fs::remove_file(&file).unwrap();
        assert!(matches!(copy.restore(&file), Err(Error::NotFound("backup"))));
        assert_eq!(copy.bodies().unwrap(), []);
    }

    /// A backup made while others write is of one moment.
    fn made_while_others_write(database) {
        let folder = tempfile::tempdir().expect("a folder");
        let store = with_body(database, "ente");
        let (plan, _) = store.add_plan("ente", "P", 2025, &[], &author("a", 1)).unwrap();
        let done = std::sync::atomic::AtomicBool::new(false);
        std::thread::scope(|scope| {
            scope.spawn(|| {
                while !done.load(std::sync::atomic::Ordering::Relaxed) {
                    let change = Change::Add { kind: "area".into(), position: None, fields: "{}".into() };
                    store.apply("ente", plan, &[change], &author("a", 2)).unwrap();
                }
            });
            for n in 0..5 {
                let file = folder.path().join(format!("{n}.zip"));
                store.backup(&file).unwrap();
                let other = database.other();
                let copy = other.store();
                copy.restore(&file).unwrap();
                let (head, records) = copy.load("ente", plan).unwrap();
                assert_eq!(head.last_record, records.len() as i64);
                assert_eq!(head.revision, head.last_record + 1);
            }
            done.store(true, std::sync::atomic::Ordering::Relaxed);
        });
    }
}
