use crate::check::{Context, Rule, Say, wording};
use crate::finding::Severity;
use crate::number::Number;
use crate::target::{Target, field_of};

pub(super) const RULE: Rule = Rule {
    name: "percent-beyond-hundred",
    severity: Severity::Warning,
    page: include_str!("percent_beyond_hundred.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for indicator in c.indicators() {
        let share = wording::names_share(indicator.name());
        let beyond = indicator.targets().iter().find(|t| match t.is {
            Target::AtLeast(f) | Target::Exactly(f) | Target::Between(_, f) => {
                share && f.percent && f.number > Number::HUNDRED
            }
            Target::Completion(points) => *points > Number::HUNDRED,
            _ => false,
        });
        if let Some(target) = beyond {
            say.at(indicator.node)
                .field(field_of(target.value))
                .arg("target", target.value.text.trim());
        }
    }
}
