//! The log as people read it.

use store::{Author, Change};
use traguardo::web::pages::log::ACTIONS;
use traguardo::web::rights::Role;

use super::running::Running;

/// Changes the title of a record of the invented plan; the batch.
fn rename(running: &Running, title: &str) -> (i64, i64, i64) {
    let plan = running.plan("valdoro", 2025);
    let (_, records) = running.store.load("valdoro", plan).expect("a plan");
    let record = records
        .iter()
        .find(|r| r.kind == "objective")
        .expect("an objective");
    let fields: serde_json::Value = serde_json::from_str(&record.fields).expect("JSON");
    let change = Change::Set {
        record: record.id,
        field: "title".to_owned(),
        before: fields.get("title").map(ToString::to_string),
        after: Some(serde_json::Value::from(title).to_string()),
    };
    let author = Author {
        account: None,
        name: "prova",
        now: "2026-03-01T09:00:00Z".parse().expect("a moment"),
        reason: Some("refuso"),
    };
    let applied = running.store.apply("valdoro", plan, &[change], &author);
    (
        plan,
        record.id,
        applied.expect("it is changed").batch.expect("a batch"),
    )
}

#[test]
fn every_change_is_read_with_before_after_and_reason() {
    let running = Running::on_examples();
    let (plan, record, batch) = rename(&running, "Imprese più digitali");
    let mut reader = running.signed_in("valdoro", Role::Oiv);
    let page = reader.get("/valdoro/registro");
    let main = page.main();
    assert!(main.contains("La catena è integra"), "{main}");
    assert!(main.contains("campo cambiato"), "{main}");
    assert!(main.contains("Imprese più digitali"), "{main}");
    assert!(main.contains("refuso"), "{main}");
    let of = |query: &str| format!("/valdoro/registro?{query}");
    let mut count = |query: &str| {
        let file = reader.get(&of(&format!("{query}&formato=csv")));
        file.text().lines().count() - 1
    };
    assert_eq!(
        count(&format!("piano={plan}&voce={record}&azione=record-set")),
        1
    );
    assert_eq!(count("dal=2026-03-01&fino=2026-03-01&azione=record-set"), 1);
    assert_eq!(count("fino=2026-02-28&azione=record-set"), 0);
    assert_eq!(reader.get(&of("dal=ieri")).status, 400);
    assert_eq!(reader.get(&of("voce=molte")).status, 400);
    let batch = format!("/valdoro/registro/{batch}");
    assert!(reader.get(&batch).main().contains("Imprese più digitali"));
    assert!(
        !reader.get(&batch).text().contains("/valdoro/annulla"),
        "the OIV edits no data"
    );
    let mut office = running.signed_in("valdoro", Role::PerformanceOffice);
    assert!(office.get(&batch).text().contains("/valdoro/annulla"));
    assert_eq!(reader.get("/valdoro/registro/999999").status, 404);
}

#[test]
fn a_long_log_is_read_a_page_at_a_time_both_ways() {
    let running = Running::on_examples();
    for turn in 0..120 {
        rename(&running, &format!("titolo {turn}"));
    }
    let mut reader = running.signed_in("valdoro", Role::Oiv);
    let first = reader.get("/valdoro/registro?azione=record-set");
    assert!(first.main().contains("titolo 119") && !first.main().contains("titolo 10 "));
    let way = |page: &str, rel: &str| {
        let (_, after) = page
            .split_once(&format!("rel=\"{rel}\" href=\""))
            .expect("a way on");
        after
            .split('"')
            .next()
            .expect("an address")
            .replace("&amp;", "&")
            .replace("&#38;", "&")
    };
    let second = reader.get(&way(&first.text(), "next"));
    assert!(second.main().contains("titolo 60"), "{}", second.main());
    let third = reader.get(&way(&second.text(), "next"));
    assert!(third.main().contains("titolo 0"), "{}", third.main());
    assert!(!third.text().contains("rel=\"next\""));
    let back = reader.get(&way(&third.text(), "prev"));
    assert_eq!(back.main(), second.main());
    assert_eq!(reader.get(&way(&back.text(), "prev")).main(), first.main());
}

#[test]
fn the_page_says_when_the_chain_does_not_hold() {
    let running = Running::on_examples();
    running.behind_its_back(
        "DROP TRIGGER audit_is_not_updated; \
         UPDATE audit SET author = 'nessuno' WHERE body = 'valdoro' AND number = 3",
    );
    let mut reader = running.signed_in("valdoro", Role::Oiv);
    let main = reader.get("/valdoro/registro").main();
    assert!(main.contains("La voce 3 non è come fu scritta"), "{main}");
}

#[test]
fn every_action_of_the_log_has_its_words() {
    let running = Running::on_examples();
    for body in ["valdoro", "brescia"] {
        let all = running
            .store
            .audit(body, &store::AuditFilter::default(), 10_000);
        for entry in all.expect("a log") {
            assert!(ACTIONS.contains(&entry.action.as_str()), "{}", entry.action);
        }
    }
}
