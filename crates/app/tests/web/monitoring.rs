//! A campaign from its opening to its closing, by those who take part in it.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use serde_json::Value as Json;
use store::{AuditFilter, Author, Change, Entry};
use traguardo::web::pages::monitoring::evidence::media_of;
use traguardo::web::rights::Role;

use super::running::{MailServer, Person, Reply, Running};

const BODY: &str = "valdoro";

/// A body with an open campaign.
struct Scene {
    running: Running,
    office: Person,
    plan: i64,
    campaign: i64,
}

impl Scene {
    fn at(checkpoint: &str) -> Scene {
        Scene::on(Running::on_examples(), checkpoint)
    }

    fn on(running: Running, checkpoint: &str) -> Scene {
        let plan = running.plan(BODY, 2025);
        let mut office = running.signed_in(BODY, Role::PerformanceOffice);
        let form = [("checkpoint", checkpoint), ("due", "2099-07-31")];
        let opened = office.post(&format!("/{BODY}/{plan}/monitoraggio"), &form);
        assert_eq!(opened.status, 303, "{}", opened.main());
        let campaigns = running.store.campaigns(BODY, plan).expect("campaigns");
        let campaign = campaigns.first().expect("the campaign").id;
        Scene {
            running,
            office,
            plan,
            campaign,
        }
    }

    fn page(&self, page: &str) -> String {
        let base = format!("/{BODY}/{}/monitoraggio/{}", self.plan, self.campaign);
        match page {
            page if page.is_empty() || page.starts_with('?') => format!("{base}{page}"),
            page => format!("{base}/{page}"),
        }
    }

    fn entries(&self) -> Vec<Entry> {
        self.running
            .store
            .entries(BODY, self.campaign)
            .expect("entries")
    }

    fn step(&self, record: i64) -> String {
        let entries = self.entries();
        let found = entries.into_iter().find(|entry| entry.record == record);
        found.expect("the entry").step
    }

    /// The fields of a record, as stored.
    fn fields(&self, record: i64) -> Json {
        let (_, records) = self.running.store.load(BODY, self.plan).expect("a plan");
        let found = records.into_iter().find(|of| of.id == record);
        serde_json::from_str(&found.expect("the record").fields).expect("JSON")
    }

    /// The record of the indicator or activity with this name.
    fn named(&self, name: &str) -> i64 {
        let (_, records) = self.running.store.load(BODY, self.plan).expect("a plan");
        let found = records.iter().find(|record| {
            let fields: Json = serde_json::from_str(&record.fields).expect("JSON");
            fields["name"] == name || fields["title"] == name
        });
        found.unwrap_or_else(|| panic!("there is no {name}")).id
    }

    fn person(&self, role: Role) -> Person {
        self.running.signed_in(BODY, role)
    }

    /// Saves or sends a value as its page would.
    fn enter(&self, person: &mut Person, record: i64, what: &str, typed: &[(&str, &str)]) -> Reply {
        let address = self.page(&format!("voce/{record}"));
        let page = person.get(&address);
        let before = unescaped(&page.value_of("before").unwrap_or_default());
        let seen = page.value_of("visto").unwrap_or_default();
        let mut form = vec![
            ("before", before.as_str()),
            ("visto", &seen),
            ("passo", what),
        ];
        form.extend(typed);
        person.post(&address, &form)
    }
}

fn unescaped(text: &str) -> String {
    text.replace("&#34;", "\"")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}

/// An indicator of the owner's own service.
const TALKS: &str = "Colloqui del Punto impresa digitale";

#[test]
fn a_campaign_asks_each_owner_exactly_what_is_due() {
    let scene = Scene::at("2025-06-30");
    assert_eq!(scene.entries().len(), 21);
    let mut owner = scene.person(Role::IndicatorOwner);
    let mine = owner.get(&scene.page("mie")).main();
    assert!(mine.contains(TALKS), "{mine}");
    assert!(mine.contains("0 su 7"), "{mine}");
    assert!(!mine.contains("Ritardo medio dei pagamenti"), "{mine}");
    // A project is entered by its activities, not as a whole.
    assert!(mine.contains("Dodici giornate di sportello"), "{mine}");
    let log = AuditFilter {
        action: Some("campaign-open".to_owned()),
        ..AuditFilter::default()
    };
    let logged = scene.running.store.audit(BODY, &log, 10).expect("the log");
    assert_eq!(logged.len(), 1);
}

#[test]
fn a_campaign_is_opened_once_for_a_checkpoint_and_not_due_before_it() {
    let mut scene = Scene::at("2025-06-30");
    let address = format!("/{BODY}/{}/monitoraggio", scene.plan);
    let mut refused = |checkpoint: &str, due: &str, said: &str| {
        let form = [("checkpoint", checkpoint), ("due", due)];
        let reply = scene.office.post(&address, &form);
        assert_eq!(reply.status, 422);
        assert!(reply.main().contains(said), "{}", reply.main());
    };
    refused("2025-06-30", "2025-07-31", "non ha ancora una campagna");
    refused("2025-12-31", "2025-07-31", "prima del giorno");
    refused("2025-12-31", "domani", "Non è un giorno");
}

#[test]
fn a_value_goes_from_the_owner_to_the_manager_back_and_forth() {
    let scene = Scene::at("2025-06-30");
    let record = scene.named(TALKS);
    let mut owner = scene.person(Role::IndicatorOwner);
    let mut manager = scene.person(Role::Manager);

    let saved = scene.enter(
        &mut owner,
        record,
        "save",
        &[
            ("text", "231 colloqui"),
            ("as_of", "31/05/2025"),
            ("provisional", "yes"),
            ("note", "mancano i dati di giugno"),
        ],
    );
    assert_eq!(saved.status, 303, "{}", saved.main());
    let value = &scene.fields(record)["results"]["2025-06-30"];
    assert_eq!(value["text"], "231 colloqui");
    assert_eq!(value["as_of"], "31/05/2025");
    assert_eq!(value["provisional"], "true");
    assert_eq!(value["note"], "mancano i dati di giugno");
    assert_eq!(scene.step(record), "entered");

    let typed = [("text", "231 colloqui")];
    assert_eq!(scene.enter(&mut owner, record, "send", &typed).status, 303);
    assert_eq!(scene.step(record), "sent");
    let again = scene.enter(&mut owner, record, "save", &[("text", "999")]);
    assert_eq!(again.status, 400, "what is sent is not written any more");

    let waiting = manager.get(&scene.page("da-confermare")).main();
    assert!(waiting.contains(TALKS), "{waiting}");
    let decide = scene.page(&format!("voce/{record}/passo"));
    let silent = manager.post(&decide, &[("decisione", "returned"), ("comment", " ")]);
    assert_eq!(silent.status, 422, "nothing is sent back without a comment");
    let comment = "serve il dato al 30 giugno";
    let back = manager.post(&decide, &[("decisione", "returned"), ("comment", comment)]);
    assert_eq!(back.status, 303, "{}", back.main());
    let mine = owner.get(&scene.page("mie")).main();
    let (returned, due) = (mine.find(comment), mine.find("Da rilevare e inviare"));
    assert!(
        returned.is_some() && returned < due,
        "it stands on top: {mine}"
    );

    let typed = [("text", "240 colloqui")];
    assert_eq!(scene.enter(&mut owner, record, "send", &typed).status, 303);
    let all = [(format!("r-{record}"), "yes")];
    let form: Vec<(&str, &str)> = all.iter().map(|(a, b)| (a.as_str(), *b)).collect();
    let confirmed = manager.post(&scene.page("da-confermare"), &form);
    assert_eq!(confirmed.status, 303, "{}", confirmed.main());
    assert_eq!(scene.step(record), "confirmed");
}

#[test]
fn nobody_enters_what_is_not_theirs() {
    let scene = Scene::at("2025-06-30");
    let record = scene.named("Ritardo medio dei pagamenti");
    let mut owner = scene.person(Role::IndicatorOwner);
    let reply = scene.enter(&mut owner, record, "save", &[("text", "0")]);
    assert_eq!(reply.status, 403);
    for role in [Role::Oiv, Role::Staff, Role::Board] {
        let mut person = scene.person(role);
        let reply = person.post(&scene.page(&format!("voce/{record}")), &[("text", "0")]);
        assert_eq!(reply.status, 403, "{}", role.token());
        assert!(
            !person
                .get(&scene.page(&format!("voce/{record}")))
                .text()
                .contains("name=\"text\"")
        );
    }
    let mut owner = scene.person(Role::IndicatorOwner);
    let own = scene.named(TALKS);
    let decide = scene.page(&format!("voce/{own}/passo"));
    assert_eq!(
        owner.post(&decide, &[("decisione", "confirmed")]).status,
        403
    );
}

#[test]
fn the_office_gives_an_entry_to_somebody_who_may_then_enter_it() {
    let mut scene = Scene::at("2025-06-30");
    let record = scene.named("Ritardo medio dei pagamenti");
    let accounts = scene.running.store.accounts(BODY).expect("accounts");
    let owner = accounts
        .iter()
        .find(|account| account.login == "indicator-owner");
    let owner = owner.expect("the owner").id.to_string();
    let form = [("assignee", owner.as_str())];
    let given = scene
        .office
        .post(&scene.page(&format!("voce/{record}/affida")), &form);
    assert_eq!(given.status, 303);
    let mut person = scene.person(Role::IndicatorOwner);
    assert!(
        person
            .get(&scene.page("mie"))
            .main()
            .contains("Ritardo medio dei pagamenti")
    );
    let saved = scene.enter(&mut person, record, "save", &[("text", "-9 gg")]);
    assert_eq!(saved.status, 303, "{}", saved.main());
}

#[test]
fn a_closed_campaign_stays_as_it_is_until_it_is_opened_again_for_a_reason() {
    let mut scene = Scene::at("2025-06-30");
    let record = scene.named(TALKS);
    let mut owner = scene.person(Role::IndicatorOwner);
    let asked = scene.office.get(&scene.page("chiudi")).main();
    assert!(asked.contains("Valori non ancora inviati: 21"), "{asked}");
    assert_eq!(scene.office.post(&scene.page("chiudi"), &[]).status, 303);

    let before = scene.fields(record);
    let refused = scene.enter(&mut owner, record, "save", &[("text", "999")]);
    assert_eq!(refused.status, 400);
    assert!(
        refused.main().contains("La campagna è chiusa"),
        "{}",
        refused.main()
    );
    let grid = [(format!("v-{record}-text"), "999".to_owned())];
    let grid: Vec<(&str, &str)> = grid.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    assert_eq!(owner.post(&scene.page("griglia"), &grid).status, 400);
    let address = scene.page(&format!("voce/{record}"));
    let files = [("file", "prova.pdf", b"%PDF-1.7".as_slice())];
    let form = [("text", "999"), ("passo", "save")];
    assert_eq!(owner.upload(&address, &form, &files).status, 400);
    // Neither do the values change on any other way into the plan.
    let author = Author {
        account: None,
        name: "ufficio",
        now: jiff::Timestamp::now(),
        reason: None,
    };
    let change = Change::Set {
        record,
        field: "results.2025-06-30".to_owned(),
        before: Some(before["results"]["2025-06-30"].to_string()),
        after: Some("\"999\"".to_owned()),
    };
    let applied = scene
        .running
        .store
        .apply(BODY, scene.plan, &[change], &author);
    assert!(matches!(applied, Err(store::Error::Frozen(day)) if day == "2025-06-30"));
    let file = store::NewEvidence {
        plan: scene.plan,
        record,
        period: "2025-06-30",
        file_name: "prova.pdf",
        media_type: "application/pdf",
        content: b"%PDF-1.7",
    };
    let kept = scene.running.store.add_evidence(BODY, &file, &author);
    assert!(matches!(kept, Err(store::Error::Frozen(_))), "{kept:?}");
    let mut results = before["results"].clone();
    results["2025-12-31"] = Json::String("500".to_owned());
    let other_day = Change::Set {
        record,
        field: "results".to_owned(),
        before: Some(before["results"].to_string()),
        after: Some(results.to_string()),
    };
    let applied = scene
        .running
        .store
        .apply(BODY, scene.plan, &[other_day], &author);
    assert!(
        applied.is_ok(),
        "another checkpoint is not closed: {applied:?}"
    );
    assert_eq!(
        scene.fields(record)["results"]["2025-06-30"],
        before["results"]["2025-06-30"]
    );

    let silent = scene.office.post(&scene.page("riapri"), &[("reason", "")]);
    assert_eq!(silent.status, 422);
    let reason = "un dato di maggio era sbagliato";
    assert_eq!(
        scene
            .office
            .post(&scene.page("riapri"), &[("reason", reason)])
            .status,
        303
    );
    let saved = scene.enter(&mut owner, record, "save", &[("text", "233")]);
    assert_eq!(saved.status, 303, "{}", saved.main());
    let log = AuditFilter {
        action: Some("campaign-reopen".to_owned()),
        ..AuditFilter::default()
    };
    let logged = scene.running.store.audit(BODY, &log, 10).expect("the log");
    assert_eq!(logged[0].reason.as_deref(), Some(reason));
    assert!(scene.office.get(&scene.page("")).main().contains(reason));
}

#[test]
fn two_people_with_the_same_value_see_both_versions() {
    let scene = Scene::at("2025-06-30");
    let record = scene.named(TALKS);
    let address = scene.page(&format!("voce/{record}"));
    let mut owner = scene.person(Role::IndicatorOwner);
    let mut manager = scene.person(Role::Manager);
    let page = owner.get(&address);
    let before = unescaped(&page.value_of("before").expect("what was seen"));
    assert_eq!(
        scene
            .enter(&mut manager, record, "save", &[("text", "220")])
            .status,
        303
    );

    let form = [
        ("before", before.as_str()),
        ("visto", "entered"),
        ("passo", "save"),
    ];
    let mut typed = form.to_vec();
    typed.extend([("text", "250"), ("note", "contati a mano")]);
    let differs = owner.post(&address, &typed);
    assert_eq!(differs.status, 409);
    let both = differs.main();
    for said in ["220", "250", "contati a mano", "Dirigente"] {
        assert!(both.contains(said), "{said}: {both}");
    }
    let stored = unescaped(&differs.value_of("before").expect("what is stored now"));
    let chosen = owner.post(
        &address,
        &[
            ("before", &stored),
            ("visto", "entered"),
            ("passo", "save"),
            ("scelta", "yes"),
            ("text", "mine"),
            ("text-mine", "250"),
            ("note", "theirs"),
            ("note-mine", "contati a mano"),
        ],
    );
    assert_eq!(chosen.status, 303, "{}", chosen.main());
    assert_eq!(scene.fields(record)["results"]["2025-06-30"], "250");
}

#[test]
fn a_typed_text_is_read_and_scored_before_it_is_saved() {
    let scene = Scene::at("2025-06-30");
    let record = scene.named(TALKS);
    let mut owner = scene.person(Role::IndicatorOwner);
    let read = owner
        .get(&scene.page(&format!("voce/{record}/lettura?text=150")))
        .main();
    assert!(read.contains("150") && read.contains("75,00%"), "{read}");
    // Without a script a button does the same, and saves nothing.
    let before = scene.fields(record);
    let form = [("text", "150"), ("read", "text")];
    let page = owner.post(&scene.page(&format!("voce/{record}")), &form);
    assert_eq!(page.status, 200);
    assert!(page.main().contains("75,00%"), "{}", page.main());
    assert_eq!(scene.fields(record), before);
    let unreadable = [
        ("text", "150"),
        ("as_of", "l'altro ieri"),
        ("passo", "save"),
    ];
    let refused = owner.post(&scene.page(&format!("voce/{record}")), &unreadable);
    assert_eq!(refused.status, 422);
    assert_eq!(
        refused
            .value_of("as_of")
            .map(|text| unescaped(&text))
            .as_deref(),
        Some("l'altro ieri")
    );
}

#[test]
fn evidence_is_kept_with_its_digest_and_only_ever_downloaded() {
    let scene = Scene::at("2025-06-30");
    let record = scene.named(TALKS);
    let address = scene.page(&format!("voce/{record}"));
    let mut owner = scene.person(Role::IndicatorOwner);
    let before = unescaped(
        &owner
            .get(&address)
            .value_of("before")
            .expect("what was seen"),
    );
    let form = [
        ("before", before.as_str()),
        ("visto", "entered"),
        ("passo", "save"),
        ("text", "214"),
    ];
    let page: &[u8] = b"<html><script>alert(1)</script></html>";
    for (name, bytes) in [
        ("relazione.pdf", page),
        ("pagina.html", page),
        ("prova.exe", b"MZ\x90\0"),
    ] {
        let refused = owner.upload(&address, &form, &[("file", name, bytes)]);
        assert_eq!(refused.status, 422, "{name}");
        assert!(refused.main().contains(name), "{}", refused.main());
        assert_eq!(refused.value_of("text").as_deref(), Some("214"));
    }
    let pdf: &[u8] = b"%PDF-1.7 registro delle presenze";
    let text: &[u8] = b"31/05: 214 colloqui";
    let files = [
        ("file", "registro.pdf", pdf),
        ("file", "conteggio.txt", text),
    ];
    let kept = owner.upload(&address, &form, &files);
    assert_eq!(kept.status, 303, "{}", kept.main());
    let found = scene
        .running
        .store
        .evidence(BODY, scene.plan, Some(record))
        .expect("files");
    assert_eq!(found.len(), 2);
    assert_eq!(found[0].digest, traguardo::web::asked::digest(pdf));
    let named = &scene.fields(record)["results"]["2025-06-30"]["evidence"];
    assert_eq!(*named, serde_json::json!(["registro.pdf", "conteggio.txt"]));

    let file = owner.get(&format!("{address}/prove/{}", found[0].id));
    assert_eq!(file.content, pdf);
    assert!(
        file.header("content-disposition")
            .is_some_and(|of| of.starts_with("attachment"))
    );
    assert_eq!(file.header("x-content-type-options"), Some("nosniff"));
    assert_eq!(
        file.header("content-security-policy"),
        Some("default-src 'none'; sandbox")
    );
    let removed = owner.post(&format!("{address}/prove/{}/togli", found[0].id), &[]);
    assert_eq!(removed.status, 303);
    assert_eq!(
        owner
            .get(&format!("{address}/prove/{}", found[0].id))
            .status,
        404
    );
    let named = &scene.fields(record)["results"]["2025-06-30"]["evidence"];
    assert_eq!(*named, serde_json::json!(["conteggio.txt"]));
}

#[test]
fn a_file_is_kept_together_with_its_value_or_not_at_all() {
    let scene = Scene::at("2025-06-30");
    let record = scene.named(TALKS);
    let address = scene.page(&format!("voce/{record}"));
    let mut owner = scene.person(Role::IndicatorOwner);
    let page = owner.get(&address);
    let before = unescaped(&page.value_of("before").expect("what was seen"));
    let mut manager = scene.person(Role::Manager);
    let meanwhile = scene.enter(&mut manager, record, "save", &[("text", "220")]);
    assert_eq!(meanwhile.status, 303, "{}", meanwhile.main());
    let form = [
        ("before", before.as_str()),
        ("visto", "entered"),
        ("passo", "save"),
        ("text", "230"),
    ];
    let files = [("file", "registro.pdf", b"%PDF-1.7".as_slice())];
    let late = owner.upload(&address, &form, &files);
    assert_eq!(late.status, 409);
    let main = late.main();
    assert!(main.contains("220") && main.contains("230"), "{main}");
    assert!(main.contains("allegali di nuovo: registro.pdf"), "{main}");
    let store = &scene.running.store;
    let kept = || {
        store
            .evidence(BODY, scene.plan, Some(record))
            .expect("files")
    };
    assert_eq!(kept(), [], "nothing is half done");

    let now = unescaped(&owner.get(&address).value_of("before").expect("a value"));
    let form = [("before", now.as_str()), form[1], form[2], form[3]];
    assert_eq!(owner.upload(&address, &form, &files).status, 303);
    assert_eq!(kept().len(), 1);
    let batch_of = |action: &str| {
        let filter = AuditFilter {
            action: Some(action.to_owned()),
            ..AuditFilter::default()
        };
        store.audit(BODY, &filter, 1).expect("the log")[0].batch
    };
    assert_eq!(batch_of("evidence-add"), batch_of("record-set"));
    let taken = format!("{address}/prove/{}/togli", kept()[0].id);
    assert_eq!(owner.post(&taken, &[]).status, 303);
    assert_eq!(batch_of("evidence-remove"), batch_of("record-set"));

    let mut office = scene.person(Role::PerformanceOffice);
    assert_eq!(office.post(&scene.page("chiudi"), &[]).status, 303);
    assert_eq!(batch_of("campaign-close"), batch_of("record-set"));
    let again = [("reason", "un dato era sbagliato")];
    assert_eq!(office.post(&scene.page("riapri"), &again).status, 303);
    assert_eq!(batch_of("campaign-reopen"), batch_of("record-set"));
}

#[test]
fn what_a_file_is_is_told_by_its_content() {
    let cases: [(&str, &[u8], Option<&str>); 9] = [
        ("a.pdf", b"%PDF-1.4", Some("application/pdf")),
        ("a.png", b"%PDF-1.4", None),
        ("a.jpg", b"\xFF\xD8\xFF\xE0", Some("image/jpeg")),
        ("a.svg", b"<svg onload='x'>", None),
        (
            "a.docx",
            b"PK\x03\x04....word/document.xml",
            Some("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ),
        ("a.jar", b"PK\x03\x04....", None),
        ("a.txt", b"due righe\r\ndi testo", Some("text/plain")),
        ("a.txt", b"\x7fELF\0\0", None),
        ("a.html", b"<p>ciao", None),
    ];
    for (name, bytes, wanted) in cases {
        assert_eq!(media_of(name, bytes), wanted, "{name}");
    }
}

#[test]
fn the_grid_saves_what_it_can_and_keeps_the_text_of_the_rest() {
    let scene = Scene::at("2025-06-30");
    let (talks, firms) = (scene.named(TALKS), scene.named("Imprese finanziate"));
    let mut owner = scene.person(Role::IndicatorOwner);
    let grid = owner.get(&scene.page("griglia"));
    let field = |record: i64, name: &str| format!("v-{record}-{name}");
    let seen = |record: i64| {
        let name = format!("before-{record}");
        (
            name.clone(),
            unescaped(&grid.value_of(&name).expect("what was seen")),
        )
    };
    let (one, other) = (seen(talks), seen(firms));
    let fields = [
        (field(talks, "text"), "222".to_owned()),
        (field(firms, "text"), "23".to_owned()),
        (field(firms, "as_of"), "ieri".to_owned()),
        one,
        other,
    ];
    let form: Vec<(&str, &str)> = fields
        .iter()
        .map(|(a, b)| (a.as_str(), b.as_str()))
        .collect();
    let reply = owner.post(&scene.page("griglia"), &form);
    assert_eq!(reply.status, 422);
    assert_eq!(
        reply.value_of(&field(firms, "as_of")).as_deref(),
        Some("ieri")
    );
    assert_eq!(scene.fields(talks)["results"]["2025-06-30"], "222");
    assert_ne!(scene.fields(firms)["results"]["2025-06-30"], "23");

    // One cell, as the script sends it; the same person's last cell is no conflict.
    for text in ["224", "225"] {
        let record = talks.to_string();
        let (name, before) = seen(talks);
        let form = [
            ("record", record.as_str()),
            (name.as_str(), before.as_str()),
            (&field(talks, "text"), text),
        ];
        let said = owner.post(&scene.page("griglia/cella"), &form);
        assert_eq!(said.status, 200, "{}", said.text());
        assert!(said.text().contains("Salvato") && said.text().contains("data-announce"));
        assert_eq!(scene.fields(talks)["results"]["2025-06-30"], text);
    }
    // Somebody else's is one, and is told.
    let mut manager = scene.person(Role::Manager);
    let record = talks.to_string();
    let (name, before) = seen(talks);
    let form = [
        ("record", record.as_str()),
        (name.as_str(), before.as_str()),
        (&field(talks, "text"), "300"),
    ];
    let said = manager.post(&scene.page("griglia/cella"), &form).text();
    assert!(
        said.contains("Referente di indicatore") && said.contains("225"),
        "{said}"
    );
    assert_eq!(scene.fields(talks)["results"]["2025-06-30"], "225");
}

/// A workbook with the column of records and those given.
fn workbook(heads: &[&str], rows: &[Vec<String>]) -> Vec<u8> {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, head) in (0u16..).zip(heads) {
        sheet.write_string(0, column, *head).expect("a head");
    }
    for (row, cells) in (1u32..).zip(rows) {
        for (column, text) in (0u16..).zip(cells) {
            sheet.write_string(row, column, text).expect("a cell");
        }
    }
    workbook.save_to_buffer().expect("a workbook")
}

#[test]
fn a_workbook_goes_out_is_filled_and_comes_back_after_a_look_at_the_differences() {
    let scene = Scene::at("2025-06-30");
    let (talks, firms) = (scene.named(TALKS), scene.named("Imprese finanziate"));
    let mut owner = scene.person(Role::IndicatorOwner);
    let out = owner.get(&scene.page("griglia.xlsx"));
    assert_eq!(out.status, 200);
    let sheets = traguardo::format::workbook::plain(&out.content).expect("a workbook");
    let cells = &sheets[0].cells;
    let row = cells
        .iter()
        .find(|(_, column, text)| *column == 0 && *text == talks.to_string());
    let row = row.expect("the row of the indicator").0;
    let texts: Vec<&str> = cells
        .iter()
        .filter(|of| of.0 == row)
        .map(|of| of.2.as_str())
        .collect();
    assert!(texts.contains(&"214"), "{texts:?}");

    // While it was out, somebody changed one of its values.
    let mut manager = scene.person(Role::Manager);
    assert_eq!(
        scene
            .enter(&mut manager, firms, "save", &[("text", "25")])
            .status,
        303
    );
    let heads = ["Voce", "Consuntivo", "Nota", "Letto (non modificare)"];
    let filled = workbook(
        &heads,
        &[
            vec![
                talks.to_string(),
                "230".into(),
                "conteggio".into(),
                "\"214\"".into(),
            ],
            vec![
                firms.to_string(),
                "22".into(),
                String::new(),
                "\"21\"".into(),
            ],
        ],
    );
    let files = [("cartella", "griglia.xlsx", filled.as_slice())];
    let shown = owner.upload(&scene.page("griglia/cartella"), &[], &files);
    assert_eq!(shown.status, 200);
    let page = shown.main();
    assert!(page.contains("Differenze: 3, di cui 1"), "{page}");
    assert!(page.contains("Cambiato anche nel piano"), "{page}");
    assert_eq!(
        scene.fields(talks)["results"]["2025-06-30"],
        "214",
        "nothing is saved yet"
    );

    let value = |name: String| {
        (
            name.clone(),
            unescaped(&shown.value_of(&name).expect("a field")),
        )
    };
    let fields = [
        value(format!("before-{talks}")),
        value(format!("before-{firms}")),
        value(format!("w-{talks}-text-value")),
        value(format!("w-{talks}-note-value")),
        value(format!("w-{firms}-text-value")),
        (format!("w-{talks}-text"), "yes".to_owned()),
        (format!("w-{talks}-note"), "yes".to_owned()),
    ];
    let form: Vec<(&str, &str)> = fields
        .iter()
        .map(|(a, b)| (a.as_str(), b.as_str()))
        .collect();
    let saved = owner.post(&scene.page("griglia/applica"), &form);
    assert_eq!(saved.status, 303, "{}", saved.main());
    assert_eq!(scene.fields(talks)["results"]["2025-06-30"]["text"], "230");
    assert_eq!(
        scene.fields(firms)["results"]["2025-06-30"],
        "25",
        "not chosen, not changed"
    );

    for bytes in [b"no workbook at all".as_slice(), &workbook(&["Altro"], &[])] {
        let files = [("cartella", "altro.xlsx", bytes)];
        let refused = owner.upload(&scene.page("griglia/cartella"), &[], &files);
        assert_eq!(refused.status, 422, "{}", refused.main());
    }
}

#[test]
fn a_national_indicator_is_computed_from_numerator_and_denominator() {
    let scene = Scene::at("2025-12-31");
    let indicator = scene.named("Pratiche evase entro cinque giorni");
    let (_, records) = scene.running.store.load(BODY, scene.plan).expect("a plan");
    let quantity = |key: &str| {
        let found = records.iter().find(|record| {
            record.kind == "quantity" && record.fields.contains(&format!("\"{key}\""))
        });
        found.expect("the quantity").id
    };
    let (above, below) = (
        quantity("pratiche-entro-cinque-giorni"),
        quantity("pratiche-ricevute"),
    );
    let address = scene.page(&format!("voce/{indicator}"));
    let mut office = scene.person(Role::PerformanceOffice);
    let page = office.get(&address);
    assert!(
        page.main().contains("12.384 / 19.200 × 100 = 64,5"),
        "{}",
        page.main()
    );
    let seen = |name: String| unescaped(&page.value_of(&name).expect("a field"));
    let fields = [
        ("before".to_owned(), seen("before".into())),
        ("text".to_owned(), "64,5%".to_owned()),
        (format!("q-{above}"), "13.000".to_owned()),
        (format!("q-{below}"), "19.200".to_owned()),
        (format!("qb-{above}"), seen(format!("qb-{above}"))),
        (format!("qb-{below}"), seen(format!("qb-{below}"))),
        ("passo".to_owned(), "save".to_owned()),
    ];
    let mut form: Vec<(&str, &str)> = fields
        .iter()
        .map(|(a, b)| (a.as_str(), b.as_str()))
        .collect();
    let saved = office.post(&address, &form);
    assert_eq!(saved.status, 303, "{}", saved.main());
    let value = scene.fields(indicator)["results"]["2025-12-31"].clone();
    assert_eq!(value["text"], "67,71%");
    assert_eq!(value["source"], "13.000 / 19.200 × 100 = 67,708333…");
    assert_eq!(scene.fields(above)["results"]["2025-12-31"], "13.000");
    form.push((&fields[3].0, "0"));
    form.retain(|(name, text)| *name != fields[3].0 || *text == "0");
    let by_zero = office.post(
        &address,
        &form[..]
            .iter()
            .map(|(n, t)| (*n, if *n == "passo" { "compute" } else { *t }))
            .collect::<Vec<_>>(),
    );
    assert!(by_zero.main().contains("vale zero"), "{}", by_zero.main());

    let national = office
        .get(&format!("/{BODY}/{}/nazionali?al=2025-12-31", scene.plan))
        .main();
    for said in ["67,71%", "61,0%", "60,3%", "superiore alla media nazionale"] {
        assert!(national.contains(said), "{said}: {national}");
    }
}

#[test]
fn judgements_stand_beside_the_figure_and_never_move_it() {
    let scene = Scene::at("2025-06-30");
    let objective = scene.named("Diffondere le competenze digitali");
    let address = scene.page(&format!("giudizio/{objective}"));
    let (mut oiv, mut manager) = (scene.person(Role::Oiv), scene.person(Role::Manager));
    let figure = |page: &Reply| {
        page.main()
            .split("Cifra calcolata")
            .nth(1)
            .map(|rest| rest.chars().take(12).collect::<String>())
    };
    let before = figure(&oiv.get(&address));
    let judge = |person: &mut Person, text: &str| {
        let seen = unescaped(&person.get(&address).value_of("before").unwrap_or_default());
        let form = [("before", seen.as_str()), ("text", text), ("note", "")];
        let reply = person.post(&address, &form);
        assert_eq!(reply.status, 303, "{}", reply.main());
    };
    judge(&mut manager, "in linea con il target");
    judge(&mut oiv, "raggiungimento 50%");
    let said = &scene.fields(objective)["judgements"]["2025-06-30"];
    assert_eq!(said[0]["source"], "dirigente");
    assert_eq!(said[1]["text"], "raggiungimento 50%");
    let page = oiv.get(&address);
    assert!(page.main().contains("in linea con il target"));
    assert_eq!(figure(&page), before);

    let remark = oiv.post(
        &format!("{address}/osservazione"),
        &[("remark", "manca il registro")],
    );
    assert_eq!(remark.status, 303);
    assert!(manager.get(&address).main().contains("manca il registro"));
    assert!(
        scene
            .person(Role::Board)
            .get(&scene.page("giudizi"))
            .main()
            .contains("raggiungimento 50%")
    );
    let mut office = scene.person(Role::PerformanceOffice);
    assert_eq!(office.post(&address, &[("text", "ottimo")]).status, 403);
}

#[test]
fn a_reminder_is_shown_then_goes_to_all_who_are_late_and_failures_are_told() {
    let mut server = MailServer::start();
    let address = format!("smtp://127.0.0.1:{}", server.port);
    let running = Running::on_examples_with(&[
        ("TRAGUARDO_MAIL_SERVER", &address),
        (
            "TRAGUARDO_MAIL_FROM",
            "Ufficio performance <performance@valdoro.example>",
        ),
        ("TRAGUARDO_ADDRESS", "http://performance.valdoro.example"),
    ]);
    let mut scene = Scene::on(running, "2025-06-30");
    let reminders = scene.page("solleciti");
    let shown = scene.office.get(&reminders);
    let page = shown.main();
    assert!(page.contains("indicator-owner@valdoro.example"), "{page}");
    assert!(
        page.contains(TALKS),
        "the letter is shown before it goes: {page}"
    );
    let accounts = scene.running.store.accounts(BODY).expect("accounts");
    let chosen: Vec<String> = accounts
        .iter()
        .map(|account| format!("a-{}", account.id))
        .collect();
    let mut form = vec![
        ("passo", "send"),
        ("subject", "Valori da inviare"),
        ("text", "Buongiorno,\r\nmancano questi valori:"),
    ];
    form.extend(chosen.iter().map(|name| (name.as_str(), "yes")));
    let sent = scene.office.post(&reminders, &form);
    assert_eq!(sent.status, 303, "{}", sent.main());

    let message = server.message();
    assert_eq!(message["to"][0], "indicator-owner@valdoro.example");
    assert_eq!(message["from"], "performance@valdoro.example");
    assert_eq!(message["subject"], "Valori da inviare");
    let text = message["text"].as_str().expect("a text");
    assert!(
        text.contains(TALKS) && text.contains("http://performance.valdoro.example/valdoro/"),
        "{text}"
    );
    assert!(
        !text.contains("Ritardo medio dei pagamenti"),
        "only what is asked of that person: {text}"
    );

    // The server refuses one of the two; both outcomes are told.
    let until = Instant::now() + Duration::from_secs(30);
    let told = loop {
        let page = scene.office.get(&reminders).main();
        if page.contains("non inviato") && page.matches(" inviato").count() > 1 {
            break page;
        }
        assert!(Instant::now() < until, "{page}");
        std::thread::yield_now();
    };
    assert!(told.contains("nobody of that name here"), "{told}");
    let mails = scene
        .running
        .store
        .mails(BODY, None, 10)
        .expect("the mails");
    assert_eq!(mails.len(), 2, "nothing is tried twice: {mails:?}");
}

#[test]
fn without_a_mail_server_the_message_is_prepared_and_does_not_go() {
    let mut scene = Scene::at("2025-06-30");
    let reminders = scene.page("solleciti");
    let page = scene.office.get(&reminders).main();
    assert!(page.contains("La posta non è configurata"), "{page}");
    let form = [("passo", "send"), ("subject", "a"), ("text", "b")];
    assert_eq!(scene.office.post(&reminders, &form).status, 400);
}

#[test]
fn the_office_sees_who_is_at_which_step_and_takes_it_away_as_a_file() {
    let mut scene = Scene::at("2025-06-30");
    let record = scene.named(TALKS);
    let mut owner = scene.person(Role::IndicatorOwner);
    assert_eq!(
        scene
            .enter(&mut owner, record, "send", &[("text", "214")])
            .status,
        303
    );
    let page = scene.office.get(&scene.page("")).main();
    assert!(page.contains("Tutta la campagna 1 su 21"), "{page}");
    let sent = scene.office.get(&scene.page("?passo=sent")).main();
    assert!(sent.contains("1 di 21 voci"), "{sent}");
    let file = scene.office.get(&scene.page("voci.csv?passo=sent"));
    assert_eq!(file.text().lines().count(), 2, "{}", file.text());
    assert!(file.text().contains("inviato"), "{}", file.text());
}

#[test]
fn the_grid_is_filled_by_keyboard_in_a_real_browser() {
    let scene = Scene::at("2025-06-30");
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let output = Command::new("node")
        .arg(root.join("browser/grid.mjs"))
        .arg(format!("http://{}", scene.running.address))
        .args([
            &format!("/{BODY}"),
            "indicator-owner",
            traguardo::web::demo::PASSWORD,
            &scene.page("griglia"),
        ])
        .output()
        .expect("node cannot be run: run .ci/tools");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    let seen: Json = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(seen["complaints"], serde_json::json!([]));
    for what in ["enter", "announced", "stays", "right", "up"] {
        assert_eq!(seen[what], true, "{what}: {seen}");
    }
    assert_eq!(
        seen["pasted"],
        serde_json::json!(["240", "31/05/2025", "250", "ieri"])
    );
    let record: i64 = seen["first"]
        .as_str()
        .and_then(|text| text.parse().ok())
        .expect("a record");
    let value = &scene.fields(record)["results"]["2025-06-30"];
    assert_eq!(value["text"], "240");
    assert_eq!(value["as_of"], "31/05/2025");
}
