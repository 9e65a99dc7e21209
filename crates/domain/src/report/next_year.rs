//! The plan of the year after: what of a plan goes on, and what does not.

use jiff::civil::Date;

use crate::plan::*;

/// The plan of the next year, and what could not be carried over.
#[derive(Clone, Debug, Default)]
pub struct NextYear {
    /// The plan. Its references are not resolved: it is to be written and read again.
    pub plan: Plan,
    /// What is left to do, in the order of the old plan.
    pub left: Vec<Left>,
}

/// Something of the old plan that the new one does not have, or has without a part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Left {
    /// What of the old plan; none where many are meant.
    pub node: Option<Node>,
    /// Why.
    pub why: Why,
    /// How many.
    pub count: usize,
}

/// Why something is not carried over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Why {
    /// A variation took it out, or put something else in its place.
    TakenOut,
    /// It was proposed and never approved.
    Proposed,
    /// No target is written for the new year.
    NoTarget,
    /// No actual from which the new year could start.
    NoActual,
    /// The actual is a share of attainment, not a measure.
    AttainmentOnly,
    /// It stood under something that does not go on.
    ParentGone,
    /// A target written for one place only.
    LocalTarget,
    /// Money is decided anew every year.
    Money,
    /// Tables are those of the old year.
    Tables,
    /// Acts and variations are those of the old year.
    Acts,
    /// Certifications are given anew every year.
    Certified,
    /// Registers begin empty.
    Registers,
    /// What was accepted is looked at again.
    Silences,
    /// What nobody had planned.
    Unplanned,
    /// Prose of monitoring and report.
    Prose,
}

impl Why {
    /// The machine token.
    pub fn token(self) -> &'static str {
        match self {
            Why::TakenOut => "taken-out",
            Why::Proposed => "proposed",
            Why::NoTarget => "no-target",
            Why::NoActual => "no-actual",
            Why::AttainmentOnly => "attainment-only",
            Why::ParentGone => "parent-gone",
            Why::LocalTarget => "local-target",
            Why::Money => "money",
            Why::Tables => "tables",
            Why::Acts => "acts",
            Why::Certified => "certified",
            Why::Registers => "registers",
            Why::Silences => "silences",
            Why::Unplanned => "unplanned",
            Why::Prose => "prose",
        }
    }
}

/// The plan of the year after `plan`. Objectives, indicators and the organisation go on; actuals at
/// the last checkpoint of the year become the new baselines, and targets of later years those of the
/// new one. What was decided, measured and said of the old year stays there.
pub fn next_year(plan: &Plan) -> NextYear {
    let year = plan.year().unwrap_or_default();
    let mut next = Making {
        old: plan,
        year,
        left: Vec::new(),
    };
    let plan = next.plan();
    NextYear {
        plan,
        left: next.left,
    }
}

struct Making<'p> {
    old: &'p Plan,
    year: i16,
    left: Vec<Left>,
}

impl Making<'_> {
    fn say(&mut self, why: Why, node: Node) {
        self.left.push(Left {
            node: Some(node),
            why,
            count: 1,
        });
    }

    fn say_many(&mut self, why: Why, count: usize) {
        if count > 0 {
            self.left.push(Left {
                node: None,
                why,
                count,
            });
        }
    }

    fn plan(&mut self) -> Plan {
        let old = self.old;
        let (objectives, indicators) = (self.objectives(), self.indicators());
        let mut plan = Plan {
            heading: self.heading(),
            body: old.body.clone(),
            method: old.method.clone(),
            checkpoints: self.checkpoints(),
            levels: old.levels.clone(),
            areas: old.areas.iter().map(|x| self.area(x)).collect(),
            perspectives: old.perspectives.clone(),
            programmes: old.programmes.clone(),
            purposes: old.purposes.clone(),
            relevances: old.relevances.clone(),
            funds: old.funds.clone(),
            units: old.units.clone(),
            responsibles: old.responsibles.clone(),
            objectives,
            actions: self.actions(),
            indicators,
            activities: self.activities(),
            dashboards: old.dashboards.clone(),
            sections: old.sections.clone(),
            sheets: old.sheets.clone(),
            placements: self.placements(),
            funding_programmes: old.funding_programmes.clone(),
            health_indices: old.health_indices.clone(),
            chapters: old.chapters.clone(),
            measures: old.measures.clone(),
            quantities: old.quantities.clone(),
            ..Plan::default()
        };
        for relevance in &mut plan.relevances {
            relevance.certified.clear();
        }
        let certified = old.relevances.iter().filter(|r| !r.certified.is_empty());
        self.say_many(Why::Certified, certified.count());
        for holder in &mut plan.responsibles {
            if let Some(total) = holder.stated_revised_total.take() {
                holder.stated_total = Some(total);
            }
        }
        for sheet in &mut plan.sheets {
            (sheet.from, sheet.to) = (None, None);
            sheet.values.clear();
        }
        for section in &mut plan.sections {
            let gone = section.objective.as_ref().and_then(|r| r.node);
            if gone.is_some_and(|node| !self.goes_on(node)) {
                section.objective = None;
            }
        }
        let for_plan = |chapter: &Chapter| {
            chapter.documents.is_empty() || chapter.documents.contains(&PlanKind::Plan)
        };
        let prose = plan.chapters.iter().filter(|c| !for_plan(c)).count();
        self.say_many(Why::Prose, prose);
        plan.chapters.retain(for_plan);
        for measure in &mut plan.measures {
            measure.state = None;
            let (year, old_values) = (self.year, std::mem::take(&mut measure.values));
            measure.values = old_values
                .into_iter()
                .filter(|v| is_later(v, year))
                .collect();
        }
        plan.measures.retain(|measure| {
            let chapter = measure.chapter.as_ref().and_then(|r| r.node);
            chapter.is_none_or(|node| self.old.chapters.get(node.at()).is_some_and(for_plan))
        });
        for index in &mut plan.health_indices {
            self.measured_becomes_history(&mut index.values);
        }
        plan.links = old
            .links
            .iter()
            .filter(|link| {
                let ends = [&link.from, &link.to];
                ends.iter()
                    .all(|end| end.node.is_some_and(|node| self.goes_on(node)))
            })
            .cloned()
            .collect();
        self.say_many(Why::Money, old.budget_lines.len());
        self.say_many(Why::Tables, old.tables.len());
        self.say_many(Why::Acts, old.acts.len() + old.variations.len());
        self.say_many(Why::Registers, old.registers.len());
        self.say_many(Why::Silences, old.silences.len());
        self.say_many(Why::Unplanned, old.unplanned.len());
        plan
    }

    fn heading(&self) -> Heading {
        let old = &self.old.heading;
        let years: Vec<i16> = match old.horizon.is_empty() {
            true => vec![self.year],
            false => old.horizon.clone(),
        };
        let mut known = years.clone();
        known.push(self.year);
        Heading {
            title: old.title.as_deref().map(|title| moved(title, &known)),
            year: Some(self.year + 1),
            horizon: old.horizon.iter().map(|year| year + 1).collect(),
            kind: Some(PlanKind::Plan),
            body_target: old.body_target.clone(),
            signatures: old.signatures.clone(),
            ..Heading::default()
        }
    }

    /// The same days a year later, all of them to be measured yet.
    fn checkpoints(&self) -> Vec<Checkpoint> {
        let old = self.old.checkpoints.iter();
        let of_plan = old.filter(|c| c.date.date.is_some_and(|day| day.year() >= self.year));
        of_plan
            .filter_map(|checkpoint| {
                let day = year_later(checkpoint.date.date?)?;
                Some(Checkpoint {
                    date: Day {
                        text: day.to_string(),
                        date: Some(day),
                    },
                    title: checkpoint
                        .title
                        .as_deref()
                        .map(|title| moved(title, &[self.year])),
                    entry: Some(Entry::Open),
                })
            })
            .collect()
    }

    fn is_approved(&self, variation: Option<&Reference>) -> bool {
        let variation = variation
            .and_then(|r| r.node)
            .filter(|node| node.kind == NodeKind::Variation)
            .and_then(|node| self.old.variations.get(node.at()));
        variation.is_some_and(|v| v.approved.as_ref().is_some_and(|day| day.date.is_some()))
    }

    /// The weight at the end of the year.
    fn weight(
        &self,
        weight: &Option<Quantity>,
        revised: &Option<Quantity>,
        variation: Option<&Reference>,
    ) -> Option<Quantity> {
        match revised {
            Some(revised) if self.is_approved(variation) => Some(revised.clone()),
            _ => weight.clone(),
        }
    }

    fn area(&self, old: &Area) -> Area {
        Area {
            weight: self.weight(&old.weight, &old.revised_weight, old.variation.as_ref()),
            revised_weight: None,
            variation: None,
            ..old.clone()
        }
    }

    /// Why a thing does not go on, if it does not.
    fn ended(&self, status: Status, variation: Option<&Reference>) -> Option<Why> {
        match (status, self.is_approved(variation)) {
            (Status::New, false) => Some(Why::Proposed),
            (Status::Replaced | Status::Removed, true) => Some(Why::TakenOut),
            _ => None,
        }
    }

    fn ending_of(&self, node: Node) -> Option<Why> {
        match node.kind {
            NodeKind::Objective => {
                let x = self.old.objectives.get(node.at())?;
                self.ended(x.status, x.variation.as_ref())
            }
            NodeKind::Indicator => {
                let x = self.old.indicators.get(node.at())?;
                let own = self.ended(x.status, x.variation.as_ref());
                own.or_else(|| {
                    let parent = x.parent.as_ref()?.node?;
                    let inside = parent.kind == NodeKind::Objective;
                    (inside && self.ending_of(parent).is_some()).then_some(Why::ParentGone)
                })
            }
            NodeKind::Action => {
                let parent = self.old.actions.get(node.at())?.parent.as_ref()?.node?;
                self.ending_of(parent).map(|_| Why::ParentGone)
            }
            NodeKind::Activity => {
                let parent = self.old.activities.get(node.at())?.parent.as_ref()?.node?;
                self.ending_of(parent).map(|_| Why::ParentGone)
            }
            _ => None,
        }
    }

    fn goes_on(&self, node: Node) -> bool {
        self.ending_of(node).is_none()
    }

    fn gone(&self, reference: Option<&Reference>) -> bool {
        let node = reference.and_then(|r| r.node);
        node.is_some_and(|node| !self.goes_on(node))
    }

    fn objectives(&mut self) -> Vec<Objective> {
        let mut kept = Vec::new();
        for (i, old) in self.old.objectives.iter().enumerate() {
            let node = Node::new(NodeKind::Objective, i);
            if let Some(why) = self.ending_of(node) {
                self.say(why, node);
                continue;
            }
            let mut new = old.clone();
            new.weight = self.weight(&old.weight, &old.revised_weight, old.variation.as_ref());
            (new.revised_weight, new.variation) = (None, None);
            new.status = Status::Original;
            (new.replaces, new.neutralised, new.neutralised_by) = (None, None, None);
            new.value_excluded = None;
            // What was done, its criticalities and judgements belong to the year that ends.
            new.values.clear();
            if self.gone(old.parent.as_ref()) {
                new.parent = None;
                self.say(Why::ParentGone, node);
            }
            kept.push(new);
        }
        kept
    }

    fn actions(&self) -> Vec<Action> {
        let actions = self.old.actions.iter().enumerate();
        actions
            .filter(|(i, _)| self.goes_on(Node::new(NodeKind::Action, *i)))
            .map(|(_, old)| Action {
                weight: self.weight(&old.weight, &old.revised_weight, old.variation.as_ref()),
                revised_weight: None,
                variation: None,
                result: None,
                ..old.clone()
            })
            .collect()
    }

    fn indicators(&mut self) -> Vec<Indicator> {
        let mut kept = Vec::new();
        for (i, old) in self.old.indicators.iter().enumerate() {
            let node = Node::new(NodeKind::Indicator, i);
            if let Some(why) = self.ending_of(node) {
                self.say(why, node);
                continue;
            }
            let mut new = old.clone();
            new.weight = self.weight(&old.weight, &old.revised_weight, old.variation.as_ref());
            (new.revised_weight, new.variation) = (None, None);
            new.status = Status::Original;
            (new.replaces, new.neutralised, new.neutralised_by) = (None, None, None);
            new.values = self.values(node, &old.values, old.variation.as_ref());
            kept.push(new);
        }
        kept
    }

    /// The values with which an indicator begins the new year.
    fn values(&mut self, node: Node, old: &[Value], of_owner: Option<&Reference>) -> Vec<Value> {
        let year = self.year;
        let mut values: Vec<Value> = Vec::new();
        // What was the start is history now.
        for value in old {
            match value.role {
                Role::Baseline if value.period.year().is_some() => values.push(Value {
                    role: Role::History,
                    ..plain(value)
                }),
                Role::History | Role::PastTarget | Role::ClusterMean => values.push(value.clone()),
                _ => {}
            }
        }
        values.dedup_by(|a, b| a.role == b.role && a.period == b.period);
        let in_force = |value: &&Value| match value.role {
            Role::Target => true,
            Role::RevisedTarget => self.is_approved(value.variation.as_ref().or(of_owner)),
            _ => false,
        };
        let targets: Vec<&Value> = old.iter().filter(in_force).collect();
        if let Some(last) = last_of(targets.iter().copied(), year) {
            values.push(Value {
                role: Role::PastTarget,
                period: Period::Year(year),
                ..plain(last)
            });
        }
        let actuals = old.iter().filter(|v| v.role == Role::Actual);
        match last_of(actuals, year) {
            Some(actual) if actual.achievement => self.say(Why::AttainmentOnly, node),
            Some(actual) if !actual.text.trim().is_empty() => values.push(Value {
                role: Role::Baseline,
                period: Period::Year(year),
                reading: actual.reading.clone(),
                ..plain(actual)
            }),
            _ => self.say(Why::NoActual, node),
        }
        let mut coming: Vec<Value> = Vec::new();
        // A revised target takes the place of the one that it revises.
        for value in targets.into_iter().filter(|v| is_later(v, year)) {
            coming.retain(|known| known.period != value.period);
            coming.push(Value {
                role: Role::Target,
                reading: value.reading.clone(),
                note: value.note.clone(),
                ..plain(value)
            });
        }
        if !coming.iter().any(|v| v.period.year() == Some(year + 1)) {
            self.say(Why::NoTarget, node);
        }
        values.extend(coming);
        let forecasts = old
            .iter()
            .filter(|v| v.role == Role::Forecast && is_later(v, year));
        values.extend(forecasts.cloned());
        values
    }

    fn measured_becomes_history(&self, values: &mut Vec<Value>) {
        let actuals = values.iter().filter(|v| v.role == Role::Actual);
        let last = last_of(actuals, self.year).map(|actual| Value {
            role: Role::History,
            period: Period::Year(self.year),
            ..plain(actual)
        });
        let year = self.year;
        values.retain(|value| match value.role {
            Role::Actual => false,
            Role::Forecast => is_later(value, year),
            _ => true,
        });
        if let Some(last) = last {
            values.retain(|v| v.role != Role::History || v.period != last.period);
            values.push(last);
        }
    }

    fn activities(&self) -> Vec<Activity> {
        let activities = self.old.activities.iter().enumerate();
        activities
            .filter(|(i, _)| self.goes_on(Node::new(NodeKind::Activity, *i)))
            .map(|(_, old)| Activity {
                start: later_day(old.start.as_ref()),
                end: later_day(old.end.as_ref()),
                values: old
                    .values
                    .iter()
                    .filter(|v| v.role == Role::Target && is_later(v, self.year))
                    .cloned()
                    .collect(),
                ..old.clone()
            })
            .collect()
    }

    fn placements(&mut self) -> Vec<Placement> {
        let mut kept = Vec::new();
        for (i, old) in self.old.placements.iter().enumerate() {
            let is_new = old.weight.is_none() && old.revised_weight.is_some();
            let proposed = is_new && !self.is_approved(old.variation.as_ref());
            if proposed || self.gone(Some(&old.child)) || self.gone(Some(&old.parent)) {
                continue;
            }
            if old.local_target.is_some() {
                self.say(Why::LocalTarget, Node::new(NodeKind::Placement, i));
            }
            kept.push(Placement {
                weight: self.weight(&old.weight, &old.revised_weight, old.variation.as_ref()),
                revised_weight: None,
                variation: None,
                local_target: None,
                ..old.clone()
            });
        }
        kept
    }
}

/// A value with its text and source alone.
fn plain(value: &Value) -> Value {
    Value {
        role: value.role,
        period: value.period.clone(),
        text: value.text.clone(),
        source: value.source.clone(),
        ..Value::default()
    }
}

/// Whether a value is of a year after this one.
fn is_later(value: &Value, year: i16) -> bool {
    value.period.year().is_some_and(|of| of > year)
}

/// The value at the last day of a year.
fn last_of<'v>(values: impl Iterator<Item = &'v Value>, year: i16) -> Option<&'v Value> {
    let of_year = values.filter(|v| v.period.year() == Some(year));
    of_year.max_by_key(|value| match value.period {
        Period::Day(day) => Some(day),
        _ => Date::new(year, 12, 31).ok(),
    })
}

/// The same day a year later; the end of February where there is no 29th.
fn year_later(day: Date) -> Option<Date> {
    let first = Date::new(day.year().checked_add(1)?, day.month(), 1).ok()?;
    Date::new(
        first.year(),
        first.month(),
        day.day().min(first.days_in_month()),
    )
    .ok()
}

fn later_day(day: Option<&Day>) -> Option<Day> {
    let later = year_later(day?.date?)?;
    Some(Day {
        text: later.to_string(),
        date: Some(later),
    })
}

/// A text in which each of these years is the one after.
fn moved(text: &str, years: &[i16]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(rest.len());
        let (digits, after) = rest.split_at(end);
        match digits.parse::<i16>() {
            Ok(year) if digits.len() == 4 && years.contains(&year) => {
                out.push_str(&(year + 1).to_string());
            }
            _ => out.push_str(digits),
        }
        rest = after;
    }
    out.push_str(rest);
    out
}
