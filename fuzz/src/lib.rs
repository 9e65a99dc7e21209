//! What the targets have in common.

use domain::plan::Plan;
use domain::target::{Direction, Figure, Setting, Target, TargetKind};
use jiff::civil::Date;
use traguardo::format::schema::KINDS;

/// Every record of a plan as text, sorted: a file puts records that stand inside others before or
/// after those that stand alone, so their order may change once, and nothing else may.
pub fn things(plan: &Plan) -> Vec<String> {
    let mut things: Vec<String> = KINDS
        .iter()
        .flat_map(|kind| {
            (0..kind.len(plan))
                .map(move |index| format!("{}: {:?}", kind.spec().key, kind.write(plan, index)))
        })
        .collect();
    things.sort();
    things
}

/// A setting for a text, out of twelve switches.
pub fn setting(switches: u16) -> Setting {
    let on = |bit: u16| switches >> bit & 1 == 1;
    Setting {
        percent_unit: on(0),
        yes_no_unit: on(1),
        year: on(2).then_some(2024),
        day: on(3).then_some(Date::constant(2024, 6, 30)),
        kind: on(4)
            .then(|| KINDS_OF_TARGET.get(usize::from(switches >> 12)).copied())
            .flatten(),
        direction: on(5).then_some(if on(6) {
            Direction::Lower
        } else {
            Direction::Higher
        }),
        completion: on(7),
        parts: on(8),
        reduces: on(9),
        declared: on(10),
    }
}

const KINDS_OF_TARGET: [TargetKind; 14] = [
    TargetKind::AtLeast,
    TargetKind::AtMost,
    TargetKind::Exactly,
    TargetKind::Between,
    TargetKind::Change,
    TargetKind::YesNo,
    TargetKind::ByDate,
    TargetKind::Milestone,
    TargetKind::Benchmark,
    TargetKind::Completion,
    TargetKind::AllOf,
    TargetKind::Observed,
    TargetKind::Postponed,
    TargetKind::Undefined,
];

/// What a target says, without the words beside its numbers; none where those words hold more than
/// a plain unit, which may read as anything when the target is written again.
pub fn meaning(target: &Target) -> Option<String> {
    let bare = |figure: &Figure| {
        let plain = figure
            .unit
            .as_ref()
            .is_none_or(|unit| unit.chars().all(char::is_alphabetic));
        plain.then(|| format!("{:?} {} {:?}", figure.number, figure.percent, figure.bound))
    };
    Some(match target {
        Target::AtLeast(figure) => format!("at least {}", bare(figure)?),
        Target::AtMost(figure) => format!("at most {}", bare(figure)?),
        Target::Exactly(figure) => format!("exactly {}", bare(figure)?),
        Target::Between(low, high) => format!("between {} {}", bare(low)?, bare(high)?),
        other => format!("{other:?}"),
    })
}
