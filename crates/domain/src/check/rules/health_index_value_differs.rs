use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::number::Number;
use crate::plan::{NodeKind, Role, Value};
use crate::target::{field_of, read_number};

pub(super) const RULE: Rule = Rule {
    name: "health-index-value-differs",
    severity: Severity::Warning,
    page: include_str!("health_index_value_differs.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for indicator in c.indicators() {
        let Some(at) = indicator.is.health_index.as_ref().and_then(|r| r.node) else {
            continue;
        };
        let index = c.plan.health_indices.get(at.at());
        let Some(index) = index.filter(|_| at.kind == NodeKind::HealthIndex) else {
            continue;
        };
        let of_index: Vec<(i16, Number, &Value)> = known(&index.values).collect();
        for (year, number, value) in known(&indicator.is.values) {
            let same_year = of_index.iter().find(|(y, ..)| *y == year);
            let (what, other) = match same_year {
                Some((_, n, _)) if *n == number => continue,
                Some((_, _, other)) => ("value", other.text.trim().to_owned()),
                None => match of_index.iter().find(|(_, n, _)| *n == number) {
                    Some((other, ..)) => ("year", format!("{other:04}")),
                    None => continue,
                },
            };
            say.at(indicator.node)
                .field(field_of(value))
                .arg("what", what)
                .arg("year", format!("{year:04}"))
                .arg("value", value.text.trim())
                .arg("index", c.short_label(at))
                .arg("other", other);
        }
    }
}

/// What was measured, by year.
fn known(values: &[Value]) -> impl Iterator<Item = (i16, Number, &Value)> {
    values
        .iter()
        .filter(|v| matches!(v.role, Role::History | Role::Actual | Role::Baseline))
        .filter_map(|v| Some((v.period.year()?, read_number(&v.text).0?, v)))
}
