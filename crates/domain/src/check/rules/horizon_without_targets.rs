use std::collections::BTreeSet;

use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::{Node, Role};
use crate::target::{TargetReading, ValueReading};

pub(super) const RULE: Rule = Rule {
    name: "horizon-without-targets",
    severity: Severity::Warning,
    page: include_str!("horizon_without_targets.md"),
    check: Some(check),
};

/// Fewer targets than this say nothing of a plan.
const FEW: usize = 3;

fn check(c: &Context<'_>, say: &mut Say) {
    let horizon = c.horizon();
    let (Some(first), Some(last)) = (horizon.first(), horizon.last()) else {
        return;
    };
    let (mut years, mut stated) = (BTreeSet::new(), 0_usize);
    for indicator in c.indicators() {
        for role in [Role::Target, Role::RevisedTarget] {
            for (value, reading) in indicator.values(role) {
                let empty = matches!(reading, ValueReading::Target(TargetReading::None(_)));
                if let Some(year) = value.period.year().filter(|_| !empty) {
                    years.insert(year);
                    stated += 1;
                }
            }
        }
    }
    let later = years.iter().any(|year| year > first);
    if first < last && stated >= FEW && !later {
        say.at(Node::BODY)
            .field("horizon")
            .arg("from", first.to_string())
            .arg("to", last.to_string());
    }
}
