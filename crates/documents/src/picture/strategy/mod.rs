//! The strategy map: a lane for each perspective, its objectives as cards, and arrows from cause to
//! effect that run between the cards.

mod lanes;
mod route;

use super::card::{Card, draw};
use super::colour::{Colour, Palette};
use super::measure::{Weight, width as text_width};
use super::plane::{Point, Rect};
use super::svg::{Anchor, Paint, Svg, Type, number};
use super::wrap::{Setting, one_line};
use super::{Caption, Picture, Room};

/// A strategy map (*mappa strategica*).
#[derive(Debug, Clone, PartialEq)]
pub struct StrategyMap {
    /// What the picture is called.
    pub caption: Caption,
    /// The room; the picture is higher than it only if titles of two lines do not fit.
    pub room: Room,
    /// The perspectives from above to below.
    pub lanes: Vec<Lane>,
    /// What leads to what.
    pub arrows: Vec<Arrow>,
    /// The words for the kinds of arrow, printed below the map; may be empty.
    pub legend: Vec<(ArrowKind, String)>,
    /// The document's colours.
    pub palette: Palette,
}

/// A perspective and its objectives.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Lane {
    /// The perspective's name.
    pub title: String,
    /// Its colour; without it the palette's.
    pub colour: Option<Colour>,
    /// Its objectives from left to right.
    pub cards: Vec<Card>,
}

/// A card of the map: the number of its lane and its number there, both from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct CardPlace {
    /// Number of the lane.
    pub lane: usize,
    /// Number of the card in its lane.
    pub card: usize,
}

/// An arrow. One that starts or ends nowhere, or where it starts, is not drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Arrow {
    /// The cause.
    pub from: CardPlace,
    /// The effect.
    pub to: CardPlace,
    /// What it means.
    pub kind: ArrowKind,
}

/// What an arrow means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ArrowKind {
    /// Cause and effect: a full line.
    Cause,
    /// Related: a dashed line.
    Related,
}

/// A map with the place of everything.
pub(crate) struct Mapped {
    pub(crate) lanes: Vec<(Rect, Rect, Vec<String>, Colour)>,
    pub(crate) cards: Vec<(CardPlace, Rect, super::card::Set)>,
    pub(crate) arrows: Vec<(ArrowKind, Vec<Point>)>,
    pub(crate) height: f64,
}

/// Draws the map.
pub fn strategy_map(map: &StrategyMap) -> Picture {
    let room = map.room.sane();
    let legend: Vec<&(ArrowKind, String)> = map
        .legend
        .iter()
        .filter(|(_, word)| !word.trim().is_empty())
        .collect();
    let foot = if legend.is_empty() { 0.0 } else { 22.0 };
    let mapped = [6, 5, 4, 3]
        .into_iter()
        .map(|most| route::mapped(map, room, most))
        .find(|mapped| mapped.height + foot <= room.height)
        .unwrap_or_else(|| route::mapped(map, room, 2));

    let mut svg = Svg::default();
    for (band, label, words, colour) in &mapped.lanes {
        svg.rect(*band, 3.0, Paint::fill(colour.pale()));
        svg.rect(*label, 3.0, Paint::fill(*colour));
        let look = Type::bold(lanes::LABEL, Colour::WHITE).anchored(Anchor::Middle);
        let lines = f64::from(u32::try_from(words.len().max(1) - 1).unwrap_or(0));
        let middle = label.y + label.height / 2.0 + look.drop();
        let first = middle - lines * lanes::LABEL_STEP / 2.0;
        svg.lines((label.middle(), first), words, lanes::LABEL_STEP, look);
    }
    for (kind, points) in &mapped.arrows {
        arrow(&mut svg, points, *kind, &map.palette);
    }
    for (_, place, set) in &mapped.cards {
        draw(&mut svg, *place, set, &map.palette);
    }
    let mut x = lanes::LABEL_WIDTH + lanes::GAP;
    for (kind, word) in legend {
        if room.width - x < 60.0 {
            break;
        }
        let y = mapped.height + 14.0;
        let setting = Setting {
            width: room.width - x - 40.0,
            size: 8.0,
            weight: Weight::Regular,
        };
        let word = one_line(word, setting);
        arrow(&mut svg, &[(x, y), (x + 28.0, y)], *kind, &map.palette);
        let look = Type::regular(8.0, map.palette.text());
        svg.text((x + 34.0, y + look.drop()), &word, look);
        x += 34.0 + text_width(&word, 8.0, Weight::Regular) + 24.0;
    }
    svg.finish(&map.caption, room.width, mapped.height + foot)
}

/// A line through the points with round corners and a head at its end.
fn arrow(svg: &mut Svg, points: &[Point], kind: ArrowKind, palette: &Palette) {
    let [.., before, end] = points else { return };
    let (dx, dy) = (end.0 - before.0, end.1 - before.1);
    let length = dx.hypot(dy).max(0.01);
    let (ux, uy) = (dx / length, dy / length);
    let base = (end.0 - ux * 6.0, end.1 - uy * 6.0);
    let mut shaft = points.to_vec();
    if let Some(last) = shaft.last_mut() {
        *last = (base.0 + ux, base.1 + uy);
    }
    let d = rounded(&shaft, 4.0);
    let ink = palette.text();
    let pen = Paint::stroke(ink, 1.1);
    svg.path(
        &d,
        match kind {
            ArrowKind::Cause => pen,
            ArrowKind::Related => pen.dashed("4 2.5"),
        },
    );
    let (px, py) = (-uy * 3.0, ux * 3.0);
    let head = [*end, (base.0 + px, base.1 + py), (base.0 - px, base.1 - py)];
    svg.polygon(
        &head,
        match kind {
            ArrowKind::Cause => Paint::fill(ink),
            ArrowKind::Related => Paint::fill(Colour::WHITE).and_stroke(ink, 0.9),
        },
    );
}

/// A path through the points whose corners are rounded.
fn rounded(points: &[Point], radius: f64) -> String {
    let mut d = String::new();
    for (n, here) in points.iter().enumerate() {
        let at = |(x, y): Point| format!("{} {}", number(x), number(y));
        if n == 0 {
            d.push_str(&format!("M{}", at(*here)));
            continue;
        }
        let (Some(before), Some(after)) = (points.get(n - 1), points.get(n + 1)) else {
            d.push_str(&format!("L{}", at(*here)));
            continue;
        };
        let towards = |other: &Point| {
            let (dx, dy) = (other.0 - here.0, other.1 - here.1);
            let length = dx.hypot(dy).max(0.01);
            let by = radius.min(length / 2.0);
            (here.0 + dx / length * by, here.1 + dy / length * by)
        };
        d.push_str(&format!(
            "L{}Q{} {}",
            at(towards(before)),
            at(*here),
            at(towards(after))
        ));
    }
    d
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn map(sizes: &[usize], arrows: &[(usize, usize, usize, usize)]) -> StrategyMap {
        StrategyMap {
            caption: Caption::default(),
            room: Room::A4_LANDSCAPE,
            lanes: sizes
                .iter()
                .map(|n| Lane {
                    title: "Semplificazione e innovazione dei processi".to_owned(),
                    colour: None,
                    cards: (0..*n)
                        .map(|n| Card {
                            code: Some(format!("1.{n}")),
                            title: "Efficientare i processi e l'organizzazione".to_owned(),
                            ..Card::default()
                        })
                        .collect(),
                })
                .collect(),
            arrows: arrows
                .iter()
                .map(|&(a, b, c, d)| Arrow {
                    from: CardPlace { lane: a, card: b },
                    to: CardPlace { lane: c, card: d },
                    kind: ArrowKind::Cause,
                })
                .collect(),
            legend: Vec::new(),
            palette: Palette::default(),
        }
    }

    /// The rectangle that a stretch of a line fills.
    fn stretch(a: Point, b: Point) -> Rect {
        let (x, y) = (a.0.min(b.0), a.1.min(b.1));
        Rect::new(
            x - 0.3,
            y - 0.3,
            (a.0 - b.0).abs() + 0.6,
            (a.1 - b.1).abs() + 0.6,
        )
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(96))]

        #[test]
        fn no_arrow_passes_through_a_card_and_no_cards_meet(
            sizes in prop::collection::vec(0_usize..15, 1..6),
            arrows in prop::collection::vec((0_usize..6, 0_usize..15, 0_usize..6, 0_usize..15), 0..25),
        ) {
            let map = map(&sizes, &arrows);
            let mapped = route::mapped(&map, Room::A4_LANDSCAPE, 4);
            for (n, (_, a, _)) in mapped.cards.iter().enumerate() {
                prop_assert!(a.x >= lanes::LABEL_WIDTH && a.right() <= 756.0);
                for (_, b, _) in &mapped.cards[n + 1..] {
                    prop_assert!(!a.meets(*b));
                }
            }
            for (_, points) in &mapped.arrows {
                for pair in points.windows(2) {
                    let line = stretch(pair[0], pair[1]);
                    prop_assert!(line.x > 0.0 && line.right() <= 757.0, "{line:?}");
                    for (_, card, _) in &mapped.cards {
                        prop_assert!(!line.meets(card.inset(0.7)), "{line:?} {card:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn arrows_that_lead_nowhere_are_left_out() {
        let map = map(
            &[2, 1],
            &[(0, 0, 0, 0), (0, 5, 1, 0), (7, 0, 1, 0), (1, 0, 0, 1)],
        );
        assert_eq!(route::mapped(&map, Room::A4_LANDSCAPE, 4).arrows.len(), 1);
    }
}
