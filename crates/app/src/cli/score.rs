//! `traguardo score PLAN`: every figure of a plan at a date, as text, CSV or JSON.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use clap::ArgMatches;
use domain::number::{Number, Style};
use domain::plan::{Node, Plan};
use domain::report::listing::{Repeat, Row, View, listing};
use domain::score::{Scores, score};
use serde_json::{Value, json};

use super::input::Input;

use super::waiting::Waiting;
use super::{Outcome, Refusal, Session, findings, input, output};
use crate::messages::Catalogue;
use crate::printed::{day, decimal, label, node_json, percent, reservations};

pub(super) fn run(session: &Session<'_>, matches: &ArgMatches) -> Result<Outcome, Refusal> {
    let at = input::date(session, matches)?;
    let read = input::read(session, &input::path_of(matches, "plan"))?;
    let scores = {
        let _waiting = Waiting::on(
            session.catalogue.text("cli-working-score"),
            read.draft.plan.indicators.len() > 10_000,
        );
        score(&read.draft.plan, &read.readings, at)
    };
    let asked: Vec<View> = match matches.get_many::<String>("view") {
        Some(tokens) => View::ALL
            .into_iter()
            .filter(|view| tokens.clone().any(|token| token == view.token()))
            .collect(),
        None => View::ALL.to_vec(),
    };
    let kind = matches
        .get_one::<String>("format")
        .map_or("text", String::as_str);
    let text = printed(session, &read, &scores, &asked, kind);
    output::print(&text);
    let mut said = read.findings();
    said.extend(
        scores
            .findings
            .iter()
            .cloned()
            .map(|f| read.draft.locate(f)),
    );
    let outcome = findings::report(session, &read.path, &said);
    // The process ends here: taking a large plan apart piece by piece would only make it wait.
    std::mem::forget((read, scores));
    Ok(outcome)
}

/// The figures in one of the output formats.
pub(super) fn printed(
    session: &Session<'_>,
    read: &Input,
    scores: &Scores,
    asked: &[View],
    format: &str,
) -> String {
    let plan = &read.draft.plan;
    let everything = asked.len() == View::ALL.len();
    // A table to filter repeats what it must; a text to read says each thing once.
    let repeat = if everything && format == "text" {
        Repeat::Once
    } else {
        Repeat::Always
    };
    let views = listing(plan, scores, asked, repeat);
    match format {
        "json" => as_json(session, read, scores, (!everything).then_some(&views)),
        "csv" => as_csv(session, plan, &views),
        _ => as_text(session.catalogue, plan, scores, &views),
    }
}

type Views<'a> = [(View, Vec<Row<'a>>)];

/// `{"plan","at","checkpoint","nodes":[…],"placements":[…]}`: a contract (docs/formati.md).
fn as_json(
    session: &Session<'_>,
    read: &Input,
    scores: &Scores,
    only: Option<&Vec<(View, Vec<Row<'_>>)>>,
) -> String {
    let plan = &read.draft.plan;
    let language = session.asked.unwrap_or_default();
    let shown: Option<BTreeSet<Node>> = only.map(|views| {
        views
            .iter()
            .flat_map(|(_, rows)| rows)
            .map(|r| r.score.node)
            .collect()
    });
    let is_shown = |node: Node| shown.as_ref().is_none_or(|shown| shown.contains(&node));
    let nodes: Vec<Value> = scores
        .nodes
        .iter()
        .filter(|s| is_shown(s.node))
        .map(|s| node_json(plan, s, language))
        .collect();
    let placements: Vec<Value> = scores
        .placements
        .iter()
        .filter(|p| is_shown(p.parent) && is_shown(p.child))
        .map(|p| {
            json!({
                "parent": plan.id_of(p.parent),
                "child": plan.id_of(p.child),
                "weight": decimal(p.weight.as_ref()),
                "counted": p.counted,
            })
        })
        .collect();
    let document = json!({
        "plan": read.path,
        "at": scores.at.map(|d| d.to_string()),
        "checkpoint": scores.checkpoint.map(|d| d.to_string()),
        "nodes": nodes,
        "placements": placements,
    });
    pretty(&document)
}

/// A JSON document as the product prints it.
pub(super) fn pretty(document: &Value) -> String {
    let mut text = serde_json::to_string_pretty(document).unwrap_or_default();
    text.push('\n');
    text
}

fn as_csv(session: &Session<'_>, plan: &Plan, views: &Views<'_>) -> String {
    let catalogue = session.catalogue;
    const COLUMNS: [&str; 15] = [
        "view",
        "level",
        "id",
        "kind",
        "code",
        "title",
        "weight",
        "counted",
        "score",
        "state",
        "outlook",
        "progress",
        "coverage",
        "incomplete",
        "provisional",
    ];
    let mut writer = csv::WriterBuilder::new()
        .delimiter(b';')
        .from_writer(Vec::new());
    let _ = writer.write_record(COLUMNS.map(|c| catalogue.text(&format!("scores-csv-{c}"))));
    let yes_no = |yes: bool| {
        catalogue.text(if yes {
            "scores-csv-yes"
        } else {
            "scores-csv-no"
        })
    };
    let points = |n: Option<&Number>| {
        n.map(|n| (n * &Number::HUNDRED).format(Style::ITALIAN_CSV, 2))
            .unwrap_or_default()
    };
    for (view, rows) in views {
        for row in rows {
            let score = row.score;
            let name = plan.name_of(score.node);
            let weight = row.place.and_then(|p| p.weight.as_ref());
            let counted = row.place.map(|p| yes_no(p.counted)).unwrap_or_default();
            let record = [
                catalogue.word("view", view.token()),
                row.depth.to_string(),
                harmless(&plan.id_of(score.node)),
                catalogue.word("kind", score.node.kind.token()),
                harmless(name.code.unwrap_or_default()),
                harmless(name.title.unwrap_or_default()),
                weight
                    .map(|w| w.format_plain(Style::ITALIAN_CSV))
                    .unwrap_or_default(),
                counted,
                points(score.score.as_ref()),
                catalogue.word("state", score.state.token()),
                score
                    .outlook
                    .map(|o| catalogue.word("outlook", o.token()))
                    .unwrap_or_default(),
                points(score.progress.as_ref()),
                points(Some(&score.coverage)),
                yes_no(score.incomplete),
                yes_no(score.provisional),
            ];
            let _ = writer.write_record(&record);
        }
    }
    writer
        .into_inner()
        .ok()
        .and_then(|bytes| String::from_utf8(bytes).ok())
        .unwrap_or_default()
}

/// A text that a spreadsheet will not take for a formula.
fn harmless(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// Width of the output: the terminal's, or that of a printed page.
fn width() -> usize {
    terminal_size::terminal_size().map_or(120, |(w, _)| usize::from(w.0).clamp(80, 200))
}

fn as_text(catalogue: &Catalogue, plan: &Plan, scores: &Scores, views: &Views<'_>) -> String {
    let language = catalogue.language;
    let mut out = String::new();
    let _ = writeln!(out, "{}", heading(catalogue, plan));
    let _ = writeln!(out, "{}", when(catalogue, scores));
    // Weight, score, progress, state and remarks take what is left beside the names.
    let names = width().saturating_sub(58).clamp(36, 90);
    for (view, rows) in views {
        let _ = writeln!(
            out,
            "\n{}",
            catalogue.word("view", view.token()).to_uppercase()
        );
        let head = |key: &str| catalogue.text(&format!("scores-column-{key}"));
        let _ = writeln!(
            out,
            "{:<names$} {:>7} {:>10} {:>10}  {}",
            head("name"),
            head("weight"),
            head("score"),
            head("progress"),
            head("outlook"),
        );
        for row in rows {
            let score = row.score;
            let number =
                |n: Option<&Number>| n.map_or_else(|| "—".to_owned(), |n| percent(n, language));
            let weight = row.place.and_then(|p| p.weight.as_ref());
            let label = format!(
                "{}{}",
                "  ".repeat(row.depth.min(8)),
                label(catalogue, plan, score.node)
            );
            let _ = writeln!(
                out,
                "{:<names$} {:>7} {:>10} {:>10}  {}",
                clipped(&label, names),
                weight
                    .map(|w| w.format_plain(language.style()))
                    .unwrap_or_default(),
                number(score.score.as_ref()),
                number(score.progress.as_ref()),
                remarks(catalogue, row),
            );
        }
    }
    out
}

/// The body and the document.
pub(super) fn heading(catalogue: &Catalogue, plan: &Plan) -> String {
    let year = plan.year().map(|y| y.to_string()).unwrap_or_default();
    let title = plan.heading.title.clone().unwrap_or(year);
    match &plan.body.name {
        Some(body) => catalogue.with("scores-title", &[("body", body), ("title", &title)]),
        None => title,
    }
}

/// The date and the checkpoint that it means.
pub(super) fn when(catalogue: &Catalogue, scores: &Scores) -> String {
    let language = catalogue.language;
    match (scores.at, scores.checkpoint) {
        (None, _) => catalogue.text("scores-no-checkpoint"),
        (Some(at), None) => catalogue.with("scores-before-first", &[("at", &day(at, language))]),
        (Some(at), Some(checkpoint)) if at == checkpoint => {
            catalogue.with("scores-at", &[("at", &day(at, language))])
        }
        (Some(at), Some(checkpoint)) => catalogue.with(
            "scores-at-checkpoint",
            &[
                ("at", &day(at, language)),
                ("checkpoint", &day(checkpoint, language)),
            ],
        ),
    }
}

fn clipped(text: &str, width: usize) -> String {
    let text = text.replace(['\n', '\r', '\t'], " ");
    if text.chars().count() <= width {
        return text;
    }
    let mut short: String = text.chars().take(width.saturating_sub(1)).collect();
    short.push('…');
    short
}

/// Outlook, or why there is no figure, and what else must be known to trust it.
fn remarks(catalogue: &Catalogue, row: &Row<'_>) -> String {
    let score = row.score;
    let mut said = Vec::new();
    if let Some(outlook) = score.outlook {
        said.push(catalogue.word("outlook", outlook.token()));
    }
    let measured = score.state == domain::score::State::Measured;
    if !measured && score.outlook.map(|o| o.token()) != Some(score.state.token()) {
        said.push(catalogue.word("state", score.state.token()));
    }
    if let Some(reason) = score.reason() {
        said.push(catalogue.word("reason", reason.token()));
    }
    said.extend(reservations(catalogue, score));
    said.join(", ")
}
