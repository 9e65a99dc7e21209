//! What differs between two plans, or between one plan at two dates, grouped by cause.

use std::collections::{BTreeMap, BTreeSet};

use crate::number::Number;
use crate::plan::{Node, NodeKind, Period, Plan, Reference, Role, Value};
use crate::score::{Derivation, Outlook, Scores, State};

use super::stated::{self, values_of};

/// A plan with its scores at a date.
#[derive(Clone, Copy, Debug)]
pub struct Dated<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// Its scores.
    pub scores: &'a Scores,
}

/// Something before and after; none where it was not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair<T> {
    /// Before.
    pub before: Option<T>,
    /// After.
    pub after: Option<T>,
}

/// A thing on both sides, with something that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed<T> {
    /// The thing before, as a node of the plan before.
    pub old: Option<Node>,
    /// The thing after, as a node of the plan after.
    pub new: Option<Node>,
    /// The period, for targets and actuals that are compared period by period.
    pub period: Option<Period>,
    /// What differs.
    pub pair: Pair<T>,
}

/// A weight that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WeightChange {
    /// Under what: a node of the plan after, or of the plan before where it is only there.
    pub parent: Pair<Node>,
    /// What.
    pub child: Pair<Node>,
    /// The weights in force, in points.
    pub weight: Pair<Number>,
}

/// What a score was and is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The score.
    pub score: Option<Number>,
    /// The outlook.
    pub outlook: Option<Outlook>,
    /// The state.
    pub state: State,
}

/// All differences.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison<'a> {
    /// Things that are only after: new, or admitted in the meantime.
    pub added: Vec<Node>,
    /// Things that are only before, as nodes of the plan before.
    pub removed: Vec<Node>,
    /// Things after that say what they replace, with what was replaced.
    pub replaced: Vec<(Reference, Node)>,
    /// Things called in other words.
    pub renamed: Vec<(Node, Node)>,
    /// Weights.
    pub weights: Vec<WeightChange>,
    /// Targets in force.
    pub targets: Vec<Changed<&'a Value>>,
    /// Actuals.
    pub actuals: Vec<Changed<&'a Value>>,
    /// Scores.
    pub scores: Vec<Changed<Standing>>,
}

impl Comparison<'_> {
    /// Nothing differs.
    pub fn is_empty(&self) -> bool {
        *self == Comparison::default()
    }
}

/// The kinds of things that are looked for on the other side.
const COMPARED: [NodeKind; 10] = [
    NodeKind::Body,
    NodeKind::Area,
    NodeKind::Perspective,
    NodeKind::Objective,
    NodeKind::Action,
    NodeKind::Indicator,
    NodeKind::Activity,
    NodeKind::Responsible,
    NodeKind::Dashboard,
    NodeKind::Sheet,
];

/// What differs from `before` to `after`.
pub fn comparison<'a>(before: Dated<'a>, after: Dated<'a>) -> Comparison<'a> {
    let (old, new) = (identities(before), identities(after));
    let mut found = Comparison::default();
    for (id, node) in &old {
        if !new.contains_key(id) {
            found.removed.push(*node);
        }
    }
    let mut pairs: Vec<(Option<Node>, Option<Node>)> = Vec::new();
    for (id, node) in &new {
        let was = old.get(id).copied();
        match was {
            None => found.added.push(*node),
            Some(was) => {
                let title = |of: Dated<'a>, node| of.plan.name_of(node).title;
                if title(before, was) != title(after, *node) {
                    found.renamed.push((was, *node));
                }
            }
        }
        pairs.push((was, Some(*node)));
        found
            .replaced
            .extend(replaces(after.plan, *node).map(|r| (r.clone(), *node)));
    }
    // What was replaced long before both is no difference.
    found
        .replaced
        .retain(|(_, node)| found.added.contains(node));
    found.added.sort_unstable();
    found.removed.sort_unstable();
    pairs.extend(found.removed.iter().map(|node| (Some(*node), None)));
    pairs.sort_unstable_by_key(|(old, new)| (new.or(*old).map(|n| n.kind), *new, *old));
    found.weights = weights(before, after, &old, &new);
    for (was, is) in pairs {
        values(before, after, was, is, &mut found);
        let standing = |of: Dated<'_>, node: Option<Node>| {
            let score = of.scores.of(node?)?;
            Some(Standing {
                score: score.score.clone(),
                outlook: score.outlook,
                state: score.state,
            })
        };
        let pair = Pair {
            before: standing(before, was),
            after: standing(after, is),
        };
        let score_of = |s: &Option<Standing>| s.as_ref().and_then(|s| s.score.clone());
        let state_of = |s: &Option<Standing>| s.as_ref().map(|s| (s.outlook, s.state));
        let both = was.is_some() && is.is_some();
        let differs = score_of(&pair.before) != score_of(&pair.after)
            || both && state_of(&pair.before) != state_of(&pair.after);
        if differs {
            found.scores.push(Changed {
                old: was,
                new: is,
                period: None,
                pair,
            });
        }
    }
    found
}

/// The things in force on one side, by identity. What is proposed, replaced or removed is not there;
/// things of one identity are told apart by their order.
fn identities(of: Dated<'_>) -> BTreeMap<(NodeKind, String, usize), Node> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    of.scores
        .nodes
        .iter()
        .filter(|s| COMPARED.contains(&s.node.kind))
        .filter(|s| !matches!(s.state, State::Proposed | State::Replaced | State::Removed))
        .map(|s| {
            let id = of.plan.id_of(s.node);
            let copies = seen.entry(id.clone()).or_default();
            *copies += 1;
            ((s.node.kind, id, *copies), s.node)
        })
        .collect()
}

/// What a thing says that it replaces.
fn replaces(plan: &Plan, node: Node) -> Option<&Reference> {
    match node.kind {
        NodeKind::Objective => plan.objectives.get(node.at())?.replaces.as_ref(),
        NodeKind::Indicator => plan.indicators.get(node.at())?.replaces.as_ref(),
        _ => None,
    }
}

type Identities = BTreeMap<(NodeKind, String, usize), Node>;

fn weights(
    before: Dated<'_>,
    after: Dated<'_>,
    old: &Identities,
    new: &Identities,
) -> Vec<WeightChange> {
    let ids = |map: &Identities| -> BTreeMap<Node, (NodeKind, String, usize)> {
        map.iter().map(|(id, node)| (*node, id.clone())).collect()
    };
    type Places = BTreeMap<
        ((NodeKind, String, usize), (NodeKind, String, usize)),
        (Node, Node, Option<Number>),
    >;
    let places = |of: Dated<'_>, ids: &BTreeMap<Node, (NodeKind, String, usize)>| -> Places {
        of.scores
            .placements
            .iter()
            .filter_map(|p| {
                let key = (ids.get(&p.parent)?.clone(), ids.get(&p.child)?.clone());
                Some((key, (p.parent, p.child, p.weight.clone())))
            })
            .collect()
    };
    let (old, new) = (places(before, &ids(old)), places(after, &ids(new)));
    let keys: BTreeSet<_> = old.keys().chain(new.keys()).collect();
    let mut found: Vec<WeightChange> = keys
        .into_iter()
        .filter_map(|key| {
            let (was, is) = (old.get(key), new.get(key));
            let weight = Pair {
                before: was.and_then(|w| w.2.clone()),
                after: is.and_then(|w| w.2.clone()),
            };
            (weight.before != weight.after).then(|| WeightChange {
                parent: Pair {
                    before: was.map(|w| w.0),
                    after: is.map(|w| w.0),
                },
                child: Pair {
                    before: was.map(|w| w.1),
                    after: is.map(|w| w.1),
                },
                weight,
            })
        })
        .collect();
    found.sort_by_key(|w| {
        (
            w.parent.after.or(w.parent.before),
            w.child.after.or(w.child.before),
        )
    });
    found
}

/// Targets and actuals of a thing: at the two checkpoints where these differ, else period by period.
fn values<'a>(
    before: Dated<'a>,
    after: Dated<'a>,
    old: Option<Node>,
    new: Option<Node>,
    found: &mut Comparison<'a>,
) {
    if old.is_none() || new.is_none() {
        return;
    }
    let one_day = before.scores.checkpoint == after.scores.checkpoint;
    let mut add = |target: bool, period: Option<Period>, pair: Pair<&'a Value>| {
        let text = |v: Option<&'a Value>| v.map(|v| (v.text.trim(), v.state.as_deref()));
        if text(pair.before) != text(pair.after) {
            let list = match target {
                true => &mut found.targets,
                false => &mut found.actuals,
            };
            list.push(Changed {
                old,
                new,
                period,
                pair,
            });
        }
    };
    if !one_day {
        add(
            true,
            None,
            Pair {
                before: target_in_force(before, old),
                after: target_in_force(after, new),
            },
        );
        let actual = |of: Dated<'a>, node: Option<Node>| {
            stated::actual(values_of(of.plan, node?), of.scores.checkpoint?)
        };
        add(
            false,
            None,
            Pair {
                before: actual(before, old),
                after: actual(after, new),
            },
        );
        return;
    }
    for (target, roles) in [
        (true, [Role::Target, Role::RevisedTarget].as_slice()),
        (false, [Role::Actual].as_slice()),
    ] {
        let by_period = |of: Dated<'a>, node: Option<Node>| {
            let values = node.map_or(&[][..], |node| values_of(of.plan, node));
            let mut by: BTreeMap<Period, &'a Value> = BTreeMap::new();
            // A revised target stands in the place of the one it revises.
            for role in roles {
                for value in stated::of_role(values, *role) {
                    by.insert(value.period.clone(), value);
                }
            }
            by
        };
        let (old, new) = (by_period(before, old), by_period(after, new));
        let periods: BTreeSet<&Period> = old.keys().chain(new.keys()).collect();
        for period in periods {
            let pair = Pair {
                before: old.get(period).copied(),
                after: new.get(period).copied(),
            };
            add(target, Some(period.clone()), pair);
        }
    }
}

/// The target that the score uses, else the one written for the checkpoint.
fn target_in_force<'a>(of: Dated<'a>, node: Option<Node>) -> Option<&'a Value> {
    let node = node?;
    let values = values_of(of.plan, node);
    let used = of
        .scores
        .of(node)
        .and_then(|score| match &score.derivation {
            Derivation::Leaf(leaf) => values.get(leaf.target?.0?),
            Derivation::Mean(_) => None,
        });
    used.or_else(|| stated::expected(values, of.scores.checkpoint?).target)
}
