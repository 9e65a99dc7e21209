//! What guards the server: limits, what stands before every answer, and a database that goes.

use traguardo::web::demo::PASSWORD;
use traguardo::web::rights::Role;

use super::running::{Postgres, Reply, Running};

/// What every answer carries.
const GUARDS: [&str; 5] = [
    "content-security-policy",
    "x-content-type-options",
    "referrer-policy",
    "x-frame-options",
    "cross-origin-opener-policy",
];

fn is_guarded(reply: &Reply, what: &str) {
    for guard in GUARDS {
        assert!(reply.header(guard).is_some(), "{what} without {guard}");
    }
    let policy = reply.header("content-security-policy").unwrap_or_default();
    assert!(!policy.contains("unsafe"), "{what}: {policy}");
}

#[test]
fn every_answer_is_guarded() {
    let running = Running::on_examples();
    let mut person = running.signed_in("valdoro", Role::Oiv);
    let asset = traguardo::web::assets::address("traguardo.css");
    for path in [
        "/valdoro",
        "/valdoro/nowhere/at/all",
        "/healthz",
        "/readyz",
        "/metrics",
        asset,
        "/",
    ] {
        is_guarded(&person.get(path), path);
    }
    let wrong_verb = person.send("DELETE", "/valdoro", None, &[]);
    assert_eq!(wrong_verb.status, 405);
    is_guarded(&wrong_verb, "another verb");
    assert!(
        person
            .get("/valdoro")
            .header("strict-transport-security")
            .is_none()
    );
    assert_eq!(
        person.get("/valdoro").header("cache-control"),
        Some("no-store")
    );
}

#[test]
fn behind_an_encrypted_address_cookies_and_browsers_stay_there() {
    let running =
        Running::on_examples_with(&[("TRAGUARDO_ADDRESS", "https://performance.example")]);
    let form = [("login", "oiv"), ("password", PASSWORD)];
    let entered = running.visitor().post("/valdoro/accesso", &form);
    let cookie = entered.header("set-cookie").expect("a session");
    for part in ["HttpOnly", "SameSite=Lax", "Secure"] {
        assert!(cookie.contains(part), "{cookie}");
    }
    assert!(entered.header("strict-transport-security").is_some());
}

#[test]
fn one_address_asks_so_often_and_others_are_not_kept_waiting() {
    let running = Running::on_examples_with(&[
        ("TRAGUARDO_REQUESTS_PER_MINUTE", "5"),
        ("TRAGUARDO_PROXIES", "127.0.0.1"),
    ]);
    let mut visitor = running.visitor();
    let mut ask = |from: &str| {
        let headers = [("X-Forwarded-For", from)];
        visitor.send("GET", "/valdoro/accesso", None, &headers)
    };
    for _ in 0..5 {
        assert_eq!(ask("203.0.113.9").status, 200);
    }
    let refused = ask("203.0.113.9");
    assert_eq!(refused.status, 429);
    let after: u64 = refused
        .header("retry-after")
        .and_then(|s| s.parse().ok())
        .expect("seconds");
    assert!((1..=60).contains(&after), "{after}");
    assert!(
        refused.main().contains("Troppe richieste"),
        "{}",
        refused.main()
    );
    is_guarded(&refused, "a refusal");
    assert_eq!(ask("203.0.113.10").status, 200);
}

#[test]
fn what_is_larger_than_the_limit_is_refused_and_what_is_not_is_taken() {
    let running = Running::on_examples_with(&[("TRAGUARDO_UPLOAD_MEGABYTES", "3")]);
    let mut person = running.signed_in("valdoro", Role::Oiv);
    let (fits, too_large) = (vec![0u8; 5 << 19], vec![0u8; 7 << 19]);
    let to = "/valdoro/profilo/sessioni";
    let taken = person.upload(to, &[], &[("prova", "prova.bin", &fits)]);
    assert_eq!(taken.status, 303, "{}", taken.main());
    let refused = person.upload(to, &[], &[("prova", "prova.bin", &too_large)]);
    assert_eq!(refused.status, 413);
    assert!(
        refused.main().contains("troppo grande"),
        "{}",
        refused.main()
    );
    let long = "x".repeat(5 << 20);
    let refused = person.post(to, &[("sessione", &long)]);
    assert_eq!(refused.status, 413, "a form without files has a limit too");
    assert_eq!(person.get("/valdoro").status, 200);
}

#[test]
fn a_form_from_another_site_is_refused() {
    let running = Running::on_examples();
    let mut person = running.signed_in("valdoro", Role::Oiv);
    let content = format!("csrf={}", person.csrf).into_bytes();
    let media = "application/x-www-form-urlencoded";
    for header in [
        ("Origin", "https://example.org"),
        ("Sec-Fetch-Site", "cross-site"),
    ] {
        let sent = Some((media, content.clone()));
        let refused = person.send("POST", "/valdoro/profilo/sessioni/tutte", sent, &[header]);
        assert_eq!(refused.status, 403, "{header:?}");
    }
    assert_eq!(person.get("/valdoro").status, 200);
}

#[test]
fn whoever_watches_learns_how_it_is() {
    let running = Running::on_examples();
    let mut visitor = running.visitor();
    assert_eq!(visitor.get("/healthz").status, 200);
    assert_eq!(visitor.get("/readyz").status, 200);
    let count = |text: &str| -> u64 {
        let line = text.lines().find(|line| line.contains("status=\"2xx\""));
        line.and_then(|line| line.rsplit(' ').next()?.parse().ok())
            .expect("a count")
    };
    let before = count(&visitor.get("/metrics").text());
    visitor.get("/valdoro/accesso");
    assert_eq!(count(&visitor.get("/metrics").text()), before + 1);
}

#[test]
fn a_database_that_goes_gives_a_calm_page_and_all_works_when_it_comes_back() {
    let postgres = Postgres::start();
    let running = Running::on_examples_in(&postgres.place());
    let mut person = running.signed_in("valdoro", Role::PerformanceOffice);
    let form = [("name", "Ufficio"), ("mail", ""), ("language", "")];
    postgres.stop();
    let gone = person.get("/valdoro");
    assert_eq!(gone.status, 503);
    assert_eq!(gone.header("retry-after"), Some("5"));
    let main = gone.main();
    assert!(main.contains("I dati non sono raggiungibili"), "{main}");
    assert!(main.contains("indica questo riferimento"), "{main}");
    is_guarded(&gone, "a page without database");
    let refused = person.post("/valdoro/profilo", &form);
    assert_eq!(refused.status, 503);
    let main = refused.main();
    assert!(
        main.contains("è ancora qui") && main.contains("Ufficio"),
        "{main}"
    );
    assert_eq!(refused.value_of("name").as_deref(), Some("Ufficio"));
    let sign_in = [("login", "oiv"), ("password", PASSWORD)];
    let refused = running.visitor().post("/valdoro/accesso", &sign_in);
    assert_eq!(refused.status, 503);
    assert!(
        !refused.text().contains(PASSWORD),
        "no page holds a password"
    );
    assert_eq!(person.get("/readyz").status, 503);
    assert_eq!(person.get("/healthz").status, 200);
    postgres.start_again();
    assert_eq!(person.get("/readyz").status, 200);
    assert_eq!(
        person.get("/valdoro").status,
        200,
        "the session is still there"
    );
    let kept = running
        .store
        .account_by_login("valdoro", "performance-office");
    let kept = kept.expect("the database").expect("the account");
    assert_ne!(kept.name, "Ufficio", "nothing was half done");
    assert_eq!(person.post("/valdoro/profilo", &form).status, 303);
    let verdict = running.store.verify("valdoro").expect("the log");
    assert_eq!(verdict.flaw, None);
}

#[test]
fn two_instances_on_one_database_are_one_server() {
    let postgres = Postgres::start();
    let one = Running::on_examples_in(&postgres.place());
    let other = Running::on_examples_in(&postgres.place());
    let mut person = one.signed_in("valdoro", Role::Oiv);
    // The proxy sends the next request to the other one.
    person.moves_to(&other);
    assert_eq!(person.get("/valdoro").status, 200);
    let details = [("name", "Organismo"), ("mail", ""), ("language", "")];
    assert_eq!(person.post("/valdoro/profilo", &details).status, 303);
    person.moves_to(&one);
    assert!(person.get("/valdoro/profilo").text().contains("Organismo"));
    // Wrong passwords on either count together.
    for turn in 0..8 {
        let at = if turn % 2 == 0 { &one } else { &other };
        at.visitor().post(
            "/valdoro/accesso",
            &[("login", "board"), ("password", "a guess")],
        );
    }
    for at in [&one, &other] {
        let form = [("login", "board"), ("password", PASSWORD)];
        let locked = at.visitor().post("/valdoro/accesso", &form);
        assert!(
            locked.main().contains("Troppi tentativi"),
            "{}",
            locked.main()
        );
    }
    assert_eq!(
        person.post("/valdoro/profilo/sessioni/tutte", &[]).status,
        303
    );
    let mut again = one.signed_in("valdoro", Role::Oiv);
    again.post("/valdoro/uscita", &[]);
    again.moves_to(&other);
    assert_eq!(
        again.get("/valdoro").status,
        303,
        "who left one has left the other"
    );
    assert_eq!(one.store.verify("valdoro").expect("the log").flaw, None);
}
