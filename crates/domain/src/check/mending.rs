//! Mechanical ways out of what reading and scoring notice.

use std::cmp::Ordering;

use crate::finding::{Edit, Finding};
use crate::number::{Number, Style};
use crate::plan::{Node, NodeKind, Plan, Quantity, Reference, Status};

/// Adds its fix to a finding that has one.
pub(super) fn mend(plan: &Plan, finding: &mut Finding) {
    if matches!(
        finding.rule,
        "score-weights-do-not-close" | "score-weights-nearly-close"
    ) && let Some(parent) = finding.place.node
    {
        finding.fix = redistribution(plan, parent, finding).unwrap_or_default();
    }
}

/// A weight as written under a parent.
struct Written<'p> {
    node: Node,
    weight: &'p Quantity,
    number: &'p Number,
}

/// The weights under a parent in the same proportions, closing at what is expected: two decimals,
/// the last one takes what rounding leaves. None where a weight comes from elsewhere too, is
/// subject to a variation, or is not among those that the finding has summed.
fn redistribution(plan: &Plan, parent: Node, finding: &Finding) -> Option<Vec<Edit>> {
    let argument = |name: &str| {
        let (_, text) = finding.args.iter().find(|(n, _)| *n == name)?;
        Number::parse_decimal(&text.replace('.', "").replace(',', "."))
    };
    let (total, expected) = (argument("total")?, argument("expected")?);
    let written = weights_under(plan, parent)?;
    let sum: Number = written.iter().map(|w| w.number).sum();
    let last = written.len().checked_sub(1)?;
    if sum != total || !sum.is_positive() || written.iter().any(|w| !w.number.is_positive()) {
        return None;
    }
    let mut left = expected.clone();
    let mut edits = Vec::new();
    for (i, weight) in written.iter().enumerate() {
        let share = match i.cmp(&last) {
            Ordering::Less => (weight.number * &expected).checked_div(&sum)?.round_to(2),
            _ => left.clone(),
        };
        left = &left - &share;
        if !share.is_positive() {
            return None;
        }
        if share != *weight.number {
            edits.push(Edit {
                node: weight.node,
                field: "weight".to_owned(),
                text: in_the_form_of(&weight.weight.text, &share),
            });
        }
    }
    Some(edits)
}

/// Every weight written under a parent; none where one of them has no number, or where a variation
/// changes what stands there.
fn weights_under(plan: &Plan, parent: Node) -> Option<Vec<Written<'_>>> {
    let mut written: Vec<Written<'_>> = Vec::new();
    macro_rules! of {
        ($list:ident, $kind:ident, |$x:ident| $parent:expr, $settled:expr) => {
            for (i, $x) in plan.$list.iter().enumerate() {
                if $parent.and_then(|r: &Reference| r.node) != Some(parent) {
                    continue;
                }
                if !$settled {
                    return None;
                }
                if let Some(weight) = &$x.weight {
                    written.push(Written {
                        node: Node::new(NodeKind::$kind, i),
                        weight,
                        number: weight.number.as_ref()?,
                    });
                }
            }
        };
    }
    let original =
        |status, revised: &Option<Quantity>| status == Status::Original && revised.is_none();
    of!(
        objectives,
        Objective,
        |x| x.parent.as_ref(),
        original(x.status, &x.revised_weight)
    );
    of!(
        actions,
        Action,
        |x| x.parent.as_ref(),
        x.revised_weight.is_none()
    );
    of!(
        indicators,
        Indicator,
        |x| x.parent.as_ref(),
        original(x.status, &x.revised_weight)
    );
    of!(activities, Activity, |x| x.parent.as_ref(), true);
    of!(
        placements,
        Placement,
        |x| Some(&x.parent),
        x.revised_weight.is_none() && x.variation.is_none()
    );
    if parent == Node::BODY {
        for (i, area) in plan.areas.iter().enumerate() {
            if let Some(weight) = &area.weight {
                written.push(Written {
                    node: Node::new(NodeKind::Area, i),
                    weight,
                    number: weight.number.as_ref()?,
                });
            }
        }
    }
    Some(written)
}

/// A number written as the text beside it was: its separator, its percent sign.
fn in_the_form_of(text: &str, number: &Number) -> String {
    let dotted = text.contains('.') && !text.contains(',');
    let plain = number.format_plain(if dotted {
        Style::ENGLISH
    } else {
        Style::ITALIAN
    });
    let sign = text.trim_end().ends_with('%');
    format!("{plain}{}", if sign { "%" } else { "" })
}
