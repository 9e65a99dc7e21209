//! `traguardo template OUT.xlsx`.

use clap::ArgMatches;

use super::{Outcome, Refusal, Session, input, output};
use crate::format;

pub(super) fn run(session: &Session<'_>, matches: &ArgMatches) -> Result<Outcome, Refusal> {
    let out = input::path_of(matches, "out");
    let shown = out.display().to_string();
    if format::Format::of_name(&out.to_string_lossy()) != Some(format::Format::Workbook) {
        return Err(session.refuse("cli-unknown-format", &[("path", &shown)]));
    }
    let bytes = format::workbook::template().map_err(|finding| session.refuse_for(&finding))?;
    output::write(session, &out, &bytes, matches.get_flag("force"))?;
    anstream::eprintln!(
        "{}",
        session.catalogue.with("cli-written", &[("path", &shown)])
    );
    Ok(Outcome::Fine)
}
