use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::target::{Actual, Direction, Target, field_of};

pub(super) const RULE: Rule = Rule {
    name: "target-easier-than-baseline",
    severity: Severity::Warning,
    page: include_str!("target_easier_than_baseline.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for indicator in c.indicators() {
        let Some(baseline) = indicator.baseline() else {
            continue;
        };
        let Some(Actual::Figure(start)) = baseline.is else {
            continue;
        };
        let targets = indicator.targets_in_the_end();
        let Some(last) = targets.iter().rfind(|t| t.figure().is_some()) else {
            continue;
        };
        let Some(figure) = last.figure().filter(|f| f.percent == start.percent) else {
            continue;
        };
        let easier = match (last.is, indicator.reading.direction.is) {
            (Target::AtLeast(_), Direction::Higher) => figure.number < start.number,
            (Target::AtMost(_), Direction::Lower) => figure.number > start.number,
            _ => false,
        };
        if easier {
            say.at(indicator.node)
                .field(field_of(last.value))
                .arg("target", last.value.text.trim())
                .arg("baseline", baseline.value.text.trim());
        }
    }
}
