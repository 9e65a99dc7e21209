//! Every page that links reach, as each role, in a real browser.

use std::path::Path;
use std::process::Command;

use serde_json::Value;
use traguardo::web::demo::PASSWORD;
use traguardo::web::rights::Role;

use super::running::{Postgres, Running};

/// Walks a server; every role enters, and nothing is wrong with what it sees.
fn walk(running: &Running) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let output = Command::new("node")
        .arg(root.join("browser/flow.mjs"))
        .arg(format!("http://{}", running.address))
        .args(["valdoro", PASSWORD])
        .args(Role::ALL.map(|role| role.token().replace('_', "-")))
        .output()
        .expect("node cannot be run: run .ci/tools");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let found: Value = serde_json::from_slice(&output.stdout).expect("what it found is JSON");
    let problems = found["problems"].as_array().expect("a list");
    assert!(problems.is_empty(), "{problems:#?}");
    let walked = found["walked"].as_array().expect("a list");
    assert_eq!(walked.len(), Role::ALL.len());
    let forms: Vec<&str> = found["forms"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    for page in [
        "",
        "/#/albero",
        "/registro",
        "/registro/#",
        "/persone",
        "/persone/nuova",
        "/persone/#",
        "/profilo",
    ] {
        let page = format!("/valdoro{page}");
        assert!(
            forms.contains(&page.as_str()),
            "{page} was not reached: {forms:?}"
        );
    }
}

#[test]
fn every_role_walks_every_page_on_sqlite() {
    walk(&Running::on_examples());
}

#[test]
fn every_role_walks_every_page_on_postgresql() {
    let postgres = Postgres::start();
    walk(&Running::on_examples_in(&postgres.place()));
}
