//! How a score came to be, as data: enough to do the arithmetic again by hand.

use crate::method::AllOf;
use crate::number::Number;
use crate::plan::Node;

use super::rule::{self, Inputs, Rule};
use super::{Reason, State};

/// The derivation of one node's score.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Derivation {
    /// An indicator or activity, from its target and actual.
    Leaf(Box<Leaf>),
    /// A weighted mean of other nodes.
    Mean(Box<Mean>),
}

/// From where the target that was used comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TargetFrom {
    /// Stated at the checkpoint.
    Stated,
    /// Stated by an approved variation.
    Revised,
    /// The year's last stated one, for a blank year-end cell.
    LastStated,
    /// The annual target in proportion to these elapsed months.
    ProRata(u8),
    /// Not written: an activity is expected to be completed.
    Completion,
}

/// An evaluator's value in the place of the computed one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Override {
    /// Position among the node's values.
    pub value: usize,
    /// The value, as a fraction.
    pub is: Number,
    /// What it replaces.
    pub computed: Option<Number>,
}

/// Target against actual.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Leaf {
    /// Why there is no figure, where there is none.
    pub reason: Option<Reason>,
    /// The target used: its position among the node's values (none for a completion not written),
    /// and from where it comes.
    pub target: Option<(Option<usize>, TargetFrom)>,
    /// The actual used: its position among the node's values.
    pub actual: Option<usize>,
    /// The baseline used: its position among the node's values.
    pub baseline: Option<usize>,
    /// The series compared with: its position among the node's values.
    pub series: Option<usize>,
    /// The formula.
    pub rule: Option<Rule>,
    /// What it works on.
    pub inputs: Inputs,
    /// The parts, for the formulas on parts.
    pub parts: Option<Box<Mean>>,
    /// Greatest achievement.
    pub cap: Option<Number>,
    /// What the formula gives, between 0 and the cap.
    pub achievement: Option<Number>,
    /// The band's value, where bands act on it.
    pub banded: Option<Number>,
    /// The evaluator's value.
    pub overridden: Option<Override>,
}

/// What a part of a mean stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PartRole {
    /// The only one.
    Whole,
    /// Own indicators, beside contributing objectives.
    Own,
    /// Contributing objectives.
    Contributing,
    /// The body's score in an individual sheet.
    Body,
    /// The unit's score.
    Unit,
    /// Assigned objectives.
    Objectives,
    /// National objectives.
    National,
    /// Behaviours; their value is the sheet's own.
    Behaviours,
}

/// Why a term is not in the sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LeftOut {
    /// The child's state.
    State(State),
    /// A heading: its indicators are counted one by one.
    Heading,
}

/// A child in a mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The child.
    pub child: Node,
    /// Its weight in the sum; none where it has none and its siblings have.
    pub weight: Option<Number>,
    /// Its score.
    pub score: Option<Number>,
    /// Why it is not in the sum.
    pub left_out: Option<LeftOut>,
}

/// A weighted mean with its share of the whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What it stands for.
    pub role: PartRole,
    /// Its share of the whole, as a fraction.
    pub share: Number,
    /// What it sums.
    pub terms: Vec<Term>,
    /// The value of the sheet that gives it, for behaviours.
    pub value: Option<usize>,
    /// Its mean; none where nothing is evaluated.
    pub result: Option<Number>,
}

/// Parts with their shares, then band and override.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Mean {
    /// The parts; usually one.
    pub parts: Vec<Part>,
    /// How the parts make one figure: always a mean, but for *all of* targets.
    pub least: bool,
    /// What the parts give.
    pub result: Option<Number>,
    /// The band's value, where bands act on it.
    pub banded: Option<Number>,
    /// The evaluator's value.
    pub overridden: Option<Override>,
    /// Neutralised, where that counts in full: this stands in the place of everything above.
    pub neutralised: Option<Number>,
}

impl Part {
    /// Σ w·a / Σ w over the terms that are in the sum.
    pub fn compute(&self) -> Option<Number> {
        if self.role == PartRole::Behaviours {
            return self.result.clone();
        }
        weighted_mean(
            self.terms
                .iter()
                .filter(|t| t.left_out.is_none())
                .filter_map(|t| Some((t.weight.as_ref()?, t.score.as_ref()?))),
        )
    }
}

/// Σ w·a / Σ w; none where the weights are all zero or there are none.
pub(super) fn weighted_mean<'a>(
    terms: impl Iterator<Item = (&'a Number, &'a Number)>,
) -> Option<Number> {
    let (mut sum, mut weights) = (Number::ZERO, Number::ZERO);
    for (weight, score) in terms {
        sum += weight * score;
        weights += weight;
    }
    sum.checked_div(&weights)
}

impl Mean {
    /// The parts by their shares; a part with nothing evaluated gives its share to the others.
    pub fn compute(&self) -> Option<Number> {
        if self.least {
            return self
                .parts
                .iter()
                .flat_map(|p| &p.terms)
                .filter(|t| t.left_out.is_none())
                .filter_map(|t| t.score.clone())
                .min();
        }
        if let [only] = self.parts.as_slice() {
            return only.compute();
        }
        let results: Vec<(Number, Number)> = self
            .parts
            .iter()
            .filter_map(|p| Some((p.share.clone(), p.compute()?)))
            .collect();
        weighted_mean(results.iter().map(|(share, result)| (share, result)))
    }

    /// How *all of* parts make one figure.
    pub(super) fn of_parts(all_of: AllOf, part: Part) -> Mean {
        Mean {
            parts: vec![part],
            least: all_of == AllOf::Least,
            ..Mean::default()
        }
    }
}

/// Does the arithmetic of a derivation again, from its inputs alone: the score that goes up.
pub fn recompute(derivation: &Derivation) -> Option<Number> {
    match derivation {
        Derivation::Leaf(leaf) => {
            if let Some(given) = &leaf.overridden {
                return Some(given.is.clone());
            }
            let computed = match (&leaf.parts, leaf.rule) {
                (Some(parts), Some(rule @ (Rule::PartsMean | Rule::PartsLeast))) => {
                    let inputs = Inputs {
                        actual: parts.compute(),
                        ..leaf.inputs.clone()
                    };
                    rule::achievement(rule, &inputs, leaf.cap.as_ref().unwrap_or(&Number::ONE))
                }
                (_, Some(rule)) => rule::achievement(
                    rule,
                    &leaf.inputs,
                    leaf.cap.as_ref().unwrap_or(&Number::ONE),
                ),
                (_, None) => leaf.achievement.clone(),
            };
            leaf.banded.clone().or(computed)
        }
        Derivation::Mean(mean) => match (&mean.neutralised, &mean.overridden) {
            (Some(full), _) => Some(full.clone()),
            (None, Some(given)) => Some(given.is.clone()),
            (None, None) => mean.banded.clone().or_else(|| mean.compute()),
        },
    }
}
