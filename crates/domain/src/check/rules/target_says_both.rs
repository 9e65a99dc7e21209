use crate::check::{Context, Rule, Say, wording};
use crate::finding::Severity;
use crate::target::{Target, field_of};

pub(super) const RULE: Rule = Rule {
    name: "target-says-both",
    severity: Severity::Note,
    page: include_str!("target_says_both.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for indicator in c.indicators() {
        for target in indicator.targets_in_the_end() {
            let words = wording::words(&target.value.text);
            let both = words.joined() == "si no";
            if both && target.value.reading.is_none() && matches!(target.is, Target::YesNo(_)) {
                say.at(indicator.node).field(field_of(target.value));
            }
        }
    }
}
