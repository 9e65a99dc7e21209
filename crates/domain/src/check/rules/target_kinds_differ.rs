use crate::check::{Context, Rule, Say, Sort};
use crate::finding::Severity;
use crate::target::field_of;

pub(super) const RULE: Rule = Rule {
    name: "target-kinds-differ",
    severity: Severity::Warning,
    page: include_str!("target_kinds_differ.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for indicator in c.indicators() {
        // Where the unit says which of the two is right, that is said instead.
        if indicator.measure().is_some() {
            continue;
        }
        let targets = indicator.targets();
        let mut measured = targets
            .iter()
            .filter(|t| !t.revised)
            .filter_map(|t| Some((t, t.sort()?)))
            .filter(|(_, sort)| matches!(sort, Sort::Number | Sort::Percent));
        let Some((first, sort)) = measured.next() else {
            continue;
        };
        if let Some((other, _)) = measured.find(|(_, s)| *s != sort) {
            say.at(indicator.node)
                .field(field_of(other.value))
                .arg("one", first.value.text.trim())
                .arg("other", other.value.text.trim());
        }
    }
}
