//! Every value that four published plans print, with its reading: checked line by line by eye, and
//! kept from changing unseen.

use std::fmt::Write as _;
use std::path::PathBuf;

use traguardo_domain::plan::{Indicator, Period, Plan, Role, Value};
use traguardo_domain::target::{
    Actual, Progress, Readings, Target, TargetReading, ValueReading, actual_reading_words,
    actual_words, target_reading_words,
};

/// Where the values stand: `field, period, unit, name, text`, then what was read: `reading, class`.
const HEAD: &str = "field\tperiod\tunit\tname\ttext\treading\tclass";

fn path() -> PathBuf {
    [
        env!("CARGO_MANIFEST_DIR"),
        "tests",
        "reading",
        "published-values.tsv",
    ]
    .iter()
    .collect()
}

pub fn value(field: &str, period: &str, text: &str) -> Value {
    let (role, period) = match (field, period) {
        ("baseline", _) => (Role::Baseline, Period::Unsaid),
        ("targets", p) => (Role::Target, Period::parse(p)),
        ("revised_targets", p) => (Role::RevisedTarget, Period::parse(p)),
        ("results", p) => (Role::Actual, Period::parse(p)),
        (_, "cluster_mean") => (Role::ClusterMean, Period::Unsaid),
        (_, p) => match p.split_once('_') {
            Some((year, "target")) => (Role::PastTarget, Period::parse(year)),
            Some((year, "actual")) => (Role::History, Period::parse(year)),
            _ => (Role::History, Period::parse(p)),
        },
    };
    Value {
        role,
        period,
        text: text.to_owned(),
        ..Value::default()
    }
}

/// The reading of a value that stands alone on an indicator.
fn read(field: &str, period: &str, unit: &str, name: &str, text: &str) -> (String, &'static str) {
    let plan = Plan {
        indicators: vec![Indicator {
            name: Some(name.to_owned()),
            unit: (!unit.is_empty()).then(|| unit.to_owned()),
            project: name.starts_with("Progetto:"),
            values: vec![value(field, period, text)],
            ..Indicator::default()
        }],
        ..Plan::default()
    };
    let readings = Readings::of(&plan);
    describe(&readings.indicators[0].values[0])
}

pub fn describe(reading: &ValueReading) -> (String, &'static str) {
    match reading {
        ValueReading::Target(target) => {
            let words = target_reading_words(target).unwrap_or_default();
            let class = match target {
                TargetReading::None(_) => "mark",
                TargetReading::Ambiguous => "ambiguous",
                TargetReading::Read(Target::Milestone) => "described",
                TargetReading::Read(_) => "read",
            };
            (words, class)
        }
        ValueReading::Actual(actual) => {
            let words = actual_reading_words(actual).unwrap_or_default();
            let class = if actual.ambiguous {
                "ambiguous"
            } else if actual.mark.is_some() {
                "mark"
            } else if actual.actual == Some(Actual::Text) {
                "described"
            } else if actual.actual.is_none()
                && actual.state != Some(Progress::Completed)
                && actual.completion.is_none()
            {
                "state"
            } else {
                "read"
            };
            (words, class)
        }
        ValueReading::Known(Some(known)) => (actual_words(known), "read"),
        ValueReading::Known(None) => (String::new(), "kept"),
        ValueReading::Text => (String::new(), "text"),
    }
}

#[test]
fn published_values_read_as_checked() {
    let fixture = std::fs::read_to_string(path()).expect("the fixture is there");
    let mut now = String::from(HEAD);
    now.push('\n');
    for line in fixture.lines().skip(1) {
        let columns: Vec<&str> = line.split('\t').collect();
        let [field, period, unit, name, text, ..] = columns[..] else {
            panic!("a line of the fixture has too few columns: {line}");
        };
        let (reading, class) = read(field, period, unit, name, text);
        writeln!(
            now,
            "{field}\t{period}\t{unit}\t{name}\t{text}\t{reading}\t{class}"
        )
        .expect("a string grows");
    }
    if std::env::var_os("WRITE_FIXTURES").is_some() {
        std::fs::write(path(), &now).expect("the fixture can be written");
        return;
    }
    for (was, is) in fixture.lines().zip(now.lines()) {
        assert_eq!(
            was, is,
            "a published value reads otherwise than was checked by eye"
        );
    }
}
