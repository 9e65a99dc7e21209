//! The formulas of scoring.md §2: achievement as a function of target T, actual A and baseline B.

use crate::method::Decay;
use crate::number::Number;

/// Which formula gives an achievement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rule {
    /// *Almeno*.
    AtLeast,
    /// *Al massimo*, with what it gives beyond.
    AtMost(Decay),
    /// *Esattamente*.
    Exactly,
    /// *Tra*: T is the lower end, T₂ the upper. `better_above` and `better_below`: the side on
    /// which a written direction gives 1.
    Between {
        /// Higher is written as better.
        better_above: bool,
        /// Lower is written as better.
        better_below: bool,
    },
    /// Relative change: T and A are changes.
    Change {
        /// Lower values are better (only where T is 0).
        lower: bool,
    },
    /// A change within ± T.
    ChangeBand {
        /// Lower values are better (only where T is 0).
        lower: bool,
    },
    /// Achievement from the baseline: (A − B) / (T − B).
    FromBaseline,
    /// Yes / no, or milestone: A is 1 or 0.
    Answer,
    /// A declared completion, A against T (1 unless the target says less).
    Completion,
    /// By a date: A is the days of delay, T the days of grace.
    Delay,
    /// A percentage of achievement declared as such.
    Declared,
    /// The weighted mean of the parts; where they are plain completions and the target asks for less
    /// than all, against that target T.
    PartsMean,
    /// The least part.
    PartsLeast,
}

/// What a formula works on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inputs {
    /// T.
    pub target: Option<Number>,
    /// The upper end, for *tra*.
    pub upper: Option<Number>,
    /// A.
    pub actual: Option<Number>,
    /// B.
    pub baseline: Option<Number>,
}

fn quotient(a: &Number, b: &Number) -> Number {
    a.checked_div(b).unwrap_or(Number::ZERO)
}

fn all_or_nothing(reached: bool) -> Number {
    if reached { Number::ONE } else { Number::ZERO }
}

/// The achievement, between 0 and `cap`; none where an input is missing. For the rules on parts A is
/// what the parts give.
pub fn achievement(rule: Rule, inputs: &Inputs, cap: &Number) -> Option<Number> {
    let a = inputs.actual.as_ref()?;
    let free = match rule {
        Rule::Answer | Rule::Declared => a.clone(),
        Rule::AtLeast => at_least(inputs.target.as_ref()?, a),
        Rule::AtMost(decay) => at_most(inputs.target.as_ref()?, a, decay, cap),
        Rule::Exactly => all_or_nothing(a == inputs.target.as_ref()?),
        Rule::Between {
            better_above,
            better_below,
        } => {
            let (low, high) = (inputs.target.as_ref()?, inputs.upper.as_ref()?);
            between(low, high, a, better_above, better_below)
        }
        Rule::Change { lower } => {
            let t = inputs.target.as_ref()?;
            if t.is_zero() {
                not_worse(a, lower)
            } else {
                quotient(a, t)
            }
        }
        Rule::ChangeBand { lower } => {
            let t = inputs.target.as_ref()?;
            if t.is_zero() {
                not_worse(a, lower)
            } else if a.abs() <= t.abs() {
                Number::ONE
            } else {
                quotient(&t.abs(), &a.abs())
            }
        }
        Rule::FromBaseline => {
            let (t, b) = (inputs.target.as_ref()?, inputs.baseline.as_ref()?);
            (a - b).checked_div(&(t - b))?
        }
        Rule::Completion => at_least(inputs.target.as_ref().unwrap_or(&Number::ONE), a),
        Rule::Delay => {
            let grace = inputs.target.as_ref()?;
            if !a.is_positive() {
                Number::ONE
            } else if a < grace {
                Number::ONE - quotient(a, grace)
            } else {
                Number::ZERO
            }
        }
        Rule::PartsMean | Rule::PartsLeast => of_parts(a, inputs.target.as_ref()),
    };
    Some(free.max(Number::ZERO).min(cap.clone()))
}

fn of_parts(parts: &Number, expected: Option<&Number>) -> Number {
    match expected {
        Some(expected) => at_least(expected, parts),
        None => parts.clone(),
    }
}

fn at_least(t: &Number, a: &Number) -> Number {
    if t.is_positive() {
        quotient(a, t)
    } else if t.is_zero() {
        all_or_nothing(!a.is_negative())
    } else if a >= t {
        Number::ONE
    } else {
        quotient(t, a)
    }
}

fn at_most(t: &Number, a: &Number, decay: Decay, cap: &Number) -> Number {
    if t.is_positive() {
        if a <= t {
            return match *cap > Number::ONE && a < t {
                true if a.is_positive() => quotient(t, a),
                true => cap.clone(),
                false => Number::ONE,
            };
        }
        match decay {
            Decay::Ratio => quotient(t, a),
            Decay::Linear => Number::ONE - quotient(&(a - t), t),
            Decay::None => Number::ZERO,
        }
    } else if t.is_zero() {
        all_or_nothing(!a.is_positive())
    } else if a <= t {
        Number::ONE
    } else if a.is_negative() {
        quotient(a, t)
    } else {
        Number::ZERO
    }
}

/// Outside, the nearer end is an at-least or at-most target; so that an end below 0 does not turn
/// a worse value into a better one.
fn between(low: &Number, high: &Number, a: &Number, above: bool, below: bool) -> Number {
    if a < low && !below {
        at_least(low, a)
    } else if a > high && !above {
        at_most(high, a, Decay::Ratio, &Number::ONE)
    } else {
        Number::ONE
    }
}

fn not_worse(change: &Number, lower: bool) -> Number {
    all_or_nothing(if lower {
        !change.is_positive()
    } else {
        !change.is_negative()
    })
}
