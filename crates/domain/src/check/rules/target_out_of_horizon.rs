use crate::check::{Context, Rule, Say, wording};
use crate::finding::{Place, Severity};
use crate::plan::Role;
use crate::target::{MONTHS, Target, TargetReading, ValueReading, field_of};

pub(super) const RULE: Rule = Rule {
    name: "target-out-of-horizon",
    severity: Severity::Warning,
    page: include_str!("target_out_of_horizon.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let years = c.horizon();
    let (Some(first), Some(last)) = (years.first(), years.last()) else {
        return;
    };
    // A plan that declares no horizon covers three years.
    let last = if c.plan.heading.horizon.is_empty() {
        first.saturating_add(2)
    } else {
        *last
    };
    let misplaced = c.said("score-not-a-checkpoint");
    for indicator in c.indicators() {
        let targets = [Role::Target, Role::RevisedTarget].into_iter();
        for (value, reading) in targets.flat_map(|role| indicator.values(role)) {
            let ValueReading::Target(reading) = reading else {
                continue;
            };
            if matches!(reading, TargetReading::None(_)) {
                continue;
            }
            let place = Place {
                node: Some(indicator.node),
                field: Some(field_of(value)),
            };
            let of = value.period.year().filter(|y| y < first || *y > last);
            let said = of.or_else(|| {
                let told = matches!(
                    reading,
                    TargetReading::Read(Target::Postponed | Target::ByDate(_))
                );
                (!told).then(|| year_beyond(&value.text, last))?
            });
            if let Some(year) = said.filter(|_| !misplaced.contains(&place)) {
                say.at(indicator.node)
                    .field(field_of(value))
                    .arg("year", year.to_string())
                    .arg("from", first.to_string())
                    .arg("to", last.to_string());
            }
        }
    }
}

/// A later year by which the text expects something: *termine nel 2027*, *entro marzo 2028*.
fn year_beyond(text: &str, last: i16) -> Option<i16> {
    let words = wording::words(text);
    let pairs = words.iter().zip(words.iter().skip(1));
    pairs
        .filter(|(before, _)| LEADS.contains(before) || MONTHS.contains(before))
        .filter_map(|(_, word)| word.parse::<i16>().ok().filter(|_| word.len() == 4))
        .find(|year| *year > last && *year <= last.saturating_add(10))
}

const LEADS: [&str; 8] = ["nel", "entro", "al", "il", "fine", "dal", "anno", "nell"];
