//! An example with all that documents are made of, and its documents.

use std::fs;
use std::path::Path;

use documents::block::{Document, Look};
use domain::check::{Checked, check};
use domain::plan::Plan;
use domain::report::outline::Outline;
use domain::score::{Scores, score};
use domain::target::Readings;
use jiff::civil::Date;
use traguardo::document::{Edition, Kind, Side, document};
use traguardo::format;
use traguardo::messages::{Catalogue, Language};

/// Every example.
pub const EXAMPLES: [&str; 5] = [
    "bergamo-2022",
    "brescia-2019",
    "brescia-2020",
    "brescia-2024",
    "camera-esempio",
];

/// A plan, read, scored and checked.
pub struct Source {
    pub plan: Plan,
    pub readings: Readings,
    pub scores: Scores,
    pub checked: Checked,
}

impl Source {
    /// An example at a day; at its own without one.
    pub fn of(example: &str, at: Option<Date>) -> Source {
        let name = format!("{example}.toml");
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
        let bytes = fs::read(folder.join(&name)).expect("the example is there");
        let plan = format::read(&name, &bytes).expect("it is a plan").plan;
        let readings = Readings::of(&plan);
        let scores = score(&plan, &readings, at);
        let checked = check(&plan, &readings, None);
        Source {
            plan,
            readings,
            scores,
            checked,
        }
    }

    /// A document of it; beside what comes before, where it compares.
    pub fn document(
        &self,
        kind: Kind,
        language: Language,
        draft: bool,
        before: Option<&Source>,
    ) -> Document {
        let catalogue = Catalogue::new(language);
        let side = before.map(|before| Side {
            plan: &before.plan,
            readings: &before.readings,
            scores: &before.scores,
        });
        let edition = Edition {
            kind,
            plan: &self.plan,
            readings: &self.readings,
            scores: &self.scores,
            checked: &self.checked,
            outline: Outline::of(&self.scores),
            catalogue: &catalogue,
            draft,
            other: side.as_ref(),
        };
        document(&edition, Look::default())
    }

    /// A document in Italian, no draft and without another side.
    pub fn italian(&self, kind: Kind) -> Document {
        self.document(kind, Language::Italian, false, None)
    }
}
