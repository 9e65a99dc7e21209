//! A whole page: what stands around its content, and the pages that are all alike.
//!
//! A page is an askama struct with `page: Page<'a>` whose template extends `layout.html`:
//!
//! ```text
//! #[derive(Template)]
//! #[template(path = "objective.html")]
//! struct ObjectivePage<'a> { page: Page<'a>, score: BigNumber<'a>, indicators: Table<'a> }
//!
//! {% extends "layout.html" %}
//! {% block main %}{{ score }}{{ indicators }}{% endblock %}
//! ```
//!
//! Its words are `{{ page.t.text("web-…") }}`; its pieces are those of [`super::part`].

use askama::Template;

use super::assets;
use super::part::{Action, Actions, Field, Icon, Link, Post, Weight};
use crate::messages::Catalogue;

/// What stands around the content of a page.
pub struct Page<'a> {
    /// The words.
    pub t: &'a Catalogue,
    /// Its title, without body and product.
    pub title: String,
    /// Which entry of the navigation it belongs to.
    pub here: &'static str,
    /// The body.
    pub body: Option<Link>,
    /// The plan, where the page is about one.
    pub plan: Option<PlanBar>,
    /// Who is signed in.
    pub who: Option<Who>,
    /// The navigation.
    pub nav: Vec<NavEntry>,
    /// The way down to here, without the page itself.
    pub crumbs: Vec<Link>,
    /// What is to be said first.
    pub notices: Vec<Notice>,
    /// Where the search is, and what was searched; none where there is nothing to search.
    pub search: Option<Search>,
    /// The languages.
    pub languages: Vec<Turn>,
    /// Accessibility statement, privacy note, "amministrazione trasparente".
    pub foot: Vec<Link>,
    /// The token that every form carries.
    pub csrf: String,
}

/// A choice that is a link.
pub struct Turn {
    /// The link.
    pub link: Link,
    /// Whether it is the one in use.
    pub here: bool,
}

/// The plan that a page is about, and the ways to others.
pub struct PlanBar {
    /// Its title and first page.
    pub plan: Link,
    /// The plans, with the versions one may look at.
    pub plans: Vec<Turn>,
    /// The checkpoints, as addresses of this page.
    pub checkpoints: Vec<Turn>,
    /// The findings of the check, with their page; none where there are none to show.
    pub findings: Option<Link>,
}

impl PlanBar {
    /// The checkpoint in use.
    pub fn checkpoint(&self) -> Option<&Turn> {
        self.checkpoints.iter().find(|turn| turn.here)
    }
}

/// Who is signed in.
pub struct Who {
    /// The name, as that person reads it.
    pub name: String,
    /// The roles, in words.
    pub roles: String,
    /// The account's pages.
    pub menu: Vec<Link>,
    /// What signs out.
    pub leave: Post,
}

/// An entry of the navigation.
pub struct NavEntry {
    /// Its name, which [`Page::here`] repeats.
    pub name: &'static str,
    /// Its words and address.
    pub link: Link,
    /// How many things wait there.
    pub waiting: Option<String>,
}

/// What is searched.
pub struct Search {
    /// The address of the search.
    pub action: String,
    /// What was searched.
    pub text: String,
}

/// Something to be said first: done, to be looked at, wrong.
pub struct Notice {
    /// Which.
    pub weight: Weight,
    /// What.
    pub text: String,
    /// The way back (*Annulla*) or on.
    pub action: Option<Action>,
}

impl Page<'_> {
    /// The address of an asset.
    pub fn asset(&self, name: &str) -> &'static str {
        assets::address(name)
    }

    /// The version of the product.
    pub fn version(&self) -> &'static str {
        env!("CARGO_PKG_VERSION")
    }

    /// An icon.
    pub fn icon(&self, name: &'static str) -> Icon {
        Icon(name)
    }

    /// A form's unseen part: where it goes, the token, names and values.
    pub fn post(&self, action: impl Into<String>, hidden: &[(&str, &str)]) -> Post {
        let hidden = hidden.iter();
        Post {
            action: action.into(),
            csrf: self.csrf.clone(),
            hidden: hidden
                .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
                .collect(),
        }
    }
}

/// A page that asks before something is done.
#[derive(Template)]
#[template(path = "confirm.html")]
pub struct Confirm<'a> {
    /// Around it.
    pub page: Page<'a>,
    /// What is about to be done.
    pub text: String,
    /// What follows from it.
    pub consequences: Vec<String>,
    /// What is asked along with it: the reason.
    pub fields: Vec<Field<'a>>,
    /// Where yes goes.
    pub post: Post,
    /// Yes, and the way back.
    pub actions: Actions,
}

/// A page that says what went wrong and what to do.
#[derive(Template)]
#[template(path = "problem.html")]
pub struct Problem<'a> {
    /// Around it; its title says what went wrong.
    pub page: Page<'a>,
    /// The status, read by those who help: `404`.
    pub status: u16,
    /// What happened, and what of the user's work is safe.
    pub text: String,
    /// What was typed and not saved, and the words before it.
    pub unsaved: Option<(String, Vec<(String, String)>)>,
    /// The ways on.
    pub actions: Actions,
    /// What to tell to those who help.
    pub reference: Option<String>,
}

/// The page of a few fields alone: signing in, the first administrator, a new password.
#[derive(Template)]
#[template(path = "door.html")]
pub struct Door<'a> {
    /// Around it.
    pub page: Page<'a>,
    /// What it is for.
    pub text: String,
    /// What is wrong, of the form as a whole.
    pub error: Option<String>,
    /// The fields.
    pub fields: Vec<Field<'a>>,
    /// Where they go.
    pub post: Post,
    /// The button.
    pub actions: Actions,
    /// Said beside it: the accounts of the demo.
    pub aside: Vec<String>,
}
