//! The objectives as a forest, walked once from the top: who is the topmost carrier of a label, and
//! whose assigned objectives have assigned descendants.
//!
//! An objective hangs from the parent it names, else from the first one it is placed under.

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

    /// For each mark, the objectives that carry it and have no carrier of it above them; `marks`
    /// are those of each objective, counted from 0 to `count`.
    pub(super) fn topmost(&self, marks: &[Vec<usize>], count: usize) -> Vec<Vec<usize>> {
        let mut topmost: Vec<Vec<usize>> = vec![Vec::new(); count];
        let mut above: Vec<usize> = vec![0; count];
        self.walk(|step| match step {
            Step::Enter(i) => {
                for mark in &marks[i] {
                    if above[*mark] == 0 {
                        topmost[*mark].push(i);
                    }
                    above[*mark] += 1;
                }
            }
            Step::Leave(i) => {
                for mark in &marks[i] {
                    above[*mark] -= 1;
                }
            }
        });
        in_order(topmost)
    }

    /// For each mark, the objectives that carry it and have no carrier of it below them.
    pub(super) fn undermost(&self, marks: &[Vec<usize>], count: usize) -> Vec<Vec<usize>> {
        let mut undermost: Vec<Vec<usize>> = vec![Vec::new(); count];
        // The carriers from the top down to here, and whether one was met below each.
        let mut above: Vec<Vec<bool>> = vec![Vec::new(); count];
        self.walk(|step| match step {
            Step::Enter(i) => {
                for mark in &marks[i] {
                    // Those above the nearest carrier were told when it was entered.
                    if let Some(nearest) = above[*mark].last_mut() {
                        *nearest = true;
                    }
                    above[*mark].push(false);
                }
            }
            Step::Leave(i) => {
                for mark in &marks[i] {
                    if above[*mark].pop() == Some(false) {
                        undermost[*mark].push(i);
                    }
                }
            }
        });
        in_order(undermost)
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

/// The objectives of each mark in the order of the plan.
fn in_order(mut lists: Vec<Vec<usize>>) -> Vec<Vec<usize>> {
    lists.iter_mut().for_each(|list| list.sort_unstable());
    lists
}
