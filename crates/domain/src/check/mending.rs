//! Mechanical ways out of what reading and scoring notice.

use hashbrown::HashMap;
use std::cmp::Ordering;

use crate::finding::{Edit, Finding};
use crate::number::{Number, Style};
use crate::plan::{Node, NodeKind, Plan, Quantity, Reference, Status};

/// Adds their fix to the findings that have one.
pub(super) fn mend(plan: &Plan, findings: &mut [Finding]) {
    let of_sums = ["score-weights-do-not-close", "score-weights-nearly-close"];
    let mut of_sums: Vec<&mut Finding> = findings
        .iter_mut()
        .filter(|finding| of_sums.contains(&finding.rule))
        .collect();
    if of_sums.is_empty() {
        return;
    }
    let written = weights(plan);
    for finding in &mut of_sums {
        let under = finding.place.node.and_then(|parent| written.get(&parent));
        if let Some(Some(under)) = under {
            finding.fix = redistribution(under, finding).unwrap_or_default();
        }
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
fn redistribution(written: &[Written<'_>], finding: &Finding) -> Option<Vec<Edit>> {
    let argument = |name: &str| {
        let (_, text) = finding.args.iter().find(|(n, _)| *n == name)?;
        Number::parse_decimal(&text.replace('.', "").replace(',', "."))
    };
    let (total, expected) = (argument("total")?, argument("expected")?);
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

/// Every weight written under each parent; none where one of them has no number, or where a
/// variation changes what stands there.
fn weights(plan: &Plan) -> HashMap<Node, Option<Vec<Written<'_>>>> {
    let mut under: HashMap<Node, Option<Vec<Written<'_>>>> = HashMap::new();
    macro_rules! of {
        ($list:ident, $kind:ident, |$x:ident| $parent:expr, $settled:expr) => {
            for (i, $x) in plan.$list.iter().enumerate() {
                if let Some(parent) = $parent {
                    let node = Node::new(NodeKind::$kind, i);
                    let written = under.entry(parent).or_insert_with(|| Some(Vec::new()));
                    put(written, node, $x.weight.as_ref(), $settled);
                }
            }
        };
    }
    let node = |reference: &Option<Reference>| reference.as_ref().and_then(|r| r.node);
    let original =
        |status, revised: &Option<Quantity>| status == Status::Original && revised.is_none();
    of!(
        areas,
        Area,
        |x| Some(Node::BODY),
        x.revised_weight.is_none()
    );
    of!(
        objectives,
        Objective,
        |x| node(&x.parent),
        original(x.status, &x.revised_weight)
    );
    of!(
        actions,
        Action,
        |x| node(&x.parent),
        x.revised_weight.is_none()
    );
    of!(
        indicators,
        Indicator,
        |x| node(&x.parent),
        original(x.status, &x.revised_weight)
    );
    of!(activities, Activity, |x| node(&x.parent), true);
    of!(
        placements,
        Placement,
        |x| x.parent.node,
        x.revised_weight.is_none() && x.variation.is_none()
    );
    under
}

/// One more weight under a parent; a thing without a weight is left as it is.
fn put<'p>(
    written: &mut Option<Vec<Written<'p>>>,
    node: Node,
    weight: Option<&'p Quantity>,
    settled: bool,
) {
    let readable = weight.is_none_or(|weight| weight.number.is_some());
    match written {
        Some(list) if settled && readable => list.extend(weight.and_then(|weight| {
            Some(Written {
                node,
                weight,
                number: weight.number.as_ref()?,
            })
        })),
        _ => *written = None,
    }
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
