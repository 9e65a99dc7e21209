//! Figures and what stands around them.

use askama::Template;
pub use domain::report::standings::Standing;

use super::{Icon, Link, Table};
use crate::messages::Catalogue;

/// The end of the class of how something stands: icon, word and colour always say the same.
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

/// `{{ Chip::of(t, standing) }}`: a state as icon and word, with its cause if it has one.
#[derive(Template)]
#[template(path = "part/chip.html")]
pub struct Chip<'a> {
    /// The words.
    pub t: &'a Catalogue,
    /// How it stands.
    pub standing: Standing,
    /// Why, in a few words: `target al 31/12`.
    pub cause: Option<String>,
}

impl<'a> Chip<'a> {
    /// A chip without cause.
    pub fn of(t: &'a Catalogue, standing: Standing) -> Chip<'a> {
        Chip {
            t,
            standing,
            cause: None,
        }
    }

    /// The end of its class.
    fn class(&self) -> &'static str {
        class(self.standing)
    }

    fn icon(&self) -> Icon {
        Icon(match self.standing {
            Standing::Reached => "check-circle",
            Standing::OnCourse => "arrow-right",
            Standing::Late => "clock",
            Standing::NotReached => "close-circle",
            Standing::ToMeasure => "pencil",
            Standing::LeftOut => "ban",
        })
    }

    /// How it stands, in a word.
    pub fn word(&self) -> String {
        match self.standing {
            Standing::LeftOut => self.t.text("web-left-out"),
            standing => self.t.word("outlook", standing.token()),
        }
    }
}

/// `{{ bar }}`: a score as a bar, with a tick where the target is. Lengths are thousandths.
#[derive(Template)]
#[template(path = "part/bar.html")]
pub struct Bar {
    /// How long; what exceeds the whole is drawn whole.
    pub length: u32,
    /// Where the tick stands.
    pub target: Option<u32>,
    /// The colour.
    pub standing: Standing,
    /// What it shows, in words; none where the figure is printed beside it.
    pub label: Option<String>,
}

impl Bar {
    /// The bar's length in the drawing.
    fn drawn(&self) -> u32 {
        self.length.min(1000)
    }

    fn class(&self) -> &'static str {
        class(self.standing)
    }

    /// Where the tick begins in the drawing, of which it is 8 wide.
    fn tick(&self) -> Option<u32> {
        self.target
            .map(|at| at.min(1000).saturating_sub(4).min(992))
    }
}

/// `{{ figure }}`: a figure that is a door: it opens the arithmetic, and below it what was left out.
#[derive(Template)]
#[template(path = "part/figure.html")]
pub struct Figure<'a> {
    /// The words.
    pub t: &'a Catalogue,
    /// The figure as printed: `66,67%`, `–`.
    pub value: String,
    /// What it is the figure of, for who does not see the page.
    pub of: String,
    /// The arithmetic, one line each.
    pub arithmetic: Vec<String>,
    /// What was left out and why.
    pub left_out: Vec<String>,
    /// The page of the whole explanation.
    pub page: Option<String>,
}

impl Figure<'_> {
    /// Whether there is nothing behind it.
    fn closed(&self) -> bool {
        self.arithmetic.is_empty() && self.left_out.is_empty() && self.page.is_none()
    }
}

/// A change since the checkpoint before.
pub struct Change {
    /// As printed: `+4,2 punti dal 30/06`.
    pub text: String,
    /// Whether it is for the better; none where nothing changed.
    pub better: Option<bool>,
}

/// `{{ card }}`: a big number with its name, its change and its way on.
#[derive(Template)]
#[template(path = "part/big_number.html")]
pub struct BigNumber<'a> {
    /// What it is.
    pub label: String,
    /// The figure.
    pub figure: Figure<'a>,
    /// Its bar.
    pub bar: Option<Bar>,
    /// How it stands.
    pub chip: Option<Chip<'a>>,
    /// The change.
    pub change: Option<Change>,
    /// The way on.
    pub link: Option<Link>,
}

/// `{{ progress }}`: how much of something is done, in numbers and as a bar.
#[derive(Template)]
#[template(path = "part/progress.html")]
pub struct Progress<'a> {
    /// The words.
    pub t: &'a Catalogue,
    /// Of what.
    pub label: Link,
    /// How many are done.
    pub done: usize,
    /// Of how many.
    pub total: usize,
    /// What is to say beside: `4 in ritardo`.
    pub note: Option<String>,
}

/// `{{ chart }}`: a picture and the numbers it is made of.
#[derive(Template)]
#[template(path = "part/chart.html")]
pub struct Chart<'a> {
    /// The words.
    pub t: &'a Catalogue,
    /// What it shows.
    pub title: String,
    /// The picture: SVG of our own making, with its title and description.
    pub svg: String,
    /// The numbers.
    pub data: Table<'a>,
}
