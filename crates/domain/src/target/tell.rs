//! What is to be said of the readings of an indicator: the findings of scoring.md §1.

use super::direction::NameHints;
use super::expected::{Expected, Said};
use super::of_plan::{Subject, field_of, is_target};
use super::setting::{Remark, Setting};
use super::{
    Actual, Derived, Direction, Figure, Origin, Target, TargetKind, TargetReading, ValueReading,
    target_reading_words,
};
use crate::finding::{Edit, Finding};
use crate::number::Number;
use crate::plan::{Role, Value};

impl Subject<'_> {
    pub(super) fn tell_target(
        &self,
        value: &Value,
        expected: &Expected,
        reading: &ValueReading,
        setting: &Setting,
        findings: &mut Vec<Finding>,
    ) {
        let text = value.reading.as_deref().unwrap_or(&value.text);
        let tell = |finding: Finding| {
            finding
                .at(self.node)
                .field(field_of(value))
                .arg("text", text.trim())
        };
        let shown = match reading {
            ValueReading::Target(reading) => target_reading_words(reading).unwrap_or_default(),
            _ => String::new(),
        };
        tell_dot(value, &expected.remarks, &shown, &tell, findings);
        for remark in &expected.remarks {
            match remark {
                Remark::Strict => findings
                    .push(tell(Finding::note("reading-comparator-strict")).arg("value", &shown)),
                Remark::YearAssumed => {
                    findings.push(tell(Finding::note("reading-year-assumed")).arg("value", &shown))
                }
                Remark::AsOfInTarget => {
                    findings.push(tell(Finding::warning("reading-target-as-of")))
                }
                Remark::DotDecimal | Remark::NotOfKind | Remark::Either(_) => {}
            }
        }
        if expected.said != Said::Ambiguous {
            return;
        }
        findings.push(match setting.kind {
            Some(kind) if expected.remarks.contains(&Remark::NotOfKind) => {
                tell(Finding::error("reading-target-not-of-kind")).arg("kind", kind_words(kind))
            }
            _ => with_readings(
                tell(Finding::error("reading-target-ambiguous")),
                &expected.remarks,
            ),
        });
    }

    pub(super) fn tell_direction(
        &self,
        targets: &[&Expected],
        direction: Derived<Direction>,
        contrary: Option<Origin>,
        hints: &NameHints,
        findings: &mut Vec<Finding>,
    ) {
        let rests = targets
            .iter()
            .any(|t| matches!(t.said, Said::Bare(_) | Said::Side));
        let tell = |finding: Finding| {
            finding
                .at(self.node)
                .field("direction")
                .arg("direction", direction_token(direction.is))
                .arg("from", origin_token(direction.from))
        };
        match (contrary, direction.from) {
            (Some(_), Origin::Default) if rests => {
                let word = hints.burden.clone().unwrap_or_default();
                findings
                    .push(tell(Finding::warning("reading-direction-doubtful")).arg("word", word));
            }
            (Some(_), Origin::Default) => {}
            (Some(hint), _) => {
                findings.push(
                    tell(Finding::warning("reading-direction-contradicted"))
                        .arg("hint", origin_token(hint)),
                );
            }
            (None, Origin::Written) => {}
            (None, _) if rests => findings.push(tell(Finding::note("reading-direction-derived"))),
            (None, _) => {}
        }
    }

    /// An unsigned percentage is a level: a name or a baseline may say that a change was meant.
    pub(super) fn tell_change(
        &self,
        targets: &[&Expected],
        values: &[ValueReading],
        setting: &Setting,
        hints: &NameHints,
        findings: &mut Vec<Finding>,
    ) {
        let level = targets.iter().any(|t| {
            t.level_percent && matches!(t.said, Said::Bare(_) | Said::Meant(Target::AtLeast(_)))
        });
        if !level || setting.completion {
            return;
        }
        // What arrives at 100% is a share of things to do.
        let whole = targets
            .iter()
            .filter_map(|t| level_of(&t.said))
            .any(|f| f.percent && f.number >= Number::HUNDRED);
        let start = self
            .values
            .iter()
            .zip(values)
            .find_map(|(v, r)| match (v.role, r) {
                (Role::Baseline, ValueReading::Known(Some(Actual::Figure(f)))) => Some((v, f)),
                _ => None,
            });
        // A share that moves on from a share, the way the name says, is a level.
        let last = targets.iter().rev().find_map(|t| level_of(&t.said));
        if let (Some((_, start)), Some(last)) = (start, last)
            && start.percent
            && !start.signed
            && (last.number == start.number || (last.number < start.number) == hints.reduces)
        {
            return;
        }
        let plain_baseline = start
            .filter(|(_, f)| !f.percent && !whole)
            .map(|(v, _)| v.text.trim());
        // `% incremento` names the measure itself: its level is that change.
        if hints.percent && plain_baseline.is_none() {
            return;
        }
        let why = match (&hints.change, plain_baseline) {
            (Some(word), _) => word.clone(),
            (None, Some(baseline)) => baseline.to_owned(),
            (None, None) => return,
        };
        let Some((value, _)) = self
            .values
            .iter()
            .zip(values)
            .find(|(v, _)| is_target(v.role))
        else {
            return;
        };
        let source = if hints.change.is_some() {
            "name"
        } else {
            "baseline"
        };
        findings.push(
            Finding::warning("reading-change-suspected")
                .at(self.node)
                .field("target_kind")
                .arg("text", value.text.trim())
                .arg("source", source)
                .arg("hint", why),
        );
    }

    /// The unit asks for a number, and the target describes a result.
    pub(super) fn tell_described(
        &self,
        values: &[ValueReading],
        setting: &Setting,
        findings: &mut Vec<Finding>,
    ) {
        let Some(unit) = self.unit else { return };
        let unit = unit.trim();
        let counts = unit
            .get(..5)
            .is_some_and(|u| u.eq_ignore_ascii_case("numer"))
            || matches!(unit, "n." | "N." | "n" | "nr" | "n°");
        if setting.kind.is_some() || !(setting.percent_unit || counts) {
            return;
        }
        let described = self.values.iter().zip(values).find(|(v, r)| {
            **r == ValueReading::Target(TargetReading::Read(Target::Milestone))
                && !self.is_revised(v, values)
        });
        if let Some((value, _)) = described {
            findings.push(
                Finding::warning("reading-target-described")
                    .at(self.node)
                    .field(field_of(value))
                    .arg("unit", unit),
            );
        }
    }

    /// Whether a *nuova previsione* of the same day says something else that can be read.
    fn is_revised(&self, value: &Value, values: &[ValueReading]) -> bool {
        let mut all = self.values.iter().zip(values);
        value.role == Role::Target
            && all.any(|(v, r)| {
                v.role == Role::RevisedTarget
                    && v.period == value.period
                    && matches!(r, ValueReading::Target(TargetReading::Read(t)) if *t != Target::Milestone)
            })
    }
}

pub(super) fn tell_dot(
    value: &Value,
    remarks: &[Remark],
    shown: &str,
    tell: &dyn Fn(Finding) -> Finding,
    findings: &mut Vec<Finding>,
) {
    if !remarks.contains(&Remark::DotDecimal) {
        return;
    }
    let mut finding = tell(Finding::note("reading-dot-decimal")).arg("value", shown);
    if value.reading.is_none()
        && let (Some(node), Some(text)) = (finding.place.node, with_comma(&value.text))
    {
        finding.fix.push(Edit {
            node,
            field: field_of(value),
            text,
        });
    }
    findings.push(finding);
}

/// The figure of a level to reach.
fn level_of(said: &Said) -> Option<&Figure> {
    match said {
        Said::Bare(f) | Said::Meant(Target::AtLeast(f)) => Some(f),
        _ => None,
    }
}

/// The text with a comma for its decimal dot; none where more than one dot stands between digits.
fn with_comma(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let digit = |i: usize| bytes.get(i).is_some_and(u8::is_ascii_digit);
    let mut dots = (1..bytes.len()).filter(|i| bytes[*i] == b'.' && digit(i - 1) && digit(i + 1));
    let (dot, None) = (dots.next()?, dots.next()) else {
        return None;
    };
    Some(format!("{},{}", text.get(..dot)?, text.get(dot + 1..)?))
}

/// A finding with the readings of an ambiguous text, where they can be named.
pub(super) fn with_readings(finding: Finding, remarks: &[Remark]) -> Finding {
    let readings = either(remarks);
    let known = if readings.is_empty() { "no" } else { "yes" };
    finding.arg("known", known).arg("readings", readings)
}

fn either(remarks: &[Remark]) -> String {
    remarks
        .iter()
        .find_map(|r| match r {
            Remark::Either(readings) => Some(readings.join(" · ")),
            _ => None,
        })
        .unwrap_or_default()
}

fn direction_token(direction: Direction) -> &'static str {
    match direction {
        Direction::Higher => "higher",
        Direction::Lower => "lower",
    }
}

fn origin_token(origin: Origin) -> &'static str {
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

/// The machine token of a kind, as in the plan file.
fn kind_words(kind: TargetKind) -> &'static str {
    match kind {
        TargetKind::AtLeast => "at_least",
        TargetKind::AtMost => "at_most",
        TargetKind::Exactly => "exactly",
        TargetKind::Between => "between",
        TargetKind::Change => "change",
        TargetKind::YesNo => "yes_no",
        TargetKind::ByDate => "by_date",
        TargetKind::Milestone => "milestone",
        TargetKind::Benchmark => "benchmark",
        TargetKind::Completion => "completion",
        TargetKind::AllOf => "all_of",
        TargetKind::Observed => "observed",
        TargetKind::Postponed => "postponed",
        TargetKind::Undefined => "undefined",
    }
}
