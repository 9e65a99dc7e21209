use crate::check::wording::words;
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::NodeKind;

pub(super) const RULE: Rule = Rule {
    name: "indicator-names-two-measures",
    severity: Severity::Note,
    page: include_str!("indicator_names_two_measures.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for indicator in c.indicators() {
        let parts = c.under(indicator.node).iter();
        if parts.filter(|n| n.kind == NodeKind::Activity).count() > 0 {
            continue;
        }
        let targets = indicator.targets_in_the_end();
        let Some(target) = targets.iter().rfind(|t| t.figure().is_some()) else {
            continue;
        };
        let algorithm = indicator.is.algorithm.as_deref();
        let texts = [
            ("name", indicator.is.name.as_deref()),
            ("algorithm", algorithm),
        ];
        for (field, text) in texts {
            let Some(text) = text.filter(|text| counts_twice(text)) else {
                continue;
            };
            say.at(indicator.node)
                .field(field)
                .arg("text", text.trim())
                .arg("target", target.value.text.trim());
            break;
        }
    }
}

/// A count after *e*: *e del numero di*, *e n. di*.
fn counts_twice(text: &str) -> bool {
    let words = words(text);
    words.list().windows(3).enumerate().any(|(at, three)| {
        let [and, next, after] = three else {
            return false;
        };
        let is_count = |w: &str| ["numero", "nr", "percentuale"].contains(&w);
        let article = ["il", "del", "la", "della"].contains(next);
        at > 1 && *and == "e" && (is_count(next) || article && is_count(after))
    })
}
