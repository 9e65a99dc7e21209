use crate::check::{Context, IndicatorAt, Rule, Say, TargetAt, wording};
use crate::finding::Severity;
use crate::number::Number;
use crate::target::{Figure, field_of};

pub(super) const RULE: Rule = Rule {
    name: "percent-of-what",
    severity: Severity::Note,
    page: include_str!("percent_of_what.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for indicator in c.indicators() {
        if indicator.is.project {
            continue;
        }
        let targets = indicator.targets_in_the_end();
        let percent: Vec<(&TargetAt<'_>, &Figure)> = targets
            .iter()
            .filter_map(|t| Some((t, t.figure().filter(|f| f.percent && f.unit.is_none())?)))
            .collect();
        // All of it: whatever it is, it is meant as a whole.
        let share = percent.iter().any(|(_, f)| f.number < Number::HUNDRED);
        if let Some((target, _)) = percent
            .first()
            .filter(|_| share && !says_of_what(&indicator))
        {
            say.at(indicator.node).field(field_of(target.value));
        }
    }
}

fn says_of_what(indicator: &IndicatorAt<'_>) -> bool {
    let name = indicator.name();
    let written = |text: Option<&str>| text.is_some_and(|t| !t.trim().is_empty());
    wording::names_ratio(name)
        || wording::counts(name)
        || written(indicator.is.algorithm.as_deref())
        || written(indicator.is.formula.as_deref())
        || written(Some(indicator.unit()))
}
