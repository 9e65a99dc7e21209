use crate::check::wording::same;
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::Role;
use crate::target::field_of;

pub(super) const RULE: Rule = Rule {
    name: "revision-changes-nothing",
    severity: Severity::Note,
    page: include_str!("revision_changes_nothing.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for indicator in c.indicators() {
        for (revised, _) in indicator.values(Role::RevisedTarget) {
            let text = revised.text.trim();
            let equal = indicator
                .values(Role::Target)
                .any(|(first, _)| first.period == revised.period && same(&first.text, text));
            if equal && !text.is_empty() {
                say.at(indicator.node)
                    .field(field_of(revised))
                    .arg("revised", text);
            }
        }
    }
}
