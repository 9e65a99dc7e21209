//! The findings that a body accepts, as the report for the evaluation body lists them.

use crate::check::Checked;
use crate::plan::{Node, Plan};

/// One acceptance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SilenceRow<'p> {
    /// The rule.
    pub rule: &'p str,
    /// Of what; none for the whole plan.
    pub about: Option<Node>,
    /// Why.
    pub reason: &'p str,
    /// Who decided.
    pub decided_by: Option<&'p str>,
    /// When, as written.
    pub date: Option<&'p str>,
    /// How many findings it covers.
    pub count: usize,
}

/// Every acceptance of the plan, in order of writing.
pub fn silences<'p>(plan: &'p Plan, checked: &Checked) -> Vec<SilenceRow<'p>> {
    let mut counts = vec![0; plan.silences.len()];
    for silenced in &checked.silenced {
        if let Some(count) = counts.get_mut(silenced.silence) {
            *count += 1;
        }
    }
    plan.silences
        .iter()
        .zip(counts)
        .map(|(silence, count)| SilenceRow {
            rule: silence.rule.as_deref().unwrap_or_default(),
            about: silence.about.as_ref().and_then(|r| r.node),
            reason: silence.reason.as_deref().unwrap_or_default(),
            decided_by: silence.decided_by.as_deref(),
            date: silence.date.as_ref().map(|day| day.text.as_str()),
            count,
        })
        .collect()
}
