//! What a value would mean if it were saved: its reading, and what it achieves.

use domain::plan::{Node, NodeKind, Plan, Role, Value};
use domain::score::{NodeScore, Scores, score};
use domain::target::{Readings, ValueReading, actual_reading_words};
use jiff::civil::Date;

use super::Under;
use crate::explanation::Explanation;
use crate::messages::Catalogue;
use crate::printed::percent;
use crate::web::part::Read;

/// The plan with another value in it, read and scored at the checkpoint.
pub struct Preview {
    plan: Plan,
    readings: Readings,
    scores: Scores,
    node: Node,
}

fn values_of(plan: &mut Plan, node: Node) -> Option<&mut Vec<Value>> {
    match node.kind {
        NodeKind::Indicator => plan.indicators.get_mut(node.at()).map(|x| &mut x.values),
        NodeKind::Activity => plan.activities.get_mut(node.at()).map(|x| &mut x.values),
        _ => None,
    }
}

impl Preview {
    /// The plan of a campaign with this value of a thing.
    pub fn of(under: &Under, node: Node, value: Value) -> Preview {
        let mut plan = under.plan().clone();
        let year = domain::plan::Period::Year(under.day.year());
        let closes = under.day.month() == 12 && under.day.day() == 31;
        if let Some(values) = values_of(&mut plan, node) {
            values.retain(|old| {
                let same = old.period == value.period || (closes && old.period == year);
                old.role != Role::Actual || !same
            });
            values.push(value);
            values.sort_by(|a, b| (a.role, &a.period).cmp(&(b.role, &b.period)));
        }
        let readings = Readings::of(&plan);
        let scores = score(&plan, &readings, Some(under.day));
        Preview {
            plan,
            readings,
            scores,
            node,
        }
    }

    fn score(&self) -> Option<&NodeScore> {
        self.scores.of(self.node)
    }

    /// What the value says, in words; none where it cannot be told.
    pub fn reading(&self, day: Date) -> Option<String> {
        let (values, readings) = match self.node.kind {
            NodeKind::Indicator => (
                &self.plan.indicators.get(self.node.at())?.values,
                self.readings.indicators.get(self.node.at())?,
            ),
            NodeKind::Activity => (
                &self.plan.activities.get(self.node.at())?.values,
                self.readings.activities.get(self.node.at())?,
            ),
            _ => return None,
        };
        let at = values.iter().position(|value| {
            value.role == Role::Actual && value.period == domain::plan::Period::Day(day)
        })?;
        match readings.values.get(at)? {
            ValueReading::Actual(reading) => {
                actual_reading_words(reading).filter(|words| !words.is_empty())
            }
            _ => None,
        }
    }

    /// What it would achieve, in words; why nothing, where it is nothing.
    pub fn achievement(&self, t: &Catalogue) -> String {
        match self.score() {
            Some(NodeScore {
                score: Some(score), ..
            }) => percent(score, t.language),
            Some(score) => match score.reason() {
                Some(reason) => t.word("reason", reason.token()),
                None => t.word("state", score.state.token()),
            },
            None => String::new(),
        }
    }

    /// The arithmetic of it.
    pub fn steps(&self, t: &Catalogue) -> Vec<String> {
        Explanation::of(&self.readings, &self.scores, self.node, 1)
            .map(|explanation| explanation.steps(&self.plan, t))
            .unwrap_or_default()
    }

    /// The reading with the achievement, below the field.
    pub fn read<'a>(&self, t: &'a Catalogue, day: Date) -> Read<'a> {
        let achievement = self.achievement(t);
        Read {
            t,
            meaning: self.reading(day).map(|words| {
                t.with(
                    "web-mon-reads",
                    &[("words", &words), ("achievement", &achievement)],
                )
            }),
            forms: t
                .text("web-mon-forms")
                .split(" · ")
                .map(str::to_owned)
                .collect(),
        }
    }
}
