use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::target::{Target, field_of};

pub(super) const RULE: Rule = Rule {
    name: "target-undefined",
    severity: Severity::Warning,
    page: include_str!("target_undefined.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for indicator in c.indicators() {
        for target in indicator.targets_in_the_end() {
            if *target.is == Target::Undefined {
                say.at(indicator.node)
                    .field(field_of(target.value))
                    .arg("target", target.value.text.trim());
            }
        }
    }
}
