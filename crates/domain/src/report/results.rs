//! What a year came to: how many things were reached, what each child brought to its parent, and
//! what fell short.

use crate::number::Number;
use crate::plan::{Node, NodeKind};
use crate::score::{Derivation, LeftOut, NodeScore, Outlook, Part, Scores, State, Term};

/// How many things stand where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// *Raggiunti*.
    pub reached: usize,
    /// *In linea*.
    pub on_course: usize,
    /// *In ritardo*.
    pub late: usize,
    /// *Non raggiunti*.
    pub not_reached: usize,
    /// *Da rilevare*: nothing is known, or not yet.
    pub to_measure: usize,
    /// Not due, neutralised, not evaluable, replaced, removed, unweighted or proposed.
    pub left_out: usize,
}

impl Tally {
    /// The tally of some things; those without a score are none of them.
    pub fn of(scores: &Scores, nodes: impl IntoIterator<Item = Node>) -> Tally {
        let mut tally = Tally::default();
        for score in nodes.into_iter().filter_map(|node| scores.of(node)) {
            let counted = match (score.state, score.outlook) {
                (State::Measured | State::Missing, Some(Outlook::Reached)) => &mut tally.reached,
                (State::Measured | State::Missing, Some(Outlook::OnCourse)) => &mut tally.on_course,
                (State::Measured | State::Missing, Some(Outlook::Late)) => &mut tally.late,
                (State::Measured | State::Missing, Some(Outlook::NotReached)) => {
                    &mut tally.not_reached
                }
                (State::Measured | State::Missing | State::ToMeasure, _) => &mut tally.to_measure,
                _ => &mut tally.left_out,
            };
            *counted += 1;
        }
        tally
    }

    /// All that were counted.
    pub fn all(&self) -> usize {
        self.reached
            + self.on_course
            + self.late
            + self.not_reached
            + self.to_measure
            + self.left_out
    }
}

/// Whether anything is measured at the date of the scores.
pub fn has_results(scores: &Scores) -> bool {
    let measured = |s: &NodeScore| s.node.kind == NodeKind::Indicator && s.state == State::Measured;
    scores.nodes.iter().any(measured)
}

/// Whether the scores are those of the end of a year.
pub fn is_year_end(scores: &Scores) -> bool {
    scores.checkpoint.is_some() && scores.checkpoint == scores.year_end
}

/// The parts of a score that is made of others.
pub fn parts_of(score: &NodeScore) -> &[Part] {
    match &score.derivation {
        Derivation::Mean(mean) => &mean.parts,
        Derivation::Leaf(leaf) => leaf.parts.as_ref().map_or(&[], |mean| &mean.parts),
    }
}

/// What a child brings to the score of its parent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contribution<'s> {
    /// The child with its weight and score.
    pub term: &'s Term,
    /// Its share of the whole, as a fraction, where it is in the sum.
    pub share: Option<Number>,
    /// Share × score: together they make what the parts give, before bands and overrides.
    pub brings: Option<Number>,
}

/// What each child brings, headings left out. A part with nothing evaluated gives its share to the
/// others, as in the score.
pub fn contributions(score: &NodeScore) -> Vec<Contribution<'_>> {
    let parts = parts_of(score);
    let evaluated: Number = match parts {
        [_] => Number::ONE,
        _ => parts
            .iter()
            .filter(|part| part.result.is_some())
            .map(|part| &part.share)
            .sum(),
    };
    let mut found = Vec::new();
    for part in parts {
        let in_sum = |term: &&Term| term.left_out.is_none() && term.score.is_some();
        let weights: Number = part
            .terms
            .iter()
            .filter(in_sum)
            .filter_map(|term| term.weight.as_ref())
            .sum();
        let of_part = match parts {
            [_] => Some(Number::ONE),
            _ => part.share.checked_div(&evaluated),
        };
        for term in &part.terms {
            if term.left_out == Some(LeftOut::Heading) {
                continue;
            }
            let share = (|| {
                let weight = Some(term).filter(in_sum)?.weight.as_ref()?;
                Some(weight.checked_div(&weights)? * of_part.clone()?)
            })();
            let brings = share.as_ref().zip(term.score.as_ref()).map(|(s, a)| s * a);
            found.push(Contribution {
                term,
                share,
                brings,
            });
        }
    }
    found
}

/// The indicators that fell short of their target, the worst first; those of which nothing is known
/// at a closed checkpoint count 0.
pub fn shortfalls(scores: &Scores) -> Vec<&NodeScore> {
    let mut found: Vec<&NodeScore> = scores
        .nodes
        .iter()
        .filter(|s| s.node.kind == NodeKind::Indicator)
        .filter(|s| matches!(s.state, State::Measured | State::Missing))
        .filter(|s| s.score.as_ref().is_none_or(|score| *score < Number::ONE))
        .collect();
    found.sort_by(|a, b| a.score.cmp(&b.score));
    found
}
