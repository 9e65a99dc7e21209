use crate::check::wording::{begins, content_words};
use crate::check::{Context, Rule, Say};
use crate::finding::Severity;
use crate::target::{Direction, Origin};

pub(super) const RULE: Rule = Rule {
    name: "effort-read-as-delay",
    severity: Severity::Warning,
    page: include_str!("effort_read_as_delay.md"),
    check: Some(check),
};

fn check(c: &Context<'_>, say: &mut Say) {
    for indicator in c.indicators() {
        let direction = indicator.reading.direction;
        let derived = direction.is == Direction::Lower && direction.from == Origin::Unit;
        if derived && counts_effort(indicator.name()) {
            say.at(indicator.node).field("direction");
        }
    }
}

/// Whether a name counts hours or days that somebody works, not those that somebody waits.
fn counts_effort(name: &str) -> bool {
    let words = content_words(name);
    let begins = |stems: &[&str]| words.iter().any(|w| begins(w, stems));
    let first = words
        .iter()
        .find(|w| !["nr", "num", "numero", "totale"].contains(w));
    let counted = matches!(first, Some("ore" | "giornate"));
    let waited = [
        "attes",
        "ritard",
        "ferm",
        "medi",
        "sospen",
        "disserviz",
        "interruzion",
        "assen",
        "temp",
    ];
    (counted || begins(&["formazion"])) && !begins(&waited)
}
