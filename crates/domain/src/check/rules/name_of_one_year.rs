use crate::check::{Context, Rule, Say, wording};
use crate::finding::Severity;
use crate::target::field_of;

pub(super) const RULE: Rule = Rule {
    name: "name-of-one-year",
    severity: Severity::Note,
    page: include_str!("name_of_one_year.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let horizon = c.horizon();
    let (Some(first), Some(last)) = (horizon.first(), horizon.last()) else {
        return;
    };
    for indicator in c.indicators() {
        let by_year = indicator.targets_by_year();
        let Some((_, target)) = by_year.last_key_value().filter(|_| by_year.len() > 1) else {
            continue;
        };
        let name = indicator.name();
        let year = only_year(name).filter(|y| *y >= first.saturating_sub(2) && y <= last);
        if let Some(year) = year.filter(|_| !wording::has_word(name, &["rispetto", "dal"])) {
            say.at(indicator.node)
                .field(field_of(target.value))
                .arg("year", year.to_string())
                .arg("target", target.value.period.to_string());
        }
    }
}

/// The one year that a name carries, unless it is that of a norm.
fn only_year(name: &str) -> Option<i16> {
    let mut parts = name.split_whitespace();
    let mut years = parts.by_ref().filter_map(|part| {
        let part = part.trim_matches(|c: char| !c.is_alphanumeric());
        let digits = part.len() == 4 && part.bytes().all(|b| b.is_ascii_digit());
        part.parse::<i16>()
            .ok()
            .filter(|y| digits && (2000..2100).contains(y))
    });
    let year = years.next()?;
    years.next().is_none().then_some(year)
}
