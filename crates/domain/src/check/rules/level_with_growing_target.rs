use crate::check::{Context, IndicatorAt, Rule, Say, wording};
use crate::finding::Severity;
use crate::number::Number;
use crate::target::{Figure, Nature, Origin, Target, field_of};

pub(super) const RULE: Rule = Rule {
    name: "level-with-growing-target",
    severity: Severity::Warning,
    page: include_str!("level_with_growing_target.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for indicator in c.indicators().filter(is_level) {
        let targets = indicator.targets_in_the_end();
        let grown = targets.iter().zip(targets.iter().skip(1)).find(|(one, two)| {
            let same_year = match (one.day, two.day) {
                (Some(one), Some(two)) => one.year() == two.year(),
                _ => false,
            };
            same_year
                && matches!((one.is, two.is), (Target::AtLeast(a), Target::AtLeast(b)) if is_half(a, b))
        });
        if let Some((interim, last)) = grown {
            say.at(indicator.node)
                .field(field_of(interim.value))
                .arg("interim", interim.value.text.trim())
                .arg("target", last.value.text.trim());
        }
    }
}

/// Written as a level, or a mean or a satisfaction by name: neither adds up through the year.
fn is_level(indicator: &IndicatorAt<'_>) -> bool {
    let nature = indicator.reading.nature;
    if nature.is != Nature::Level {
        return false;
    }
    let mut before = "";
    let named = indicator.words().iter().any(|word| {
        // The *media* of the press come with a plural article.
        let mean = match word {
            "medio" | "medi" | "medie" => true,
            "media" => !matches!(
                before,
                "ai" | "i" | "dei" | "dai" | "sui" | "nei" | "social" | "mass"
            ),
            word => ["gradiment", "soddisfazion", "satisfaction"]
                .iter()
                .any(|s| word.starts_with(s)),
        };
        before = word;
        mean
    });
    // Questionnaires are counted; hours for each person add up through the year.
    let sums = wording::has_beginning(
        indicator.name(),
        &["questionar", "indagin", "annu", "giornat"],
    ) || wording::has_word(indicator.name(), &["ore", "capite", "procapite"]);
    nature.from == Origin::Written || named && !sums
}

/// Between 45% and 55% of the year's target.
fn is_half(interim: &Figure, last: &Figure) -> bool {
    let twentieths = |n: i64| &last.number * &Number::from(n);
    let now = &interim.number * &Number::from(20);
    interim.percent == last.percent
        && last.number.is_positive()
        && now >= twentieths(9)
        && now <= twentieths(11)
}
