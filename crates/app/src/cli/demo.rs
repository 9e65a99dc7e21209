//! `traguardo demo`: everything on the example plans, in a folder to look into.

use std::ffi::OsString;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use clap::ArgMatches;
use domain::plan::Node;
use domain::report::listing::View;
use domain::score::score;
use domain::target::Readings;

use super::input::Input;
use super::waiting::Waiting;
use super::{Outcome, Refusal, Session, check, document, output, score as score_command, serve};
use crate::explanation::Explanation;
use crate::format::{self, Format};
use crate::printed::{day, percent};

/// The example plans, inside the program.
pub const EXAMPLES: [(&str, &str); 5] = [
    (
        "camera-esempio",
        include_str!("../../../../examples/camera-esempio.toml"),
    ),
    (
        "brescia-2019",
        include_str!("../../../../examples/brescia-2019.toml"),
    ),
    (
        "brescia-2020",
        include_str!("../../../../examples/brescia-2020.toml"),
    ),
    (
        "bergamo-2022",
        include_str!("../../../../examples/bergamo-2022.toml"),
    ),
    (
        "brescia-2024",
        include_str!("../../../../examples/brescia-2024.toml"),
    ),
];

pub(super) fn run(session: &Session<'_>, matches: &ArgMatches) -> Result<Outcome, Refusal> {
    let folder = matches
        .get_one::<OsString>("dir")
        .map_or_else(|| PathBuf::from("traguardo-demo"), PathBuf::from);
    if matches.get_flag("serve") {
        return serve::on_examples(session, matches, &folder);
    }
    let catalogue = session.catalogue;
    let mut rows = vec![
        [
            "plan",
            "objectives",
            "indicators",
            "at",
            "score",
            "findings",
        ]
        .map(|column| catalogue.text(&format!("demo-column-{column}"))),
    ];
    {
        let _waiting = Waiting::on(catalogue.text("cli-working-demo"), true);
        for (name, text) in EXAMPLES {
            rows.push(example(session, &folder, name, text)?);
        }
        let template =
            format::workbook::template().map_err(|finding| session.refuse_for(&finding))?;
        put(session, &folder, "piano-vuoto.xlsx", &template)?;
    }
    output::print(&summary(session, &folder, &rows));
    Ok(Outcome::Fine)
}

fn put(session: &Session<'_>, folder: &Path, name: &str, bytes: &[u8]) -> Result<(), Refusal> {
    let path = folder.join(name);
    if let Some(parent) = path.parent() {
        std::fs::create_dir_all(parent).map_err(|error| {
            let (path, cause) = (parent.display().to_string(), error.to_string());
            session.refuse("cli-cannot-write", &[("path", &path), ("cause", &cause)])
        })?;
    }
    output::write(session, &path, bytes, true)
}

/// Writes one example in every format with its scores and explanation; gives its summary.
fn example(
    session: &Session<'_>,
    folder: &Path,
    name: &str,
    text: &str,
) -> Result<[String; 6], Refusal> {
    let catalogue = session.catalogue;
    let file = format!("{name}.toml");
    let draft = format::read(&file, text.as_bytes())
        .map_err(|_| session.refuse("cli-unusable", &[("path", &file)]))?;
    let readings = Readings::of(&draft.plan);
    let scores = score(&draft.plan, &readings, None);
    let read = Input {
        path: file.clone(),
        draft,
        readings,
        bytes: text.as_bytes().to_vec(),
    };
    let plan = &read.draft.plan;
    put(session, folder, &format!("{name}/{file}"), text.as_bytes())?;
    for (format, extension) in [(Format::Json, "json"), (Format::Workbook, "xlsx")] {
        let bytes = format::write(format, plan).map_err(|finding| session.refuse_for(&finding))?;
        put(
            session,
            folder,
            &format!("{name}/{name}.{extension}"),
            &bytes,
        )?;
    }
    for (kind, extension) in [("text", "txt"), ("csv", "csv"), ("json", "json")] {
        let printed = score_command::printed(session, &read, &scores, &View::ALL, kind);
        put(
            session,
            folder,
            &format!("{name}/punteggi.{extension}"),
            printed.as_bytes(),
        )?;
    }
    let explained = Explanation::of(&read.readings, &scores, Node::BODY, usize::MAX)
        .map(|e| e.text(plan, catalogue))
        .unwrap_or_default();
    put(
        session,
        folder,
        &format!("{name}/spiegazione.txt"),
        explained.as_bytes(),
    )?;
    for (document, bytes) in document::of_example(session, &read, &scores)? {
        put(session, folder, &format!("{name}/{document}"), &bytes)?;
    }
    let body = scores.of(Node::BODY).and_then(|s| s.score.as_ref());
    let mut row = [
        name.to_owned(),
        plan.objectives.len().to_string(),
        plan.indicators.len().to_string(),
        scores
            .at
            .map(|at| day(at, catalogue.language))
            .unwrap_or_default(),
        body.map_or_else(|| "—".to_owned(), |n| percent(n, catalogue.language)),
        String::new(),
    ];
    let (errors, warnings, text) = check::as_file(session, read);
    row[5] = format!("{errors} / {warnings}");
    put(
        session,
        folder,
        &format!("{name}/verifica.txt"),
        text.as_bytes(),
    )?;
    Ok(row)
}

fn summary(session: &Session<'_>, folder: &Path, rows: &[[String; 6]]) -> String {
    let catalogue = session.catalogue;
    let shown = folder.display().to_string();
    let mut out = String::new();
    let _ = writeln!(
        out,
        "{}\n",
        catalogue.with("demo-title", &[("path", &shown)])
    );
    let mut widths = [0; 6];
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.chars().count());
        }
    }
    for row in rows {
        let mut line = String::new();
        for (i, (cell, width)) in row.iter().zip(widths).enumerate() {
            let _ = if i == 0 {
                write!(line, "{cell:<width$}")
            } else {
                write!(line, "  {cell:>width$}")
            };
        }
        let _ = writeln!(out, "{}", line.trim_end());
    }
    let first = folder.join("camera-esempio");
    let plan = first.join("camera-esempio.toml").display().to_string();
    let workbook = first.join("camera-esempio.xlsx").display().to_string();
    let _ = writeln!(out, "\n{}", catalogue.text("demo-next"));
    let _ = writeln!(
        out,
        "  {}",
        catalogue.with("demo-next-check", &[("path", &plan)])
    );
    let _ = writeln!(
        out,
        "  {}",
        catalogue.with("demo-next-score", &[("path", &plan)])
    );
    let _ = writeln!(
        out,
        "  {}",
        catalogue.with("demo-next-explain", &[("path", &plan)])
    );
    let _ = writeln!(
        out,
        "  {}",
        catalogue.with("demo-next-open", &[("path", &workbook)])
    );
    let document = first.join("piano.pdf").display().to_string();
    let _ = writeln!(
        out,
        "  {}",
        catalogue.with("demo-next-document", &[("path", &document)])
    );
    out
}
