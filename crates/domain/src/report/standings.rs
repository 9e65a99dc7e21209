//! How indicators stand, one by one and counted by area and by responsible.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use super::outline::Outline;
use crate::plan::{Node, NodeKind, Plan};
use crate::score::{NodeScore, Outlook, Scores, State};

/// How a thing stands, as documents mark it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Standing {
    /// Reached.
    Reached,
    /// On course.
    OnCourse,
    /// Late.
    Late,
    /// Not reached.
    NotReached,
    /// To be measured, or missing.
    ToMeasure,
    /// Left out: nothing is expected of it yet, or its state says why.
    LeftOut,
}

impl Standing {
    /// All of them, in the order of printing.
    pub const ALL: [Standing; 6] = [
        Standing::Reached,
        Standing::OnCourse,
        Standing::Late,
        Standing::NotReached,
        Standing::ToMeasure,
        Standing::LeftOut,
    ];

    /// The machine token.
    pub fn token(self) -> &'static str {
        match self {
            Standing::Reached => "reached",
            Standing::OnCourse => "on_course",
            Standing::Late => "late",
            Standing::NotReached => "not_reached",
            Standing::ToMeasure => "to_measure",
            Standing::LeftOut => "left_out",
        }
    }

    /// How a scored thing stands: its outlook, also where it is not due yet; what is missing is to be
    /// measured, whatever else.
    pub fn of(score: &NodeScore) -> Standing {
        let outlook = match score.state {
            State::Measured | State::ToMeasure | State::NotDue => score.outlook,
            State::Missing => Some(Outlook::ToMeasure),
            _ => None,
        };
        match (outlook, score.state) {
            (Some(Outlook::Reached), _) => Standing::Reached,
            (Some(Outlook::OnCourse), _) => Standing::OnCourse,
            (Some(Outlook::Late), _) => Standing::Late,
            (Some(Outlook::NotReached), _) => Standing::NotReached,
            (Some(Outlook::ToMeasure), _) | (None, State::ToMeasure) => Standing::ToMeasure,
            (None, _) => Standing::LeftOut,
        }
    }
}

/// How many stand how.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standings {
    counts: [usize; Standing::ALL.len()],
}

impl Standings {
    /// How so many nodes stand; what has no score is left out.
    pub fn of(scores: &Scores, nodes: &[Node]) -> Standings {
        let mut standings = Standings::default();
        for node in nodes {
            let standing = scores.of(*node).map_or(Standing::LeftOut, Standing::of);
            standings.counts[standing as usize] += 1;
        }
        standings
    }

    /// How many stand so.
    pub fn count(&self, standing: Standing) -> usize {
        self.counts[standing as usize]
    }

    /// All of them.
    pub fn total(&self) -> usize {
        self.counts.iter().sum()
    }
}

/// Of what a tally is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    /// An area, or a responsible.
    Of(Node),
    /// Objectives outside all areas.
    Outside,
    /// The special agency.
    Agency,
    /// Objectives common to all bodies of the kind.
    National,
    /// Indicators of no objective: those that stand on dashboards only.
    Dashboards,
}

/// The objectives and indicators of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// Of what.
    pub group: Group,
    /// Its objectives, of every level.
    pub objectives: Vec<Node>,
    /// Its indicators, each once.
    pub indicators: Vec<Node>,
    /// How the indicators stand.
    pub standings: Standings,
}

/// Every indicator of the plan in one group: that in which it comes first.
pub fn by_area(plan: &Plan, outline: &Outline<'_>, scores: &Scores) -> Vec<Tally> {
    let mut seen = BTreeSet::new();
    let mut tallies = Vec::new();
    let mut add = |group, objectives: Vec<Node>, indicators: Vec<Node>| {
        let objectives: Vec<Node> = objectives.into_iter().filter(|n| seen.insert(*n)).collect();
        let indicators: Vec<Node> = indicators.into_iter().filter(|n| seen.insert(*n)).collect();
        if !objectives.is_empty() || !indicators.is_empty() {
            let standings = Standings::of(scores, &indicators);
            tallies.push(Tally {
                group,
                objectives,
                indicators,
                standings,
            });
        }
    };
    let all_of = |roots: &[Node]| {
        let objectives: Vec<Node> = roots
            .iter()
            .flat_map(|root| outline.descendants(*root))
            .map(|(_, node)| node)
            .collect();
        let indicators = of_objectives(outline, &objectives);
        (objectives, indicators)
    };
    let apart = [
        (Group::Agency, outline.apart(plan, false)),
        (Group::National, outline.apart(plan, true)),
    ];
    for branch in outline.tree(plan) {
        let (objectives, mut indicators) = all_of(&branch.objectives);
        let group = branch.area.map_or(Group::Outside, Group::Of);
        if let Some(area) = branch.area {
            indicators.extend(outline.children(area, NodeKind::Indicator));
        }
        add(group, objectives, indicators);
    }
    for (group, roots) in apart {
        let (objectives, indicators) = all_of(&roots);
        add(group, objectives, indicators);
    }
    let all = (0..plan.indicators.len()).map(|i| Node::new(NodeKind::Indicator, i));
    add(Group::Dashboards, Vec::new(), all.collect());
    tallies
}

/// What each responsible answers for: the objectives assigned, those that contribute to them and are
/// assigned to nobody, and their indicators. One objective may have several responsibles.
pub fn by_responsible(plan: &Plan, outline: &Outline<'_>, scores: &Scores) -> Vec<Tally> {
    let held = |node: Node| {
        outline
            .over(node)
            .iter()
            .any(|place| place.parent.kind == NodeKind::Responsible)
    };
    let mut tallies = Vec::new();
    for i in 0..plan.responsibles.len() {
        let holder = Node::new(NodeKind::Responsible, i);
        let mut seen = BTreeSet::new();
        let mut objectives = Vec::new();
        let mut pending = outline.children(holder, NodeKind::Objective);
        pending.reverse();
        while let Some(node) = pending.pop() {
            if !seen.insert(node) {
                continue;
            }
            objectives.push(node);
            let below = outline.children(node, NodeKind::Objective);
            pending.extend(below.into_iter().rev().filter(|child| !held(*child)));
        }
        let mut indicators = of_objectives(outline, &objectives);
        indicators.extend(outline.children(holder, NodeKind::Indicator));
        let mut once = BTreeSet::new();
        indicators.retain(|n| once.insert(*n));
        if objectives.is_empty() && indicators.is_empty() {
            continue;
        }
        let standings = Standings::of(scores, &indicators);
        tallies.push(Tally {
            group: Group::Of(holder),
            objectives,
            indicators,
            standings,
        });
    }
    tallies
}

/// The indicators of objectives, each once, in their order.
fn of_objectives(outline: &Outline<'_>, objectives: &[Node]) -> Vec<Node> {
    let mut seen = BTreeSet::new();
    objectives
        .iter()
        .flat_map(|objective| outline.indicators(*objective))
        .map(|(_, place)| place.child)
        .filter(|node| seen.insert(*node))
        .collect()
}

/// Things by how they stand: those not reached, late, to be measured, on course, reached, left out;
/// among those that stand alike the lowest progress first, else the lowest score; else in their order.
pub fn by_standing(scores: &Scores, nodes: &mut [Node]) {
    let rank = |node: &Node| match scores.of(*node).map_or(Standing::LeftOut, Standing::of) {
        Standing::NotReached => 0,
        Standing::Late => 1,
        Standing::ToMeasure => 2,
        Standing::OnCourse => 3,
        Standing::Reached => 4,
        Standing::LeftOut => 5,
    };
    let known = |node: &Node| {
        let score = scores.of(*node)?;
        score.progress.as_ref().or(score.score.as_ref())
    };
    nodes.sort_by(|a, b| {
        rank(a)
            .cmp(&rank(b))
            .then_with(|| match (known(a), known(b)) {
                (Some(a), Some(b)) => a.cmp(b),
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (None, None) => Ordering::Equal,
            })
    });
}

/// The objectives and the indicators that stand below a thing, each once, in the order of the plan's
/// tree.
pub fn below(outline: &Outline<'_>, node: Node) -> (Vec<Node>, Vec<Node>) {
    let (mut objectives, mut indicators) = (Vec::new(), Vec::new());
    let mut seen = BTreeSet::from([node]);
    let mut pending = vec![node];
    while let Some(here) = pending.pop() {
        match here.kind {
            NodeKind::Objective if here != node => objectives.push(here),
            NodeKind::Indicator if here != node => indicators.push(here),
            _ => {}
        }
        let children = outline.under(here).iter().map(|place| place.child);
        let new: Vec<Node> = children.filter(|child| seen.insert(*child)).collect();
        pending.extend(new.into_iter().rev());
    }
    (objectives, indicators)
}

/// The indicators that are late or not reached, farthest from their target first: by progress, then
/// by score; those without either come last, in the order of the plan.
pub fn worst_first(plan: &Plan, scores: &Scores) -> Vec<Node> {
    let mut found: Vec<&NodeScore> = (0..plan.indicators.len())
        .filter_map(|i| scores.of(Node::new(NodeKind::Indicator, i)))
        .filter(|score| matches!(Standing::of(score), Standing::Late | Standing::NotReached))
        .collect();
    let known = |score: &NodeScore| score.progress.clone().or_else(|| score.score.clone());
    found.sort_by(|a, b| match (known(a), known(b)) {
        (Some(a), Some(b)) => a.cmp(&b),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    });
    found.into_iter().map(|score| score.node).collect()
}
