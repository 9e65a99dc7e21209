use jiff::civil::Date;

use crate::check::{Context, IndicatorAt, Rule, Say, wording};
use crate::finding::Severity;
use crate::plan::{NodeKind, Status, Variation};
use crate::target::field_of;

pub(super) const RULE: Rule = Rule {
    name: "target-before-approval",
    severity: Severity::Note,
    page: include_str!("target_before_approval.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    let Some(year) = c.plan.year() else {
        return;
    };
    for indicator in c.indicators() {
        let Some(variation) = variation_of(c, &indicator) else {
            continue;
        };
        let Some(since) = since(variation, year) else {
            continue;
        };
        let targets = indicator.targets();
        let early = targets.iter().find(|t| {
            let added = t.revised || indicator.is.status == Status::New;
            added && t.day.is_some_and(|day| day < since && day.year() == year)
        });
        if let Some(target) = early {
            say.at(indicator.node)
                .field(field_of(target.value))
                .arg("target", target.value.text.trim())
                .arg(
                    "variation",
                    variation.title.as_deref().unwrap_or(&variation.id),
                );
        }
    }
}

fn variation_of<'p>(c: &Context<'p>, indicator: &IndicatorAt<'p>) -> Option<&'p Variation> {
    let node = indicator.is.variation.as_ref()?.node?;
    (node.kind == NodeKind::Variation).then(|| c.plan.variations.get(node.at()))?
}

/// The day of its approval; else the first of July, where its title says the second half-year.
fn since(variation: &Variation, year: i16) -> Option<Date> {
    let approved = variation.approved.as_ref().and_then(|day| day.date);
    approved.or_else(|| {
        let words = wording::words(variation.title.as_deref().unwrap_or_default());
        let second = words
            .iter()
            .zip(words.iter().skip(1))
            .any(|(one, two)| two == "semestre" && matches!(one, "ii" | "secondo" | "2"));
        second.then(|| Date::new(year, 7, 1).ok())?
    })
}
