use crate::check::{Context, Rule, Say, wording};
use crate::finding::Severity;
use crate::plan::Node;

pub(super) const RULE: Rule = Rule {
    name: "horizon-contradicted",
    severity: Severity::Warning,
    page: include_str!("horizon_contradicted.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let heading = &c.plan.heading;
    let years = c.horizon();
    let (Some(first), Some(last)) = (years.first(), years.last()) else {
        return;
    };
    let declared = if first == last {
        first.to_string()
    } else {
        format!("{first}-{last}")
    };
    if let Some(year) = heading.year.filter(|year| !years.contains(year)) {
        say.at(Node::BODY)
            .field("year")
            .arg("named", year.to_string())
            .arg("declared", declared.as_str());
    }
    // Without declared years nothing contradicts the title.
    if heading.horizon.is_empty() {
        return;
    }
    for (field, text) in [("title", &heading.title), ("note", &heading.note)] {
        let text = text
            .as_deref()
            .filter(|t| !wording::has_beginning(t, &EARLIER));
        let named = text.and_then(years_of_plan);
        if let Some((from, to)) = named.filter(|(from, to)| (from, to) != (first, last)) {
            say.at(Node::BODY)
                .field(field)
                .arg("named", format!("{from}-{to}"))
                .arg("declared", declared.as_str());
        }
    }
}

/// The years that follow the name of the plan: `Piano della performance 2026-2028`, `PIAO 2026/2028`.
fn years_of_plan(text: &str) -> Option<(i16, i16)> {
    let words = wording::words(text);
    let year = |word: &String| {
        let digits = word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
        word.parse::<i16>().ok().filter(|_| digits)
    };
    words
        .iter()
        .zip(words.iter().skip(1))
        .zip(words.iter().skip(2))
        .filter(|((name, _), _)| matches!(name.as_str(), "performance" | "piao" | "piano"))
        .find_map(|((_, from), to)| Some((year(from)?, year(to)?)))
        .filter(|(from, to)| from < to && to - from < 6)
}

/// Words of a remark on another plan.
const EARLIER: [&str; 3] = ["preceden", "sostitui", "rispetto"];
