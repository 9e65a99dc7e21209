use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::number::Number;
use crate::plan::{Node, NodeKind, Value};
use crate::target::{Actual, ActualReading, Progress, ValueReading, field_of};

pub(super) const RULE: Rule = Rule {
    name: "state-contradicts-value",
    severity: Severity::Warning,
    page: include_str!("state_contradicts_value.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for indicator in c.indicators() {
        for (value, reading) in indicator.actuals() {
            contradicts(say, indicator.node, value, reading);
        }
    }
    let activities = c.plan.activities.iter().zip(&c.readings.activities);
    for (i, (activity, readings)) in activities.enumerate() {
        for (value, reading) in activity.values.iter().zip(&readings.values) {
            if let ValueReading::Actual(reading) = reading {
                contradicts(say, Node::new(NodeKind::Activity, i), value, reading);
            }
        }
    }
}

fn contradicts(say: &mut Say, node: Node, value: &Value, reading: &ActualReading) {
    let (Some(typed), Some(state)) = (value.state.as_deref(), reading.state) else {
        return;
    };
    let whole = Number::from(1);
    let done = reading.completion.as_ref();
    let figure = match &reading.actual {
        Some(Actual::Figure(figure)) => Some(&figure.number),
        _ => None,
    };
    let wrong = match state {
        Progress::Completed => done.is_some_and(|share| *share < whole),
        Progress::NotStarted => {
            done.is_some_and(Number::is_positive) || figure.is_some_and(Number::is_positive)
        }
        Progress::InProgress | Progress::Suspended | Progress::Waiting => {
            done.is_some_and(|share| *share >= whole)
        }
        Progress::Postponed => false,
    };
    if wrong {
        let said = match &value.completion {
            Some(completion) => format!("{}%", completion.text.trim().trim_end_matches('%')),
            None => value.text.trim().to_owned(),
        };
        say.at(node)
            .field(field_of(value))
            .arg("state", typed.trim())
            .arg("value", said);
    }
}
