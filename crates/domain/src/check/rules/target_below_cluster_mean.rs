use std::cmp::Ordering;

use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::Role;
use crate::target::{Actual, ValueReading, field_of};

pub(super) const RULE: Rule = Rule {
    name: "target-below-cluster-mean",
    severity: Severity::Note,
    page: include_str!("target_below_cluster_mean.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for indicator in c.indicators().filter(|i| c.sure_of_direction(i)) {
        let by_year = indicator.targets_by_year();
        let Some((year, target)) = by_year.first_key_value() else {
            continue;
        };
        let means = indicator.values(Role::ClusterMean);
        let latest = means
            .filter_map(|(value, reading)| match reading {
                ValueReading::Known(Some(Actual::Figure(figure))) => Some((value, figure)),
                _ => None,
            })
            .filter(|(value, _)| value.period.year().is_none_or(|of| of <= *year))
            .max_by_key(|(value, _)| value.period.year());
        if let Some((value, mean)) = latest
            && indicator.asks(target.is, mean) == Some(Ordering::Less)
        {
            say.at(indicator.node)
                .field(field_of(target.value))
                .arg("target", target.value.text.trim())
                .arg("mean", value.text.trim());
        }
    }
}
