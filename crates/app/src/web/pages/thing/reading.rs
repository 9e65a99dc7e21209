//! What a typed text means, as it is typed: in words, or the forms that are known.

use domain::finding::Severity;
use domain::plan::{Indicator, Node, NodeKind, Period, Plan, Role, Value};
use domain::target::{
    IndicatorReading, Readings, ValueReading, actual_reading_words, actual_words, day_words,
    field_of, number_words, read_day, read_number, target_reading_words,
};

use crate::format::field::Shape;
use crate::messages::Catalogue;
use crate::web::part::Read;

/// What a text means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// Nothing was typed, or the text is not there to be read.
    Nothing,
    /// It means this.
    Words(String),
    /// It means nothing that is known, or more than one thing: these, if they are known.
    Unread(Vec<String>),
}

/// The role of the values of a field.
pub fn role_of(field: &str) -> Option<Role> {
    const ROLES: [Role; 10] = [
        Role::Baseline,
        Role::History,
        Role::PastTarget,
        Role::Target,
        Role::RevisedTarget,
        Role::Forecast,
        Role::ClusterMean,
        Role::Actual,
        Role::Judgement,
        Role::Override,
    ];
    let bare = |role: &Role| {
        field_of(&Value {
            role: *role,
            ..Value::default()
        })
    };
    ROLES.into_iter().find(|role| bare(role) == field)
}

/// What a text would mean as the value of a thing for a period.
pub fn of_value(plan: &Plan, node: Node, role: Role, period: &Period, text: &str) -> Meaning {
    if text.trim().is_empty() || role == Role::Judgement {
        return Meaning::Nothing;
    }
    let typed = Value {
        role,
        period: period.clone(),
        text: text.trim().to_owned(),
        ..Value::default()
    };
    // A plan of this thing alone, with the text in its place: siblings say nothing of its meaning.
    let mut alone = Plan {
        heading: plan.heading.clone(),
        checkpoints: plan.checkpoints.clone(),
        health_indices: plan.health_indices.clone(),
        ..Plan::default()
    };
    let at = node.at();
    let is_part = node.kind == NodeKind::Activity;
    match node.kind {
        NodeKind::Indicator => {
            let Some(mut of) = plan.indicators.get(at).cloned() else {
                return Meaning::Nothing;
            };
            put(&mut of.values, typed.clone());
            alone.indicators.push(of);
            alone.activities = parts(plan, node);
        }
        NodeKind::Activity => {
            let Some(mut of) = plan.activities.get(at).cloned() else {
                return Meaning::Nothing;
            };
            put(&mut of.values, typed.clone());
            let above = of.parent.as_ref().and_then(|above| above.node);
            let above = above.and_then(|above| plan.indicators.get(above.at()));
            if let (Some(above), Some(parent)) = (above, &mut of.parent) {
                alone.indicators.push(Indicator {
                    project: above.project,
                    ..Indicator::default()
                });
                parent.node = Some(Node::new(NodeKind::Indicator, 0));
            }
            alone.activities.push(of);
        }
        _ => {
            alone.indicators.push(Indicator {
                values: vec![typed.clone()],
                ..Indicator::default()
            });
        }
    }
    let readings = Readings::of(&alone);
    let (values, reading) = if is_part {
        (&alone.activities[0].values, readings.activities.first())
    } else {
        (&alone.indicators[0].values, readings.indicators.first())
    };
    let place = values.iter().position(|value| *value == typed);
    let Some((place, IndicatorReading { values: read, .. })) = place.zip(reading) else {
        return Meaning::Nothing;
    };
    let field = field_of(&typed);
    let said = readings.findings.iter().filter(|finding| {
        finding.place.field.as_ref() == Some(&field) && finding.severity > Severity::Note
    });
    let doubt = said.flat_map(|finding| &finding.args);
    let either: Vec<String> = doubt
        .filter(|(name, _)| *name != "text" && *name != "kind")
        .map(|(_, said)| said.clone())
        .collect();
    match read.get(place) {
        Some(ValueReading::Target(target)) => words(target_reading_words(target), either),
        Some(ValueReading::Actual(actual)) => words(actual_reading_words(actual), either),
        Some(ValueReading::Known(Some(known))) => Meaning::Words(actual_words(known)),
        Some(ValueReading::Known(None)) => Meaning::Unread(Vec::new()),
        Some(ValueReading::Text) | None => Meaning::Nothing,
    }
}

fn words(words: Option<String>, either: Vec<String>) -> Meaning {
    match words {
        Some(words) if words.is_empty() => Meaning::Nothing,
        Some(words) => Meaning::Words(words),
        None => Meaning::Unread(either),
    }
}

fn put(values: &mut Vec<Value>, typed: Value) {
    values.retain(|value| (value.role, &value.period) != (typed.role, &typed.period));
    values.push(typed);
    values.sort_by(|a, b| (a.role, &a.period).cmp(&(b.role, &b.period)));
}

/// The activities of an indicator, as those of the only indicator there is.
fn parts(plan: &Plan, node: Node) -> Vec<domain::plan::Activity> {
    let own = plan
        .activities
        .iter()
        .filter(|activity| activity.parent.as_ref().and_then(|above| above.node) == Some(node));
    let mut own: Vec<_> = own.cloned().collect();
    for part in &mut own {
        if let Some(parent) = &mut part.parent {
            parent.node = Some(Node::new(NodeKind::Indicator, 0));
        }
    }
    own
}

/// What a text means in a field that is no dated value.
pub fn of_field(shape: &Shape, text: &str) -> Meaning {
    let text = text.trim();
    if text.is_empty() {
        return Meaning::Nothing;
    }
    let words = match shape {
        Shape::Quantity => {
            let sign = if text.ends_with('%') { "%" } else { "" };
            read_number(text)
                .0
                .map(|number| format!("{}{sign}", number_words(&number)))
        }
        Shape::Day => read_day(text).map(day_words),
        _ => return Meaning::Nothing,
    };
    words.map_or(Meaning::Unread(Vec::new()), Meaning::Words)
}

/// The forms that are known, for a field.
pub fn forms(t: &Catalogue, shape: &Shape, role: Option<Role>) -> Vec<String> {
    let sort = match (shape, role) {
        (Shape::Quantity, _) => "number",
        (Shape::Day, _) => "day",
        (_, Some(Role::Target | Role::RevisedTarget)) => "target",
        (_, Some(Role::Override)) => "share",
        _ => "actual",
    };
    let forms = t.text(&format!("web-thing-forms-{sort}"));
    forms
        .split(" - ")
        .map(|form| form.trim().to_owned())
        .collect()
}

/// A meaning as it stands below its field; none where there is nothing to say.
pub fn said<'a>(
    t: &'a Catalogue,
    meaning: Meaning,
    shape: &Shape,
    role: Option<Role>,
) -> Option<Read<'a>> {
    match meaning {
        Meaning::Nothing => None,
        Meaning::Words(words) => Some(Read {
            t,
            meaning: Some(words),
            forms: Vec::new(),
        }),
        Meaning::Unread(either) => Some(Read {
            t,
            meaning: None,
            forms: if either.is_empty() {
                forms(t, shape, role)
            } else {
                either
            },
        }),
    }
}
