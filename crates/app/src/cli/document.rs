//! `traguardo document KIND PLAN -o FILE`, and `all` for the whole set.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::channel;
use std::thread;

use clap::ArgMatches;
use documents::block::{Document, Logo, LogoFormat, Look};
use documents::pdf;
use domain::check::{Checked, check};
use domain::finding::Severity;
use domain::plan::{Node, NodeKind, Plan};
use domain::report::outline::Outline;
use domain::score::{Scores, score};
use domain::target::Readings;
use indicatif::{ProgressBar, ProgressStyle};

use super::explain::find;
use super::input::Input;
use super::{Outcome, Refusal, Session, findings, input, output};
use crate::document::{Edition, Form, Kind, OF_DASHBOARDS, Side, colours, document, logo_format};
use crate::messages::Catalogue;

/// The format that the name of a file asks for.
fn form_of(path: &Path) -> Option<Form> {
    Form::named(path.extension()?.to_str()?)
}

/// The words of the command line for what to write.
pub(super) const WANTED: [&str; 7] = [
    "piano",
    "monitoraggio",
    "relazione",
    "scheda",
    "cruscotto",
    "confronto",
    "all",
];

/// What documents are made of: a plan, read, scored and checked.
#[derive(Clone, Copy)]
struct Source<'a> {
    plan: &'a Plan,
    readings: &'a Readings,
    scores: &'a Scores,
    checked: &'a Checked,
    /// The earlier side of a comparison.
    other: Option<&'a Side<'a>>,
}

impl<'a> Source<'a> {
    fn edition(self, kind: Kind, catalogue: &'a Catalogue, draft: bool) -> Edition<'a> {
        Edition {
            kind,
            plan: self.plan,
            readings: self.readings,
            scores: self.scores,
            checked: self.checked,
            outline: Outline::of(self.scores),
            catalogue,
            draft,
            other: self.other,
        }
    }
}

pub(super) fn run(session: &Session<'_>, matches: &ArgMatches) -> Result<Outcome, Refusal> {
    let at = input::date(session, matches)?;
    let wanted = matches
        .get_one::<String>("kind")
        .map(String::as_str)
        .unwrap_or_default();
    let out = input::path_of(matches, "output");
    let path = input::path_of(matches, "plan");
    let form = form_of(&out);
    if wanted != "all" && form.is_none() {
        let shown = out.display().to_string();
        return Err(session.refuse("cli-document-form", &[("path", &shown)]));
    }
    if wanted != "all" {
        output::refuse_overwriting(session, &out, matches.get_flag("force"))?;
    }
    let read = input::read(session, &path)?;
    let scores = score(&read.draft.plan, &read.readings, at);
    let checked = check(&read.draft.plan, &read.readings, None);
    let earlier = earlier(session, matches, &read)?;
    let other = earlier.as_ref().map(|(with, scores)| {
        let read = with.as_ref().unwrap_or(&read);
        Side {
            plan: &read.draft.plan,
            readings: &read.readings,
            scores,
        }
    });
    if wanted == "confronto" && other.is_none() {
        return Err(session.refuse("cli-document-other", &[]));
    }
    let order = Order {
        session,
        source: Source {
            plan: &read.draft.plan,
            readings: &read.readings,
            scores: &scores,
            checked: &checked,
            other: other.as_ref(),
        },
        look: look(session, &path, &read.draft.plan),
        draft: matches.get_flag("draft"),
        force: matches.get_flag("force"),
    };
    match form {
        Some(form) if wanted != "all" => {
            let kind = order.kind(wanted, matches)?;
            let document = order.document(kind, session.catalogue);
            order.tell_missing_glyphs(&document);
            let bytes = order.set(form, &document)?;
            output::write(session, &out, &bytes, order.force)?;
        }
        _ => order.all(&out)?,
    }
    let errors = read.findings();
    let errors = errors
        .iter()
        .map(|located| &located.finding)
        .chain(&checked.findings)
        .filter(|finding| finding.severity == Severity::Error)
        .count();
    if errors > 0 {
        let (count, path) = (errors.to_string(), &read.path);
        let args = [("count", count.as_str()), ("path", path.as_str())];
        findings::print_warning(session.catalogue, "cli-document-errors", &args);
    }
    Ok(findings::denied(session, checked.findings.iter()))
}

/// The three great documents of an example, as PDF with their file names.
pub(super) fn of_example(
    session: &Session<'_>,
    read: &Input,
    scores: &Scores,
) -> Result<Vec<(String, Vec<u8>)>, Refusal> {
    let plan = &read.draft.plan;
    let checked = check(plan, &read.readings, None);
    let order = Order {
        session,
        source: Source {
            plan,
            readings: &read.readings,
            scores,
            checked: &checked,
            other: None,
        },
        look: Look {
            colours: colours(plan),
            logo: None,
        },
        draft: false,
        force: true,
    };
    [Kind::Plan, Kind::Monitoring, Kind::Report]
        .into_iter()
        .map(|kind| {
            let document = order.document(kind, session.catalogue);
            Ok((
                format!("{}.pdf", kind.token()),
                order.set(Form::Pdf, &document)?,
            ))
        })
        .collect()
}

/// The earlier side of a comparison: another plan (`--with`), or another date of the same (`--from`).
fn earlier(
    session: &Session<'_>,
    matches: &ArgMatches,
    read: &Input,
) -> Result<Option<(Option<Input>, Scores)>, Refusal> {
    let from = input::day(session, matches, "from")?;
    let with = match matches.get_one::<OsString>("with") {
        Some(path) => Some(input::read(session, Path::new(path))?),
        None if from.is_none() => return Ok(None),
        None => None,
    };
    let of = with.as_ref().unwrap_or(read);
    let scores = score(&of.draft.plan, &of.readings, from);
    Ok(Some((with, scores)))
}

/// What was asked for, whatever the document.
struct Order<'a> {
    session: &'a Session<'a>,
    source: Source<'a>,
    look: Look,
    draft: bool,
    force: bool,
}

impl Order<'_> {
    fn document<'c>(&'c self, kind: Kind, catalogue: &'c Catalogue) -> Document {
        let edition = self.source.edition(kind, catalogue, self.draft);
        document(&edition, self.look.clone())
    }

    fn kind(&self, wanted: &str, matches: &ArgMatches) -> Result<Kind, Refusal> {
        let node = |kinds: &[NodeKind]| {
            let Some(text) = matches.get_one::<String>("node") else {
                return Err(self
                    .session
                    .refuse("cli-document-which", &[("kind", wanted)]));
            };
            let node = find(self.session, self.source.plan, self.source.scores, text)?;
            if kinds.contains(&node.kind) {
                Ok(node)
            } else {
                let args = [("text", text.as_str()), ("kind", wanted)];
                Err(self.session.refuse("cli-document-wrong-node", &args))
            }
        };
        Ok(match wanted {
            "piano" => Kind::Plan,
            "monitoraggio" => Kind::Monitoring,
            "relazione" => Kind::Report,
            "scheda" => Kind::Sheet(node(&[NodeKind::Objective])?),
            "cruscotto" => Kind::Dashboard(node(&OF_DASHBOARDS)?),
            _ => Kind::Comparison,
        })
    }

    fn set(&self, form: Form, document: &Document) -> Result<Vec<u8>, Refusal> {
        form.write(document).map_err(|cause| {
            self.session
                .refuse("cli-document-unset", &[("cause", &cause)])
        })
    }

    /// Says which characters of a document our faces lack.
    fn tell_missing_glyphs(&self, document: &Document) {
        let missing = pdf::missing_glyphs(document);
        if !missing.is_empty() {
            let shown: Vec<String> = missing
                .iter()
                .take(20)
                .map(|c| format!("{c} (U+{:04X})", u32::from(*c)))
                .collect();
            let args = [("characters", shown.join(", "))];
            let args = args.each_ref().map(|(name, text)| (*name, text.as_str()));
            findings::print_warning(self.session.catalogue, "cli-document-glyphs", &args);
        }
    }

    /// The whole set, several documents at a time.
    fn all(&self, folder: &Path) -> Result<(), Refusal> {
        let jobs = self.jobs(folder);
        for (path, _, _) in &jobs {
            output::refuse_overwriting(self.session, path, self.force)?;
            if let Some(parent) = path.parent() {
                fs::create_dir_all(parent).map_err(|error| {
                    let (shown, cause) = (parent.display().to_string(), error.to_string());
                    let args = [("path", shown.as_str()), ("cause", cause.as_str())];
                    self.session.refuse("cli-cannot-write", &args)
                })?;
            }
        }
        let bar = ProgressBar::new(jobs.len() as u64);
        if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos}/{len} {msg} {elapsed}") {
            bar.set_style(style);
        }
        let workers = thread::available_parallelism().map_or(1, usize::from);
        let next = AtomicUsize::new(0);
        let language = self.session.catalogue.language;
        let (done, finished) = channel();
        let (source, look, draft) = (self.source, &self.look, self.draft);
        let (jobs, next) = (&jobs, &next);
        let mut failed = None;
        thread::scope(|scope| {
            for _ in 0..workers {
                let done = done.clone();
                scope.spawn(move || {
                    // A catalogue keeps what it has understood, and serves one thread.
                    let catalogue = Catalogue::new(language);
                    while let Some((path, kind, form)) =
                        jobs.get(next.fetch_add(1, Ordering::Relaxed))
                    {
                        let edition = source.edition(*kind, &catalogue, draft);
                        let bytes = form.write(&document(&edition, look.clone()));
                        if done.send((path, bytes)).is_err() {
                            return;
                        }
                    }
                });
            }
            drop(done);
            for (path, bytes) in finished {
                bar.inc(1);
                bar.set_message(
                    path.file_name()
                        .unwrap_or_default()
                        .to_string_lossy()
                        .into_owned(),
                );
                let written = bytes
                    .map_err(|cause| {
                        self.session
                            .refuse("cli-document-unset", &[("cause", &cause)])
                    })
                    .and_then(|bytes| output::write(self.session, path, &bytes, self.force));
                if let Err(refusal) = written {
                    failed.get_or_insert(refusal);
                }
            }
        });
        bar.finish_and_clear();
        if let Some(refusal) = failed {
            return Err(refusal);
        }
        for kind in [Kind::Plan, Kind::Monitoring, Kind::Report] {
            self.tell_missing_glyphs(&self.document(kind, self.session.catalogue));
        }
        let (count, shown) = (jobs.len().to_string(), folder.display().to_string());
        let args = [("count", count.as_str()), ("path", shown.as_str())];
        output::print(&format!(
            "{}\n",
            self.session.catalogue.with("cli-document-written", &args)
        ));
        Ok(())
    }

    /// The set: the three great documents in every format; sheets and dashboards as PDF.
    fn jobs(&self, folder: &Path) -> Vec<(PathBuf, Kind, Form)> {
        let mut jobs = Vec::new();
        for kind in [Kind::Plan, Kind::Monitoring, Kind::Report] {
            for form in Form::ALL {
                let name = format!("{}.{}", kind.token(), form.ending());
                jobs.push((folder.join(name), kind, form));
            }
        }
        let plan = self.source.plan;
        let mut add = |kind: NodeKind, count: usize, make: fn(Node) -> Kind, under: &str| {
            for node in (0..count).map(|i| Node::new(kind, i)) {
                let name = format!("{}.pdf", file_name(plan, node));
                jobs.push((folder.join(under).join(name), make(node), Form::Pdf));
            }
        };
        add(
            NodeKind::Objective,
            plan.objectives.len(),
            Kind::Sheet,
            "schede",
        );
        for (kind, count) in [
            (NodeKind::Dashboard, plan.dashboards.len()),
            (NodeKind::Responsible, plan.responsibles.len()),
            (NodeKind::Perspective, plan.perspectives.len()),
        ] {
            add(kind, count, Kind::Dashboard, "cruscotti");
        }
        jobs
    }
}

/// A name for the file of a node: its key in letters, digits and hyphens, made unique by the
/// position of the node.
fn file_name(plan: &Plan, node: Node) -> String {
    let name = plan.name_of(node);
    let mut safe = String::new();
    for c in name.code.unwrap_or(name.key).chars().take(40) {
        if c.is_ascii_alphanumeric() || c == '.' {
            safe.push(c.to_ascii_lowercase());
        } else if !safe.ends_with('-') && !safe.is_empty() {
            safe.push('-');
        }
    }
    let safe = safe.trim_matches(['-', '.']);
    format!("{}-{:03}-{safe}", node.kind.token(), node.at() + 1)
        .trim_end_matches('-')
        .to_owned()
}

/// Largest logo that is read.
const LARGEST_LOGO: u64 = 5 * 1024 * 1024;

/// Colours and logo of the body. A logo is a file beside the plan: no folder, no link out of it.
fn look(session: &Session<'_>, plan_path: &Path, plan: &Plan) -> Look {
    let logo = plan
        .body
        .logo
        .as_deref()
        .filter(|name| !name.trim().is_empty());
    Look {
        colours: colours(plan),
        logo: logo.and_then(|name| match read_logo(plan_path, name.trim()) {
            Some((bytes, format)) => Some(Logo {
                bytes,
                format,
                alt: session.catalogue.with(
                    "document-logo",
                    &[("body", plan.body.name.as_deref().unwrap_or_default())],
                ),
            }),
            None => {
                findings::print_warning(session.catalogue, "cli-document-logo", &[("path", name)]);
                None
            }
        }),
    }
}

fn read_logo(plan_path: &Path, name: &str) -> Option<(Vec<u8>, LogoFormat)> {
    if Path::new(name).file_name() != Some(OsString::from(name).as_os_str()) {
        return None;
    }
    let folder = plan_path.parent().unwrap_or(Path::new("."));
    let path = folder.join(name);
    let metadata = fs::symlink_metadata(&path).ok()?;
    if !metadata.is_file() || metadata.len() > LARGEST_LOGO {
        return None;
    }
    let bytes = fs::read(path).ok()?;
    let format = logo_format(&bytes)?;
    Some((bytes, format))
}
