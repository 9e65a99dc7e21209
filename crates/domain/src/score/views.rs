//! The views: which children make the score of each thing (scoring.md §4).

use std::collections::{BTreeMap, BTreeSet};

use crate::finding::Finding;
use crate::number::{Number, Style};
use crate::plan::{Node, NodeKind, Objective, Plan, Reference};

use super::derivation::PartRole;
use super::graph::{Edge, Group, Numbering};
use super::places::{Place, Places, bare, places};
use super::timeline::Timeline;
use super::value::weights_from_value;

/// For each label, the topmost objectives that carry it.
struct Labels {
    carriers: BTreeMap<Node, Vec<usize>>,
}

/// Builds the views of a plan.
pub(super) struct Builder<'a> {
    plan: &'a Plan,
    timeline: &'a Timeline,
    numbering: &'a Numbering,
    places: Places,
}

impl<'a> Builder<'a> {
    pub(super) fn of(plan: &'a Plan, timeline: &'a Timeline, numbering: &'a Numbering) -> Self {
        Builder {
            plan,
            timeline,
            places: places(plan, timeline, numbering),
            numbering,
        }
    }

    /// What every node's score is made of, by position.
    pub(super) fn groups(&self, findings: &mut Vec<Finding>) -> Vec<Vec<Group>> {
        let labels = self.labels(findings);
        (0..self.numbering.count())
            .map(|position| {
                let node = self.numbering.node(position);
                let mut groups = self.groups_of(node, &labels);
                if self.plan.method.weights_from_value {
                    self.weigh_by_value(node, &mut groups, findings);
                }
                groups
            })
            .collect()
    }

    fn under(&self, node: Node) -> &[Place] {
        self.numbering
            .position(node)
            .map_or(&[], |p| &self.places.under[p])
    }

    fn edge(&self, place: &Place) -> Option<Edge> {
        Some(Edge {
            child: self.numbering.position(place.child)?,
            weight: place.weight.clone(),
            proposed: place.proposed,
            heading: false,
        })
    }

    fn edges<'p>(&self, places: impl Iterator<Item = &'p Place>) -> Vec<Edge> {
        places.filter_map(|p| self.edge(p)).collect()
    }

    fn whole(edges: Vec<Edge>) -> Vec<Group> {
        if edges.is_empty() {
            return Vec::new();
        }
        vec![Group {
            role: PartRole::Whole,
            share: Number::ONE,
            edges,
        }]
    }

    fn groups_of(&self, node: Node, labels: &Labels) -> Vec<Group> {
        match node.kind {
            NodeKind::Body => Self::whole(self.body()),
            NodeKind::Area | NodeKind::Perspective | NodeKind::Programme | NodeKind::Purpose => {
                Self::whole(self.label(node, labels))
            }
            NodeKind::Objective => self.objective(node),
            NodeKind::Action => Self::whole(self.action(node)),
            NodeKind::Indicator => Self::whole(
                self.edges(
                    self.under(node)
                        .iter()
                        .filter(|p| p.child.kind == NodeKind::Activity),
                ),
            ),
            NodeKind::Responsible => Self::whole(self.responsible(node)),
            NodeKind::Dashboard => Self::whole(self.dashboard(node)),
            NodeKind::Section => Self::whole(self.indicators_with_headings(node)),
            NodeKind::Sheet => self.sheet(node),
            _ => Vec::new(),
        }
    }

    /// Weights declared as derived from economic value: computed where none is printed, checked
    /// where they are (scoring.md §5).
    fn weigh_by_value(&self, node: Node, groups: &mut [Group], findings: &mut Vec<Finding>) {
        if !matches!(node.kind, NodeKind::Responsible | NodeKind::Objective) {
            return;
        }
        let tolerance = self.plan.method.weight_tolerance();
        for group in groups {
            let objectives: Option<Vec<usize>> = group
                .edges
                .iter()
                .map(|e| self.numbering.node(e.child))
                .map(|child| (child.kind == NodeKind::Objective).then(|| child.at()))
                .collect();
            let Some(weights) =
                objectives.and_then(|objectives| weights_from_value(self.plan, &objectives))
            else {
                continue;
            };
            let printed = group.edges.iter().any(|e| e.weight.is_some());
            for (edge, computed) in group.edges.iter_mut().zip(weights) {
                match &edge.weight {
                    None if !printed => edge.weight = Some(computed),
                    Some(weight) if (weight - &computed).abs() > tolerance => findings.push(
                        Finding::warning("score-weight-not-from-value")
                            .at(self.numbering.node(edge.child))
                            .field("weight")
                            .arg("weight", weight.format_plain(Style::ITALIAN))
                            .arg("computed", computed.format_plain(Style::ITALIAN)),
                    ),
                    _ => {}
                }
            }
        }
    }

    fn in_force(&self, objective: &Objective) -> bool {
        self.timeline
            .out_of_force(objective.status, objective.variation.as_ref())
            .is_none()
    }

    /// Whether an objective contributes to another one.
    fn has_parent(objective: &Objective) -> bool {
        objective
            .parent
            .as_ref()
            .and_then(|r| r.node)
            .is_some_and(|parent| parent.kind == NodeKind::Objective)
    }

    fn area_of(objective: &Objective) -> Option<Node> {
        let area = |r: &Option<Reference>| {
            r.as_ref()
                .and_then(|r| r.node)
                .filter(|n| n.kind == NodeKind::Area)
        };
        area(&objective.parent).or(area(&objective.area))
    }

    /// The body: its declared placements; else the areas if every root objective has one; else the
    /// root objectives. National ones and the agency's are views of their own.
    fn body(&self) -> Vec<Edge> {
        let declared = self.under(Node::BODY);
        if !declared.is_empty() {
            return self.edges(declared.iter());
        }
        let roots: Vec<(usize, &Objective)> = self
            .plan
            .objectives
            .iter()
            .enumerate()
            .filter(|(_, o)| !o.national && !o.agency && !Self::has_parent(o))
            .collect();
        let placed = roots
            .iter()
            .filter(|(_, o)| self.in_force(o))
            .all(|(_, o)| Self::area_of(o).is_some());
        if placed && !self.plan.areas.is_empty() && !roots.is_empty() {
            return self
                .plan
                .areas
                .iter()
                .enumerate()
                .filter_map(|(i, area)| {
                    self.edge(&Place {
                        child: Node::new(NodeKind::Area, i),
                        weight: self.timeline.weight(
                            area.weight.as_ref(),
                            area.revised_weight.as_ref(),
                            area.variation.as_ref(),
                        ),
                        action: None,
                        proposed: false,
                    })
                })
                .collect();
        }
        roots
            .iter()
            .filter_map(|(i, _)| self.edge(&bare(Node::new(NodeKind::Objective, *i))))
            .collect()
    }

    /// A label: what is placed under it, then the topmost objectives that carry it.
    fn label(&self, node: Node, labels: &Labels) -> Vec<Edge> {
        let mut edges = self.edges(self.under(node).iter());
        let placed: BTreeSet<usize> = edges.iter().map(|e| e.child).collect();
        for objective in labels.carriers.get(&node).into_iter().flatten() {
            let place = bare(Node::new(NodeKind::Objective, *objective));
            if let Some(edge) = self.edge(&place)
                && !placed.contains(&edge.child)
            {
                edges.push(edge);
            }
        }
        edges
    }

    /// The topmost carriers of every label; labels outside the declared lists are reported.
    fn labels(&self, findings: &mut Vec<Finding>) -> Labels {
        let plan = self.plan;
        let mut carried: Vec<BTreeSet<Node>> = Vec::with_capacity(plan.objectives.len());
        for (i, objective) in plan.objectives.iter().enumerate() {
            let mut of_this = BTreeSet::new();
            let written = [
                ("perspectives", &objective.perspectives),
                ("programmes", &objective.programmes),
                ("purposes", &objective.purposes),
            ];
            of_this.extend(objective.area.iter().filter_map(|r| r.node));
            for (field, references) in written {
                for reference in references {
                    match reference.node {
                        Some(label) => {
                            of_this.insert(label);
                        }
                        None if reference.text.trim() == "*" && field == "perspectives" => {
                            of_this.extend(
                                (0..plan.perspectives.len())
                                    .map(|p| Node::new(NodeKind::Perspective, p)),
                            );
                        }
                        None => findings.push(
                            Finding::warning("score-unknown-label")
                                .at(Node::new(NodeKind::Objective, i))
                                .field(field)
                                .arg("text", reference.text.clone()),
                        ),
                    }
                }
            }
            carried.push(of_this);
        }
        let mut carriers: BTreeMap<Node, Vec<usize>> = BTreeMap::new();
        for (i, of_this) in carried.iter().enumerate() {
            for label in of_this {
                if !self.has_carrier_above(i, |above| carried[above].contains(label)) {
                    carriers.entry(*label).or_default().push(i);
                }
            }
        }
        Labels { carriers }
    }

    /// Whether an objective above this one carries the same label.
    fn has_carrier_above(&self, objective: usize, carries: impl Fn(usize) -> bool) -> bool {
        let mut above = objective;
        // A chain longer than the plan is a cycle, reported where the order is made.
        for _ in 0..self.plan.objectives.len() {
            let Some(parent) = self.plan.objectives[above]
                .parent
                .as_ref()
                .and_then(|r| r.node)
            else {
                return false;
            };
            if parent.kind != NodeKind::Objective || parent.at() == objective {
                return false;
            }
            above = parent.at();
            if carries(above) {
                return true;
            }
        }
        false
    }

    /// An objective: its own indicators (by action where their weights close per action) beside the
    /// objectives that contribute to it.
    fn objective(&self, node: Node) -> Vec<Group> {
        let under = self.under(node);
        let contributing: Vec<Edge> =
            self.edges(under.iter().filter(|p| p.child.kind == NodeKind::Objective));
        let own = self.indicators_with_headings(node);
        let counts = own.iter().any(|e| !e.heading);
        if contributing.is_empty() || !counts {
            let mut edges = own;
            edges.extend(contributing);
            return Self::whole(edges);
        }
        let share = self.own_share(node, &own);
        vec![
            Group {
                role: PartRole::Own,
                share: share.clone(),
                edges: own,
            },
            Group {
                role: PartRole::Contributing,
                share: Number::ONE - share,
                edges: contributing,
            },
        ]
    }

    /// Own weights totalling S < 100 mean share S%; else the stated share; else the method's.
    fn own_share(&self, node: Node, own: &[Edge]) -> Number {
        let total = self.total(own);
        if let Some(total) = total
            && &total + &self.plan.method.weight_tolerance() < Number::HUNDRED
            && total.is_positive()
        {
            return total.checked_div(&Number::HUNDRED).unwrap_or(Number::ONE);
        }
        self.plan.objectives[node.at()]
            .own_share
            .as_ref()
            .and_then(|q| q.number.as_ref()?.checked_div(&Number::HUNDRED))
            .map_or_else(
                || self.plan.method.own_share(),
                |share| share.min(Number::ONE),
            )
    }

    /// The sum of the weights of what is in force; none where nothing has one.
    fn total(&self, edges: &[Edge]) -> Option<Number> {
        let weights: Vec<&Number> = edges
            .iter()
            .filter(|e| !e.heading && !e.proposed && self.part_in_force(e.child))
            .filter_map(|e| e.weight.as_ref())
            .collect();
        (!weights.is_empty()).then(|| weights.into_iter().sum())
    }

    fn part_in_force(&self, position: usize) -> bool {
        let node = self.numbering.node(position);
        let (status, variation) = match node.kind {
            NodeKind::Objective => {
                let x = &self.plan.objectives[node.at()];
                (x.status, x.variation.as_ref())
            }
            NodeKind::Indicator => {
                let x = &self.plan.indicators[node.at()];
                (x.status, x.variation.as_ref())
            }
            _ => return true,
        };
        self.timeline.out_of_force(status, variation).is_none()
    }

    /// The indicators of an objective, section or dashboard; its actions stand as headings, or as
    /// groups where weights close per action.
    fn indicators_with_headings(&self, node: Node) -> Vec<Edge> {
        let under = self.under(node);
        let actions: Vec<&Place> = under
            .iter()
            .filter(|p| p.child.kind == NodeKind::Action)
            .collect();
        let indicators: Vec<&Place> = under
            .iter()
            .filter(|p| p.child.kind == NodeKind::Indicator)
            .collect();
        if node.kind == NodeKind::Objective && self.group_by_action(&actions, &indicators) {
            let grouped: BTreeSet<Node> = actions.iter().map(|a| a.child).collect();
            let mut edges = self.edges(actions.into_iter());
            let alone = indicators
                .into_iter()
                .filter(|i| i.action.is_none_or(|action| !grouped.contains(&action)));
            edges.extend(self.edges(alone));
            return edges;
        }
        let mut edges = self.edges(actions.into_iter());
        edges.iter_mut().for_each(|e| e.heading = true);
        edges.extend(self.edges(indicators.into_iter()));
        edges
    }

    /// Actions group where they have weights, or where their indicators' weights close per action.
    fn group_by_action(&self, actions: &[&Place], indicators: &[&Place]) -> bool {
        if actions.iter().any(|a| a.weight.is_some()) {
            return true;
        }
        let tolerance = self.plan.method.weight_tolerance();
        let mut totals: BTreeMap<Node, Number> = BTreeMap::new();
        for place in indicators {
            let (Some(action), Some(weight)) = (place.action, &place.weight) else {
                return false;
            };
            *totals.entry(action).or_default() += weight;
        }
        totals.len() > 1
            && totals
                .values()
                .all(|total| (total - &Number::HUNDRED).abs() <= tolerance)
    }

    /// The indicators that stand under an action, in the objective or section it belongs to.
    fn action(&self, node: Node) -> Vec<Edge> {
        let parent = self.plan.actions[node.at()]
            .parent
            .as_ref()
            .and_then(|r| r.node);
        let Some(parent) = parent else {
            return Vec::new();
        };
        self.edges(
            self.under(parent)
                .iter()
                .filter(|p| p.child.kind == NodeKind::Indicator && p.action == Some(node)),
        )
    }

    /// A holder: the objectives assigned with weights; else, equally, those assigned that have no
    /// assigned descendant; else the dashboards it holds.
    fn responsible(&self, node: Node) -> Vec<Edge> {
        let placed: Vec<&Place> = self
            .under(node)
            .iter()
            .filter(|p| p.child.kind == NodeKind::Objective)
            .collect();
        if placed.iter().any(|p| p.weight.is_some()) {
            return self.edges(placed.into_iter());
        }
        let mut assigned: BTreeSet<usize> = placed.iter().map(|p| p.child.at()).collect();
        for (i, objective) in self.plan.objectives.iter().enumerate() {
            if objective.responsibles.iter().any(|r| r.node == Some(node)) {
                assigned.insert(i);
            }
        }
        if assigned.is_empty() {
            let held = self.plan.dashboards.iter().enumerate().filter(|(_, d)| {
                let holder = d.holder.as_ref().and_then(|r| r.node);
                holder == Some(node) || (holder.is_some() && holder == self.unit_of(node))
            });
            return held
                .filter_map(|(i, _)| self.edge(&bare(Node::new(NodeKind::Dashboard, i))))
                .collect();
        }
        let mut with_descendant: BTreeSet<usize> = BTreeSet::new();
        for &objective in &assigned {
            let mut above = objective;
            for _ in 0..self.plan.objectives.len() {
                match self.plan.objectives[above]
                    .parent
                    .as_ref()
                    .and_then(|r| r.node)
                {
                    Some(Node {
                        kind: NodeKind::Objective,
                        index,
                    }) if index as usize != objective => {
                        above = index as usize;
                        with_descendant.insert(above);
                    }
                    _ => break,
                }
            }
        }
        assigned
            .difference(&with_descendant)
            .filter_map(|i| self.edge(&bare(Node::new(NodeKind::Objective, *i))))
            .collect()
    }

    fn unit_of(&self, responsible: Node) -> Option<Node> {
        self.plan.responsibles[responsible.at()]
            .unit
            .as_ref()
            .and_then(|r| r.node)
    }

    /// A dashboard: its distinct indicators; sections are headings.
    fn dashboard(&self, node: Node) -> Vec<Edge> {
        let under = self.under(node);
        let mut distinct = Places {
            under: vec![Vec::new()],
        };
        let mut edges = Vec::new();
        for place in under {
            match place.child.kind {
                NodeKind::Indicator => distinct.add(0, place.clone()),
                NodeKind::Section => {
                    edges.extend(self.edge(place).map(|e| Edge { heading: true, ..e }));
                    for inner in self.under(place.child) {
                        if inner.child.kind == NodeKind::Indicator {
                            distinct.add(0, inner.clone());
                        }
                    }
                }
                _ => {}
            }
        }
        edges.extend(self.edges(distinct.under[0].iter()));
        edges
    }

    /// A person's sheet: the shares of its profile (scoring.md §6). The unit is the responsible of
    /// the sheet's unit; the objectives are those on the sheet, else those of its responsible.
    fn sheet(&self, node: Node) -> Vec<Group> {
        let sheet = &self.plan.sheets[node.at()];
        let profile = sheet
            .profile
            .as_ref()
            .and_then(|r| r.node)
            .filter(|n| n.kind == NodeKind::Profile)
            .and_then(|n| self.plan.method.profiles.get(n.at()));
        let on_sheet = self.edges(self.under(node).iter());
        let responsible = sheet.responsible.as_ref().and_then(|r| r.node);
        let objectives = if on_sheet.is_empty() {
            responsible
                .and_then(|r| self.edge(&bare(r)))
                .into_iter()
                .collect()
        } else {
            on_sheet
        };
        let Some(profile) = profile else {
            return Self::whole(objectives);
        };
        let unit = sheet.unit.as_ref().and_then(|r| r.node);
        let of_unit = self
            .plan
            .responsibles
            .iter()
            .position(|r| unit.is_some() && r.unit.as_ref().and_then(|u| u.node) == unit)
            .map(|i| Node::new(NodeKind::Responsible, i));
        let national = self
            .plan
            .objectives
            .iter()
            .enumerate()
            .filter(|(_, o)| o.national)
            .filter_map(|(i, _)| self.edge(&bare(Node::new(NodeKind::Objective, i))))
            .collect();
        let parts = [
            (
                PartRole::Body,
                &profile.body,
                self.edge(&bare(Node::BODY)).into_iter().collect(),
            ),
            (
                PartRole::Unit,
                &profile.unit,
                of_unit
                    .and_then(|r| self.edge(&bare(r)))
                    .into_iter()
                    .collect(),
            ),
            (PartRole::Objectives, &profile.objectives, objectives),
            (PartRole::National, &profile.national, national),
            (PartRole::Behaviours, &profile.behaviours, Vec::new()),
        ];
        parts
            .into_iter()
            .filter_map(|(role, share, edges)| {
                let share = share
                    .as_ref()?
                    .number
                    .as_ref()?
                    .checked_div(&Number::HUNDRED)?;
                Some(Group { role, share, edges })
            })
            .collect()
    }
}
