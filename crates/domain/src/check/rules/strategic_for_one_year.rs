use crate::check::{Context, IndicatorAt, Rule, Say, wording};
use crate::finding::Severity;
use crate::plan::{NodeKind, Role};
use crate::target::field_of;

pub(super) const RULE: Rule = Rule {
    name: "strategic-for-one-year",
    severity: Severity::Note,
    page: include_str!("strategic_for_one_year.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let horizon = c.horizon();
    let (Some(first), Some(last)) = (horizon.first(), horizon.last()) else {
        return;
    };
    // A plan of which no target goes beyond the first year has a finding of its own.
    let goes_on = c.indicators().any(|indicator| {
        let by_year = indicator.targets_by_year();
        by_year
            .last_key_value()
            .is_some_and(|(year, _)| year > first)
    });
    if first == last || !goes_on {
        return;
    }
    for indicator in c.indicators().filter(|i| is_strategic(c, i)) {
        let later = indicator
            .values(Role::Target)
            .any(|(value, _)| value.period.year().is_some_and(|year| year > *first));
        let by_year = indicator.targets_by_year();
        if let Some(target) = by_year.get(first).filter(|_| !later) {
            say.at(indicator.node)
                .field(field_of(target.value))
                .arg("year", first.to_string());
        }
    }
}

/// Whether the indicator stands in an objective of the level that the body calls strategic.
fn is_strategic(c: &Context<'_>, indicator: &IndicatorAt<'_>) -> bool {
    let parent = indicator.is.parent.as_ref().and_then(|p| p.node);
    let level = parent
        .and_then(|node| c.objective(node))
        .and_then(|objective| objective.is.level.as_ref()?.node)
        .filter(|node| node.kind == NodeKind::Level)
        .and_then(|node| c.plan.levels.get(node.at()));
    level.is_some_and(|level| {
        let title = level.title.as_deref().unwrap_or(&level.id);
        wording::has_beginning(title, &["strateg"])
    })
}
