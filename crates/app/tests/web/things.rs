//! Sheets of single things: what one sees, what one changes, and that nothing is lost.

use serde_json::{Map, Value, json};
use store::AuditFilter;
use traguardo::format::field::Shape;
use traguardo::format::schema::{KINDS, KindSpec, kind_named};
use traguardo::web::asked::Pairs;
use traguardo::web::pages::thing::inputs::{
    Edited, Slot, edited, name_of, path_of, shown, slots, slots_sent, text_of, typed,
};
use traguardo::web::rights::Role;

use super::running::{Person, Reply, Running};

// ── Forms and records, without a server ─────────────────────────────────────────────────────────

fn indicator() -> &'static KindSpec {
    KINDS[kind_named("indicator").unwrap()].spec()
}

fn all_slots(fields: &Value, offered: &[&str]) -> Vec<Slot> {
    let fields = fields.as_object().unwrap();
    let offered: Vec<String> = offered.iter().map(|&p| p.to_owned()).collect();
    let fields_of = indicator().fields.iter();
    fields_of
        .flat_map(|spec| slots(spec, fields, &offered))
        .collect()
}

/// What a browser sends of a form that shows these slots, with some texts typed anew.
fn sends(slots: &[Slot], typed: &[(&str, &str)]) -> Pairs {
    let mut form = Vec::new();
    for slot in slots {
        form.push(slot.before());
        for (at, item) in slot.items().iter().enumerate() {
            let name = slot.item_name(at);
            let text = match slot.spec.shape {
                Shape::Values => text_of(*item),
                _ => shown(&slot.spec.shape, *item),
            };
            let anew = typed.iter().find(|(of, _)| *of == name);
            form.push((name, anew.map_or(text, |(_, text)| (*text).to_owned())));
        }
    }
    let others = typed.iter().filter(|(of, _)| of.contains("__"));
    form.extend(others.map(|(of, text)| ((*of).to_owned(), (*text).to_owned())));
    Pairs(form)
}

fn changes(fields: &Value, offered: &[&str], typed: &[(&str, &str)]) -> Vec<Edited> {
    let slots = all_slots(fields, offered);
    let form = sends(&slots, typed);
    let again = slots_sent(indicator(), &form);
    let (changes, wrong) = edited(&again, &form);
    assert!(wrong.is_empty(), "{wrong:?}");
    changes
}

#[test]
fn a_form_sent_back_as_it_was_changes_nothing() {
    let fields = json!({
        "name": "  Imprese\nassistite ", "types": ["output", "quality"],
        "targets": {"2025-06-30": "", "2025-12-31": {"text": "almeno 300", "note": "n"}},
        "results": {"2025-06-30": ["12", {"text": "13", "provisional": "true"}]},
        "baseline": "~ 250", "legal_scopes": ["a", "b"],
        "efforts": [{"unit": "u", "persons": "2"}, {"category": "D"}],
        "history": {"2024 preventivo aggiornato": "7"},
    });
    assert_eq!(changes(&fields, &["2026", "2027-12-31"], &[]), []);
}

#[test]
fn only_what_was_typed_anew_changes_and_details_stay() {
    let fields = json!({
        "name": "Imprese", "weight": "40",
        "targets": {"2025-12-31": {"text": "almeno 300", "note": "n"}},
    });
    let typed = [
        ("weight", " 50 "),
        ("targets-2025-12-31", "almeno 320"),
        ("targets-2025-06-30", "150"),
    ];
    let found = changes(&fields, &["2025-06-30"], &typed);
    let expected = |path: &str, before: Value, after: Value| Edited {
        path: path.to_owned(),
        before: (!before.is_null()).then_some(before),
        after: (!after.is_null()).then_some(after),
    };
    assert_eq!(
        found,
        [
            expected("weight", json!("40"), json!("50")),
            expected("targets.2025-06-30", Value::Null, json!("150")),
            expected(
                "targets.2025-12-31",
                json!({"text": "almeno 300", "note": "n"}),
                json!({"text": "almeno 320", "note": "n"})
            ),
        ]
    );
}

#[test]
fn a_bare_value_keeps_its_place_when_a_period_comes_beside_it() {
    let fields = json!({"targets": "almeno 5"});
    let found = changes(&fields, &["2026"], &[("targets-2026", "almeno 6")]);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].before, Some(json!("almeno 5")));
    assert_eq!(
        found[0].after,
        Some(json!({"": "almeno 5", "2026": "almeno 6"}))
    );
}

#[test]
fn a_text_taken_out_takes_the_value_away_and_a_detail_added_keeps_the_text() {
    let fields = json!({"results": {"2025-06-30": "12", "2025-12-31": "20"}});
    let typed = [
        ("results-2025-06-30", ""),
        ("results-2025-12-31__note", "a voce"),
    ];
    let found = changes(&fields, &[], &typed);
    assert_eq!(found[0].after, None);
    assert_eq!(
        found[1].after,
        Some(json!({"text": "20", "note": "a voce"}))
    );
}

#[test]
fn names_in_forms_mean_their_paths() {
    for path in [
        "weight",
        "targets.2025-06-30",
        "history.2024 prev. agg.",
        "baseline.",
    ] {
        assert_eq!(path_of(&name_of(path)).as_deref(), Some(path));
    }
    assert_eq!(path_of("targets-_c3"), None, "no text");
    assert_eq!(path_of("targets-_z"), None, "no digits");
}

#[test]
fn what_no_format_could_keep_is_refused_with_its_reason() {
    assert_eq!(typed(&Shape::Year, "duemila"), Err("year"));
    assert_eq!(typed(&Shape::Years, "2025; 26"), Err("year"));
    assert_eq!(typed(&Shape::Shares, "13 = 50"), Err("share"));
    assert_eq!(
        typed(&Shape::Quantity, "circa la metà"),
        Ok(Some(json!("circa la metà")))
    );
}

// ── On the server ───────────────────────────────────────────────────────────────────────────────

/// The demonstration with the performance office at its desk.
struct Desk {
    running: Running,
    plan: i64,
    office: Person,
}

impl Desk {
    fn of(body: &str, year: i64) -> Desk {
        let running = Running::on_examples();
        let plan = running.plan(body, year);
        let office = running.signed_in(body, Role::PerformanceOffice);
        Desk {
            running,
            plan,
            office,
        }
    }

    fn valdoro() -> Desk {
        Desk::of("valdoro", 2025)
    }

    fn records(&self) -> Vec<store::Record> {
        self.running.store.load("valdoro", self.plan).unwrap().1
    }

    fn fields(&self, record: i64) -> Map<String, Value> {
        let records = self.records();
        let found = records
            .iter()
            .find(|of| of.id == record)
            .expect("the record");
        serde_json::from_str(&found.fields).unwrap()
    }

    /// The first record of a kind for which something holds.
    fn record(&self, kind: &str, holds: impl Fn(&Map<String, Value>) -> bool) -> i64 {
        let records = self.records();
        let mut of_kind = records.iter().filter(|record| record.kind == kind);
        let found = of_kind.find(|record| holds(&serde_json::from_str(&record.fields).unwrap()));
        found.expect("such a record").id
    }

    fn objective(&self, code: &str) -> i64 {
        self.record("objective", |fields| {
            fields.get("code") == Some(&json!(code))
        })
    }

    fn indicator_of(&self, objective: &str) -> i64 {
        self.record("indicator", |fields| {
            fields.get("parent") == Some(&json!(objective))
        })
    }

    fn page(&self, rest: &str) -> String {
        format!("/valdoro/{}/{rest}", self.plan)
    }
}

/// The fields of a form as the page shows them, with some typed anew: what a browser would send.
fn filled(page: &Reply, anew: &[(&str, &str)]) -> Vec<(String, String)> {
    let text = page.text();
    let main = text.split("<main").nth(1).expect("a main region");
    let mut form: Vec<(String, String)> = Vec::new();
    let unescaped = |text: &str| {
        let entities = [
            ("34", '"'),
            ("39", '\''),
            ("60", '<'),
            ("62", '>'),
            ("38", '&'),
        ];
        entities.iter().fold(text.to_owned(), |text, (number, c)| {
            text.replace(&format!("&#{number};"), &c.to_string())
        })
    };
    let attribute = |tag: &str, name: &str| -> Option<String> {
        let rest = tag.split(&format!(" {name}=\"")).nth(1)?;
        Some(unescaped(rest.split('"').next()?))
    };
    for piece in main.split('<').skip(1) {
        let (tag, after) = piece.split_once('>').unwrap_or((piece, ""));
        let name = attribute(tag, "name");
        if tag.starts_with("input") {
            let boxes = tag.contains("type=\"checkbox\"") || tag.contains("type=\"radio\"");
            if boxes && !tag.contains(" checked") {
                continue;
            }
            if let (Some(name), Some(value)) = (name, attribute(tag, "value")) {
                form.push((name, value));
            }
        } else if tag.starts_with("textarea") {
            let text = after.strip_prefix('\n').unwrap_or(after);
            form.extend(name.map(|name| (name, unescaped(text))));
        } else if tag.starts_with("select") {
            form.extend(name.map(|name| (name, String::new())));
        } else if tag.starts_with("option")
            && tag.contains(" selected")
            && let (Some(last), Some(value)) = (form.last_mut(), attribute(tag, "value"))
        {
            last.1 = value;
        }
    }
    form.retain(|(name, _)| name != "csrf");
    for (name, value) in anew {
        match form.iter_mut().find(|(of, _)| of == name) {
            Some(known) => known.1 = (*value).to_owned(),
            None => form.push(((*name).to_owned(), (*value).to_owned())),
        }
    }
    form
}

fn send(person: &mut Person, path: &str, form: &[(String, String)]) -> Reply {
    let form: Vec<(&str, &str)> = form.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    person.post(path, &form)
}

fn batch_of(reply: &Reply) -> String {
    let to = reply.header("location").expect("the way on");
    let after = to
        .split("lotto=")
        .nth(1)
        .unwrap_or_else(|| panic!("a batch in {to}"));
    after.split('&').next().unwrap().to_owned()
}

#[test]
fn every_record_of_every_example_has_a_sheet_and_a_form_and_the_form_changes_nothing() {
    let running = Running::on_examples();
    for (body, year) in [("valdoro", 2025), ("bergamo", 2022)] {
        let plan = running.plan(body, year);
        let mut office = running.signed_in(body, Role::PerformanceOffice);
        let (before, records) = running.store.load(body, plan).unwrap();
        // Some of each kind: they are made from the same tables.
        let mut seen: Vec<(String, usize)> = Vec::new();
        for record in &records {
            let count = match seen.iter_mut().find(|(kind, _)| *kind == record.kind) {
                Some((_, count)) => count,
                None => {
                    seen.push((record.kind.clone(), 0));
                    &mut seen.last_mut().unwrap().1
                }
            };
            *count += 1;
            if *count > 2 {
                continue;
            }
            let sheet = format!("/{body}/{plan}/scheda/{}", record.id);
            for page in [sheet.clone(), format!("{sheet}?parte=storia")] {
                let reply = office.get(&page);
                assert_eq!(
                    reply.status,
                    200,
                    "{} {page}: {}",
                    record.kind,
                    reply.main()
                );
                assert!(
                    !reply.text().contains("web-thing-"),
                    "{page}: a word is missing"
                );
            }
            let edit = format!("{sheet}/modifica?gruppo=tutto");
            let form = office.get(&edit);
            assert_eq!(form.status, 200, "{} {edit}: {}", record.kind, form.main());
            assert!(
                !form.text().contains("web-thing-"),
                "{edit}: a word is missing"
            );
            let sent = send(&mut office, &edit, &filled(&form, &[]));
            assert_eq!(sent.status, 303, "{} {edit}: {}", record.kind, sent.main());
            let log = running
                .store
                .audit(body, &AuditFilter::default(), 1)
                .unwrap();
            let changed = format!("{} {edit}: {:?}", record.kind, log.first());
            assert_eq!(sent.header("location"), Some(sheet.as_str()), "{changed}");
        }
        assert!(seen.len() > 15, "{seen:?}");
        assert_eq!(
            running.store.plan(body, plan).unwrap().revision,
            before.revision
        );
    }
}

#[test]
fn the_sheet_of_an_objective_says_how_it_stands_and_opens_its_parts() {
    let mut desk = Desk::valdoro();
    let sheet = desk.page(&format!("scheda/{}", desk.objective("1.1.1")));
    let page = desk.office.get(&sheet);
    let main = page.main();
    for said in [
        "1.1.1",
        "Raggiungimento al",
        "Indicatori",
        "Azioni e risultati",
        "Risorse",
        "Evidenze",
        "Storia",
        "Target",
        "Consuntivo",
        "Modifica",
    ] {
        assert!(main.contains(said), "{said}: {main}");
    }
    for part in ["azioni", "risorse", "evidenze", "storia"] {
        let page = desk.office.get(&format!("{sheet}?parte={part}"));
        assert_eq!(page.status, 200);
        assert!(!page.text().contains("web-thing-"), "{part}");
    }
    // Who may only look is shown no button.
    let mut board = desk.running.signed_in("valdoro", Role::Board);
    let page = board.get(&sheet);
    assert_eq!(page.status, 200);
    assert!(!page.text().contains("/modifica"), "no way to edit");
    assert!(
        !page.main().contains("Storia"),
        "the log is not for the board"
    );
    assert_eq!(board.get(&format!("{sheet}/modifica")).status, 403);
}

#[test]
fn the_sheet_of_an_indicator_shows_value_target_readings_and_trend() {
    let mut desk = Desk::valdoro();
    let number = desk.indicator_of("1.1.1");
    let page = desk.office.get(&desk.page(&format!("scheda/{number}")));
    let main = page.main();
    for said in [
        "Consuntivo al 31/12/2025",
        "Target al 31/12/2025",
        "Valori per data",
        "Definizione",
        "Andamento",
    ] {
        assert!(main.contains(said), "{said}: {main}");
    }
    assert!(page.text().contains("<svg"), "a picture");
}

#[test]
fn saving_writes_only_what_was_typed_anew_and_says_so_with_the_way_back() {
    let mut desk = Desk::valdoro();
    let number = desk.indicator_of("1.1.1");
    let before = desk.fields(number);
    let edit = desk.page(&format!("scheda/{number}/modifica?gruppo=valori"));
    let form = desk.office.get(&edit);
    let anew = [("targets-2026-12-31", "almeno 987 imprese")];
    let saved = send(&mut desk.office, &edit, &filled(&form, &anew));
    assert_eq!(saved.status, 303, "{}", saved.main());
    let mut expected = before.clone();
    expected["targets"]["2026-12-31"] = json!("almeno 987 imprese");
    assert_eq!(Value::Object(desk.fields(number)), Value::Object(expected));
    let filter = AuditFilter {
        record: Some(number),
        plan: Some(desk.plan),
        action: Some("record-set".to_owned()),
        ..AuditFilter::default()
    };
    let entries = desk.running.store.audit("valdoro", &filter, 10).unwrap();
    assert_eq!(entries.len(), 1, "one field");
    assert_eq!(entries[0].field.as_deref(), Some("targets.2026-12-31"));
    let to = saved.header("location").unwrap().to_owned();
    let sheet = desk.office.get(&to);
    assert!(
        sheet.main().contains("Modifiche salvate."),
        "{}",
        sheet.main()
    );
    // The history tells it, and undoing brings back what was there.
    let history = desk
        .office
        .get(&desk.page(&format!("scheda/{number}?parte=storia")));
    assert!(
        history.main().contains("Target 31/12/2026"),
        "{}",
        history.main()
    );
    assert!(history.main().contains("almeno 987 imprese"));
    let lotto = batch_of(&saved);
    let here = desk.page(&format!("scheda/{number}"));
    let undone = desk
        .office
        .post("/valdoro/annulla", &[("lotto", &lotto), ("da", &here)]);
    assert_eq!(undone.status, 303, "{}", undone.main());
    assert!(undone.header("location").unwrap().starts_with(&here));
    assert_eq!(desk.fields(number), before);
}

#[test]
fn a_typed_target_is_read_while_it_is_typed_and_by_a_button_without_script() {
    let mut desk = Desk::valdoro();
    let number = desk.indicator_of("1.1.1");
    let read = |desk: &mut Desk, text: &str| {
        let query: String = form_urlencoded::Serializer::new(String::new())
            .extend_pairs([("campo", "targets-2026-12-31"), ("testo", text)])
            .finish();
        let page = desk.page(&format!("scheda/{number}/lettura?{query}"));
        let reply = desk.office.get(&page);
        assert_eq!(reply.status, 200);
        let main = format!("<main>{}</main>", reply.text());
        Reply {
            content: main.into_bytes(),
            ..reply
        }
        .main()
    };
    assert!(read(&mut desk, "almeno 300 imprese").contains("≥ 300 imprese"));
    assert!(read(&mut desk, "entro il 31/03/2026").contains("entro il 31 marzo 2026"));
    assert_eq!(read(&mut desk, "  "), "");
    let doubt = read(&mut desk, "30% e 50%");
    assert!(
        doubt.contains("Non lo so leggere") || doubt.contains("Si legge"),
        "{doubt}"
    );
    // Without script the form comes back with everything typed, and nothing saved.
    let edit = desk.page(&format!("scheda/{number}/modifica?gruppo=valori"));
    let form = desk.office.get(&edit);
    let anew = [
        ("targets-2026-12-31", "almeno 41 imprese"),
        ("read", "targets-2026-12-31"),
    ];
    let before = desk.fields(number);
    let again = send(&mut desk.office, &edit, &filled(&form, &anew));
    assert_eq!(again.status, 200);
    assert_eq!(
        again.value_of("targets-2026-12-31").as_deref(),
        Some("almeno 41 imprese")
    );
    assert!(again.main().contains("≥ 41 imprese"), "{}", again.main());
    assert_eq!(desk.fields(number), before);
}

#[test]
fn what_cannot_be_kept_comes_back_beside_its_field_with_all_that_was_typed() {
    let mut desk = Desk::valdoro();
    let number = desk.record("indicator", |fields| fields.contains_key("name"));
    let edit = desk.page(&format!("scheda/{number}/modifica"));
    let form = desk.office.get(&edit);
    let anew = [("name", ""), ("source", "registro <interno>")];
    let refused = send(&mut desk.office, &edit, &filled(&form, &anew));
    assert_eq!(refused.status, 422);
    assert!(refused.main().contains("Compila questo campo."));
    assert!(
        refused.text().contains("registro &#60;interno&#62;")
            || refused.text().contains("registro &lt;interno&gt;")
    );
    // What it is compared with is still what the form was first shown with.
    let kept = filled(&refused, &[("name", "Un nome nuovo")]);
    let saved = send(&mut desk.office, &edit, &kept);
    assert_eq!(saved.status, 303, "{}", saved.main());
    let fields = desk.fields(number);
    assert_eq!(fields["name"], json!("Un nome nuovo"));
    assert_eq!(fields["source"], json!("registro <interno>"));
}

#[test]
fn the_second_of_two_people_sees_both_versions_and_loses_nothing() {
    let mut desk = Desk::valdoro();
    let number = desk.objective("1.1.1");
    let edit = desk.page(&format!("scheda/{number}/modifica"));
    let mut other = desk.running.signed_in("valdoro", Role::PerformanceOffice);
    let (mine, theirs) = (desk.office.get(&edit), other.get(&edit));
    let saved = send(
        &mut other,
        &edit,
        &filled(&theirs, &[("title", "Titolo di altri")]),
    );
    assert_eq!(saved.status, 303);
    let typed = [("title", "Titolo mio"), ("period", "gennaio – giugno")];
    let clash = send(&mut desk.office, &edit, &filled(&mine, &typed));
    assert_eq!(clash.status, 409);
    let main = clash.main();
    for said in [
        "Titolo di altri",
        "Titolo mio",
        "Ufficio performance",
        "Salva le scelte",
    ] {
        assert!(main.contains(said), "{said}: {main}");
    }
    assert_eq!(
        desk.fields(number)["title"],
        json!("Titolo di altri"),
        "nothing was overwritten"
    );
    // Mine for the title; what nobody else touched goes along.
    let form = filled(&clash, &[("title", "mine")]);
    let choose = desk.page(&format!("scheda/{number}/scegli"));
    let chosen = send(&mut desk.office, &choose, &form);
    assert_eq!(chosen.status, 303, "{}", chosen.main());
    let fields = desk.fields(number);
    assert_eq!(fields["title"], json!("Titolo mio"));
    assert_eq!(fields["period"], json!("gennaio – giugno"));
    assert!(desk.running.store.verify("valdoro").unwrap().flaw.is_none());
}

#[test]
fn what_was_typed_for_a_thing_that_somebody_took_out_is_shown_with_the_way_to_bring_it_back() {
    let mut desk = Desk::valdoro();
    let number = desk.record("chapter", |_| true);
    let edit = desk.page(&format!("scheda/{number}/modifica"));
    let form = desk.office.get(&edit);
    let mut other = desk.running.signed_in("valdoro", Role::PerformanceOffice);
    let remove = desk.page(&format!("scheda/{number}/togli"));
    let question = other.get(&remove);
    assert_eq!(question.status, 200, "{}", question.main());
    let gone = send(
        &mut other,
        &remove,
        &filled(&question, &[("sotto", "lascia")]),
    );
    assert_eq!(gone.status, 303, "{}", gone.main());
    let late = send(
        &mut desk.office,
        &edit,
        &filled(&form, &[("title", "Un titolo scritto tardi")]),
    );
    assert_eq!(late.status, 409);
    assert!(
        late.main().contains("Un titolo scritto tardi"),
        "{}",
        late.main()
    );
    let back = filled(&late, &[]);
    let back = send(&mut desk.office, "/valdoro/annulla", &back);
    assert_eq!(back.status, 303, "{}", back.main());
    assert!(desk.records().iter().any(|record| record.id == number));
}

#[test]
fn a_session_that_ends_during_a_long_edit_loses_nothing() {
    let mut desk = Desk::valdoro();
    let number = desk.objective("1.1.1");
    let edit = desk.page(&format!("scheda/{number}/modifica"));
    let form = filled(&desk.office.get(&edit), &[("title", "Scritto a lungo")]);
    for account in desk.running.store.accounts("valdoro").unwrap() {
        let author = store::Author {
            account: None,
            name: "prova",
            now: jiff::Timestamp::now(),
            reason: None,
        };
        desk.running
            .store
            .close_sessions("valdoro", account.id, None, &author)
            .unwrap();
    }
    let door = send(&mut desk.office, &edit, &form);
    assert!(
        door.main()
            .contains("quello che avevi scritto è conservato"),
        "{}",
        door.main()
    );
    desk.office.csrf = String::new();
    let enter = filled(
        &door,
        &[
            ("login", "performance-office"),
            ("password", traguardo::web::demo::PASSWORD),
        ],
    );
    let again = send(&mut desk.office, "/valdoro/accesso", &enter);
    assert_eq!(again.status, 200, "{}", again.main());
    assert!(again.main().contains("Scritto a lungo"), "{}", again.main());
    assert!(
        !again.main().contains("era-title"),
        "only what was typed is shown: {}",
        again.main()
    );
    desk.office.csrf = again
        .text()
        .split("name=\"csrf\" value=\"")
        .last()
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .to_owned();
    let sent = send(&mut desk.office, &edit, &filled(&again, &[]));
    assert_eq!(sent.status, 303, "{}", sent.main());
    assert_eq!(desk.fields(number)["title"], json!("Scritto a lungo"));
}

#[test]
fn an_indicator_is_added_under_an_objective_with_the_next_number_and_undone() {
    let mut desk = Desk::valdoro();
    let objective = desk.objective("1.1.1");
    let add = desk.page(&format!("aggiungi/indicator?a={objective}&campo=parent"));
    let form = desk.office.get(&add);
    assert_eq!(form.status, 200, "{}", form.main());
    let empty = send(&mut desk.office, &add, &filled(&form, &[]));
    assert_eq!(empty.status, 422, "a name is needed");
    let anew = [
        ("name", "Imprese formate"),
        ("weight", "10"),
        ("targets-2025-12-31", "almeno 12"),
    ];
    let added = send(&mut desk.office, &add, &filled(&form, &anew));
    assert_eq!(added.status, 303, "{}", added.main());
    let number = desk.record("indicator", |fields| {
        fields["name"] == json!("Imprese formate")
    });
    let fields = desk.fields(number);
    assert_eq!(fields["parent"], json!("1.1.1"));
    assert!(fields["number"].as_str().unwrap().parse::<u32>().unwrap() > 1);
    assert_eq!(fields["targets"], json!({"2025-12-31": "almeno 12"}));
    let sheet = desk.office.get(added.header("location").unwrap());
    assert!(sheet.main().contains("Imprese formate"));
    let (lotto, here) = (batch_of(&added), desk.page(&format!("scheda/{number}")));
    let undone = desk
        .office
        .post("/valdoro/annulla", &[("lotto", &lotto), ("da", &here)]);
    assert!(
        undone.header("location").unwrap().contains("/albero?"),
        "its sheet is no more"
    );
    assert!(!desk.records().iter().any(|record| record.id == number));
}

#[test]
fn an_activity_is_added_on_the_sheet_of_its_project() {
    let mut desk = Desk::valdoro();
    let project = desk.record("indicator", |fields| {
        fields.get("project") == Some(&json!("true"))
    });
    let sheet = desk.page(&format!("scheda/{project}?parte=attivita"));
    let page = desk.office.get(&sheet);
    assert!(
        page.main().contains("Aggiungi un'attività"),
        "{}",
        page.main()
    );
    let before = desk
        .records()
        .iter()
        .filter(|record| record.kind == "activity")
        .count();
    let anew = [
        ("title", "Collaudo"),
        ("weight", "5"),
        ("start", "1/9/2025"),
        ("end", "30/9/2025"),
    ];
    let add = desk.page(&format!("aggiungi/activity?a={project}&campo=parent"));
    let form: Vec<(String, String)> = filled(&page, &anew)
        .into_iter()
        .filter(|(name, _)| name != "verso")
        .collect();
    let added = send(&mut desk.office, &add, &form);
    assert_eq!(added.status, 303, "{}", added.main());
    let back = added.header("location").unwrap().to_owned();
    assert!(
        back.contains(&format!("scheda/{project}?")) && back.contains("parte=attivita"),
        "{back}"
    );
    let page = desk.office.get(&back);
    assert!(page.main().contains("Collaudo") && page.main().contains("30/09/2025"));
    let after = desk
        .records()
        .iter()
        .filter(|record| record.kind == "activity")
        .count();
    assert_eq!(after, before + 1);
}

#[test]
fn removing_tells_what_stands_below_and_takes_it_along_only_if_chosen() {
    let mut desk = Desk::valdoro();
    let objective = desk.objective("1.1.1");
    let all = desk.records().len();
    let remove = desk.page(&format!("scheda/{objective}/togli"));
    let question = desk.office.get(&remove);
    assert!(
        question.main().contains("Sotto ci sono"),
        "{}",
        question.main()
    );
    let unsaid = send(&mut desk.office, &remove, &filled(&question, &[]));
    assert_eq!(unsaid.status, 422, "one must choose");
    let anew = [("sotto", "togli"), ("motivo", "Prova di rimozione")];
    let removed = send(&mut desk.office, &remove, &filled(&question, &anew));
    assert_eq!(removed.status, 303, "{}", removed.main());
    assert!(desk.records().len() < all - 1, "its indicators went along");
    let filter = AuditFilter {
        record: Some(objective),
        plan: Some(desk.plan),
        ..AuditFilter::default()
    };
    let entries = desk.running.store.audit("valdoro", &filter, 1).unwrap();
    assert_eq!(entries[0].reason.as_deref(), Some("Prova di rimozione"));
    let lotto = batch_of(&removed);
    let undone = desk
        .office
        .post("/valdoro/annulla", &[("lotto", &lotto), ("da", "/valdoro")]);
    assert_eq!(undone.status, 303);
    assert_eq!(desk.records().len(), all, "everything is back");
}

#[test]
fn things_keep_their_keys_when_codes_change_and_siblings_move_or_go() {
    let mut desk = Desk::valdoro();
    let objective = desk.objective("1.1.1");
    let indicator = desk.indicator_of("1.1.1");
    let edit = desk.page(&format!("scheda/{objective}/modifica"));
    let form = desk.office.get(&edit);
    let saved = send(
        &mut desk.office,
        &edit,
        &filled(&form, &[("code", "1.1.9")]),
    );
    assert_eq!(saved.status, 303, "{}", saved.main());
    let fields = desk.fields(objective);
    assert_eq!(
        (&fields["code"], &fields["id"]),
        (&json!("1.1.9"), &json!("1.1.1"))
    );
    let sheet = desk.office.get(&desk.page(&format!("scheda/{objective}")));
    let name = desk.fields(indicator)["name"].as_str().unwrap().to_owned();
    assert!(
        sheet.main().contains(&name),
        "its indicators are still its own"
    );
    let down = desk.page(&format!("scheda/{indicator}/sposta"));
    let order = |desk: &Desk| -> Vec<i64> {
        let records = desk.records();
        let own = records.iter().filter(|record| {
            let fields: Map<String, Value> = serde_json::from_str(&record.fields).unwrap();
            record.kind == "indicator" && fields.get("parent") == Some(&json!("1.1.1"))
        });
        own.map(|record| record.id).collect()
    };
    let before = order(&desk);
    assert!(before.len() > 1);
    let moved = desk.office.post(&down, &[("verso", "giu")]);
    assert_eq!(moved.status, 303, "{}", moved.main());
    let after = order(&desk);
    assert_eq!((after[0], after[1]), (before[1], before[0]));
    let lotto = batch_of(&moved);
    desk.office
        .post("/valdoro/annulla", &[("lotto", &lotto), ("da", "/valdoro")]);
    assert_eq!(order(&desk), before);
}

#[test]
fn an_indicator_is_duplicated_without_what_was_measured() {
    let mut desk = Desk::valdoro();
    let indicator = desk.record("indicator", |fields| {
        fields.contains_key("results") && fields.contains_key("targets")
    });
    let copied = desk
        .office
        .post(&desk.page(&format!("scheda/{indicator}/duplica")), &[]);
    assert_eq!(copied.status, 303, "{}", copied.main());
    let own = desk.fields(indicator);
    let name = format!("{} (copia)", own["name"].as_str().unwrap());
    let copy = desk.record("indicator", |fields| fields["name"] == json!(name));
    let fields = desk.fields(copy);
    assert_eq!(fields["targets"], own["targets"]);
    assert!(!fields.contains_key("results"));
    assert_ne!(fields.get("id"), own.get("id"));
}

#[test]
fn nobody_undoes_what_others_did_without_the_right_and_nothing_that_changed_since() {
    let mut desk = Desk::valdoro();
    let number = desk.objective("1.1.1");
    let edit = desk.page(&format!("scheda/{number}/modifica"));
    let form = desk.office.get(&edit);
    let first = send(
        &mut desk.office,
        &edit,
        &filled(&form, &[("period", "prima")]),
    );
    let lotto = batch_of(&first);
    let mut manager = desk.running.signed_in("valdoro", Role::Manager);
    let denied = manager.post("/valdoro/annulla", &[("lotto", &lotto), ("da", "/valdoro")]);
    assert_eq!(denied.status, 403);
    let form = desk.office.get(&edit);
    send(
        &mut desk.office,
        &edit,
        &filled(&form, &[("period", "dopo")]),
    );
    let late = desk
        .office
        .post("/valdoro/annulla", &[("lotto", &lotto), ("da", "/valdoro")]);
    assert_eq!(late.status, 409);
    assert!(
        late.main().contains("Non è cambiato nulla"),
        "{}",
        late.main()
    );
    assert_eq!(desk.fields(number)["period"], json!("dopo"));
    // Nobody is led elsewhere by an undoing.
    let form = desk.office.get(&edit);
    let saved = send(
        &mut desk.office,
        &edit,
        &filled(&form, &[("period", "poi")]),
    );
    let away = [
        ("lotto", batch_of(&saved)),
        ("da", "//example.org".to_owned()),
    ];
    let away: Vec<(&str, &str)> = away.iter().map(|(n, v)| (*n, v.as_str())).collect();
    let back = desk.office.post("/valdoro/annulla", &away);
    assert!(
        back.header("location").unwrap().starts_with("/valdoro/"),
        "ours"
    );
}

#[test]
fn a_finding_with_a_mechanical_way_out_is_mended_by_its_button() {
    let mut desk = Desk::valdoro();
    // A weight typed so that the sum no longer closes.
    let indicator = desk.indicator_of("1.1.1");
    let edit = desk.page(&format!("scheda/{indicator}/modifica"));
    let form = desk.office.get(&edit);
    send(&mut desk.office, &edit, &filled(&form, &[("weight", "61")]));
    let sheet = desk.page(&format!("scheda/{}", desk.objective("1.1.1")));
    let page = desk.office.get(&sheet);
    assert!(page.main().contains("Sistema così"), "{}", page.main());
    let rimedio = page.value_of("rimedio").expect("the button");
    let mended = desk
        .office
        .post(&format!("{sheet}/rimedia"), &[("rimedio", &rimedio)]);
    assert_eq!(mended.status, 303, "{}", mended.main());
    let page = desk.office.get(mended.header("location").unwrap());
    assert!(page.main().contains("Rilievo sistemato."));
    assert!(!page.main().contains("Sistema così"), "{}", page.main());
}

#[test]
fn everything_a_plan_is_made_of_is_listed_kind_by_kind() {
    let mut desk = Desk::valdoro();
    let all = desk.office.get(&desk.page("voci"));
    assert_eq!(all.status, 200);
    assert!(all.main().contains("atto") && all.main().contains("Il metodo di misurazione"));
    for kind in KINDS.iter() {
        let page = desk.page(&format!("voci/{}", kind.spec().key));
        let listed = desk.office.get(&page);
        assert!(
            matches!(listed.status, 200 | 303),
            "{page}: {}",
            listed.main()
        );
        assert!(!listed.text().contains("web-thing-"), "{page}");
        if !kind.spec().single {
            let form = desk
                .office
                .get(&desk.page(&format!("aggiungi/{}", kind.spec().key)));
            assert_eq!(form.status, 200, "{}", kind.spec().key);
            assert!(!form.text().contains("web-thing-"), "{}", kind.spec().key);
        }
    }
    assert_eq!(desk.office.get(&desk.page("voci/niente")).status, 404);
    assert_eq!(desk.office.get(&desk.page("scheda/999999")).status, 404);
    assert_eq!(desk.office.get(&desk.page("scheda/uno")).status, 404);
}

#[test]
fn what_is_typed_is_kept_as_a_draft_until_it_is_saved() {
    let mut desk = Desk::valdoro();
    let number = desk.objective("1.1.1");
    let edit = desk.page(&format!("scheda/{number}/modifica"));
    let draft = desk.page(&format!("scheda/{number}/bozza?gruppo="));
    let form = desk.office.get(&edit);
    let typed = filled(&form, &[("title", "Scritto a metà")]);
    assert_eq!(send(&mut desk.office, &draft, &typed).status, 200);
    assert_ne!(
        desk.fields(number)["title"],
        json!("Scritto a metà"),
        "a draft is no change"
    );
    let again = desk.office.get(&edit);
    assert!(again.main().contains("Nulla è perduto"), "{}", again.main());
    let resumed = desk.office.get(&format!("{edit}?gruppo=&bozza=1"));
    assert_eq!(resumed.value_of("title").as_deref(), Some("Scritto a metà"));
    // Who may not edit keeps no draft.
    let mut board = desk.running.signed_in("valdoro", Role::Board);
    assert_eq!(send(&mut board, &draft, &typed).status, 403);
    let saved = send(&mut desk.office, &edit, &typed);
    assert_eq!(saved.status, 303, "{}", saved.main());
    assert!(!desk.office.get(&edit).main().contains("Nulla è perduto"));
}

#[test]
fn what_no_form_of_ours_sends_is_refused_and_breaks_nothing() {
    let mut desk = Desk::valdoro();
    let number = desk.indicator_of("1.1.1");
    let before = desk.fields(number);
    let sheet = desk.page(&format!("scheda/{number}"));
    let forged: [(&str, Vec<(&str, &str)>); 9] = [
        (
            "modifica",
            vec![("era-name-x", ""), ("name-x", "dentro un testo")],
        ),
        ("modifica", vec![("era-name", "{"), ("name", "rotto")]),
        (
            "modifica",
            vec![("era-weight", "12"), ("weight", "un numero non è un testo")],
        ),
        (
            "modifica",
            vec![("era-targets", "[1]"), ("targets__note", "n")],
        ),
        (
            "modifica",
            vec![("era-nothing", ""), ("nothing", "di che cosa?")],
        ),
        (
            "scegli",
            vec![("modifiche", "[{\"path\": \"name\", \"after\": 5}]")],
        ),
        ("scegli", vec![("modifiche", "tutto")]),
        ("togli", vec![("sotto", "togli"), ("visto", "[]")]),
        ("rimedia", vec![("rimedio", "nessuna-regola|")]),
    ];
    for (page, form) in forged {
        let reply = desk.office.post(&format!("{sheet}/{page}"), &form);
        assert!(
            matches!(reply.status, 303 | 400 | 409 | 422),
            "{page} {form:?}: {} {}",
            reply.status,
            reply.main()
        );
        assert_eq!(desk.fields(number), before, "{page} {form:?}");
    }
    for page in [
        "lettura?campo=targets-_zz&testo=1",
        "lettura?campo=niente&testo=1",
        "lettura",
    ] {
        assert_eq!(
            desk.office.get(&format!("{sheet}/{page}")).status,
            404,
            "{page}"
        );
    }
}
