//! Answers that are given again: never older than the question, never somebody else's.

use store::{Author, Change};
use traguardo::web::rights::Role;

use super::running::{Postgres, Running};

fn author(name: &str) -> Author<'_> {
    Author {
        account: None,
        name,
        now: jiff::Timestamp::now(),
        reason: None,
    }
}

/// Gives the first objective of the plan another title, past the pages.
fn retitled(running: &Running, plan: i64, before: &str, after: &str) {
    let (_, records) = running.store.load("valdoro", plan).expect("the plan");
    let written = serde_json::Value::from(before).to_string();
    let found = records.iter().find(|record| {
        let fields: serde_json::Value = serde_json::from_str(&record.fields).expect("fields");
        record.kind == "objective" && fields.get("title") == Some(&before.into())
    });
    let change = Change::Set {
        record: found.expect("the objective").id,
        field: "title".to_owned(),
        before: Some(written),
        after: Some(serde_json::Value::from(after).to_string()),
    };
    let applied = running
        .store
        .apply("valdoro", plan, &[change], &author("altrove"));
    applied.expect("a change");
}

/// The title of an objective that stands on the tree.
fn a_title(running: &Running, plan: i64, page: &str) -> String {
    let (_, records) = running.store.load("valdoro", plan).expect("the plan");
    let titles = records
        .iter()
        .filter(|record| record.kind == "objective")
        .filter_map(|record| {
            let fields: serde_json::Value = serde_json::from_str(&record.fields).expect("fields");
            Some(fields.get("title")?.as_str()?.to_owned())
        });
    let mut seen = titles.filter(|title| page.contains(title.as_str()));
    seen.next().expect("an objective that the page shows")
}

/// Two servers on one database: what one of them writes, the other shows at once.
fn what_another_server_wrote_is_seen(here: &Running, there: &Running) {
    let plan = here.plan("valdoro", 2025);
    let path = format!("/valdoro/{plan}/albero");
    let mut person = here.signed_in("valdoro", Role::PerformanceOffice);
    let first = person.get(&path);
    assert_eq!(person.get(&path).text(), first.text());
    let title = a_title(here, plan, &first.main());
    for n in 0..3 {
        let before = if n == 0 {
            title.clone()
        } else {
            format!("Titolo {}", n - 1)
        };
        let after = format!("Titolo {n}");
        retitled(there, plan, &before, &after);
        let shown = person.get(&path).main();
        assert!(shown.contains(&after), "{after} is not shown");
        assert!(
            n == 0 || !shown.contains(&before),
            "{before} is shown still"
        );
    }
}

#[test]
fn what_another_server_wrote_is_seen_at_once_on_sqlite() {
    let folder = tempfile::tempdir().expect("a folder");
    let place = folder.path().to_str().expect("UTF-8");
    let here = Running::on_examples_in(place);
    let there = Running::on_examples_in(place);
    what_another_server_wrote_is_seen(&here, &there);
}

#[test]
fn what_another_server_wrote_is_seen_at_once_on_postgresql() {
    let postgres = Postgres::start();
    let here = Running::on_examples_in(&postgres.place());
    let there = Running::on_examples_in(&postgres.place());
    what_another_server_wrote_is_seen(&here, &there);
}

#[test]
fn an_answer_is_for_its_reader_alone() {
    let running = Running::on_examples();
    let plan = running.plan("valdoro", 2025);
    let path = format!("/valdoro/{plan}/albero");
    let mut office = running.signed_in("valdoro", Role::PerformanceOffice);
    let mut board = running.signed_in("valdoro", Role::Board);
    let of_office = office.get(&path).text();
    let of_board = board.get(&path).text();
    assert!(of_office.contains(&office.csrf) && !of_board.contains(&office.csrf));
    assert_eq!(office.get(&path).text(), of_office);
    assert_eq!(board.get(&path).text(), of_board);
    // Who has not signed in is sent to do so, whatever is kept.
    let nobody = running.visitor().get(&path);
    assert_ne!(nobody.status, 200);
    // The same person in another language.
    office.get("/lingua?lingua=en&da=%2F");
    let english = office.get(&path).text();
    assert!(english.contains("lang=\"en\""), "{english}");
}

#[test]
fn a_session_that_was_closed_shows_nothing_any_more() {
    let running = Running::on_examples();
    let plan = running.plan("valdoro", 2025);
    let path = format!("/valdoro/{plan}/albero");
    let mut person = running.signed_in("valdoro", Role::PerformanceOffice);
    assert_eq!(person.get(&path).status, 200);
    assert_eq!(person.get(&path).status, 200);
    let account = running
        .store
        .account_by_login("valdoro", "performance-office");
    let account = account.expect("the database").expect("the account").id;
    let closed = running
        .store
        .close_sessions("valdoro", account, None, &author("prova"));
    assert_eq!(closed.expect("closed"), 1);
    assert_ne!(person.get(&path).status, 200);
}

#[test]
fn a_role_that_was_taken_away_counts_no_more() {
    let running = Running::on_examples();
    let plan = running.plan("valdoro", 2025);
    let path = format!("/valdoro/{plan}/verifica");
    let mut person = running.signed_in("valdoro", Role::PerformanceOffice);
    assert_eq!(person.get(&path).status, 200);
    let account = running
        .store
        .account_by_login("valdoro", "performance-office");
    let account = account.expect("the database").expect("the account").id;
    for grant in running
        .store
        .grants("valdoro", Some(account))
        .expect("its roles")
    {
        running
            .store
            .remove_grant("valdoro", grant.id, &author("prova"))
            .expect("taken away");
    }
    assert_eq!(person.get(&path).status, 403);
}
