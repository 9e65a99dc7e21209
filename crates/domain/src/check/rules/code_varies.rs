use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use hashbrown::HashSet;

use crate::check::wording::same;

pub(super) const RULE: Rule = Rule {
    name: "code-varies",
    severity: Severity::Warning,
    page: include_str!("code_varies.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let taken: HashSet<&str> = c
        .objectives()
        .filter_map(|o| o.is.code.as_deref().map(str::trim))
        .collect();
    for objective in c.objectives() {
        let Some(code) = objective.is.code.as_deref() else {
            continue;
        };
        for other in &objective.is.other_codes {
            if !other.trim().is_empty() && !same(code, other) {
                let is_taken = taken.contains(other.trim());
                say.at(objective.node)
                    .field("other_codes")
                    .arg("code", code.trim())
                    .arg("other", other.trim())
                    .arg("taken", if is_taken { "yes" } else { "no" });
            }
        }
    }
}
