//! `traguardo schema`.

use super::{Outcome, Refusal, Session, output};
use crate::format::json;

pub(super) fn run(_: &Session<'_>) -> Result<Outcome, Refusal> {
    let mut text = serde_json::to_string_pretty(&json::schema()).unwrap_or_default();
    text.push('\n');
    output::print(&text);
    Ok(Outcome::Fine)
}
