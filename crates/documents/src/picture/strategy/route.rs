//! The ways of arrows: out of a card into the channel between two rows, along it, through the gap
//! between two cards into the next channel, and from the last channel into the card.

use super::super::Room;
use super::super::colour::Colour;
use super::super::plane::{Point, Rect};
use super::lanes::{GAP, LABEL_WIDTH, Row, rows};
use super::{CardPlace, Mapped, StrategyMap};

/// Distance of two lines side by side.
const APART: f64 = 5.0;
/// Distance of two heads of arrows at a card.
const PORTS_APART: f64 = 9.0;
/// What a channel keeps free above and below its tracks, so that heads of arrows stand clear.
const CLEAR: f64 = 10.0;
/// Height of a channel that no arrow uses.
const EMPTY: f64 = 10.0;

/// An arrow's way: the `x` where it enters and leaves each channel.
struct Way {
    arrow: usize,
    start: (usize, bool),
    end: (usize, bool),
    channels: Vec<usize>,
    xs: Vec<f64>,
    tracks: Vec<Option<usize>>,
}

/// Which `x` of which channel is taken by something upright.
struct Taken(Vec<Vec<f64>>);

impl Taken {
    fn free(&self, channels: &[usize], x: f64, apart: f64) -> bool {
        channels.iter().all(|c| {
            self.0[*c]
                .iter()
                .all(|used| (used - x).abs() >= apart - 0.01)
        })
    }

    fn take(&mut self, channels: &[usize], x: f64) {
        for channel in channels {
            self.0[*channel].push(x);
        }
    }

    /// The `x` nearest to the wish between two limits that keeps apart from all others.
    fn nearest(
        &self,
        channels: &[usize],
        wish: f64,
        (low, high): (f64, f64),
        apart: f64,
    ) -> Option<f64> {
        let wish = if low <= high {
            wish.clamp(low, high)
        } else {
            f64::midpoint(low, high)
        };
        (0..80)
            .map(|n| {
                let step = f64::from((n + 1) / 2) * (APART / 2.0);
                wish + if n % 2 == 0 { -step } else { step }
            })
            .filter(|x| (low..=high).contains(x))
            .find(|x| self.free(channels, *x, apart))
    }
}

/// Where everything stands, with titles of at most so many lines.
pub(super) fn mapped(map: &StrategyMap, room: Room, most: usize) -> Mapped {
    let (names, rows) = rows(map, room, most);
    let (ways, aside) = ways(map, &rows, room);
    let mut tracks = vec![0_usize; rows.len() + 1];
    let mut used = vec![false; rows.len() + 1];
    for way in &ways {
        for (channel, track) in way.channels.iter().zip(&way.tracks) {
            used[*channel] = true;
            tracks[*channel] = tracks[*channel].max(track.map_or(0, |t| t + 1));
        }
    }
    let real = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
    let channel_height = |c: usize| match (used[c], tracks[c]) {
        (false, _) => EMPTY,
        (true, 0) => 2.0 * CLEAR,
        (true, n) => 2.0 * CLEAR + real(n - 1) * APART,
    };
    let (mut y, mut tops, mut channel_tops) = (0.0, Vec::new(), Vec::new());
    for (n, row) in rows.iter().enumerate() {
        channel_tops.push(y);
        y += channel_height(n);
        tops.push(y);
        y += row.height;
    }
    channel_tops.push(y);
    let height = y + channel_height(rows.len());

    let edge = |(row, below): (usize, bool)| tops[row] + if below { rows[row].height } else { 0.0 };
    let mut arrows = Vec::new();
    for way in &ways {
        let mut points: Vec<Point> = vec![(way.xs[0], edge(way.start))];
        for (n, (channel, track)) in way.channels.iter().zip(&way.tracks).enumerate() {
            if let Some(track) = track {
                let y = channel_tops[*channel] + CLEAR + real(*track) * APART;
                points.push((way.xs[n], y));
                points.push((way.xs[n + 1], y));
            }
        }
        points.push((way.xs[way.xs.len() - 1], edge(way.end)));
        arrows.push((map.arrows[way.arrow].kind, points));
    }
    for (arrow, row, from, to, shift) in aside {
        let y = tops[row] + rows[row].height * shift;
        arrows.push((map.arrows[arrow].kind, vec![(from, y), (to, y)]));
    }

    let middle = |c: usize| channel_tops[c] + channel_height(c) / 2.0;
    let mut lanes: Vec<(Rect, Rect, Vec<String>, Colour)> = Vec::new();
    for (lane, name) in names.into_iter().enumerate() {
        let first = rows.iter().position(|row| row.lane == lane).unwrap_or(0);
        let last = rows.iter().rposition(|row| row.lane == lane).unwrap_or(0);
        let top = if first == 0 { 0.0 } else { middle(first) + 1.0 };
        let bottom = if last + 1 == rows.len() {
            height
        } else {
            middle(last + 1) - 1.0
        };
        let band = Rect::new(0.0, top, room.width, bottom - top);
        let label = Rect::new(0.0, top, LABEL_WIDTH, bottom - top);
        lanes.push((band, label, name.words, name.colour));
    }
    let mut cards = Vec::new();
    for (row, top) in rows.into_iter().zip(&tops) {
        for card in row.cards {
            let place = Rect::new(card.x, *top, card.set.width, row.height);
            cards.push((card.place, place, card.set));
        }
    }
    Mapped {
        lanes,
        cards,
        arrows,
        height: height.max(1.0),
    }
}

/// A straight arrow between neighbours: arrow, row, from, to, height within the row.
type Aside = (usize, usize, f64, f64, f64);

fn ways(map: &StrategyMap, rows: &[Row], room: Room) -> (Vec<Way>, Vec<Aside>) {
    let find = |place: CardPlace| {
        rows.iter().enumerate().find_map(|(n, row)| {
            let at = row.cards.iter().position(|card| card.place == place)?;
            Some((n, at))
        })
    };
    let mut taken = Taken(vec![Vec::new(); rows.len() + 1]);
    let (mut ways, mut aside): (Vec<Way>, Vec<Aside>) = (Vec::new(), Vec::new());
    for (n, arrow) in map.arrows.iter().enumerate() {
        let (Some(from), Some(to)) = (find(arrow.from), find(arrow.to)) else {
            continue;
        };
        if from == to {
            continue;
        }
        if from.0 == to.0 && from.1.abs_diff(to.1) == 1 {
            let card = |(row, at): (usize, usize)| {
                let card = &rows[row].cards[at];
                (card.x, card.x + card.set.width)
            };
            let ends = if from.1 < to.1 {
                (card(from).1, card(to).0)
            } else {
                (card(from).0, card(to).1)
            };
            let pair = |a: &Aside| a.1 == from.0 && (a.2.min(a.3) - ends.0.min(ends.1)).abs() < 0.1;
            let shift = match aside.iter().filter(|a| pair(a)).count() {
                0 => 0.5,
                1 => 0.25,
                _ => 0.75,
            };
            aside.push((n, from.0, ends.0, ends.1, shift));
            continue;
        }
        ways.push(way(n, from, to, rows, room, &mut taken));
    }
    lay_tracks(&mut ways, rows.len() + 1);
    (ways, aside)
}

fn way(
    arrow: usize,
    from: (usize, usize),
    to: (usize, usize),
    rows: &[Row],
    room: Room,
    taken: &mut Taken,
) -> Way {
    let up = to.0 <= from.0;
    let channels: Vec<usize> = if to.0 == from.0 {
        vec![from.0]
    } else if up {
        (to.0 + 1..=from.0).rev().collect()
    } else {
        (from.0 + 1..=to.0).collect()
    };
    let start = (from.0, !up);
    let end = (to.0, up && to.0 != from.0);
    let span = |(row, at): (usize, usize)| {
        let card = &rows[row].cards[at];
        (card.x, card.x + card.set.width)
    };
    let (source, target) = (span(from), span(to));
    let aim = f64::midpoint(target.0, target.1);
    // Ports keep off the corners, unless the card has no other free place.
    let port = |taken: &mut Taken, channel: usize, wish: f64, (low, high): (f64, f64)| {
        let quarter = (high - low) * 0.22;
        let x = taken
            .nearest(
                &[channel],
                wish,
                (low + quarter, high - quarter),
                PORTS_APART,
            )
            .or_else(|| {
                let edges = (low + 6.0, high - 6.0);
                let near = taken.nearest(&[channel], wish, edges, PORTS_APART);
                near.or_else(|| taken.nearest(&[channel], wish, edges, APART))
            })
            .unwrap_or_else(|| wish.clamp(low + 6.0, (high - 6.0).max(low + 6.0)));
        taken.take(&[channel], x);
        x
    };
    let mut xs = vec![port(taken, channels[0], aim, source)];
    for pair in channels.windows(2) {
        // The row between two channels has the number of the upper one.
        let row = pair[0].min(pair[1]);
        let here = xs[xs.len() - 1];
        let x = through(&rows[row], pair, f64::midpoint(here, aim), room, taken);
        taken.take(pair, x);
        xs.push(x);
    }
    let last = channels[channels.len() - 1];
    let wish = xs[xs.len() - 1];
    // Straight on, if the line can: its own place in the channel is no hindrance.
    let straight = (target.0 + 10.0..=target.1 - 10.0).contains(&wish) && to.0 != from.0;
    xs.push(if straight {
        wish
    } else {
        port(taken, last, wish, target)
    });
    Way {
        arrow,
        start,
        end,
        tracks: vec![None; channels.len()],
        channels,
        xs,
    }
}

/// A free place to pass a row, nearest to the wish.
fn through(row: &Row, channels: &[usize], wish: f64, room: Room, taken: &Taken) -> f64 {
    let (left, right) = (LABEL_WIDTH + 4.0, room.width - 4.0);
    let mut gaps = Vec::new();
    let mut edge = left;
    for card in &row.cards {
        gaps.push((edge, card.x - 4.0));
        edge = card.x + card.set.width + 4.0;
    }
    gaps.push((edge, right));
    let distance = |x: f64| (x - wish).abs();
    let free = gaps
        .iter()
        .filter_map(|gap| taken.nearest(channels, wish, *gap, APART))
        .min_by(|a, b| distance(*a).total_cmp(&distance(*b)));
    free.unwrap_or_else(|| {
        // Every gap is full: lines lie upon each other rather than on a card.
        gaps.iter()
            .map(|(low, high)| wish.clamp(*low, high.max(*low)))
            .min_by(|a, b| distance(*a).total_cmp(&distance(*b)))
            .unwrap_or(left + GAP / 2.0)
    })
}

/// Gives every stretch along a channel a track of its own where stretches would lie upon each other.
fn lay_tracks(ways: &mut [Way], channels: usize) {
    let mut laid: Vec<Vec<Vec<(f64, f64)>>> = vec![Vec::new(); channels];
    for way in ways {
        for (n, channel) in way.channels.iter().enumerate() {
            let (a, b) = (way.xs[n], way.xs[n + 1]);
            let same_row = way.start.0 == way.end.0;
            if (a - b).abs() < 0.5 && !same_row {
                continue;
            }
            let (low, high) = (a.min(b) - APART, a.max(b) + APART);
            let tracks = &mut laid[*channel];
            let free = tracks
                .iter()
                .position(|track| track.iter().all(|(l, h)| high <= *l || *h <= low))
                .unwrap_or(tracks.len());
            if free == tracks.len() {
                tracks.push(Vec::new());
            }
            tracks[free].push((low, high));
            way.tracks[n] = Some(free);
        }
    }
}
