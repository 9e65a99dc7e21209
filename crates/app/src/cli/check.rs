//! `traguardo check PLAN…`: every contradiction of a plan, with its place and the way out.

mod excerpt;
mod machine;

use std::ffi::OsString;
use std::fmt::Write as _;
use std::io::{BufWriter, Write as _};
use std::panic::resume_unwind;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use anstream::{AutoStream, ColorChoice, eprint, print};
use clap::ArgMatches;
use domain::check::{Ask, Checked, RULES, Rule, check_by};
use domain::finding::{Finding, Severity};
use domain::plan::Plan;
use domain::report::silences::silences;
use serde_json::Value;
use similar::TextDiff;

use super::input::Input;
use super::{Outcome, Refusal, Session, findings, input, output, rules, score};
use crate::format::draft::Located;
use crate::format::fix;
use crate::printed::label;

/// A plan, and what the check has to say of it.
pub(super) struct Verdict {
    pub input: Input,
    /// Worst first, then in the order of the file.
    pub findings: Vec<Located>,
    pub checked: Checked,
}

impl Verdict {
    fn said(&self) -> impl Iterator<Item = &Finding> + Clone {
        self.findings.iter().map(|located| &located.finding)
    }
}

pub(super) fn run(session: &Session<'_>, matches: &ArgMatches) -> Result<Outcome, Refusal> {
    let paths: Vec<PathBuf> = matches
        .get_many::<OsString>("plan")
        .into_iter()
        .flatten()
        .map(PathBuf::from)
        .collect();
    let format = matches
        .get_one::<String>("format")
        .map_or("text", String::as_str);
    let mut verdicts = Vec::with_capacity(paths.len());
    let mut outcome = Outcome::Fine;
    for path in paths {
        let verdict = match verdict(input::read(session, &path)?) {
            verdict if matches.get_flag("fix") => mend(session, verdict, format == "text")?,
            verdict => verdict,
        };
        if format == "text" {
            show(session, &verdict);
        }
        if findings::denied(session, verdict.said()) == Outcome::Denied {
            outcome = Outcome::Denied;
        }
        verdicts.push(verdict);
    }
    match format {
        "json" => {
            let documents: Vec<Value> = verdicts
                .iter()
                .map(|verdict| machine::json(session, verdict))
                .collect();
            let document = match documents.as_slice() {
                [only] => only.clone(),
                _ => Value::Array(documents),
            };
            output::print(&score::pretty(&document));
        }
        "sarif" => output::print(&score::pretty(&machine::sarif(session, &verdicts))),
        _ => {}
    }
    if matches.get_flag("explain") {
        explain(session, &verdicts, format == "text");
    }
    // The program ends here: the memory goes back as a whole, sooner than piece by piece.
    std::mem::forget(verdicts);
    Ok(outcome)
}

/// Whether a text is for a terminal, which may show colours, or for a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Look {
    Terminal,
    File,
}

/// Prints what the check has to say: where nobody wants colours, without making and taking off any.
fn show(session: &Session<'_>, verdict: &Verdict) {
    let out = std::io::stdout();
    if AutoStream::choice(&out) != ColorChoice::Never {
        print!("{}", text(session, verdict, Look::Terminal));
        return;
    }
    let mut out = BufWriter::with_capacity(16 * 1024, out.lock());
    // A reader that has gone away (`| head`) is not an error.
    tell(session, verdict, Look::File, &mut |part| {
        let _ = out.write_all(part.as_bytes());
    });
    let _ = out.flush();
}

/// The check of a plan as a text file, notes included, with its numbers of errors and warnings.
pub(super) fn as_file(session: &Session<'_>, input: Input) -> (usize, usize, String) {
    let everything = Session {
        show: Severity::Note,
        ..*session
    };
    let verdict = verdict(input);
    let count = |severity| verdict.said().filter(|f| f.severity == severity).count();
    (
        count(Severity::Error),
        count(Severity::Warning),
        text(&everything, &verdict, Look::File),
    )
}

fn verdict(input: Input) -> Verdict {
    let today = jiff::Zoned::now().date();
    let draft = &input.draft;
    let checked = check_by(&draft.plan, &input.readings, Some(today), found);
    let mut findings = draft.findings.clone();
    findings.extend(checked.findings.iter().cloned().map(|f| draft.locate(f)));
    findings.sort_by(|a, b| {
        let worst = b.finding.severity.cmp(&a.finding.severity);
        worst.then_with(|| a.at.cmp(&b.at))
    });
    Verdict {
        input,
        findings,
        checked,
    }
}

/// What the rules find, in their order.
fn found(ask: &Ask<'_>) -> Vec<Finding> {
    let found = on_two_threads(RULES, |rule| ask(rule));
    found.into_iter().flatten().collect()
}

/// What becomes of each of these, in their order: whoever of two threads is free takes the next.
fn on_two_threads<T: Sync, R: Send>(all: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let take = || {
        let at = next.fetch_add(1, Ordering::Relaxed);
        all.get(at).map(|one| (at, work(one)))
    };
    let work = || std::iter::from_fn(take).collect::<Vec<_>>();
    let mut done = thread::scope(|scope| {
        // A few are sooner done than a thread is begun. Where none can be had, this one does it all.
        let other = (all.len() > 4).then(|| thread::Builder::new().spawn_scoped(scope, work));
        let mut done = work();
        if let Some(Ok(other)) = other {
            done.extend(other.join().unwrap_or_else(|panic| resume_unwind(panic)));
        }
        done
    });
    done.sort_unstable_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, made)| made).collect()
}

/// Applies what can be corrected mechanically, shows what changes, and checks again.
fn mend(session: &Session<'_>, verdict: Verdict, visible: bool) -> Result<Verdict, Refusal> {
    let Verdict { input, .. } = &verdict;
    let path = PathBuf::from(&input.path);
    let catalogue = session.catalogue;
    let fixable = || verdict.said().map(|f| f.fix.as_slice());
    let say = |key: &str, count: usize| {
        let args = [("path", input.path.as_str()), ("count", &count.to_string())];
        let line = format!("{}\n", catalogue.with(key, &args));
        if visible {
            print!("{line}")
        } else {
            eprint!("{line}")
        }
    };
    if fixable().all(<[_]>::is_empty) {
        say("check-nothing-to-fix", 0);
        return Ok(verdict);
    }
    let Some(text) = input.text().filter(|_| input.is_toml()) else {
        let args = [("path", input.path.as_str())];
        findings::print_refusal(catalogue, &session.refuse("check-fix-only-toml", &args));
        return Ok(verdict);
    };
    let fixed = fix::apply(text, &input.draft, fixable());
    let diff = TextDiff::from_lines(text, &fixed.text)
        .unified_diff()
        .header(&input.path, &input.path)
        .to_string();
    if visible {
        print!("{diff}")
    } else {
        eprint!("{diff}")
    }
    say("check-fixed", fixed.settled);
    output::write(session, &path, fixed.text.as_bytes(), true)?;
    Ok(self::verdict(input::read(session, &path)?))
}

fn text(session: &Session<'_>, verdict: &Verdict, look: Look) -> String {
    let mut text = String::new();
    tell(session, verdict, look, &mut |part| text.push_str(part));
    text
}

/// Findings that are drawn before the first of them is printed.
const AT_A_TIME: usize = 1024;

/// The findings with what they speak of, those accepted, and how many there are, part by part.
fn tell(session: &Session<'_>, verdict: &Verdict, look: Look, put: &mut dyn FnMut(&str)) {
    let path = &verdict.input.path;
    let excerpts = excerpt::Excerpts::of(session, &verdict.input);
    let drawing = excerpts.drawing(look);
    for several in verdict.findings.chunks(AT_A_TIME) {
        let shown = several
            .iter()
            .filter(|located| located.finding.severity >= session.show);
        let told: Vec<_> = shown.map(|located| excerpts.of_finding(located)).collect();
        for part in on_two_threads(&told, |told| drawing.of(told)) {
            put(&part);
            put("\n\n");
        }
    }
    put(&accepted(
        session,
        &verdict.input.draft.plan,
        &verdict.checked,
    ));
    let summary = findings::summary(session, path, verdict.said())
        .unwrap_or_else(|| session.catalogue.with("check-clean", &[("path", path)]));
    put(&summary);
    put("\n");
}

/// The findings that the body accepts, with its reasons.
fn accepted(session: &Session<'_>, plan: &Plan, checked: &Checked) -> String {
    let catalogue = session.catalogue;
    let rows = silences(plan, checked);
    let mut text = String::new();
    if rows.iter().all(|row| row.count == 0) {
        return text;
    }
    let count = checked.silenced.len().to_string();
    let _ = writeln!(
        text,
        "{}",
        catalogue.with("check-silenced", &[("count", &count)])
    );
    for row in rows.iter().filter(|row| row.count > 0) {
        let about = row.about.unwrap_or(domain::plan::Node::BODY);
        let args = [
            ("rule", row.rule),
            ("node", &label(catalogue, plan, about)),
            ("reason", row.reason),
        ];
        let _ = write!(text, "  {}", catalogue.with("check-silenced-line", &args));
        let by: Vec<&str> = row.decided_by.into_iter().chain(row.date).collect();
        if !by.is_empty() {
            let by = by.join(", ");
            let _ = write!(
                text,
                " {}",
                catalogue.with("check-silenced-decided", &[("by", &by)])
            );
        }
        text.push('\n');
    }
    text.push('\n');
    text
}

/// The pages of the rules that were triggered, each once.
fn explain(session: &Session<'_>, verdicts: &[Verdict], visible: bool) {
    let mut told: Vec<&str> = Vec::new();
    for finding in verdicts.iter().flat_map(Verdict::said) {
        if finding.severity < session.show || told.contains(&finding.rule) {
            continue;
        }
        told.push(finding.rule);
        if let Some(rule) = Rule::named(finding.rule) {
            let page = rules::page(session.catalogue, rule);
            let line = "─".repeat(72);
            if visible {
                print!("\n{line}\n{page}");
            } else {
                eprint!("\n{line}\n{page}");
            }
        }
    }
}
