//! The weights that close together: who stands beside whom under a thing, where each weight is
//! written, and what they add up to.

use std::collections::BTreeMap;

use crate::number::Number;
use crate::plan::{Node, NodeKind, Plan, Quantity, Reference, Status};
use crate::score::{Derivation, LeftOut, PartRole, Scores, State};

/// A place under a thing, as a record of the plan writes it.
#[derive(Clone, Copy, Debug)]
pub struct Written<'p> {
    /// The record that holds the weight: the thing's own, or a placement.
    pub record: Node,
    /// Under what.
    pub parent: Node,
    /// What.
    pub child: Node,
    /// The action that heads it there.
    pub action: Option<Node>,
    /// The weight as first approved.
    pub weight: Option<&'p Quantity>,
    /// The weight after a variation, approved or not.
    pub revised: Option<&'p Quantity>,
    /// The variation.
    pub variation: Option<&'p Reference>,
    /// Whose share it is.
    pub holder: Option<&'p Reference>,
}

/// One weight of a group.
#[derive(Clone, Debug)]
pub struct Sibling<'p> {
    /// What it is the weight of.
    pub child: Node,
    /// The record and field that hold the weight; none where the thing stands there by a label
    /// alone, and a placement would have to be written.
    pub written: Option<(Node, &'static str)>,
    /// The weight in force, as typed.
    pub weight: Option<&'p Quantity>,
    /// Whose share it is.
    pub holder: Option<&'p Reference>,
    /// Why the weight is not in the sum, if it is not: the thing itself is not in force. What stands
    /// below it does not matter.
    pub out_of_force: Option<State>,
}

impl Sibling<'_> {
    /// Whether the weight is in the sum.
    pub fn counts(&self) -> bool {
        self.out_of_force.is_none()
    }
}

/// How the weights of a group stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Closing {
    /// They add up to something else.
    Open,
    /// They miss by no more than the tolerance.
    Nearly,
    /// Less than all of it, and the rest is what contributes.
    Share,
    /// They close.
    Closed,
    /// There are none: all count alike.
    Unweighted,
}

impl Closing {
    /// The machine token.
    pub fn token(self) -> &'static str {
        match self {
            Closing::Open => "open",
            Closing::Nearly => "nearly",
            Closing::Share => "share",
            Closing::Closed => "closed",
            Closing::Unweighted => "unweighted",
        }
    }
}

/// Weights that close together.
#[derive(Clone, Debug)]
pub struct Siblings<'p> {
    /// Under what.
    pub parent: Node,
    /// What part of the parent's score they make.
    pub role: PartRole,
    /// The weights.
    pub members: Vec<Sibling<'p>>,
    /// What they should add up to.
    pub expected: Number,
    /// What they add up to; none where there are none.
    pub total: Option<Number>,
    /// How they stand.
    pub closing: Closing,
}

/// Every place that the plan writes, in its order.
pub fn written(plan: &Plan) -> Vec<Written<'_>> {
    let node = |reference: &Option<Reference>| reference.as_ref().and_then(|r| r.node);
    let mut all = Vec::new();
    for (i, x) in plan.areas.iter().enumerate() {
        let area = Node::new(NodeKind::Area, i);
        all.push(Written {
            record: area,
            parent: Node::BODY,
            child: area,
            action: None,
            weight: x.weight.as_ref(),
            revised: x.revised_weight.as_ref(),
            variation: x.variation.as_ref(),
            holder: None,
        });
    }
    macro_rules! own {
        ($list:ident, $kind:ident, |$x:ident| $action:expr, $holder:expr) => {
            for (i, $x) in plan.$list.iter().enumerate() {
                if let Some(parent) = node(&$x.parent) {
                    let record = Node::new(NodeKind::$kind, i);
                    all.push(Written {
                        record,
                        parent,
                        child: record,
                        action: $action,
                        weight: $x.weight.as_ref(),
                        revised: $x.revised_weight.as_ref(),
                        variation: $x.variation.as_ref(),
                        holder: $holder,
                    });
                }
            }
        };
    }
    own!(objectives, Objective, |x| None, x.weight_holder.as_ref());
    own!(actions, Action, |x| None, None);
    own!(indicators, Indicator, |x| node(&x.action), None);
    for (i, x) in plan.activities.iter().enumerate() {
        if let Some(parent) = node(&x.parent) {
            let record = Node::new(NodeKind::Activity, i);
            all.push(Written {
                record,
                parent,
                child: record,
                action: None,
                weight: x.weight.as_ref(),
                revised: None,
                variation: None,
                holder: None,
            });
        }
    }
    for (i, x) in plan.placements.iter().enumerate() {
        if let (Some(parent), Some(child)) = (x.parent.node, x.child.node) {
            all.push(Written {
                record: Node::new(NodeKind::Placement, i),
                parent,
                child,
                action: node(&x.action),
                weight: x.weight.as_ref(),
                revised: x.revised_weight.as_ref(),
                variation: x.variation.as_ref(),
                holder: x.holder.as_ref(),
            });
        }
    }
    all
}

/// Every group of weights of a plan, at the date of its scores, in the order of the scores. What is
/// in a group is what the score of the parent is made of.
pub fn siblings<'p>(plan: &'p Plan, scores: &Scores) -> Vec<Siblings<'p>> {
    let mut places: BTreeMap<Node, Vec<Written<'p>>> = BTreeMap::new();
    for place in written(plan) {
        places.entry(place.child).or_default().push(place);
    }
    let context = Context {
        plan,
        scores,
        places,
    };
    let nodes = scores.nodes.iter();
    nodes.flat_map(|score| context.under(score.node)).collect()
}

struct Context<'p, 's> {
    plan: &'p Plan,
    scores: &'s Scores,
    places: BTreeMap<Node, Vec<Written<'p>>>,
}

impl<'p> Context<'p, '_> {
    fn under(&self, parent: Node) -> Vec<Siblings<'p>> {
        // The weights of a section close with those of the other sections of its dashboard.
        if matches!(parent.kind, NodeKind::Section | NodeKind::Sheet) {
            return Vec::new();
        }
        let Some(score) = self.scores.of(parent) else {
            return Vec::new();
        };
        let mean = match &score.derivation {
            Derivation::Mean(mean) => mean,
            Derivation::Leaf(leaf) => match &leaf.parts {
                Some(mean) if parent.kind == NodeKind::Indicator => mean,
                _ => return Vec::new(),
            },
        };
        let parts = mean.parts.len();
        let groups = mean.parts.iter().map(|part| {
            let terms = part.terms.iter();
            let members: Vec<Sibling<'p>> = terms
                .filter(|term| term.left_out != Some(LeftOut::Heading))
                .flat_map(|term| self.places_of(parent, term.child))
                .collect();
            self.closed(parent, part.role, members, parts)
        });
        groups.filter(|group| !group.members.is_empty()).collect()
    }

    /// The weights of a child under a parent, one for each place in which it stands there.
    fn places_of(&self, parent: Node, child: Node) -> Vec<Sibling<'p>> {
        let state = self.out_of_force(child);
        let all = self.places.get(&child).map_or(&[][..], Vec::as_slice);
        let under = |place: &&Written<'p>| match parent.kind {
            NodeKind::Dashboard => {
                place.parent == parent || self.dashboard_of(place.parent) == Some(parent)
            }
            NodeKind::Action => place.action == Some(parent),
            _ => place.parent == parent,
        };
        let found: Vec<Sibling<'p>> = all
            .iter()
            .filter(under)
            .map(|place| {
                let revised = place.revised.filter(|_| self.is_approved(place.variation));
                let field = match revised {
                    Some(_) => "revised_weight",
                    None => "weight",
                };
                Sibling {
                    child,
                    written: Some((place.record, field)),
                    weight: revised.or(place.weight),
                    holder: place.holder,
                    out_of_force: state,
                }
            })
            .collect();
        if found.is_empty() {
            return vec![Sibling {
                child,
                written: None,
                weight: None,
                holder: None,
                out_of_force: state,
            }];
        }
        found
    }

    fn dashboard_of(&self, section: Node) -> Option<Node> {
        (section.kind == NodeKind::Section)
            .then(|| self.plan.sections.get(section.at()))
            .flatten()?
            .dashboard
            .as_ref()?
            .node
    }

    fn out_of_force(&self, child: Node) -> Option<State> {
        let (status, variation) = match child.kind {
            NodeKind::Objective => {
                let x = self.plan.objectives.get(child.at())?;
                (x.status, x.variation.as_ref())
            }
            NodeKind::Indicator => {
                let x = self.plan.indicators.get(child.at())?;
                (x.status, x.variation.as_ref())
            }
            _ => return None,
        };
        match (status, self.is_approved(variation)) {
            (Status::New, false) => Some(State::Proposed),
            (Status::Replaced, true) => Some(State::Replaced),
            (Status::Removed, true) => Some(State::Removed),
            _ => None,
        }
    }

    fn is_approved(&self, variation: Option<&Reference>) -> bool {
        let variation = variation
            .and_then(|r| r.node)
            .filter(|node| node.kind == NodeKind::Variation)
            .and_then(|node| self.plan.variations.get(node.at()));
        let approved = variation.and_then(|v| v.approved.as_ref()?.date);
        matches!((approved, self.scores.at), (Some(day), Some(at)) if day <= at)
    }

    fn closed(
        &self,
        parent: Node,
        role: PartRole,
        members: Vec<Sibling<'p>>,
        parts: usize,
    ) -> Siblings<'p> {
        let stated = (parent.kind == NodeKind::Responsible)
            .then(|| self.plan.responsibles.get(parent.at()))
            .flatten()
            .and_then(|holder| holder.stated_total.as_ref()?.number.clone());
        let expected = stated
            .filter(Number::is_positive)
            .unwrap_or(Number::HUNDRED);
        let total = sum(members
            .iter()
            .filter(|m| m.counts())
            .map(|m| m.weight.and_then(|w| w.number.as_ref())));
        let may_share = role == PartRole::Own && parts > 1;
        let free = parent.kind == NodeKind::Action
            && self
                .plan
                .actions
                .get(parent.at())
                .is_some_and(|action| action.weight.is_none());
        let closing = match &total {
            Some(_) if free => Closing::Closed,
            total => closing(
                total.as_ref(),
                &expected,
                may_share,
                &self.plan.method.weight_tolerance(),
            ),
        };
        Siblings {
            parent,
            role,
            members,
            expected,
            total,
            closing,
        }
    }
}

/// The sum of the weights that there are; none where there are none.
pub fn sum<'n>(weights: impl Iterator<Item = Option<&'n Number>>) -> Option<Number> {
    let mut weights = weights.flatten().peekable();
    weights.peek()?;
    Some(weights.sum())
}

/// How a sum stands to what it should be. Own weights that are less than all may mean that the rest
/// is the share of what contributes.
pub fn closing(
    total: Option<&Number>,
    expected: &Number,
    may_share: bool,
    tolerance: &Number,
) -> Closing {
    let Some(total) = total else {
        return Closing::Unweighted;
    };
    let off = (total - expected).abs();
    if off.is_zero() {
        Closing::Closed
    } else if may_share && total < expected {
        Closing::Share
    } else if off <= *tolerance {
        Closing::Nearly
    } else {
        Closing::Open
    }
}

/// A weight in a redistribution.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// What it is; none is not 0.
    pub weight: Option<Number>,
    /// It is to stay as it is.
    pub held: bool,
}

/// Weights that add up exactly to what is expected, in decimals of two places: what is held stays;
/// the rest goes in equal parts to those that have none, if there are any and something is left, else
/// to all others in their proportions. What rounding leaves goes to those that lost most by it.
/// None where nothing can take the rest.
pub fn redistributed(shares: &[Share], expected: &Number) -> Option<Vec<Option<Number>>> {
    let blank = |share: &&Share| share.weight.is_none() && !share.held;
    let taken = |keep: &dyn Fn(&Share) -> bool| -> Number {
        let kept = shares.iter().filter(|share| keep(share));
        kept.filter_map(|share| share.weight.as_ref()).sum()
    };
    let left = expected - &taken(&|_| true);
    let only_blank = shares.iter().any(|share| blank(&share)) && left.is_positive();
    // What moves, and its part of what is to be shared out.
    let moves = |share: &Share| !share.held && (share.weight.is_none() || !only_blank);
    let room = match only_blank {
        true => left,
        false => expected - &taken(&|share| share.held),
    };
    let part = |share: &Share| match only_blank {
        true => Number::ONE,
        false => share.weight.clone().unwrap_or(Number::ZERO),
    };
    let whole: Number = shares.iter().filter(|s| moves(s)).map(part).sum();
    if !room.is_positive() || !whole.is_positive() {
        return None;
    }
    let unit = Number::ratio(1, 100)?;
    // Cut to hundredths, with what each loses by it.
    let mut cut: Vec<Option<(Number, Number)>> = Vec::with_capacity(shares.len());
    for share in shares {
        cut.push(match moves(share) && part(share).is_positive() {
            true => {
                let exact = (part(share) * &room).checked_div(&whole)?;
                let near = exact.round_to(2);
                let down = match near > exact {
                    true => &near - &unit,
                    false => near,
                };
                Some((down.clone(), exact - down))
            }
            false => None,
        });
    }
    let given: Number = cut.iter().flatten().map(|(down, _)| down).sum();
    let mut missing = &room - &given;
    let mut order: Vec<usize> = (0..cut.len()).filter(|i| cut[*i].is_some()).collect();
    order.sort_by(|a, b| {
        let loss = |i: usize| cut[i].as_ref().map(|(_, loss)| loss.clone());
        loss(*b).cmp(&loss(*a)).then(a.cmp(b))
    });
    for i in order.iter().copied().cycle().take(order.len() * 2) {
        if missing < unit {
            break;
        }
        if let Some((down, _)) = &mut cut[i] {
            *down += &unit;
            missing = &missing - &unit;
        }
    }
    // An expected sum of more than two decimals leaves less than a hundredth.
    if missing.is_positive()
        && let Some(first) = order.first()
        && let Some((down, _)) = &mut cut[*first]
    {
        *down += &missing;
    }
    let result = shares.iter().zip(cut).map(|(share, cut)| match cut {
        Some((weight, _)) => Some(weight),
        None => share.weight.clone(),
    });
    Some(result.collect())
}
