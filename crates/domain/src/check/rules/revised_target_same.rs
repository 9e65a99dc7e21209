use crate::check::{Context, Rule, Say, wording};
use crate::finding::Severity;
use crate::plan::Role;
use crate::target::field_of;

pub(super) const RULE: Rule = Rule {
    name: "revised-target-same",
    severity: Severity::Note,
    page: include_str!("revised_target_same.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for indicator in c.indicators() {
        for (revised, _) in indicator.values(Role::RevisedTarget) {
            let first = indicator
                .values(Role::Target)
                .find(|(value, _)| value.period == revised.period);
            let text = revised.text.trim();
            let same = first.is_some_and(|(value, _)| wording::same(&value.text, text));
            if same && text.chars().any(char::is_alphanumeric) {
                say.at(indicator.node)
                    .field(field_of(revised))
                    .arg("target", text);
            }
        }
    }
}
