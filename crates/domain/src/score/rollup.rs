//! One walk over the graph, children first: weights, means, coverage, states (scoring.md §4).

use std::borrow::Cow;

use crate::finding::Finding;
use crate::method::{BandLevel, Neutralised};
use crate::number::{Number, Style};
use crate::plan::{Node, NodeKind, Plan, Role, Value};
use crate::target::Readings;

use super::bands::Bands;
use super::derivation::{Derivation, LeftOut, Mean, Part, PartRole, Term, weighted_mean};
use super::due::{Due, Row, due};
use super::graph::{Edge, Graph, Group};
use super::leaf::{Context, Subject, evaluate, override_of, tell_early};
use super::outlook::{self, Child};
use super::parts::Parts;
use super::timeline::Timeline;
use super::{NodeScore, Outlook, Reason, ScoredPlacement, State};

struct Walk<'a> {
    plan: &'a Plan,
    readings: &'a Readings,
    timeline: &'a Timeline,
    graph: &'a Graph,
    context: Context<'a>,
    of_indicators: Bands,
    of_objectives: Bands,
    final_ones: Bands,
    tolerance: Number,
    late_share: Number,
    last: bool,
    scores: Vec<Option<NodeScore>>,
}

/// Scores every node and lists every place.
pub(super) fn roll_up(
    plan: &Plan,
    readings: &Readings,
    timeline: &Timeline,
    graph: &Graph,
    findings: &mut Vec<Finding>,
) -> (Vec<NodeScore>, Vec<ScoredPlacement>) {
    let method = &plan.method;
    let mut walk = Walk {
        plan,
        readings,
        timeline,
        graph,
        context: Context {
            method,
            timeline,
            cap: method.cap().max(Number::ZERO),
            grace: method.grace_days(),
        },
        of_indicators: Bands::of(method, BandLevel::Indicator, findings),
        of_objectives: Bands::of(method, BandLevel::Objective, findings),
        final_ones: Bands::of(method, BandLevel::Final, findings),
        tolerance: method.weight_tolerance(),
        late_share: method.late_share(),
        last: timeline.checkpoint.is_some() && timeline.checkpoint == timeline.year_end,
        scores: vec![None; graph.numbering.count()],
    };
    for position in &graph.order {
        let score = walk.node(*position, findings);
        walk.scores[*position] = Some(score);
    }
    let placements = walk.placements();
    (walk.scores.into_iter().flatten().collect(), placements)
}

/// The terms of one mean with what follows from their weights.
struct Summed {
    part: Part,
    coverage: Number,
    incomplete: bool,
    provisional: bool,
    without_overrides: Option<Number>,
    overridden: bool,
}

impl Walk<'_> {
    fn node(&self, position: usize, findings: &mut Vec<Finding>) -> NodeScore {
        let node = self.graph.numbering.node(position);
        match node.kind {
            NodeKind::Indicator | NodeKind::Activity => self.leaf(node, position, findings),
            _ => self.inner(node, position, findings),
        }
    }

    fn leaf(&self, node: Node, position: usize, findings: &mut Vec<Finding>) -> NodeScore {
        let subject = match node.kind {
            NodeKind::Activity => {
                let reading = &self.readings.activities[node.at()];
                let expected = self.is_expected(node);
                Subject::activity(self.plan, reading, node.at(), expected)
            }
            _ => self.indicator(node),
        };
        let row = Row::of(&subject, self.timeline, findings);
        let parts = self.graph.groups[position].first().map(|g| self.parts(g));
        let parts = parts.as_ref();
        let mut evaluated = evaluate(&subject, &row, &self.context, parts, findings);
        if parts.is_none() {
            tell_early(&subject, &row, &self.context, evaluated.state, findings);
        }
        let (progress, outlook) =
            outlook::of_leaf(&subject, &row, &self.context, &evaluated, parts);
        let leaf = &mut evaluated.leaf;
        leaf.banded = leaf
            .achievement
            .as_ref()
            .filter(|_| node.kind == NodeKind::Indicator)
            .and_then(|a| self.of_indicators.value(a));
        let computed = leaf.banded.clone().or(leaf.achievement.clone());
        let may_be_overridden = matches!(
            evaluated.state,
            State::Measured
                | State::Missing
                | State::ToMeasure
                | State::NotDue
                | State::NotEvaluable
        );
        if may_be_overridden {
            leaf.overridden = override_of(subject.values, self.timeline, computed.as_ref());
        }
        if let Some(given) = &leaf.overridden {
            return NodeScore {
                node,
                score: Some(given.is.clone()),
                overridden: true,
                without_overrides: computed,
                state: State::Measured,
                incomplete: false,
                provisional: false,
                coverage: Number::ONE,
                progress,
                outlook,
                derivation: Derivation::Leaf(Box::new(evaluated.leaf)),
            };
        }
        let (mut incomplete, mut provisional) =
            (evaluated.state == State::Missing, evaluated.provisional);
        let mut coverage = Number::from(i64::from(computed.is_some()));
        if leaf.parts.is_some()
            && let Some(parts) = parts
        {
            incomplete |= parts.incomplete;
            provisional |= parts.provisional;
            coverage = parts.coverage.clone();
        }
        NodeScore {
            node,
            score: computed,
            overridden: false,
            without_overrides: None,
            state: evaluated.state,
            incomplete,
            provisional,
            coverage,
            progress,
            outlook,
            derivation: Derivation::Leaf(Box::new(evaluated.leaf)),
        }
    }

    fn indicator(&self, node: Node) -> Subject<'_> {
        let reading = &self.readings.indicators[node.at()];
        Subject::indicator(self.plan, reading, self.timeline, node.at())
    }

    /// Whether the indicator of an activity is due, so that the activity is too.
    fn is_expected(&self, activity: Node) -> bool {
        let parent = &self.plan.activities[activity.at()].parent;
        let Some(parent) = parent.as_ref().and_then(|r| r.node) else {
            return false;
        };
        if parent.kind != NodeKind::Indicator || parent.at() >= self.plan.indicators.len() {
            return false;
        }
        let subject = self.indicator(parent);
        // What is to be said of its values is said with the indicator itself.
        let row = Row::of(&subject, self.timeline, &mut Vec::new());
        matches!(
            due(&subject, &row, &self.context),
            Due::Target(..) | Due::ProRata(..)
        )
    }

    fn parts(&self, group: &Group) -> Parts {
        let summed = self.sum(group);
        let mut parts = Parts::of(summed.part, |term| {
            self.scores[self.graph.numbering.position(term.child)?].as_ref()
        });
        parts.coverage = summed.coverage;
        parts.incomplete = summed.incomplete;
        parts.provisional = summed.provisional;
        parts
    }

    fn inner(&self, node: Node, position: usize, findings: &mut Vec<Finding>) -> NodeScore {
        let groups = &self.graph.groups[position];
        let mut sums: Vec<Summed> = groups.iter().map(|group| self.sum(group)).collect();
        for (group, summed) in groups.iter().zip(&sums) {
            self.check_weights(node, group, summed, groups.len(), findings);
        }
        for summed in &mut sums {
            if summed.part.role == PartRole::Behaviours {
                self.behaviours(node, summed);
            }
        }
        let without = weighted(
            sums.iter()
                .map(|s| (&s.part.share, s.without_overrides.as_ref())),
        );
        let mut overridden = sums.iter().any(|s| s.overridden);
        let coverage =
            weighted(sums.iter().map(|s| (&s.part.share, Some(&s.coverage)))).unwrap_or_default();
        let incomplete = sums.iter().any(|s| s.incomplete);
        let provisional = sums.iter().any(|s| s.provisional);
        let (progress, outlook) = self.progress(groups, &sums);
        let mut mean = Mean {
            parts: sums.into_iter().map(|s| s.part).collect(),
            ..Mean::default()
        };
        mean.result = mean.compute();
        let bands = match node.kind {
            NodeKind::Objective => Some(&self.of_objectives),
            NodeKind::Body | NodeKind::Responsible | NodeKind::Sheet => Some(&self.final_ones),
            _ => None,
        };
        let band = |score: &Number| bands.and_then(|bands| bands.value(score));
        mean.banded = mean.result.as_ref().and_then(band);
        let computed = mean.banded.clone().or(mean.result.clone());
        mean.overridden = override_of(self.values_of(node), self.timeline, computed.as_ref());
        overridden |= mean.overridden.is_some();
        let given = mean.overridden.as_ref().map(|o| o.is.clone());
        let (state, score) = self.state_of(node, &mut mean, given.or(computed));
        let plain = without
            .filter(|_| overridden)
            .map(|w| band(&w).unwrap_or(w));
        NodeScore {
            node,
            score,
            overridden,
            without_overrides: plain,
            state,
            incomplete,
            provisional,
            coverage,
            progress,
            outlook,
            derivation: Derivation::Mean(Box::new(mean)),
        }
    }

    fn values_of(&self, node: Node) -> &[Value] {
        match node.kind {
            NodeKind::Objective => &self.plan.objectives[node.at()].values,
            NodeKind::Sheet => &self.plan.sheets[node.at()].values,
            _ => &[],
        }
    }

    /// The evaluation of behaviours is the sheet's own value at the checkpoint.
    fn behaviours(&self, node: Node, summed: &mut Summed) {
        let values = self.values_of(node);
        let found = values.iter().enumerate().find(|(_, v)| {
            v.role == Role::Actual
                && self.timeline.checkpoint.is_some()
                && self.timeline.position(&v.period) == self.timeline.checkpoint
        });
        if let Some((i, value)) = found {
            let text = value.reading.as_deref().unwrap_or(&value.text);
            summed.part.value = Some(i);
            summed.part.result = crate::target::read_number(text)
                .0
                .and_then(|n| n.checked_div(&Number::HUNDRED));
        }
        summed.without_overrides = summed.part.result.clone();
        summed.coverage = if summed.part.result.is_some() {
            Number::ONE
        } else {
            Number::ZERO
        };
    }

    /// The state of an inner node, and what goes up of its score.
    fn state_of(
        &self,
        node: Node,
        mean: &mut Mean,
        score: Option<Number>,
    ) -> (State, Option<Number>) {
        if node.kind == NodeKind::Objective {
            let objective = &self.plan.objectives[node.at()];
            let timeline = self.timeline;
            if let Some(state) =
                timeline.out_of_force(objective.status, objective.variation.as_ref())
            {
                return (state, score);
            }
            if objective.neutralised.is_some()
                && timeline.is_approved(objective.neutralised_by.as_ref())
            {
                if self.context.method.neutralised == Some(Neutralised::Full)
                    && timeline.checkpoint.is_some()
                {
                    mean.neutralised = Some(Number::ONE);
                }
                return (State::Neutralised, mean.neutralised.clone().or(score));
            }
        }
        if score.is_some() {
            return (State::Measured, score);
        }
        let states: Vec<State> = mean
            .parts
            .iter()
            .flat_map(|p| &p.terms)
            .filter_map(|t| match t.left_out {
                Some(LeftOut::State(state)) => Some(state),
                _ => None,
            })
            .collect();
        // What is still to come says more than what never will be.
        let state = match states.first() {
            Some(first) if states.iter().all(|state| state == first) => *first,
            _ if states.contains(&State::ToMeasure) => State::ToMeasure,
            _ if states.contains(&State::NotDue) => State::NotDue,
            None if self.timeline.checkpoint.is_none() => State::NotDue,
            _ => State::NotEvaluable,
        };
        (state, None)
    }

    /// One weighted mean: who is in, who is left out and why, and what follows.
    fn sum(&self, group: &Group) -> Summed {
        let none_weighted = group
            .edges
            .iter()
            .filter(|e| !e.heading && self.out_of_force(e).is_none())
            .all(|e| e.weight.is_none());
        let mut terms = Vec::with_capacity(group.edges.len());
        // Most parts are evaluated in full: what is not is summed, and taken away from the whole.
        let (mut all, mut uncovered) = (Number::ZERO, Number::ZERO);
        let (mut incomplete, mut provisional, mut overridden) = (false, false, false);
        for edge in &group.edges {
            let Some(child) = &self.scores[edge.child] else {
                continue;
            };
            let weight = if none_weighted && !edge.heading {
                Some(Number::ONE)
            } else {
                edge.weight.clone()
            };
            let left_out = if edge.heading {
                Some(LeftOut::Heading)
            } else if let Some(state) = self.out_of_force(edge) {
                Some(LeftOut::State(state))
            } else if weight.is_none() {
                Some(LeftOut::State(State::Unweighted))
            } else {
                self.left_out(child)
            };
            let outside = matches!(
                left_out,
                Some(LeftOut::Heading)
                    | Some(LeftOut::State(
                        State::Unweighted | State::Proposed | State::Replaced | State::Removed
                    ))
            );
            if let (false, Some(weight)) = (outside, &weight) {
                all += weight;
                let weighs = weight.is_positive();
                provisional |= weighs && child.provisional;
                if left_out.is_some() {
                    uncovered += weight;
                } else {
                    if child.coverage != Number::ONE {
                        uncovered += weight * &(Number::ONE - &child.coverage);
                    }
                    incomplete |= weighs && child.incomplete;
                    overridden |= child.overridden;
                }
            }
            terms.push(Term {
                child: child.node,
                weight,
                score: child.score.clone(),
                left_out,
            });
        }
        let mut part = Part {
            role: group.role,
            share: group.share.clone(),
            terms,
            value: None,
            result: None,
        };
        part.result = part.compute();
        let without_overrides = if overridden {
            self.without_overrides(&part)
        } else {
            part.result.clone()
        };
        let coverage = (&all - &uncovered)
            .checked_div(&all)
            .unwrap_or(Number::ZERO);
        Summed {
            part,
            coverage,
            incomplete,
            provisional,
            without_overrides,
            overridden,
        }
    }

    /// The mean of a part whose children count without any evaluator's value.
    fn without_overrides(&self, part: &Part) -> Option<Number> {
        weighted_mean(part.terms.iter().filter_map(|term| {
            if term.left_out.is_some() {
                return None;
            }
            let position = self.graph.numbering.position(term.child)?;
            let child = self.scores[position].as_ref()?;
            let plain = if child.overridden {
                &child.without_overrides
            } else {
                &child.score
            };
            Some((term.weight.as_ref()?, plain.as_ref()?))
        }))
    }

    /// The state of an edge whose placement or child is not in force. What the child's own parts say
    /// does not matter: an objective stands, with its weight, even where all its indicators are
    /// proposals.
    fn out_of_force(&self, edge: &Edge) -> Option<State> {
        if edge.proposed {
            return Some(State::Proposed);
        }
        let child = self.graph.numbering.node(edge.child);
        if self.timeline.part_in_force(self.plan, child) {
            return None;
        }
        self.scores[edge.child].as_ref().map(|c| c.state)
    }

    fn left_out(&self, child: &NodeScore) -> Option<LeftOut> {
        match (child.state, &child.score) {
            (State::Neutralised, Some(_))
                if self.context.method.neutralised == Some(Neutralised::Full) =>
            {
                None
            }
            (State::Neutralised, _) => Some(LeftOut::State(State::Neutralised)),
            (_, Some(_)) => None,
            (State::Measured, None) => Some(LeftOut::State(State::NotEvaluable)),
            (state, None) => Some(LeftOut::State(state)),
        }
    }

    fn check_weights(
        &self,
        node: Node,
        group: &Group,
        summed: &Summed,
        groups: usize,
        findings: &mut Vec<Finding>,
    ) {
        let terms = &summed.part.terms;
        for term in terms {
            if term.left_out == Some(LeftOut::State(State::Unweighted)) {
                findings.push(
                    Finding::error("score-unweighted")
                        .at(term.child)
                        .field("weight")
                        .arg("parent", self.label(node))
                        .arg("child", self.label(term.child)),
                );
            }
        }
        if !self.weights_close(node) {
            return;
        }
        let expected = self.expected_total(node);
        let mut written = group
            .edges
            .iter()
            .filter(|e| !e.heading && self.out_of_force(e).is_none())
            .filter_map(|e| e.weight.as_ref())
            .peekable();
        if written.peek().is_none() {
            return;
        }
        let total: Number = written.sum();
        let off = (&total - &expected).abs();
        let means_share = group.role == PartRole::Own && groups > 1 && total < expected;
        if off.is_zero() || means_share || total.is_zero() {
            return;
        }
        let finding = if off <= self.tolerance {
            Finding::note("score-weights-nearly-close")
        } else {
            Finding::warning("score-weights-do-not-close")
        };
        findings.push(
            finding
                .at(node)
                .arg("parent", self.label(node))
                .arg("total", total.format_plain(Style::ITALIAN))
                .arg("expected", expected.format_plain(Style::ITALIAN)),
        );
    }

    /// Whether the weights under a node should close by themselves: those of a heading close with
    /// the other headings beside it.
    fn weights_close(&self, node: Node) -> bool {
        match node.kind {
            NodeKind::Action => self.plan.actions[node.at()].weight.is_some(),
            NodeKind::Section => false,
            _ => true,
        }
    }

    /// What the weights under a node should add up to: 100, or the total that the plan states for a
    /// holder whose other weights come from elsewhere.
    fn expected_total(&self, node: Node) -> Number {
        let stated = match node.kind {
            NodeKind::Responsible => {
                let holder = &self.plan.responsibles[node.at()];
                holder.stated_total.as_ref().and_then(|q| q.number.clone())
            }
            _ => None,
        };
        stated
            .filter(Number::is_positive)
            .unwrap_or(Number::HUNDRED)
    }

    /// A node as messages call it: its code or key.
    fn label(&self, node: Node) -> String {
        let name = self.plan.name_of(node);
        let label = if name.key.is_empty() {
            name.title.unwrap_or("ente")
        } else {
            name.key
        };
        label.to_owned()
    }

    /// Progress by the same roll-up, and the outlook.
    fn progress(&self, groups: &[Group], sums: &[Summed]) -> (Option<Number>, Option<Outlook>) {
        let mut parts: Vec<(Number, Number)> = Vec::with_capacity(groups.len());
        let mut children: Vec<Child<'_>> = Vec::new();
        for (group, summed) in groups.iter().zip(sums) {
            let mut of_part: Vec<(&Number, &Number)> = Vec::new();
            let begin = children.len();
            for (term, edge) in summed.part.terms.iter().zip(&group.edges) {
                let out = matches!(
                    term.left_out,
                    Some(LeftOut::Heading)
                        | Some(LeftOut::State(
                            State::Unweighted
                                | State::Proposed
                                | State::Replaced
                                | State::Removed
                                | State::Neutralised
                        ))
                );
                let (Some(weight), false, Some(child)) =
                    (&term.weight, out, &self.scores[edge.child])
                else {
                    continue;
                };
                if let Some(progress) = &child.progress {
                    of_part.push((weight, progress));
                }
                children.push(Child {
                    weight: Cow::Borrowed(weight),
                    outlook: child.outlook,
                });
            }
            if let Some(mean) = weighted_mean(of_part.into_iter()) {
                parts.push((group.share.clone(), mean));
            }
            // Within a part weights are shares of the part's own share of the whole.
            if groups.len() > 1 {
                let total: Number = children[begin..].iter().map(|c| &*c.weight).sum();
                if let Some(scale) = group.share.checked_div(&total) {
                    for child in &mut children[begin..] {
                        child.weight = Cow::Owned(&*child.weight * &scale);
                    }
                }
            }
        }
        let progress = weighted_mean(parts.iter().map(|(share, p)| (share, p)));
        (
            progress,
            outlook::of_node(&children, &self.late_share, self.last),
        )
    }

    fn placements(&self) -> Vec<ScoredPlacement> {
        let mut placements = Vec::new();
        for (position, groups) in self.graph.groups.iter().enumerate() {
            let Some(parent) = &self.scores[position] else {
                continue;
            };
            let parts: &[Part] = match &parent.derivation {
                Derivation::Mean(mean) => &mean.parts,
                Derivation::Leaf(leaf) => leaf.parts.as_ref().map_or(&[], |mean| &mean.parts),
            };
            for (i, group) in groups.iter().enumerate() {
                let terms = parts.get(i).map_or(&[][..], |part| &part.terms);
                // There is a term for every edge, in the same order.
                let mut terms = terms.iter();
                for edge in &group.edges {
                    let child = self.graph.numbering.node(edge.child);
                    let counted = terms.next().is_some_and(|t| t.left_out.is_none());
                    placements.push(ScoredPlacement {
                        parent: parent.node,
                        child,
                        weight: edge.weight.clone(),
                        counted,
                    });
                }
            }
        }
        placements
    }
}

/// A mean of what is there, by shares.
fn weighted<'a>(items: impl Iterator<Item = (&'a Number, Option<&'a Number>)>) -> Option<Number> {
    weighted_mean(items.filter_map(|(share, value)| Some((share, value?))))
}

impl NodeScore {
    /// Why there is no figure, for an indicator or activity without one.
    pub fn reason(&self) -> Option<Reason> {
        match &self.derivation {
            Derivation::Leaf(leaf) => leaf.reason,
            Derivation::Mean(mean) => {
                let weighs = |p: &Part| p.terms.iter().any(|t| t.left_out.is_none());
                (mean.result.is_none() && mean.parts.iter().any(weighs)).then_some(Reason::NoWeight)
            }
        }
    }
}
