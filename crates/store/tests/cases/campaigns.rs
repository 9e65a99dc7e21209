//! Campaigns: what is due, the steps of it, closing and opening again.

use store::{AccountDetails, Author, Change, Error, NewEntry, NewEvidence, Proofs, Step, Store};

use crate::database::{Database, author, with_body};
use crate::on_both;

/// A body, a plan with two indicators, one account.
fn prepared(database: &Database) -> (Store, i64, i64) {
    let store = with_body(database, "ente");
    let records = vec![("indicator".to_owned(), "{}".to_owned()); 2];
    let (plan, _) = store
        .add_plan("ente", "Piano", 2025, &records, &author("ufficio", 1))
        .expect("a plan");
    let details = AccountDetails {
        login: "servizio",
        name: "Servizio",
        mail: None,
        language: None,
    };
    let account = store
        .add_account("ente", &details, None, &author("admin", 1))
        .expect("an account");
    (store, plan, account)
}

fn open(store: &Store, plan: i64, account: i64) -> i64 {
    let due = |record, assignee| NewEntry {
        record,
        owner: "Servizio 1",
        assignee,
    };
    let entries = [due(1, Some(account)), due(2, None)];
    store
        .open_campaign(
            "ente",
            plan,
            "2025-06-30",
            "2025-07-15",
            &entries,
            &author("ufficio", 2),
        )
        .expect("a campaign")
}

fn value(record: i64, before: Option<&str>, after: &str) -> Change {
    Change::Set {
        record,
        field: "results.2025-06-30".to_owned(),
        before: before.map(str::to_owned),
        after: Some(after.to_owned()),
    }
}

fn step<'a>(record: i64, from: &'a str, to: &'a str) -> Step<'a> {
    Step {
        record,
        from,
        to,
        comment: None,
    }
}

on_both! {
    /// From due to confirmed, with a way back.
    fn steps_of_an_entry(database) {
        let (store, plan, account) = prepared(database);
        let campaign = open(&store, plan, account);
        let mine = store.entries_of("ente", account).unwrap();
        assert_eq!(mine.len(), 1);
        assert_eq!((mine[0].record, mine[0].step.as_str()), (1, "due"));
        let entered = store
            .enter("ente", campaign, &[value(1, None, "\"3\"")], &[step(1, "due", "entered")], &author("servizio", 3))
            .unwrap();
        assert_eq!(entered.revision, 2);
        let back = Step { comment: Some("manca la fonte"), ..step(1, "entered", "returned") };
        store.enter("ente", campaign, &[], &[back], &author("dirigente", 4)).unwrap();
        let entries = store.entries("ente", campaign).unwrap();
        assert_eq!(entries.len(), 2);
        assert_eq!(entries[0].step, "returned");
        assert_eq!(entries[0].comment.as_deref(), Some("manca la fonte"));
        assert_eq!(entries[0].changed_by, "dirigente");
        assert_eq!(entries[1].step, "due");
        let nonsense = store.enter("ente", campaign, &[], &[step(2, "due", "lost")], &author("x", 5));
        assert!(matches!(nonsense, Err(Error::Refused(_))));
        assert_eq!(store.verify("ente").unwrap().flaw, None);
    }

    /// A step that another took meanwhile takes the value back too.
    fn value_and_step_go_together(database) {
        let (store, plan, account) = prepared(database);
        let campaign = open(&store, plan, account);
        store.enter("ente", campaign, &[], &[step(1, "due", "sent")], &author("primo", 3)).unwrap();
        let late = store.enter(
            "ente", campaign, &[value(1, None, "\"3\"")], &[step(1, "due", "entered")], &author("secondo", 4),
        );
        let Err(Error::Conflict(found)) = late else { panic!("no conflict") };
        assert_eq!(found[0].stored.as_deref(), Some("sent"));
        assert_eq!(found[0].author.as_deref(), Some("primo"));
        assert_eq!(store.revision("ente", plan).unwrap(), 1);
        let missing = store.enter("ente", campaign, &[], &[step(9, "due", "sent")], &author("x", 5));
        assert!(matches!(missing, Err(Error::NotFound("entry"))));
    }

    /// A value that cannot be entered leaves no file behind, and one that is entered takes its file along.
    fn value_and_proof_go_together(database) {
        let (store, plan, account) = prepared(database);
        let campaign = open(&store, plan, account);
        let file = NewEvidence {
            plan, record: 1, period: "2025-06-30", file_name: "prova.pdf",
            media_type: "application/pdf", content: b"%PDF-1.7",
        };
        let brought = Proofs { added: &[file], removed: &[] };
        let by = author("servizio", 3);
        let stale = [value(1, Some("\"7\""), "\"4\"")];
        let late = store.enter_with("ente", campaign, &stale, &[], &brought, &by);
        assert!(matches!(late, Err(Error::Conflict(_))));
        assert_eq!(store.evidence("ente", plan, None).unwrap(), []);
        store.enter_with("ente", campaign, &[value(1, None, "\"3\"")], &[], &brought, &by).unwrap();
        let kept = store.evidence("ente", plan, Some(1)).unwrap();
        assert_eq!(kept.len(), 1);
        let taken = Proofs { added: &[], removed: &[kept[0].id] };
        let late = store.enter_with("ente", campaign, &stale, &[], &taken, &by);
        assert!(matches!(late, Err(Error::Conflict(_))));
        assert_eq!(store.evidence("ente", plan, Some(1)).unwrap(), kept);
        store.enter_with("ente", campaign, &[], &[], &taken, &by).unwrap();
        assert!(store.evidence("ente", plan, Some(1)).unwrap()[0].removed.is_some());
    }

    /// A campaign closes together with what the plan says of it, or stays open.
    fn closing_and_plan_go_together(database) {
        let (store, plan, account) = prepared(database);
        let campaign = open(&store, plan, account);
        let mark = |before: Option<&str>, after: &str| Change::Set {
            record: 1,
            field: "entry".to_owned(),
            before: before.map(str::to_owned),
            after: Some(after.to_owned()),
        };
        let by = author("ufficio", 3);
        let late = store.close_campaign("ente", campaign, &[mark(Some("\"open\""), "\"closed\"")], &by);
        assert!(matches!(late, Err(Error::Conflict(_))));
        assert!(store.campaign("ente", campaign).unwrap().is_open());
        store.close_campaign("ente", campaign, &[mark(None, "\"closed\"")], &by).unwrap();
        assert_eq!(store.revision("ente", plan).unwrap(), 2);
        let again = Author { reason: Some("dato errato"), ..by };
        let late = store.reopen_campaign("ente", campaign, &[mark(None, "\"open\"")], &again);
        assert!(matches!(late, Err(Error::Conflict(_))));
        assert!(!store.campaign("ente", campaign).unwrap().is_open());
    }

    /// A closed campaign takes nothing; opening it again needs a reason.
    fn closing(database) {
        let (store, plan, account) = prepared(database);
        let campaign = open(&store, plan, account);
        store.assign("ente", campaign, 2, Some(account), &author("ufficio", 3)).unwrap();
        assert_eq!(store.entries_of("ente", account).unwrap().len(), 2);
        store.set_due("ente", campaign, "2025-07-31", &author("ufficio", 3)).unwrap();
        store.close_campaign("ente", campaign, &[], &author("ufficio", 4)).unwrap();
        assert_eq!(store.entries_of("ente", account).unwrap(), []);
        let late = store.enter("ente", campaign, &[value(1, None, "\"3\"")], &[], &author("s", 5));
        assert!(matches!(late, Err(Error::Frozen(_))));
        assert_eq!(store.revision("ente", plan).unwrap(), 1);
        let twice = store.close_campaign("ente", campaign, &[], &author("ufficio", 5));
        assert!(matches!(twice, Err(Error::Frozen(_))));
        let silent = store.reopen_campaign("ente", campaign, &[], &author("ufficio", 6));
        assert!(matches!(silent, Err(Error::Refused(_))));
        let reason = Author { reason: Some("dato errato"), ..author("ufficio", 7) };
        store.reopen_campaign("ente", campaign, &[], &reason).unwrap();
        let found = store.campaign("ente", campaign).unwrap();
        assert!(found.is_open());
        assert_eq!(found.due, "2025-07-31");
        assert_eq!(found.reopening_reason.as_deref(), Some("dato errato"));
        assert_eq!(found.closed_by.as_deref(), Some("ufficio"));
        assert_eq!(store.campaigns("ente", plan).unwrap(), [found]);
        store.enter("ente", campaign, &[value(1, None, "\"3\"")], &[], &author("s", 8)).unwrap();
        let more = [NewEntry { record: 1, owner: "x", assignee: None }];
        let again = store.add_entries("ente", campaign, &more, &author("ufficio", 9));
        assert!(matches!(again, Err(Error::Refused(_))), "it is due already");
    }
}
