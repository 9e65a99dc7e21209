//! The views: which children make the score of each thing (scoring.md §4).

use hashbrown::HashMap;
use std::collections::{BTreeMap, BTreeSet};

use crate::finding::Finding;
use crate::number::{Number, Style};
use crate::plan::{Node, NodeKind, Objective, Plan, Reference};

use super::derivation::PartRole;
use super::forest::Forest;
use super::graph::{Edge, Group, Numbering};
use super::places::{Place, Places, bare, negative_weights, places};
use super::timeline::Timeline;
use super::value::weights_from_value;

/// Builds the views of a plan.
pub(super) struct Builder<'a> {
    plan: &'a Plan,
    timeline: &'a Timeline,
    numbering: &'a Numbering,
    places: Places,
    /// For each label, by position, the topmost objectives that carry it.
    carriers: Vec<Vec<usize>>,
    /// For each responsible, by position, the objectives assigned to it that have no descendant
    /// assigned to it.
    assigned: Vec<Vec<usize>>,
    /// For each responsible or unit, the dashboards it holds.
    held: HashMap<Node, Vec<usize>>,
    /// For each unit, the first responsible who heads it.
    heads: HashMap<Node, Node>,
    /// For each action, the indicators under it in the objective or section it belongs to.
    of_actions: HashMap<Node, Vec<Edge>>,
    /// National objectives that contribute to no other national one.
    national: Vec<usize>,
}

impl<'a> Builder<'a> {
    pub(super) fn of(
        plan: &'a Plan,
        timeline: &'a Timeline,
        numbering: &'a Numbering,
        findings: &mut Vec<Finding>,
    ) -> Self {
        negative_weights(plan, findings);
        profiles_close(plan, findings);
        let forest = Forest::of(plan);
        let mut builder = Builder {
            plan,
            timeline,
            places: places(plan, timeline, numbering),
            numbering,
            carriers: Vec::new(),
            assigned: Vec::new(),
            held: HashMap::new(),
            heads: HashMap::new(),
            of_actions: HashMap::new(),
            national: national(plan),
        };
        let count = numbering.count();
        let labels = builder.positions(labels(plan, findings));
        builder.carriers = forest.topmost(&labels, count);
        let holders = builder.positions(builder.assignments());
        builder.assigned = forest.undermost(&holders, count);
        builder.index_holders();
        builder.index_actions();
        builder
    }

    /// What every node's score is made of, by position.
    pub(super) fn groups(&self, findings: &mut Vec<Finding>) -> Vec<Vec<Group>> {
        (0..self.numbering.count())
            .map(|position| {
                let node = self.numbering.node(position);
                let mut groups = self.groups_of(node);
                if self.plan.method.weights_from_value {
                    self.weigh_by_value(node, &mut groups, findings);
                }
                groups
            })
            .collect()
    }

    /// The positions of what is marked on each objective, each once.
    fn positions(&self, marks: Vec<Vec<Node>>) -> Vec<Vec<usize>> {
        let of_one = |nodes: Vec<Node>| {
            let positions = nodes.into_iter().filter_map(|n| self.numbering.position(n));
            let mut positions: Vec<usize> = positions.collect();
            positions.sort_unstable();
            positions.dedup();
            positions
        };
        marks.into_iter().map(of_one).collect()
    }

    /// For each objective, who answers for it: as written, and by placements.
    fn assignments(&self) -> Vec<Vec<Node>> {
        let mut holders: Vec<Vec<Node>> = self
            .plan
            .objectives
            .iter()
            .map(|o| o.responsibles.iter().filter_map(|r| r.node).collect())
            .collect();
        for i in 0..self.plan.responsibles.len() {
            let holder = Node::new(NodeKind::Responsible, i);
            for place in self.under(holder) {
                if place.child.kind == NodeKind::Objective
                    && let Some(holders) = holders.get_mut(place.child.at())
                {
                    holders.push(holder);
                }
            }
        }
        holders
    }

    fn index_holders(&mut self) {
        for (i, dashboard) in self.plan.dashboards.iter().enumerate() {
            if let Some(holder) = dashboard.holder.as_ref().and_then(|r| r.node) {
                self.held.entry(holder).or_default().push(i);
            }
        }
        for i in 0..self.plan.responsibles.len() {
            if let Some(unit) = self.unit_of(i) {
                let head = Node::new(NodeKind::Responsible, i);
                self.heads.entry(unit).or_insert(head);
            }
        }
    }

    fn index_actions(&mut self) {
        let mut of_actions: HashMap<Node, Vec<Edge>> = HashMap::new();
        for (parent, places) in self.places.under.iter().enumerate() {
            for place in places {
                if let Some(action) = place.action
                    && place.child.kind == NodeKind::Indicator
                    && self.parent_of_action(action) == Some(parent)
                    && let Some(edge) = self.edge(place)
                {
                    of_actions.entry(action).or_default().push(edge);
                }
            }
        }
        self.of_actions = of_actions;
    }

    fn parent_of_action(&self, action: Node) -> Option<usize> {
        let action = self.plan.actions.get(action.at())?;
        self.numbering.position(action.parent.as_ref()?.node?)
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

    fn groups_of(&self, node: Node) -> Vec<Group> {
        match node.kind {
            NodeKind::Body => Self::whole(self.body()),
            NodeKind::Area | NodeKind::Perspective | NodeKind::Programme | NodeKind::Purpose => {
                Self::whole(self.label(node))
            }
            NodeKind::Objective => self.objective(node),
            NodeKind::Action => {
                Self::whole(self.of_actions.get(&node).cloned().unwrap_or_default())
            }
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
    ///
    /// The scores of areas make the body's, so national objectives and the agency's, which are
    /// views of their own, stand in an area only with a weight.
    fn label(&self, node: Node) -> Vec<Edge> {
        let mut edges = self.edges(self.under(node).iter());
        let placed: BTreeSet<usize> = edges.iter().map(|e| e.child).collect();
        let position = self.numbering.position(node);
        let carriers = position.and_then(|p| self.carriers.get(p));
        for objective in carriers.into_iter().flatten() {
            let place = bare(Node::new(NodeKind::Objective, *objective));
            if let Some(edge) = self.edge(&place)
                && !placed.contains(&edge.child)
            {
                edges.push(edge);
            }
        }
        if node.kind == NodeKind::Area {
            edges.retain(|e| e.weight.is_some() || !self.stands_apart(e.child));
        }
        edges
    }

    fn stands_apart(&self, position: usize) -> bool {
        let node = self.numbering.node(position);
        let objective = (node.kind == NodeKind::Objective)
            .then(|| self.plan.objectives.get(node.at()))
            .flatten();
        objective.is_some_and(|o| o.national || o.agency)
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
            .unwrap_or_else(|| self.plan.method.own_share())
            .max(Number::ZERO)
            .min(Number::ONE)
    }

    /// The sum of the weights of what is in force; none where nothing has one.
    fn total(&self, edges: &[Edge]) -> Option<Number> {
        let weights: Vec<&Number> = edges
            .iter()
            .filter(|e| {
                !e.heading
                    && !e.proposed
                    && self
                        .timeline
                        .part_in_force(self.plan, self.numbering.node(e.child))
            })
            .filter_map(|e| e.weight.as_ref())
            .collect();
        (!weights.is_empty()).then(|| weights.into_iter().sum())
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

    /// A holder: the objectives assigned with weights; else, equally, those assigned that have no
    /// assigned descendant; else the dashboards it holds, itself or by its unit.
    fn responsible(&self, node: Node) -> Vec<Edge> {
        let under = self.under(node);
        let placed = || under.iter().filter(|p| p.child.kind == NodeKind::Objective);
        if placed().any(|p| p.weight.is_some()) {
            return self.edges(placed());
        }
        let of = |kind: NodeKind, index: usize| self.edge(&bare(Node::new(kind, index)));
        let position = self.numbering.position(node);
        let assigned = position.and_then(|p| self.assigned.get(p));
        if let Some(assigned) = assigned.filter(|list| !list.is_empty()) {
            return assigned
                .iter()
                .filter_map(|i| of(NodeKind::Objective, *i))
                .collect();
        }
        let unit = self.unit_of(node.at());
        let held = |holder: Node| self.held.get(&holder).into_iter().flatten().copied();
        let dashboards: BTreeSet<usize> =
            held(node).chain(unit.into_iter().flat_map(held)).collect();
        dashboards
            .into_iter()
            .filter_map(|i| of(NodeKind::Dashboard, i))
            .collect()
    }

    fn unit_of(&self, responsible: usize) -> Option<Node> {
        let responsible = self.plan.responsibles.get(responsible)?;
        responsible.unit.as_ref()?.node
    }

    /// A dashboard: its distinct indicators; sections are headings.
    fn dashboard(&self, node: Node) -> Vec<Edge> {
        let under = self.under(node);
        let mut distinct = Places::none(1);
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
        edges.extend(self.edges(distinct.merged().under[0].iter()));
        edges
    }

    /// A person's sheet: the shares of its profile (scoring.md §6). The unit is the responsible of
    /// the sheet's unit; the objectives are those on the sheet, else those of its responsible.
    /// National objectives count once: where the profile gives them points of their own, they are
    /// not among the others.
    fn sheet(&self, node: Node) -> Vec<Group> {
        let sheet = &self.plan.sheets[node.at()];
        let profile = sheet
            .profile
            .as_ref()
            .and_then(|r| r.node)
            .filter(|n| n.kind == NodeKind::Profile)
            .and_then(|n| self.plan.method.profiles.get(n.at()));
        let responsible = sheet.responsible.as_ref().and_then(|r| r.node);
        let single = |node: Option<Node>| -> Vec<Edge> { self.edges(node.map(bare).iter()) };
        let mut objectives = self.edges(self.under(node).iter());
        let on_sheet = !objectives.is_empty();
        if !on_sheet {
            objectives = single(responsible);
        }
        let Some(profile) = profile else {
            return Self::whole(objectives);
        };
        let mut national: Vec<Edge> = Vec::new();
        if profile.national.is_some() {
            if let (false, Some(responsible)) = (on_sheet, responsible) {
                let assigned = self.responsible(responsible);
                if assigned.iter().any(|e| self.is_national(e.child)) {
                    objectives = assigned;
                }
            }
            let (apart, others): (Vec<Edge>, Vec<Edge>) = objectives
                .into_iter()
                .partition(|e| self.is_national(e.child));
            objectives = others;
            national = if on_sheet { apart } else { Vec::new() };
            if national.is_empty() {
                let all = self.national.iter();
                let places: Vec<Place> = all
                    .map(|i| bare(Node::new(NodeKind::Objective, *i)))
                    .collect();
                national = self.edges(places.iter());
            }
        }
        let unit = sheet.unit.as_ref().and_then(|r| r.node);
        let of_unit = unit.and_then(|unit| self.heads.get(&unit).copied());
        let parts = [
            (PartRole::Body, &profile.body, single(Some(Node::BODY))),
            (PartRole::Unit, &profile.unit, single(of_unit)),
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
                    .checked_div(&Number::HUNDRED)?
                    .max(Number::ZERO);
                Some(Group { role, share, edges })
            })
            .collect()
    }

    fn is_national(&self, position: usize) -> bool {
        let node = self.numbering.node(position);
        node.kind == NodeKind::Objective
            && self
                .plan
                .objectives
                .get(node.at())
                .is_some_and(|o| o.national)
    }
}

/// National objectives that contribute to no other national one.
fn national(plan: &Plan) -> Vec<usize> {
    let is_national = |node: Node| {
        node.kind == NodeKind::Objective
            && plan.objectives.get(node.at()).is_some_and(|o| o.national)
    };
    let stands_alone = |o: &Objective| {
        !o.parent
            .as_ref()
            .and_then(|r| r.node)
            .is_some_and(is_national)
    };
    let all = plan.objectives.iter().enumerate();
    all.filter(|(_, o)| o.national && stands_alone(o))
        .map(|(i, _)| i)
        .collect()
}

/// The labels that each objective carries, the area it stands under among them; labels outside the
/// declared lists are reported.
fn labels(plan: &Plan, findings: &mut Vec<Finding>) -> Vec<Vec<Node>> {
    let mut carried: Vec<Vec<Node>> = Vec::with_capacity(plan.objectives.len());
    for (i, objective) in plan.objectives.iter().enumerate() {
        let mut of_this: Vec<Node> = [&objective.parent, &objective.area]
            .into_iter()
            .filter_map(|r| r.as_ref()?.node)
            .filter(|n| n.kind == NodeKind::Area)
            .collect();
        let written = [
            ("perspectives", &objective.perspectives, &plan.perspectives),
            ("programmes", &objective.programmes, &plan.programmes),
            ("purposes", &objective.purposes, &plan.purposes),
        ];
        for (field, references, declared) in written {
            for reference in references {
                match reference.node {
                    Some(label) => of_this.push(label),
                    None if reference.text.trim() == "*" && field == "perspectives" => {
                        let all = 0..plan.perspectives.len();
                        of_this.extend(all.map(|p| Node::new(NodeKind::Perspective, p)));
                    }
                    // Without a list nothing is outside it.
                    None if declared.is_empty() => {}
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
    carried
}

/// The shares of every profile add up to 100; where they do not it is reported, and a sheet divides
/// by their sum.
fn profiles_close(plan: &Plan, findings: &mut Vec<Finding>) {
    for (i, profile) in plan.method.profiles.iter().enumerate() {
        let shares = [
            &profile.body,
            &profile.unit,
            &profile.objectives,
            &profile.national,
            &profile.behaviours,
        ];
        let total: Number = shares
            .into_iter()
            .filter_map(|share| share.as_ref()?.number.as_ref())
            .sum();
        if (&total - &Number::HUNDRED).abs() > plan.method.weight_tolerance() {
            findings.push(
                Finding::warning("score-profile-does-not-close")
                    .at(Node::new(NodeKind::Profile, i))
                    .arg("profile", profile.id.clone())
                    .arg("total", total.format_plain(Style::ITALIAN)),
            );
        }
    }
}
