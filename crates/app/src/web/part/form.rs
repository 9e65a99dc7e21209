//! What people type and press.

use askama::Template;

use super::{Findings, Icon};
use crate::messages::Catalogue;

/// `{{ post }}`: what a form carries along, unseen: the token against forgery and its own values.
#[derive(Clone, Debug, PartialEq, Eq, Template)]
#[template(path = "part/post.html")]
pub struct Post {
    /// Where it goes.
    pub action: String,
    /// The token.
    pub csrf: String,
    /// Names and values.
    pub hidden: Vec<(String, String)>,
}

/// How a button looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// What one came for: one of them in a form.
    First,
    /// Something else.
    Second,
    /// It takes something away.
    Danger,
    /// Small, within a list.
    Small,
}

impl Look {
    /// Its classes.
    pub fn class(self) -> &'static str {
        match self {
            Look::First => "btn btn-primary",
            Look::Second => "btn btn-outline-primary",
            Look::Danger => "btn btn-danger",
            Look::Small => "btn btn-xs btn-outline-primary",
        }
    }
}

/// What pressing it does.
pub enum Way {
    /// Goes to a page.
    To(String),
    /// Sends a form of its own.
    Post(Post),
    /// Sends the form it stands in, with a name and value.
    Submit(&'static str, String),
}

/// `{{ action }}`: a button.
#[derive(Template)]
#[template(path = "part/action.html")]
pub struct Action {
    /// Its words.
    pub label: String,
    /// Its looks.
    pub look: Look,
    /// Its icon.
    pub icon: Option<&'static str>,
    /// What it does.
    pub way: Way,
    /// What it acts upon, read after its words where many buttons say the same.
    pub about: Option<String>,
}

impl Action {
    /// A button that goes somewhere.
    pub fn to(label: impl Into<String>, look: Look, href: impl Into<String>) -> Action {
        Action::of(label, look, Way::To(href.into()))
    }

    /// A button that sends a form of its own.
    pub fn post(label: impl Into<String>, look: Look, post: Post) -> Action {
        Action::of(label, look, Way::Post(post))
    }

    /// A button that sends the form it stands in.
    pub fn submit(label: impl Into<String>, look: Look) -> Action {
        Action::of(label, look, Way::Submit("", String::new()))
    }

    fn of(label: impl Into<String>, look: Look, way: Way) -> Action {
        Action {
            label: label.into(),
            look,
            icon: None,
            way,
            about: None,
        }
    }
}

/// `{{ actions }}`: buttons in a row; the first is what one came for.
#[derive(Template)]
#[template(path = "part/actions.html")]
pub struct Actions {
    /// The buttons.
    pub items: Vec<Action>,
}

/// One of several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What is read.
    pub text: String,
}

impl Choice {
    /// A choice.
    pub fn new(value: impl Into<String>, text: impl Into<String>) -> Choice {
        Choice {
            value: value.into(),
            text: text.into(),
        }
    }
}

/// What sort of field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One line; the purpose that browsers know (`username`), or none.
    Text(Option<&'static str>),
    /// A figure: on the right, with the keys for digits on a telephone.
    Figure,
    /// A secret; `current-password` or `new-password`.
    Secret(&'static str),
    /// Lines.
    Long(u8),
    /// A day.
    Day,
    /// One of a list.
    One(Vec<Choice>),
    /// One of a few, all seen.
    Few(Vec<Choice>),
    /// Some of a list; their values one to a line in the value.
    Some(Vec<Choice>),
    /// Yes or no.
    Yes,
    /// Files; which, as the attribute `accept` says it, and their limits in words.
    Files(&'static str, String),
}

/// `{{ read }}`: what a typed text means, below its field. Also the answer to the partial update.
#[derive(Template)]
#[template(path = "part/read.html")]
pub struct Read<'a> {
    /// The words.
    pub t: &'a Catalogue,
    /// The reading; none where the text could not be read.
    pub meaning: Option<String>,
    /// The forms that it knows, shown where it could not read.
    pub forms: Vec<String>,
}

/// `{{ field }}`: a field with label, help, error, reading and findings. What was typed is kept.
#[derive(Template)]
#[template(path = "part/field.html")]
pub struct Field<'a> {
    /// The words.
    pub t: &'a Catalogue,
    /// The name under which it is sent; its id too.
    pub name: String,
    /// Its label.
    pub label: String,
    /// Whether the label is only read: the head of a column says it.
    pub quiet: bool,
    /// What sort.
    pub kind: Kind,
    /// What was typed or chosen.
    pub value: String,
    /// How it is filled.
    pub help: Option<String>,
    /// What is wrong with it.
    pub error: Option<String>,
    /// Whether it must be filled.
    pub required: bool,
    /// The address that reads the text as it is typed.
    pub reader: Option<String>,
    /// The reading of what it holds.
    pub read: Option<Read<'a>>,
    /// What the check says of it.
    pub findings: Option<Findings<'a>>,
}

impl<'a> Field<'a> {
    /// An empty field.
    pub fn new(
        t: &'a Catalogue,
        kind: Kind,
        name: impl Into<String>,
        label: impl Into<String>,
    ) -> Field<'a> {
        Field {
            t,
            name: name.into(),
            label: label.into(),
            quiet: false,
            kind,
            value: String::new(),
            help: None,
            error: None,
            required: false,
            reader: None,
            read: None,
            findings: None,
        }
    }

    /// With what it holds.
    pub fn holding(mut self, value: impl Into<String>) -> Field<'a> {
        self.value = value.into();
        self
    }

    /// With how it is filled.
    pub fn helped(mut self, help: impl Into<String>) -> Field<'a> {
        self.help = Some(help.into());
        self
    }

    /// With what is wrong.
    pub fn wrong(mut self, error: Option<String>) -> Field<'a> {
        self.error = error;
        self
    }

    /// That must be filled.
    pub fn needed(mut self) -> Field<'a> {
        self.required = true;
        self
    }

    /// Whether a choice is among the chosen.
    fn chosen(&self, choice: &Choice) -> bool {
        self.value.lines().any(|value| value == choice.value)
            || (self.value.is_empty() && choice.value.is_empty())
    }

    /// What describes the field to who does not see it.
    fn described_by(&self) -> String {
        let id = &self.name;
        let mut parts = Vec::new();
        for (there, end) in [
            (
                self.help.is_some() || matches!(self.kind, Kind::Files(..)),
                "help",
            ),
            (self.error.is_some(), "error"),
            (self.reader.is_some() || self.read.is_some(), "read"),
            (self.findings.is_some(), "findings"),
        ] {
            if there {
                parts.push(format!("f-{id}-{end}"));
            }
        }
        parts.join(" ")
    }
}

/// `{{ group }}`: fields under one legend.
#[derive(Template)]
#[template(path = "part/group.html")]
pub struct Group<'a> {
    /// The legend.
    pub legend: String,
    /// What they are about.
    pub help: Option<String>,
    /// The fields.
    pub fields: Vec<Field<'a>>,
}

/// A field that two people changed.
pub struct Clash {
    /// Its name in the form.
    pub name: String,
    /// Its label.
    pub label: String,
    /// What it was when both began.
    pub before: String,
    /// What I typed.
    pub mine: String,
    /// What the other saved.
    pub theirs: String,
}

/// `{{ conflict }}`: two versions side by side; each field is chosen, nothing is lost.
#[derive(Template)]
#[template(path = "part/conflict.html")]
pub struct Conflict<'a> {
    /// The words.
    pub t: &'a Catalogue,
    /// Who saved meanwhile, and when.
    pub who: String,
    /// The fields.
    pub fields: Vec<Clash>,
    /// Where the choice goes.
    pub post: Post,
    /// The way back.
    pub cancel: String,
}
