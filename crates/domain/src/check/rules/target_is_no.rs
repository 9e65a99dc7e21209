use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::target::{Target, field_of};

pub(super) const RULE: Rule = Rule {
    name: "target-is-no",
    severity: Severity::Note,
    page: include_str!("target_is_no.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for indicator in c.indicators() {
        for target in indicator.targets_in_the_end() {
            if *target.is == Target::YesNo(false) {
                say.at(indicator.node).field(field_of(target.value));
            }
        }
    }
}
