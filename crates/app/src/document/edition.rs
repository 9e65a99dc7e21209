//! What a part of a document may look at, and how it prints what it finds.

use documents::block::{Block, Cell, Column, Fact, FigureOf, Heading, Inline, Mark, Row};
use domain::check::Checked;
use domain::number::Number;
use domain::plan::{Node, NodeKind, Period, Plan, PlanKind, Quantity, Reference, Role, Value};
use domain::report::outline::Outline;
use domain::report::standings::Standing;
use domain::report::stated;
use domain::score::{ScoredPlacement, Scores, State};
use domain::target::Readings;
use jiff::civil::Date;

use super::Kind;
use crate::messages::Catalogue;
use crate::printed;

/// One document of one plan, in one language, at one date.
pub struct Edition<'a> {
    /// Which document.
    pub kind: Kind,
    /// The plan.
    pub plan: &'a Plan,
    /// What its texts mean.
    pub readings: &'a Readings,
    /// Its scores at the date of the document.
    pub scores: &'a Scores,
    /// What the check says of it.
    pub checked: &'a Checked,
    /// What stands under what.
    pub outline: Outline<'a>,
    /// Words in the document's language.
    pub catalogue: &'a Catalogue,
    /// Parts without content are told instead of left out.
    pub draft: bool,
    /// What comes before, where the document compares two plans or two dates.
    pub other: Option<&'a Side<'a>>,
}

/// The earlier side of a comparison.
pub struct Side<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// What its texts mean.
    pub readings: &'a Readings,
    /// Its scores.
    pub scores: &'a Scores,
}

impl<'a> Edition<'a> {
    /// A word or sentence of `document.ftl` (the key without `document-`).
    pub fn say(&self, key: &str) -> String {
        self.catalogue.text(&format!("document-{key}"))
    }

    /// The same with arguments.
    pub fn say_with(&self, key: &str, args: &[(&str, &str)]) -> String {
        self.catalogue.with(&format!("document-{key}"), args)
    }

    /// Code and title of a thing.
    pub fn label(&self, node: Node) -> String {
        printed::label(self.catalogue, self.plan, node)
    }

    /// The printed code of a thing, or nothing.
    pub fn code(&self, node: Node) -> &'a str {
        self.plan.name_of(node).code.unwrap_or_default()
    }

    /// The title of a thing, or its code or key.
    pub fn title(&self, node: Node) -> String {
        match self.plan.name_of(node).title {
            Some(title) => title.to_owned(),
            None => self.label(node),
        }
    }

    /// What references name: their titles, or what was typed where they name nothing.
    pub fn titles(&self, references: &[Reference]) -> String {
        let titles: Vec<String> = references.iter().map(|r| self.named(r)).collect();
        titles.join(", ")
    }

    /// What one reference names.
    pub fn named(&self, reference: &Reference) -> String {
        match reference.node {
            Some(node) => self.label(node),
            None => reference.text.clone(),
        }
    }

    /// The title of the document.
    pub fn title_of_document(&self) -> String {
        let year = self.plan.year().map(|y| y.to_string()).unwrap_or_default();
        let key = format!("title-{}", self.kind.token());
        // The plan file's own title is that of one of its documents.
        let heading = &self.plan.heading;
        let own = match heading.kind.unwrap_or_default() {
            PlanKind::Plan => Kind::Plan,
            PlanKind::Monitoring => Kind::Monitoring,
            PlanKind::Report => Kind::Report,
        };
        if let Some(title) = &heading.title
            && own == self.kind
        {
            return title.clone();
        }
        match self.kind {
            Kind::Sheet(node) | Kind::Dashboard(node) => {
                self.say_with(&key, &[("year", &year), ("of", &self.label(node))])
            }
            _ => self.say_with(&key, &[("year", &year), ("at", &self.at())]),
        }
    }

    /// What is said under the title: the version and the day of the figures.
    pub fn subtitle(&self) -> Option<String> {
        let version = self.plan.heading.version.clone();
        let at = (self.kind != Kind::Plan && self.scores.at.is_some())
            .then(|| self.say_with("at", &[("day", &self.at())]));
        let said: Vec<String> = version.into_iter().chain(at).collect();
        (!said.is_empty()).then(|| said.join(" – "))
    }

    /// The act of approval, as documents cite it.
    pub fn act(&self) -> Option<String> {
        let node = self.plan.heading.act.as_ref()?.node?;
        let act = self
            .plan
            .acts
            .get(node.at())
            .filter(|_| node.kind == NodeKind::Act)?;
        let kind = act.kind.clone().unwrap_or_else(|| self.say("an-act"));
        let mut cited = kind;
        if let Some(organ) = &act.organ {
            cited = self.say_with("cited-of", &[("act", &cited), ("organ", organ)]);
        }
        if let Some(number) = &act.number {
            cited = self.say_with("cited-number", &[("act", &cited), ("number", number)]);
        }
        if let Some(date) = &act.date {
            let day = date.date.map_or_else(|| date.text.clone(), |d| self.day(d));
            cited = self.say_with("cited-date", &[("act", &cited), ("day", &day)]);
        }
        let key = match self.kind {
            Kind::Plan => "approved",
            _ => "plan-approved",
        };
        Some(self.say_with(key, &[("act", &cited)]))
    }

    /// A day as people read it.
    pub fn day(&self, date: Date) -> String {
        printed::day(date, self.catalogue.language)
    }

    /// The day of the figures, as people read it; empty where the plan has none.
    pub fn at(&self) -> String {
        self.scores.at.map(|at| self.day(at)).unwrap_or_default()
    }

    /// A heading; `level` 1 is a chapter.
    pub fn heading(&self, level: u8, text: impl Into<String>) -> Block {
        Block::Heading(Heading {
            level,
            text: text.into(),
            id: String::new(),
        })
    }

    /// The heading of the place where a thing is told at length: others link to it.
    pub fn heading_of(&self, level: u8, node: Node, text: impl Into<String>) -> Block {
        Block::Heading(Heading {
            level,
            text: text.into(),
            id: anchor(node),
        })
    }

    /// A thing by name, with a link to the place where the document tells of it at length
    /// (assembling takes away links to places that the document does not have).
    pub fn link(&self, node: Node) -> Inline {
        Inline::Link {
            to: format!("#{}", anchor(node)),
            text: vec![Inline::Text(self.label(node))],
        }
    }

    /// A label with a text as value; none where the text is empty.
    pub fn fact(&self, key: &str, value: &str) -> Option<Fact> {
        (!value.trim().is_empty()).then(|| Fact {
            label: self.say(key),
            value: vec![Inline::Text(value.trim().to_owned())],
        })
    }

    /// What a person wrote as a quantity: as typed, with its figure behind it.
    pub fn quantity(&self, quantity: Option<&Quantity>) -> Cell {
        match quantity {
            None => Cell::text(""),
            Some(q) => Cell {
                figure: q.number.clone().map(FigureOf::Number),
                ..Cell::text(q.text.clone())
            },
        }
    }

    /// The weight in force in a place, in points; empty where there is none.
    pub fn weight(&self, place: &ScoredPlacement) -> Cell {
        match &place.weight {
            None => Cell::text(""),
            Some(weight) => {
                let text = format!("{}%", self.number(weight));
                let share = weight.checked_div(&Number::HUNDRED);
                Cell {
                    figure: share.map(FigureOf::Percent),
                    ..Cell::text(text)
                }
            }
        }
    }

    /// A number with as many decimals as it has, two at most.
    pub fn number(&self, number: &Number) -> String {
        let style = self.catalogue.language.style();
        let text = number.format(style, 2);
        match text.split_once(style.decimal) {
            Some((whole, decimals)) if decimals.bytes().all(|b| b == b'0') => whole.to_owned(),
            _ => text,
        }
    }

    /// Euro with two decimals.
    pub fn money(&self, number: &Number) -> Cell {
        let text = format!("€ {}", number.format(self.catalogue.language.style(), 2));
        Cell::figure(text, FigureOf::Money(number.clone()))
    }

    /// A fraction as a percentage; a dash where there is no value, which is not zero.
    pub fn percent(&self, number: Option<&Number>) -> Cell {
        match number {
            Some(n) => Cell::figure(
                printed::percent(n, self.catalogue.language),
                FigureOf::Percent(n.clone()),
            ),
            None => Cell::text("—"),
        }
    }

    /// The score of a thing.
    pub fn score(&self, node: Node) -> Cell {
        self.percent(self.scores.of(node).and_then(|s| s.score.as_ref()))
    }

    /// The progress of a thing towards the end of the year.
    pub fn progress(&self, node: Node) -> Cell {
        self.percent(self.scores.of(node).and_then(|s| s.progress.as_ref()))
    }

    /// How a thing stands: its outlook, or why it has none.
    pub fn standing(&self, node: Node) -> Cell {
        let Some(score) = self.scores.of(node) else {
            return Cell::text("");
        };
        let standing = Standing::of(score);
        let word = match (standing, score.reason()) {
            (Standing::ToMeasure | Standing::LeftOut, Some(reason)) => {
                self.catalogue.word("reason", reason.token())
            }
            (Standing::ToMeasure, None) if score.state == State::Missing => {
                self.catalogue.word("state", score.state.token())
            }
            (Standing::LeftOut, None) => self.catalogue.word("state", score.state.token()),
            _ => self.catalogue.word("outlook", standing.token()),
        };
        Cell::inline(vec![Inline::Mark {
            mark: mark(standing),
            word,
        }])
    }

    /// A dated value as typed, with what a reader must know of it: the day, if another; that it is
    /// provisional; its state.
    pub fn value(&self, value: Option<&Value>) -> Cell {
        let Some(value) = value else {
            return Cell::text("");
        };
        let mut text = value.text.trim().to_owned();
        let mut add = |more: &str| {
            if !more.is_empty() {
                if !text.is_empty() {
                    text.push_str(" – ");
                }
                text.push_str(more);
            }
        };
        if let Some(state) = &value.state {
            add(state);
        }
        if let Some(completion) = &value.completion {
            add(&completion.text);
        }
        if let Some(as_of) = &value.as_of {
            let day = as_of
                .date
                .map_or_else(|| as_of.text.clone(), |d| self.day(d));
            add(&self.say_with("as-of", &[("day", &day)]));
        }
        if value.provisional {
            add(&self.say("provisional"));
        }
        Cell::text(text)
    }

    /// What a value is and of when (`Target 2026`).
    pub fn role(&self, role: Role, period: &Period) -> String {
        let word = self.say(match role {
            Role::Baseline => "role-baseline",
            Role::History => "role-history",
            Role::PastTarget => "role-past-target",
            Role::Target => "role-target",
            Role::RevisedTarget => "role-revised-target",
            Role::Forecast => "role-forecast",
            Role::ClusterMean => "role-cluster-mean",
            Role::Actual => "role-actual",
            Role::Judgement => "role-judgement",
            Role::Override => "role-override",
            Role::Done => "objective-done",
            Role::Criticality => "objective-criticalities",
            Role::Cause => "objective-deviation",
        });
        match self.period(period) {
            period if period.is_empty() => word,
            period => format!("{word} {period}"),
        }
    }

    /// A period as people read it; empty where it is not said.
    pub fn period(&self, period: &Period) -> String {
        match period {
            Period::Unsaid => String::new(),
            Period::Year(year) => year.to_string(),
            Period::Day(date) => self.day(*date),
            Period::Named(name) => name.clone(),
        }
    }

    /// Narrative text: Markdown of the plan, under a heading of `level`.
    pub fn narrative(&self, text: Option<&str>, level: u8) -> Vec<Block> {
        text.map_or_else(Vec::new, |text| {
            documents::markdown::blocks(text, level + 1)
        })
    }

    /// Whether a value is known at the date of the document: what is measured or judged later is not.
    pub fn is_known(&self, value: &Value) -> bool {
        let later = match (&value.period, self.scores.at) {
            (Period::Day(day), Some(at)) => *day > at,
            _ => false,
        };
        let told = matches!(
            value.role,
            Role::Actual
                | Role::Judgement
                | Role::Override
                | Role::Done
                | Role::Criticality
                | Role::Cause
        );
        !(later && told && self.kind != Kind::Plan)
    }

    /// The prose of a thing of one role at the date of the document, under a heading of `level`.
    pub fn told(&self, node: Node, role: Role, level: u8) -> Vec<Block> {
        let values = stated::values_of(self.plan, node);
        stated::told(values, role, self.scores.checkpoint)
            .flat_map(|text| self.narrative(Some(text), level))
            .collect()
    }

    /// A column of text with its head from `document.ftl`.
    pub fn column(&self, key: &str, width: u16) -> Column {
        Column::text(self.say(key), width)
    }

    /// A column of figures with its head from `document.ftl`.
    pub fn figures(&self, key: &str, width: u16) -> Column {
        Column::figures(self.say(key), width)
    }

    /// A column of short words with its head from `document.ftl`.
    pub fn centred(&self, key: &str, width: u16) -> Column {
        Column::centred(self.say(key), width)
    }

    /// Code and title as the first two cells of a row.
    pub fn code_and_title(&self, node: Node) -> [Cell; 2] {
        let link = Inline::Link {
            to: format!("#{}", anchor(node)),
            text: vec![Inline::Text(self.title(node))],
        };
        [Cell::text(self.code(node)), Cell::inline(vec![link])]
    }
}

/// A row of data.
pub fn row(cells: impl IntoIterator<Item = Cell>) -> Row {
    Row {
        cells: cells.into_iter().collect(),
        ..Row::default()
    }
}

/// The mark of a standing.
pub fn mark(standing: Standing) -> Mark {
    match standing {
        Standing::Reached => Mark::Reached,
        Standing::OnCourse => Mark::OnCourse,
        Standing::Late => Mark::Late,
        Standing::NotReached => Mark::NotReached,
        Standing::ToMeasure => Mark::ToMeasure,
        Standing::LeftOut => Mark::LeftOut,
    }
}

/// The anchor of the place where a document tells of a thing.
pub fn anchor(node: Node) -> String {
    format!("{}-{}", node.kind.token().replace('_', "-"), node.at() + 1)
}

/// The thing of a place named by [`anchor`].
pub fn node_of(anchor: &str) -> Option<Node> {
    let (kind, at) = anchor.rsplit_once('-')?;
    let kind = kind.replace('-', "_");
    let kind = domain::score::SCORED
        .into_iter()
        .find(|known| known.token() == kind)?;
    Some(Node::new(kind, at.parse::<usize>().ok()?.checked_sub(1)?))
}
