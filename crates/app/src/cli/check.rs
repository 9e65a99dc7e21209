//! `traguardo check PLAN…`: every contradiction of a plan, with its place and the way out.

use clap::ArgMatches;
use domain::check::check;

use super::{Outcome, Refusal, Session, findings, input};

pub(super) fn run(session: &Session<'_>, matches: &ArgMatches) -> Result<Outcome, Refusal> {
    let read = input::read(session, &input::path_of(matches, "plan"))?;
    let today = jiff::Zoned::now().date();
    let checked = check(&read.draft.plan, &read.readings, Some(today));
    let mut said = read.draft.findings.clone();
    said.extend(checked.findings.into_iter().map(|f| read.draft.locate(f)));
    Ok(findings::report(session, &read.path, &said))
}
