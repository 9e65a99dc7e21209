//! The tree of performance: the body above, its strategic areas, under each its objectives.

use super::card::{Card, Look, Rank};
use super::colour::{Colour, Palette};
use super::outline::{Block, Entry, Group, Outline, pictures};
use super::{Caption, Picture, Room};

/// The tree of performance (*albero della performance*).
#[derive(Debug, Clone, PartialEq)]
pub struct Tree {
    /// What the picture is called.
    pub caption: Caption,
    /// The room for one picture.
    pub room: Room,
    /// The body.
    pub body: Card,
    /// The strategic areas, each with its objectives. Empty where the plan has none.
    pub areas: Vec<Branch>,
    /// Objectives that stand under the body itself.
    pub objectives: Vec<Branch>,
    /// The document's colours.
    pub palette: Palette,
}

/// An area or objective, and what stands under it, as deep as the plan goes.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Branch {
    /// Its words.
    pub card: Card,
    /// Its colour; without it the palette's, one for each area.
    pub colour: Option<Colour>,
    /// What stands under it.
    pub children: Vec<Branch>,
}

/// Draws the tree: one picture if it fits the room, else first the areas with their strategic
/// objectives, then each area in full. Never empty.
pub fn tree(tree: &Tree) -> Vec<Picture> {
    let mut groups = Vec::new();
    for (n, area) in tree.areas.iter().enumerate() {
        let colour = area.colour.unwrap_or_else(|| tree.palette.nth(n));
        groups.push(Group {
            header: Some(Entry {
                depth: 0,
                card: area.card.clone(),
                look: Look::new(Rank::Header, colour),
            }),
            blocks: blocks(&area.children, colour),
        });
    }
    if !tree.objectives.is_empty() {
        let colour = if tree.areas.is_empty() {
            tree.palette.primary
        } else {
            tree.palette.grey
        };
        groups.push(Group {
            header: None,
            blocks: blocks(&tree.objectives, colour),
        });
    }
    let outline = Outline {
        root: Some(Entry {
            depth: 0,
            card: tree.body.clone(),
            look: Look::new(Rank::Root, tree.palette.dark),
        }),
        groups,
    };
    pictures(&outline, tree.room, &tree.caption, &tree.palette)
}

fn blocks(branches: &[Branch], colour: Colour) -> Vec<Block> {
    branches
        .iter()
        .map(|branch| {
            let colour = branch.colour.unwrap_or(colour);
            let mut entries = vec![Entry {
                depth: 0,
                card: branch.card.clone(),
                look: Look::new(Rank::Main, colour),
            }];
            descend(&branch.children, 1, colour, &mut entries);
            Block(entries)
        })
        .collect()
}

fn descend(branches: &[Branch], depth: u32, colour: Colour, entries: &mut Vec<Entry>) {
    for branch in branches {
        let colour = branch.colour.unwrap_or(colour);
        entries.push(Entry {
            depth,
            card: branch.card.clone(),
            look: Look::new(Rank::Leaf, colour),
        });
        descend(&branch.children, depth + 1, colour, entries);
    }
}
