//! The objectives as a forest, walked once from the top: who is the topmost carrier of a label, and
//! whose assigned objectives have assigned descendants.
//!
//! An objective hangs from the parent it names, else from the first one it is placed under.

use std::collections::HashMap;
use std::hash::Hash;

use crate::plan::{Node, NodeKind, Plan};

/// The objectives under each objective.
pub(super) struct Forest {
    /// Objectives without an objective above, then one of each cycle of parents.
    roots: Vec<usize>,
    children: Vec<Vec<usize>>,
}

enum Step {
    Enter(usize),
    Leave(usize),
}

impl Forest {
    pub(super) fn of(plan: &Plan) -> Forest {
        let count = plan.objectives.len();
        let objective = |node: Option<Node>| {
            node.filter(|n| n.kind == NodeKind::Objective && n.at() < count)
                .map(Node::at)
        };
        let mut parents: Vec<Option<usize>> = plan
            .objectives
            .iter()
            .map(|o| objective(o.parent.as_ref().and_then(|r| r.node)))
            .collect();
        for placement in &plan.placements {
            if let (Some(child), Some(parent)) = (
                objective(placement.child.node),
                objective(placement.parent.node),
            ) {
                parents[child].get_or_insert(parent);
            }
        }
        let mut children: Vec<Vec<usize>> = vec![Vec::new(); count];
        let mut roots = Vec::new();
        for (i, parent) in parents.into_iter().enumerate() {
            match parent.filter(|parent| *parent != i) {
                Some(parent) => children[parent].push(i),
                None => roots.push(i),
            }
        }
        let mut forest = Forest { roots, children };
        forest.enter_cycles(count);
        forest
    }

    /// Objectives whose parents go round in a circle have no root: the first of each circle is one.
    fn enter_cycles(&mut self, count: usize) {
        let mut seen = vec![false; count];
        for &root in &self.roots {
            self.mark(root, &mut seen);
        }
        for i in 0..count {
            if !seen[i] {
                self.mark(i, &mut seen);
                self.roots.push(i);
            }
        }
    }

    fn mark(&self, root: usize, seen: &mut [bool]) {
        let mut open = vec![root];
        while let Some(i) = open.pop() {
            seen[i] = true;
            open.extend(self.children[i].iter().filter(|child| !seen[**child]));
        }
    }

    /// For each objective, those of its marks that no objective above it carries.
    pub(super) fn topmost<M: Copy + Eq + Hash>(&self, marks: &[Vec<M>]) -> Vec<Vec<M>> {
        let mut topmost: Vec<Vec<M>> = vec![Vec::new(); marks.len()];
        let mut above: HashMap<M, usize> = HashMap::new();
        self.walk(|step| match step {
            Step::Enter(i) => {
                for mark in &marks[i] {
                    let carriers = above.entry(*mark).or_default();
                    if *carriers == 0 {
                        topmost[i].push(*mark);
                    }
                    *carriers += 1;
                }
            }
            Step::Leave(i) => {
                for mark in &marks[i] {
                    above.entry(*mark).and_modify(|carriers| *carriers -= 1);
                }
            }
        });
        topmost
    }

    /// For each objective, those of its marks that no objective below it carries.
    pub(super) fn undermost<M: Copy + Eq + Hash>(&self, marks: &[Vec<M>]) -> Vec<Vec<M>> {
        let mut undermost: Vec<Vec<M>> = marks.to_vec();
        let mut above: HashMap<M, Vec<usize>> = HashMap::new();
        self.walk(|step| match step {
            Step::Enter(i) => {
                for mark in &marks[i] {
                    let carriers = above.entry(*mark).or_default();
                    // The nearest carrier above knew already, or knows now, that it is not the
                    // last; those above it were told when it was entered.
                    if let Some(nearest) = carriers.last() {
                        undermost[*nearest].retain(|m| m != mark);
                    }
                    carriers.push(i);
                }
            }
            Step::Leave(i) => {
                for mark in &marks[i] {
                    above.entry(*mark).and_modify(|carriers| {
                        carriers.pop();
                    });
                }
            }
        });
        undermost
    }

    fn walk(&self, mut visit: impl FnMut(Step)) {
        let mut seen = vec![false; self.children.len()];
        let mut open: Vec<Step> = self.roots.iter().rev().map(|i| Step::Enter(*i)).collect();
        while let Some(step) = open.pop() {
            if let Step::Enter(i) = step {
                // Only a circle of parents comes back to an objective.
                if std::mem::replace(&mut seen[i], true) {
                    continue;
                }
                open.push(Step::Leave(i));
                open.extend(
                    self.children[i]
                        .iter()
                        .rev()
                        .map(|child| Step::Enter(*child)),
                );
            }
            visit(step);
        }
    }
}
