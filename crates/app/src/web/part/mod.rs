//! The pieces that pages are made of: plain data, each with its template in `templates/part`.
//!
//! A piece shows itself: in a template `{{ chip }}` is enough, and as the answer to a partial update
//! `chip.render()`. Texts come to it printed, in the user's language; `t` is there for the words that
//! are the piece's own. Nothing in it is markup: the templates escape.

mod figure;
mod form;
mod list;
mod standings;
mod table;

use askama::Template;
use askama::filters::HtmlSafe;

pub use figure::{Bar, BigNumber, Change, Chart, Chip, Figure, Progress, Standing};
pub use form::{
    Action, Actions, Choice, Clash, Conflict, Field, Group, Kind, Look, Post, Read, Way,
};
pub use list::{
    Due, Empty, Entry, Event, Findings, History, Noticed, Pages, Step, StepState, Stepper, Tab,
    Tabs, Timeline, Waiting, Weight,
};
pub use standings::StandingsBar;
pub use table::{Cell, Column, Filters, Row, Sorted, Table, Tree, TreeRow};

use crate::web::assets;

/// `{{ Icon("check") }}`: an icon of the sprite; a word beside it says the same.
#[derive(Template)]
#[template(
    source = r##"<svg class="icon" aria-hidden="true" focusable="false"><use href="{{ assets::address("icons.svg") }}#it-{{ self.0 }}"></use></svg>"##,
    ext = "html"
)]
pub struct Icon(pub &'static str);

/// Words that lead somewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// What is read.
    pub text: String,
    /// Where it leads.
    pub href: String,
}

impl Link {
    /// A link.
    pub fn new(text: impl Into<String>, href: impl Into<String>) -> Link {
        Link {
            text: text.into(),
            href: href.into(),
        }
    }
}

macro_rules! escaped_by_its_template {
    ($($piece:ty),* $(,)?) => { $(impl HtmlSafe for $piece {})* };
}
escaped_by_its_template!(
    Icon,
    StandingsBar<'_>,
    Chip<'_>,
    Bar,
    Figure<'_>,
    BigNumber<'_>,
    Progress<'_>,
    Chart<'_>,
    Waiting<'_>,
    Findings<'_>,
    Tabs<'_>,
    Stepper<'_>,
    Timeline,
    History<'_>,
    Empty,
    Pages<'_>,
    Table<'_>,
    Filters<'_>,
    Tree<'_>,
    Field<'_>,
    Group<'_>,
    Read<'_>,
    Action,
    Actions,
    Post,
    Conflict<'_>,
);
