//! What the targets have in common.

use domain::plan::Plan;
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
