//! The pages, one file each: what it asks of the plan, what it shows, what its forms do.

pub mod assignment;
pub mod comparison;
pub mod composition;
pub mod dashboards;
pub mod documents;
pub mod exchange;
pub mod explained;
pub mod failed;
pub mod findings;
pub mod home;
pub mod import;
pub mod lists;
pub mod log;
pub mod logo;
pub mod monitoring;
pub mod national;
pub mod next_year;
pub mod organisation;
pub mod people;
pub mod pictures;
pub mod resend;
pub mod resources;
pub mod rule;
pub mod saving;
pub mod search;
pub mod sign_in;
pub mod staff;
pub mod start;
pub mod statement;
pub mod thing;
pub mod tree;
pub mod weighing;
pub mod weights;

use std::sync::Arc;

use domain::check::Checked;
use domain::report::outline::Outline;
use domain::score::Scores;
use jiff::civil::Date;
use store::Author;

use super::asked::Asked;
use super::failure::Failure;
pub use super::frame::{frame, frame_of};
use super::plans::Loaded;
use super::shown::Shown;
use crate::document::{Edition, Kind, Side};
use crate::messages::Catalogue;

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

/// The plan of the address with its scores at the day that is asked for.
pub struct Looked {
    /// The plan.
    pub loaded: Arc<Loaded>,
    /// Its scores.
    pub scores: Arc<Scores>,
    /// The day, where one is asked for.
    pub at: Option<Date>,
}

impl Looked {
    /// What the address asks to look at.
    ///
    /// # Errors
    /// No such plan, or no such day.
    pub fn of(asked: &Asked<'_>) -> Result<Looked, Failure> {
        let loaded = plan(asked)?;
        let at = day_asked(asked)?;
        let scores = loaded.scores(at);
        Ok(Looked { loaded, scores, at })
    }

    /// In the words of one reader.
    pub fn shown<'a>(&'a self, t: &'a Catalogue) -> Shown<'a> {
        Shown {
            t,
            loaded: &self.loaded,
            scores: &self.scores,
            at: self.at,
        }
    }
}

/// What the parts of documents look at.
pub fn edition<'a>(
    shown: &Shown<'a>,
    kind: Kind,
    checked: &'a Checked,
    other: Option<&'a Side<'a>>,
) -> Edition<'a> {
    Edition {
        kind,
        plan: shown.loaded.plan(),
        readings: &shown.loaded.readings,
        scores: shown.scores,
        checked,
        outline: Outline::of(shown.scores),
        catalogue: shown.t,
        draft: false,
        other,
    }
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
