//! The parts of a project or of an *all of* target: what they give together (scoring.md §2).

use crate::method::AllOf;
use crate::number::Number;

use super::derivation::{LeftOut, Mean, Part};
use super::{Derivation, NodeScore, State, TargetFrom};

/// The activities of an indicator, evaluated.
pub(super) struct Parts {
    part: Part,
    /// Weight and progress of those that have both.
    progress: Vec<(Number, Number)>,
    /// None has a target of its own: each gives its completion.
    completions: bool,
    pub coverage: Number,
    pub incomplete: bool,
    pub provisional: bool,
}

impl Parts {
    pub(super) fn of<'s>(
        part: Part,
        score: impl Fn(&super::Term) -> Option<&'s NodeScore>,
    ) -> Self {
        let mut completions = true;
        let mut progress = Vec::new();
        for term in &part.terms {
            let Some(score) = score(term) else { continue };
            if let Derivation::Leaf(leaf) = &score.derivation {
                completions &= leaf
                    .target
                    .is_none_or(|(_, from)| from == TargetFrom::Completion);
            }
            if let (Some(weight), Some(done)) = (&term.weight, &score.progress) {
                progress.push((weight.clone(), done.clone()));
            }
        }
        Parts {
            part,
            progress,
            completions,
            coverage: Number::ZERO,
            incomplete: false,
            provisional: false,
        }
    }

    /// What they give together.
    pub(super) fn mean(&self, all_of: AllOf) -> Mean {
        let mut mean = Mean::of_parts(all_of, self.part.clone());
        mean.result = mean.compute();
        mean
    }

    /// Their progress together.
    pub(super) fn progress(&self, all_of: AllOf) -> Option<Number> {
        match all_of {
            AllOf::Least => self.progress.iter().map(|(_, done)| done).min().cloned(),
            AllOf::Mean => {
                super::derivation::weighted_mean(self.progress.iter().map(|(w, p)| (w, p)))
            }
        }
    }

    /// The completion that a target asks of the whole, as a fraction, where it asks for less than
    /// all of it. Parts with targets of their own are measured against those alone.
    pub(super) fn expected(&self, completion: &Number) -> Option<Number> {
        let expected = completion.checked_div(&Number::HUNDRED)?;
        (self.completions && expected.is_positive() && expected < Number::ONE).then_some(expected)
    }

    /// The state of the whole where nothing among them is evaluated: theirs, those still to be
    /// measured first.
    pub(super) fn state(&self) -> State {
        let states = || {
            self.part.terms.iter().filter_map(|t| match t.left_out {
                Some(LeftOut::State(state)) => Some(state),
                _ => None,
            })
        };
        states()
            .find(|state| *state == State::ToMeasure)
            .or_else(|| states().next())
            .unwrap_or(State::NotEvaluable)
    }
}
