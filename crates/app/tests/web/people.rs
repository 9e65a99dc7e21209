//! Who keeps the accounts, and what everybody keeps of his own.

use store::AuditFilter;
use traguardo::web::demo::PASSWORD;
use traguardo::web::rights::Role;

use super::running::{MailServer, Person, Reply, Running};

/// The number of the account that signs in with this name.
fn account(running: &Running, login: &str) -> i64 {
    let found = running.store.account_by_login("valdoro", login);
    found.expect("the database").expect("the account").id
}

/// The last action of the log, with its reason.
fn logged(running: &Running) -> (String, Option<String>) {
    let filter = AuditFilter::default();
    let last = running.store.audit("valdoro", &filter, 1).expect("a log");
    (last[0].action.clone(), last[0].reason.clone())
}

/// The password that a page shows, this once.
fn shown(reply: &Reply) -> String {
    let main = reply.main();
    let (_, after) = main.rsplit_once("Password ").expect("a password is shown");
    after.split(' ').next().expect("it").to_owned()
}

fn enters(running: &Running, login: &str, password: &str) -> (Person, Reply) {
    let mut person = running.visitor();
    let form = [("login", login), ("password", password)];
    let reply = person.post("/valdoro/accesso", &form);
    (person, reply)
}

#[test]
fn a_new_account_enters_with_the_password_shown_once_and_is_led_to_change_it() {
    let running = Running::on_examples();
    let mut keeper = running.signed_in("valdoro", Role::Administrator);
    let mut form = vec![
        ("name", "Referente del Servizio Imprese"),
        ("login", "Imprese"),
        ("mail", "non una posta"),
        ("role", "indicator_owner"),
        ("unit", ""),
    ];
    let refused = keeper.post("/valdoro/persone/nuova", &form);
    assert_eq!(refused.status, 422);
    assert!(refused.main().contains("Non è un indirizzo di posta"));
    assert!(refused.main().contains("Scegli la struttura"));
    assert_eq!(refused.value_of("mail").as_deref(), Some("non una posta"));
    form[2] = ("mail", "imprese@valdoro.example");
    form[4] = ("unit", "servizio-imprese");
    let created = keeper.post("/valdoro/persone/nuova", &form);
    assert_eq!(created.status, 200, "{}", created.text());
    let password = shown(&created);
    let of = account(&running, "imprese");
    let page = keeper.get(&format!("/valdoro/persone/{of}"));
    assert!(!page.text().contains(&password), "it is shown once");
    assert!(
        page.main()
            .contains("Referente di indicatore – Servizio Imprese e digitale")
    );

    let (mut person, entered) = enters(&running, "imprese", &password);
    let led = entered.header("location").expect("somewhere");
    assert_eq!(led, "/valdoro/profilo?fatto=password-given");
    let profile = person.get(led);
    assert!(
        profile.main().contains("cambiala adesso"),
        "{}",
        profile.main()
    );
    person.csrf = profile.value_of("csrf").expect("a token");
    let mut change = vec![
        ("old", "un'altra"),
        ("new", "una frase che ricordo"),
        ("again", "una frase che ricordo"),
    ];
    let refused = person.post("/valdoro/profilo/password", &change);
    assert_eq!(refused.status, 422);
    assert!(refused.main().contains("Non è quella di adesso"));
    change[0] = ("old", &password);
    assert_eq!(
        person.post("/valdoro/profilo/password", &change).status,
        303
    );
    let (_, again) = enters(&running, "imprese", "una frase che ricordo");
    assert_eq!(again.header("location"), Some("/valdoro"));
    assert_eq!(enters(&running, "imprese", &password).1.status, 422);
}

#[test]
fn a_disabled_account_is_out_at_once() {
    let running = Running::on_examples();
    let mut keeper = running.signed_in("valdoro", Role::Administrator);
    let mut person = running.signed_in("valdoro", Role::Board);
    let state = format!("/valdoro/persone/{}/stato", account(&running, "board"));
    assert_eq!(keeper.post(&state, &[("stato", "disable")]).status, 303);
    assert_eq!(person.get("/valdoro").status, 303, "the session has ended");
    assert_eq!(enters(&running, "board", PASSWORD).1.status, 422);
    assert_eq!(keeper.post(&state, &[("stato", "enable")]).status, 303);
    assert_eq!(enters(&running, "board", PASSWORD).1.status, 303);
}

#[test]
fn the_last_administrator_stays() {
    let running = Running::on_examples();
    let mut keeper = running.signed_in("valdoro", Role::Administrator);
    let own = account(&running, "administrator");
    let refused = keeper.post(
        &format!("/valdoro/persone/{own}/stato"),
        &[("stato", "disable")],
    );
    assert_eq!(refused.status, 422);
    assert!(refused.main().contains("l'ultimo amministratore"));
    let grants = running.store.grants("valdoro", Some(own)).expect("roles");
    let taken = format!("/valdoro/persone/{own}/ruoli/{}/togli", grants[0].id);
    assert_eq!(keeper.post(&taken, &[]).status, 422);
    assert_eq!(
        running
            .store
            .grants("valdoro", Some(own))
            .expect("roles")
            .len(),
        1
    );
}

#[test]
fn an_administrator_takes_rights_on_data_only_with_a_reason_in_the_log() {
    let running = Running::on_examples();
    let mut keeper = running.signed_in("valdoro", Role::Administrator);
    let own = account(&running, "administrator");
    let to = format!("/valdoro/persone/{own}/ruoli");
    let silent = keeper.post(&to, &[("role", "performance_office")]);
    assert_eq!(silent.status, 422);
    assert!(silent.main().contains("ne scrive il motivo"));
    let told = [
        ("role", "performance_office"),
        ("reason", "sostituzione ad agosto"),
    ];
    assert_eq!(keeper.post(&to, &told).status, 303);
    let wanted = (
        "grant-add".to_owned(),
        Some("sostituzione ad agosto".to_owned()),
    );
    assert_eq!(logged(&running), wanted);
}

#[test]
fn a_role_holds_between_its_days_and_ends() {
    let running = Running::on_examples();
    let mut keeper = running.signed_in("valdoro", Role::Administrator);
    let of = account(&running, "staff");
    let to = format!("/valdoro/persone/{of}/ruoli");
    let backwards = [
        ("role", "oiv"),
        ("from", "2026-05-01"),
        ("until", "2026-04-01"),
    ];
    let refused = keeper.post(&to, &backwards);
    assert!(refused.main().contains("Finisce prima di cominciare"));
    let future = [("role", "oiv"), ("from", "2999-01-01"), ("until", "")];
    assert_eq!(keeper.post(&to, &future).status, 303);
    let mut person = running.signed_in("valdoro", Role::Staff);
    assert_eq!(person.get("/valdoro/registro").status, 403, "not yet");
    assert_eq!(keeper.post(&to, &[("role", "oiv")]).status, 303);
    assert_eq!(person.get("/valdoro/registro").status, 200, "from now");
    let grants = running.store.grants("valdoro", Some(of)).expect("roles");
    let last = grants.last().expect("a role").id;
    assert_eq!(keeper.post(&format!("{to}/{last}/fine"), &[]).status, 303);
    assert_eq!(person.get("/valdoro/registro").status, 403, "no longer");
    let other = account(&running, "board");
    let foreign = format!("/valdoro/persone/{other}/ruoli/{last}/togli");
    assert_eq!(
        keeper.post(&foreign, &[]).status,
        404,
        "not a role of that account"
    );
}

#[test]
fn functions_say_who_somebody_is_and_let_read() {
    let running = Running::on_examples();
    let mut keeper = running.signed_in("valdoro", Role::Administrator);
    let of = account(&running, "administrator");
    let to = format!("/valdoro/persone/{of}/ruoli");
    assert_eq!(keeper.post(&to, &[("role", "rpct")]).status, 303);
    let page = keeper.get(&format!("/valdoro/persone/{of}")).main();
    assert!(page.contains("Responsabile anticorruzione"), "{page}");
    let plan = running.plan("valdoro", 2025);
    assert_eq!(keeper.get(&format!("/valdoro/{plan}/albero")).status, 200);
}

#[test]
fn a_lock_after_wrong_passwords_is_seen_and_lifted() {
    let running = Running::on_examples();
    for _ in 0..8 {
        assert_eq!(enters(&running, "oiv", "a guess").1.status, 422);
    }
    let locked = enters(&running, "oiv", PASSWORD).1;
    assert!(
        locked.main().contains("Troppi tentativi"),
        "{}",
        locked.main()
    );
    let mut keeper = running.signed_in("valdoro", Role::Administrator);
    assert!(
        keeper
            .get("/valdoro/persone")
            .main()
            .contains("Accesso oiv")
    );
    let lift = [("tipo", "login"), ("nome", "oiv")];
    assert_eq!(keeper.post("/valdoro/persone/blocchi", &lift).status, 303);
    assert_eq!(logged(&running).0, "lock-lift");
    assert_eq!(enters(&running, "oiv", PASSWORD).1.status, 303);
}

#[test]
fn the_holder_of_a_locked_login_is_told_and_a_stranger_learns_nothing() {
    let mut server = MailServer::start();
    let address = format!("smtp://127.0.0.1:{}", server.port);
    let running = Running::on_examples_with(&[
        ("TRAGUARDO_MAIL_SERVER", &address),
        ("TRAGUARDO_MAIL_FROM", "performance@valdoro.example"),
    ]);
    let pages = |login: &str| -> Vec<String> {
        let replies = (0..9).map(|_| enters(&running, login, "a guess").1);
        replies
            .map(|reply| format!("{} {}", reply.status, reply.main()))
            .collect()
    };
    let (of_nobody, of_board) = (pages("nobody"), pages("board"));
    assert_eq!(of_nobody, of_board, "both are told the same");
    let message = server.message();
    assert_eq!(message["to"][0], "board@valdoro.example");
    let text = message["text"].as_str().expect("a text");
    let until = running.store.locks("valdoro", jiff::Timestamp::now());
    let until = until.expect("the locks")[0].locked_until.clone();
    let until: jiff::Timestamp = until.expect("a moment").parse().expect("a moment");
    let hour = until.to_zoned(traguardo::web::receive::clock());
    let hour = hour.strftime("%H:%M").to_string();
    assert!(text.contains(&hour) && text.contains("«board»"), "{text}");

    let filter = AuditFilter {
        action: Some("lock-begin".to_owned()),
        ..AuditFilter::default()
    };
    let begun = running.store.audit("valdoro", &filter, 10).expect("a log");
    let told: Vec<(Option<i64>, &str)> = begun
        .iter()
        .map(|entry| (entry.record, entry.after.as_deref().expect("what")))
        .collect();
    assert_eq!(told.len(), 2, "each lock begins once: {told:?}");
    assert_eq!(told[0].0, Some(account(&running, "board")));
    assert!(told[0].1.starts_with("login board 20"), "{told:?}");
    assert!(
        told[1].1.starts_with("login 20"),
        "what strangers type is not kept: {told:?}"
    );
    let mut keeper = running.signed_in("valdoro", Role::Administrator);
    let log = keeper.get("/valdoro/registro").main();
    assert!(log.contains("blocco cominciato"), "{log}");
}

#[test]
fn one_leaves_one_session_or_all_of_them() {
    let running = Running::on_examples();
    let mut here = running.signed_in("valdoro", Role::Oiv);
    let mut there = running.signed_in("valdoro", Role::Oiv);
    let of = account(&running, "oiv");
    let sessions = running.store.sessions("valdoro", of).expect("sessions");
    assert_eq!(sessions.len(), 2);
    for session in &sessions {
        here.post(
            "/valdoro/profilo/sessioni",
            &[("sessione", &session.digest)],
        );
        if there.get("/valdoro").status == 303 {
            break;
        }
    }
    assert_eq!(
        running
            .store
            .sessions("valdoro", of)
            .expect("sessions")
            .len(),
        1
    );
    let mut third = running.signed_in("valdoro", Role::Oiv);
    assert_eq!(
        third.post("/valdoro/profilo/sessioni/tutte", &[]).status,
        303
    );
    assert!(
        running
            .store
            .sessions("valdoro", of)
            .expect("sessions")
            .is_empty()
    );
    // Nobody closes the session of somebody else.
    let mut board = running.signed_in("valdoro", Role::Board);
    let mut office = running.signed_in("valdoro", Role::PerformanceOffice);
    let of = account(&running, "performance-office");
    let foreign = running.store.sessions("valdoro", of).expect("sessions")[0]
        .digest
        .clone();
    board.post("/valdoro/profilo/sessioni", &[("sessione", &foreign)]);
    assert_eq!(office.get("/valdoro").status, 200);
}

#[test]
fn ones_own_details_are_changed_but_not_the_login() {
    let running = Running::on_examples();
    let mut person = running.signed_in("valdoro", Role::Oiv);
    let form = [
        ("name", "Presidente OIV"),
        ("login", "root"),
        ("mail", ""),
        ("language", "en"),
    ];
    assert_eq!(person.post("/valdoro/profilo", &form).status, 303);
    let kept = running
        .store
        .account_by_login("valdoro", "oiv")
        .expect("the database");
    let kept = kept.expect("the login is as it was");
    assert_eq!((kept.name.as_str(), kept.mail), ("Presidente OIV", None));
    assert!(
        person
            .get("/valdoro/profilo")
            .text()
            .contains("lang=\"en\"")
    );
}

#[test]
fn the_list_is_filtered_and_had_as_a_file() {
    let running = Running::on_examples();
    let mut keeper = running.signed_in("valdoro", Role::Administrator);
    let list = keeper.get("/valdoro/persone?ruolo=oiv").main();
    assert!(list.contains("1 di 9 accessi"), "{list}");
    let file = keeper.get("/valdoro/persone?formato=csv");
    assert_eq!(file.text().lines().count(), 10, "{}", file.text());
    assert!(
        file.header("content-disposition")
            .is_some_and(|to| to.starts_with("attachment"))
    );
    let renamed = keeper.post(
        "/valdoro/ente",
        &[("body-name", "Camera di Valdoro e Monti")],
    );
    assert_eq!(renamed.status, 303);
    assert!(
        keeper
            .get("/valdoro")
            .text()
            .contains("Camera di Valdoro e Monti")
    );
}
