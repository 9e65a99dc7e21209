//! What a sheet is made of: a head, figures as cards, parts one under the other.

use askama::Template;
use askama::filters::HtmlSafe;
use documents::block::{Block, Inline};

use super::told::Told;
use crate::web::page::Page;
use crate::web::part::{
    Action, Actions, BigNumber, Chart, Empty, Findings, Group, History, Link, Post, Table, Tabs,
};

/// The sheet of a thing.
#[derive(Template)]
#[template(path = "thing_sheet.html")]
pub struct Sheet<'a> {
    /// Around it.
    pub page: Page<'a>,
    /// What sort of thing it is: `Obiettivo operativo`.
    pub kind: String,
    /// What it belongs to, at a glance.
    pub tags: Vec<Fact>,
    /// What may be done to it.
    pub doing: Doing,
    /// What the check says of it.
    pub findings: Option<Findings<'a>>,
    /// Its figures.
    pub cards: Vec<BigNumber<'a>>,
    /// What stands above the tabs.
    pub above: Vec<Part<'a>>,
    /// The tabs.
    pub tabs: Tabs<'a>,
    /// What the open tab holds.
    pub parts: Vec<Part<'a>>,
}

impl Sheet<'_> {
    /// The words of the open tab.
    fn open(&self) -> &str {
        let open = self.tabs.items.iter().find(|tab| tab.here);
        open.map_or("", |tab| &tab.link.text)
    }
}

/// What may be done to a thing; nothing for who may only look.
#[derive(Default)]
pub struct Doing {
    /// Editing.
    pub edit: Option<Action>,
    /// What may be added to it.
    pub add: Vec<Link>,
    /// What is done at once: duplicate, move.
    pub at_once: Vec<(String, &'static str, Post)>,
    /// What asks first: removing.
    pub remove: Option<Link>,
}

/// A label with what is said of it.
pub struct Fact {
    /// The label.
    pub label: String,
    /// What is said: several things one after the other.
    pub told: Vec<Told>,
}

impl Fact {
    /// A label with one text; none where it is empty.
    pub fn text(label: impl Into<String>, text: impl Into<String>) -> Option<Fact> {
        let text = text.into();
        (!text.trim().is_empty()).then(|| Fact {
            label: label.into(),
            told: vec![Told::Text(text)],
        })
    }
}

/// A part of a sheet.
#[derive(Template)]
#[template(path = "part/thing_part.html")]
pub struct Part<'a> {
    /// Its heading; none where what it holds has one.
    pub title: Option<String>,
    /// What it is about.
    pub lead: Option<String>,
    /// What it holds.
    pub body: Body<'a>,
    /// The ways on.
    pub actions: Vec<Action>,
}

/// What a part holds.
pub enum Body<'a> {
    /// Labels with their values.
    Facts(Vec<Fact>),
    /// A list.
    Table(Box<Table<'a>>),
    /// Running text.
    Prose(Vec<Block>),
    /// A picture with its numbers.
    Chart(Box<Chart<'a>>),
    /// Changes, batch by batch.
    History(Vec<Batch<'a>>),
    /// A form of a few fields that adds something.
    Form(Box<Adding<'a>>),
    /// Nothing yet, and what to do.
    Empty(Empty),
}

/// What was changed together.
pub struct Batch<'a> {
    /// The changes.
    pub history: History<'a>,
    /// Its undoing.
    pub undo: Option<Action>,
}

/// A form that adds something in place.
pub struct Adding<'a> {
    /// Where it goes.
    pub post: Post,
    /// The fields.
    pub group: Group<'a>,
    /// The button.
    pub actions: Actions,
}

impl<'a> Part<'a> {
    /// A part with a heading.
    pub fn titled(title: impl Into<String>, body: Body<'a>) -> Part<'a> {
        Part {
            title: Some(title.into()),
            lead: None,
            body,
            actions: Vec::new(),
        }
    }

    /// Labels with their values; none where there are none.
    pub fn facts(title: impl Into<String>, facts: Vec<Fact>) -> Option<Part<'a>> {
        (!facts.is_empty()).then(|| Part::titled(title, Body::Facts(facts)))
    }

    /// Running text of the plan; none where there is none.
    pub fn prose(title: impl Into<String>, text: Option<&str>) -> Option<Part<'a>> {
        let blocks = documents::markdown::blocks(text?, 3);
        (!blocks.is_empty()).then(|| Part::titled(title, Body::Prose(blocks)))
    }
}

/// Running text of a plan: texts and marks, never markup of its own.
#[derive(Template)]
#[template(path = "part/prose.html")]
pub struct Prose<'b>(pub &'b [Block]);

/// A line of running text.
#[derive(Template)]
#[template(path = "part/run.html")]
pub struct Run<'b>(pub &'b [Inline]);

impl HtmlSafe for Part<'_> {}
impl HtmlSafe for Prose<'_> {}
impl HtmlSafe for Run<'_> {}

/// The form of a thing: fields in groups.
#[derive(Template)]
#[template(path = "thing_form.html")]
pub struct FormPage<'a> {
    /// Around it.
    pub page: Page<'a>,
    /// What sort of thing it is.
    pub kind: String,
    /// The groups of fields, where there are several.
    pub tabs: Option<Tabs<'a>>,
    /// Said first: nothing of it is saved yet.
    pub wrong: Option<String>,
    /// What the check says of the thing as a whole.
    pub findings: Option<Findings<'a>>,
    /// Where it goes.
    pub post: Post,
    /// Where what is typed is kept until it is saved.
    pub draft: Option<String>,
    /// The fields.
    pub groups: Vec<Group<'a>>,
    /// The buttons.
    pub actions: Actions,
}

/// What was typed where it could not be saved.
#[derive(Template)]
#[template(path = "thing_kept.html")]
pub struct Kept<'a> {
    /// Around it.
    pub page: Page<'a>,
    /// What happened.
    pub text: String,
    /// What was typed.
    pub facts: Vec<Fact>,
    /// The ways on.
    pub actions: Actions,
}

/// Two versions of the same fields.
#[derive(Template)]
#[template(path = "thing_conflict.html")]
pub struct TwoVersions<'a> {
    /// Around it.
    pub page: Page<'a>,
    /// The versions.
    pub conflict: crate::web::part::Conflict<'a>,
}

/// Lists one under the other.
#[derive(Template)]
#[template(path = "thing_list.html")]
pub struct Listed<'a> {
    /// Around it.
    pub page: Page<'a>,
    /// What it is for.
    pub text: String,
    /// The lists.
    pub parts: Vec<Part<'a>>,
}
