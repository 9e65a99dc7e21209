//! Weights, assignment, dashboards, organisation, files and the next year, as the office works on
//! them.

use domain::number::Number;
use domain::report::next_year::{Why, next_year};
use domain::report::siblings::{Closing, Share, redistributed, siblings};
use domain::score::score;
use domain::target::Readings;
use jiff::civil::date;
use serde_json::Value;
use traguardo::cli::EXAMPLES;
use traguardo::format::difference::differences;
use traguardo::format::draft::Draft;
use traguardo::format::workbook::staff;
use traguardo::format::{self, Format, stored};
use traguardo::web::rights::Role;

use super::running::{Person, Running};

fn example(name: &str) -> Draft {
    let found = EXAMPLES.iter().find(|(of, _)| *of == name);
    let (_, text) = found.expect("an example of that name");
    format::read(&format!("{name}.toml"), text.as_bytes()).expect("it can be read")
}

/// The plan as it is stored now.
fn now(running: &Running, body: &str, plan: i64) -> Draft {
    let (_, records) = running.store.load(body, plan).expect("the plan");
    let records: Vec<stored::Stored> = records
        .into_iter()
        .map(|record| stored::Stored {
            number: record.id,
            kind: record.kind,
            fields: record.fields,
        })
        .collect();
    stored::read(&records)
}

/// The record of a kind in which a field has a value.
fn record(running: &Running, body: &str, plan: i64, kind: &str, field: &str, value: &str) -> i64 {
    let (_, records) = running.store.load(body, plan).expect("the plan");
    let found = records.iter().find(|record| {
        let fields: Value = serde_json::from_str(&record.fields).expect("JSON");
        record.kind == kind && fields.get(field).and_then(Value::as_str) == Some(value)
    });
    found
        .unwrap_or_else(|| panic!("a {kind} with {field} = {value}"))
        .id
}

/// A field of a record, as stored.
fn field(running: &Running, body: &str, plan: i64, record: i64, name: &str) -> Option<String> {
    let (_, records) = running.store.load(body, plan).expect("the plan");
    let found = records.iter().find(|of| of.id == record)?;
    let fields: Value = serde_json::from_str(&found.fields).expect("JSON");
    Some(fields.get(name)?.as_str()?.to_owned())
}

/// The batch of which a page tells that it was done.
fn batch(location: &str) -> i64 {
    let after = location.split("lotto=").nth(1).expect("a batch");
    let digits: String = after.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().expect("a number")
}

fn undo(running: &Running, body: &str, batch: i64) {
    let author = store::Author {
        account: None,
        name: "prova",
        now: jiff::Timestamp::now(),
        reason: None,
    };
    running
        .store
        .undo(body, batch, &author)
        .expect("it is undone");
}

/// The values of all fields of a page whose name begins so, in order.
fn fields(page: &str, prefix: &str) -> Vec<(String, String)> {
    let attribute = |tag: &str, name: &str| {
        let after = tag.split(&format!("{name}=\"")).nth(1)?;
        Some(after.split('"').next()?.to_owned())
    };
    page.split("<input")
        .skip(1)
        .filter_map(|rest| {
            let tag = rest.split('>').next()?;
            let name = attribute(tag, " name")?;
            name.starts_with(prefix)
                .then(|| (name, attribute(tag, " value").unwrap_or_default()))
        })
        .collect()
}

fn office(running: &Running) -> Person {
    running.signed_in("valdoro", Role::PerformanceOffice)
}

mod weights {
    use super::*;

    #[test]
    fn what_does_not_close_comes_first() {
        let running = Running::on_examples();
        let plan = running.plan("brescia", 2020);
        let mut person = running.signed_in("brescia", Role::PerformanceOffice);
        let page = person.get(&format!("/brescia/{plan}/pesi"));
        assert_eq!(page.status, 200);
        let main = page.main();
        assert!(main.contains("Non chiudono"), "{main}");
        assert!(
            main.contains("mancano") || main.contains("di troppo"),
            "{main}"
        );
        let all = person
            .get(&format!("/brescia/{plan}/pesi?stato=tutti"))
            .main();
        assert!(all.len() > main.len());
    }

    #[test]
    fn sums_are_those_of_which_the_scores_speak() {
        for (name, _) in EXAMPLES {
            let draft = example(name);
            let readings = Readings::of(&draft.plan);
            let scores = score(&draft.plan, &readings, None);
            let mut told: Vec<(domain::plan::Node, String)> = scores
                .findings
                .iter()
                .filter(|f| f.rule == "score-weights-do-not-close")
                .map(|f| {
                    let total = f.args.iter().find(|(name, _)| *name == "total");
                    (
                        f.place.node.expect("a parent"),
                        total.expect("a total").1.clone(),
                    )
                })
                .collect();
            let mut shown: Vec<(domain::plan::Node, String)> = siblings(&draft.plan, &scores)
                .iter()
                .filter(|group| group.closing == Closing::Open)
                .filter_map(|group| {
                    let total = group.total.as_ref()?;
                    let style = domain::number::Style::ITALIAN;
                    (!total.is_zero()).then(|| (group.parent, total.format_plain(style)))
                })
                .collect();
            told.sort();
            shown.sort();
            assert_eq!(told, shown, "{name}");
        }
    }

    #[test]
    fn weights_are_changed_with_their_sum_and_effect_in_view_and_undone() {
        let running = Running::on_examples();
        let plan = running.plan("valdoro", 2025);
        let objective = record(&running, "valdoro", plan, "objective", "code", "1.1.1");
        let mut person = office(&running);
        let address = format!("/valdoro/{plan}/pesi/{objective}");
        let page = person.get(&address).text();
        let weights = fields(&page, "p-");
        assert_eq!(
            weights
                .iter()
                .map(|(_, value)| value.as_str())
                .collect::<Vec<_>>(),
            ["40", "30", "30"],
        );
        let mut form: Vec<(String, String)> = fields(&page, "prima-");
        form.extend(weights.clone());
        let send = |person: &mut Person, first: &str, what: &str| {
            let mut form = form.clone();
            for (name, value) in &mut form {
                if *name == weights[0].0 {
                    first.clone_into(value);
                }
            }
            form.push(("fare".to_owned(), what.to_owned()));
            let form: Vec<(&str, &str)> =
                form.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
            person.post(&address, &form)
        };
        let computed = send(&mut person, "50", "calcola");
        assert_eq!(computed.status, 200);
        assert!(
            computed.main().contains("110 su 100"),
            "{}",
            computed.main()
        );
        assert!(computed.main().contains("10 di troppo"));
        assert!(
            !computed.main().contains("<section"),
            "pieces are shown, not their markup"
        );
        assert!(computed.main().contains("→"), "the score before and after");
        let shared = send(&mut person, "50", "redistribuisci-0");
        let now: Vec<String> = fields(&shared.text(), "p-")
            .into_iter()
            .map(|(_, v)| v)
            .collect();
        assert_eq!(now, ["45,46", "27,27", "27,27"], "100 exactly");
        assert!(shared.main().contains("non sono ancora salvati"));
        let wrong = send(&mut person, "molto", "salva");
        assert_eq!(wrong.status, 422);
        assert!(wrong.main().contains("Scrivi un numero"));
        assert_eq!(
            fields(&wrong.text(), "p-")[0].1,
            "molto",
            "what was typed is kept"
        );
        let saved = send(&mut person, "50", "salva");
        assert_eq!(saved.status, 303, "{}", saved.main());
        let to = saved.header("location").expect("the way on").to_owned();
        assert!(person.get(&to).main().contains("Pesi salvati"));
        let indicator: i64 = weights[0]
            .0
            .split('-')
            .nth(1)
            .and_then(|n| n.parse().ok())
            .expect("a record");
        assert_eq!(
            field(&running, "valdoro", plan, indicator, "weight").as_deref(),
            Some("50")
        );
        undo(&running, "valdoro", batch(&to));
        assert_eq!(
            field(&running, "valdoro", plan, indicator, "weight").as_deref(),
            Some("40")
        );
    }

    #[test]
    fn two_people_who_change_the_same_weight_both_see_both() {
        let running = Running::on_examples();
        let plan = running.plan("valdoro", 2025);
        let objective = record(&running, "valdoro", plan, "objective", "code", "1.1.1");
        let address = format!("/valdoro/{plan}/pesi/{objective}");
        let (mut one, mut other) = (office(&running), office(&running));
        let page = one.get(&address).text();
        let name = fields(&page, "p-")[0].0.clone();
        let seen = format!("prima-{name}");
        let form = |weight: &'static str| [(seen.clone(), "40"), (name.clone(), weight)];
        let post = |person: &mut Person, weight| {
            let form = form(weight);
            let mut form: Vec<(&str, &str)> = form.iter().map(|(a, b)| (a.as_str(), *b)).collect();
            form.push(("fare", "salva"));
            person.post(&address, &form)
        };
        assert_eq!(post(&mut one, "45").status, 303);
        let late = post(&mut other, "50");
        assert_eq!(late.status, 409);
        let main = late.main();
        assert!(main.contains("45") && main.contains("50"), "{main}");
        let changes = late
            .value_of("cambi")
            .expect("the changes")
            .replace("&#34;", "\"")
            .replace("&quot;", "\"");
        let form = [
            ("cambi", changes.as_str()),
            ("c-0", "mine"),
            ("fatto", "weights"),
            ("verso", address.as_str()),
        ];
        let chosen = other.post(&format!("/valdoro/{plan}/scelte"), &form);
        assert_eq!(chosen.status, 303, "{}", chosen.main());
        let indicator: i64 = name
            .split('-')
            .nth(1)
            .and_then(|n| n.parse().ok())
            .expect("a record");
        assert_eq!(
            field(&running, "valdoro", plan, indicator, "weight").as_deref(),
            Some("50")
        );
    }

    #[test]
    fn only_the_office_changes_weights() {
        let running = Running::on_examples();
        let plan = running.plan("valdoro", 2025);
        let objective = record(&running, "valdoro", plan, "objective", "code", "1.1.1");
        for role in [Role::Manager, Role::Oiv, Role::Administrator, Role::Staff] {
            let mut person = running.signed_in("valdoro", role);
            let address = format!("/valdoro/{plan}/pesi/{objective}");
            assert_eq!(person.get(&address).status, 403, "{}", role.token());
            assert_eq!(person.post(&address, &[("fare", "salva")]).status, 403);
        }
    }

    fn number(text: &str) -> Number {
        Number::parse_decimal(text).expect("a number")
    }

    fn shares(weights: &[&str]) -> Vec<Share> {
        let share = |text: &&str| Share {
            weight: Number::parse_decimal(text.trim_end_matches('!')),
            held: text.ends_with('!'),
        };
        weights.iter().map(share).collect()
    }

    /// `!` marks what is held, the empty text what has no weight.
    fn shared(weights: &[&str], expected: &str) -> Option<Vec<String>> {
        let new = redistributed(&shares(weights), &number(expected))?;
        let total: Number = new.iter().flatten().sum();
        assert_eq!(total, number(expected), "the sum is exact");
        let text = |n: Option<Number>| n.map(|n| n.to_decimal()).unwrap_or_default();
        Some(new.into_iter().map(text).collect())
    }

    #[test]
    fn the_rest_is_shared_out_exactly() {
        let some =
            |weights: &[&str]| Some(weights.iter().map(|w| (*w).to_owned()).collect::<Vec<_>>());
        assert_eq!(
            shared(&["1", "1", "1"], "100"),
            some(&["33.34", "33.33", "33.33"])
        );
        assert_eq!(shared(&["50", "", ""], "100"), some(&["50", "25", "25"]));
        assert_eq!(
            shared(&["40", "40!", "30"], "100"),
            some(&["34.29", "40", "25.71"])
        );
        assert_eq!(shared(&["60", "30"], "30"), some(&["20", "10"]));
        assert_eq!(shared(&["1", "2"], "33.333"), some(&["11.11", "22.223"]));
        assert_eq!(shared(&["100!", "20"], "100"), None, "nothing is left");
        assert_eq!(shared(&["0", "0"], "100"), None, "no proportion");
        assert_eq!(shared(&[], "100"), None);
        assert_eq!(
            shared(&["70", "50", ""], "100"),
            some(&["58.33", "41.67", ""])
        );
    }
}

mod assignment {
    use super::*;

    #[test]
    fn objectives_are_assigned_weighed_and_taken_away() {
        let running = Running::on_examples();
        let plan = running.plan("valdoro", 2025);
        let holder = record(
            &running,
            "valdoro",
            plan,
            "responsible",
            "id",
            "segretario-generale",
        );
        let objective = record(&running, "valdoro", plan, "objective", "code", "1.1.2");
        let mut person = office(&running);
        let page = format!("/valdoro/{plan}/assegnazione");
        assert!(person.get(&page).main().contains("100 su 100"));
        let address = format!("{page}/{holder}");
        let (which, weight) = (format!("obiettivo-{holder}"), format!("peso-{holder}"));
        let number = objective.to_string();
        let wrong = person.post(
            &address,
            &[(&which, &number), (&weight, "tanto"), ("fare", "aggiungi")],
        );
        assert_eq!(wrong.status, 422);
        assert_eq!(wrong.value_of(&weight).as_deref(), Some("tanto"));
        let none = person.post(&address, &[(&weight, "10"), ("fare", "aggiungi")]);
        assert_eq!(none.status, 422);
        let added = person.post(
            &address,
            &[(&which, &number), (&weight, "10"), ("fare", "aggiungi")],
        );
        assert_eq!(added.status, 303, "{}", added.main());
        let main = person.get(&page).main();
        assert!(
            main.contains("110 su 100") && main.contains("10 di troppo"),
            "{main}"
        );
        let stored = now(&running, "valdoro", plan);
        let place = stored
            .plan
            .placements
            .iter()
            .find(|p| p.parent.text == "segretario-generale" && p.child.text == "1.1.2");
        assert_eq!(
            place
                .and_then(|p| p.weight.as_ref())
                .map(|w| w.text.as_str()),
            Some("10")
        );
        let (_, records) = running.store.load("valdoro", plan).expect("the plan");
        let placement = records
            .iter()
            .rfind(|r| r.kind == "placement")
            .expect("the new one")
            .id;
        let removed = person.post(&address, &[("fare", &format!("togli-{placement}"))]);
        assert_eq!(removed.status, 303);
        assert!(!person.get(&page).main().contains("di troppo"));
        undo(
            &running,
            "valdoro",
            batch(removed.header("location").expect("the way on")),
        );
        assert!(person.get(&page).main().contains("di troppo"), "undone");
    }

    #[test]
    fn a_manager_reads_weights_and_changes_none() {
        let running = Running::on_examples();
        let plan = running.plan("valdoro", 2025);
        let holder = record(
            &running,
            "valdoro",
            plan,
            "responsible",
            "id",
            "segretario-generale",
        );
        let mut person = running.signed_in("valdoro", Role::Manager);
        let page = person.get(&format!("/valdoro/{plan}/assegnazione"));
        assert_eq!(page.status, 200);
        assert!(!page.text().contains("name=\"fare\""), "no button to press");
        let post = person.post(
            &format!("/valdoro/{plan}/assegnazione/{holder}"),
            &[("fare", "salva")],
        );
        assert_eq!(post.status, 403);
    }
}

mod dashboards {
    use super::*;

    #[test]
    fn indicators_are_searched_picked_given_a_local_target_and_taken_away() {
        let running = Running::on_examples();
        let plan = running.plan("valdoro", 2025);
        let dashboard = record(
            &running,
            "valdoro",
            plan,
            "dashboard",
            "id",
            "cruscotto-registro",
        );
        let section = record(
            &running,
            "valdoro",
            plan,
            "section",
            "title",
            "Far crescere le imprese sui mercati esteri",
        );
        let mut person = office(&running);
        let address = format!("/valdoro/{plan}/cruscotti/componi/{dashboard}");
        let elsewhere = person.get(&format!("{address}?sezione={section}"));
        assert_eq!(elsewhere.status, 404, "a section of another dashboard");
        let section = record(&running, "valdoro", plan, "section", "code", "NAZ-1");
        let found = person.get(&format!("{address}?sezione={section}&q=digitàle+COLLOQUI"));
        let main = found.main();
        assert!(
            main.contains("Colloqui del Punto impresa digitale"),
            "{main}"
        );
        assert!(main.contains("1 di 1 indicatori"), "{main}");
        let indicator = record(
            &running,
            "valdoro",
            plan,
            "indicator",
            "id",
            "colloqui-digitali",
        )
        .to_string();
        let section_text = section.to_string();
        let form = [
            ("sezione", section_text.as_str()),
            ("indicatore", &indicator),
            ("fare", "aggiungi"),
        ];
        let added = person.post(&address, &form);
        assert_eq!(added.status, 303, "{}", added.main());
        let (_, records) = running.store.load("valdoro", plan).expect("the plan");
        let placement = records
            .iter()
            .rfind(|r| r.kind == "placement")
            .expect("the new one")
            .id;
        let target = format!("target-{placement}");
        let form = [
            ("sezione", section_text.as_str()),
            (target.as_str(), "almeno 100 colloqui"),
            ("fare", "salva"),
        ];
        assert_eq!(person.post(&address, &form).status, 303);
        assert_eq!(
            field(&running, "valdoro", plan, placement, "local_target").as_deref(),
            Some("almeno 100 colloqui"),
        );
        let remove = format!("togli-{placement}");
        let form = [
            ("sezione", section_text.as_str()),
            ("fare", remove.as_str()),
        ];
        assert_eq!(person.post(&address, &form).status, 303);
        assert_eq!(
            field(&running, "valdoro", plan, placement, "local_target"),
            None
        );
        let form = [("titolo-sezione", ""), ("fare", "sezione")];
        assert_eq!(person.post(&address, &form).status, 422);
        let form = [("titolo-sezione", "Altre attività"), ("fare", "sezione")];
        assert_eq!(person.post(&address, &form).status, 303);
        assert!(person.get(&address).main().contains("Altre attività"));
    }
}

/// A list as a file, whose lines are these.
fn csv(person: &mut Person, page: &str) -> Vec<String> {
    let file = person.get(&format!("{page}?formato=csv"));
    assert_eq!(file.status, 200, "{page}");
    let media = file.header("content-type").unwrap_or_default();
    assert!(media.starts_with("text/csv"), "{page}: {media}");
    let workbook = person.get(&format!("{page}?formato=xlsx"));
    assert!(workbook.content.starts_with(b"PK"), "{page}");
    file.text().lines().map(str::to_owned).collect()
}

#[test]
fn weights_assignments_and_organisation_are_had_as_files() {
    let running = Running::on_examples();
    let plan = running.plan("valdoro", 2025);
    let mut person = office(&running);
    for page in ["pesi", "assegnazione", "organizzazione"] {
        let page = format!("/valdoro/{plan}/{page}");
        let offers = person.get(&page).text();
        assert!(
            offers.contains("formato=csv") && offers.contains("formato=xlsx"),
            "{page}"
        );
    }
    let assigned = csv(&mut person, &format!("/valdoro/{plan}/assegnazione"));
    let row = assigned.iter().find(|row| row.contains("Area Promozione"));
    let row = row.unwrap_or_else(|| panic!("the head of the area: {assigned:#?}"));
    assert_eq!(row.split(';').count(), 7, "{row}");
    let units = csv(&mut person, &format!("/valdoro/{plan}/organizzazione"));
    let below = units
        .iter()
        .find(|row| row.starts_with("Ufficio Ragioneria;"));
    let below = below.unwrap_or_else(|| panic!("the office: {units:#?}"));
    assert!(
        below.contains("Servizio Risorse") && below.contains(";5;"),
        "{below}"
    );
    let weights = csv(&mut person, &format!("/valdoro/{plan}/pesi"));
    assert!(weights.len() > 1, "{weights:?}");
}

#[test]
fn the_tree_leads_to_everything_in_the_plan() {
    let running = Running::on_examples();
    let plan = running.plan("valdoro", 2025);
    let mut person = running.signed_in("valdoro", Role::Staff);
    let tree = person.get(&format!("/valdoro/{plan}/albero")).text();
    assert!(tree.contains(&format!("href=\"/valdoro/{plan}/voci\"")));
    let all = person.get(&format!("/valdoro/{plan}/voci"));
    assert!(
        all.main().contains("Il metodo di misurazione"),
        "{}",
        all.main()
    );
}

mod organisation {
    use super::*;

    #[test]
    fn everybody_sees_the_chart_and_nobody_a_name() {
        let running = Running::on_examples();
        let plan = running.plan("valdoro", 2025);
        let mut person = running.signed_in("valdoro", Role::Staff);
        let page = person.get(&format!("/valdoro/{plan}/organizzazione"));
        assert_eq!(page.status, 200);
        let main = page.main();
        for expected in [
            "Organigramma",
            "Segreteria Generale",
            "Ufficio Ragioneria",
            "Chi regge che cosa",
            "Gruppo di lavoro performance",
        ] {
            assert!(main.contains(expected), "{expected}: {main}");
        }
        assert!(page.text().contains("<svg"));
        assert!(
            !page.text().contains("organizzazione/personale\""),
            "no form for who may not use it"
        );
    }

    fn sheet() -> Vec<u8> {
        let rows: [[&str; 7]; 5] = [
            [
                "Cognome e nome",
                "Struttura",
                "Area contrattuale",
                "Genere",
                "Tempo parziale",
                "Anno di nascita",
                "Contratto",
            ],
            [
                "ROSSI MARIA",
                "Area Promozione",
                "Istruttori",
                "F",
                "no",
                "1990",
                "Tempo indeterminato",
            ],
            [
                "BIANCHI ANNA",
                "Area Promozione",
                "Istruttori",
                "F",
                "50%",
                "1979",
                "Tempo indeterminato",
            ],
            [
                "VERDI LUCA",
                "Area Anagrafica",
                "Funzionari",
                "M",
                "no",
                "1960",
                "Tempo indeterminato",
            ],
            [
                "NERI UGO",
                "Area Anagrafica",
                "Funzionari",
                "?",
                "no",
                "2030",
                "Tempo indeterminato",
            ],
        ];
        let mut workbook = rust_xlsxwriter::Workbook::new();
        let sheet = workbook.add_worksheet();
        for (row, cells) in (0..).zip(rows) {
            for (column, text) in (0..).zip(cells) {
                sheet.write_string(row, column, text).expect("a cell");
            }
        }
        workbook.save_to_buffer().expect("a workbook")
    }

    #[test]
    fn the_staff_tables_come_from_a_workbook_whose_names_stay_outside() {
        let running = Running::on_examples();
        let plan = running.plan("valdoro", 2025);
        let mut person = office(&running);
        let address = format!("/valdoro/{plan}/organizzazione/personale");
        let counted = person.upload(
            &address,
            &[("giorno", "2025-01-01")],
            &[("foglio", "personale.xlsx", &sheet())],
        );
        assert_eq!(counted.status, 200, "{}", counted.main());
        let main = counted.main();
        assert!(main.contains("4 persone al 01/01/2025"), "{main}");
        assert!(main.contains("2 celle non sono state contate"), "{main}");
        assert!(!counted.text().contains("ROSSI"), "names are not read");
        let tables = counted
            .value_of("tabelle")
            .expect("the tables")
            .replace("&#34;", "\"")
            .replace("&quot;", "\"");
        let form = [("giorno", "2025-01-01"), ("tabelle", tables.as_str())];
        let saved = person.post(&format!("{address}/salva"), &form);
        assert_eq!(saved.status, 303, "{}", saved.main());
        let draft = now(&running, "valdoro", plan);
        let table = |id: &str| {
            let found = draft.plan.tables.iter().find(|table| table.id == id);
            found.unwrap_or_else(|| panic!("{id}")).rows.clone()
        };
        assert_eq!(
            table("personale-categoria"),
            [
                ["Istruttori", "2", "0", "2"],
                ["Funzionari", "0", "1", "2"],
                ["Totale", "2", "1", "4"]
            ],
        );
        assert_eq!(
            table("personale-eta"),
            [
                ["tra 35 e 44 anni", "1", "0", "1"],
                ["tra 45 e 54 anni", "1", "0", "1"],
                ["oltre 64 anni", "0", "1", "1"],
                ["non indicato", "0", "0", "1"],
                ["Totale", "2", "1", "4"],
            ],
        );
        assert_eq!(
            table("personale")[0],
            ["Area Promozione", "2", "0", "2"],
            "the table of units, whatever its key"
        );
        assert_eq!(
            draft.plan.tables.len(),
            example("camera-esempio").plan.tables.len()
        );
        undo(
            &running,
            "valdoro",
            batch(saved.header("location").expect("the way on")),
        );
        assert_eq!(
            now(&running, "valdoro", plan).plan,
            example("camera-esempio").plan
        );
    }

    #[test]
    fn a_workbook_without_the_heads_is_told_what_is_missing() {
        let running = Running::on_examples();
        let plan = running.plan("valdoro", 2025);
        let mut person = office(&running);
        let address = format!("/valdoro/{plan}/organizzazione/personale");
        let mut send = |day: &str, content: &[u8]| {
            let reply = person.upload(
                &address,
                &[("giorno", day)],
                &[("foglio", "x.xlsx", content)],
            );
            assert_eq!(reply.status, 422);
            reply.main()
        };
        assert!(
            send("2025-01-01", b"nothing of the kind").contains("non è un foglio"),
            "not a workbook"
        );
        assert!(send("", &sheet()).contains("Scegli il giorno"));
        let mut empty = rust_xlsxwriter::Workbook::new();
        empty.add_worksheet();
        let empty = empty.save_to_buffer().expect("a workbook");
        assert!(send("2025-01-01", &empty).contains("Non trovo le colonne"));
    }

    #[test]
    fn the_workbook_to_fill_in_is_one_that_can_be_read() {
        let bytes = staff::template().expect("a workbook");
        let read = staff::read(&bytes, date(2025, 1, 1)).expect("a workbook");
        assert_eq!(
            read.map(|read| read.staff.len()),
            Some(0),
            "heads and nobody under them"
        );
        assert_eq!(bytes, staff::template().expect("a workbook"), "same bytes");
    }
}

mod files {
    use super::*;

    const FORMATS: [(&str, Format); 3] = [
        ("toml", Format::Toml),
        ("json", Format::Json),
        ("xlsx", Format::Workbook),
    ];

    /// Imports a file as a new plan; its number.
    fn import(person: &mut Person, running: &Running, name: &str, bytes: &[u8]) -> i64 {
        let sent = person.upload(
            "/valdoro/importa",
            &[("su", "nuovo")],
            &[("file", name, bytes)],
        );
        assert_eq!(sent.status, 303, "{}", sent.main());
        let print = traguardo::web::asked::digest(bytes);
        let before = running.store.plans("valdoro").expect("plans").len();
        let form = [
            ("su", "nuovo"),
            ("impronta", print.as_str()),
            ("revisione", "0"),
        ];
        let applied = person.post("/valdoro/importa/applica", &form);
        assert_eq!(applied.status, 303);
        let plans = running.store.plans("valdoro").expect("plans");
        assert_eq!(plans.len(), before + 1);
        plans.iter().map(|plan| plan.id).max().expect("the new one")
    }

    #[test]
    fn a_file_brought_in_and_taken_out_again_is_the_same() {
        let running = Running::on_examples();
        let mut person = office(&running);
        for (name, _) in EXAMPLES {
            let plan = example(name).plan;
            for (ending, form) in FORMATS {
                let file = format::write(form, &plan).expect("a file");
                let id = import(&mut person, &running, &format!("{name}.{ending}"), &file);
                for (ending_out, form_out) in FORMATS {
                    let out = person.get(&format!("/valdoro/{id}/esporta.{ending_out}"));
                    assert_eq!(out.status, 200);
                    assert!(
                        out.content == format::write(form_out, &plan).expect("a file"),
                        "{name}: {ending} → store → {ending_out}",
                    );
                }
            }
        }
    }

    #[test]
    fn a_trial_says_what_the_check_says_and_changes_nothing() {
        let running = Running::on_examples();
        let mut person = office(&running);
        let (_, text) = EXAMPLES[2];
        let before = running.store.plans("valdoro").expect("plans");
        let sent = person.upload(
            "/valdoro/importa",
            &[("su", "nuovo")],
            &[("file", "brescia-2020.toml", text.as_bytes())],
        );
        assert_eq!(sent.status, 303);
        let draft = example("brescia-2020");
        let readings = Readings::of(&draft.plan);
        let today = traguardo::web::receive::today(jiff::Timestamp::now());
        let checked = domain::check::check(&draft.plan, &readings, Some(today));
        let count = draft.findings.len() + checked.findings.len();
        let trial = person.get("/valdoro/importa/prova?rilievi=tutti").main();
        assert!(trial.contains(&format!("{count} segnalazioni")), "{count}");
        assert!(trial.contains("riga "), "with the line of the file");
        assert!(trial.contains("altro ente"), "another body is told");
        assert_eq!(running.store.plans("valdoro").expect("plans"), before);
    }

    #[test]
    fn a_corrected_file_becomes_changes_of_the_plan_in_one_batch() {
        let running = Running::on_examples();
        let plan = running.plan("valdoro", 2025);
        let original = example("camera-esempio").plan;
        let mut changed = original.clone();
        changed.objectives[2].title = Some("Un altro titolo".to_owned());
        changed.objectives[2].weight = None;
        let moved = changed.units.remove(1);
        changed.units.push(moved);
        changed.areas.insert(
            0,
            domain::plan::Area {
                id: "0".to_owned(),
                code: Some("0".to_owned()),
                title: Some("Un'area nuova".to_owned()),
                ..domain::plan::Area::default()
            },
        );
        changed.links.clear();
        changed.heading.version = None;
        changed.heading.title = Some("Piano 2025 riveduto".to_owned());
        let file = format::write(Format::Toml, &changed).expect("a file");
        let mut person = office(&running);
        let onto = plan.to_string();
        let sent = person.upload(
            "/valdoro/importa",
            &[("su", &onto)],
            &[("file", "corretto.toml", &file)],
        );
        assert_eq!(sent.status, 303);
        let trial = person.get("/valdoro/importa/prova");
        assert!(trial.main().contains("Un altro titolo"), "{}", trial.main());
        assert_eq!(now(&running, "valdoro", plan).plan, original, "not yet");
        let value = |name: &str| trial.value_of(name).expect("a field");
        let form = [
            ("su", value("su")),
            ("impronta", value("impronta")),
            ("revisione", value("revisione")),
        ];
        let form: Vec<(&str, &str)> = form.iter().map(|(a, b)| (*a, b.as_str())).collect();
        let applied = person.post("/valdoro/importa/applica", &form);
        let to = applied.header("location").expect("the way on").to_owned();
        assert!(to.contains("fatto=imported-onto"), "{to}");
        let stored = now(&running, "valdoro", plan).plan;
        assert_eq!(differences(&changed, &stored), []);
        let exported = person.get(&format!("/valdoro/{plan}/esporta.toml"));
        assert_eq!(
            exported.text(),
            String::from_utf8(file).expect("text"),
            "in its order too"
        );
        assert_eq!(
            running.store.plan("valdoro", plan).expect("it").title,
            "Piano 2025 riveduto"
        );
        undo(&running, "valdoro", batch(&to));
        assert_eq!(now(&running, "valdoro", plan).plan, original);
    }

    #[test]
    fn a_plan_changed_since_the_trial_is_looked_at_again() {
        let running = Running::on_examples();
        let plan = running.plan("valdoro", 2025);
        let file = format::write(Format::Toml, &example("brescia-2019").plan).expect("a file");
        let mut person = office(&running);
        let onto = plan.to_string();
        person.upload(
            "/valdoro/importa",
            &[("su", &onto)],
            &[("file", "altro.toml", &file)],
        );
        let trial = person.get("/valdoro/importa/prova");
        let value = |name: &str| trial.value_of(name).expect("a field");
        let (print, revision) = (value("impronta"), value("revisione"));
        let holder = record(
            &running,
            "valdoro",
            plan,
            "responsible",
            "id",
            "conservatore",
        );
        let objective = record(&running, "valdoro", plan, "objective", "code", "1.1.2").to_string();
        let which = format!("obiettivo-{holder}");
        let form = [(which.as_str(), objective.as_str()), ("fare", "aggiungi")];
        assert_eq!(
            person
                .post(&format!("/valdoro/{plan}/assegnazione/{holder}"), &form)
                .status,
            303
        );
        let form = [
            ("su", onto.as_str()),
            ("impronta", &print),
            ("revisione", &revision),
        ];
        let applied = person.post("/valdoro/importa/applica", &form);
        let to = applied
            .header("location")
            .expect("back to the trial")
            .to_owned();
        assert!(to.contains("/importa/prova"), "{to}");
        assert!(person.get(&to).main().contains("guarda di nuovo"));
        assert!(
            now(&running, "valdoro", plan)
                .plan
                .objectives
                .iter()
                .any(|o| o.code.as_deref() == Some("1.1.2"))
        );
    }

    #[test]
    fn what_cannot_be_read_is_told_and_nothing_happens() {
        let running = Running::on_examples();
        let mut person = office(&running);
        let hostile: [(&str, &[u8], &str); 4] = [
            ("rotto.toml", b"[plan\ntitle = ", "rotto.toml"),
            ("rotto.xlsx", b"PK\x03\x04 and no more", "rotto.xlsx"),
            ("vuoto.json", b"", "vuoto.json"),
            ("foto.png", b"\x89PNG\r\n\x1a\n\xff\xfe\x00", "foto.png"),
        ];
        for (name, bytes, said) in hostile {
            let reply = person.upload(
                "/valdoro/importa",
                &[("su", "nuovo")],
                &[("file", name, bytes)],
            );
            assert_eq!(reply.status, 422, "{name}");
            assert!(reply.main().contains(said), "{name}: {}", reply.main());
        }
        let nothing = person.upload("/valdoro/importa", &[("su", "nuovo")], &[]);
        assert_eq!(nothing.status, 422);
        assert!(nothing.main().contains("Scegli un file"));
        assert_eq!(running.store.plans("valdoro").expect("plans").len(), 1);
        let mut manager = running.signed_in("valdoro", Role::Manager);
        assert_eq!(manager.get("/valdoro/importa").status, 403);
    }
}

mod the_next_year {
    use super::*;

    #[test]
    fn actuals_become_baselines_and_later_targets_this_years() {
        let old = example("camera-esempio").plan;
        let next = next_year(&old);
        let new = &next.plan;
        assert_eq!(
            new.heading.title.as_deref(),
            Some("Piano della performance 2026-2028")
        );
        assert_eq!(
            (new.heading.year, new.heading.horizon.as_slice()),
            (Some(2026), &[2026, 2027, 2028][..])
        );
        let days: Vec<String> = new
            .checkpoint_days()
            .iter()
            .map(ToString::to_string)
            .collect();
        assert_eq!(
            days,
            ["2026-06-30", "2026-12-31", "2027-12-31", "2028-12-31"]
        );
        let values = |id: &str, role: domain::plan::Role| -> Vec<(String, String)> {
            let indicator = new
                .indicators
                .iter()
                .find(|x| x.id == id)
                .expect("the indicator");
            let values = indicator.values.iter().filter(|v| v.role == role);
            values
                .map(|v| (v.period.to_string(), v.text.clone()))
                .collect()
        };
        use domain::plan::Role::{Actual, Baseline, History, PastTarget, Target};
        let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        assert_eq!(values("1.1.1/1", Baseline), [pair("2025", "362")]);
        assert_eq!(values("1.1.1/1", History), [pair("2024", "260")]);
        assert_eq!(
            values("1.1.1/1", PastTarget),
            [pair("2025", "almeno 350 imprese")],
            "as varied"
        );
        assert_eq!(values("1.1.1/1", Target), [], "none is written for 2026");
        assert!(
            new.indicators
                .iter()
                .all(|x| x.values.iter().all(|v| v.role != Actual))
        );
        let at = old
            .indicators
            .iter()
            .position(|x| x.id == "1.1.1/1")
            .expect("it");
        let node = domain::plan::Node::new(domain::plan::NodeKind::Indicator, at);
        assert!(
            next.left
                .iter()
                .any(|left| left.why == Why::NoTarget && left.node == Some(node))
        );
        let several = new
            .indicators
            .iter()
            .find(|x| x.values.iter().any(|v| v.text == ">= 50%"));
        let several = several.expect("a target of three years");
        let targets: Vec<String> = several
            .values
            .iter()
            .filter(|v| v.role == Target)
            .map(|v| format!("{} {}", v.period, v.text))
            .collect();
        assert_eq!(targets, ["2026-12-31 >= 50%", "2027-12-31 >= 55%"]);
        assert!(
            new.variations.is_empty() && new.budget_lines.is_empty() && new.silences.is_empty()
        );
        assert!(new.objectives.iter().all(|o| o.values.is_empty()));
    }

    #[test]
    fn the_next_year_of_every_example_can_be_read_without_errors() {
        for (name, _) in EXAMPLES {
            let next = next_year(&example(name).plan);
            let text = format::write(Format::Toml, &next.plan).expect("a file");
            let again = format::read("next.toml", &text).expect("it can be read");
            let errors: Vec<_> = again
                .findings
                .iter()
                .filter(|l| l.finding.severity == domain::finding::Severity::Error)
                .collect();
            assert!(errors.is_empty(), "{name}: {errors:?}");
            assert_eq!(
                again.plan.objectives.len(),
                next.plan.objectives.len(),
                "{name}"
            );
        }
    }

    #[test]
    fn the_office_copies_a_plan_and_sees_what_is_left_to_do() {
        let running = Running::on_examples();
        let plan = running.plan("valdoro", 2025);
        let mut person = office(&running);
        let page = person.get("/valdoro/nuovo").main();
        assert!(page.contains("Crea il piano 2026"), "{page}");
        assert!(page.contains("Senza target per l'anno nuovo"), "{page}");
        let made = person.post("/valdoro/nuovo", &[("da", &plan.to_string())]);
        let to = made.header("location").expect("the way on").to_owned();
        assert!(
            person
                .get(&to)
                .main()
                .contains("Piano dell'anno nuovo creato")
        );
        let new = running.plan("valdoro", 2026);
        let stored = now(&running, "valdoro", new);
        assert_eq!(
            stored.plan.objectives.len(),
            next_year(&example("camera-esempio").plan)
                .plan
                .objectives
                .len()
        );
        assert_eq!(
            now(&running, "valdoro", plan).plan,
            example("camera-esempio").plan,
            "the old one stays"
        );
    }

    #[test]
    fn a_plan_may_begin_empty() {
        let running = Running::on_examples();
        let mut person = office(&running);
        let form = [("da", "vuoto"), ("titolo", ""), ("anno", "domani")];
        let refused = person.post("/valdoro/nuovo", &form);
        assert_eq!(refused.status, 422);
        assert!(refused.main().contains("Scrivi un anno"));
        let form = [("da", "vuoto"), ("titolo", "Piano 2031"), ("anno", "2031")];
        assert_eq!(person.post("/valdoro/nuovo", &form).status, 303);
        let plan = running.plan("valdoro", 2031);
        for page in [
            "organizzazione",
            "pesi",
            "assegnazione",
            "risorse",
            "cruscotti/componi",
            "esporta",
        ] {
            let reply = person.get(&format!("/valdoro/{plan}/{page}"));
            assert_eq!(reply.status, 200, "{page}");
        }
    }
}

mod resources {
    use super::*;

    #[test]
    fn a_line_of_two_objectives_stands_under_both_and_counts_once() {
        let running = Running::on_examples();
        let plan = running.plan("valdoro", 2025);
        let mut person = running.signed_in("valdoro", Role::Oiv);
        let page = person.get(&format!("/valdoro/{plan}/risorse")).main();
        let name = "Doppia transizione, servizi del Punto impresa digitale";
        assert_eq!(page.matches(name).count(), 2, "{page}");
        let draft = example("camera-esempio");
        let costs: Number = draft
            .plan
            .budget_lines
            .iter()
            .filter(|line| line.flow == domain::plan::Flow::Cost)
            .filter_map(|line| line.amount.as_ref()?.number.clone())
            .sum();
        let said = format!("{} €", costs.format(domain::number::Style::ITALIAN, 2));
        assert!(page.contains(&said), "{said} in {page}");
        let mission = person.get(&format!("/valdoro/{plan}/risorse?per=missione"));
        assert_eq!(mission.status, 200);
        let csv = person.get(&format!("/valdoro/{plan}/risorse.csv")).text();
        assert_eq!(csv.lines().count(), draft.plan.budget_lines.len() + 1);
        assert_eq!(csv.matches(name).count(), 1, "{csv}");
    }
}
