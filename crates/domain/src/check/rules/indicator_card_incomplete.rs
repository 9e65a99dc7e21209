use crate::check::IndicatorAt;
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::Node;
use crate::target::Target;

pub(super) const RULE: Rule = Rule {
    name: "indicator-card-incomplete",
    severity: Severity::Note,
    page: include_str!("indicator_card_incomplete.md"),
    check: Some(check),
};

/// A part: its name in the message, whether an indicator has it, whether figures alone need it.
type CardPart = (&'static str, fn(IndicatorAt<'_>) -> bool, bool);

const PARTS: [CardPart; 4] = [
    ("source", |i| written(i.is.source.as_deref()), false),
    (
        "algorithm",
        |i| written(i.is.algorithm.as_deref()) || written(i.is.formula.as_deref()),
        true,
    ),
    (
        "types",
        |i| !i.is.types.is_empty() || written(i.is.type_text.as_deref()),
        false,
    ),
    ("unit", |i| written(i.is.unit.as_deref()), true),
];

fn check(c: &Context<'_>, say: &mut Say) {
    for (part, has, figures) in PARTS {
        // National indicators are printed with a card of their own.
        for national in [false, true] {
            let mut having = 0_usize;
            let mut without: Vec<Node> = Vec::new();
            for indicator in c.indicators().filter(|i| i.is.national == national) {
                if has(indicator) {
                    having += 1;
                } else if !figures || expects_a_figure(indicator) {
                    without.push(indicator.node);
                }
            }
            if having >= without.len().saturating_mul(3) {
                for node in without {
                    say.at(node).arg("part", part);
                }
            }
        }
    }
}

fn written(text: Option<&str>) -> bool {
    text.is_some_and(|t| !t.trim().is_empty())
}

fn expects_a_figure(indicator: IndicatorAt<'_>) -> bool {
    !indicator.is.project
        && indicator.targets().iter().any(|t| {
            t.figure().is_some() || matches!(t.is, Target::Between(..) | Target::Change { .. })
        })
}
