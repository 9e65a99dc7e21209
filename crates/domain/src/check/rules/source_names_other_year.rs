use crate::check::wording::{has_beginning, years};
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    name: "source-names-other-year",
    severity: Severity::Note,
    page: include_str!("source_names_other_year.md"),
    check: Some(check),
};

/// Words by which past years are the very thing looked at.
const OF_THE_PAST: [&str; 8] = [
    "band",
    "domand",
    "mandat",
    "rendicont",
    "trienni",
    "bienni",
    "fond",
    "storic",
];

fn check(c: &Context<'_>, say: &mut Say) {
    let Some(year) = c.plan.year() else { return };
    for indicator in c.indicators() {
        let Some(source) = indicator.is.source.as_deref() else {
            continue;
        };
        let mut named = years(source);
        named.sort_unstable();
        named.dedup();
        let Some(&latest) = named.last().filter(|y| **y < year) else {
            continue;
        };
        if (named.len() > 1 || latest + 1 < year) && !has_beginning(source, &OF_THE_PAST) {
            let named: Vec<String> = named.iter().map(i16::to_string).collect();
            say.at(indicator.node)
                .field("source")
                .arg("source", source.trim())
                .arg("years", named.join(", "))
                .arg("year", year.to_string());
        }
    }
}
