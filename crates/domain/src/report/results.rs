//! What a year came to: what each child brought to its parent, and what fell short.

use crate::number::Number;
use crate::plan::NodeKind;
use crate::score::{Derivation, LeftOut, NodeScore, Part, Scores, State, Term};

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
