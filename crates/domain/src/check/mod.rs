//! The check: a plan is read like a program, and every contradiction is named.
//!
//! A rule is a static value and a plain function, with its page beside it: what it catches, why,
//! the way out, an example that triggers it and one that does not. `rules` is the one list.

mod context;
mod grouping;
mod health;
pub mod rules;
mod silencing;
pub mod wording;
mod worth;

use std::collections::HashSet;

use jiff::civil::Date;

use crate::finding::{Edit, Finding, Place, Severity};
use crate::plan::{Node, Plan};
use crate::score::{Counted, score_counting};
use crate::target::Readings;

pub use context::{Baseline, Context, IndicatorAt, ObjectiveAt, TargetAt};
pub use rules::RULES;
pub use silencing::Silenced;

/// One thing that the check looks for.
#[derive(Debug)]
pub struct Rule {
    /// Its name, a readable slug, under which it is found, explained and silenced.
    pub name: &'static str,
    /// How much its findings matter.
    pub severity: Severity,
    /// The page: title, messages, reason and examples, in Markdown, Italian first.
    pub page: &'static str,
    /// What looks for it; none where it is noticed while texts are read or scores computed.
    pub check: Option<fn(&Context<'_>, &mut Say)>,
}

impl Rule {
    /// The rule of that name.
    pub fn named(name: &str) -> Option<&'static Rule> {
        RULES.iter().copied().find(|rule| rule.name == name)
    }
}

/// What a rule has found.
#[derive(Debug)]
pub struct Say {
    rule: &'static str,
    severity: Severity,
    findings: Vec<Finding>,
}

impl Say {
    /// A finding about a node; what is said of it more follows.
    pub fn at(&mut self, node: Node) -> Said<'_> {
        self.findings
            .push(Finding::new(self.severity, self.rule).at(node));
        let last = self.findings.len() - 1;
        Said(&mut self.findings[last])
    }
}

/// A finding being said.
pub struct Said<'s>(&'s mut Finding);

impl Said<'_> {
    /// The field that is concerned (`weight`, `targets.2024-12-31`).
    pub fn field(self, field: impl Into<String>) -> Self {
        self.0.place.field = Some(field.into());
        self
    }

    /// An argument of the message.
    pub fn arg(self, name: &'static str, value: impl Into<String>) -> Self {
        self.0.args.push((name, value.into()));
        self
    }

    /// Another place of the same cause.
    pub fn also(self, node: Node, field: Option<&str>) -> Self {
        self.0.also.push(Place {
            node: Some(node),
            field: field.map(str::to_owned),
        });
        self
    }

    /// A field that should hold another text: part of a mechanical and safe way out.
    pub fn fix(self, node: Node, field: &str, text: impl Into<String>) -> Self {
        self.0.fix.push(Edit {
            node,
            field: field.to_owned(),
            text: text.into(),
        });
        self
    }
}

/// What the check has to say of a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checked {
    /// What stands, one finding for each cause.
    pub findings: Vec<Finding>,
    /// What the body has looked at and lets stand, with the silence that says so.
    pub silenced: Vec<Silenced>,
}

/// Checks a plan as it will be with all its variations, and its weights also as first approved.
/// `today` is the day of whoever asks; without it nothing is in the future.
pub fn check(plan: &Plan, readings: &Readings, today: Option<Date>) -> Checked {
    let scores = score_counting(plan, readings, None, Counted::All);
    let mut findings = readings.findings.clone();
    findings.extend(scores.findings.iter().cloned());
    if !plan.variations.is_empty() {
        let known: HashSet<(&str, &Place)> =
            scores.findings.iter().map(|f| (f.rule, &f.place)).collect();
        let before = score_counting(plan, readings, None, Counted::None);
        findings.extend(before.findings.into_iter().filter(|f| {
            f.rule.starts_with("score-weight") && !known.contains(&(f.rule, &f.place))
        }));
    }
    let context = Context::of(plan, readings, &scores, today);
    for rule in RULES {
        if let Some(check) = rule.check {
            let mut say = Say {
                rule: rule.name,
                severity: rule.severity,
                findings: Vec::new(),
            };
            check(&context, &mut say);
            findings.append(&mut say.findings);
        }
    }
    let (standing, silenced) = silencing::silence(plan, findings);
    Checked {
        findings: grouping::grouped(standing),
        silenced,
    }
}
