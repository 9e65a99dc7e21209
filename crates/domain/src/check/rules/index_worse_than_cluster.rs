use crate::check::health::{Zone, latest};
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::{Node, NodeKind, Role};
use crate::target::{field_of, read_number};

pub(super) const RULE: Rule = Rule {
    name: "index-worse-than-cluster",
    severity: Severity::Note,
    page: include_str!("index_worse_than_cluster.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for (i, index) in c.plan.health_indices.iter().enumerate() {
        let (Some(zone), Some(value)) = (Zone::of(index), latest(index)) else {
            continue;
        };
        let Some(mean) = index.values.iter().rfind(|v| {
            let year = v.period.year();
            v.role == Role::ClusterMean && (year.is_none() || year == value.period.year())
        }) else {
            continue;
        };
        let (Some(is), Some(of_cluster)) = (read_number(&value.text).0, read_number(&mean.text).0)
        else {
            continue;
        };
        if value.text.contains('%') == mean.text.contains('%') && zone.nearer(&is, &of_cluster) {
            say.at(Node::new(NodeKind::HealthIndex, i))
                .field(field_of(value))
                .arg("period", value.period.to_string())
                .arg("value", value.text.trim())
                .arg("mean", mean.text.trim());
        }
    }
}
