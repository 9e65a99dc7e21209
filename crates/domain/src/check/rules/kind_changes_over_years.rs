use crate::check::{Context, Rule, Say, Sort};
use crate::finding::Severity;
use crate::plan::{Role, Value};
use crate::target::{ValueReading, field_of};

pub(super) const RULE: Rule = Rule {
    name: "kind-changes-over-years",
    severity: Severity::Note,
    page: include_str!("kind_changes_over_years.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for indicator in c.indicators() {
        let mut known = Vec::new();
        for role in [
            Role::History,
            Role::PastTarget,
            Role::Forecast,
            Role::ClusterMean,
        ] {
            for (value, reading) in indicator.values(role) {
                if let ValueReading::Known(Some(actual)) = reading
                    && let Some(sort) = Sort::of(actual)
                {
                    known.push((value, sort));
                }
            }
        }
        let by_year = indicator.targets_by_year();
        let now: Option<(&Value, Sort)> = by_year
            .values()
            .find_map(|t| Some((t.value, t.sort()?)))
            .or_else(|| known.first().copied());
        let Some((value, sort)) = now else {
            continue;
        };
        if let Some((other, _)) = known.iter().find(|(_, s)| *s != sort) {
            say.at(indicator.node)
                .field(field_of(other))
                .arg("one", other.text.trim())
                .arg("other", value.text.trim());
        }
    }
}
