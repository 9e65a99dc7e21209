use crate::check::{Context, IndicatorAt, Rule, Say};
use crate::finding::Severity;
use crate::plan::{Node, Role};

pub(super) const RULE: Rule = Rule {
    name: "baseline-missing",
    severity: Severity::Note,
    page: include_str!("baseline_missing.md"),
    check: Some(check),
};

/// Fewer expected indicators than this say nothing of a plan.
const FEW: usize = 3;

fn check(c: &Context<'_>, say: &mut Say) {
    let expected: Vec<IndicatorAt<'_>> = c.indicators().filter(is_expected).collect();
    let without: Vec<Node> = expected
        .iter()
        .filter(|i| !starts_somewhere(i))
        .map(|i| i.node)
        .collect();
    let Some((first, others)) = without.split_first().filter(|_| expected.len() >= FEW) else {
        return;
    };
    let with = expected.len() - without.len();
    // A plan that writes none of them is named once; one that writes some, with each place.
    let rare = with * 3 < expected.len();
    let mut said = if rare {
        say.at(Node::BODY)
    } else {
        say.at(*first).field("baseline")
    };
    said = said
        .arg("without", without.len().to_string())
        .arg("total", expected.len().to_string());
    if !rare {
        for node in others {
            said = said.also(*node, Some("baseline"));
        }
    }
}

/// Whether an earlier value is expected beside its targets: a project starts anew.
fn is_expected(indicator: &IndicatorAt<'_>) -> bool {
    !indicator.is.project && !indicator.targets().is_empty()
}

fn starts_somewhere(indicator: &IndicatorAt<'_>) -> bool {
    let written = |role| {
        indicator
            .values(role)
            .any(|(value, _)| !value.text.trim().is_empty())
    };
    written(Role::Baseline) || written(Role::History)
}
