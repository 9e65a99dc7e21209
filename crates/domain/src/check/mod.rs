//! The check: a plan is read like a program, and every contradiction is named.
//!
//! A rule is a static value and a plain function, with its page beside it: what it catches, why,
//! the way out, an example that triggers it and one that does not. `rules` is the one list.

mod context;
mod grouping;
pub mod health;
mod mending;
pub mod rules;
mod silencing;
mod spelling;
mod sums;
pub mod wording;
mod worth;

use hashbrown::HashSet;

use jiff::civil::Date;

use crate::finding::{Edit, Finding, Place, Severity};
use crate::plan::{Node, Plan};
use crate::score::{Counted, score_counting};
use crate::target::Readings;

use context::Outline;
pub use context::{Baseline, Context, IndicatorAt, Measure, ObjectiveAt, Sort, TargetAt};
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
    /// What looks for it; none where only the reading of texts or the scoring notices it.
    pub check: Option<fn(&Context<'_>, &mut Say)>,
}

impl Rule {
    /// The rule of that name.
    pub fn named(name: &str) -> Option<&'static Rule> {
        let at = RULES.binary_search_by(|rule| rule.name.cmp(name)).ok()?;
        RULES.get(at).copied()
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

/// What scoring says of weights, which may hold for the plan as first approved and no longer after
/// its variations.
const OF_WEIGHTS: [&str; 4] = [
    "score-unweighted",
    "score-weights-do-not-close",
    "score-weights-nearly-close",
    "score-weight-not-from-value",
];

/// What one rule finds in the plan that is checked. The rules know nothing of each other: they may
/// be asked in any order, and several at a time.
pub type Ask<'c> = dyn Fn(&Rule) -> Vec<Finding> + Sync + 'c;

/// Checks a plan as it will be with all its variations, and its weights also as first approved.
/// `today` is the day of whoever asks; without it nothing is in the future.
pub fn check(plan: &Plan, readings: &Readings, today: Option<Date>) -> Checked {
    let one_by_one = |ask: &Ask<'_>| RULES.iter().flat_map(|rule| ask(rule)).collect();
    check_by(plan, readings, today, one_by_one)
}

/// The same, where the caller runs the rules: `run` gives what [`RULES`] find, in their order.
pub fn check_by(
    plan: &Plan,
    readings: &Readings,
    today: Option<Date>,
    run: impl FnOnce(&Ask<'_>) -> Vec<Finding>,
) -> Checked {
    let scores = score_counting(plan, readings, None, Counted::All);
    let mut findings = readings.findings.clone();
    if plan.variations.is_empty() {
        findings.extend(scores.findings.iter().cloned());
    } else {
        let before = score_counting(plan, readings, None, Counted::None);
        findings.extend(before_and_after(&before.findings, &scores.findings));
    }
    // What a rule looks for by itself is not said twice.
    findings.retain(|f| Rule::named(f.rule).is_none_or(|rule| rule.check.is_none()));
    mending::mend(plan, &mut findings);
    let outlines = Outline::all(plan, readings);
    let context = Context::of(plan, readings, &scores, &outlines, today);
    findings.extend(run(&|rule| {
        let mut say = Say {
            rule: rule.name,
            severity: rule.severity,
            findings: Vec::new(),
        };
        if let Some(check) = rule.check {
            check(&context, &mut say);
        }
        say.findings
    }));
    let (standing, silenced) = silencing::silence(plan, findings);
    Checked {
        findings: grouping::grouped(standing),
        silenced,
    }
}

/// The findings of the scores with all variations, and those on weights without any; on weights each
/// says, where it does not hold for both, for which.
fn before_and_after(before: &[Finding], after: &[Finding]) -> Vec<Finding> {
    let places = |findings: &'_ [Finding]| -> HashSet<(&'static str, Place)> {
        let of_weights = findings.iter().filter(|f| OF_WEIGHTS.contains(&f.rule));
        of_weights.map(|f| (f.rule, f.place.clone())).collect()
    };
    let only = |findings: &[Finding], others: &[Finding], when: &str| -> Vec<Finding> {
        let others = places(others);
        let said = findings.iter().cloned().map(|f| {
            let both = !OF_WEIGHTS.contains(&f.rule) || others.contains(&(f.rule, f.place.clone()));
            if both { f } else { f.arg("when", when) }
        });
        said.collect()
    };
    let mut findings = only(after, before, "varied");
    let earlier = only(before, after, "approved").into_iter();
    findings.extend(earlier.filter(|f| f.args.last().is_some_and(|(name, _)| *name == "when")));
    findings
}
