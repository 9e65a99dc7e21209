//! The pages, one file each: what it asks of the plan, what it shows, what its forms do.

pub mod assignment;
pub mod composition;
pub mod exchange;
pub mod failed;
pub mod home;
pub mod import;
pub mod next_year;
pub mod organisation;
pub mod resend;
pub mod resources;
pub mod saving;
pub mod sign_in;
pub mod staff;
pub mod start;
pub mod statement;
pub mod tree;
pub mod weighing;
pub mod weights;

use std::sync::Arc;

use jiff::civil::Date;
use store::Author;

use super::asked::Asked;
use super::failure::Failure;
pub use super::frame::{frame, frame_of};
use super::plans::Loaded;

/// Who changes something, for the log.
pub fn author<'a>(asked: &'a Asked<'_>) -> Result<Author<'a>, Failure> {
    let who = asked.person()?;
    Ok(Author {
        account: Some(who.account),
        name: &who.name,
        now: asked.now,
        reason: None,
    })
}

/// The plan of the address.
pub fn plan(asked: &Asked<'_>) -> Result<Arc<Loaded>, Failure> {
    let number: i64 = asked.part("plan").parse().map_err(|_| Failure::NotFound)?;
    let server = asked.server;
    server.plans.get(&server.store, asked.part("body"), number)
}

/// The day for which figures are asked (`?al=2025-06-30`); none for the plan's own.
pub fn day_asked(asked: &Asked<'_>) -> Result<Option<Date>, Failure> {
    match asked.query.text("al") {
        "" => Ok(None),
        text => text
            .parse()
            .map(Some)
            .map_err(|_| Failure::Unusable("bad-date")),
    }
}
