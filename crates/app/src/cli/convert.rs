//! `traguardo convert IN OUT`.

use clap::ArgMatches;

use super::{Outcome, Refusal, Session, findings, input, output};
use crate::format;

pub(super) fn run(session: &Session<'_>, matches: &ArgMatches) -> Result<Outcome, Refusal> {
    let out = input::path_of(matches, "out");
    let shown = out.display().to_string();
    let kind = format::Format::of_name(&out.to_string_lossy())
        .filter(|kind| *kind != format::Format::OpenDocument)
        .ok_or_else(|| session.refuse("cli-unknown-format", &[("path", &shown)]))?;
    let read = input::read(session, &input::path_of(matches, "in"))?;
    let outcome = findings::report(session, &read.path, &read.draft.findings);
    let bytes =
        format::write(kind, &read.draft.plan).map_err(|finding| session.refuse_for(&finding))?;
    output::write(session, &out, &bytes, matches.get_flag("force"))?;
    anstream::eprintln!(
        "{}",
        session.catalogue.with("cli-written", &[("path", &shown)])
    );
    Ok(outcome)
}
