use crate::check::wording::{has_beginning, words, years};
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    name: "algorithm-names-other-year",
    severity: Severity::Warning,
    page: include_str!("algorithm_names_other_year.md"),
    check: Some(check),
};

/// Words by which past years are the very thing measured, or its base.
const OF_THE_PAST: [&str; 13] = [
    "trienni",
    "bienni",
    "quinquenni",
    "storic",
    "band",
    "rendicont",
    "annualit",
    "rispetto",
    "base",
    "confront",
    "precedent",
    "arretrat",
    "residu",
];

fn check(c: &Context<'_>, say: &mut Say) {
    let Some(year) = c.plan.year() else { return };
    let last = c.plan.heading.horizon.iter().copied().fold(year, i16::max);
    for indicator in c.indicators() {
        let Some(algorithm) = indicator.is.algorithm.as_deref() else {
            continue;
        };
        let mut named = years(algorithm);
        named.sort_unstable();
        named.dedup();
        let (Some(&first), Some(&latest)) = (named.first(), named.last()) else {
            continue;
        };
        // A mean may well be of several years gone by.
        let mean = named.len() > 1 && is_a_mean(algorithm);
        let past = latest < year && !has_beginning(algorithm, &OF_THE_PAST) && !mean;
        let wrong = first > last
            || (past
                && (named.len() > 1
                    || latest < year.saturating_sub(1)
                    || during(algorithm, latest)));
        if wrong {
            let named: Vec<String> = named.iter().map(i16::to_string).collect();
            say.at(indicator.node)
                .field("algorithm")
                .arg("algorithm", algorithm.trim())
                .arg("years", named.join(", "))
                .arg("year", year.to_string());
        }
    }
}

/// *Media degli anni 2023-2025*, not *uscite sui media*.
fn is_a_mean(algorithm: &str) -> bool {
    let text = words(algorithm);
    [
        "media de",
        "media annu",
        "media 20",
        "media dal",
        "in media",
        "medio",
        "medie",
    ]
    .iter()
    .any(|mark| text.joined().contains(mark))
}

/// What is counted (not the whole of which it is a part) is of that year.
fn during(algorithm: &str, year: i16) -> bool {
    let counted = algorithm.split('/').next().unwrap_or_default();
    let counted = words(counted);
    let counted = counted.joined();
    let says = |begin: &str| counted.contains(&format!("{begin} {year}"));
    ["nel corso del", "nel corso dell anno", "durante il"]
        .into_iter()
        .any(says)
        || algorithm.contains('/') && counted.ends_with(&format!("nel {year}"))
}
