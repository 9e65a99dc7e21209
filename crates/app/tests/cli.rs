//! The binary as a user runs it: statuses, languages, formats, and the two JSON contracts.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use domain::number::Number;
use serde_json::Value;

pub(crate) fn example(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../examples")
        .join(name)
}

/// Runs `traguardo` with these arguments, in an Italian-by-default environment.
pub(crate) fn traguardo(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_traguardo"))
        .args(args)
        .env_remove("LC_ALL")
        .env_remove("LC_MESSAGES")
        .env("LANG", "C.UTF-8")
        .output()
        .unwrap()
}

pub(crate) fn on_example(before: &[&str], name: &str, after: &[&str]) -> Output {
    let path = example(name);
    let args: Vec<&str> = before
        .iter()
        .copied()
        .chain([path.to_str().unwrap()])
        .chain(after.iter().copied())
        .collect();
    traguardo(&args)
}

pub(crate) fn status(output: &Output) -> i32 {
    output.status.code().unwrap()
}

pub(crate) fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

pub(crate) fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

pub(crate) fn folder(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&path);
    std::fs::create_dir_all(&path).unwrap();
    path
}

pub(crate) fn file(folder: &Path, name: &str, bytes: &[u8]) -> String {
    let path = folder.join(name);
    std::fs::write(&path, bytes).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn speaks_italian_unless_asked_otherwise() {
    assert!(out(&traguardo(&["--help"])).contains("Comandi:"));
    assert!(out(&traguardo(&["--help", "--lang", "en"])).contains("Commands:"));
    assert!(out(&traguardo(&["score", "--help"])).contains("Uso: traguardo score"));
    let english = Command::new(env!("CARGO_BIN_EXE_traguardo"))
        .args(["score", "nowhere.toml"])
        .env("LC_ALL", "en_GB.UTF-8")
        .output()
        .unwrap();
    assert!(err(&english).contains("does not exist"));
    assert!(err(&traguardo(&["score", "nowhere.toml"])).contains("non esiste"));
}

#[test]
fn statuses_say_fine_denied_or_unusable() {
    assert_eq!(
        status(&on_example(&["score"], "camera-esempio.toml", &[])),
        0
    );
    assert_eq!(status(&on_example(&["score"], "brescia-2024.toml", &[])), 0);
    assert_eq!(
        status(&on_example(
            &["score"],
            "brescia-2024.toml",
            &["--deny", "error"]
        )),
        1
    );
    assert_eq!(
        status(&on_example(
            &["score"],
            "camera-esempio.toml",
            &["--deny", "error"]
        )),
        0
    );
    for unusable in [
        &["score", "nowhere.toml"][..],
        &["score"],
        &["scores"],
        &["score", "x.toml", "--format", "pdf"],
        &[],
    ] {
        assert_eq!(status(&traguardo(unusable)), 2, "{unusable:?}");
    }
}

#[test]
fn unusable_files_are_refused_with_a_reason() {
    let folder = folder("unusable");
    let long = vec![b' '; 65 * 1024 * 1024];
    let nested = format!("{{\"plan\":{}", "[".repeat(100_000));
    let cases: [(&str, &[u8], &str); 8] = [
        ("sintassi.toml", b"[plan\ntitle = 3", "riga 1"),
        ("sintassi.json", b"{\"plan\": {\"title\": ]}", "riga 1"),
        ("utf16.toml", b"\xff\xfe[\0p\0", "UTF-16"),
        ("latin1.toml", b"[plan]\ntitle = \"qualit\xe0\"\n", "UTF-8"),
        ("profondo.json", nested.as_bytes(), "riga 1"),
        ("finto.xlsx", b"PK\x03\x04 nothing of the sort", "foglio"),
        ("testo.xlsx", b"codice;titolo\n1;uno\n", "foglio"),
        ("lungo.toml", &long, "troppo grande"),
    ];
    for (name, bytes, reason) in cases {
        let path = file(&folder, name, bytes);
        let output = traguardo(&["score", &path]);
        assert_eq!(status(&output), 2, "{name}");
        assert!(err(&output).contains(reason), "{name}: {}", err(&output));
        assert!(out(&output).is_empty(), "{name}");
    }
    let output = traguardo(&["score", folder.to_str().unwrap()]);
    assert!(err(&output).contains("cartella"));
}

#[test]
fn what_cannot_be_used_is_named_line_by_line_and_the_rest_is_read() {
    let folder = folder("partly");
    let plan = br#"format = 1
[body]
name = "Ente"
[[checkpoint]]
date = "2026-12-31"
[[checkpoint]]
date = "domani"
[[objective]]
code = "1"
weight = "dieci e mezzo"
colour = "red"
[[objective.indicator]]
name = "A"
targets = { 2026-12-31 = "10" }
results = { 2026-12-31 = "5" }
[[objective]]
code = "1"
parent = "9"
level = ["a", "b"]
[[object]]
code = "2"
"#;
    let path = file(&folder, "piano.toml", plan);
    let output = traguardo(&["score", &path, "--show", "note"]);
    let said = err(&output);
    assert_eq!(status(&output), 0);
    for (line, rule) in [
        (7, "format-not-a-day"),
        (10, "format-not-a-number"),
        (11, "format-unknown-field"),
        (18, "format-unknown-reference"),
        (19, "format-not-a-text"),
        (20, "format-unknown-kind"),
    ] {
        let found = said
            .lines()
            .any(|l| l.contains(rule) && l.contains(&format!("riga {line},")));
        assert!(found, "{rule} at line {line} in:\n{said}");
    }
    assert!(said.contains("format-repeated-code"));
    assert!(out(&output).contains("50,00%"));
}

/// Every published plan with what its documents hold: nodes by kind.
const PUBLISHED: [(&str, &[(&str, usize)]); 4] = [
    (
        "brescia-2019.toml",
        &[("objective", 13), ("indicator", 48), ("responsible", 3)],
    ),
    (
        "brescia-2020.toml",
        &[("objective", 17), ("indicator", 43), ("responsible", 4)],
    ),
    (
        "bergamo-2022.toml",
        &[
            ("objective", 12),
            ("indicator", 153),
            ("dashboard", 12),
            ("section", 51),
        ],
    ),
    (
        "brescia-2024.toml",
        &[("objective", 45), ("indicator", 131), ("area", 3)],
    ),
];

#[test]
fn score_json_is_the_contract() {
    for (name, counts) in PUBLISHED {
        let output = on_example(&["score"], name, &["--format", "json"]);
        let document: Value = serde_json::from_slice(&output.stdout).unwrap();
        let nodes = document["nodes"].as_array().unwrap();
        let mut ids = BTreeSet::new();
        let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
        for node in nodes {
            let keys: Vec<&str> = node
                .as_object()
                .unwrap()
                .keys()
                .map(String::as_str)
                .collect();
            let contract = [
                "id",
                "kind",
                "code",
                "title",
                "score",
                "printed",
                "state",
                "incomplete",
                "progress",
                "outlook",
            ];
            assert_eq!(keys[..contract.len()], contract);
            assert!(
                ids.insert(node["id"].as_str().unwrap()),
                "{name}: {} twice",
                node["id"]
            );
            *kinds.entry(node["kind"].as_str().unwrap()).or_default() += 1;
            if let Some(score) = node["score"].as_str() {
                let exact = Number::parse_decimal(score).unwrap();
                let printed = node["printed"].as_str().unwrap().replace(',', ".");
                let printed = Number::parse_decimal(printed.trim_end_matches('%')).unwrap();
                assert_eq!((exact * Number::HUNDRED).round_to(2), printed);
            } else {
                assert!(node["printed"].is_null());
            }
        }
        for (kind, count) in counts {
            assert_eq!(kinds.get(kind), Some(count), "{name}: {kind}");
        }
        for place in document["placements"].as_array().unwrap() {
            assert!(ids.contains(place["parent"].as_str().unwrap()));
            assert!(ids.contains(place["child"].as_str().unwrap()));
            assert!(place["counted"].is_boolean());
        }
    }
}

#[test]
fn a_score_that_does_not_end_has_at_least_fifteen_significant_digits() {
    let output = on_example(&["score"], "camera-esempio.toml", &["--format", "json"]);
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    let endless = document["nodes"]
        .as_array()
        .unwrap()
        .iter()
        .find(|n| n["printed"] == "85,71%");
    let score = endless.unwrap()["score"].as_str().unwrap().to_owned();
    assert!(score.starts_with("0.857142857142857"), "{score}");
}

/// Does the arithmetic of an explanation again, from the JSON alone.
fn recomputed(node: &Value) -> Option<Number> {
    let decimal = |v: &Value| v.as_str().and_then(Number::parse_decimal);
    if let Some(given) = decimal(&node["override"]["value"]) {
        return Some(given);
    }
    if let Some(banded) = decimal(&node["banded"]) {
        return Some(banded);
    }
    if node["rule"] == "parts_least" || node["rule"] != "weighted_mean" {
        return decimal(&node["computed"]);
    }
    let mut whole = (Number::ZERO, Number::ZERO);
    for part in node["parts"].as_array().unwrap() {
        let mut sum = (Number::ZERO, Number::ZERO);
        for child in part["children"].as_array().unwrap() {
            if child["left_out"].is_null() {
                let weight = decimal(&child["weight"]).unwrap();
                sum.0 += &weight * &decimal(&child["score"]).unwrap();
                sum.1 += weight;
            }
        }
        let result = sum
            .0
            .checked_div(&sum.1)
            .or_else(|| decimal(&part["result"]));
        if let Some(result) = result {
            let share = decimal(&part["share"]).unwrap();
            whole.0 += &share * &result;
            whole.1 += share;
        }
    }
    whole.0.checked_div(&whole.1)
}

fn check_explanation(node: &Value) -> usize {
    if let (Some(score), Some(again)) = (node["score"].as_str(), recomputed(node)) {
        let score = Number::parse_decimal(score).unwrap();
        // The JSON holds endless fractions to 18 decimals.
        assert_eq!(score.round_to(12), again.round_to(12), "{}", node["id"]);
    }
    let children = node["parts"].as_array().unwrap().iter();
    let children = children.flat_map(|p| p["children"].as_array().unwrap());
    1 + children
        .map(|c| &c["node"])
        .filter(|n| n.is_object())
        .map(check_explanation)
        .sum::<usize>()
}

#[test]
fn an_explanation_can_be_recomputed_from_its_json() {
    for (name, at_least) in [
        ("camera-esempio.toml", 35),
        ("brescia-2024.toml", 120),
        ("bergamo-2022.toml", 12),
    ] {
        let output = on_example(&["explain"], name, &["body", "--format", "json"]);
        assert_eq!(status(&output), 0);
        let document: Value = serde_json::from_slice(&output.stdout).unwrap();
        let seen = check_explanation(&document["node"]);
        assert!(seen >= at_least, "{name}: {seen} nodes");
    }
}

#[test]
fn explain_finds_a_node_by_code_key_kind_or_title() {
    let said = |node: &str| on_example(&["explain"], "camera-esempio.toml", &[node]);
    assert_eq!(status(&said("1.1.1")), 0);
    assert_eq!(status(&said("1.1.1/1")), 0);
    assert_eq!(status(&said("indicator:1.1.1/1")), 0);
    assert_eq!(status(&said("Diffondere le competenze digitali")), 0);
    assert!(out(&said("2.1.1/1")).contains("4 / 4,4"));
    let unknown = said("9.9.9");
    assert_eq!(status(&unknown), 2);
    assert!(err(&unknown).contains("9.9.9"));
    let several = on_example(&["explain"], "brescia-2024.toml", &["1"]);
    if status(&several) == 2 {
        assert!(err(&several).contains("area:1"));
    }
}

#[test]
fn csv_has_semicolons_and_decimal_commas() {
    let output = on_example(&["score"], "camera-esempio.toml", &["--format", "csv"]);
    let text = out(&output);
    let mut lines = text.lines();
    assert!(
        lines
            .next()
            .unwrap()
            .starts_with("vista;livello;chiave;tipo;codice;titolo;peso;")
    );
    assert!(text.contains(";85,71;"));
    assert!(text.lines().all(|l| !l.contains('—')));
}

#[test]
fn views_print_only_what_is_asked() {
    let dashboards = on_example(&["score"], "bergamo-2022.toml", &["--view", "dashboards"]);
    let text = out(&dashboards);
    assert!(text.contains("CRUSCOTTI"));
    assert!(!text.contains("PROSPETTIVE"));
    let json = on_example(
        &["score"],
        "bergamo-2022.toml",
        &["--view", "perspectives", "--format", "json"],
    );
    let document: Value = serde_json::from_slice(&json.stdout).unwrap();
    let nodes = document["nodes"].as_array().unwrap();
    assert!(nodes.iter().any(|n| n["kind"] == "perspective"));
    assert!(
        nodes
            .iter()
            .all(|n| n["kind"] != "dashboard" && n["kind"] != "body")
    );
}

#[test]
fn dates_choose_the_checkpoint() {
    let at = |date: &str| {
        let args = ["--at", date, "--format", "json"];
        let output = on_example(&["score"], "camera-esempio.toml", &args);
        assert_eq!(status(&output), 0, "{}", err(&output));
        serde_json::from_slice::<Value>(&output.stdout).unwrap()["checkpoint"].clone()
    };
    assert_eq!(at("2025-01-31"), Value::Null);
    assert_eq!(at("30/6/2025"), "2025-06-30");
    assert_eq!(at("2025-12-30"), "2025-06-30");
    assert_eq!(at("2025-12-31"), "2025-12-31");
    let bad = on_example(&["score"], "camera-esempio.toml", &["--at", "ieri"]);
    assert_eq!(status(&bad), 2);
}

#[test]
fn convert_goes_round_the_three_formats_and_diff_finds_nothing() {
    let folder = folder("convert");
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    for (name, _) in PUBLISHED
        .iter()
        .copied()
        .chain([("camera-esempio.toml", &[][..])])
    {
        let start = example(name);
        let start = start.to_str().unwrap();
        let (xlsx, json, toml) = (path("a.xlsx"), path("a.json"), path("a.toml"));
        for (from, to) in [(start, &xlsx), (&xlsx, &json), (&json, &toml)] {
            let output = traguardo(&["convert", from, to, "--force"]);
            assert_eq!(status(&output), 0, "{name}: {}", err(&output));
        }
        let output = traguardo(&["diff", start, &toml]);
        assert_eq!(out(&output), "nessuna differenza\n", "{name}");
    }
    let refused = traguardo(&["convert", &path("a.toml"), &path("a.json")]);
    assert_eq!(status(&refused), 2);
    assert!(err(&refused).contains("--force"));
}

#[test]
fn diff_names_what_changed() {
    let folder = folder("diff");
    let text = std::fs::read_to_string(example("camera-esempio.toml")).unwrap();
    let old = file(&folder, "old.toml", text.as_bytes());
    let changed = text.replacen("almeno 350 imprese", "almeno 400 imprese", 1);
    assert_ne!(text, changed);
    let new = file(&folder, "new.toml", changed.as_bytes());
    let said = out(&traguardo(&["diff", &old, &new]));
    assert!(
        said.contains("«almeno 350 imprese» → «almeno 400 imprese»"),
        "{said}"
    );
    let json = traguardo(&["diff", &old, &new, "--format", "json"]);
    let document: Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!(document["differences"].as_array().unwrap().len(), 1);
}

#[test]
fn the_demo_writes_every_example_and_its_files_can_be_read() {
    let folder = folder("demo");
    let place = folder.join("prova");
    let output = traguardo(&["demo", "--dir", place.to_str().unwrap()]);
    assert_eq!(status(&output), 0, "{}", err(&output));
    for name in [
        "camera-esempio",
        "brescia-2019",
        "brescia-2020",
        "bergamo-2022",
        "brescia-2024",
    ] {
        let first = place.join(name).join(format!("{name}.toml"));
        for extension in ["json", "xlsx"] {
            let other = place.join(name).join(format!("{name}.{extension}"));
            let same = traguardo(&["diff", first.to_str().unwrap(), other.to_str().unwrap()]);
            assert_eq!(out(&same), "nessuna differenza\n", "{name}.{extension}");
        }
        assert!(place.join(name).join("punteggi.csv").exists());
        assert!(place.join(name).join("spiegazione.txt").exists());
    }
}

#[test]
fn same_inputs_same_bytes() {
    let folder = folder("bytes");
    let twice = |args: &[&str]| {
        let (a, b) = (traguardo(args), traguardo(args));
        assert_eq!(a.stdout, b.stdout, "{args:?}");
    };
    let plan = example("brescia-2024.toml");
    let plan = plan.to_str().unwrap();
    for format in ["text", "json", "csv"] {
        twice(&["score", plan, "--format", format]);
    }
    twice(&["explain", plan, "body"]);
    let (a, b) = (folder.join("a.xlsx"), folder.join("b.xlsx"));
    for path in [&a, &b] {
        assert_eq!(
            status(&traguardo(&["convert", plan, path.to_str().unwrap()])),
            0
        );
    }
    assert_eq!(std::fs::read(a).unwrap(), std::fs::read(b).unwrap());
}

#[test]
fn the_published_schema_is_the_one_printed() {
    let published = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/piano.schema.json");
    let published = std::fs::read_to_string(published).unwrap();
    // To publish it again: cargo run -- schema > docs/piano.schema.json
    assert!(
        published == out(&traguardo(&["schema"])),
        "docs/piano.schema.json is not up to date"
    );
}

#[test]
fn a_name_written_twice_in_json_is_reported_and_the_first_counts() {
    let folder = folder("twice");
    let path = file(
        &folder,
        "piano.json",
        br#"{"objective": [{"code": "1", "title": "Primo", "title": "Secondo"}]}"#,
    );
    let output = traguardo(&["score", &path]);
    assert!(err(&output).contains("format-repeated-name"));
    assert!(out(&output).contains("Primo"));
}

#[test]
fn twenty_thousand_repeated_codes_are_read_in_linear_time() {
    let folder = folder("repeated");
    let plan = "[[area]]\ncode = \"1\"\ntitle = \"Uguale\"\n".repeat(20_000);
    let path = file(&folder, "piano.toml", plan.as_bytes());
    // Quadratic, this would outlast the test run by far.
    assert_eq!(status(&traguardo(&["score", &path, "--show", "error"])), 0);
}
