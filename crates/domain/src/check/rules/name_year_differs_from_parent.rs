use crate::check::wording::{content_words, years};
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    name: "name-year-differs-from-parent",
    severity: Severity::Note,
    page: include_str!("name_year_differs_from_parent.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for indicator in c.indicators() {
        let ours = years(indicator.name());
        if ours.is_empty() {
            continue;
        }
        let known = indicator.content_words();
        let is = indicator.is;
        let places = [&is.action, &is.parent];
        for parent in places.into_iter().flatten().filter_map(|r| r.node) {
            let Some(title) = c.plan.name_of(parent).title else {
                continue;
            };
            let theirs = years(title);
            let shared = content_words(title)
                .iter()
                .filter(|w| w.len() > 3 && !w.bytes().all(|b| b.is_ascii_digit()))
                .filter(|w| known.contains(w))
                .count();
            if !theirs.is_empty() && shared > 1 && theirs.iter().all(|y| !ours.contains(y)) {
                let list = |years: &[i16]| {
                    let years: Vec<String> = years.iter().map(i16::to_string).collect();
                    years.join(", ")
                };
                say.at(indicator.node)
                    .field("name")
                    .arg("parent", title.trim())
                    .arg("theirs", list(&theirs))
                    .arg("ours", list(&ours));
                break;
            }
        }
    }
}
