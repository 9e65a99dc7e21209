//! Accounts, roles, sessions, throttling, drafts and mail.

use jiff::SignedDuration;
use store::{AccountDetails, Error, NewGrant, NewSession, Store, Throttle};

use crate::database::{author, moment, with_body};
use crate::on_both;

const ROSSI: AccountDetails<'static> = AccountDetails {
    login: "ufficio",
    name: "Ufficio performance",
    mail: Some("ufficio@example.org"),
    language: None,
};

fn add(store: &Store, details: &AccountDetails<'_>) -> i64 {
    store
        .add_account(
            "ente",
            details,
            Some("$argon2id$segreto"),
            &author("admin", 1),
        )
        .expect("an account")
}

fn open(store: &Store, digest: &str, account: i64, seconds: i64) {
    let session = NewSession {
        digest,
        account,
        expires: moment(seconds + 3600),
        idle_seconds: 600,
    };
    store
        .open_session("ente", &session, &author("ufficio", seconds))
        .expect("a session");
}

on_both! {
    /// What is written of an account can be read, changed, and is unique by its login.
    fn accounts_are_kept(database) {
        let store = with_body(database, "ente");
        let id = add(&store, &ROSSI);
        let found = store.account_by_login("ente", "ufficio").unwrap().unwrap();
        assert_eq!((found.id, found.is_active()), (id, true));
        assert_eq!(found.password.as_deref(), Some("$argon2id$segreto"));
        let twice = store.add_account("ente", &ROSSI, None, &author("admin", 1));
        assert!(matches!(twice, Err(Error::Refused(_))));
        let changed = AccountDetails { mail: None, language: Some("en"), name: "Altro", ..ROSSI };
        store.change_account("ente", id, &changed, &author("admin", 2)).unwrap();
        let found = store.account("ente", id).unwrap();
        assert_eq!((found.mail, found.language.as_deref()), (None, Some("en")));
        assert!(store.account_by_login("ente", "nessuno").unwrap().is_none());
        assert!(matches!(store.account("ente", 99), Err(Error::NotFound("account"))));
        store.add_body("altro", "Altro", &author("admin", 3)).unwrap();
        assert!(store.account_by_login("altro", "ufficio").unwrap().is_none());
        assert_eq!(store.accounts("ente").unwrap().len(), 1);
    }

    /// Nothing of a password goes into the log.
    fn no_secret_in_the_log(database) {
        let store = with_body(database, "ente");
        let id = add(&store, &ROSSI);
        open(&store, "gettone", id, 5);
        store.set_password("ente", id, "$argon2id$nuovo", None, &author("ufficio", 6)).unwrap();
        let log = store.audit("ente", &store::AuditFilter::default(), 100).unwrap();
        assert_eq!(log.len(), 4);
        for entry in log {
            let told = format!("{:?} {:?} {:?}", entry.field, entry.before, entry.after);
            for secret in ["argon2id", "segreto", "nuovo", "gettone"] {
                assert!(!told.contains(secret), "{told}");
            }
        }
    }

    /// A session ends by idleness, by its time, and when its account may not be used any more.
    fn sessions_end(database) {
        let store = with_body(database, "ente");
        let id = add(&store, &ROSSI);
        open(&store, "a", id, 0);
        let alive = |digest: &str, at: i64| {
            store.session("ente", digest, moment(at)).unwrap().is_some()
        };
        assert!(alive("a", 599));
        assert!(alive("a", 1190), "being used keeps it alive");
        assert!(!alive("a", 1190 + 600), "it lay idle");
        open(&store, "b", id, 10_000);
        for at in [10_500, 11_000, 11_500, 12_000, 12_500, 13_000, 13_500] {
            assert!(alive("b", at));
        }
        assert!(!alive("b", 13_600), "its time is over");
        assert!(!alive("c", 1), "there is none");
        open(&store, "d", id, 20_000);
        store.set_active("ente", id, false, &author("admin", 20_001)).unwrap();
        assert!(!alive("d", 20_002));
        store.set_active("ente", id, true, &author("admin", 20_003)).unwrap();
        assert!(!alive("d", 20_004), "it does not come back to life");
        open(&store, "e", id, 20_005);
        assert!(alive("e", 20_006));
        assert_eq!(store.sweep_sessions(moment(90_000)).unwrap(), 1);
    }

    /// Sessions are revoked one by one, or all of an account but the one in hand.
    fn sessions_are_revoked(database) {
        let store = with_body(database, "ente");
        let id = add(&store, &ROSSI);
        for digest in ["a", "b", "c"] {
            open(&store, digest, id, 0);
        }
        assert!(store.close_session("ente", "a", &author("ufficio", 1)).unwrap());
        assert!(!store.close_session("ente", "a", &author("ufficio", 1)).unwrap());
        assert!(store.session("ente", "a", moment(2)).unwrap().is_none());
        store.set_password("ente", id, "$nuova", Some("b"), &author("ufficio", 3)).unwrap();
        assert!(store.session("ente", "b", moment(4)).unwrap().is_some());
        assert!(store.session("ente", "c", moment(4)).unwrap().is_none());
        assert_eq!(store.close_sessions("ente", id, None, &author("admin", 5)).unwrap(), 1);
        assert_eq!(store.sessions("ente", id).unwrap(), []);
    }

    /// Failures are counted within their time, lock, and are forgotten.
    fn failures_lock(database) {
        let store = with_body(database, "ente");
        let throttle = Throttle {
            failures: 3,
            within: SignedDuration::from_secs(60),
            lock: SignedDuration::from_secs(300),
        };
        let fail = |at: i64| {
            let by = author("server", at);
            store.note_failure("ente", "login", "ufficio", &throttle, &by).unwrap()
        };
        assert_eq!(fail(0).failures, 1);
        assert_eq!(fail(61).failures, 1, "the first no longer counts");
        assert_eq!(fail(70).failures, 2);
        let third = fail(80);
        assert!(third.is_locked(moment(81)) && third.is_locked(moment(379)));
        assert!(!third.is_locked(moment(380)));
        let kept = store.attempt("ente", "login", "ufficio").unwrap();
        assert_eq!(kept, Some(third));
        assert!(store.attempt("ente", "address", "ufficio").unwrap().is_none());
        let after = fail(400);
        assert_eq!((after.failures, after.locked_until), (1, None));
        store.forget_failures("ente", "login", "ufficio").unwrap();
        assert!(store.attempt("ente", "login", "ufficio").unwrap().is_none());
        fail(500);
        assert_eq!(store.sweep_failures(moment(499), moment(600)).unwrap(), 0);
        assert_eq!(store.sweep_failures(moment(501), moment(600)).unwrap(), 1);
    }

    /// Attempts at the same moment are all counted.
    fn failures_at_once_are_counted(database) {
        let store = with_body(database, "ente");
        let throttle = Throttle {
            failures: 1000,
            within: SignedDuration::from_secs(60),
            lock: SignedDuration::from_secs(300),
        };
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    for _ in 0..10 {
                        store
                            .note_failure("ente", "address", "::1", &throttle, &author("server", 0))
                            .unwrap();
                    }
                });
            }
        });
        let counted = store.attempt("ente", "address", "::1").unwrap().unwrap();
        assert_eq!(counted.failures, 40);
    }

    /// Roles are given for a unit and a time, ended, and taken away.
    fn roles(database) {
        let store = with_body(database, "ente");
        let id = add(&store, &ROSSI);
        let role = NewGrant { role: "manager", unit: "area-1", valid_from: Some("2025-01-01"), valid_until: None };
        let grant = store.grant("ente", id, &role, &author("admin", 2)).unwrap();
        store.grant("ente", id, &NewGrant { role: "staff", unit: "", ..role }, &author("admin", 2)).unwrap();
        let nobody = store.grant("ente", 999, &role, &author("admin", 2));
        assert!(matches!(nobody, Err(Error::Refused(_))));
        store.end_grant("ente", grant, "2025-12-31", &author("admin", 3)).unwrap();
        let found = store.grants("ente", Some(id)).unwrap();
        assert_eq!(found.len(), 2);
        assert_eq!((found[0].unit.as_str(), found[0].valid_until.as_deref()), ("area-1", Some("2025-12-31")));
        store.remove_grant("ente", grant, &author("admin", 4)).unwrap();
        assert_eq!(store.grants("ente", None).unwrap().len(), 1);
        assert_eq!(store.grants("ente", Some(77)).unwrap(), []);
    }

    /// What was typed and not saved is kept for its owner until it is.
    fn typed_texts_are_kept(database) {
        let store = with_body(database, "ente");
        let id = add(&store, &ROSSI);
        let page = "/piani/1/obiettivi/3";
        store.keep_draft("ente", id, page, r#"{"name":"Prim"}"#, moment(1)).unwrap();
        store.keep_draft("ente", id, page, r#"{"name":"Primo"}"#, moment(2)).unwrap();
        let kept = store.draft("ente", id, page).unwrap().unwrap();
        assert_eq!(kept.content, r#"{"name":"Primo"}"#);
        assert_eq!(store.drafts("ente", id).unwrap(), [kept]);
        store.drop_draft("ente", id, page).unwrap();
        assert!(store.draft("ente", id, page).unwrap().is_none());
    }

    /// Mail is noted with its cause.
    fn mail_is_noted(database) {
        let store = with_body(database, "ente");
        let id = add(&store, &ROSSI);
        for cause in ["reminder campaign 1", "lock"] {
            store
                .note_mail("ente", Some(id), "u@example.org", "Oggetto", cause, &author("s", 1))
                .unwrap();
        }
        assert_eq!(store.mails("ente", None, 10).unwrap().len(), 2);
        let found = store.mails("ente", Some("lock"), 10).unwrap();
        assert_eq!((found.len(), found[0].account), (1, Some(id)));
    }
}
