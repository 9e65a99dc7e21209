//! A half-year of the invented plan from the first page to the monitoring document, then a published
//! plan brought in from a workbook: what a new user tries, by what the pages say and by nothing else.

use std::collections::{BTreeMap, BTreeSet};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command};

use serde_json::Value;
use traguardo::web::asked::digest;
use traguardo::web::demo::PASSWORD;

use super::running::{Postgres, serve};
use crate::cli::{example, status, traguardo};

/// What only this role finds at its beginning.
const HOMES: [(&str, &str); 9] = [
    ("Amministratore", "Accessi e installazione"),
    (
        "Ufficio performance",
        "Avanzamento della rilevazione per area",
    ),
    ("Segretario Generale", "Dirigenti e responsabili"),
    ("Dirigente", "I miei obiettivi"),
    ("Referente di indicatore", "I miei indicatori"),
    ("Valutatore", "Come stiamo"),
    ("OIV", "Consuntivi senza documentazione"),
    ("Giunta", "Come stiamo"),
    ("Personale", "Come stiamo"),
];

fn run(program: &str, args: &[&str]) -> Vec<u8> {
    let done = Command::new(program).args(args).output();
    let done = done.unwrap_or_else(|_| panic!("{program} cannot be run: run .ci/tools"));
    let said = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "{program}: {said}");
    done.stdout
}

fn list<'a>(of: &'a Value, name: &str) -> &'a Vec<Value> {
    of[name].as_array().unwrap_or_else(|| panic!("no {name}"))
}

fn text<'a>(of: &'a Value, name: &str) -> &'a str {
    of[name].as_str().unwrap_or_default()
}

/// What the command line says about a plan.
fn command(args: &[&str]) -> Value {
    let output = traguardo(args);
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(status(&output), 0, "{args:?}: {said}");
    serde_json::from_slice(&output.stdout).expect("JSON")
}

/// Everything, on a server of the demonstration.
fn half_year(address: SocketAddr) {
    let folder = tempfile::tempdir().expect("a folder");
    let workbook = folder.path().join("brescia-2024.xlsx");
    let published = example("brescia-2024.toml");
    let (workbook, published) = (workbook.to_str().unwrap(), published.to_str().unwrap());
    assert_eq!(status(&traguardo(&["convert", published, workbook])), 0);

    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../browser/half-year.mjs");
    let args = [
        script.to_str().unwrap(),
        &format!("http://{address}"),
        PASSWORD,
        folder.path().to_str().unwrap(),
        workbook,
    ];
    let seen: Value = serde_json::from_slice(&run("node", &args)).expect("what it saw is JSON");

    assert_eq!(list(&seen, "problems"), &Vec::<Value>::new());
    for (role, own) in HOMES {
        let heads = list(&seen["homes"], role);
        assert!(heads.iter().any(|head| head == own), "{role}: {heads:?}");
    }
    weights_close(&seen);
    the_document_says_it(&seen, folder.path());
    let scores = command(&["score", workbook, "--format", "json"]);
    same_findings(
        &seen,
        &command(&["check", workbook, "--format", "json"]),
        &scores,
    );
    same_figures(&seen, &scores);
}

/// The weight held stays as it was typed, the others share the rest in the proportion they had.
fn weights_close(seen: &Value) {
    let weights: Vec<&str> = list(seen, "shared")
        .iter()
        .filter_map(Value::as_str)
        .collect();
    assert_eq!(weights, ["48", "32", "20"]);
}

/// The document taken away is a PDF, the very one of the digest shown, and holds what was planned,
/// entered and judged.
fn the_document_says_it(seen: &Value, folder: &Path) {
    let file = folder.join("monitoraggio.pdf");
    let bytes = std::fs::read(&file).expect("the document");
    assert!(bytes.starts_with(b"%PDF-"));
    assert_eq!(text(seen, "digest"), digest(&bytes));
    let printed = run("pdftotext", &[file.to_str().unwrap(), "-"]);
    let printed = String::from_utf8(printed).expect("text");
    // Cells of a table break where they please.
    let printed = printed.split_whitespace().collect::<Vec<_>>().join(" ");
    for said in [
        "Portare i servizi digitali nelle valli",
        "137 utenti",
        "Avvio regolare: tre valli su quattro sono servite.",
    ] {
        assert!(printed.contains(said), "{said}: {printed}");
    }
}

/// Names of the things of a plan as pages print them.
fn names(scores: &Value) -> BTreeMap<&str, String> {
    let nodes = list(scores, "nodes").iter().map(|node| {
        let name = match node["code"].as_str() {
            Some(code) => format!("{code} {}", text(node, "title")),
            None => text(node, "title").to_owned(),
        };
        (text(node, "id"), name)
    });
    nodes.collect()
}

/// The check on the page says what the command says: as many, as grave, in the same words, about
/// the same things where the scores name them.
fn same_findings(seen: &Value, told: &Value, scores: &Value) {
    let names = names(scores);
    let known: BTreeSet<&str> = names.values().map(String::as_str).collect();
    let line = |of: &Value, severity: &str, about: &str| {
        format!(
            "{} | {severity}{} | {about}",
            text(of, "rule"),
            text(of, "message")
        )
    };
    let word = |of: &Value| match text(of, "severity") {
        "error" => "Errore: ",
        "warning" => "Avvertenza: ",
        _ => "Nota: ",
    };
    let told = list(told, "findings").iter().map(|of| {
        let about = names.get(text(of, "node"));
        line(of, word(of), about.map_or("", String::as_str))
    });
    let shown = list(seen, "findings").iter().map(|of| {
        let about = text(of, "place").trim();
        line(of, "", if known.contains(about) { about } else { "" })
    });
    let (told, shown) = (sorted(told), sorted(shown));
    assert!(told.len() > 200, "{told:#?}");
    assert_eq!(shown, told);
}

fn sorted<T: Ord>(all: impl Iterator<Item = T>) -> Vec<T> {
    let mut all: Vec<T> = all.collect();
    all.sort();
    all
}

/// Body, areas, objectives and indicators have on the pages the figures that the command prints.
fn same_figures(seen: &Value, scores: &Value) {
    let names = names(scores);
    let told = |kinds: &[&str]| {
        let nodes = list(scores, "nodes").iter();
        let nodes = nodes.filter(|node| kinds.contains(&text(node, "kind")));
        sorted(nodes.map(|node| {
            let printed = node["printed"].as_str().unwrap_or("–");
            (names[text(node, "id")].clone(), printed.to_owned())
        }))
    };
    let shown = |page: &str| {
        sorted(list(&seen["figures"], page).iter().map(|figure| {
            let part = |at: usize| figure[at].as_str().unwrap_or_default().trim().to_owned();
            (part(0), part(1))
        }))
    };
    let overview = shown("overview");
    for figure in told(&["body", "area"]) {
        assert!(overview.contains(&figure), "{figure:?}: {overview:#?}");
    }
    assert_eq!(shown("objectives"), told(&["objective"]));
    let all = told(&["area", "objective", "indicator"]);
    let tree = shown("tree");
    assert!(tree.len() > 100, "{tree:#?}");
    for figure in tree {
        assert!(all.contains(&figure), "{figure:?}: {all:#?}");
    }
}

/// The program as whoever tries it starts it, until the test ends.
struct Demonstration {
    process: Child,
    address: SocketAddr,
}

impl Demonstration {
    fn start(folder: &Path, database: Option<&str>) -> Demonstration {
        let folder = folder.to_str().expect("UTF-8");
        let (process, address) = serve(&["demo", "--serve", "--dir", folder], database);
        Demonstration { process, address }
    }
}

impl Drop for Demonstration {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

#[test]
fn a_half_year_of_the_demonstration_by_its_pages_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let demonstration = Demonstration::start(folder.path(), None);
    half_year(demonstration.address);
}

#[test]
fn the_same_half_year_on_postgresql() {
    let folder = tempfile::tempdir().expect("a folder");
    let postgres = Postgres::start();
    let demonstration = Demonstration::start(folder.path(), Some(&postgres.place()));
    half_year(demonstration.address);
    let data = folder.path().join("dati/traguardo.db");
    assert!(!data.exists(), "everything is in PostgreSQL");
}
