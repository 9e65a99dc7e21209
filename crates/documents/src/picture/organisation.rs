//! The organisation chart: the top above, its directorates side by side, below each its services
//! and offices as a list.

use super::card::{Card, Look, Rank};
use super::colour::{Colour, Palette};
use super::outline::{Block, Entry, Group, Outline, pictures};
use super::{Caption, Picture, Room};

/// An organisation chart.
#[derive(Debug, Clone, PartialEq)]
pub struct OrganisationChart {
    /// What the picture is called.
    pub caption: Caption,
    /// The room for one picture.
    pub room: Room,
    /// What stands above everything; without it the first units stand side by side.
    pub top: Option<Card>,
    /// The units of the first level, each with those below it.
    pub units: Vec<Unit>,
    /// The document's colours.
    pub palette: Palette,
}

/// A unit and those below it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Unit {
    /// Its name as title; role of the head and number of persons as lines.
    pub card: Card,
    /// Its colour; without it the document's.
    pub colour: Option<Colour>,
    /// Stands beside the line: staff, working group, special agency. Drawn with a dashed edge.
    pub aside: bool,
    /// The units below.
    pub children: Vec<Unit>,
}

/// Draws the chart: one picture if it fits the room, else first the upper levels, then each unit of
/// the first level with all below it. Never empty.
pub fn organisation_chart(chart: &OrganisationChart) -> Vec<Picture> {
    let mut groups: Vec<Group> = Vec::new();
    let mut alone: Vec<Block> = Vec::new();
    for unit in &chart.units {
        let colour = unit.colour.unwrap_or(chart.palette.primary);
        if unit.children.is_empty() {
            alone.push(Block(vec![entry(unit, 0, Rank::Main, colour)]));
            continue;
        }
        groups.push(Group {
            header: Some(entry(unit, 0, Rank::Header, colour)),
            blocks: unit
                .children
                .iter()
                .map(|child| {
                    let colour = child.colour.unwrap_or(colour);
                    let mut entries = vec![entry(child, 0, Rank::Main, colour)];
                    descend(&child.children, 1, colour, &mut entries);
                    Block(entries)
                })
                .collect(),
        });
    }
    if !alone.is_empty() {
        groups.push(Group {
            header: None,
            blocks: alone,
        });
    }
    let outline = Outline {
        root: chart.top.as_ref().map(|card| Entry {
            depth: 0,
            card: card.clone(),
            look: Look::new(Rank::Root, chart.palette.dark),
        }),
        groups,
    };
    pictures(&outline, chart.room, &chart.caption, &chart.palette)
}

fn entry(unit: &Unit, depth: u32, rank: Rank, colour: Colour) -> Entry {
    Entry {
        depth,
        card: unit.card.clone(),
        look: Look {
            dashed: unit.aside,
            ..Look::new(rank, colour)
        },
    }
}

fn descend(units: &[Unit], depth: u32, colour: Colour, entries: &mut Vec<Entry>) {
    for unit in units {
        let colour = unit.colour.unwrap_or(colour);
        entries.push(entry(unit, depth, Rank::Leaf, colour));
        descend(&unit.children, depth + 1, colour, entries);
    }
}
