//! The views of a plan as indented rows: what `score` prints, and later pages and documents.

use std::collections::{BTreeMap, BTreeSet};

use crate::plan::{Node, NodeKind, Plan};
use crate::score::{NodeScore, ScoredPlacement, Scores};

/// A way to look at a plan: roots, and the places followed from them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum View {
    /// The body and its tree.
    Body,
    /// Strategic areas.
    Areas,
    /// Perspectives.
    Perspectives,
    /// Programmes.
    Programmes,
    /// Purposes.
    Purposes,
    /// Holders of objectives.
    Responsibles,
    /// Dashboards.
    Dashboards,
    /// Objectives of the special agency.
    Agency,
    /// National objectives.
    National,
    /// Individual sheets.
    Sheets,
    /// Whatever no other view shows.
    Others,
}

impl View {
    /// All of them, in the order of printing.
    pub const ALL: [View; 11] = [
        View::Body,
        View::Areas,
        View::Perspectives,
        View::Programmes,
        View::Purposes,
        View::Responsibles,
        View::Dashboards,
        View::Agency,
        View::National,
        View::Sheets,
        View::Others,
    ];

    /// The machine token.
    pub fn token(self) -> &'static str {
        match self {
            View::Body => "body",
            View::Areas => "areas",
            View::Perspectives => "perspectives",
            View::Programmes => "programmes",
            View::Purposes => "purposes",
            View::Responsibles => "responsibles",
            View::Dashboards => "dashboards",
            View::Agency => "agency",
            View::National => "national",
            View::Sheets => "sheets",
            View::Others => "others",
        }
    }
}

/// One row of a view.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// How deep it stands, from 0.
    pub depth: usize,
    /// The place that puts it there; none for a root.
    pub place: Option<&'a ScoredPlacement>,
    /// The thing and its score.
    pub score: &'a NodeScore,
}

/// How often what stands below a thing is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repeat {
    /// Wherever the thing stands.
    Always,
    /// Where the thing stands first; elsewhere it is one row.
    Once,
}

/// The rows of every view asked that has any.
pub fn listing<'a>(
    plan: &Plan,
    scores: &'a Scores,
    asked: &[View],
    repeat: Repeat,
) -> Vec<(View, Vec<Row<'a>>)> {
    let mut under: BTreeMap<Node, Vec<&ScoredPlacement>> = BTreeMap::new();
    for place in &scores.placements {
        under.entry(place.parent).or_default().push(place);
    }
    let mut walk = Walk {
        scores,
        under,
        repeat,
        shown: BTreeSet::new(),
    };
    let mut views = Vec::new();
    for view in View::ALL.into_iter().filter(|view| asked.contains(view)) {
        let mut rows = Vec::new();
        for root in roots(plan, scores, view, &walk.shown) {
            walk.follow(root, None, 0, &mut rows);
        }
        if !rows.is_empty() {
            views.push((view, rows));
        }
    }
    views
}

fn roots(plan: &Plan, scores: &Scores, view: View, shown: &BTreeSet<Node>) -> Vec<Node> {
    let of_kind = |kind| {
        scores
            .nodes
            .iter()
            .map(|s| s.node)
            .filter(move |n| n.kind == kind)
    };
    let objectives = |wanted: fn(&crate::plan::Objective) -> bool| {
        of_kind(NodeKind::Objective)
            .filter(|n| {
                let objective = &plan.objectives[n.at()];
                let parent = objective.parent.as_ref().and_then(|r| r.node);
                wanted(objective)
                    && !parent.is_some_and(|p| {
                        p.kind == NodeKind::Objective && wanted(&plan.objectives[p.at()])
                    })
            })
            .collect()
    };
    match view {
        View::Body => vec![Node::BODY],
        View::Areas => of_kind(NodeKind::Area).collect(),
        View::Perspectives => of_kind(NodeKind::Perspective).collect(),
        View::Programmes => of_kind(NodeKind::Programme).collect(),
        View::Purposes => of_kind(NodeKind::Purpose).collect(),
        View::Responsibles => of_kind(NodeKind::Responsible).collect(),
        View::Dashboards => of_kind(NodeKind::Dashboard).collect(),
        View::Agency => objectives(|o| o.agency),
        View::National => objectives(|o| o.national),
        View::Sheets => of_kind(NodeKind::Sheet).collect(),
        View::Others => {
            let held: BTreeSet<Node> = scores.placements.iter().map(|p| p.child).collect();
            scores
                .nodes
                .iter()
                .map(|s| s.node)
                .filter(|n| {
                    !shown.contains(n)
                        && !held.contains(n)
                        && matches!(n.kind, NodeKind::Objective | NodeKind::Indicator)
                })
                .collect()
        }
    }
}

struct Walk<'a> {
    scores: &'a Scores,
    under: BTreeMap<Node, Vec<&'a ScoredPlacement>>,
    repeat: Repeat,
    shown: BTreeSet<Node>,
}

/// Deeper trees are shown down to here; their scores are complete all the same.
const DEEPEST: usize = 64;

impl<'a> Walk<'a> {
    fn follow(
        &mut self,
        node: Node,
        place: Option<&'a ScoredPlacement>,
        depth: usize,
        rows: &mut Vec<Row<'a>>,
    ) {
        let Some(score) = self.scores.of(node) else {
            return;
        };
        rows.push(Row {
            depth,
            place,
            score,
        });
        let first = self.shown.insert(node);
        if depth >= DEEPEST || (!first && self.repeat == Repeat::Once) {
            return;
        }
        let children = self.under.get(&node).cloned().unwrap_or_default();
        // What stands under a heading of this node is shown there, once.
        let headed: BTreeSet<Node> = children
            .iter()
            .filter(|p| matches!(p.child.kind, NodeKind::Action | NodeKind::Section))
            .flat_map(|p| self.under.get(&p.child).into_iter().flatten())
            .map(|p| p.child)
            .collect();
        for place in children {
            if place.child.kind != NodeKind::Indicator || !headed.contains(&place.child) {
                self.follow(place.child, Some(place), depth + 1, rows);
            }
        }
    }
}
