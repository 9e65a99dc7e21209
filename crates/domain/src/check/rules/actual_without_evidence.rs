use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::{Node, PlanKind};
use crate::target::field_of;

pub(super) const RULE: Rule = Rule {
    name: "actual-without-evidence",
    severity: Severity::Note,
    page: include_str!("actual_without_evidence.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    if !matches!(
        c.plan.heading.kind,
        Some(PlanKind::Monitoring | PlanKind::Report)
    ) {
        return;
    }
    let mut proved = 0_usize;
    let mut without: Vec<(Node, String)> = Vec::new();
    for indicator in c.indicators() {
        for (value, reading) in indicator.actuals() {
            if !value.evidence.is_empty() {
                proved += 1;
            } else if reading.actual.is_some() && !value.provisional {
                without.push((indicator.node, field_of(value)));
            }
        }
    }
    if proved > without.len() {
        for (node, field) in without {
            say.at(node).field(field);
        }
    }
}
