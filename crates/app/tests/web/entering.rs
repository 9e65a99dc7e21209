//! Who enters, and who does not.

use traguardo::web::rights::Role;

use super::running::Running;

#[test]
fn every_role_of_the_demonstration_enters_and_sees_its_home() {
    let running = Running::on_examples();
    for role in Role::ALL {
        let mut person = running.signed_in("valdoro", role);
        let home = person.get("/valdoro");
        assert_eq!(home.status, 200, "{}: {}", role.token(), home.text());
        assert!(home.main().contains("Buon lavoro") || role == Role::Administrator);
    }
}

#[test]
fn who_has_not_signed_in_is_led_to_the_door_and_back() {
    let running = Running::on_examples();
    let plan = running.plan("valdoro", 2025);
    let mut visitor = running.visitor();
    let asked = visitor.get(&format!("/valdoro/{plan}/albero?al=2025-06-30"));
    assert_eq!(asked.status, 303);
    let door = asked
        .header("location")
        .expect("the way to the door")
        .to_owned();
    assert!(door.starts_with("/valdoro/accesso?verso="), "{door}");
    let page = visitor.get(&door);
    let towards = page.value_of("verso").expect("where to go then");
    let form = [
        ("login", "oiv"),
        ("password", traguardo::web::demo::PASSWORD),
        ("verso", towards.as_str()),
    ];
    let entered = visitor.post("/valdoro/accesso", &form);
    assert_eq!(entered.status, 303);
    let back = entered.header("location").expect("the way back");
    assert_eq!(back, format!("/valdoro/{plan}/albero?al=2025-06-30"));
}

#[test]
fn a_wrong_password_and_a_wrong_login_get_the_same_answer() {
    let running = Running::on_examples();
    let mut visitor = running.visitor();
    let mut answer = |login: &str| {
        let form = [("login", login), ("password", "not the right one")];
        let reply = visitor.post("/valdoro/accesso", &form);
        assert_eq!(reply.status, 422);
        reply.main()
    };
    assert_eq!(answer("oiv"), answer("nobody"));
}

#[test]
fn nobody_is_sent_elsewhere_after_signing_in() {
    let running = Running::on_examples();
    for elsewhere in [
        "https://example.org/",
        "//example.org",
        "/valdorox",
        "/brescia",
    ] {
        let form = [
            ("login", "oiv"),
            ("password", traguardo::web::demo::PASSWORD),
            ("verso", elsewhere),
        ];
        let entered = running.visitor().post("/valdoro/accesso", &form);
        assert_eq!(entered.header("location"), Some("/valdoro"), "{elsewhere}");
    }
}

#[test]
fn a_form_without_the_token_of_the_session_does_nothing() {
    let running = Running::on_examples();
    let mut person = running.signed_in("valdoro", Role::Oiv);
    person.csrf = String::new();
    assert_eq!(person.post("/valdoro/uscita", &[]).status, 403);
    assert_eq!(person.get("/valdoro").status, 200);
}

#[test]
fn an_account_of_one_body_sees_nothing_of_another() {
    let running = Running::on_examples();
    let plan = running.plan("brescia", 2024);
    let mut person = running.signed_in("valdoro", Role::PerformanceOffice);
    let asked = person.get(&format!("/brescia/{plan}/albero"));
    assert_eq!(asked.status, 303);
    assert!(
        asked
            .header("location")
            .is_some_and(|to| to.starts_with("/brescia/accesso"))
    );
}

#[test]
fn the_first_start_creates_body_and_administrator_once() {
    let running = Running::empty();
    let mut visitor = running.visitor();
    assert_eq!(visitor.get("/").header("location"), Some("/primo-avvio"));
    let mut form = vec![
        ("body-name", "Camera di prova"),
        ("body", "prova"),
        ("name", "Amministratore"),
        ("login", "Admin"),
        ("mail", ""),
        ("password", "corta"),
    ];
    let refused = visitor.post("/primo-avvio", &form);
    assert_eq!(refused.status, 422);
    assert!(refused.main().contains("almeno 12 caratteri"));
    assert_eq!(
        refused.value_of("body-name").as_deref(),
        Some("Camera di prova")
    );
    form[5] = ("password", "una frase abbastanza lunga");
    let created = visitor.post("/primo-avvio", &form);
    assert_eq!(created.header("location"), Some("/prova/accesso"));
    assert_eq!(visitor.post("/primo-avvio", &form).status, 404);
    let entered = visitor.post(
        "/prova/accesso",
        &[
            ("login", "admin"),
            ("password", "una frase abbastanza lunga"),
        ],
    );
    assert_eq!(entered.header("location"), Some("/prova"));
    // Who administers changes no plan: the home says whom to call in.
    let home = visitor.get("/prova");
    assert!(
        home.text().contains("href=\"/prova/persone/nuova\""),
        "{}",
        home.main()
    );
}
