//! The pictures of official documents, as vector drawings that stand in PDF, HTML and DOCX alike.
//!
//! Plain data go in, a [`Picture`] comes out. Words come from the caller, already in the reader's
//! language; figures come as a number to draw and a text to print. The SVG is static: shapes and
//! texts with presentation attributes, no styles, scripts, patterns or references, so that every
//! renderer draws the same; only a card that the caller gives an address is a link, for pages. One
//! unit is one point, and a picture is meant to be shown at its own
//! size: the smallest text is 7 points. Colour never carries a meaning alone.

mod card;
mod chart;
mod colour;
mod hatch;
mod mark;
mod measure;
mod organisation;
mod outline;
mod plane;
mod strategy;
mod svg;
mod tree;
mod wrap;

pub use card::{Card, State};
pub use chart::bars::{Bars, Direction, bars};
pub use chart::bullet::{Bullet, BulletRow, bullet};
pub use chart::progress::{Progress, progress};
pub use chart::scale::ticks;
pub use chart::stacked::{Stacked, stacked};
pub use chart::trend::{Line, LineKind, Trend, trend};
pub use chart::{Figure, Series};
pub use colour::{Colour, Palette};
pub use mark::Shape;
pub use measure::{Weight, width as text_width};
pub use organisation::{OrganisationChart, Unit, organisation_chart};
pub use strategy::{Arrow, ArrowKind, CardPlace, Lane, StrategyMap, strategy_map};
pub use tree::{Branch, Tree, tree};

/// A finished drawing.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// A whole `<svg>` element without XML declaration, fit for a file and for a page of HTML.
    pub svg: String,
    /// Width in points.
    pub width: f64,
    /// Height in points.
    pub height: f64,
    /// The name of the picture, as in its `<title>`.
    pub title: String,
    /// What the picture shows, in words, as in its `<desc>`: the alternative text of the PDF.
    pub alt: String,
}

/// What a picture is called, for those who see it and those who hear it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Caption {
    /// Prefix of every id in the SVG: unique in the page. Letters, digits, `-` and `_` are kept.
    pub id: String,
    /// The name of the picture, one line.
    pub title: String,
    /// What it shows, in one or more sentences.
    pub description: String,
}

/// The room that a picture may take on the page, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Room {
    /// Width of the text block.
    pub width: f64,
    /// Height of the text block.
    pub height: f64,
}

impl Room {
    /// A landscape A4 page within margins of 1.5 cm and a heading above the picture.
    pub const A4_LANDSCAPE: Room = Room {
        width: 756.0,
        height: 460.0,
    };
    /// A portrait A4 page within margins of 2 cm and a heading above the picture.
    pub const A4_PORTRAIT: Room = Room {
        width: 481.0,
        height: 680.0,
    };

    /// The room with nothing impossible in it: what is not a size becomes a small one.
    fn sane(self) -> Room {
        let sane = |size: f64, least: f64| {
            if size.is_finite() {
                size.clamp(least, 10_000.0)
            } else {
                least
            }
        };
        Room {
            width: sane(self.width, 160.0),
            height: sane(self.height, 120.0),
        }
    }
}
