//! What a rule may look at: the plan, what its texts mean, its scores, today; and who stands where.

use hashbrown::{HashMap, HashSet};
use std::cmp::Ordering;
use std::collections::BTreeMap;

use jiff::civil::Date;

use super::wording::{self, Words};
use crate::finding::Place;
use crate::number::{Number, Style};
use crate::plan::{
    Indicator, Node, NodeKind, Objective, Period, Plan, Quantity, Reference, Role, Status, Value,
};
use crate::score::Scores;
use crate::target::{
    Actual, ActualReading, Direction, Figure, IndicatorReading, Origin, Readings, Setting, Target,
    TargetReading, ValueReading, read_number, read_target,
};

/// What a rule may look at.
pub struct Context<'p> {
    /// The plan.
    pub plan: &'p Plan,
    /// What its texts mean.
    pub readings: &'p Readings,
    /// Its scores at the latest checkpoint with an actual, with all variations.
    pub scores: &'p Scores,
    /// The day of whoever asks.
    pub today: Option<Date>,
    outlines: &'p [Outline<'p>],
    under: HashMap<Node, Vec<Node>>,
    over: HashMap<Node, Vec<Node>>,
    doubtful: HashSet<Node>,
}

/// An objective and where it is.
#[derive(Clone, Copy)]
pub struct ObjectiveAt<'p> {
    /// Its node.
    pub node: Node,
    /// Itself.
    pub is: &'p Objective,
}

/// An indicator, what was read of it, and where it is.
#[derive(Clone, Copy)]
pub struct IndicatorAt<'p> {
    /// Its node.
    pub node: Node,
    /// Itself.
    pub is: &'p Indicator,
    /// What its texts mean.
    pub reading: &'p IndicatorReading,
    outline: &'p Outline<'p>,
}

/// What many rules ask of an indicator, worked out once.
pub(super) struct Outline<'p> {
    words: Words,
    content_words: Words,
    measure: Option<Measure>,
    targets: Vec<TargetAt<'p>>,
    targets_in_the_end: Vec<TargetAt<'p>>,
    targets_by_year: BTreeMap<i16, TargetAt<'p>>,
}

/// A target that can be read.
#[derive(Clone, Copy)]
pub struct TargetAt<'p> {
    /// As written.
    pub value: &'p Value,
    /// What it means.
    pub is: &'p Target,
    /// The day on which it is due; 31 December of its year.
    pub day: Option<Date>,
    /// It is a *nuova previsione*.
    pub revised: bool,
}

/// The value from which an indicator starts.
#[derive(Clone, Copy)]
pub struct Baseline<'p> {
    /// As written.
    pub value: &'p Value,
    /// What it means; none where it is a text.
    pub is: Option<&'p Actual>,
}

impl<'p> Context<'p> {
    pub(super) fn of(
        plan: &'p Plan,
        readings: &'p Readings,
        scores: &'p Scores,
        outlines: &'p [Outline<'p>],
        today: Option<Date>,
    ) -> Context<'p> {
        let mut context = Context {
            plan,
            readings,
            scores,
            today,
            outlines,
            under: HashMap::new(),
            over: HashMap::new(),
            doubtful: readings
                .findings
                .iter()
                .filter(|f| DOUBTS.contains(&f.rule))
                .filter_map(|f| f.place.node)
                .collect(),
        };
        let burdens: Vec<Node> = context
            .indicators()
            .filter(|i| i.reading.direction.from == Origin::Default)
            .filter(|i| wording::names_burden(i.name()))
            .map(|i| i.node)
            .collect();
        context.doubtful.extend(burdens);
        macro_rules! own {
            ($list:ident, $kind:ident, $owner:ident) => {
                for (i, x) in plan.$list.iter().enumerate() {
                    if let Some(parent) = x.$owner.as_ref().and_then(|r| r.node) {
                        context.put(parent, Node::new(NodeKind::$kind, i));
                    }
                }
            };
        }
        own!(objectives, Objective, parent);
        own!(actions, Action, parent);
        own!(indicators, Indicator, parent);
        own!(activities, Activity, parent);
        own!(sections, Section, dashboard);
        for placement in &plan.placements {
            if let (Some(parent), Some(child)) = (placement.parent.node, placement.child.node) {
                context.put(parent, child);
            }
        }
        context
    }

    fn put(&mut self, parent: Node, child: Node) {
        self.under.entry(parent).or_default().push(child);
        self.over.entry(child).or_default().push(parent);
    }

    /// What stands directly under a node, by its own record or a placement.
    pub fn under(&self, parent: Node) -> &[Node] {
        self.under.get(&parent).map_or(&[], Vec::as_slice)
    }

    /// Under what a node stands directly.
    pub fn over(&self, child: Node) -> &[Node] {
        self.over.get(&child).map_or(&[], Vec::as_slice)
    }

    /// Every objective that was not taken out or replaced.
    pub fn objectives(&self) -> impl Iterator<Item = ObjectiveAt<'p>> {
        self.plan
            .objectives
            .iter()
            .enumerate()
            .map(|(i, is)| ObjectiveAt {
                node: Node::new(NodeKind::Objective, i),
                is,
            })
            .filter(|o| stands(o.is.status))
    }

    /// Every indicator that was not taken out or replaced.
    pub fn indicators(&self) -> impl Iterator<Item = IndicatorAt<'p>> {
        (0..self.plan.indicators.len())
            .filter_map(|i| self.indicator(Node::new(NodeKind::Indicator, i)))
            .filter(|x| stands(x.is.status))
    }

    /// The indicator at a node, if it is one.
    pub fn indicator(&self, node: Node) -> Option<IndicatorAt<'p>> {
        (node.kind == NodeKind::Indicator).then_some(())?;
        Some(IndicatorAt {
            node,
            is: self.plan.indicators.get(node.at())?,
            reading: self.readings.indicators.get(node.at())?,
            outline: self.outlines.get(node.at())?,
        })
    }

    /// The objective at a node, if it is one.
    pub fn objective(&self, node: Node) -> Option<ObjectiveAt<'p>> {
        (node.kind == NodeKind::Objective).then_some(())?;
        let is = self.plan.objectives.get(node.at())?;
        Some(ObjectiveAt { node, is })
    }

    /// Code and title of a node, as a message calls it; its key where it has neither.
    pub fn label(&self, node: Node) -> String {
        let name = self.plan.name_of(node);
        match (name.code, name.title) {
            (Some(code), Some(title)) => format!("{code} {title}"),
            (Some(code), None) => code.to_owned(),
            (None, Some(title)) => title.to_owned(),
            (None, None) => name.key.to_owned(),
        }
    }

    /// The shortest name of a node: its code, else its title, else its key.
    pub fn short_label(&self, node: Node) -> String {
        let name = self.plan.name_of(node);
        name.code.or(name.title).unwrap_or(name.key).to_owned()
    }

    /// Whether nothing contradicts which way is better for an indicator.
    pub fn sure_of_direction(&self, indicator: &IndicatorAt<'_>) -> bool {
        !self.doubtful.contains(&indicator.node)
    }

    /// The places of which readings or scores already say this.
    pub fn said(&self, rule: &str) -> HashSet<&'p Place> {
        let (readings, scores) = (self.readings, self.scores);
        let findings = readings.findings.iter().chain(&scores.findings);
        findings
            .filter(|f| f.rule == rule)
            .map(|f| &f.place)
            .collect()
    }

    /// The years that the plan covers: as declared, else its own; empty where it has none.
    pub fn horizon(&self) -> Vec<i16> {
        let mut years = self.plan.heading.horizon.clone();
        if years.is_empty() {
            years.extend(self.plan.year());
        }
        years.sort_unstable();
        years.dedup();
        years
    }

    /// What the own indicators of an objective weigh in all, where that is less than 100 and other
    /// objectives contribute to it: then it says their share.
    pub fn own_weights_below_hundred(&self, objective: Node) -> Option<Number> {
        let under = self.under(objective);
        let contributes = |child: &Node| child.kind == NodeKind::Objective;
        if !under.iter().any(contributes) {
            return None;
        }
        let own = under.iter().filter_map(|child| self.indicator(*child));
        let own = own.filter(|x| stands(x.is.status));
        let weights: Vec<&Number> = own
            .filter_map(|x| number_of(&x.is.revised_weight).or(number_of(&x.is.weight)))
            .collect();
        let total: Number = weights.into_iter().sum();
        let below = &total + &self.plan.method.weight_tolerance() < Number::HUNDRED;
        (below && total.is_positive()).then_some(total)
    }

    /// How many parts of the plan cite each variation.
    pub fn citations(&self) -> HashMap<Node, usize> {
        let mut cited: HashMap<Node, usize> = HashMap::new();
        let mut cite = |reference: &Option<Reference>| {
            if let Some(node) = reference.as_ref().and_then(|r| r.node) {
                *cited.entry(node).or_default() += 1;
            }
        };
        let plan = self.plan;
        plan.areas.iter().for_each(|x| cite(&x.variation));
        plan.actions.iter().for_each(|x| cite(&x.variation));
        plan.placements.iter().for_each(|x| cite(&x.variation));
        for objective in &plan.objectives {
            cite(&objective.variation);
            cite(&objective.neutralised_by);
        }
        for indicator in &plan.indicators {
            cite(&indicator.variation);
            cite(&indicator.neutralised_by);
            indicator.values.iter().for_each(|v| cite(&v.variation));
        }
        cited
    }

    /// The relevance coefficient of an objective: that of the scale it cites, else as typed.
    pub fn coefficient(&self, objective: &Objective) -> Option<Number> {
        let relevance = objective.relevance.as_ref()?;
        let of_scale = relevance
            .node
            .filter(|n| n.kind == NodeKind::Relevance)
            .and_then(|n| self.plan.relevances.get(n.at()))
            .and_then(|r| r.coefficient.number.clone());
        of_scale.or_else(|| read_number(&relevance.text).0)
    }

    /// Codes or keys of what is mentioned, as a message lists them; as typed where unknown.
    pub fn short_labels<'r>(&self, of: impl Iterator<Item = &'r Reference>) -> String {
        let labels: Vec<String> = of
            .map(|r| match r.node.map(|node| self.plan.name_of(node)) {
                Some(name) => name.code.unwrap_or(name.key).to_owned(),
                None => r.text.clone(),
            })
            .collect();
        labels.join(", ")
    }
}

/// What readings say of a direction that may be wrong.
const DOUBTS: [&str; 2] = [
    "reading-direction-doubtful",
    "reading-direction-contradicted",
];

fn stands(status: Status) -> bool {
    matches!(status, Status::Original | Status::New)
}

/// The day on which a period ends, where it has one.
pub(super) fn last_day(period: &Period) -> Option<Date> {
    match period {
        Period::Day(day) => Some(*day),
        Period::Year(year) => Date::new(*year, 12, 31).ok(),
        Period::Unsaid | Period::Named(_) => None,
    }
}

impl<'p> Outline<'p> {
    /// What there is to know of each indicator of a plan.
    pub(super) fn all(plan: &'p Plan, readings: &'p Readings) -> Vec<Outline<'p>> {
        let indicators = plan.indicators.iter().zip(&readings.indicators);
        indicators
            .map(|(is, reading)| Outline::of(is, reading))
            .collect()
    }

    fn of(is: &'p Indicator, reading: &'p IndicatorReading) -> Outline<'p> {
        let name = is.name.as_deref().unwrap_or_default();
        let mut targets: Vec<TargetAt<'p>> = is
            .values
            .iter()
            .zip(&reading.values)
            .filter_map(|(value, reading)| match reading {
                ValueReading::Target(TargetReading::Read(is)) => Some(TargetAt {
                    value,
                    is,
                    day: last_day(&value.period),
                    revised: value.role == Role::RevisedTarget,
                }),
                _ => None,
            })
            .collect();
        targets.sort_by_key(|t| (t.day, t.revised));
        let mut in_the_end: Vec<TargetAt<'p>> = Vec::with_capacity(targets.len());
        for target in &targets {
            match in_the_end.last_mut() {
                Some(last) if last.day == target.day => *last = *target,
                _ => in_the_end.push(*target),
            }
        }
        let words = wording::words(name);
        Outline {
            content_words: words.content(),
            words,
            measure: is.unit.as_deref().and_then(Measure::of_unit),
            targets_by_year: in_the_end
                .iter()
                .filter_map(|t| Some((t.day?.year(), *t)))
                .collect(),
            targets_in_the_end: in_the_end,
            targets,
        }
    }
}

impl<'p> IndicatorAt<'p> {
    /// Its values of a role, each with its reading.
    pub fn values(&self, role: Role) -> impl Iterator<Item = (&'p Value, &'p ValueReading)> {
        let (values, readings) = (&self.is.values, &self.reading.values);
        values
            .iter()
            .zip(readings)
            .filter(move |(value, _)| value.role == role)
    }

    /// Every target that can be read, first and revised ones, by day.
    pub fn targets(&self) -> &'p [TargetAt<'p>] {
        &self.outline.targets
    }

    /// The target that holds at each day once all variations are approved, by day.
    pub fn targets_in_the_end(&self) -> &'p [TargetAt<'p>] {
        &self.outline.targets_in_the_end
    }

    /// Of the targets that hold in the end, the last of each year, by year.
    pub fn targets_by_year(&self) -> &'p BTreeMap<i16, TargetAt<'p>> {
        &self.outline.targets_by_year
    }

    /// The value from which it starts: the first baseline that is not blank.
    pub fn baseline(&self) -> Option<Baseline<'p>> {
        self.values(Role::Baseline)
            .find(|(value, _)| !value.text.trim().is_empty())
            .map(|(value, reading)| Baseline {
                value,
                is: match reading {
                    ValueReading::Known(known) => known.as_ref(),
                    _ => None,
                },
            })
    }

    /// Its actuals that say something, by day.
    pub fn actuals(&self) -> Vec<(&'p Value, &'p ActualReading)> {
        let mut actuals: Vec<(&'p Value, &'p ActualReading)> = self
            .values(Role::Actual)
            .filter_map(|(value, reading)| match reading {
                ValueReading::Actual(reading) => Some((value, reading)),
                _ => None,
            })
            .collect();
        actuals.sort_by_key(|(value, _)| last_day(&value.period));
        actuals
    }

    /// Its name, empty where it has none.
    pub fn name(&self) -> &'p str {
        self.is.name.as_deref().unwrap_or_default()
    }

    /// Its unit of measure, empty where it has none.
    pub fn unit(&self) -> &'p str {
        self.is.unit.as_deref().unwrap_or_default()
    }

    /// The words of its name.
    pub fn words(&self) -> &'p Words {
        &self.outline.words
    }

    /// The words of its name that say something.
    pub fn content_words(&self) -> &'p Words {
        &self.outline.content_words
    }

    /// What its unit of measure counts.
    pub fn measure(&self) -> Option<Measure> {
        self.outline.measure
    }

    /// The last figure known of a year before `year`: its history or an actual of then.
    pub fn last_known(&self, year: i16) -> Option<(&'p Value, &'p Figure, i16)> {
        let values = self.is.values.iter().zip(&self.reading.values);
        values
            .filter_map(|(value, reading)| {
                let known = match reading {
                    ValueReading::Known(known) if value.role == Role::History => known.as_ref(),
                    ValueReading::Actual(reading) => reading.actual.as_ref(),
                    _ => None,
                };
                let Some(Actual::Figure(figure)) = known else {
                    return None;
                };
                let of = value.period.year().filter(|y| *y < year)?;
                Some((value, figure, of))
            })
            .max_by_key(|(value, _, _)| last_day(&value.period))
    }

    /// How much a target asks beside a known figure: more (`Greater`), the same, or less; none
    /// where the two cannot be set side by side.
    pub fn asks(&self, target: &Target, known: &Figure) -> Option<Ordering> {
        let direction = self.reading.direction;
        // A number that must be hit, or a range, does not say which way is better; a count does.
        let sure = direction.from != Origin::Default
            || self.measure() == Some(Measure::Count)
            || wording::counts(self.name());
        let bound = match (target, direction.is) {
            (Target::AtLeast(figure), Direction::Higher)
            | (Target::AtMost(figure), Direction::Lower) => figure,
            (Target::Exactly(figure), _) if sure => figure,
            (Target::Between(_, high), Direction::Higher) if sure => high,
            (Target::Between(low, _), Direction::Lower) if sure => low,
            _ => return None,
        };
        let ordering = beside(bound, known)?;
        let ordering = match direction.is {
            Direction::Higher => ordering,
            Direction::Lower => ordering.reverse(),
        };
        // The far end of a range says nothing but that the range is too easy as a whole.
        let range = matches!(target, Target::Between(..)) && ordering != Ordering::Less;
        (!range).then_some(ordering)
    }
}

impl TargetAt<'_> {
    /// The figure that must be reached (or not passed), for the kinds that have one.
    pub fn figure(&self) -> Option<&Figure> {
        match self.is {
            Target::AtLeast(figure) | Target::AtMost(figure) | Target::Exactly(figure) => {
                Some(figure)
            }
            _ => None,
        }
    }

    /// Whether it asks for more than another target of the same indicator; none where the two
    /// cannot be compared.
    pub fn asks_beside(&self, other: &TargetAt<'_>) -> Option<Ordering> {
        match (self.is, other.is) {
            (Target::AtLeast(one), Target::AtLeast(two)) => beside(one, two),
            (Target::AtMost(one), Target::AtMost(two)) => beside(two, one),
            (Target::Completion(one), Target::Completion(two)) => Some(one.cmp(two)),
            (
                Target::Change {
                    by: one,
                    band: false,
                },
                Target::Change {
                    by: two,
                    band: false,
                },
            ) if one.is_negative() == two.is_negative() => Some(one.abs().cmp(&two.abs())),
            _ => None,
        }
    }

    /// With what it can be set side by side; none for a change, a described result and the like.
    pub fn sort(&self) -> Option<Sort> {
        match self.is {
            Target::AtLeast(figure)
            | Target::AtMost(figure)
            | Target::Exactly(figure)
            | Target::Between(figure, _) => Some(Sort::of_figure(figure)),
            Target::Completion(_) => Some(Sort::Percent),
            Target::YesNo(_) => Some(Sort::Answer),
            Target::ByDate(_) => Some(Sort::Day),
            _ => None,
        }
    }

    /// The percent sign (or words) was typed.
    pub fn typed_percent(&self) -> bool {
        wording::says_percent(self.value.reading.as_deref().unwrap_or(&self.value.text))
    }
}

/// What can be set side by side: numbers with numbers, percentages with percentages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Sort {
    Number,
    Percent,
    Answer,
    Day,
}

impl Sort {
    /// Number or percentage.
    pub fn of_figure(figure: &Figure) -> Sort {
        if figure.percent {
            Sort::Percent
        } else {
            Sort::Number
        }
    }

    /// What a known value can be set beside.
    pub fn of(known: &Actual) -> Option<Sort> {
        match known {
            Actual::Figure(figure) => Some(Sort::of_figure(figure)),
            Actual::YesNo(_) => Some(Sort::Answer),
            Actual::Done(_) => Some(Sort::Day),
            Actual::Achievement(_) | Actual::Text => None,
        }
    }

    /// The token by which messages choose a word.
    pub fn token(self) -> &'static str {
        match self {
            Sort::Number => "number",
            Sort::Percent => "percent",
            Sort::Answer => "answer",
            Sort::Day => "day",
        }
    }
}

/// Two figures set side by side; none where one is a percentage or their units have no word in
/// common.
pub(super) fn beside(one: &Figure, other: &Figure) -> Option<Ordering> {
    let units = match (&one.unit, &other.unit) {
        (Some(one), Some(other)) => wording::same_unit(one, other),
        _ => true,
    };
    (units && one.percent == other.percent).then(|| one.number.cmp(&other.number))
}

/// What a unit of measure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Measure {
    Percent,
    Answer,
    Count,
    Time,
    Money,
    Day,
}

impl Measure {
    /// What a unit counts; none where its words do not say, or say two things.
    pub fn of_unit(unit: &str) -> Option<Measure> {
        let setting = Setting::of_unit(Some(unit));
        let words = wording::words(unit);
        let first = words.first().unwrap_or_default();
        let counts = first.starts_with("numer")
            || matches!(first, "n" | "nr" | "num" | "nro" | "conteggio" | "unita");
        Some(match (setting.yes_no_unit, setting.percent_unit, counts) {
            (true, false, false) => Measure::Answer,
            (false, true, false) => Measure::Percent,
            (false, false, true) if !words.iter().any(wording::is_time) => Measure::Count,
            (false, false, false) if wording::is_time(first) => Measure::Time,
            (false, false, false) if matches!(first, "euro" | "eur") || unit.contains('€') => {
                Measure::Money
            }
            (false, false, false) if matches!(first, "data" | "scadenza") => Measure::Day,
            _ => return None,
        })
    }

    /// The token by which messages choose a word.
    pub fn token(self) -> &'static str {
        match self {
            Measure::Percent => "percent",
            Measure::Answer => "answer",
            Measure::Count => "number",
            Measure::Time => "time",
            Measure::Money => "money",
            Measure::Day => "day",
        }
    }
}

/// A figure as a message prints it.
pub(super) fn printed(number: &Number) -> String {
    number.format_plain(Style::ITALIAN)
}

/// The deadline that a name carries (`entro il 31/12/2026`), as written and as a day; not where it
/// only tells which things are meant (`pervenute entro il`).
pub(super) fn deadline_in(name: &str, year: i16) -> Option<(String, Date)> {
    if !wording::has_word(name, &["entro"]) {
        return None;
    }
    let parts: Vec<&str> = name.split_whitespace().collect();
    let setting = Setting {
        year: Some(year),
        ..Setting::default()
    };
    let begins = |i: &usize| {
        let before = i.checked_sub(1).and_then(|i| parts.get(i));
        parts
            .get(*i)
            .is_some_and(|p| wording::is_one_of(p, &["entro"]))
            && !before.is_some_and(|p| wording::is_participle(p))
    };
    (0..parts.len()).filter(begins).find_map(|i| {
        let longest = parts.len().min(i + LONGEST_DEADLINE);
        (i + 2..=longest).rev().find_map(|end| {
            let phrase = parts.get(i..end)?.join(" ");
            let phrase = phrase.trim_end_matches(|c: char| !c.is_alphanumeric());
            let dated = phrase.contains(|c: char| c.is_ascii_digit());
            match read_target(phrase, &setting).0 {
                TargetReading::Read(Target::ByDate(day)) if dated => Some((phrase.to_owned(), day)),
                _ => None,
            }
        })
    })
}

/// `entro e non oltre il 31 dicembre 2026`, in words.
const LONGEST_DEADLINE: usize = 8;
impl Context<'_> {
    /// Whether an objective or indicator was not taken out or replaced; true of everything else.
    pub fn in_force(&self, node: Node) -> bool {
        let i = node.at();
        let status = match node.kind {
            NodeKind::Objective => self.plan.objectives.get(i).map(|x| x.status),
            NodeKind::Indicator => self.plan.indicators.get(i).map(|x| x.status),
            _ => None,
        };
        status.is_none_or(stands)
    }

    /// The objectives that stand above an objective by its own record, the nearest first; each once,
    /// whatever circle their parents form.
    pub fn ancestors(&self, objective: Node) -> Vec<Node> {
        let mut above: Vec<Node> = Vec::new();
        let mut at = objective;
        while let Some(parent) = self.objective(at).and_then(|o| o.is.parent.as_ref()?.node) {
            if parent == objective || above.len() > 16 || above.contains(&parent) {
                break;
            }
            above.push(parent);
            at = parent;
        }
        above
    }
}

/// The number of a quantity that is written and can be read.
pub(super) fn number_of(quantity: &Option<Quantity>) -> Option<&Number> {
    quantity.as_ref().and_then(|q| q.number.as_ref())
}

/// The text of a field that says something: not blank, no dash, no slashes.
pub(super) fn said(text: &Option<String>) -> Option<&str> {
    let text = text.as_deref()?.trim();
    text.contains(char::is_alphanumeric).then_some(text)
}
