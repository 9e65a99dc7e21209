//! `traguardo document` as a user runs it.

use std::fs;
use std::path::Path;

use crate::cli::{err, file, folder, out, status, traguardo};

const EXAMPLE: &str = include_str!("../../../examples/camera-esempio.toml");

/// A plan whose texts are hostile: markup of every format, scripts, letters of other alphabets, a
/// sign that no face has, a cell of ten thousand characters, a table of forty columns.
fn hostile() -> String {
    let long = "parola ".repeat(1_500);
    let heads: Vec<String> = (0..40).map(|i| format!("\"Colonna {i}\"")).collect();
    let cells: Vec<String> = (0..40).map(|i| format!("\"{i}\"")).collect();
    format!(
        r##"format = 1

[plan]
title = "Piano #link(\"file:///etc/passwd\")[<script>alert(1)</script>] & \\input"
year = 2026

[body]
name = "Camera #read(\"/etc/passwd\") {{\"x\"}} $a$ 🦀"
colours = ["#ffffff", "non un colore"]
logo = "../../../etc/passwd"

[[checkpoint]]
date = "2026-12-31"

[[objective]]
code = "<b>1</b>"
title = "مرحبا بالعالم שלום עולם #set page(fill: red) *non grassetto* = non titolo"
description = "<script>alert(1)</script> ![figura](file:///etc/passwd) [porta](javascript:alert(1)) `#eval(\"1\")`"

[[objective.indicator]]
number = "1"
name = "{long}"
targets = {{ 2026-12-31 = "almeno 10 \u0007" }}
results = {{ 2026-12-31 = "=cmd|'/c calc'!A1" }}

[[table]]
id = "larga"
kind = "other"
title = "Quaranta colonne"
columns = [{}]
rows = [[{}]]
"##,
        heads.join(", "),
        cells.join(", "),
    )
}

fn begins(path: &Path, with: &[u8]) -> bool {
    fs::read(path).is_ok_and(|bytes| bytes.starts_with(with))
}

#[test]
fn every_format_is_written_and_the_same_plan_gives_the_same_bytes() {
    let folder = folder("document-formats");
    let plan = file(&folder, "piano.toml", EXAMPLE.as_bytes());
    for (form, begin) in [
        ("pdf", &b"%PDF-1.7"[..]),
        ("html", b"<!DOCTYPE html>"),
        ("docx", b"PK"),
        ("xlsx", b"PK"),
    ] {
        let [first, second] = ["uno", "due"].map(|name| folder.join(format!("{name}.{form}")));
        for path in [&first, &second] {
            let path = path.display().to_string();
            let output = traguardo(&["document", "monitoraggio", &plan, "-o", &path]);
            assert_eq!(status(&output), 0, "{form}: {}", err(&output));
        }
        assert!(begins(&first, begin), "{form}");
        assert_eq!(fs::read(&first).ok(), fs::read(&second).ok(), "{form}");
    }
}

#[test]
fn what_cannot_be_done_is_said_with_its_way_out() {
    let folder = folder("document-refusals");
    let plan = file(&folder, "piano.toml", EXAMPLE.as_bytes());
    let there = file(&folder, "esiste.pdf", b"di qualcun altro");
    let out = |name: &str| folder.join(name).display().to_string();
    for (args, says) in [
        (vec!["piano", &plan, "-o", &out("piano.odt")], ".docx"),
        (vec!["scheda", &plan, "-o", &out("scheda.pdf")], "--node"),
        (
            vec!["scheda", &plan, "-o", &out("scheda.pdf"), "--node", "body"],
            "obiettivo",
        ),
        (vec!["piano", &plan, "-o", &there], "--force"),
        (vec!["confronto", &plan, "-o", &out("c.pdf")], "--with"),
    ] {
        let args: Vec<&str> = ["document"].into_iter().chain(args).collect();
        let output = traguardo(&args);
        assert_eq!(status(&output), 2, "{args:?}");
        assert!(err(&output).contains(says), "{args:?}: {}", err(&output));
    }
    assert_eq!(
        fs::read(&there).ok().as_deref(),
        Some(&b"di qualcun altro"[..])
    );
}

#[test]
fn hostile_texts_make_readable_documents_and_reach_nothing() {
    let folder = folder("document-hostile");
    let plan = file(&folder, "piano.toml", hostile().as_bytes());
    for kind in ["piano", "monitoraggio", "relazione"] {
        for form in ["pdf", "html", "docx", "xlsx"] {
            let path = folder.join(format!("{kind}.{form}")).display().to_string();
            let output = traguardo(&["document", kind, &plan, "--draft", "-o", &path]);
            assert_eq!(status(&output), 0, "{kind}.{form}: {}", err(&output));
            assert!(err(&output).contains("logo"), "{}", err(&output));
            assert!(err(&output).contains("U+1F980"), "{}", err(&output));
        }
        let page = fs::read_to_string(folder.join(format!("{kind}.html"))).expect("a page");
        for never in [
            "<script",
            "=\"javascript:",
            "href=\"file:",
            "src=\"file:",
            "root:x:",
        ] {
            assert!(!page.contains(never), "{kind}: {never}");
        }
    }
}

#[test]
fn the_whole_set_is_written_at_once() {
    let folder = folder("document-all");
    let plan = file(&folder, "piano.toml", EXAMPLE.as_bytes());
    let set = folder.join("documenti");
    let output = traguardo(&["document", "all", &plan, "-o", &set.display().to_string()]);
    assert_eq!(status(&output), 0, "{}", err(&output));
    for kind in ["piano", "monitoraggio", "relazione"] {
        for form in ["pdf", "html", "docx", "xlsx"] {
            assert!(
                set.join(format!("{kind}.{form}")).is_file(),
                "{kind}.{form}"
            );
        }
    }
    let written = |under: &str| fs::read_dir(set.join(under)).map_or(0, Iterator::count);
    assert_eq!(
        written("schede"),
        EXAMPLE.matches("\n[[objective]]\n").count()
    );
    assert!(written("cruscotti") > 0);
    assert!(out(&output).contains(&set.display().to_string()));
}
