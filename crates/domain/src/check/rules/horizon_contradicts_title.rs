use crate::check::context::said;
use crate::check::wording::words;
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::plan::Node;

pub(super) const RULE: Rule = Rule {
    name: "horizon-contradicts-title",
    severity: Severity::Warning,
    page: include_str!("horizon_contradicts_title.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let heading = &c.plan.heading;
    let title = said(&heading.title);
    let horizon = heading
        .horizon
        .iter()
        .min()
        .zip(heading.horizon.iter().max());
    if let Some((first, last)) = horizon {
        let texts = [title, said(&heading.source), said(&heading.note)];
        let said: Vec<(i16, i16)> = texts.into_iter().flatten().flat_map(periods).collect();
        let agrees = said.contains(&(*first, *last));
        if let Some((from, to)) = said.first().filter(|_| !agrees) {
            let years: Vec<String> = heading.horizon.iter().map(|y| format!("{y:04}")).collect();
            say.at(Node::BODY)
                .field("horizon")
                .arg("what", "period")
                .arg("said", format!("{from:04}-{to:04}"))
                .arg("years", years.join(", "));
            return;
        }
    }
    let (Some(year), Some(title)) = (heading.year, title) else {
        return;
    };
    let named = years(title);
    if let [first, ..] = named.as_slice()
        && !named.contains(&year)
    {
        say.at(Node::BODY)
            .field("year")
            .arg("what", "year")
            .arg("said", format!("{first:04}"))
            .arg("years", format!("{year:04}"));
    }
}

/// Numbers of four digits that may be years.
fn years(text: &str) -> Vec<i16> {
    text.split(|c: char| !c.is_ascii_digit())
        .filter(|digits| digits.len() == 4)
        .filter_map(|digits| digits.parse().ok())
        .filter(|year| (1990..2100).contains(year))
        .collect()
}

/// The periods by which a text calls the plan: «Piano della performance 2026-2028».
fn periods(text: &str) -> Vec<(i16, i16)> {
    let parts: Vec<&str> = text.split(['-', '–', '/']).map(str::trim).collect();
    let of_plan = |before: &str| {
        let words = words(before);
        let mut last = words.iter().rev().take(6);
        last.any(|word| ["piano", "piao", "performance"].contains(&word))
    };
    let period = |before: &str, after: &str| {
        let from = before
            .char_indices()
            .rev()
            .nth(3)
            .and_then(|(i, _)| before.get(i..))?;
        let to: String = after.chars().take_while(char::is_ascii_digit).collect();
        let (from, to) = (*years(from).first()?, *years(&to).first()?);
        (from < to && to - from < 6).then_some((from, to))
    };
    parts
        .windows(2)
        .filter_map(|pair| match pair {
            [before, after] if of_plan(before) => period(before, after),
            _ => None,
        })
        .collect()
}
