//! Hierarchies as columns: a root above, groups side by side, in each column blocks of cards hung
//! on a rail at its left. The tree of performance and the organisation chart are drawn by it.

use super::card::{Card, Look, Set, draw, set};
use super::colour::Palette;
use super::plane::{Point, Rect};
use super::svg::{Paint, Svg, number};
use super::wrap::plain;
use super::{Caption, Picture, Room};

/// A card with its look and its depth below the head of its block.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Entry {
    pub(crate) depth: u32,
    pub(crate) card: Card,
    pub(crate) look: Look,
}

/// Cards that stay together: a head at depth 0 and what hangs on it.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Block(pub(crate) Vec<Entry>);

/// Blocks under a header that spans their columns; without header they hang on the root.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Group {
    pub(crate) header: Option<Entry>,
    pub(crate) blocks: Vec<Block>,
}

/// A whole hierarchy.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Outline {
    pub(crate) root: Option<Entry>,
    pub(crate) groups: Vec<Group>,
}

/// A hierarchy with the place of everything.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Laid {
    pub(crate) cards: Vec<(Rect, Set)>,
    pub(crate) lines: Vec<Vec<Point>>,
    pub(crate) width: f64,
    pub(crate) height: f64,
}

/// Space between columns.
const GUTTER: f64 = 14.0;
/// From a column's edge to its cards: the rail stands in it.
const RAIL: f64 = 9.0;
/// How much deeper each level stands.
const INDENT: f64 = 9.0;
/// Between header and first card, and between blocks.
const BETWEEN: f64 = 7.0;
/// Between the cards of a block.
const WITHIN: f64 = 3.0;
/// Between the rows of groups, and below the root.
const ROWS: f64 = 20.0;
/// No column is narrower or wider, if the room allows.
const NARROWEST: f64 = 138.0;
const WIDEST: f64 = 270.0;
/// No card with the space below it is lower.
const LOWEST: f64 = 11.0;

fn real(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

/// A block whose words are broken for a column.
struct SetBlock {
    cards: Vec<(f64, Set)>,
    height: f64,
}

fn set_block(block: &Block, width: f64, most: usize) -> SetBlock {
    let cards: Vec<(f64, Set)> = block
        .0
        .iter()
        .map(|entry| {
            // Deeper than the eye can follow, or than the column has room for, is as deep as that.
            let shift = (f64::from(entry.depth) * INDENT).min((width - RAIL) * 0.3);
            let x = RAIL + shift;
            (x, set(&entry.card, entry.look, width - x, most))
        })
        .collect();
    let height = cards.iter().map(|(_, set)| set.height).sum::<f64>()
        + WITHIN * real(cards.len().saturating_sub(1));
    SetBlock { cards, height }
}

/// The first block of every column, so that the tallest column is as low as can be.
fn columns_of(heights: &[f64], columns: usize) -> (Vec<usize>, f64) {
    let tallest = heights.iter().fold(0.0_f64, |a, b| a.max(*b));
    let (mut low, mut high) = (
        tallest,
        heights.iter().sum::<f64>() + BETWEEN * real(heights.len()),
    );
    let starts = |cap: f64| {
        let (mut starts, mut taken) = (vec![0], 0.0);
        for (n, height) in heights.iter().enumerate() {
            if taken > 0.0 && taken + BETWEEN + height > cap + 0.001 {
                starts.push(n);
                taken = *height;
            } else {
                taken += height + if taken > 0.0 { BETWEEN } else { 0.0 };
            }
        }
        starts
    };
    for _ in 0..30 {
        let middle = f64::midpoint(low, high);
        if starts(middle).len() <= columns.max(1) {
            high = middle;
        } else {
            low = middle;
        }
    }
    (starts(high), high)
}

/// The outline in so many columns of the room's width.
fn lay(outline: &Outline, columns: usize, room: Room, most: usize) -> Laid {
    let columns = columns.max(1);
    let rows = rows_of(outline, columns);
    let trunk = if rows.len() > 1 { 12.0 } else { 0.0 };
    let widest_row = rows
        .iter()
        .map(|row| row.iter().map(|(_, n)| *n).sum::<usize>())
        .max()
        .unwrap_or(1)
        .max(1);
    let column = ((room.width - trunk + GUTTER) / real(widest_row) - GUTTER).min(WIDEST);
    let width = real(widest_row) * (column + GUTTER) - GUTTER + trunk;
    let left = (room.width - width) / 2.0;
    let mut laid = Laid {
        cards: Vec::new(),
        lines: Vec::new(),
        width: room.width,
        height: 0.0,
    };
    let mut y = 0.0;
    let mut below_root = None;
    if let Some(root) = &outline.root {
        let wide = room.width.min((room.width * 0.5).max(240.0));
        let card = set(&root.card, root.look, wide, 2);
        let place = Rect::new((room.width - wide) / 2.0, 0.0, wide, card.height);
        y = place.bottom();
        below_root = Some((place.middle(), y));
        laid.cards.push((place, card));
    }
    for (n, row) in rows.iter().enumerate() {
        let bus = y + ROWS / 2.0;
        let top = if n > 0 || below_root.is_some() {
            y + ROWS
        } else {
            y
        };
        let mut hooks = Vec::new();
        let bottom = lay_row(
            &mut laid,
            &mut hooks,
            RowPlan {
                outline,
                row,
                x: left + trunk,
                top,
                column,
                most,
            },
        );
        if let Some((middle, under)) = below_root {
            join(&mut laid.lines, (middle, under), &hooks, bus, n, left + 2.0);
        }
        y = bottom;
    }
    laid.height = y;
    laid
}

/// Lines from the root to the top of every group of a row; rows below the first along the margin.
fn join(
    lines: &mut Vec<Vec<Point>>,
    root: Point,
    hooks: &[Point],
    bus: f64,
    row: usize,
    margin: f64,
) {
    let Some(last) = hooks.last() else { return };
    let from = if row == 0 {
        root
    } else {
        let first_bus = root.1 + ROWS / 2.0;
        lines.push(vec![
            (root.0, first_bus),
            (margin, first_bus),
            (margin, bus),
        ]);
        lines.push(vec![(margin, bus), (last.0, bus)]);
        (last.0, bus)
    };
    for hook in hooks {
        if row == 0 {
            lines.push(vec![from, (from.0, bus), (hook.0, bus), *hook]);
        } else {
            lines.push(vec![(hook.0, bus), *hook]);
        }
    }
}

/// Which groups stand in which row, each with its number of columns.
fn rows_of(outline: &Outline, columns: usize) -> Vec<Vec<(usize, usize)>> {
    let mut rows: Vec<Vec<(usize, usize)>> = Vec::new();
    for n in 0..outline.groups.len() {
        match rows.last_mut() {
            Some(row) if row.len() < columns => row.push((n, 1)),
            _ => rows.push(vec![(n, 1)]),
        }
    }
    let full = rows.len() > 1;
    for row in &mut rows {
        // Rows below each other share one grid: only a single row is widened freely.
        let spare = columns - row.len();
        for _ in 0..spare {
            let crowded = row
                .iter_mut()
                .filter(|(n, columns)| outline.groups[*n].blocks.len() > *columns)
                .max_by_key(|(n, columns)| {
                    let cards: usize = outline.groups[*n].blocks.iter().map(|b| b.0.len()).sum();
                    cards * 100 / *columns
                });
            match crowded {
                Some((_, columns)) => *columns += 1,
                None => break,
            }
        }
        debug_assert!(!full || row.iter().map(|(_, n)| n).sum::<usize>() <= columns);
    }
    rows
}

struct RowPlan<'a> {
    outline: &'a Outline,
    row: &'a [(usize, usize)],
    x: f64,
    top: f64,
    column: f64,
    most: usize,
}

/// Lays one row of groups and returns its lower edge; `hooks` are the points the root reaches for.
fn lay_row(laid: &mut Laid, hooks: &mut Vec<Point>, plan: RowPlan<'_>) -> f64 {
    let span = |columns: usize| real(columns) * (plan.column + GUTTER) - GUTTER;
    let headers: Vec<Option<Set>> = plan
        .row
        .iter()
        .map(|(n, columns)| {
            let header = plan.outline.groups[*n].header.as_ref()?;
            Some(set(&header.card, header.look, span(*columns), plan.most))
        })
        .collect();
    let header_height = headers
        .iter()
        .flatten()
        .fold(0.0_f64, |high, set| high.max(set.height));
    let body = plan.top
        + if header_height > 0.0 {
            header_height + BETWEEN
        } else {
            0.0
        };
    let (mut x, mut bottom) = (plan.x, plan.top + header_height);
    for ((n, columns), header) in plan.row.iter().zip(headers) {
        let group = &plan.outline.groups[*n];
        let wide = span(*columns);
        let headed = header.is_some();
        let rail_top = if headed {
            plan.top + header_height
        } else {
            plan.top
        };
        if let Some(header) = header {
            let place = Rect::new(x, plan.top, wide, header_height);
            hooks.push((place.middle(), plan.top));
            laid.cards.push((place, header));
        }
        let blocks: Vec<SetBlock> = group
            .blocks
            .iter()
            .map(|block| set_block(block, plan.column, plan.most))
            .collect();
        let heights: Vec<f64> = blocks.iter().map(|block| block.height).collect();
        let (starts, _) = columns_of(&heights, *columns);
        let mut blocks = blocks.into_iter();
        for (nth, start) in starts.iter().enumerate() {
            let end = starts.get(nth + 1).copied().unwrap_or(heights.len());
            let column_x = x + real(nth) * (plan.column + GUTTER);
            let rail = (column_x + RAIL * 0.35, rail_top);
            if !headed && end > *start {
                hooks.push(rail);
            }
            let under = hang(
                laid,
                blocks.by_ref().take(end - start),
                (column_x, if headed { body } else { plan.top }),
                rail,
            );
            bottom = bottom.max(under);
        }
        x += wide + GUTTER;
    }
    bottom
}

/// Hangs blocks below each other on a rail; returns the lower edge of the last.
fn hang(
    laid: &mut Laid,
    blocks: impl Iterator<Item = SetBlock>,
    (x, top): Point,
    rail: Point,
) -> f64 {
    let mut y = top;
    let mut end = None;
    for block in blocks {
        // The card that others hang on, by depth: where its own rail starts.
        let mut above: Vec<(f64, Point)> = Vec::new();
        for (shift, set) in block.cards {
            let place = Rect::new(x + shift, y, set.width, set.height);
            let tie = y + (set.height / 2.0).min(11.0);
            while above.last().is_some_and(|(s, _)| *s >= shift) {
                above.pop();
            }
            match above.last() {
                None => {
                    laid.lines.push(vec![(rail.0, tie), (place.x, tie)]);
                    end = Some(tie);
                }
                Some((_, from)) => {
                    laid.lines.push(vec![*from, (from.0, tie), (place.x, tie)]);
                }
            }
            above.push((shift, (place.x + INDENT * 0.4, place.bottom())));
            y = place.bottom() + WITHIN;
            laid.cards.push((place, set));
        }
        y += BETWEEN - WITHIN;
    }
    if let Some(end) = end {
        laid.lines.push(vec![rail, (rail.0, end)]);
    }
    (y - BETWEEN).max(top)
}

/// The calmest layout that fits the room.
fn fitting(outline: &Outline, room: Room, most: usize) -> Option<Laid> {
    let widest = ((room.width + GUTTER) / (NARROWEST + GUTTER))
        .floor()
        .max(1.0) as usize;
    let groups = outline.groups.len();
    let cards: usize = outline
        .groups
        .iter()
        .flat_map(|group| &group.blocks)
        .map(|block| block.0.len())
        .sum();
    if real(cards) * LOWEST > room.height * real(widest) {
        return None;
    }
    let fits = |laid: &Laid| laid.height <= room.height;
    if (2..=widest).contains(&groups) {
        let laid = lay(outline, groups, room, most);
        if fits(&laid) {
            return Some(laid);
        }
    }
    let mut best: Option<Laid> = None;
    for columns in 1..=widest {
        let laid = lay(outline, columns, room, most);
        if fits(&laid) && best.as_ref().is_none_or(|b| laid.height < b.height - 12.0) {
            best = Some(laid);
        }
    }
    best
}

/// How many lines titles may take, the generous first.
const LINES: [usize; 3] = [6, 4, 3];

fn fitting_somehow(outline: &Outline, room: Room) -> Option<Laid> {
    LINES.iter().find_map(|most| fitting(outline, room, *most))
}

/// The hierarchy in pictures: in one if it fits the room, else the heads of all groups first, and
/// then each group in as many as it takes.
pub(crate) fn pictures(
    outline: &Outline,
    room: Room,
    caption: &Caption,
    palette: &Palette,
) -> Vec<Picture> {
    let room = room.sane();
    let laid = match fitting_somehow(outline, room) {
        Some(laid) => vec![(laid, String::new())],
        None => split(outline, room),
    };
    let many = laid.len() > 1;
    laid.into_iter()
        .enumerate()
        .map(|(n, (laid, about))| {
            let mut caption = caption.clone();
            if many {
                caption.id = format!("{}-{}", caption.id, n + 1);
                if !about.is_empty() {
                    caption.title = format!("{} – {about}", caption.title);
                }
            }
            drawn(&laid, &caption, palette)
        })
        .collect()
}

/// Parts of a hierarchy too large for one picture, each with the title of its group.
fn split(outline: &Outline, room: Room) -> Vec<(Laid, String)> {
    let heads = Outline {
        root: outline.root.clone(),
        groups: outline
            .groups
            .iter()
            .map(|group| Group {
                header: group.header.clone(),
                blocks: group
                    .blocks
                    .iter()
                    .map(|block| Block(block.0.iter().take(1).cloned().collect()))
                    .collect(),
            })
            .collect(),
    };
    let mut parts = Vec::new();
    let deep = heads != *outline;
    if deep && let Some(laid) = fitting_somehow(&heads, room) {
        parts.push((laid, String::new()));
    }
    let rootless = !parts.is_empty();
    for (group, head) in outline.groups.iter().zip(&heads.groups) {
        if rootless && group == head {
            // The first picture shows all of it.
            continue;
        }
        let root = match &group.header {
            Some(_) if rootless => None,
            _ => outline.root.clone(),
        };
        let about = group.header.as_ref().map_or(String::new(), |header| {
            let code = header.card.code.as_deref().unwrap_or_default();
            plain(&format!("{code} {}", header.card.title))
        });
        for laid in pages(root, group, room) {
            parts.push((laid, about.clone()));
        }
    }
    parts
}

/// One group on as many pages as it takes, as many blocks on each as fit with titles of few lines.
fn pages(root: Option<Entry>, group: &Group, room: Room) -> Vec<Laid> {
    let page = |blocks: &[Block]| Outline {
        root: root.clone(),
        groups: vec![Group {
            header: group.header.clone(),
            blocks: blocks.to_vec(),
        }],
    };
    let fits = |blocks: &[Block]| fitting(&page(blocks), room, LINES[1]).is_some();
    let parts = group.blocks.iter().flat_map(|block| {
        let whole = std::slice::from_ref(block);
        if fits(whole) {
            whole.to_vec()
        } else {
            chunks(block, room)
        }
    });
    let mut filled: Vec<Vec<Block>> = vec![Vec::new()];
    for part in parts {
        let page = filled.last_mut().expect("the list starts with a page");
        page.push(part);
        if page.len() > 1 && !fits(page) {
            let part = page.split_off(page.len() - 1);
            filled.push(part);
        }
    }
    filled
        .iter()
        .map(|blocks| {
            let page = page(blocks);
            fitting_somehow(&page, room).unwrap_or_else(|| lay(&page, 1, room, LINES[2]))
        })
        .collect()
}

/// A block that is higher than a page, in parts that each repeat its head.
fn chunks(block: &Block, room: Room) -> Vec<Block> {
    let limit = room.height * 0.7;
    let measured = |entries: &[Entry]| set_block(&Block(entries.to_vec()), NARROWEST, LINES[1]);
    if measured(&block.0).height <= limit {
        return vec![block.clone()];
    }
    let (head, rest) = block.0.split_at(1);
    let head_height = measured(head).height;
    let mut parts: Vec<Block> = Vec::new();
    let mut taken = f64::INFINITY;
    for entry in rest {
        let height = measured(std::slice::from_ref(entry)).height + WITHIN;
        if taken + height > limit {
            parts.push(Block(head.to_vec()));
            taken = head_height;
        }
        taken += height;
        if let Some(part) = parts.last_mut() {
            part.0.push(entry.clone());
        }
    }
    if parts.is_empty() {
        parts.push(block.clone());
    }
    parts
}

fn drawn(laid: &Laid, caption: &Caption, palette: &Palette) -> Picture {
    let mut svg = Svg::default();
    let mut d = String::new();
    for line in &laid.lines {
        for (n, (x, y)) in line.iter().enumerate() {
            let pen = if n == 0 { "M" } else { "L" };
            d.push_str(&format!("{pen}{} {}", number(*x), number(*y)));
        }
    }
    if !d.is_empty() {
        svg.path(&d, Paint::stroke(palette.rule(), 0.8));
    }
    for (place, set) in &laid.cards {
        draw(&mut svg, *place, set, palette);
    }
    svg.finish(caption, laid.width, laid.height.max(1.0))
}

#[cfg(test)]
mod tests {
    use super::super::card::Rank;
    use super::super::colour::Colour;
    use super::*;
    use proptest::prelude::*;

    fn entry(title: &str, depth: u32, rank: Rank) -> Entry {
        Entry {
            depth,
            card: Card {
                code: Some("2.2.4".to_owned()),
                title: title.to_owned(),
                note: Some("peso 50%".to_owned()),
                ..Card::default()
            },
            look: Look::new(rank, Colour::new(0, 0x66, 0xCC)),
        }
    }

    /// Groups given as the numbers of cards in their blocks.
    fn outline(groups: &[(bool, Vec<u32>)], title: &str) -> Outline {
        Outline {
            root: Some(entry("Camera di commercio", 0, Rank::Root)),
            groups: groups
                .iter()
                .map(|(headed, blocks)| Group {
                    header: headed.then(|| entry(title, 0, Rank::Header)),
                    blocks: blocks
                        .iter()
                        .map(|cards| {
                            let below = (0..*cards).map(|n| entry(title, 1 + n % 3, Rank::Leaf));
                            let head = std::iter::once(entry(title, 0, Rank::Main));
                            Block(head.chain(below).collect())
                        })
                        .collect(),
                })
                .collect(),
        }
    }

    fn sound(laid: &Laid) -> Result<(), TestCaseError> {
        for (n, (a, set)) in laid.cards.iter().enumerate() {
            prop_assert!(a.x >= -0.01 && a.right() <= laid.width + 0.01, "{a:?}");
            prop_assert!(a.y >= 0.0 && a.bottom() <= laid.height + 0.01, "{a:?}");
            prop_assert!(set.height <= a.height + 0.01);
            for (b, _) in &laid.cards[n + 1..] {
                prop_assert!(!a.meets(*b), "{a:?} {b:?}");
            }
        }
        for line in &laid.lines {
            for pair in line.windows(2) {
                let ((ax, ay), (bx, by)) = (pair[0], pair[1]);
                prop_assert!(ax == bx || ay == by, "{line:?}");
                let stretch = Rect::new(ax.min(bx), ay.min(by), (ax - bx).abs(), (ay - by).abs());
                prop_assert!(stretch.x >= 0.0 && stretch.right() <= laid.width);
                for (card, _) in &laid.cards {
                    let inner = card.inset(0.1);
                    let through = stretch.x < inner.right()
                        && inner.x < stretch.right().max(stretch.x + 0.01)
                        && stretch.y < inner.bottom()
                        && inner.y < stretch.bottom().max(stretch.y + 0.01);
                    prop_assert!(!through, "{stretch:?} {card:?}");
                }
            }
        }
        Ok(())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(40))]

        #[test]
        fn cards_are_apart_and_lines_run_between_them(
            groups in prop::collection::vec(
                (any::<bool>(), prop::collection::vec(0_u32..6, 0..5)), 0..9),
            title in "[A-Za-z' ]{0,90}",
            columns in 1_usize..6,
        ) {
            sound(&lay(&outline(&groups, &title), columns, Room::A4_LANDSCAPE, 4))?;
        }

        #[test]
        fn parts_of_a_large_hierarchy_fit_their_room_and_lose_nothing(
            groups in prop::collection::vec(
                (any::<bool>(), prop::collection::vec(0_u32..40, 0..8)), 0..5),
        ) {
            let outline = outline(&groups, "Semplificazione e innovazione dei processi");
            let room = Room::A4_LANDSCAPE;
            let cards: usize = outline.groups.iter().flat_map(|g| &g.blocks).map(|b| b.0.len()).sum();
            let parts = match fitting_somehow(&outline, room) {
                Some(laid) => vec![laid],
                None => split(&outline, room).into_iter().map(|(laid, _)| laid).collect(),
            };
            prop_assert!(!parts.is_empty());
            prop_assert!(parts.iter().map(|laid| laid.cards.len()).sum::<usize>() >= cards);
            for laid in &parts {
                sound(laid)?;
                prop_assert!(laid.height <= room.height, "{}", laid.height);
            }
        }
    }

    #[test]
    fn columns_are_as_even_as_their_order_allows() {
        let (starts, high) = columns_of(&[10.0, 10.0, 10.0, 30.0], 2);
        assert_eq!(starts, [0, 3]);
        assert!(high < 45.0);
        assert_eq!(columns_of(&[], 3).0, [0]);
    }
}
