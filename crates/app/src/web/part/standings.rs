//! How many stand how, in one line.

use askama::Template;
use domain::report::standings::{Standing, Standings};

use crate::messages::Catalogue;

/// `{{ standings }}`: how so many indicators stand: a bar of parts, and the same in words.
#[derive(Template)]
#[template(path = "part/standings.html")]
pub struct StandingsBar<'a> {
    /// The words.
    pub t: &'a Catalogue,
    /// How many stand how.
    pub standings: Standings,
}

/// A part of the bar, in thousandths of its length.
struct Stretch {
    token: &'static str,
    from: usize,
    length: usize,
}

impl StandingsBar<'_> {
    fn stretches(&self) -> Vec<Stretch> {
        let total = self.standings.total();
        if total == 0 {
            return Vec::new();
        }
        let mut before = 0;
        Standing::ALL
            .into_iter()
            .map(|standing| {
                let from = before * 1000 / total;
                before += self.standings.count(standing);
                Stretch {
                    token: class(standing),
                    from,
                    length: before * 1000 / total - from,
                }
            })
            .filter(|stretch| stretch.length > 0)
            .collect()
    }

    /// `1 in ritardo, 3 raggiunti`: what stands badly first.
    pub fn words(&self) -> String {
        let said = WORST_FIRST.iter().filter_map(|standing| {
            let count = self.standings.count(*standing);
            let key = format!("web-standing-{}", class(*standing));
            (count > 0).then(|| self.t.with(&key, &[("count", &count.to_string())]))
        });
        let said: Vec<String> = said.collect();
        match said.is_empty() {
            true => self.t.text("web-standing-none"),
            false => said.join(", "),
        }
    }
}

/// What stands badly first.
const WORST_FIRST: [Standing; 6] = [
    Standing::NotReached,
    Standing::Late,
    Standing::ToMeasure,
    Standing::OnCourse,
    Standing::Reached,
    Standing::LeftOut,
];

/// The end of the class of a standing.
fn class(standing: Standing) -> &'static str {
    match standing {
        Standing::Reached => "reached",
        Standing::OnCourse => "on-course",
        Standing::Late => "late",
        Standing::NotReached => "not-reached",
        Standing::ToMeasure => "to-measure",
        Standing::LeftOut => "left-out",
    }
}
