//! Lanes and rows of a strategy map: where cards stand from left to right.

use super::super::Room;
use super::super::card::{Look, Rank, Set, set};
use super::super::colour::Colour;
use super::super::measure::Weight;
use super::super::wrap::{Setting, wrap};
use super::{CardPlace, StrategyMap};

/// Width of the block with the perspective's name.
pub(super) const LABEL_WIDTH: f64 = 98.0;
/// Type size of the perspective's name, and the step of its lines.
pub(super) const LABEL: f64 = 9.0;
pub(super) const LABEL_STEP: f64 = 11.0;
/// Between cards, left of the first and right of the last: arrows run there.
pub(super) const GAP: f64 = 20.0;
/// Cards are no narrower or wider, if the room allows.
const NARROWEST: f64 = 84.0;
const WIDEST: f64 = 150.0;

/// A card whose row is known, with its words broken.
pub(super) struct Standing {
    pub(super) place: CardPlace,
    pub(super) x: f64,
    pub(super) set: Set,
}

/// Cards side by side.
pub(super) struct Row {
    pub(super) lane: usize,
    pub(super) cards: Vec<Standing>,
    pub(super) height: f64,
}

/// The name of a lane, broken, and its colour.
pub(super) struct Name {
    pub(super) words: Vec<String>,
    pub(super) colour: Colour,
}

pub(super) fn rows(map: &StrategyMap, room: Room, most: usize) -> (Vec<Name>, Vec<Row>) {
    let (left, right) = (LABEL_WIDTH + GAP, room.width - GAP);
    let area = (right - left).max(NARROWEST);
    let fit = ((area + GAP) / (NARROWEST + GAP)).floor().max(1.0) as usize;
    let (mut names, mut rows) = (Vec::new(), Vec::new());
    for (lane, content) in map.lanes.iter().enumerate() {
        let colour = content
            .colour
            .map_or_else(|| map.palette.nth(lane), Colour::ink);
        let setting = Setting {
            width: LABEL_WIDTH - 16.0,
            size: LABEL,
            weight: Weight::Bold,
        };
        let words = wrap(&content.title, setting, 6);
        let named = f64::from(u32::try_from(words.len()).unwrap_or(0)) * LABEL_STEP + 6.0;
        let count = content.cards.len().div_ceil(fit).max(1);
        let each = content.cards.len().div_ceil(count).max(1);
        let mut done = 0;
        let first = rows.len();
        for _ in 0..count {
            let cards = &content.cards[done..(done + each).min(content.cards.len())];
            let n = f64::from(u32::try_from(cards.len().max(1)).unwrap_or(1));
            let width = ((area + GAP) / n - GAP).min(WIDEST);
            let start = left + (area - n * (width + GAP) + GAP) / 2.0;
            let mut row = Row {
                lane,
                cards: Vec::new(),
                height: 22.0,
            };
            let mut x = start;
            for (nth, card) in cards.iter().enumerate() {
                let set = set(card, Look::new(Rank::Main, colour), width, most);
                row.height = row.height.max(set.height);
                let place = CardPlace {
                    lane,
                    card: done + nth,
                };
                row.cards.push(Standing { place, x, set });
                x += width + GAP;
            }
            done = (done + each).min(content.cards.len());
            rows.push(row);
        }
        // The lane is at least as high as its name.
        let high: f64 = rows[first..].iter().map(|row| row.height).sum();
        if let Some(last) = rows.last_mut().filter(|_| high < named) {
            last.height += named - high;
        }
        names.push(Name { words, colour });
    }
    (names, rows)
}
