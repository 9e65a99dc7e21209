//! The pages on which people read: homes, pictures, dashboards, explanations, the check, comparison,
//! search, lists, documents.

use std::time::{Duration, Instant};

use store::{Author, Change, NewEntry};
use traguardo::web::rights::Role;

use super::running::{Person, Reply, Running};

/// A page of a plan, which must be there.
fn read(person: &mut Person, path: &str) -> Reply {
    let reply = person.get(path);
    assert_eq!(reply.status, 200, "{path}: {}", reply.main());
    reply
}

/// The address of the first link whose words are these.
fn link(reply: &Reply, words: &str) -> String {
    let text = reply.text();
    let at = text
        .find(&format!(">{words}<"))
        .unwrap_or_else(|| panic!("a link «{words}»"));
    let before = &text[..at];
    let href = before.rfind("href=\"").expect("an address") + 6;
    let end = before[href..].find('"').expect("its end");
    before[href..href + end]
        .replace("&#38;", "&")
        .replace("&amp;", "&")
}

fn author(now: jiff::Timestamp) -> Author<'static> {
    Author {
        account: None,
        name: "prova",
        now,
        reason: None,
    }
}

/// The number of the first record of a kind whose fields hold a text.
fn record(running: &Running, body: &str, plan: i64, kind: &str, text: &str) -> i64 {
    let (_, records) = running.store.load(body, plan).expect("the plan");
    let mut records = records.into_iter();
    let found = records.find(|record| record.kind == kind && record.fields.contains(text));
    found.unwrap_or_else(|| panic!("{kind} with {text}")).id
}

#[test]
fn each_role_finds_on_its_home_what_it_came_for() {
    let running = Running::on_examples();
    for (role, wanted) in [
        (Role::IndicatorOwner, "I miei indicatori"),
        (Role::Manager, "I miei obiettivi"),
        (
            Role::PerformanceOffice,
            "Avanzamento della rilevazione per area",
        ),
        (Role::SecretaryGeneral, "punti dal 30/06/2025"),
        (Role::Oiv, "Campione della documentazione"),
        (Role::Board, "Com'è andata"),
        (Role::Staff, "Com'è andata"),
        (Role::Evaluator, "Com'è andata"),
        (Role::Administrator, "Accessi attivi: 9"),
    ] {
        let mut person = running.signed_in("valdoro", role);
        let home = read(&mut person, "/valdoro").main();
        assert!(home.contains(wanted), "{}: {home}", role.token());
    }
}

#[test]
fn an_owner_sees_what_is_due_and_what_was_sent_back() {
    let running = Running::on_examples();
    let plan = running.plan("valdoro", 2025);
    let now = jiff::Timestamp::now();
    let account = running.store.account_by_login("valdoro", "indicator-owner");
    let account = account.expect("accounts").expect("the owner").id;
    let due = record(
        &running,
        "valdoro",
        plan,
        "indicator",
        "Gradimento degli eventi",
    );
    let returned = record(
        &running,
        "valdoro",
        plan,
        "indicator",
        "Missioni imprenditoriali",
    );
    let entry = |record| NewEntry {
        record,
        owner: "Ufficio",
        assignee: Some(account),
    };
    let campaign = running
        .store
        .open_campaign(
            "valdoro",
            plan,
            "2025-12-31",
            "2999-01-31",
            &[entry(due), entry(returned)],
            &author(now),
        )
        .expect("a campaign");
    for (from, to, comment) in [
        ("due", "entered", None),
        ("entered", "sent", None),
        ("sent", "returned", Some("Manca la fonte del dato")),
    ] {
        let step = store::Step {
            record: returned,
            from,
            to,
            comment,
        };
        running
            .store
            .enter("valdoro", campaign, &[], &[step], &author(now))
            .expect("a step");
    }
    let mut owner = running.signed_in("valdoro", Role::IndicatorOwner);
    let home = read(&mut owner, "/valdoro").main();
    assert!(
        home.contains("1 consuntivo rinviato con un commento"),
        "{home}"
    );
    assert!(
        home.contains("1 indicatore da rilevare entro il 31/01/2999"),
        "{home}"
    );
    assert!(home.contains("Manca la fonte del dato"), "{home}");
    let back = home
        .find("Missioni imprenditoriali")
        .expect("what was sent back");
    let next = home.find("Gradimento degli eventi").expect("what is due");
    assert!(back < next, "what was sent back stands first");
    let mut office = running.signed_in("valdoro", Role::PerformanceOffice);
    let home = read(&mut office, "/valdoro").main();
    assert!(home.contains("2 consuntivi non ancora inviati"), "{home}");
    assert!(home.contains("Che cosa manca, per responsabile"), "{home}");
}

#[test]
fn a_picture_is_walked_from_its_cards() {
    let running = Running::on_examples();
    let plan = running.plan("valdoro", 2025);
    let objective = record(
        &running,
        "valdoro",
        plan,
        "objective",
        "Una sede che consuma meno",
    );
    let mut board = running.signed_in("valdoro", Role::Board);
    for page in ["albero/figura", "mappa"] {
        let reply = read(&mut board, &format!("/valdoro/{plan}/{page}?al=2025-06-30"));
        let text = reply.text();
        let way = format!("<a href=\"/valdoro/{plan}/scheda/{objective}?al=2025-06-30\">");
        assert!(text.contains(&way), "{page} leads to the sheet");
        assert!(text.contains("role=\"group\""), "its parts can be reached");
        assert!(reply.main().contains("Le stesse cose come elenco"));
    }
}

#[test]
fn dashboards_lead_from_the_body_to_an_indicator() {
    let running = Running::on_examples();
    let plan = running.plan("valdoro", 2025);
    let mut staff = running.signed_in("valdoro", Role::Staff);
    let list = read(&mut staff, &format!("/valdoro/{plan}/cruscotti"));
    for wanted in [
        "Aree strategiche",
        "Prospettive",
        "Cruscotto del Servizio Risorse",
        "Segretario Generale",
        "93,24%",
    ] {
        assert!(list.main().contains(wanted), "{wanted}: {}", list.main());
    }
    let risorse = record(&running, "valdoro", plan, "dashboard", "Servizio Risorse");
    let one = read(&mut staff, &format!("/valdoro/{plan}/cruscotti/{risorse}"));
    let main = one.main();
    assert!(main.contains("93,46%"), "{main}");
    // The worst stands first.
    let bad = main
        .find("non raggiunto")
        .expect("something was not reached");
    assert!(bad < main.rfind(" raggiunto").expect("something was reached"));
    // Who may not produce documents is not offered to.
    assert!(!main.contains("Produci il documento"), "{main}");
    let file = read(
        &mut staff,
        &format!("/valdoro/{plan}/cruscotti/{risorse}?formato=csv"),
    );
    let text = file.text();
    assert!(
        text.contains("Indicatore;Obiettivo;Peso;Target;Consuntivo"),
        "{text}"
    );
    assert_eq!(
        staff
            .get(&format!("/valdoro/{plan}/cruscotti/999999"))
            .status,
        404
    );
}

#[test]
fn an_explanation_goes_down_to_what_was_typed() {
    let running = Running::on_examples();
    let plan = running.plan("valdoro", 2025);
    let mut oiv = running.signed_in("valdoro", Role::Oiv);
    let body = read(&mut oiv, &format!("/valdoro/{plan}/spiegazione")).main();
    assert!(body.contains("93,24% = (60 × 93,396% + 40 ×"), "{body}");
    assert!(
        body.contains("almeno 350 imprese"),
        "down to a target: {body}"
    );
    assert!(body.contains("362"), "and to an actual");
    assert!(body.contains("fuori dal calcolo"), "and what is left out");
    let indicator = record(
        &running,
        "valdoro",
        plan,
        "indicator",
        "Imprese formate negli eventi",
    );
    let page = read(
        &mut oiv,
        &format!("/valdoro/{plan}/spiegazione/{indicator}"),
    );
    let text = page.text();
    let field = format!("/valdoro/{plan}/scheda/{indicator}#f-results.2025-12-31");
    assert!(
        text.contains(&field),
        "the value leads to its field: {}",
        page.main()
    );
}

#[test]
fn the_check_is_filtered_by_its_address() {
    let running = Running::on_examples();
    let plan = running.plan("brescia", 2020);
    let mut office = running.signed_in("brescia", Role::PerformanceOffice);
    let all = read(&mut office, &format!("/brescia/{plan}/verifica"));
    assert!(all.main().contains("segnalazioni"), "{}", all.main());
    let errors = read(
        &mut office,
        &format!("/brescia/{plan}/verifica?gravita=warning"),
    );
    assert!(!errors.text().contains("t-finding t-note"), "only warnings");
    assert!(errors.text().contains("t-finding t-warning"));
    let rule = read(
        &mut office,
        &format!("/brescia/{plan}/verifica?regola=area-empty"),
    );
    assert!(
        !rule.text().contains("/regole/baseline-missing\">"),
        "only that rule"
    );
    let file = read(
        &mut office,
        &format!("/brescia/{plan}/verifica?formato=csv"),
    );
    assert!(
        file.text().starts_with("\u{feff}Gravità;Regola;"),
        "{}",
        file.text()
    );
    // Who may not see findings gets none.
    let mut staff = running.signed_in("brescia", Role::Staff);
    assert_eq!(staff.get(&format!("/brescia/{plan}/verifica")).status, 403);
}

/// A plan in which the check finds something that it can mend itself.
fn with_a_finding(running: &Running, plan: i64) {
    let indicator = record(
        running,
        "valdoro",
        plan,
        "indicator",
        "Gradimento degli eventi",
    );
    let (_, records) = running.store.load("valdoro", plan).expect("the plan");
    let fields = records
        .into_iter()
        .find(|record| record.id == indicator)
        .expect("it");
    let fields: serde_json::Value = serde_json::from_str(&fields.fields).expect("fields");
    let before = fields.get("weight").map(ToString::to_string);
    let change = Change::Set {
        record: indicator,
        field: "weight".to_owned(),
        before,
        after: Some("\"39\"".to_owned()),
    };
    let now = jiff::Timestamp::now();
    let applied = running
        .store
        .apply("valdoro", plan, &[change], &author(now));
    applied.expect("the weight changes");
}

#[test]
fn a_finding_is_accepted_only_with_a_reason() {
    let running = Running::on_examples();
    let plan = running.plan("valdoro", 2025);
    with_a_finding(&running, plan);
    let mut office = running.signed_in("valdoro", Role::PerformanceOffice);
    let page = read(&mut office, &format!("/valdoro/{plan}/verifica"));
    let way = page
        .text()
        .split("href=\"")
        .find_map(|rest| {
            let href = rest.split('"').next()?;
            href.contains("/verifica/accetta?").then(|| href.to_owned())
        })
        .expect("a way to accept");
    let asked = read(&mut office, &way);
    let mark = asked.value_of("segnalazione").expect("which finding");
    let address = format!("/valdoro/{plan}/verifica/accetta");
    let refused = office.post(&address, &[("segnalazione", &mark), ("motivo", "  ")]);
    assert_eq!(refused.status, 422);
    assert!(
        refused.main().contains("Compila questo campo"),
        "{}",
        refused.main()
    );
    let form = [
        ("segnalazione", mark.as_str()),
        ("motivo", "Il resto del peso viene dall'azienda speciale"),
    ];
    let accepted = office.post(&address, &form);
    assert_eq!(accepted.status, 303, "{}", accepted.main());
    let back = accepted.header("location").expect("where to").to_owned();
    let page = read(&mut office, &back);
    let main = page.main();
    assert!(main.contains("Segnalazione accettata"), "{main}");
    assert!(
        main.contains("Il resto del peso viene dall'azienda speciale"),
        "{main}"
    );
    let (_, records) = running.store.load("valdoro", plan).expect("the plan");
    let silence = records
        .iter()
        .rfind(|record| record.kind == "silence")
        .expect("it");
    assert!(
        silence.fields.contains("Ufficio performance"),
        "{}",
        silence.fields
    );
    // The same form sent again finds nothing to accept.
    let again = office.post(&address, &form);
    assert!(
        again
            .header("location")
            .is_some_and(|to| to.contains("finding-gone"))
    );
    // The OIV reads it at home, and may not accept anything.
    let mut oiv = running.signed_in("valdoro", Role::Oiv);
    let home = read(&mut oiv, "/valdoro").main();
    assert!(
        home.contains("Il resto del peso viene dall'azienda speciale"),
        "{home}"
    );
    assert_eq!(oiv.post(&address, &form).status, 403);
}

#[test]
fn what_the_check_can_mend_is_mended_with_a_button() {
    let running = Running::on_examples();
    let mut mended = 0;
    for (body, year) in [
        ("brescia", 2019),
        ("brescia", 2020),
        ("brescia", 2024),
        ("bergamo", 2022),
    ] {
        let plan = running.plan(body, year);
        let mut office = running.signed_in(body, Role::PerformanceOffice);
        let page = read(&mut office, &format!("/{body}/{plan}/verifica"));
        let text = page.text();
        let Some(form) = text
            .split("<form")
            .find(|form| form.contains("/verifica/correggi"))
        else {
            continue;
        };
        let mark = form
            .split("name=\"segnalazione\" value=\"")
            .nth(1)
            .expect("which");
        let mark = mark.split('"').next().expect("its end").to_owned();
        let before = running.store.revision(body, plan).expect("a revision");
        let address = format!("/{body}/{plan}/verifica/correggi");
        let done = office.post(&address, &[("segnalazione", &mark), ("da", "gravita=note")]);
        assert_eq!(done.status, 303, "{}", done.main());
        let to = done.header("location").expect("where to").to_owned();
        assert!(to.contains("gravita=note") && to.contains("lotto="), "{to}");
        assert!(running.store.revision(body, plan).expect("a revision") > before);
        let page = read(&mut office, &to);
        assert!(
            page.main().contains("Corretto. Annulla la modifica"),
            "{}",
            page.main()
        );
        assert!(!page.text().contains(&mark), "it is gone");
        mended += 1;
    }
    assert!(mended > 0, "some published plan has something to mend");
}

#[test]
fn a_rule_has_its_page() {
    let running = Running::on_examples();
    let mut office = running.signed_in("valdoro", Role::PerformanceOffice);
    let list = read(&mut office, "/valdoro/regole").main();
    assert!(list.contains("Un'area senza obiettivi"), "{list}");
    let one = read(&mut office, "/valdoro/regole/area-empty");
    let main = one.main();
    for wanted in ["Come rimediare", "Perché", "Esempi", "[[area]]"] {
        assert!(main.contains(wanted), "{wanted}: {main}");
    }
    assert_eq!(office.get("/valdoro/regole/nothing-like-it").status, 404);
}

#[test]
fn two_dates_and_two_plans_show_only_what_differs() {
    let running = Running::on_examples();
    let plan = running.plan("valdoro", 2025);
    let mut board = running.signed_in("valdoro", Role::Board);
    let page = format!("/valdoro/{plan}/confronto");
    let main = read(&mut board, &format!("{page}?da=2025-06-30&a=2025-12-31")).main();
    assert!(main.contains("99,05% 93,24% −5,81"), "{main}");
    let same = read(&mut board, &format!("{page}?da=2025-12-31&a=2025-12-31")).main();
    assert!(
        same.contains("Nessuna differenza") || !same.contains("Punteggi che cambiano"),
        "{same}"
    );
    let first = read(&mut board, &format!("{page}?a=2025-06-30")).main();
    assert!(
        first.contains("Prima di questa data non c'è niente"),
        "{first}"
    );
    assert_eq!(board.get(&format!("{page}?da=ieri")).status, 400);
    let (old, new) = (running.plan("brescia", 2019), running.plan("brescia", 2020));
    let mut reader = running.signed_in("brescia", Role::Staff);
    let page = format!("/brescia/{new}/confronto?con={old}");
    let main = read(&mut reader, &page).main();
    assert!(main.contains("Che cosa si confronta"), "{main}");
    let file = read(&mut reader, &format!("{page}&formato=xlsx"));
    assert!(file.content.starts_with(b"PK"), "a workbook");
    let other = format!("/brescia/{new}/confronto?con={plan}0");
    assert_eq!(reader.get(&other).status, 404);
}

#[test]
fn search_finds_whatever_the_case_and_accents() {
    let running = Running::on_examples();
    let plan = running.plan("valdoro", 2025);
    let mut staff = running.signed_in("valdoro", Role::Staff);
    let page = format!("/valdoro/{plan}/cerca");
    let by_code = read(&mut staff, &format!("{page}?q=2.1.2"));
    let main = by_code.main();
    let first = main
        .find("Una sede che consuma meno")
        .expect("the objective of that code");
    assert!(!main[..first].contains("2.1.3"), "{main}");
    let plain = read(&mut staff, &format!("{page}?q=comunita+ENERGETICHE")).main();
    assert!(plain.contains("Comunità energetiche"), "{plain}");
    let none = read(&mut staff, &format!("{page}?q=%3Cscript%3Ezzz"));
    let said = "Niente con «<script>zzz»";
    assert!(none.main().contains(said), "{}", none.main());
    assert!(
        !none.text().contains("<script>zzz"),
        "what was typed is no markup"
    );
    let empty = read(&mut staff, &page).main();
    assert!(empty.contains("Scrivi che cosa cerchi"), "{empty}");
    let plan = running.plan("brescia", 2020);
    let mut reader = running.signed_in("brescia", Role::Staff);
    let page = read(&mut reader, &format!("/brescia/{plan}/cerca?q=imprese")).main();
    assert!(page.contains("Negli altri piani dell'ente"), "{page}");
}

#[test]
fn lists_are_filtered_sorted_and_exported() {
    let running = Running::on_examples();
    let plan = running.plan("valdoro", 2025);
    let mut staff = running.signed_in("valdoro", Role::Staff);
    let page = format!("/valdoro/{plan}/indicatori");
    let all = read(&mut staff, &page).main();
    assert!(all.contains("28 di 28 indicatori"), "{all}");
    let late = read(
        &mut staff,
        &format!("{page}?stato=not_reached&tipo=efficienza"),
    );
    let main = late.main();
    assert!(main.contains("Tempo medio di evasione"), "{main}");
    assert!(!main.contains("Gradimento degli eventi"), "{main}");
    assert!(
        main.contains("Togli il filtro Stato: non raggiunto"),
        "{main}"
    );
    let sorted = read(&mut staff, &format!("{page}?ordine=score")).main();
    let least = sorted.find("Valore dei contratti").expect("75%");
    let most = sorted.find("Imprese attive che usano").expect("100%");
    assert!(least < most, "the least first");
    let columns = read(&mut staff, &format!("{page}?colonna=area&colonna=measure"));
    let heads = columns.text();
    let heads = heads
        .split("<thead")
        .nth(1)
        .and_then(|rest| rest.split("</thead>").next());
    let heads = heads.expect("a head").to_owned();
    assert!(
        heads.contains("Unità di misura") && !heads.contains("Consuntivo"),
        "{heads}"
    );
    let file = read(&mut staff, &format!("{page}?stato=reached&formato=csv"));
    let lines = file.text().lines().count();
    assert_eq!(lines, 15, "a head and 14 reached: {}", file.text());
    let disposition = file.header("content-disposition").unwrap_or_default();
    assert!(
        disposition.starts_with("attachment; filename=\"indicatori.csv\""),
        "{disposition}"
    );
    let file = read(
        &mut staff,
        &format!("/valdoro/{plan}/obiettivi?formato=xlsx"),
    );
    assert!(file.content.starts_with(b"PK"), "a workbook");
    let none = read(&mut staff, &format!("{page}?area=zzz")).main();
    assert!(none.contains("Nessun indicatore"), "{none}");
}

/// Asks the page of progress until the document is there.
fn made(person: &mut Person, progress: &str) -> Reply {
    let begun = Instant::now();
    loop {
        let reply = person.get(progress);
        if reply.status == 303 {
            return reply;
        }
        assert_eq!(reply.status, 200, "{}", reply.main());
        assert!(
            begun.elapsed() < Duration::from_secs(120),
            "{}",
            reply.main()
        );
        std::thread::yield_now();
    }
}

#[test]
fn a_document_is_made_behind_kept_and_downloaded() {
    let running = Running::on_examples();
    let plan = running.plan("valdoro", 2025);
    let mut office = running.signed_in("valdoro", Role::PerformanceOffice);
    let page = format!("/valdoro/{plan}/documenti");
    let before = read(&mut office, &page).main();
    assert!(
        before.contains("Nessun documento è stato ancora prodotto"),
        "{before}"
    );
    let missing = read(&mut office, &format!("{page}?manca=monitoraggio")).main();
    assert!(
        missing.contains("hanno contenuto Obiettivi trasversali"),
        "{missing}"
    );
    for (kind, format, begins) in [
        ("monitoraggio", "docx", &b"PK"[..]),
        ("confronto", "xlsx", b"PK"),
        ("relazione", "html", b"<!DOCTYPE"),
    ] {
        let form = [
            ("genere", kind),
            ("formato", format),
            ("data", "2025-12-31"),
            ("da", "2025-06-30"),
        ];
        let ordered = office.post(&page, &form);
        assert_eq!(ordered.status, 303, "{}", ordered.main());
        let progress = ordered
            .header("location")
            .expect("the page of progress")
            .to_owned();
        let there = made(&mut office, &progress);
        let back = there
            .header("location")
            .expect("back to the list")
            .to_owned();
        let list = read(&mut office, &back);
        assert!(
            list.main().contains("Il documento è pronto"),
            "{}",
            list.main()
        );
        let kept = running.store.documents("valdoro", plan).expect("documents");
        let last = kept.first().expect("the newest");
        assert_eq!((last.kind.as_str(), last.format.as_str()), (kind, format));
        assert_eq!(last.author, "Ufficio performance");
        assert!(list.main().contains(&last.digest), "its digest is told");
        let file = read(&mut office, &format!("{page}/{}", last.id));
        assert!(file.content.starts_with(begins), "{kind}");
        let disposition = file.header("content-disposition").unwrap_or_default();
        assert!(disposition.starts_with("attachment"), "{disposition}");
    }
    // Nothing is left of what was under way, and everybody reads what is kept.
    let drafts = running
        .store
        .account_by_login("valdoro", "performance-office");
    let account = drafts.expect("accounts").expect("the office").id;
    assert!(
        running
            .store
            .drafts("valdoro", account)
            .expect("drafts")
            .is_empty()
    );
    let mut staff = running.signed_in("valdoro", Role::Staff);
    let list = read(&mut staff, &page);
    let file = link(&list, "monitoraggio-2025-12-31.docx");
    assert_eq!(read(&mut staff, &file).status, 200);
    assert_eq!(
        staff
            .post(&page, &[("genere", "piano"), ("formato", "docx")])
            .status,
        403
    );
    let mut stranger = running.signed_in("brescia", Role::Staff);
    assert_ne!(
        stranger.get(&file).status,
        200,
        "another body's documents stay theirs"
    );
}

/// A red dot: the least PNG that is one.
const DOT: &[u8] = include_bytes!("dot.png");

#[test]
fn a_logo_is_looked_at_kept_and_carried_by_documents() {
    let running = Running::on_examples();
    let plan = running.plan("valdoro", 2025);
    let mut office = running.signed_in("valdoro", Role::PerformanceOffice);
    let page = format!("/valdoro/{plan}/documenti");
    let bring = |person: &mut Person, name: &str, bytes: &[u8]| {
        person.upload(&format!("{page}/logo"), &[], &[("logo", name, bytes)])
    };
    let drawing = |inside: &str| {
        format!(
            "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='20'>{inside}\
             <rect width='40' height='20' fill='#0a6b3d'/></svg>"
        )
    };
    let mut vast = DOT.to_vec();
    vast[16..24].copy_from_slice(&[0, 1, 0, 0, 0, 1, 0, 0]);
    let large = drawing(&"<g/>".repeat(300_000));
    for (name, bytes, said) in [
        ("vuoto.png", &b""[..], "Scegli il file"),
        (
            "pagina.svg",
            b"<html><svg></svg></html>",
            "Ci vuole un disegno",
        ),
        (
            "script.svg",
            drawing("<script>alert(1)</script>").as_bytes(),
            "Ci vuole un disegno",
        ),
        (
            "altro.svg",
            drawing("<image href='file:///etc/passwd'/>").as_bytes(),
            "Ci vuole un disegno",
        ),
        (
            "bomba.svg",
            b"<!DOCTYPE svg [<!ENTITY a 'aa'>]><svg>&a;</svg>",
            "Ci vuole un disegno",
        ),
        (
            "finto.png",
            b"\x89PNG\r\n\x1a\n and nothing more",
            "Ci vuole un disegno",
        ),
        ("vasto.png", &vast, "Ci vuole un disegno"),
        ("grande.svg", large.as_bytes(), "più grande"),
    ] {
        let refused = bring(&mut office, name, bytes);
        assert_eq!(refused.status, 422, "{name}: {}", refused.main());
        assert!(refused.main().contains(said), "{name}: {}", refused.main());
    }
    let mut oiv = running.signed_in("valdoro", Role::Oiv);
    assert_eq!(bring(&mut oiv, "logo.png", DOT).status, 403);
    assert!(running.store.logos("valdoro").expect("logos").is_empty());

    let svg = drawing("");
    for (name, bytes, media) in [
        ("Logo dell'ente.PNG", DOT, "image/png"),
        ("logo.svg", svg.as_bytes(), "image/svg+xml"),
    ] {
        let kept = bring(&mut office, name, bytes);
        assert_eq!(kept.status, 303, "{}", kept.main());
        let newest = running.store.logos("valdoro").expect("logos").remove(0);
        let file = office.get(&format!("{page}/{}", newest.id));
        assert_eq!(file.content, bytes);
        assert_eq!(file.header("content-type"), Some(media));
        let disposition = file.header("content-disposition").unwrap_or_default();
        assert!(disposition.starts_with("attachment"), "{disposition}");
        let policy = file.header("content-security-policy");
        assert_eq!(policy, Some("default-src 'none'; sandbox"));
        assert!(read(&mut office, &page).main().contains(&newest.file_name));
        let form = [
            ("genere", "relazione"),
            ("formato", "html"),
            ("data", "2025-12-31"),
        ];
        let ordered = office.post(&page, &form);
        let progress = ordered.header("location").expect("its progress").to_owned();
        made(&mut office, &progress);
        let documents = running.store.documents("valdoro", plan).expect("documents");
        assert!(
            documents.iter().all(|of| of.kind == "relazione"),
            "{documents:?}"
        );
        let made = running.store.document_content("valdoro", documents[0].id);
        let html = String::from_utf8(made.expect("the document").1).expect("text");
        assert!(html.contains(&format!("src=\"data:{media}")), "{name}");
        assert!(html.contains("Logo di Camera"), "{name}");
    }
}

#[test]
fn a_document_that_lacks_something_is_asked_for_again() {
    let running = Running::on_examples();
    let plan = running.plan("valdoro", 2025);
    let mut office = running.signed_in("valdoro", Role::PerformanceOffice);
    let page = format!("/valdoro/{plan}/documenti");
    for (form, said) in [
        (
            vec![("genere", "scheda"), ("formato", "docx")],
            "Scegli di quale voce",
        ),
        (
            vec![("genere", "confronto"), ("formato", "docx")],
            "Scegli la data di prima",
        ),
        (
            vec![("genere", "romanzo"), ("formato", "docx")],
            "Scegli una delle voci",
        ),
        (
            vec![("genere", "piano"), ("formato", "exe")],
            "Scegli una delle voci",
        ),
    ] {
        let refused = office.post(&page, &form);
        assert_eq!(refused.status, 422, "{form:?}");
        assert!(
            refused.main().contains(said),
            "{form:?}: {}",
            refused.main()
        );
    }
    assert!(
        running
            .store
            .documents("valdoro", plan)
            .expect("documents")
            .is_empty()
    );
    assert_eq!(
        office.get(&format!("{page}/in-corso/0123456789")).status,
        404
    );
}

#[test]
fn an_empty_plan_has_calm_pages() {
    let running = Running::on_examples();
    let now = jiff::Timestamp::now();
    let added = running
        .store
        .add_plan("valdoro", "Piano vuoto", 2031, &[], &author(now));
    let (plan, _) = added.expect("a plan");
    let mut office = running.signed_in("valdoro", Role::PerformanceOffice);
    for page in [
        "albero/figura",
        "mappa",
        "cruscotti",
        "spiegazione",
        "verifica",
        "confronto",
        "cerca?q=imprese",
        "obiettivi",
        "indicatori",
        "documenti",
    ] {
        read(&mut office, &format!("/valdoro/{plan}/{page}"));
    }
    read(&mut office, "/valdoro");
}
