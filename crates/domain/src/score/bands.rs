//! Bands: half-open intervals of scores and what they give (scoring.md §2).

use crate::finding::Finding;
use crate::method::{Band, BandLevel, Method};
use crate::number::Number;
use crate::plan::{Node, NodeKind};

/// The bands of one level, usable or empty.
#[derive(Clone, Debug, Default)]
pub(super) struct Bands {
    /// From, to (none: up to the cap), value at the beginning, value at the end, as fractions.
    steps: Vec<(Number, Option<Number>, Number, Option<Number>)>,
    cap: Number,
}

impl Bands {
    /// The bands of `level`; with a gap, an overlap or an unreadable figure they are reported and
    /// do not act.
    pub(super) fn of(method: &Method, level: BandLevel, findings: &mut Vec<Finding>) -> Bands {
        let cap = method.cap();
        let written: Vec<(usize, &Band)> = method
            .bands
            .iter()
            .enumerate()
            .filter(|(_, b)| b.level == Some(level))
            .collect();
        let mut steps = Vec::with_capacity(written.len());
        for (index, band) in &written {
            let fraction = |n: &Option<Number>| n.as_ref()?.checked_div(&Number::HUNDRED);
            let (from, value) = (fraction(&band.from.number), fraction(&band.value.number));
            let (Some(from), Some(value)) = (from, value) else {
                findings.push(
                    Finding::error("score-bands-unreadable").at(Node::new(NodeKind::Band, *index)),
                );
                return Bands::default();
            };
            let to = band.to.as_ref().and_then(|q| fraction(&q.number));
            let value_to = band.value_to.as_ref().and_then(|q| fraction(&q.number));
            steps.push(((from, to, value, value_to), *index));
        }
        steps.sort();
        let (steps, indices): (Vec<_>, Vec<usize>) = steps.into_iter().unzip();
        if let Some((position, rule)) = first_break(&steps, &cap) {
            let index = indices.get(position).copied().unwrap_or_default();
            findings.push(Finding::error(rule).at(Node::new(NodeKind::Band, index)));
            return Bands::default();
        }
        Bands { steps, cap }
    }

    /// What the bands give for a score; none where there are no bands.
    pub(super) fn value(&self, score: &Number) -> Option<Number> {
        let (from, to, value, value_to) = self
            .steps
            .iter()
            .rev()
            .find(|(from, ..)| score >= from)
            .or(self.steps.first())?;
        let Some(end) = value_to else {
            return Some(value.clone());
        };
        let width = to.as_ref().unwrap_or(&self.cap) - from;
        let way = (score - from).checked_div(&width).unwrap_or(Number::ZERO);
        Some(value + &(&way * &(end - value)))
    }
}

/// The first gap or overlap, with the position of the band where it shows.
fn first_break(
    steps: &[(Number, Option<Number>, Number, Option<Number>)],
    cap: &Number,
) -> Option<(usize, &'static str)> {
    if steps.is_empty() {
        return None;
    }
    let mut reached = Number::ZERO;
    for (position, (from, to, ..)) in steps.iter().enumerate() {
        if *from > reached {
            return Some((position, "score-bands-gap"));
        }
        if *from < reached {
            return Some((position, "score-bands-overlap"));
        }
        reached = match to {
            Some(to) => to.clone(),
            None if position + 1 < steps.len() => return Some((position, "score-bands-overlap")),
            None => cap.clone(),
        };
    }
    (reached < *cap).then_some((steps.len() - 1, "score-bands-gap"))
}
