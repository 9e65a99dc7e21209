//! Plans as records, changes, conflicts, undoing.

use store::{Change, Error, Record, Store};

use crate::database::{author, with_body};
use crate::on_both;

fn set(record: i64, field: &str, before: Option<&str>, after: Option<&str>) -> Change {
    Change::Set {
        record,
        field: field.to_owned(),
        before: before.map(|text| format!("{text:?}")),
        after: after.map(|text| format!("{text:?}")),
    }
}

fn plan_of(store: &Store, records: &[(&str, &str)]) -> (i64, Vec<i64>) {
    let records: Vec<(String, String)> = records
        .iter()
        .map(|(kind, fields)| ((*kind).to_owned(), (*fields).to_owned()))
        .collect();
    let (plan, applied) = store
        .add_plan("ente", "Piano", 2025, &records, &author("ufficio", 1))
        .expect("a plan");
    (plan, applied.added)
}

fn fields(store: &Store, plan: i64, record: i64) -> String {
    let (_, records) = store.load("ente", plan).expect("the plan");
    let found = records.into_iter().find(|r| r.id == record);
    found.expect("the record").fields
}

fn order(store: &Store, plan: i64) -> Vec<i64> {
    let (_, records) = store.load("ente", plan).expect("the plan");
    records.iter().map(|record| record.id).collect()
}

const INDICATOR: &str =
    r#"{"code":"1.1","name":"Tempi  medi ","results":{"2025-06-30":"3,10","2025-12-31":"≥ 4"}}"#;

on_both! {
    /// Whatever was written comes back, to the last blank, in its order.
    fn records_come_back_as_written(database) {
        let store = with_body(database, "ente");
        let texts = [
            ("indicator", r#"{ "b" : "1,50 ", "a":["x",{"z":"\"\\","y":""}],"€":"riga\nriga\u0000" }"#),
            ("area", r#"{}"#),
            ("indicator", r#"{"b":null,"z":true}"#),
        ];
        let (plan, ids) = plan_of(&store, &texts);
        assert_eq!(ids, [1, 2, 3]);
        let (head, records) = store.load("ente", plan).unwrap();
        assert_eq!((head.title.as_str(), head.year, head.revision), ("Piano", 2025, 1));
        let record = |id: i64, kind: &str, position: i64, fields: &str| Record {
            id,
            kind: kind.to_owned(),
            position,
            fields: fields.to_owned(),
        };
        let expected = [
            record(2, "area", 1, texts[1].1),
            record(1, "indicator", 1, texts[0].1),
            record(3, "indicator", 2, texts[2].1),
        ];
        assert_eq!(records, expected);
    }

    /// A plan of thousands of records is one transaction and comes back whole.
    fn large_plans_come_back(database) {
        let store = with_body(database, "ente");
        let texts: Vec<String> = (0..2500).map(|n| format!(r#"{{"code":"{n}"}}"#)).collect();
        let records: Vec<(&str, &str)> = texts.iter().map(|t| ("indicator", t.as_str())).collect();
        let (plan, ids) = plan_of(&store, &records);
        assert_eq!(ids, (1..=2500).collect::<Vec<_>>());
        let (_, found) = store.load("ente", plan).unwrap();
        assert!(found.iter().map(|r| &r.fields).eq(&texts));
        assert_eq!(store.verify("ente").unwrap().flaw, None);
    }

    /// Each batch raises the revision by one, a batch of nothing does not.
    fn revision_counts_batches(database) {
        let store = with_body(database, "ente");
        let (plan, ids) = plan_of(&store, &[("indicator", INDICATOR)]);
        assert_eq!(store.revision("ente", plan).unwrap(), 1);
        let two = [
            set(ids[0], "code", Some("1.1"), Some("1.2")),
            set(ids[0], "weight", None, Some("20")),
        ];
        let applied = store.apply("ente", plan, &two, &author("a", 2)).unwrap();
        assert_eq!(applied.revision, 2);
        assert!(applied.batch.is_some());
        let again = store.apply("ente", plan, &two, &author("a", 3)).unwrap();
        assert_eq!((again.revision, again.batch), (2, None));
        assert_eq!(store.revision("ente", plan).unwrap(), 2);
        assert!(matches!(store.revision("ente", 99), Err(Error::NotFound("plan"))));
    }

    /// The second of two people learns what stands there now, who wrote it and when.
    fn conflict_tells_both(database) {
        let store = with_body(database, "ente");
        let (plan, ids) = plan_of(&store, &[("indicator", INDICATOR)]);
        let first = [set(ids[0], "code", Some("1.1"), Some("A"))];
        let second = [set(ids[0], "code", Some("1.1"), Some("B"))];
        store.apply("ente", plan, &first, &author("prima", 10)).unwrap();
        let other = [set(ids[0], "name", Some("Tempi  medi "), Some("Tempi"))];
        store.apply("ente", plan, &other, &author("terzo", 20)).unwrap();
        let Err(Error::Conflict(found)) = store.apply("ente", plan, &second, &author("seconda", 30))
        else {
            panic!("no conflict");
        };
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].change, found[0].record), (0, ids[0]));
        assert_eq!(found[0].field.as_deref(), Some("code"));
        assert_eq!(found[0].stored.as_deref(), Some("\"A\""));
        assert_eq!(found[0].author.as_deref(), Some("prima"));
        assert_eq!(found[0].at.as_deref(), Some("2026-01-01T00:00:10.000Z"));
        assert!(fields(&store, plan, ids[0]).contains(r#""code":"A""#));
    }

    /// Two people on two fields of a record, or on two dates of one field, do not disturb each
    /// other.
    fn different_fields_merge(database) {
        let store = with_body(database, "ente");
        let (plan, ids) = plan_of(&store, &[("indicator", INDICATOR)]);
        for (name, field, before, after) in [
            ("a", "code", "1.1", "1.2"),
            ("b", "results.2025-06-30", "3,10", "3,2"),
            ("c", "results.2025-12-31", "≥ 4", "5"),
        ] {
            let change = [set(ids[0], field, Some(before), Some(after))];
            store.apply("ente", plan, &change, &author(name, 5)).unwrap();
        }
        let new = [set(ids[0], "targets.2025-12-31", None, Some("4"))];
        store.apply("ente", plan, &new, &author("d", 6)).unwrap();
        assert_eq!(
            fields(&store, plan, ids[0]),
            r#"{"code":"1.2","name":"Tempi  medi ","results":{"2025-06-30":"3,2","2025-12-31":"5"},"targets":{"2025-12-31":"4"}}"#
        );
        let gone = [set(ids[0], "targets.2025-12-31", Some("4"), None)];
        store.apply("ente", plan, &gone, &author("d", 7)).unwrap();
        assert!(!fields(&store, plan, ids[0]).contains("targets"));
        let inside_text = [set(ids[0], "code.2025-12-31", None, Some("4"))];
        let refused = store.apply("ente", plan, &inside_text, &author("d", 8));
        assert!(matches!(refused, Err(Error::Refused(_))));
    }

    /// If one change of a batch cannot be made, none is.
    fn batch_is_all_or_nothing(database) {
        let store = with_body(database, "ente");
        let (plan, ids) = plan_of(&store, &[("indicator", INDICATOR), ("area", "{}")]);
        let before = store.load("ente", plan).unwrap();
        let batch = [
            Change::Add { kind: "area".into(), position: Some(1), fields: "{}".into() },
            Change::Remove { record: ids[1], fields: None },
            set(ids[0], "code", Some("1.1"), Some("2")),
            set(ids[0], "name", Some("altro"), Some("x")),
            set(77, "name", None, Some("x")),
        ];
        let Err(Error::Conflict(found)) = store.apply("ente", plan, &batch, &author("a", 2)) else {
            panic!("no conflict");
        };
        assert_eq!(found.iter().map(|c| c.change).collect::<Vec<_>>(), [3, 4]);
        assert_eq!(store.load("ente", plan).unwrap(), before);
        assert_eq!(store.verify("ente").unwrap().flaw, None);
    }

    /// Records keep an order that people can change, and a number is never given twice.
    fn order_and_numbers(database) {
        let store = with_body(database, "ente");
        let (plan, ids) = plan_of(&store, &[("area", "{}"); 3]);
        assert_eq!(order(&store, plan), ids);
        let moved = [Change::Move { record: 3, position: 1 }];
        let moved = store.apply("ente", plan, &moved, &author("a", 2)).unwrap();
        assert_eq!(order(&store, plan), [3, 1, 2]);
        store.undo("ente", moved.batch.unwrap(), &author("a", 3)).unwrap();
        assert_eq!(order(&store, plan), [1, 2, 3]);
        let inserted = [Change::Add { kind: "area".into(), position: Some(2), fields: "{}".into() }];
        let inserted = store.apply("ente", plan, &inserted, &author("a", 4)).unwrap();
        assert_eq!(inserted.added, [4]);
        assert_eq!(order(&store, plan), [1, 4, 2, 3]);
        let removed = [Change::Remove { record: 4, fields: Some("{}".into()) }];
        store.apply("ente", plan, &removed, &author("a", 5)).unwrap();
        let last = [Change::Add { kind: "area".into(), position: None, fields: "{}".into() }];
        let last = store.apply("ente", plan, &last, &author("a", 6)).unwrap();
        assert_eq!(last.added, [5]);
        assert_eq!(order(&store, plan), [1, 2, 3, 5]);
    }

    /// Undoing gives back what was there, and refuses where somebody went on.
    fn undoing(database) {
        let store = with_body(database, "ente");
        let (plan, ids) = plan_of(&store, &[("indicator", INDICATOR), ("area", r#"{"a":"b"}"#)]);
        let (_, before) = store.load("ente", plan).unwrap();
        let batch = [
            set(ids[0], "results.2025-06-30", Some("3,10"), Some("4")),
            set(ids[0], "results.2025-06-30", Some("4"), Some("5")),
            Change::Remove { record: ids[1], fields: None },
            Change::Add { kind: "area".into(), position: None, fields: "{}".into() },
        ];
        let done = store.apply("ente", plan, &batch, &author("a", 2)).unwrap();
        let undone = store.undo("ente", done.batch.unwrap(), &author("a", 3)).unwrap();
        assert_eq!(undone.revision, 3);
        assert_eq!(store.load("ente", plan).unwrap().1, before);
        // And the undoing itself can be undone.
        let redone = store.undo("ente", undone.batch.unwrap(), &author("a", 4)).unwrap();
        assert!(fields(&store, plan, ids[0]).contains(r#""2025-06-30":"5""#));
        assert_eq!(order(&store, plan), [3, 1]);
        let on = [set(ids[0], "results.2025-06-30", Some("5"), Some("6"))];
        store.apply("ente", plan, &on, &author("b", 5)).unwrap();
        let Err(Error::Conflict(found)) =
            store.undo("ente", redone.batch.unwrap(), &author("a", 6))
        else {
            panic!("no conflict");
        };
        assert_eq!(found[0].stored.as_deref(), Some("\"6\""));
        assert_eq!(found[0].author.as_deref(), Some("b"));
        assert!(matches!(store.undo("ente", 1, &author("a", 7)), Err(Error::Refused(_))));
        assert!(matches!(store.undo("ente", 999, &author("a", 7)), Err(Error::NotFound(_))));
    }

    /// What is no JSON, or would lose its digits, is not taken.
    fn only_texts(database) {
        let store = with_body(database, "ente");
        for text in ["", "[]", "{", r#"{"a":1.50}"#, r#"{"a":{"b":[1]}}"#] {
            let records = [("area".to_owned(), text.to_owned())];
            let refused = store.add_plan("ente", "P", 2025, &records, &author("a", 1));
            assert!(matches!(refused, Err(Error::Refused(_))), "{text}");
        }
        assert_eq!(store.plans("ente").unwrap(), []);
    }

    /// Two bodies of one installation have plans of the same numbers, and never see each other.
    fn bodies_are_apart(database) {
        let store = with_body(database, "ente");
        store.add_body("altro", "Altro ente", &author("a", 1)).unwrap();
        let (plan, _) = plan_of(&store, &[("area", "{}")]);
        let (other, _) = store.add_plan("altro", "Suo", 2026, &[], &author("a", 1)).unwrap();
        assert_eq!(plan, other);
        assert_eq!(store.plan("altro", other).unwrap().title, "Suo");
        assert_eq!(store.load("altro", other).unwrap().1, []);
        assert_eq!(store.plan("ente", plan).unwrap().title, "Piano");
        let refused = store.add_body("altro", "Ancora", &author("a", 1));
        assert!(matches!(refused, Err(Error::Refused(_))));
        let nowhere = store.add_plan("nessuno", "P", 2025, &[], &author("a", 1));
        assert!(matches!(nowhere, Err(Error::NotFound("body"))));
        assert_eq!(store.bodies().unwrap().len(), 2);
        for body in ["ente", "altro"] {
            assert_eq!(store.verify(body).unwrap().flaw, None);
        }
    }

    /// Title, year and being put aside.
    fn heads_of_plans(database) {
        let store = with_body(database, "ente");
        let (plan, _) = plan_of(&store, &[]);
        store.rename_plan("ente", plan, "Nuovo", 2026, &author("a", 2)).unwrap();
        store.archive_plan("ente", plan, true, &author("a", 3)).unwrap();
        let found = store.plan("ente", plan).unwrap();
        assert_eq!((found.title.as_str(), found.year), ("Nuovo", 2026));
        assert_eq!(found.archived.as_deref(), Some("2026-01-01T00:00:03.000Z"));
        store.archive_plan("ente", plan, false, &author("a", 4)).unwrap();
        assert_eq!(store.plan("ente", plan).unwrap().archived, None);
    }

    /// Many people at once: each change is made once, in line, and the chain holds.
    fn many_at_once(database) {
        let store = with_body(database, "ente");
        let (plan, _) = plan_of(&store, &[("area", "{}"); 8]);
        std::thread::scope(|scope| {
            for record in 1..=8 {
                let store = store.clone();
                scope.spawn(move || {
                    let mut before: Option<String> = None;
                    for n in 0..10 {
                        let after = n.to_string();
                        let change = [set(record, "n", before.as_deref(), Some(&after))];
                        store.apply("ente", plan, &change, &author("a", 2)).unwrap();
                        before = Some(after);
                    }
                });
            }
        });
        assert_eq!(store.revision("ente", plan).unwrap(), 81);
        let verdict = store.verify("ente").unwrap();
        // The body, the plan, its eight records, and eighty changes.
        assert_eq!((verdict.verified, verdict.flaw), (90, None));
    }
}
