//! Findings and refusals on the terminal: what, where, and the way out.

use anstream::eprintln;
use anstyle::{AnsiColor, Style};
use domain::finding::{Finding, Severity};

use super::{Outcome, Refusal, Session};
use crate::format::datum::At;
use crate::format::draft::Located;
use crate::messages::Catalogue;

fn style_of(severity: Severity) -> Style {
    let colour = match severity {
        Severity::Error => AnsiColor::Red,
        Severity::Warning => AnsiColor::Yellow,
        Severity::Note => AnsiColor::Cyan,
    };
    Style::new().bold().fg_color(Some(colour.into()))
}

/// Prints what ends a command.
pub(super) fn print_refusal(catalogue: &Catalogue, refusal: &Refusal) {
    let style = style_of(Severity::Error);
    eprintln!(
        "{style}{}{style:#}: {}",
        catalogue.text("cli-error"),
        refusal.message
    );
    if let Some(help) = &refusal.help {
        eprintln!("  {}: {help}", catalogue.text("cli-hint"));
    }
}

/// Prints a warning about what a command did: the message `key`, and `key-help` if there is one.
pub(super) fn print_warning(catalogue: &Catalogue, key: &str, args: &[(&str, &str)]) {
    let style = style_of(Severity::Warning);
    let word = catalogue.word("cli-severity", Severity::Warning.token());
    eprintln!("{style}{word}{style:#}: {}", catalogue.with(key, args));
    if let Some(help) = catalogue.find(&format!("{key}-help"), args) {
        eprintln!("  {}: {help}", catalogue.text("cli-hint"));
    }
}

/// The place of a finding in words; none where it is not known.
pub(crate) fn place_words(catalogue: &Catalogue, at: &At) -> Option<String> {
    match at {
        At::Nowhere | At::Record { .. } => None,
        At::Line { line, column } => Some(catalogue.with(
            "cli-place-line",
            &[("line", &line.to_string()), ("column", &column.to_string())],
        )),
        At::Cell { sheet, row, column } => Some(catalogue.with(
            "cli-place-cell",
            &[
                ("sheet", sheet),
                ("cell", &format!("{}{}", column_name(*column), row + 1)),
            ],
        )),
    }
}

/// `A`, `Z`, `AA` …
pub(crate) fn column_name(column: u16) -> String {
    let mut name = String::new();
    let mut rest = u32::from(column) + 1;
    while rest > 0 {
        let letter = u8::try_from((rest - 1) % 26).unwrap_or(0);
        name.insert(0, char::from(b'A' + letter));
        rest = (rest - 1) / 26;
    }
    name
}

/// Prints the findings of a file from the level asked, worst first, and a summary; says whether
/// they end the command.
pub(super) fn report(session: &Session<'_>, path: &str, findings: &[Located]) -> Outcome {
    let catalogue = session.catalogue;
    let mut shown: Vec<&Located> = findings
        .iter()
        .filter(|l| l.finding.severity >= session.show)
        .collect();
    shown.sort_by_key(|l| std::cmp::Reverse(l.finding.severity));
    let hint = catalogue.text("cli-hint");
    for located in &shown {
        let severity = located.finding.severity;
        let style = style_of(severity);
        let word = catalogue.word("cli-severity", severity.token());
        let (message, help) = catalogue.finding(&located.finding);
        let place = match place_words(catalogue, &located.at) {
            Some(place) => format!("{path}, {place}"),
            None => path.to_owned(),
        };
        eprintln!("{style}{word}{style:#} [{}] {place}", located.finding.rule);
        eprintln!("  {message}");
        if let Some(help) = help {
            eprintln!("  {hint}: {help}");
        }
    }
    if let Some(summary) = summary(session, path, findings.iter().map(|l| &l.finding)) {
        eprintln!("{summary}");
    }
    denied(session, findings.iter().map(|l| &l.finding))
}

/// How many findings of each severity there are, and how to see those that are not printed; none
/// where there are none.
pub(super) fn summary<'f>(
    session: &Session<'_>,
    path: &str,
    findings: impl Iterator<Item = &'f Finding> + Clone,
) -> Option<String> {
    findings.clone().next()?;
    let count = |severity| {
        let of_it = findings.clone().filter(|f| f.severity == severity);
        of_it.count().to_string()
    };
    let summary = session.catalogue.with(
        "cli-summary",
        &[
            ("path", path),
            ("errors", &count(Severity::Error)),
            ("warnings", &count(Severity::Warning)),
            ("notes", &count(Severity::Note)),
        ],
    );
    let hidden = findings.clone().any(|f| f.severity < session.show);
    Some(if hidden {
        format!(
            "{summary} ({})",
            session.catalogue.text("cli-summary-hidden")
        )
    } else {
        summary
    })
}

/// Whether findings end the command with status 1.
pub(super) fn denied<'f>(
    session: &Session<'_>,
    mut findings: impl Iterator<Item = &'f Finding>,
) -> Outcome {
    match session.deny {
        Some(deny) if findings.any(|f| f.severity >= deny) => Outcome::Denied,
        _ => Outcome::Fine,
    }
}

/// Prints the findings that make a file unusable.
pub(super) fn report_unusable(session: &Session<'_>, path: &str, findings: &[Located]) -> Refusal {
    let _ = report(session, path, findings);
    Refusal {
        message: session.catalogue.with("cli-unusable", &[("path", path)]),
        help: None,
    }
}
