use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use hashbrown::HashMap;

use crate::check::context::ObjectiveAt;
use crate::plan::Node;

pub(super) const RULE: Rule = Rule {
    name: "economic-value-missing",
    severity: Severity::Warning,
    page: include_str!("economic_value_missing.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    lacking(c, say, "relevance", "relevance", |o| {
        o.is.relevance.is_some()
    });
    lacking(c, say, "managers", "value_managers", |o| {
        o.is.value_managers.is_some()
    });
    lacking(c, say, "staff", "value_staff", |o| {
        o.is.value_staff.is_some()
    });
}

/// Says of the few that lack what the others of their level have.
fn lacking(
    c: &Context<'_>,
    say: &mut Say,
    what: &str,
    field: &str,
    has: impl Fn(&ObjectiveAt<'_>) -> bool,
) {
    let level = |o: &ObjectiveAt<'_>| o.is.level.as_ref().and_then(|l| l.node);
    let own = || {
        c.objectives()
            .filter(|o| !o.is.national && o.is.value_excluded.is_none())
            // One cause: without relevance there is no value either.
            .filter(|o| what == "relevance" || o.is.relevance.is_some())
    };
    let mut counts: HashMap<Option<Node>, (usize, usize)> = HashMap::new();
    for objective in own() {
        let (with, all) = counts.entry(level(&objective)).or_default();
        *with += usize::from(has(&objective));
        *all += 1;
    }
    for objective in own().filter(|o| !has(o)) {
        let (with, all) = counts.get(&level(&objective)).copied().unwrap_or_default();
        // The agency's objectives are seldom valued: only where one of them is.
        let agency = objective.is.agency && !own().any(|o| o.is.agency && has(&o));
        if with >= 3 && (all - with) * 3 <= with && !agency {
            say.at(objective.node).field(field).arg("what", what);
        }
    }
}
