//! Lists: what waits, what was found, what happened, where one is.

use askama::Template;

use super::{Action, Icon, Link};
use crate::messages::Catalogue;

/// How much something weighs on whoever reads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Wrong, or over its time.
    Error,
    /// To be looked at.
    Warning,
    /// To be known.
    Note,
    /// Done.
    Success,
}

impl Weight {
    /// The end of its class and of its message.
    pub fn token(self) -> &'static str {
        match self {
            Weight::Error => "error",
            Weight::Warning => "warning",
            Weight::Note => "note",
            Weight::Success => "success",
        }
    }

    /// The name of its word.
    pub fn message(self) -> &'static str {
        match self {
            Weight::Error => "web-error",
            Weight::Warning => "web-warning",
            Weight::Note => "web-note",
            Weight::Success => "web-success",
        }
    }

    /// Its icon.
    pub fn icon(self) -> Icon {
        Icon(match self {
            Weight::Error => "close-circle",
            Weight::Warning => "warning-circle",
            Weight::Note => "info-circle",
            Weight::Success => "check-circle",
        })
    }
}

/// One line of what waits.
pub struct Due {
    /// How many.
    pub count: String,
    /// Of what, and where it is done.
    pub what: Link,
    /// By when, or what it is about.
    pub note: Option<String>,
    /// How much it weighs.
    pub weight: Weight,
}

/// `{{ waiting }}`: what waits for me, exceptions first; one quiet line when nothing does.
#[derive(Template)]
#[template(path = "part/waiting.html")]
pub struct Waiting<'a> {
    /// The words.
    pub t: &'a Catalogue,
    /// The head.
    pub title: String,
    /// The lines, the heaviest first.
    pub items: Vec<Due>,
}

/// A finding of the check as a page says it.
pub struct Noticed {
    /// How much it weighs.
    pub weight: Weight,
    /// What it says.
    pub message: String,
    /// Its way out.
    pub help: Option<String>,
    /// Its rule, as a link to the rule's page.
    pub rule: Link,
    /// The field where it is mended; none where it stands beside it already.
    pub place: Option<Link>,
    /// The buttons: the mechanical way out, acceptance.
    pub actions: Vec<Action>,
}

/// `{{ findings }}`: findings with their way out.
#[derive(Template)]
#[template(path = "part/findings.html")]
pub struct Findings<'a> {
    /// The words.
    pub t: &'a Catalogue,
    /// The findings, the heaviest first.
    pub items: Vec<Noticed>,
}

/// One tab.
pub struct Tab {
    /// Its words and address.
    pub link: Link,
    /// Whether it is the one open.
    pub here: bool,
    /// How many things it holds, as printed.
    pub count: Option<String>,
}

/// `{{ tabs }}`: parts of one page, each with its address.
#[derive(Template)]
#[template(path = "part/tabs.html")]
pub struct Tabs<'a> {
    /// What they are the parts of.
    pub label: &'a str,
    /// The tabs.
    pub items: Vec<Tab>,
}

/// Where a step stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepState {
    /// Over.
    Done,
    /// Where one is.
    Here,
    /// To come.
    Ahead,
    /// Sent back.
    Back,
}

impl StepState {
    /// The end of its class and of its message.
    pub fn token(self) -> &'static str {
        match self {
            StepState::Done => "done",
            StepState::Here => "here",
            StepState::Ahead => "ahead",
            StepState::Back => "back",
        }
    }

    /// The name of its word.
    pub fn message(self) -> &'static str {
        match self {
            StepState::Done => "web-step-done",
            StepState::Here => "web-step-here",
            StepState::Ahead => "web-step-ahead",
            StepState::Back => "web-step-back",
        }
    }
}

/// One step.
pub struct Step {
    /// Its name: `rilevato`.
    pub name: String,
    /// Where it stands.
    pub state: StepState,
    /// Who did it and when.
    pub note: Option<String>,
}

/// `{{ stepper }}`: the way of an entry from *da rilevare* to *confermato*.
#[derive(Template)]
#[template(path = "part/stepper.html")]
pub struct Stepper<'a> {
    /// The words.
    pub t: &'a Catalogue,
    /// The steps.
    pub steps: Vec<Step>,
}

/// Something on a day.
pub struct Event {
    /// The day as printed.
    pub day: String,
    /// What.
    pub title: Link,
    /// More of it.
    pub note: Option<String>,
    /// How much it weighs; success is what is done.
    pub weight: Weight,
}

/// `{{ timeline }}`: days of the year, in order.
#[derive(Template)]
#[template(path = "part/timeline.html")]
pub struct Timeline {
    /// The days.
    pub events: Vec<Event>,
}

/// A change somebody made.
pub struct Entry {
    /// When, as printed.
    pub when: String,
    /// Who.
    pub who: String,
    /// What was done.
    pub what: String,
    /// The text before.
    pub before: Option<String>,
    /// The text after.
    pub after: Option<String>,
    /// Why.
    pub reason: Option<String>,
}

/// `{{ history }}`: changes, the last first.
#[derive(Template)]
#[template(path = "part/history.html")]
pub struct History<'a> {
    /// The words.
    pub t: &'a Catalogue,
    /// The changes.
    pub entries: Vec<Entry>,
}

/// `{{ empty }}`: nothing here, and what to do next.
#[derive(Template)]
#[template(path = "part/empty.html")]
pub struct Empty {
    /// What there is none of.
    pub title: String,
    /// Why, and what comes next.
    pub text: String,
    /// The ways on.
    pub actions: Vec<Action>,
}

/// `{{ pages }}`: a long list a page at a time.
#[derive(Template)]
#[template(path = "part/pages.html")]
pub struct Pages<'a> {
    /// The words.
    pub t: &'a Catalogue,
    /// `1–50 di 240`.
    pub shown: String,
    /// The page before.
    pub previous: Option<String>,
    /// The page after.
    pub next: Option<String>,
}
