use crate::check::{Context, Rule, Say, wording};
use crate::finding::Severity;

pub(super) const RULE: Rule = Rule {
    name: "unit-is-no-measure",
    severity: Severity::Note,
    page: include_str!("unit_is_no_measure.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for indicator in c.indicators() {
        if names_an_activity(indicator.unit()) {
            say.at(indicator.node)
                .field("unit")
                .arg("unit", indicator.unit().trim());
        }
    }
}

/// `redazione di un bilancio`, `somministrazione del questionario`: something that one does.
fn names_an_activity(unit: &str) -> bool {
    const THINGS: [&str; 9] = [
        "posizione",
        "frazione",
        "azione",
        "dotazione",
        "pubblicazione",
        "convenzione",
        "sessione",
        "popolazione",
        "valutazione",
    ];
    let words = wording::words(unit);
    words.len() > 1
        && words.first().is_some_and(|first| {
            let activity = ["zione", "sione", "mento", "tura"]
                .iter()
                .any(|s| first.ends_with(s));
            activity && first.len() > 6 && !THINGS.contains(&first)
        })
}
