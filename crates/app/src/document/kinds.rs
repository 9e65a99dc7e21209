//! The kinds of documents, and the parts of each in their order.

use documents::block::Block;
use domain::plan::Node;

use super::Edition;
use super::part::*;

/// A kind of document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// *Piano della performance*.
    Plan,
    /// *Monitoraggio* at a checkpoint.
    Monitoring,
    /// *Relazione sulla performance*.
    Report,
    /// *Scheda* of one objective.
    Sheet(Node),
    /// *Cruscotto* of one dashboard, responsible or perspective.
    Dashboard(Node),
    /// *Confronto* of two plans, or of one plan at two dates.
    Comparison,
}

/// A part of a document.
pub struct Part {
    /// Its name: its heading is `document-part-<name>`, what to do where it is missing
    /// `document-missing-<name>`.
    pub name: &'static str,
    /// It is a chapter of its own; otherwise it brings its headings.
    pub titled: bool,
    /// Its blocks, with headings from level 2 down; none where the plan has nothing for it.
    pub build: fn(&Edition<'_>) -> Vec<Block>,
}

/// A chapter of its own.
const fn chapter(name: &'static str, build: fn(&Edition<'_>) -> Vec<Block>) -> Part {
    Part {
        name,
        titled: true,
        build,
    }
}

const PLAN: &[Part] = &[
    chapter("presentation", presentation::build),
    chapter("context", context::build),
    chapter("tree", tree::build),
    chapter("map", map::build),
    chapter("strategic-dashboards", dashboards::strategic),
    chapter("objectives", objectives::build),
    chapter("assignment", assignment::build),
    chapter("service-dashboards", dashboards::of_services),
    chapter("classes", classes::build),
    chapter("agency", apart::agency),
    chapter("national", apart::national),
    chapter("individual", apart::individual),
    chapter("sections", sections::build),
    chapter("method", method::build),
    chapter("silences", silences::build),
];

const MONITORING: &[Part] = &[
    chapter("summary", summary::build),
    chapter("tree", tree::build),
    chapter("transversal", transversal::build),
    chapter("three-years", three_years::build),
    chapter("monitored-objectives", monitoring::build),
    chapter("monitored-agency", monitoring::agency),
    chapter("national-indicators", national_indicators::build),
    chapter("health", health::build),
    chapter("variations", variations::build),
    chapter("new-objectives", variations::new_objectives),
    chapter("individual", apart::individual),
    chapter("unplanned", unplanned::build),
    chapter("sections", sections::build),
    chapter("acts", process::cited),
    chapter("silences", silences::build),
    chapter("signatures", signatures::build),
];

const REPORT: &[Part] = &[
    chapter("presentation", presentation::build),
    chapter("context", context::build),
    chapter("results", results::build),
    chapter("objective-results", objective_results::build),
    chapter("national-indicators", national_indicators::build),
    chapter("responsible-results", responsible_results::build),
    chapter("individual", apart::individual),
    chapter("deviations", deviations::build),
    chapter("economic-value", economic_value::build),
    chapter("efficiency", efficiency::build),
    chapter("variations", variations::build),
    chapter("unplanned", unplanned::build),
    chapter("equal-opportunities", sections::equal_opportunities),
    chapter("sections", sections::build),
    chapter("process", process::build),
    chapter("evidence", evidence::build),
    chapter("silences", silences::build),
    chapter("derivations", derivations::build),
    chapter("signatures", signatures::build),
];

const SHEET: &[Part] = &[Part {
    name: "sheet",
    titled: false,
    build: sheet::build,
}];

const DASHBOARD: &[Part] = &[Part {
    name: "dashboard",
    titled: false,
    build: dashboards::of_one,
}];

const COMPARISON: &[Part] = &[Part {
    name: "comparison",
    titled: false,
    build: comparison::build,
}];

impl Kind {
    /// The word of the command line, which is also the name of its messages.
    pub fn token(self) -> &'static str {
        match self {
            Kind::Plan => "piano",
            Kind::Monitoring => "monitoraggio",
            Kind::Report => "relazione",
            Kind::Sheet(_) => "scheda",
            Kind::Dashboard(_) => "cruscotto",
            Kind::Comparison => "confronto",
        }
    }

    /// Its parts, in order.
    pub fn parts(self) -> &'static [Part] {
        match self {
            Kind::Plan => PLAN,
            Kind::Monitoring => MONITORING,
            Kind::Report => REPORT,
            Kind::Sheet(_) => SHEET,
            Kind::Dashboard(_) => DASHBOARD,
            Kind::Comparison => COMPARISON,
        }
    }
}
