//! A card: one objective, area or unit in a box, with its code, title, state and notes.

use super::colour::{Colour, Palette};
use super::mark::Shape;
use super::measure::{Weight, width as text_width};
use super::plane::Rect;
use super::svg::{Anchor, Paint, Svg, Type};
use super::wrap::{Setting, one_line, wrap};

/// What stands in a card, in the reader's words.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Card {
    /// The printed code, if there is one.
    pub code: Option<String>,
    /// The title; wrapped, and shortened with an ellipsis where it is very long.
    pub title: String,
    /// Lines of the second rank under the title: role of the head, number of persons.
    pub lines: Vec<String>,
    /// A short note in the lower right corner, such as the weight.
    pub note: Option<String>,
    /// How it stands.
    pub state: Option<State>,
    /// Where the card leads, in a picture that stands on a page of a site.
    pub href: Option<String>,
}

/// How something stands: always a word and a shape, never a colour alone.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    /// The state in a word or two.
    pub word: String,
    /// The sign before the word; one for each state of a document.
    pub shape: Shape,
    /// Colour of sign and bar.
    pub colour: Colour,
    /// The filled share of the bar, 1 for a full one; no bar without it.
    pub share: Option<f64>,
    /// The figure beside the bar, as printed; may be empty.
    pub figure: String,
}

/// How much a card weighs to the eye.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rank {
    Root,
    Header,
    Main,
    Leaf,
}

/// The looks of a card beside its words.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Look {
    pub(crate) rank: Rank,
    pub(crate) colour: Colour,
    pub(crate) dashed: bool,
}

impl Look {
    pub(crate) fn new(rank: Rank, colour: Colour) -> Look {
        Look {
            rank,
            colour: colour.ink(),
            dashed: false,
        }
    }

    fn filled(self) -> bool {
        matches!(self.rank, Rank::Root | Rank::Header)
    }

    fn size(self) -> f64 {
        match self.rank {
            Rank::Root => 12.0,
            Rank::Header => 9.5,
            Rank::Main => 8.5,
            Rank::Leaf => 7.5,
        }
    }

    fn step(self) -> f64 {
        self.size() * 1.22
    }

    fn weight(self) -> Weight {
        match self.rank {
            Rank::Leaf => Weight::Regular,
            _ => Weight::Bold,
        }
    }

    /// Inner margins: left and right, above and below.
    fn margins(self) -> (f64, f64) {
        match self.rank {
            Rank::Root => (12.0, 8.0),
            Rank::Header => (9.0, 7.0),
            Rank::Main => (9.0, 6.0),
            Rank::Leaf => (6.0, 4.0),
        }
    }
}

/// Size of everything below the title.
const SMALL: f64 = 7.5;
const SMALL_STEP: f64 = 9.5;
const BAR: f64 = 38.0;

/// A part of the lowest lines of a card.
#[derive(Debug, Clone, PartialEq)]
enum Part {
    State(String, Shape, Colour),
    Bar(f64, String, Colour),
    Figure(String),
    Note(String),
}

impl Part {
    fn width(&self) -> f64 {
        match self {
            Part::State(word, ..) => 11.0 + text_width(word, SMALL, Weight::Bold),
            Part::Bar(_, figure, _) if figure.is_empty() => BAR,
            Part::Bar(_, figure, _) => BAR + 4.0 + text_width(figure, SMALL, Weight::Regular),
            Part::Figure(text) | Part::Note(text) => text_width(text, SMALL, Weight::Regular),
        }
    }
}

/// A card with its words broken into lines for a width.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Set {
    look: Look,
    code: Option<String>,
    /// Whether the code stands on a line of its own.
    code_above: bool,
    indent: f64,
    title: Vec<String>,
    lines: Vec<String>,
    /// The note, where it has its place behind the last line of the title.
    beside: Option<String>,
    parts: Vec<Vec<Part>>,
    href: Option<String>,
    pub(crate) width: f64,
    pub(crate) height: f64,
}

/// Breaks a card's words for a width; the title takes at most so many lines.
pub(crate) fn set(card: &Card, look: Look, width: f64, most: usize) -> Set {
    let (side, edge) = look.margins();
    let room = (width - 2.0 * side).max(12.0);
    let code_setting = Setting {
        width: room,
        size: look.size(),
        weight: Weight::Bold,
    };
    let code = card
        .code
        .as_deref()
        .map(|code| one_line(code, code_setting))
        .filter(|code| !code.is_empty());
    let code_width = code
        .as_deref()
        .map_or(0.0, |code| text_width(code, look.size(), Weight::Bold));
    // A code stands above its title where beside it a word would have to be broken.
    let hung = room - code_width - look.size() * 0.6;
    let start: String = card.title.chars().take(300).collect();
    let broken = start.split_whitespace().any(|word| {
        let wide = text_width(word, look.size(), look.weight());
        wide > hung && wide <= room
    });
    let code_above = code_width > room * 0.3 || broken;
    let indent = if code.is_some() && !code_above {
        code_width + look.size() * 0.6
    } else {
        0.0
    };
    let title_setting = Setting {
        width: room - indent,
        size: look.size(),
        weight: look.weight(),
    };
    let small = Setting {
        width: room - indent,
        size: SMALL,
        weight: Weight::Regular,
    };
    let title = wrap(&card.title, title_setting, most);
    let lines: Vec<String> = card
        .lines
        .iter()
        .flat_map(|line| wrap(line, small, 3))
        .collect();
    let mut parts = parts(card, room);
    let mut beside = None;
    if let ([row], [.., last], []) = (&parts[..], &title[..], &lines[..])
        && let [Part::Note(note)] = &row[..]
    {
        let taken = indent + text_width(last, look.size(), look.weight()) + 10.0;
        if look.rank != Rank::Root && taken + text_width(note, SMALL, Weight::Regular) <= room {
            beside = Some(note.clone());
            parts.clear();
        }
    }
    let rows = title.len() + usize::from(code_above);
    let mut height = 2.0 * edge;
    if rows > 0 {
        height += count(rows - 1) * look.step() + look.size() * 0.98;
    }
    if !lines.is_empty() {
        height += 2.0 + count(lines.len()) * SMALL_STEP;
    }
    if !parts.is_empty() {
        height += 3.0 + count(parts.len()) * SMALL_STEP;
    }
    Set {
        look,
        code,
        code_above,
        indent,
        title,
        lines,
        beside,
        parts,
        href: card.href.clone(),
        width,
        height,
    }
}

fn count(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

/// State, bar and note in as few lines as they need.
fn parts(card: &Card, room: f64) -> Vec<Vec<Part>> {
    let fitted = |text: &str, weight, taken: f64| {
        let setting = Setting {
            width: room - taken,
            size: SMALL,
            weight,
        };
        one_line(text, setting)
    };
    let mut all = Vec::new();
    if let Some(state) = &card.state {
        let word = fitted(&state.word, Weight::Bold, 11.0);
        all.push(Part::State(word, state.shape, state.colour));
        if let Some(share) = state.share.filter(|share| share.is_finite()) {
            let figure = fitted(&state.figure, Weight::Regular, BAR + 4.0);
            all.push(Part::Bar(share.clamp(0.0, 1.0), figure, state.colour));
        } else {
            let figure = fitted(&state.figure, Weight::Regular, 0.0);
            if !figure.is_empty() {
                all.push(Part::Figure(figure));
            }
        }
    }
    if let Some(note) = &card.note {
        let note = fitted(note, Weight::Regular, 0.0);
        if !note.is_empty() {
            all.push(Part::Note(note));
        }
    }
    let mut rows: Vec<Vec<Part>> = Vec::new();
    let mut taken = f64::INFINITY;
    for part in all {
        let wide = part.width();
        if taken + 8.0 + wide <= room {
            taken += 8.0 + wide;
            if let Some(row) = rows.last_mut() {
                row.push(part);
            }
        } else {
            taken = wide;
            rows.push(vec![part]);
        }
    }
    rows
}

/// Draws the card into its place, which may be higher than the card asks for.
pub(crate) fn draw(svg: &mut Svg, place: Rect, set: &Set, palette: &Palette) {
    match &set.href {
        Some(href) => svg.link(href, |svg| draw_card(svg, place, set, palette)),
        None => draw_card(svg, place, set, palette),
    }
}

fn draw_card(svg: &mut Svg, place: Rect, set: &Set, palette: &Palette) {
    let look = set.look;
    let (side, edge) = look.margins();
    let ground = ground(look);
    frame(svg, place, look);
    let ink = if look.filled() {
        Colour::WHITE
    } else {
        palette.text()
    };
    let code_ink = if look.filled() {
        Colour::WHITE
    } else {
        look.colour.against(ground, 4.5)
    };
    let faint = if look.filled() {
        Colour::WHITE
    } else {
        palette.faint().against(ground, 4.5)
    };
    let middle = look.rank == Rank::Root;
    let title = Type {
        weight: look.weight(),
        ..Type::regular(look.size(), ink)
    };
    let small = Type::regular(SMALL, faint);
    let x = place.x + side;
    let mut y = place.y + edge + look.size() * 0.76;
    if middle {
        let joined = Type::bold(look.size(), ink).anchored(Anchor::Middle);
        svg.lines((place.middle(), y), &set.title, look.step(), joined);
        y += count(set.title.len().max(1) - 1) * look.step();
        let small = small.anchored(Anchor::Middle);
        for line in &set.lines {
            y += SMALL_STEP + 1.0;
            svg.text((place.middle(), y), line, small);
        }
        return;
    }
    if let Some(code) = &set.code {
        svg.text((x, y), code, Type::bold(look.size(), code_ink));
        if set.code_above {
            y += look.step();
        }
    }
    svg.lines((x + set.indent, y), &set.title, look.step(), title);
    y += count(set.title.len().max(1) - 1) * look.step();
    if let Some(note) = &set.beside {
        let right = place.right() - side;
        svg.text((right, y), note, small.anchored(Anchor::End));
    }
    y += look.size() * 0.22 + 2.0;
    for line in &set.lines {
        svg.text((x + set.indent, y + SMALL * 0.85), line, small);
        y += SMALL_STEP;
    }
    y = place.bottom() - edge - count(set.parts.len()) * SMALL_STEP + SMALL * 0.95;
    for row in &set.parts {
        draw_row(svg, row, (x, y), place.right() - side, (look, ink, faint));
        y += SMALL_STEP;
    }
}

fn ground(look: Look) -> Colour {
    match look.rank {
        Rank::Root | Rank::Header => look.colour,
        Rank::Main => Colour::WHITE,
        Rank::Leaf => look.colour.pale(),
    }
}

fn frame(svg: &mut Svg, place: Rect, look: Look) {
    let ground = ground(look);
    let dash = |paint: Paint| {
        if look.dashed {
            paint.dashed("3 2")
        } else {
            paint
        }
    };
    match look.rank {
        Rank::Root | Rank::Header if look.dashed => {
            svg.rect(place, 3.0, Paint::fill(ground));
            let edge = Paint::stroke(Colour::WHITE, 0.8);
            svg.rect(place.inset(2.0), 2.0, dash(edge));
        }
        Rank::Root | Rank::Header => svg.rect(place, 3.0, Paint::fill(ground)),
        Rank::Main => {
            let edge = Paint::fill(ground).and_stroke(look.colour, 0.9);
            svg.rect(place.inset(0.45), 2.5, dash(edge));
            let stripe = Rect::new(place.x, place.y, 3.5, place.height);
            svg.rect(stripe, 1.5, Paint::fill(look.colour));
        }
        Rank::Leaf if look.dashed => {
            let edge = Paint::fill(ground).and_stroke(look.colour, 0.7);
            svg.rect(place.inset(0.35), 2.0, dash(edge));
        }
        Rank::Leaf => svg.rect(place, 2.0, Paint::fill(ground)),
    }
}

fn draw_row(
    svg: &mut Svg,
    row: &[Part],
    (mut x, y): (f64, f64),
    right: f64,
    (look, ink, faint): (Look, Colour, Colour),
) {
    let ground = ground(look);
    let tone = |colour: Colour| {
        if look.filled() {
            Colour::WHITE
        } else {
            colour.against(ground, 3.0)
        }
    };
    for part in row {
        let middle = y - SMALL * 0.345;
        match part {
            Part::State(word, shape, colour) => {
                svg.mark((x + 3.5, middle), 7.0, *shape, tone(*colour), ground);
                svg.text((x + 11.0, y), word, Type::bold(SMALL, ink));
            }
            Part::Bar(share, figure, colour) => {
                let bar = Rect::new(x, middle - 2.25, BAR, 4.5);
                let filled = Rect::new(x, bar.y, BAR * share, bar.height);
                svg.rect(filled, 0.0, Paint::fill(tone(*colour)));
                svg.rect(bar.inset(0.3), 0.0, Paint::stroke(tone(*colour), 0.6));
                svg.text((x + BAR + 4.0, y), figure, Type::regular(SMALL, ink));
            }
            Part::Figure(figure) => svg.text((x, y), figure, Type::regular(SMALL, ink)),
            Part::Note(note) => {
                let look = Type::regular(SMALL, faint).anchored(Anchor::End);
                svg.text((right, y), note, look);
            }
        }
        x += part.width() + 8.0;
    }
}
