use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::LinkKind;
use crate::target::field_of;

pub(super) const RULE: Rule = Rule {
    name: "related-targets-differ",
    severity: Severity::Note,
    page: include_str!("related_targets_differ.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for link in c.plan.links.iter().filter(|l| l.kind == LinkKind::Related) {
        let at = |r: &crate::plan::Reference| r.node.and_then(|n| c.indicator(n));
        let (Some(one), Some(two)) = (at(&link.from), at(&link.to)) else {
            continue;
        };
        if !c.in_force(one.node) || !c.in_force(two.node) {
            continue;
        }
        let theirs = two.targets_in_the_end();
        for ours in one.targets_in_the_end() {
            let Some(a) = ours.figure() else { continue };
            let other = theirs.iter().find(|t| t.day.is_some() && t.day == ours.day);
            if let Some(other) = other
                && let Some(b) = other.figure()
                && a.percent == b.percent
                && a.number != b.number
                && std::mem::discriminant(ours.is) == std::mem::discriminant(other.is)
            {
                say.at(one.node)
                    .field(field_of(ours.value))
                    .arg("ours", ours.value.text.trim())
                    .arg("theirs", other.value.text.trim())
                    .arg("other", c.label(two.node));
            }
        }
    }
}
