//! The cases of the `.toml` files beside this one: what is written, and what it means.

use std::fmt::Write as _;

use jiff::civil::Date;
use serde::Deserialize;
use traguardo_domain::plan::{
    Activity, HealthIndex, Indicator, Node, NodeKind, Period, Plan, Quantity, Reference, Role,
    Value,
};
use traguardo_domain::target::{
    Direction, IndicatorReading, Nature, Origin, Readings, Remark, TargetKind, number_words,
    read_day, read_number,
};

use super::published::{describe, value};

/// One text and what it means, in the words of `canonical.rs`; `ambiguo` if it reads two ways.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    text: String,
    means: String,
    #[serde(default)]
    unit: Option<String>,
    #[serde(default)]
    name: Option<String>,
    /// Another value of the indicator: for an actual its target, for a target its baseline.
    #[serde(default)]
    beside: Option<String>,
    #[serde(default)]
    direction: Option<String>,
    #[serde(default)]
    kind: Option<String>,
    #[serde(default)]
    project: bool,
    #[serde(default)]
    reading: Option<String>,
    #[serde(default)]
    state: Option<String>,
    #[serde(default)]
    completion: Option<String>,
    #[serde(default)]
    achievement: bool,
    /// Targets of the indicator's parts.
    #[serde(default)]
    parts: Vec<String>,
    /// Rules of all findings, in order, where the case is about them.
    #[serde(default)]
    findings: Option<Vec<String>>,
    /// Completion declared, as a percentage.
    #[serde(default)]
    declares: Option<String>,
}

#[derive(Deserialize)]
struct Cases {
    case: Vec<Case>,
}

fn direction_of(token: &str) -> Direction {
    match token {
        "lower" => Direction::Lower,
        "higher" => Direction::Higher,
        other => panic!("{other} is no direction"),
    }
}

fn kind_of(token: &str) -> TargetKind {
    match token {
        "at_least" => TargetKind::AtLeast,
        "at_most" => TargetKind::AtMost,
        "exactly" => TargetKind::Exactly,
        "between" => TargetKind::Between,
        "change" => TargetKind::Change,
        "yes_no" => TargetKind::YesNo,
        "by_date" => TargetKind::ByDate,
        "milestone" => TargetKind::Milestone,
        "benchmark" => TargetKind::Benchmark,
        "completion" => TargetKind::Completion,
        "all_of" => TargetKind::AllOf,
        "observed" => TargetKind::Observed,
        "undefined" => TargetKind::Undefined,
        other => panic!("{other} is no kind"),
    }
}

fn day(text: &str) -> Period {
    Period::Day(text.parse::<Date>().expect("a day"))
}

/// Reads the case's text in the place `field` of an indicator, beside the other value.
fn read(case: &Case, field: &str, beside: Role) -> Readings {
    let mut of_text = value(field, "2024-06-30", &case.text);
    if field == "targets" {
        of_text.period = day("2024-12-31");
    }
    of_text.reading.clone_from(&case.reading);
    of_text.state.clone_from(&case.state);
    of_text.achievement = case.achievement;
    of_text.completion = case.completion.as_ref().map(|text| Quantity {
        text: text.clone(),
        number: read_number(text).0,
    });
    let mut values = vec![of_text];
    if let Some(text) = &case.beside {
        values.push(Value {
            role: beside,
            period: if beside == Role::Baseline {
                Period::Unsaid
            } else {
                day("2024-12-31")
            },
            text: text.clone(),
            ..Value::default()
        });
    }
    let parts = case.parts.iter().map(|text| Activity {
        parent: Some(Reference {
            text: "i".to_owned(),
            node: Some(Node::new(NodeKind::Indicator, 0)),
        }),
        values: vec![value("targets", "2024-12-31", text)],
        ..Activity::default()
    });
    Readings::of(&Plan {
        activities: parts.collect(),
        indicators: vec![Indicator {
            name: case.name.clone(),
            unit: case.unit.clone(),
            direction: case.direction.as_deref().map(direction_of),
            target_kind: case.kind.as_deref().map(kind_of),
            project: case.project,
            values,
            ..Indicator::default()
        }],
        ..Plan::default()
    })
}

/// Runs all cases of a file and reports all that fail.
fn run(file: &str, field: &str, beside: Role) {
    let cases: Cases = toml::from_str(file).expect("the cases are TOML");
    let mut wrong = String::new();
    for case in &cases.case {
        let readings = read(case, field, beside);
        let reading = &readings.indicators[0].values[0];
        let (words, class) = describe(reading);
        let said = if class == "ambiguous" {
            "ambiguo".to_owned()
        } else {
            words
        };
        if said != case.means {
            let _ = writeln!(
                wrong,
                "{:?}: «{said}» instead of «{}»",
                case.text, case.means
            );
        }
        if let Some(expected) = &case.findings {
            let rules: Vec<&str> = readings.findings.iter().map(|f| f.rule).collect();
            if rules != *expected {
                let _ = writeln!(
                    wrong,
                    "{:?}: findings {rules:?} instead of {expected:?}",
                    case.text
                );
            }
        }
        if let Some(expected) = &case.declares {
            let traguardo_domain::target::ValueReading::Actual(actual) = reading else {
                panic!("only an actual declares completion")
            };
            let declared = actual
                .completion
                .as_ref()
                .map(|c| number_words(&(c * traguardo_domain::number::Number::HUNDRED)));
            if declared.as_deref() != Some(expected.as_str()) {
                let _ = writeln!(
                    wrong,
                    "{:?}: declares {declared:?} instead of {expected}",
                    case.text
                );
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn targets_mean_what_the_cases_say() {
    run(include_str!("targets.toml"), "targets", Role::Baseline);
}

#[test]
fn actuals_mean_what_the_cases_say() {
    run(include_str!("actuals.toml"), "results", Role::Target);
}

#[test]
fn baselines_mean_what_the_cases_say() {
    run(include_str!("baselines.toml"), "baseline", Role::Target);
}

#[derive(Deserialize)]
struct Numbers {
    number: Vec<NumberCase>,
}

#[derive(Deserialize)]
struct NumberCase {
    text: String,
    /// A machine decimal; nothing where the text is no number.
    #[serde(default)]
    is: Option<String>,
    #[serde(default)]
    dot: bool,
}

#[test]
fn numbers_are_read_as_italians_write_them() {
    let cases: Numbers = toml::from_str(include_str!("numbers.toml")).expect("the cases are TOML");
    for case in cases.number {
        let (number, remarks) = read_number(&case.text);
        let is = number.map(|n| n.to_decimal());
        assert_eq!(is, case.is, "{:?}", case.text);
        assert_eq!(remarks == [Remark::DotDecimal], case.dot, "{:?}", case.text);
    }
}

#[derive(Deserialize)]
struct Days {
    day: Vec<DayCase>,
}

#[derive(Deserialize)]
struct DayCase {
    text: String,
    #[serde(default)]
    is: Option<String>,
}

#[test]
fn days_are_read_in_every_form() {
    let cases: Days = toml::from_str(include_str!("days.toml")).expect("the cases are TOML");
    for case in cases.day {
        assert_eq!(
            read_day(&case.text).map(|d| d.to_string()),
            case.is,
            "{:?}",
            case.text
        );
    }
}

#[derive(Deserialize)]
struct Indicators {
    indicator: Vec<IndicatorCase>,
}

/// An indicator, its direction and nature, and from where they come.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct IndicatorCase {
    #[serde(default)]
    name: Option<String>,
    #[serde(default)]
    unit: Option<String>,
    #[serde(default)]
    written: Option<String>,
    #[serde(default)]
    threshold: Option<String>,
    #[serde(default)]
    baseline: Option<String>,
    targets: Vec<String>,
    direction: String,
    from: String,
    #[serde(default)]
    nature: Option<String>,
    findings: Vec<String>,
}

fn origin(origin: Origin) -> &'static str {
    match origin {
        Origin::Written => "written",
        Origin::Comparator => "comparator",
        Origin::ChangeSign => "sign",
        Origin::HealthThreshold => "threshold",
        Origin::Unit => "unit",
        Origin::Name => "name",
        Origin::Kind => "kind",
        Origin::Default => "default",
    }
}

#[test]
fn directions_and_natures_are_derived_in_order() {
    let cases: Indicators =
        toml::from_str(include_str!("indicators.toml")).expect("the cases are TOML");
    for case in cases.indicator {
        let mut values: Vec<Value> = case
            .targets
            .iter()
            .enumerate()
            .map(|(i, text)| {
                value(
                    "targets",
                    if i == 0 { "2024-06-30" } else { "2024-12-31" },
                    text,
                )
            })
            .collect();
        values.extend(
            case.baseline
                .as_ref()
                .map(|text| value("baseline", "", text)),
        );
        let readings = Readings::of(&Plan {
            health_indices: vec![HealthIndex {
                threshold: case.threshold.clone(),
                ..HealthIndex::default()
            }],
            indicators: vec![Indicator {
                name: case.name.clone(),
                unit: case.unit.clone(),
                direction: case.written.as_deref().map(direction_of),
                health_index: case.threshold.as_ref().map(|_| Reference {
                    text: "s".to_owned(),
                    node: Some(Node::new(NodeKind::HealthIndex, 0)),
                }),
                values,
                ..Indicator::default()
            }],
            ..Plan::default()
        });
        let IndicatorReading {
            direction, nature, ..
        } = &readings.indicators[0];
        let about = format!("{:?} {:?} {:?}", case.name, case.unit, case.targets);
        assert_eq!(direction.is, direction_of(&case.direction), "{about}");
        assert_eq!(origin(direction.from), case.from, "{about}");
        if let Some(expected) = case.nature {
            let is = match nature.is {
                Nature::Cumulative => "cumulative",
                Nature::Level => "level",
            };
            assert_eq!(is, expected, "{about}");
        }
        let rules: Vec<&str> = readings.findings.iter().map(|f| f.rule).collect();
        assert_eq!(rules, case.findings, "{about}");
    }
}
