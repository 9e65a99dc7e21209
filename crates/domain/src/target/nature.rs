//! Cumulative or level (scoring.md §1, *Nature*): counts, amounts and completion grow through the
//! year; other percentages, means, delays, at most, between, exactly, benchmarks and satisfaction
//! are levels.

use super::direction::NameHints;
use super::{Derived, Nature, Origin, Target, TargetReading, ValueReading};

/// The nature, from what is written, the kinds of the targets, their units and the name.
pub(super) fn derive(
    written: Option<Nature>,
    values: &[ValueReading],
    percent_unit: bool,
    name: &NameHints,
) -> Derived<Nature> {
    if let Some(is) = written {
        return Derived {
            is,
            from: Origin::Written,
        };
    }
    let targets = values.iter().filter_map(|v| match v {
        ValueReading::Target(TargetReading::Read(target)) => Some(target),
        _ => None,
    });
    let mut completes = false;
    let mut counts = false;
    for target in targets {
        match target {
            Target::AtMost(_)
            | Target::Between(..)
            | Target::Exactly(_)
            | Target::Benchmark { .. } => {
                return Derived {
                    is: Nature::Level,
                    from: Origin::Kind,
                };
            }
            Target::Change { .. } => {
                return Derived {
                    is: Nature::Level,
                    from: Origin::Kind,
                };
            }
            Target::AtLeast(figure) if figure.percent => {
                return Derived {
                    is: Nature::Level,
                    from: Origin::Unit,
                };
            }
            Target::AtLeast(_) => counts = true,
            Target::Completion(_) => completes = true,
            _ => {}
        }
    }
    let (is, from) = if completes {
        (Nature::Cumulative, Origin::Kind)
    } else if name.level {
        (Nature::Level, Origin::Name)
    } else if percent_unit && !counts {
        (Nature::Level, Origin::Unit)
    } else {
        (Nature::Cumulative, Origin::Default)
    };
    Derived { is, from }
}
